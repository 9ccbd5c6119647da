using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Statements;

/// <summary>What the order of words shows where the tree does not: ", aides said.", ", experts say, ", "supporters contend it will not".</summary>
internal static class PlainPatterns
{
    private const int LongestSource = 12;

    /// <summary>A clause that only credits what stands around it: comma, a noun phrase, a verb of saying, comma or the end.</summary>
    /// <param name="comma">The token of the comma before it.</param>
    /// <param name="end">First token behind it.</param>
    public static bool IsAside(Document document, Sentence sentence, int verb, out int comma, out int end)
    {
        (comma, end) = (-1, -1);
        if (!Finite(sentence, verb) && !PluralSays(sentence, verb) || document.IsQuoted(sentence[verb].Start))
        {
            return false;
        }

        for (var t = verb - 1; t > 0 && verb - t <= LongestSource + 1 && comma < 0; t--)
        {
            if (sentence[t].Norm is ",")
            {
                comma = t;
            }
            else if (Finite(sentence, t) && !IsParticiple(sentence, t) || sentence[t].Pos is Upos.Sconj or Upos.Cconj or Upos.Punct || sentence[t].Norm is "who" or "which" or "that" or "to")
            {
                return false;
            }
        }

        if (comma <= 0 || comma + 1 >= verb || document.IsQuoted(sentence[comma].Start) || sentence[comma - 1].Tag is Xpos.CloseQuote or Xpos.OpenQuote
            || !(sentence[verb - 1].Pos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adv || sentence[verb - 1].Norm is ",") || sentence[comma + 1].Pos is Upos.Adp or Upos.Adv or Upos.Verb && sentence[comma + 1].Norm is not "even")
        {
            return false;
        }

        // Quotations have credits of their own, wherever in the sentence they stand.
        if (document.QuotedIn(sentence.Span) is var (first, last) && first <= last)
        {
            return false;
        }

        end = verb + 1;
        while (end < sentence.Count && end - verb < 12 && sentence[end].Norm is not ("," or "." or ";"))
        {
            // "said on Monday", "told reporters", not "said the plan failed".
            if (Finite(sentence, end) || sentence[end].Norm is "that" or "to" && sentence[verb].Lemma is not "speak")
            {
                return false;
            }

            end++;
        }

        return end == verb + 1 || CueLexicon.Verb(sentence[verb].Lemma) is { } cue && cue.Frame.HasFlag(CueFrame.Tell) || sentence[verb + 1].Pos is Upos.Adp or Upos.Adv or Upos.Noun or Upos.Propn or Upos.Punct;
    }

    /// <summary>"a poll released Thursday by Kessler College": in form a past tense, but it stands behind its noun.</summary>
    private static bool IsParticiple(Sentence sentence, int t) =>
        sentence[t].Tag == Xpos.VBD && t > 0 && t + 1 < sentence.Count && sentence[t - 1].Pos is Upos.Noun or Upos.Propn && (sentence[t + 1].Norm is "by" || SentenceAttributions.IsTime(sentence[t + 1]) && sentence[t].Relation is not Deprel.Root);

    /// <summary>"..., predicted Ann Potts, a strategist.": a comma, the verb, and whom it names up to the end.</summary>
    /// <param name="named">The token that stands for who speaks.</param>
    /// <param name="stops">The last token of the phrase that names him.</param>
    public static bool IsInvertedAside(Document document, Sentence sentence, int verb, out int named, out int stops)
    {
        (named, stops) = (-1, -1);
        if (verb < 4 || verb + 1 >= sentence.Count || sentence[verb - 1].Norm is not "," || sentence[verb].Tag is not (Xpos.VBD or Xpos.VBN or Xpos.VBZ or Xpos.VBP)
            || !(sentence[verb + 1].Pos is Upos.Det or Upos.Propn or Upos.Noun or Upos.Num or Upos.Adj || sentence[verb + 1].Tag == Xpos.PRPPoss)
            || document.QuotedIn(new TextSpan(sentence[verb - 2].Start, sentence.Span.End)) is var (first, last) && first <= last)
        {
            return false;
        }

        // A whole clause must stand before it, and none behind it that is not about the one named.
        bool told = false, relative = false;
        for (var t = 0; t < verb - 1; t++)
        {
            told |= Finite(sentence, t);
            if (sentence[t].Norm is "," && t + 1 < verb)
            {
                // "The vote, which ..., is a toss-up, said X": the main clause goes on behind the aside.
                relative = sentence[t + 1].Norm is "who" or "which" || relative && !(Finite(sentence, t + 1) && t + 1 < verb);
            }
        }

        if (relative)
        {
            return false;
        }

        var comma = -1;
        for (var t = verb + 1; t < sentence.Count; t++)
        {
            comma = comma < 0 && sentence[t].Norm is "," ? t : comma;
            if (comma < 0 && named >= 0 && sentence[t].Pos == Upos.Adp)
            {
                comma = t;
            }

            if (comma < 0 && (Finite(sentence, t) && sentence[t - 1].Norm is not ("who" or "which" or "that") || sentence[t].Norm is "that" or "to"))
            {
                return false;
            }

            named = comma < 0 && sentence[t].Pos is Upos.Noun or Upos.Propn ? t : named;
        }

        stops = sentence[sentence.Count - 1].Pos == Upos.Punct ? sentence.Count - 2 : sentence.Count - 1;
        return told && named >= 0;
    }

    /// <summary>"aides say.": the tagger may take the last word for a base form.</summary>
    private static bool PluralSays(Sentence sentence, int verb) => sentence[verb].Tag == Xpos.VB && verb > 1 && sentence[verb - 1].Pos is Upos.Noun or Upos.Propn or Upos.Adv && verb + 2 >= sentence.Count;

    /// <summary>"Supporters dispute that figure", "Some voters worry that ...": behind a plural the tagger may take the verb for a noun.</summary>
    public static bool IsVerbOfMany(Document document, Sentence sentence, int t)
    {
        if (t == 0 || t + 2 >= sentence.Count || sentence[t].Tag is not (Xpos.NN or Xpos.VB) || sentence[t - 1].Tag is not (Xpos.NNS or Xpos.NNPS) || document.IsQuoted(sentence[t].Start)
            || CueLexicon.Verb(sentence[t].Norm) is not { } cue || (cue.Frame & (CueFrame.Say | CueFrame.Object)) == 0)
        {
            return false;
        }

        var next = sentence[t + 1];
        var clause = next.Norm is "that" or "whether" || next.Tag is Xpos.PRP;
        if (!clause && next.Tag is not (Xpos.DT or Xpos.PRPPoss))
        {
            return false;
        }

        // Its own clause must have no other verb: none before it, and, where only a noun phrase follows, none behind it.
        for (var k = 0; k < sentence.Count; k++)
        {
            if (sentence[k].Norm is "," or ";" && k > t)
            {
                break;
            }

            if (Finite(sentence, k) && (k < t || !clause))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"supporters contend it will not": a clause starts right behind the verb, though the tree hangs its words on the verb.</summary>
    public static bool ClauseFollows(Sentence sentence, int verb, out int end)
    {
        end = sentence.Count;
        if (verb + 2 >= sentence.Count || !(sentence[verb + 1].Pos is Upos.Pron or Upos.Det or Upos.Noun or Upos.Propn or Upos.Num || sentence[verb + 1].Norm is "that" or "there"))
        {
            return false;
        }

        for (var t = verb + 2; t < sentence.Count; t++)
        {
            if (sentence[t].Norm is "." or ";")
            {
                return false;
            }

            if (sentence[t].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD)
            {
                return sentence[t - 1].Norm is not ("who" or "which" or "that" or ",");
            }

            if (sentence[t].Norm is "," or "to")
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The subject that the words before a verb show: the first one the tree calls a subject, else the first noun that no preposition governs.</summary>
    public static int SubjectBefore(Document document, Sentence sentence, int verb)
    {
        var noun = -1;
        for (var t = 0; t < verb; t++)
        {
            if (document.IsQuoted(sentence[t].Start))
            {
                continue;
            }

            if (sentence[t].Relation is Deprel.Nsubj or Deprel.NsubjPass && sentence[t].Norm is not ("who" or "which" or "that") && !SentenceAttributions.IsTime(sentence[t]))
            {
                return t;
            }

            if (noun < 0 && sentence[t].Pos is Upos.Noun or Upos.Propn && !sentence.Has(t, Deprel.Case) && !SentenceAttributions.IsTime(sentence[t]))
            {
                noun = t;
            }
        }

        return noun;
    }

    private static bool Finite(Sentence sentence, int t) => sentence[t].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD;
}

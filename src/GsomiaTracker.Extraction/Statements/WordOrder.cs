using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Statements;

/// <summary>
/// What the order of words shows of a verb of saying, where a long sentence leads the tree astray: who stands before it, where what is said
/// begins, and how far it goes. Token indexes are those of the sentence; -1 where nothing is shown.
/// </summary>
internal static class WordOrder
{
    private const int LongestLead = 16;
    private const int LongestSubject = 14;
    private const int LongestApposition = 30;

    /// <summary>The first and last token of what is said, behind the verb.</summary>
    public static (int First, int Last) Said(Document document, Sentence sentence, int verb, Cue cue)
    {
        var first = Start(document, sentence, verb, cue);
        first = first >= 0 ? first : Aim(document, sentence, verb, cue);
        return first < 0 ? (-1, -1) : (first, End(document, sentence, verb, first));
    }

    /// <summary>What stands behind one of these prepositions right behind the verb: "warned of delays", "stood by its story".</summary>
    public static TextSpan Behind(Document document, Sentence sentence, int verb, IReadOnlyList<string> prepositions)
    {
        var next = verb + 1 < sentence.Count && sentence[verb + 1].Pos == Upos.Adv && !prepositions.Contains(sentence[verb + 1].Norm) ? verb + 2 : verb + 1;
        return next + 1 < sentence.Count && prepositions.Contains(sentence[next].Norm) && !SentenceAttributions.IsTime(sentence[next + 1])
            ? new TextSpan(sentence[next].Start, sentence[End(document, sentence, verb, next)].End)
            : default;
    }

    /// <summary>The first token of a clause right behind a word: "that", a question word, or a subject with its verb.</summary>
    public static int Clause(Document document, Sentence sentence, int word)
    {
        var t = word + 1;
        return t + 2 < sentence.Count && !document.IsQuoted(sentence[t].Start)
            && (sentence[t].Norm is "that" or "whether" or "how" or "why" || sentence[t].Tag is Xpos.DT or Xpos.PRP or Xpos.PRPPoss or Xpos.EX && HasVerb(document, sentence, t)) ? t : -1;
    }

    /// <summary>A verb that says something by itself, its neighbours taken into account: "predicted he would" is no participle.</summary>
    public static bool Predicates(Sentence sentence, int verb)
    {
        switch (sentence[verb].Tag)
        {
            case Xpos.VBD or Xpos.VBZ or Xpos.VBP:
                return true;
            case Xpos.VBG:
                return verb > 0 && sentence[verb - 1].Norm is "," || Auxiliary(sentence, verb, "be") || Auxiliary(sentence, verb, "keep");
            case Xpos.VB:
                return Auxiliary(sentence, verb, "") || Auxiliary(sentence, verb, "do");
            case Xpos.VBN:
                return Auxiliary(sentence, verb, "have") && !Auxiliary(sentence, verb, "be")
                    || verb > 0 && !Auxiliary(sentence, verb, "be") && sentence[verb - 1].Pos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adv or Upos.Punct && OpensClause(sentence, verb + 1);
            default:
                return false;
        }
    }

    /// <summary>Where what is said begins: at "that", or where a second noun phrase with a verb of its own starts.</summary>
    private static int Start(Document document, Sentence sentence, int verb, Cue cue)
    {
        var hearer = (cue.Frame & (CueFrame.Tell | CueFrame.Urge)) != 0;
        var plain = (cue.Frame & (CueFrame.Say | CueFrame.Tell)) != 0;
        if (!plain)
        {
            return -1;
        }

        for (var t = verb + 1; t < sentence.Count && t - verb <= LongestLead; t++)
        {
            var token = sentence[t];
            if (document.IsQuoted(token.Start) || Finite(sentence, t) || token.Norm is "," or ";" or ":" or "." or "who" or "which" || token.Tag is Xpos.OpenQuote)
            {
                break;
            }

            if (token.Norm is "that" && t + 1 < sentence.Count && sentence[t + 1].Tag is not (Xpos.VBD or Xpos.VBZ or Xpos.MD or Xpos.Comma) && Lead(sentence, verb, t, hearer))
            {
                return t;
            }

            if (token.Norm is "whether" or "why" or "how" && Lead(sentence, verb, t, hearer))
            {
                return t;
            }
        }

        for (var t = verb + 1; t < sentence.Count && t - verb <= LongestLead; t++)
        {
            var token = sentence[t];
            if (document.IsQuoted(token.Start) || token.Norm is "," or ";" or ":" or "." or "to" && t == verb + 1 || token.Tag is Xpos.OpenQuote)
            {
                return -1;
            }

            var opens = token.Tag is Xpos.DT or Xpos.PRP or Xpos.PRPPoss or Xpos.EX || token.Pos is Upos.Noun or Upos.Propn or Upos.Num or Upos.Adj;
            var behindPhrase = t == verb + 1 || SentenceAttributions.IsTime(sentence[t - 1])
                || sentence[t - 1].Pos is Upos.Noun or Upos.Propn or Upos.Pron && token.Tag is Xpos.DT or Xpos.PRP or Xpos.PRPPoss or Xpos.EX;
            if (opens && behindPhrase && !SentenceAttributions.IsTime(token) && !(hearer && t == verb + 1) && Lead(sentence, verb, t, hearer) && HasVerb(document, sentence, t))
            {
                return t;
            }
        }

        return -1;
    }

    /// <summary>What is said without a finite verb: "promised to sue", "found support slipping", "accused them of theft", "called it unfair".</summary>
    private static int Aim(Document document, Sentence sentence, int verb, Cue cue)
    {
        var next = verb + 1;
        if (next < sentence.Count && sentence[next].Pos is Upos.Adv)
        {
            next++;
        }

        if (next + 1 >= sentence.Count || document.IsQuoted(sentence[next].Start))
        {
            return -1;
        }

        if (cue.Frame.HasFlag(CueFrame.Infinitive) && sentence[next].Norm is "to")
        {
            var act = sentence[next + 1];
            return act.Tag is Xpos.VB || act.Tag is Xpos.NNP or Xpos.NN && char.IsLower(sentence.Text[act.Start]) ? next : -1;
        }

        if (!(sentence[next].Pos is Upos.Det or Upos.Pron or Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num) || SentenceAttributions.IsTime(sentence[next]))
        {
            return -1;
        }

        if (cue.Frame.HasFlag(CueFrame.Clause))
        {
            return sentence.Count - next > 5 ? next : -1;
        }

        var percept = cue.Frame.HasFlag(CueFrame.Percept);
        var judge = cue.Frame.HasFlag(CueFrame.Judge);
        for (var t = next + 1; (percept || judge) && t < sentence.Count && t - next <= 8 && sentence[t].Norm is not ("," or "." or ";"); t++)
        {
            if (percept ? sentence[t].Tag == Xpos.VBG && sentence[t - 1].Pos is Upos.Noun or Upos.Propn or Upos.Pron : sentence[t].Norm is "of" or "for" or "as" && t + 1 < sentence.Count && sentence[t + 1].Tag == Xpos.VBG)
            {
                return next;
            }
        }

        return -1;
    }

    /// <summary>Between verb and clause stand only a hearer, a day, a place or an adverb.</summary>
    private static bool Lead(Sentence sentence, int verb, int clause, bool hearer)
    {
        for (var t = verb + 1; t < clause; t++)
        {
            if (t == verb + 1 && !hearer && !(sentence[t].Pos is Upos.Adp or Upos.Adv || SentenceAttributions.IsTime(sentence[t]) || sentence[t].Norm is "out" or "last" or "this" or "earlier" or "late"))
            {
                return false;
            }

            if (sentence[t].Pos is Upos.Verb or Upos.Sconj && sentence[t].Tag is not (Xpos.VBN or Xpos.VBG))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A pronoun that can only be a subject, "that" or "there", or a noun phrase with a finite verb close behind.</summary>
    private static bool OpensClause(Sentence sentence, int t) =>
        t + 1 < sentence.Count && sentence[t].Norm is "he" or "she" or "they" or "we" or "i" or "that" or "there";

    private static bool HasVerb(Document document, Sentence sentence, int from)
    {
        var nested = false;
        for (var t = from + 1; t < sentence.Count && t - from <= LongestSubject; t++)
        {
            var token = sentence[t];
            if (token.Norm is "." or ";" or ":")
            {
                return false;
            }

            if (token.Norm is ",")
            {
                // ", which ...," or an apposition may stand before the verb.
                nested = t + 1 < sentence.Count && sentence[t + 1].Norm is "who" or "which" or "whose" || !nested && t + 1 < sentence.Count && sentence[t + 1].Pos is Upos.Det or Upos.Num;
                continue;
            }

            if (Finite(sentence, t) || token.Pos == Upos.Aux)
            {
                if (!nested)
                {
                    return sentence[t - 1].Norm is not ("who" or "which" or "that" or ",") || document.IsQuoted(token.Start);
                }
            }
        }

        return false;
    }

    /// <summary>How far what is said goes: to the end of the sentence, unless somebody else begins to speak or the clause of the verb ends.</summary>
    public static int End(Document document, Sentence sentence, int verb, int first)
    {
        var relative = InRelative(sentence, verb);
        var subordinate = InSubordinate(sentence, verb);
        for (var t = first + 1; t + 1 < sentence.Count; t++)
        {
            if (document.IsQuoted(sentence[t].Start))
            {
                continue;
            }

            var token = sentence[t];
            var next = sentence[t + 1];
            if (token.Norm is ";" || token.Tag is Xpos.Stop && t > first + 2)
            {
                return t - 1;
            }

            if (token.Norm is "," or "\u2014" or "--")
            {
                if (next.Tag == Xpos.VBG && CueLexicon.Verb(next.Lemma) is not null || next.Norm is "according" or "whereas" || next.Norm is "while" or "though" or "although" && SpeaksLater(document, sentence, t + 2)
                    || next.Norm is "but" && SpeaksLater(document, sentence, t + 2)
                    || relative && (Finite(sentence, t + 1) || next.Pos is Upos.Verb or Upos.Aux)
                    || subordinate && next.Pos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Det or Upos.Adj or Upos.Num && FiniteLater(document, sentence, t + 1))
                {
                    return t - 1;
                }
            }
            else if (token.Norm is "and" or "but")
            {
                // "said ... and warned ...": the tree says whose second verb it is.
                var second = next.Pos == Upos.Adv && t + 2 < sentence.Count ? t + 2 : t + 1;
                if (Finite(sentence, second) && CueLexicon.Verb(sentence[second].Lemma) is not null && sentence[second].Tag == sentence[verb].Tag
                    && (sentence[second].Head == verb || sentence[second].Relation == Deprel.Conj && !sentence.IsUnder(second, verb)))
                {
                    return sentence[t - 1].Norm is "," ? t - 2 : t - 1;
                }
            }
        }

        return sentence[sentence.Count - 1].Pos == Upos.Punct && !document.IsQuoted(sentence[sentence.Count - 1].Start) && sentence[sentence.Count - 1].Norm is "." or "!" or "?" ? sentence.Count - 2 : sentence.Count - 1;
    }

    /// <summary>The noun phrase that stands before the verb, appositions and a relative clause between them: its head and its first and last token.</summary>
    public static (int Head, int First, int Last) Source(Document document, Sentence sentence, int verb)
    {
        var last = verb - 1;
        while (last >= 0 && (sentence[last].Pos is Upos.Aux or Upos.Adv or Upos.Part && sentence[last].Norm is not ("'s" or "\u2019s") || sentence[last].Norm is "not"))
        {
            last--;
        }

        if (last >= 0 && sentence[last].Norm is "who" or "which" or "that")
        {
            last--;
        }

        while (last > 2 && sentence[last].Norm is "," && sentence[last - 1].Pos == Upos.Adv && sentence[last - 2].Norm is ",")
        {
            // "Potts, meanwhile, vowed ..."
            last -= 3;
        }

        var end = last;
        if (last >= 0 && sentence[last].Norm is ",")
        {
            end = --last;
            last = BeforeApposition(document, sentence, last);
        }

        if (last < 0 || document.IsQuoted(sentence[last].Start) || !(sentence[last].Pos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Adj) || SentenceAttributions.IsTime(sentence[last]))
        {
            return (-1, -1, -1);
        }

        var first = last;
        while (first > 0 && Extends(sentence, first - 1))
        {
            first--;
        }

        while (first < last && sentence[first].Pos is Upos.Adp or Upos.Cconj)
        {
            first++;
        }

        var head = -1;
        for (var t = first; t <= last && (head < 0 || sentence[t].Pos is not (Upos.Adp or Upos.Verb)); t++)
        {
            // "Haskins's campaign": the owner is not the head.
            head = sentence[t].Pos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Adj && sentence[t].Tag != Xpos.PRPPoss && !(t < last && sentence[t + 1].Norm is "'s" or "\u2019s" or "'") ? t : head;
        }

        return head < 0 ? (-1, -1, -1) : (head, first, end);
    }

    /// <summary>From the end of ", who ..." or ", a nurse from Ankeny" to the last token before its first comma.</summary>
    private static int BeforeApposition(Document document, Sentence sentence, int end)
    {
        var best = end;
        for (var t = end; t > 0 && end - t <= LongestApposition; t--)
        {
            if (document.IsQuoted(sentence[t].Start) || sentence[t].Norm is ";" or ":")
            {
                break;
            }

            if (sentence[t].Norm is "," && sentence[t - 1].Pos is Upos.Noun or Upos.Propn or Upos.Num or Upos.Pron)
            {
                if (sentence[t + 1].Norm is "who" or "which" or "whose" or "whom")
                {
                    return t - 1;
                }

                var opens = sentence[t + 1].Pos is Upos.Det or Upos.Num or Upos.Noun or Upos.Propn or Upos.Adj or Upos.Pron;
                if (!opens || FiniteBetween(sentence, t + 1, end))
                {
                    break;
                }

                best = SentenceAttributions.IsTime(sentence[t - 1]) ? best : t - 1;
            }
        }

        return best;
    }

    private static bool Extends(Sentence sentence, int t) =>
        !SentenceAttributions.IsTime(sentence[t]) && (sentence[t].Pos is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num || sentence[t].Tag is Xpos.PRPPoss or Xpos.POS
            || sentence[t].Norm is "of" or "in" or "for" or "at" or "from" or "with" or "on" or "to" or "by" && t > 0 && sentence[t - 1].Pos is Upos.Noun or Upos.Propn
            || sentence[t].Norm is "-" or "&" || sentence[t].Norm is "and" && t > 0 && sentence[t - 1].Pos is Upos.Noun or Upos.Propn);

    private static bool InRelative(Sentence sentence, int verb)
    {
        var t = verb - 1;
        while (t > 0 && sentence[t].Pos is Upos.Aux or Upos.Adv or Upos.Part)
        {
            t--;
        }

        return t > 0 && sentence[t].Norm is "who" or "which" && sentence[t - 1].Norm is ",";
    }

    private static bool InSubordinate(Sentence sentence, int verb)
    {
        for (var t = 0; t < verb; t++)
        {
            if (sentence[t].Norm is ",")
            {
                return false;
            }

            if (sentence[t].Norm is "as" or "while" or "although" or "though" or "if" or "when" or "because" or "after" or "since")
            {
                return t == 0 || sentence[0].Norm is "even" or "but" or "and";
            }
        }

        return false;
    }

    private static bool SpeaksLater(Document document, Sentence sentence, int from)
    {
        for (var t = from; t < sentence.Count; t++)
        {
            if (Finite(sentence, t) && !document.IsQuoted(sentence[t].Start) && CueLexicon.Verb(sentence[t].Lemma) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool FiniteLater(Document document, Sentence sentence, int from)
    {
        for (var t = from; t < sentence.Count && sentence[t].Norm is not ","; t++)
        {
            if (Finite(sentence, t) && !document.IsQuoted(sentence[t].Start))
            {
                return true;
            }
        }

        return false;
    }

    private static bool FiniteBetween(Sentence sentence, int from, int to)
    {
        for (var t = from; t <= to; t++)
        {
            if (Finite(sentence, t))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An auxiliary with this lemma before the verb ("" for a modal), adverbs between them.</summary>
    private static bool Auxiliary(Sentence sentence, int verb, string lemma)
    {
        for (var t = verb - 1; t >= 0 && verb - t <= 4; t--)
        {
            if (sentence[t].Pos == Upos.Aux || sentence[t].Tag == Xpos.MD)
            {
                if (lemma.Length == 0 ? sentence[t].Tag == Xpos.MD : sentence.Is(t, lemma))
                {
                    return true;
                }
            }
            else if (sentence[t].Pos is not (Upos.Adv or Upos.Part) || sentence[t].Norm is "to")
            {
                return false;
            }
        }

        return false;
    }

    internal static bool Finite(Sentence sentence, int t) => t < sentence.Count && sentence[t].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD;
}

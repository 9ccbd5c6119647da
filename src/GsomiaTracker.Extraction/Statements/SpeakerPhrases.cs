using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Statements;

/// <summary>
/// Whom a quotation is credited to without a verb of saying of his: "X was quoted as saying", "in the words of X", "X's answer was short: ",
/// "were the words of X", "-- X", "X: ".
/// </summary>
internal static class SpeakerPhrases
{
    private const int Reach = 24;

    /// <summary>What one utters: "X's answer was", "that was the message of X".</summary>
    private static readonly HashSet<string> Utterances = new(StringComparer.Ordinal)
    {
        "answer", "reply", "response", "message", "words", "word", "verdict", "advice", "warning", "line", "point", "argument", "assessment", "conclusion", "reaction", "comment", "comments",
        "explanation", "promise", "question", "view", "stance", "motto", "refrain", "retort", "plea", "remark", "remarks", "statement", "appeal", "mantra", "summary", "excuse", "quip", "pledge", "admission", "outburst", "note",
    };

    /// <summary>Before the opening mark: <paramref name="at"/> is the last token before it.</summary>
    public static QuoteCues.Credit? Before(Document document, References references, int s, Sentence sentence, int at)
    {
        if (sentence[at].Norm is ":" && at <= 3 && at > 0 && Utterances.Contains(sentence[at - 1].Norm) && references.At(s, 0) is { Form: MentionForm.Pronoun, Referent.Kind: ReferentKind.Person })
        {
            // "His reply: "
            return Of(document, references, s, sentence, -1, 0);
        }

        if (sentence[at].Tag == Xpos.VBG && CueLexicon.Verb(sentence[at].Lemma) is not null || at > 0 && sentence[at].Norm is "," or ":" or "that" or "reporters" or "aides")
        {
            if (QuotedAs(document, references, s, sentence, at) is { } quotedAs)
            {
                return quotedAs;
            }
        }

        if (sentence[at].Norm is ":" or "]" && Label(document, references, s, sentence, 0, at) is { } label)
        {
            return label;
        }

        for (var t = at; t >= 0 && at - t < Reach && !document.IsQuoted(sentence[t].Start); t--)
        {
            if ((sentence[t].Norm is "words" || Utterances.Contains(sentence[t].Norm) && sentence[at].Pos == Upos.Punct) && t + 1 < at && sentence[t + 1].Norm is "of" or "by" or "from" && FirstPerson(references, s, sentence, t + 2, at) is >= 0 and var worded)
            {
                return Of(document, references, s, sentence, -1, worded);
            }
        }

        // "X's answer was short: ", "the answer of X came at once: "
        if (sentence[at].Norm is ":" && sentence.Root >= 0 && sentence.Root < at && Clauses.SubjectOf(sentence, sentence.Root, 1) is >= 0 and var subject && subject < sentence.Root
            && Utterances.Contains(sentence[subject].Norm))
        {
            var whose = FirstPerson(references, s, sentence, sentence.Leftmost(subject), Math.Max(subject, Math.Min(sentence.Root, sentence.Rightmost(subject) + 1)), owners: true);
            return whose < 0 ? null : Of(document, references, s, sentence, sentence.Root, whose);
        }

        return null;
    }

    /// <summary>Behind the closing mark: <paramref name="from"/> is the first word after it.</summary>
    /// <param name="dash">A dash stands between the mark and that word.</param>
    public static QuoteCues.Credit? After(Document document, References references, int s, Sentence sentence, int from, bool dash)
    {
        if (dash && Label(document, references, s, sentence, from, sentence.Count) is { } signed)
        {
            return signed;
        }

        if (sentence.Is(from, "be"))
        {
            return Equated(document, references, s, sentence, from);
        }

        if (sentence[from].Norm is "that" or "this" or "those" && from + 1 < sentence.Count && sentence.Is(from + 1, "be"))
        {
            return Equated(document, references, s, sentence, from + 1);
        }

        if (sentence[from].Lemma is "come" or "go" && from + 2 < sentence.Count && sentence[from + 1].Norm is "the" or "his" or "her" && Utterances.Contains(sentence[from + 2].Norm))
        {
            return Answered(document, references, s);
        }

        for (var t = from; t < sentence.Count && t - from < Reach && !document.IsQuoted(sentence[t].Start); t++)
        {
            if (sentence[t].Lemma is "quote" or "cite" && sentence[t].Pos == Upos.Verb && SayingBehind(sentence, t) is >= 0 and var saying)
            {
                var passive = t > 0 && (sentence.Is(t - 1, "be") || t > 1 && sentence[t - 1].Pos == Upos.Adv && sentence.Is(t - 2, "be"));
                var head = passive ? FirstPerson(references, s, sentence, from, t) : FirstPerson(references, s, sentence, t + 1, saying);
                return head < 0 ? null : Of(document, references, s, sentence, t, head);
            }
        }

        return null;
    }

    /// <summary>"TV4 quoted X as telling aides, ": X spoke, not the channel.</summary>
    private static QuoteCues.Credit? QuotedAs(Document document, References references, int s, Sentence sentence, int at)
    {
        for (var t = at - 1; t >= 0 && at - t < Reach && !document.IsQuoted(sentence[t].Start); t--)
        {
            if (sentence[t].Lemma is "quote" or "cite" && sentence[t].Pos == Upos.Verb && SayingBehind(sentence, t) is >= 0 and var saying && saying < at)
            {
                var passive = t > 0 && sentence.Is(t - 1, "be");
                var head = passive ? FirstPerson(references, s, sentence, 0, t) : FirstPerson(references, s, sentence, t + 1, saying);
                return head < 0 ? null : Of(document, references, s, sentence, t, head);
            }
        }

        return null;
    }

    /// <summary>"..., came the reply": of the person named last in the sentence before, whom somebody had asked.</summary>
    private static QuoteCues.Credit? Answered(Document document, References references, int s)
    {
        for (var before = s - 1; before >= 0 && s - before <= 2 && document.Sentences[before].Paragraph >= document.Sentences[s].Paragraph - 1; before--)
        {
            var sentence = document.Sentences[before].Syntax;
            for (var t = sentence.Count - 1; t >= 0; t--)
            {
                if (!document.IsQuoted(sentence[t].Start) && references.At(before, t) is { Referent.Kind: ReferentKind.Person } mention && mention.Head == t)
                {
                    return Of(document, references, before, sentence, -1, t);
                }
            }
        }

        return null;
    }

    /// <summary>A sentence behind the quotation that says whose it was: "With these words X closed the debate.", "So said X.", "That was the message of X."</summary>
    public static QuoteCues.Credit? Looking(Document document, References references, int s)
    {
        var sentence = document.Sentences[s].Syntax;
        if (sentence.Count < 4 || document.IsQuoted(sentence[0].Start))
        {
            return null;
        }

        var first = sentence[0].Norm;
        var points = first is "so" or "thus" && sentence[1].Lemma is "say" or "speak"
            || first is "with" && sentence[1].Norm is "these" or "those" or "that" && (sentence[1].Norm is "that" && sentence[2].Norm is "," || Utterances.Contains(sentence[2].Norm))
            || first is "that" or "those" or "this" or "these" or "such" && sentence.Is(1, "be") && (sentence[2].Norm is "how" or "what" || UtteranceWithin(sentence, 2, 14))
            || first is "the" && sentence[1].Norm is "words" or "comments" or "remarks" && sentence[2].Norm is "of" or "were" or "came" or "by" or "from";
        points |= sentence.Root > 0 && sentence[sentence.Root].Lemma is "make" or "deliver" or "utter" or "give" && sentence.Child(sentence.Root, Deprel.Obj) is >= 0 and var uttered
            && Utterances.Contains(sentence[uttered].Norm) && sentence.Child(uttered, Deprel.Det) >= 0 && sentence[sentence.Child(uttered, Deprel.Det)].Norm is "the" or "that" or "those" or "these";
        var head = points ? FirstPerson(references, s, sentence, 0, sentence.Count, owners: true) : -1;
        return head < 0 ? null : Of(document, references, s, sentence, -1, head);
    }

    /// <summary>"That was Foreign Ministry spokesman A B at a briefing": on the air, after the sound. Nothing but the name and what stands before it.</summary>
    public static QuoteCues.Credit? Presented(Document document, References references, int s)
    {
        var sentence = document.Sentences[s].Syntax;
        if (sentence.Count < 4 || document.IsQuoted(sentence[0].Start) || !(sentence[0].Norm is "that" && sentence.Is(1, "be")))
        {
            return null;
        }

        for (var t = 2; t < sentence.Count && t < 12 && (sentence[t].Pos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Num || sentence[t].Norm is "'s" or "\u2019s" or "-"); t++)
        {
            if (references.At(s, t) is { Referent.Kind: ReferentKind.Person, Form: MentionForm.Name } mention && mention.Head == t)
            {
                return Of(document, references, s, sentence, -1, t);
            }
        }

        return null;
    }

    /// <summary>"..., were the words of X", "... was how X put it", "... is X's answer".</summary>
    private static QuoteCues.Credit? Equated(Document document, References references, int s, Sentence sentence, int be)
    {
        if (be + 2 >= sentence.Count || !(sentence[be + 1].Norm is "how" or "what" or "all" || UtteranceWithin(sentence, be + 1, 14)))
        {
            return null;
        }

        var head = FirstPerson(references, s, sentence, be + 1, sentence.Count, owners: true);
        return head < 0 ? null : Of(document, references, s, sentence, be, head);
    }

    /// <summary>A stretch without a verb that names somebody: a label before a colon, a signature behind a dash.</summary>
    private static QuoteCues.Credit? Label(Document document, References references, int s, Sentence sentence, int from, int to)
    {
        if (to - from > 20)
        {
            return null;
        }

        for (var t = from; t < to; t++)
        {
            if (document.IsQuoted(sentence[t].Start) || sentence[t].Pos is Upos.Verb or Upos.Aux && references.At(s, t) is null)
            {
                return null;
            }
        }

        var head = FirstPerson(references, s, sentence, from, to);
        return head >= 0 && references.At(s, head) is { Form: MentionForm.Name } ? Of(document, references, s, sentence, -1, head) : null;
    }

    /// <summary>"as saying", "as having told": the participle behind "as".</summary>
    private static int SayingBehind(Sentence sentence, int verb)
    {
        for (var t = verb + 1; t + 1 < sentence.Count && t - verb < 14 && sentence[t].Norm is not (";" or "."); t++)
        {
            if (sentence[t].Norm is "as" && (sentence[t + 1].Tag == Xpos.VBG && CueLexicon.Verb(sentence[t + 1].Lemma) is not null || sentence[t + 1].Norm is "saying"))
            {
                return t;
            }
        }

        return -1;
    }

    private static bool UtteranceWithin(Sentence sentence, int from, int reach)
    {
        for (var t = from; t < sentence.Count && t - from < reach && sentence[t].Norm is not (";" or ","); t++)
        {
            if (Utterances.Contains(sentence[t].Norm))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first mention of a person in a stretch, or -1.</summary>
    /// <param name="owners">Whether "X's" counts.</param>
    private static int FirstPerson(References references, int s, Sentence sentence, int from, int to, bool owners = false)
    {
        for (var t = Math.Max(0, from); t < to && t < sentence.Count; t++)
        {
            if (references.At(s, t) is { Referent.Kind: ReferentKind.Person } mention && mention.Head == t)
            {
                var after = sentence.At(mention.Span.End - 1) + 1;
                if (owners || !(after < sentence.Count && sentence[after].Norm is "'s" or "\u2019s"))
                {
                    return t;
                }
            }
        }

        return -1;
    }

    private static QuoteCues.Credit Of(Document document, References references, int s, Sentence sentence, int verb, int head)
    {
        var span = references.At(s, head)?.Span ?? sentence[head].Span;
        return new QuoteCues.Credit(s, verb, head, SentenceAttributions.Trim(document.Text, span));
    }
}

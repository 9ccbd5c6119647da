using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Statements;

/// <summary>
/// Gives each quotation its attribution: by the words that touch it; by the sentence's tree; else, where it makes a sentence of its own, it goes
/// with the speaker before it in the paragraph, with the quotation it takes up, with a label above it, or with who speaks in the paragraph before.
/// </summary>
internal static class QuotationLinker
{
    private const int MostSentences = 64;

    public static Found?[] Link(Document document, References references, List<Found> found)
    {
        var of = new Found?[document.Quoted.Count];
        var byCue = new Dictionary<(int Sentence, int Token), Found>();
        foreach (var f in found)
        {
            byCue.TryAdd((f.Sentence, f.CueToken), f);
        }

        var bySentence = found.ToLookup(f => f.Sentence);
        for (var q = 0; q < of.Length; q++)
        {
            var quoted = document.Quoted[q];
            var clause = QuotationFinder.IsClause(document, quoted.Inner);
            of[q] = QuoteCues.Beside(document, references, quoted, clause) is { } credit
                ? Credited(document, credit, quoted, byCue, found)
                : ByTree(document, quoted, bySentence);
            if (of[q] is { } own)
            {
                Cover(own, quoted);
            }
        }

        for (var q = 0; q < of.Length; q++)
        {
            if (of[q] is null && q > 0 && of[q - 1] is { } broken && SameSentence(document, document.Quoted[q - 1], document.Quoted[q]))
            {
                // "How," asked X, "can this go on?"
                of[q] = broken;
                broken.Content.Add(document.Quoted[q].Outer);
            }
            else if (of[q] is null && Standing(document, document.Quoted[q]))
            {
                of[q] = Around(document, references, q, of, found, bySentence);
                of[q]?.Content.Add(document.Quoted[q].Outer);
            }
        }

        return of;
    }

    private static Found Credited(Document document, QuoteCues.Credit credit, Quoted quoted, Dictionary<(int, int), Found> byCue, List<Found> found)
    {
        var sentence = document.Sentences[credit.Sentence].Syntax;
        if (credit.Verb < 0 || !byCue.TryGetValue((credit.Sentence, credit.Verb), out var f))
        {
            f = new Found
            {
                Sentence = credit.Sentence,
                CueToken = credit.Verb,
                Lemma = credit.Verb < 0 ? "" : sentence[credit.Verb].Lemma,
                How = "the words that touch the quotation's marks",
                Cue = credit.Verb < 0 ? null : sentence[credit.Verb].Span,
            };
            found.Add(f);
            if (credit.Verb >= 0)
            {
                byCue[(credit.Sentence, credit.Verb)] = f;
            }
        }

        if (credit.Head >= 0)
        {
            (f.SourceSentence, f.SourceHead) = (credit.Sentence, credit.Head);
        }

        if (f.Source is null || credit.Source.Contains(f.Source.Value) || f.Source.Value.Overlaps(quoted.Outer))
        {
            f.Source = credit.Source.IsEmpty ? null : credit.Head >= 0 ? Clauses.WithoutRelative(sentence, credit.Head, credit.Source) : credit.Source;
        }

        // What the tree took for said but is the credit itself is not.
        f.Content.RemoveAll(c => c.Overlaps(credit.Source) && !c.Overlaps(quoted.Inner));
        return f;
    }

    /// <summary>The attribution whose content meets the quotation: the outermost one from outside the marks.</summary>
    private static Found? ByTree(Document document, Quoted quoted, ILookup<int, Found> bySentence)
    {
        Found? best = null;
        var size = -1;
        var (first, last) = document.SentencesIn(quoted.Outer);
        last = Math.Min(last, first + MostSentences);
        for (var s = first; s <= last; s++)
        {
            foreach (var f in bySentence[s])
            {
                if (f.Cue is { } cue && quoted.Inner.Overlaps(cue) || f.Source is null)
                {
                    continue;
                }

                foreach (var piece in f.Content)
                {
                    if (piece.Overlaps(quoted.Inner) && piece.Length > size)
                    {
                        (best, size) = (f, piece.Length);
                    }
                }
            }
        }

        return best;
    }

    private static Found? Around(Document document, References references, int q, Found?[] of, List<Found> found, ILookup<int, Found> bySentence)
    {
        var quoted = document.Quoted[q];
        if (quoted.Continues && q > 0 && of[q - 1] is { } taken)
        {
            return taken;
        }

        var (first, last) = document.SentencesIn(quoted.Outer);
        var paragraph = document.Sentences[first].Paragraph;
        if (last + 1 < document.Sentences.Count && document.Sentences[last + 1].Paragraph == paragraph && SpeakerPhrases.Looking(document, references, last + 1) is { } looking)
        {
            return New(document, looking.Sentence, looking.Head, first, found);
        }

        // On the air the sound is a paragraph, and the next one tells whose it was.
        if (last + 1 < document.Sentences.Count && document.Sentences[last + 1].Paragraph == paragraph + 1 && (first == 0 || document.Sentences[first - 1].Paragraph < paragraph)
            && SpeakerPhrases.Presented(document, references, last + 1) is { } presented)
        {
            return New(document, presented.Sentence, presented.Head, first, found);
        }

        if (q > 0 && document.Quoted[q - 1].Paragraph == quoted.Paragraph && of[q - 1] is { } sameSpeaker && !AnotherSpeaks(document, references, document.Quoted[q - 1], first, sameSpeaker))
        {
            return sameSpeaker;
        }

        // The sentence before, in the same paragraph: its speaker, or its subject ("Moon was blunt.").
        if (first > 0 && document.Sentences[first - 1].Paragraph == paragraph)
        {
            var before = bySentence[first - 1].Where(f => f.SourceHead >= 0 && f.Cue is not null).ToList();
            // What is attributed inside somebody's words is not who speaks on.
            if ((before.FindLast(f => !before.Exists(o => o != f && o.Content.Exists(c => c.Contains(f.Cue!.Value)))) ?? before.LastOrDefault()) is { } said)
            {
                // "Ann Potts told ministers it would end, her office said. "We ..."": the words go on being hers, not the office's.
                bool Named(Found f) => references.Of(f.SourceSentence, f.SourceHead) is { Kind: ReferentKind.Person };
                if (!Named(said) && before.Find(f => f.CueToken < said.CueToken && said.Content.Exists(c => c.Contains(f.Cue!.Value)) && Named(f)) is { } relayed)
                {
                    said = relayed;
                }

                return New(document, said.SourceSentence, said.SourceHead, first, found);
            }

            var subject = Subject(document, first - 1);
            return subject >= 0 && references.At(first - 1, subject) is { Referent.Kind: ReferentKind.Person } ? New(document, first - 1, subject, first, found) : null;
        }

        if (Label(document, references, first) is { } label)
        {
            return New(document, label.Sentence, label.Token, first, found);
        }

        // A paragraph of speech alone goes on with the one before.
        for (var k = q - 1; k >= 0 && document.Quoted[k].Paragraph >= quoted.Paragraph - 1; k--)
        {
            if (of[k] is { } speaker)
            {
                return speaker;
            }
        }

        for (var s = first - 1; s >= 0 && first - s < 6 && document.Sentences[s].Paragraph >= paragraph - 1; s--)
        {
            if (bySentence[s].LastOrDefault(f => f.SourceHead >= 0 && f.Cue is not null && references.At(f.SourceSentence, f.SourceHead) is { Referent.Kind: ReferentKind.Person }) is { } said)
            {
                return New(document, said.SourceSentence, said.SourceHead, first, found);
            }
        }

        // "X did not mince words at the hearing.", and the next paragraph is speech alone.
        return first > 0 && document.Sentences[first - 1].Paragraph == paragraph - 1 && Subject(document, first - 1) is >= 0 and var spoken && references.At(first - 1, spoken) is { Referent.Kind: ReferentKind.Person }
            ? New(document, first - 1, spoken, first, found)
            : null;
    }

    /// <summary>The subject of a sentence's main clause, or -1.</summary>
    private static int Subject(Document document, int s)
    {
        var sentence = document.Sentences[s].Syntax;
        var subject = sentence.Root >= 0 ? sentence.Child(sentence.Root, Deprel.Nsubj) : -1;
        for (var t = 2; subject < 0 && t < sentence.Count; t++)
        {
            // "Asked whether she had the votes, Odom smiled.": the tree may take the participle for the main verb.
            subject = sentence[t].Relation == Deprel.Nsubj && sentence[t - 1].Norm is "," && sentence[t].Pos is Upos.Propn or Upos.Pron && sentence[0].Tag is Xpos.VBN or Xpos.VBD or Xpos.VBG ? t : -1;
        }

        return subject >= 0 && !document.IsQuoted(sentence[subject].Start) ? subject : -1;
    }

    /// <summary>Between two quotations of a paragraph somebody else becomes a sentence's subject: "X said. Y would have none of it."</summary>
    private static bool AnotherSpeaks(Document document, References references, Quoted before, int first, Found by)
    {
        if (first == 0 || document.Sentences[first - 1].Span.Start < before.Outer.End || by.SourceHead < 0 || Subject(document, first - 1) is not (>= 0 and var subject)
            || references.At(first - 1, subject) is not { Referent.Kind: ReferentKind.Person or ReferentKind.Unnamed } mention)
        {
            return false;
        }

        return references.Of(by.SourceSentence, by.SourceHead) is { } speaker && speaker != mention.Referent && document.SentenceAt(before.Outer.End - 1) != first - 1;
    }

    /// <summary>A line without a verb above the quotation that names somebody: "[Soundbite] Choi Hyun-soo, Spokesperson".</summary>
    private static (int Sentence, int Token)? Label(Document document, References references, int first)
    {
        for (var s = first - 1; s >= 0 && first - s <= 2 && document.Sentences[s].Paragraph >= document.Sentences[first].Paragraph - 1; s--)
        {
            var sentence = document.Sentences[s].Syntax;
            if (sentence.Count > 40 || sentence[sentence.Count - 1].Tag == Xpos.Stop)
            {
                return null;
            }

            for (var t = 0; t < sentence.Count; t++)
            {
                if (references.At(s, t) is { Form: MentionForm.Name, Referent.Kind: ReferentKind.Person } mention && mention.Head == t)
                {
                    return (s, t);
                }
            }
        }

        return null;
    }

    private static bool SameSentence(Document document, Quoted first, Quoted second)
    {
        var text = document.Text;
        var before = second.Outer.Start - 1;
        while (before > first.Outer.End && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return before >= first.Outer.End && text[before] == ',' && second.Outer.Start - first.Outer.End < 200
            && document.SentenceAt(first.Outer.End - 1) is >= 0 and var s && s == document.SentenceAt(second.Outer.Start);
    }

    private static Found New(Document document, int sourceSentence, int sourceHead, int sentence, List<Found> found)
    {
        var f = new Found
        {
            Sentence = sentence,
            Lemma = "",
            How = "who spoke, or was spoken of, just before",
            SourceSentence = sourceSentence,
            SourceHead = sourceHead,
            Source = SentenceAttributions.Trim(document.Text, document.Sentences[sourceSentence].Syntax[sourceHead].Span),
        };
        found.Add(f);
        return f;
    }

    /// <summary>What stands between the marks is said as a whole.</summary>
    private static void Cover(Found own, Quoted quoted)
    {
        for (var i = 0; i < own.Content.Count; i++)
        {
            if (own.Content[i].Overlaps(quoted.Inner))
            {
                own.Content[i] = own.Content[i].Union(quoted.Outer);
                return;
            }
        }

        own.Content.Add(quoted.Outer);
    }

    /// <summary>A quotation that makes a sentence of its own: its opening mark starts a sentence.</summary>
    private static bool Standing(Document document, Quoted quoted)
    {
        var (first, last) = document.SentencesIn(quoted.Outer);
        return first <= last && document.Sentences[first].Span.Start >= quoted.Outer.Start;
    }
}

using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Statements;

/// <summary>Who says what, by which words: sentence by sentence from the trees, then the quotations that no sentence explains.</summary>
public static class AttributionFinder
{
    public static Attributions Find(Document document, References references)
    {
        var found = new List<Found>();
        for (var s = 0; s < document.Sentences.Count; s++)
        {
            SentenceAttributions.Collect(document, s, found);
        }

        var ofQuoted = QuotationLinker.Link(document, references, found);
        var all = new List<Attribution>(found.Count);
        var keys = new Dictionary<FindingKey, int>();
        var made = new Dictionary<Found, Attribution>();
        var bySource = found.ToLookup(f => f.SourceSentence);
        foreach (var f in found)
        {
            SentenceAttributions.Join(document.Text, f.Content);
            if (f.Content.Count > 0)
            {
                all.Add(made[f] = Make(document, references, bySource, f, keys));
            }
        }

        return new Attributions([.. all.OrderBy(a => a.Content[0].Start)], [.. ofQuoted.Select(f => f is null ? null : made.GetValueOrDefault(f))]);
    }

    private static Attribution Make(Document document, References references, ILookup<int, Found> bySource, Found f, Dictionary<FindingKey, int> keys)
    {
        var text = document.Text;
        var speaker = f.SourceHead >= 0 ? references.Of(f.SourceSentence, f.SourceHead) ?? NamedIn(document, references, f) : null;
        speaker = speaker is { Kind: ReferentKind.Unnamed } ? NamedBefore(document, references, bySource, f) ?? speaker : speaker;
        var content = f.Content.OrderBy(c => c.Start).ToArray();
        var official = speaker?.Kind == ReferentKind.Person ? speaker.Official : null;
        var name = speaker?.Kind == ReferentKind.Person ? speaker.Name : null;
        var sentence = document.Sentences[f.Sentence].Span.In(text);
        var key = Unique(keys, "statement", $"{f.Lemma}:{name}", sentence);
        document.Trace?.Add(key, Steps(f, speaker));
        var statement = new Statement(
            key,
            f.Source is { } source ? Evidence.In(text, Whole(references, f, source)) : null,
            f.Cue is { } cue ? Evidence.In(text, cue) : null,
            [.. content.Select(c => Evidence.In(text, c))],
            official,
            name,
            speaker?.Country,
            Form(document, content));
        return new Attribution(statement, speaker, f.Sentence, f.CueToken, f.Lemma, content);
    }

    /// <summary>The name at the end of a source whose head is a title: "Secretary of State Ann Potts".</summary>
    private static Referent? NamedIn(Document document, References references, Found f)
    {
        var sentence = document.Sentences[f.SourceSentence].Syntax;
        for (var t = f.SourceHead + 1; f.Source is { } source && t < sentence.Count && sentence[t].Start < source.End && sentence[t].Norm is not ","; t++)
        {
            if (sentence[t].Pos == Upos.Adp && references.At(f.SourceSentence, t) is null)
            {
                // "one of Minister Potts's aides", "a poster behind Minister Potts"
                return null;
            }

            if (references.At(f.SourceSentence, t) is { Form: MentionForm.Name, Referent.Kind: ReferentKind.Person } mention && mention.Head == t)
            {
                return mention.Referent;
            }
        }

        return null;
    }

    /// <summary>"Ann Potts told reporters that it would end, the official said later": who is meant has been named as the sentence's first speaker.</summary>
    private static Referent? NamedBefore(Document document, References references, ILookup<int, Found> bySource, Found f)
    {
        if (f.Source is not { } source || document.Sentences[f.SourceSentence].Syntax is var sentence && sentence[sentence.At(source.Start)].Norm is not "the")
        {
            return null;
        }

        var first = bySource[f.SourceSentence].FirstOrDefault(o => o != f && o.Sentence == o.SourceSentence && o.SourceHead >= 0 && o.CueToken >= 0 && o.CueToken < f.SourceHead);
        return first is not null && references.Of(first.SourceSentence, first.SourceHead) is { Kind: ReferentKind.Person } named ? named : null;
    }

    /// <summary>What led to the statement, for a trace.</summary>
    private static IEnumerable<string> Steps(Found f, Referent? speaker)
    {
        yield return CueLexicon.Verb(f.Lemma) is { } cue ? $"the verb \"{f.Lemma}\" ({cue.Frame.ToString().ToLowerInvariant()})" : f.Lemma.Length > 0 ? $"the cue \"{f.Lemma}\"" : "no cue of its own";
        yield return $"found by {f.How}";
        yield return speaker is null ? "whom the source stands for cannot be told" : $"the source stands for {speaker.Name ?? speaker.Country ?? "somebody unnamed"} ({speaker.Kind.ToString().ToLowerInvariant()})";
    }

    /// <summary>With the whole name where the tree held its title only: "House Majority Leader" + "Eric Cantor".</summary>
    private static TextSpan Whole(References references, Found f, TextSpan source)
    {
        if (f.SourceHead < 0 || references.At(f.SourceSentence, f.SourceHead) is not { Form: MentionForm.Name } mention || mention.Sentence != f.Sentence)
        {
            return source;
        }

        var gap = Math.Max(mention.Span.Start - source.End, source.Start - mention.Span.End);
        return gap <= 1 && !f.Content.Any(c => c.Overlaps(mention.Span)) ? source.Union(mention.Span) : source;
    }

    /// <summary>The same words said twice get keys of their own.</summary>
    internal static FindingKey Unique(Dictionary<FindingKey, int> keys, string type, string discriminator, ReadOnlySpan<char> sentence)
    {
        var key = FindingKey.Of(type, discriminator, sentence);
        var ordinal = keys.GetValueOrDefault(key);
        keys[key] = ordinal + 1;
        return ordinal == 0 ? key : FindingKey.Of(type, discriminator, sentence, ordinal);
    }

    /// <summary>Direct when all of it stands between marks, mixed when some of it does.</summary>
    private static StatementForm Form(Document document, TextSpan[] content)
    {
        int all = 0, quoted = 0;
        foreach (var piece in content)
        {
            all += piece.Length;
            var (first, last) = document.QuotedIn(piece);
            for (var i = first; i <= last; i++)
            {
                var q = document.Quoted[i];
                quoted += Math.Max(0, Math.Min(q.Outer.End, piece.End) - Math.Max(q.Outer.Start, piece.Start));
            }
        }

        return quoted == 0 ? StatementForm.Indirect : quoted >= all - 3 ? StatementForm.Direct : StatementForm.Mixed;
    }
}

/// <summary>An attribution being put together; spans of the text.</summary>
internal sealed class Found
{
    public required int Sentence { get; init; }

    public int CueToken { get; init; } = -1;

    public required string Lemma { get; init; }

    public TextSpan? Cue { get; init; }

    /// <summary>By which means it was found, for a trace.</summary>
    public string How { get; init; } = "the sentence's tree or the order of its words";

    public TextSpan? Source { get; set; }

    public int SourceSentence { get; set; } = -1;

    /// <summary>Token of the source's head in its sentence, or -1.</summary>
    public int SourceHead { get; set; } = -1;

    public List<TextSpan> Content { get; } = [];
}

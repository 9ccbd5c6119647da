using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Statements;

/// <content>What is found is put on record, with its spans made tidy.</content>
internal static partial class SentenceAttributions
{
    private static void Add(
        Document document, int index, Sentence sentence, int cueToken, TextSpan cue, int source, List<TextSpan> content, List<Found> found, TextSpan? sourceSpan = null)
    {
        var text = document.Text;
        var from = source >= 0 ? sourceSpan ?? Trim(text, Clauses.Subtree(sentence, source)) : (TextSpan?)null;
        var f = new Found
        {
            Sentence = index,
            CueToken = cueToken,
            Lemma = sentence[cueToken].Lemma,
            Cue = cue,
            Source = from is { IsEmpty: false } named ? Clauses.WithoutRelative(sentence, source, named) : null,
            SourceSentence = index,
            SourceHead = source,
        };
        foreach (var piece in content)
        {
            // Neither the cue nor the source is part of what is said.
            var rest = Without(piece, cue);
            foreach (var r in rest)
            {
                foreach (var kept in from is { } s && s.Length < piece.Length ? Without(r, s) : [r])
                {
                    var trimmed = Trim(text, kept);
                    if (!trimmed.IsEmpty)
                    {
                        f.Content.Add(trimmed);
                    }
                }
            }
        }

        if (document.QuotedAt(sentence[cueToken].Start) is { } within)
        {
            // What is attributed between marks goes no farther than they.
            for (var i = f.Content.Count - 1; i >= 0; i--)
            {
                f.Content[i] = Trim(text, Clip(f.Content[i], within.Inner));
                if (f.Content[i].IsEmpty)
                {
                    f.Content.RemoveAt(i);
                }
            }
        }

        Join(text, f.Content);
        if (f.Content.Count > 0)
        {
            found.Add(f);
        }
    }

    /// <summary>Pieces that overlap or touch become one.</summary>
    internal static void Join(string text, List<TextSpan> pieces)
    {
        pieces.Sort();
        for (var i = pieces.Count - 1; i > 0; i--)
        {
            var gap = pieces[i].Start - pieces[i - 1].End;
            if (gap <= 0 || text.AsSpan(pieces[i - 1].End, gap).IsWhiteSpace())
            {
                pieces[i - 1] = pieces[i - 1].Union(pieces[i]);
                pieces.RemoveAt(i);
            }
        }
    }

    private static IEnumerable<TextSpan> Without(TextSpan span, TextSpan hole)
    {
        if (!span.Overlaps(hole))
        {
            yield return span;
            yield break;
        }

        if (span.Start < hole.Start)
        {
            yield return new TextSpan(span.Start, hole.Start);
        }

        if (hole.End < span.End)
        {
            yield return new TextSpan(hole.End, span.End);
        }
    }

    /// <summary>A stretch less a phrase inside it.</summary>
    private static void Around(Document document, Sentence sentence, TextSpan whole, TextSpan hole, List<TextSpan> content)
    {
        _ = sentence;
        foreach (var piece in Without(whole, hole))
        {
            var trimmed = Trim(document.Text, piece);
            if (trimmed.Length > 1)
            {
                content.Add(trimmed);
            }
        }
    }

    private static TextSpan CueSpan(Sentence sentence, int verb)
    {
        var span = sentence[verb].Span;
        for (var t = verb - 1; t >= 0 && sentence[t].Head == verb && sentence[t].Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Advmod && sentence[t].Pos is Upos.Aux or Upos.Part; t--)
        {
            span = span.Union(sentence[t].Span);
        }

        return span;
    }

    private static TextSpan Clip(TextSpan span, TextSpan to) => span.Overlaps(to) ? new(Math.Max(span.Start, to.Start), Math.Min(span.End, to.End)) : default;

    internal static TextSpan TrimBlanks(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Without blanks and commas at its ends.</summary>
    internal static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is ',' or ';' or ':' or '.' or '\u2014' or '-'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';' or ':' or '.' or '\u2014' && end - 1 > start))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}

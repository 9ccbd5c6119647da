using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>
/// Picks the headline among the lines before a story: a line of some words that shares its words with the story and stands nearest to byline and stamp.
/// </summary>
internal static class HeadlineFinder
{
    private const int OpeningParagraphs = 4;

    /// <summary>What stands after byline or stamp is rather a deck or a key point, where a headline stood before them.</summary>
    private const double AfterHead = 2;

    /// <summary>How much better than the title above it a line may score and still be its deck.</summary>
    private const double AsDeck = 1.6;

    /// <summary>Words that such a title has at least.</summary>
    private const int DeckBelow = 6;

    public static int Find(string text, List<SortedLine> lines, int bodyStart)
    {
        HashSet<string>? opening = null;
        var best = -1;
        var bestScore = 0.0;
        double before = -1;
        var listing = false;
        var headed = false;
        for (var i = 0; i < bodyStart && i < 400; i++)
        {
            headed |= lines[i].Kind is LineKind.Stamp or LineKind.Byline;
            listing = lines[i].Kind switch { LineKind.List => true, LineKind.Stamp or LineKind.Byline => false, _ => listing };
            if (lines[i].Kind is not (LineKind.Title or LineKind.Sentence or LineKind.Bullet or LineKind.Prose) || lines[i].Line.Words < 3 || lines[i].Line.Span.Length > 220)
            {
                continue;
            }

            var words = lines[i].Line.In(text).ToString();
            opening ??= Opening(text, lines, bodyStart);
            var score = Score(words, lines[i], opening) - (listing ? 2.5 : 0) + HeadFollows(lines, i, bodyStart) - (headed && best >= 0 ? AfterHead : 0);
            // A title right below a title that would do is its deck.
            var deck = best == i - 1 && best >= 0 && lines[i].Kind is LineKind.Title && lines[best].Kind is LineKind.Title && lines[best].Line.Words >= DeckBelow && lines[best].Line.In(text).IndexOfAny('>', '|', '»') < 0 && before == bestScore && bestScore > score - AsDeck;
            before = score;
            if (score > bestScore && !deck)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    private static double Score(string words, SortedLine line, HashSet<string> opening)
    {
        if (RevisionTag.Split(words).Revision is not null || MailHeader.Field(words) == "Subject")
        {
            return 20;
        }

        int content = 0, shared = 0;
        foreach (var word in ContentWords(words))
        {
            content++;
            shared += opening.Contains(word) ? 1 : 0;
        }

        var score = content == 0 ? 0.2 : 4.0 * shared / content;
        score += line.Line.Words switch { < 4 => -1.5, < 5 => 0, <= 24 => 1, _ => -1 };
        score -= line.Kind is LineKind.Prose or LineKind.Sentence && words.EndsWith('.') ? 2.2 : 0;
        score -= line.Kind is LineKind.Bullet ? 1.5 : 0;
        return score;
    }

    /// <summary>A stamp, byline or the story follows within a few lines; other titles between make it less sure.</summary>
    private static double HeadFollows(List<SortedLine> lines, int i, int bodyStart)
    {
        var titles = 0;
        for (var k = i + 1; k <= bodyStart && k < lines.Count && k <= i + 6; k++)
        {
            if (lines[k].Kind is LineKind.Stamp or LineKind.Byline or LineKind.Note or LineKind.Dateline || k == bodyStart)
            {
                return titles == 0 ? 1 : 0.5;
            }

            titles += lines[k].Kind is LineKind.Title or LineKind.Sentence ? 1 : 0;
        }

        return 0;
    }

    private static HashSet<string> Opening(string text, List<SortedLine> lines, int bodyStart)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (int i = bodyStart, taken = 0; i < lines.Count && taken < OpeningParagraphs; i++)
        {
            if (lines[i].Kind == LineKind.Prose)
            {
                var span = lines[i].Line.Span;
                words.UnionWith(ContentWords(text.Substring(span.Start, Math.Min(span.Length, 1200))));
                taken++;
            }
        }

        return words;
    }

    /// <summary>Words of four letters and more, cut to their first five: "minister's" and "ministers" count as one.</summary>
    private static IEnumerable<string> ContentWords(string words)
    {
        for (var at = 0; at < words.Length;)
        {
            var start = at;
            while (at < words.Length && char.IsLetter(words[at]))
            {
                at++;
            }

            if (at - start >= 4)
            {
                yield return words.Substring(start, Math.Min(5, at - start)).ToLowerInvariant();
            }

            at = at == start ? at + 1 : at;
        }
    }
}

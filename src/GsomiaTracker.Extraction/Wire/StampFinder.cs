namespace GsomiaTracker.Extraction.Wire;

/// <summary>Which of a page's stamps tells when the piece was published: the first one by the story, not the page's clock or a related story's day.</summary>
internal static class StampFinder
{
    public static (Timestamp Stamp, string Words)? Find(string text, List<SortedLine> lines, Layout layout)
    {
        var best = -1;
        var bestRank = 0;
        var listing = false;
        for (var i = 0; i < lines.Count; i++)
        {
            listing = lines[i].Kind switch { LineKind.List => true, LineKind.Prose or LineKind.Byline => false, _ => listing };
            if (lines[i].Stamp is not { } stamp || (i >= layout.BodyStart && i < layout.BodyEnd && i > layout.BodyStart + 1) || i > layout.BodyEnd + 8)
            {
                continue;
            }

            var rank = (stamp.Year != 0 ? 8 : 0) + (stamp.Time is not null ? 4 : 0) + (i < layout.BodyEnd ? 3 : 0) + (i >= layout.Headline ? 2 : 0) - (listing ? 9 : 0);
            if (rank > bestRank)
            {
                (best, bestRank) = (i, rank);
            }
        }

        return best < 0 ? null : (lines[best].Stamp!.Value, lines[best].Line.Span.Of(text));
    }
}

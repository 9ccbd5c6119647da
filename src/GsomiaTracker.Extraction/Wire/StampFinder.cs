using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction.Dates;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>Which of a page's stamps tells when the piece was published: the first one by the story, not the page's clock or a related story's day.</summary>
internal static class StampFinder
{
    public static (Timestamp Stamp, string Words)? Find(string text, List<SortedLine> lines, Layout layout, Dossier dossier)
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

        return best < 0 ? null : (Ordered(lines[best].Stamp!.Value, text, lines, layout, dossier), lines[best].Line.Span.Of(text));
    }

    /// <summary>"02/08/2019" is read day first or month first: as the lead's weekday has it, else as it falls into the dossier's days, else month first.</summary>
    private static Timestamp Ordered(Timestamp stamp, string text, List<SortedLine> lines, Layout layout, Dossier dossier)
    {
        if (!stamp.Swappable || stamp.Date is not { } first || stamp.Swapped.Date is not { } second || first == second)
        {
            return stamp;
        }

        int Fit(DateOnly day) => (dossier.FirstDay <= day && day <= dossier.LastDay ? 2 : 0) + (LeadWeekday(text, lines, layout) == day.DayOfWeek ? 3 : 0);
        return Fit(second) > Fit(first) ? stamp.Swapped : stamp;
    }

    private static DayOfWeek? LeadWeekday(string text, List<SortedLine> lines, Layout layout)
    {
        if (layout.BodyStart >= lines.Count)
        {
            return null;
        }

        var lead = lines[layout.BodyStart].Line.In(text);
        foreach (var word in lead.SplitAny(" ,.()"))
        {
            if (lead[word].EndsWith("day") && CalendarNames.Weekday(lead[word]) is { } day)
            {
                return day;
            }
        }

        return null;
    }
}

using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// Positions over time, per holder and issue. Of each story one statement counts for each position: known since the first take that had it,
/// in the words of the last one.
/// </summary>
public static class StanceFold
{
    /// <param name="takes">All that were known, in known order.</param>
    public static IReadOnlyList<StanceHistory> Of(IEnumerable<ArticleRevision> takes)
    {
        var holders = new Dictionary<(string Country, string? Person, string? Org, string Issue), List<StanceReport>>();
        var places = new Dictionary<(List<StanceReport> Holder, string Article, Position Position), int>();
        foreach (var take in takes)
        {
            foreach (var stance in take.Reading.Stances)
            {
                var holder = (stance.Country, stance.Person, stance.Org, stance.Issue);
                if (!holders.TryGetValue(holder, out var reports))
                {
                    holders[holder] = reports = [];
                }

                var header = take.Reading.Header;
                var report = new StanceReport(take.Article, take.Revision, header.Agency, header.Published, take.KnownSince, stance);
                var place = (reports, take.Article, stance.Position);
                if (!places.TryGetValue(place, out var earlier))
                {
                    places[place] = reports.Count;
                    reports.Add(report);
                }
                else if (reports[earlier].Revision != take.Revision)
                {
                    reports[earlier] = report with { KnownSince = reports[earlier].KnownSince };
                }
            }
        }

        return
        [
            .. holders.Select(h => History(h.Key.Country, h.Key.Person, h.Key.Org, h.Key.Issue, h.Value))
                .OrderBy(h => h.Country, StringComparer.Ordinal).ThenBy(h => h.Issue, StringComparer.Ordinal)
                .ThenBy(h => h.Person, StringComparer.Ordinal).ThenBy(h => h.Org, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// A story in which the holder's position so far appears beside another does not change it: who is for a thing and names a condition
    /// in the next breath has not turned. What such a story says besides is kept apart.
    /// </summary>
    private static StanceHistory History(string country, string? person, string? org, string issue, List<StanceReport> reports)
    {
        var steps = new List<(Position Position, List<StanceReport> Reports)>();
        var beside = new List<StanceReport>();
        foreach (var story in reports.GroupBy(r => (r.KnownSince.UtcTicks, r.Article)).OrderBy(g => g.Key.UtcTicks).ThenBy(g => g.Key.Article, StringComparer.Ordinal))
        {
            var position = steps.Count > 0 && story.Any(r => r.Finding.Position == steps[^1].Position)
                ? steps[^1].Position
                : Foremost(story);
            if (steps.Count == 0 || steps[^1].Position != position)
            {
                steps.Add((position, []));
            }

            steps[^1].Reports.AddRange(story.Where(r => r.Finding.Position == position));
            beside.AddRange(story.Where(r => r.Finding.Position != position));
        }

        return new StanceHistory(country, person, org, issue, [.. steps.Select(s => new StanceStep(s.Position, s.Reports[0].KnownSince, s.Reports[^1].KnownSince, s.Reports))])
        {
            Beside = beside,
        };
    }

    /// <summary>Conditional is the more exact word where a story has several; else the one with most words to carry it.</summary>
    private static Position Foremost(IEnumerable<StanceReport> story) =>
        story.MaxBy(r => (r.Finding.Position == Position.Conditional, r.Finding.Evidence.Count, -(int)r.Finding.Position))!.Finding.Position;
}

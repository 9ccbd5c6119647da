using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// Readings and corrections in, chronicle out: a pure function, the reference for everything that is kept incrementally. Laws, tested: any
/// order of <c>takes</c> gives the same chronicle; with a moment it equals the chronicle of only what was known then.
/// </summary>
public static class ChronicleBuilder
{
    /// <param name="takes">All takes of all stories, in any order.</param>
    /// <param name="corrections">All corrections, in any order; their sequence decides.</param>
    /// <param name="asOf">What became known later does not exist; null for the whole record.</param>
    public static Chronicle Build(IEnumerable<ArticleRevision> takes, IReadOnlyList<Correction> corrections, Dossier dossier, DateTimeOffset? asOf)
    {
        var known = takes.Where(t => asOf is not { } moment || t.KnownSince <= moment).Order(KnownOrder.Instance).ToList();
        var speaking = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var take in known)
        {
            speaking[take.Article] = take.Revision;
        }

        var fold = new ChronicleFold(dossier);
        var members = new Dictionary<EventCluster, List<Report>>();
        foreach (var take in known)
        {
            foreach (var placement in fold.Add(take))
            {
                if (!members.TryGetValue(placement.Event, out var reports))
                {
                    members[placement.Event] = reports = [];
                }

                reports.Add(ReportOf(take, placement.Finding) with { Superseded = speaking[take.Article] != take.Revision });
            }
        }

        return Assemble(members.Values, known, dossier, asOf);
    }

    /// <summary>A finding as a report, with what a page needs to show of its article.</summary>
    public static Report ReportOf(ArticleRevision take, int finding, string? source = null)
    {
        var header = take.Reading.Header;
        return new Report(take.Article, take.Revision, header.Agency, header.Headline, header.Published, take.KnownSince, take.Reading.Events[finding], source);
    }

    private static Chronicle Assemble(IEnumerable<List<Report>> members, List<ArticleRevision> known, Dossier dossier, DateTimeOffset? asOf)
    {
        var lastKnown = known.Count == 0 ? (DateTimeOffset?)null : known[^1].KnownSince;
        var moment = asOf ?? lastKnown;
        var places = new Gazetteer(dossier);
        var all = members.Select(reports => EventView.Of(reports, moment!.Value, dossier, places)).Order(ByDay).ToList();
        var events = all.Where(e => !e.Withdrawn).ToList();
        return new Chronicle(
            asOf,
            events,
            StanceFold.Of(known),
            [.. events.SelectMany(e => e.Disagreements)],
            DeadlineReckoning.Of(events, dossier.Deadline, moment))
        {
            Withdrawn = [.. all.Where(e => e.Withdrawn)],
            LastKnown = lastKnown,
        };
    }

    /// <summary>By day, then by becoming known; those without days last.</summary>
    public static Comparer<ChronicleEvent> ByDay { get; } = Comparer<ChronicleEvent>.Create((a, b) =>
    {
        var order = (a.Days ?? Never).CompareTo(b.Days ?? Never);
        order = order != 0 ? order : a.KnownSince.UtcTicks.CompareTo(b.KnownSince.UtcTicks);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    });

    private static readonly Time.DayRange Never = new(DateOnly.MaxValue, DateOnly.MaxValue);
}

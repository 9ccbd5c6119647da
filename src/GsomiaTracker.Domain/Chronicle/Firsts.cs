using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Officials;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>"The first since October last year": such a claim disagrees with an event of the same kind and the same states between then and now.</summary>
public static class Firsts
{
    private const string Detail = "first";

    /// <summary>The days since which a finding's words claim to be the first, from the dates read within those words; null without a claim.</summary>
    public static DayRange? Since(EventReported finding, Reading reading)
    {
        foreach (var detail in finding.Details)
        {
            if (detail.Name == Detail)
            {
                foreach (var date in reading.Dates)
                {
                    if (date.Days is { } days && days != finding.Days && detail.Evidence.Span.Overlaps(date.Words.Span))
                    {
                        return days;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Adds the disagreements that only the other events show.</summary>
    public static IReadOnlyList<ChronicleEvent> Confront(IReadOnlyList<ChronicleEvent> events, Dossier dossier, IReadOnlyDictionary<string, string> explained)
    {
        List<ChronicleEvent>? changed = null;
        for (var i = 0; i < events.Count; i++)
        {
            if (Against(events[i], events, dossier) is { } other && events[i].Telling.FirstOrDefault(r => r.FirstSince is not null) is { } claim)
            {
                changed ??= [.. events];
                var words = claim.Finding.Details.First(d => d.Name == Detail).Evidence;
                var report = other.Telling.First();
                var disagreement = Differences.Make(
                    events[i], Detail,
                    [new DisagreementSide($"first since {claim.FirstSince}", claim, words), new DisagreementSide($"{other.Days}: {other.Title}", report, report.Words)],
                    explained);
                changed[i] = events[i] with { Disagreements = [.. events[i].Disagreements, disagreement] };
            }
        }

        return changed ?? events;
    }

    private static ChronicleEvent? Against(ChronicleEvent e, IReadOnlyList<ChronicleEvent> events, Dossier dossier)
    {
        if (e.Days is not { } days || e.Countries.Count < 2 || e.Telling.FirstOrDefault(r => r.FirstSince is not null)?.FirstSince is not { } since)
        {
            return null;
        }

        // Ministers are no presidents.
        // An event strictly between that all the claimed first one's states held among themselves; what the claim itself counts from is its own floor.
        return events.FirstOrDefault(o => o.Id != e.Id && o.Kind == e.Kind && o.Status == EventStatus.Happened
            && o.Days is { Days: <= 45 } between && between.From > since.To && between.To < days.From
            && o.Countries.Count == e.Countries.Count && o.Countries.All(e.Countries.Contains)
            && (e.People.Count == 0 ? o.People.Count == 0 && LevelOf(e) == LevelOf(o) : SamePeople(e, o, dossier)));
    }

    /// <summary>
    /// One of the people in both; and of each state for which both name someone the same one, or one who held his office then: a premier's talks with the other's president are not those
    /// of the premier with the president's premier.
    /// </summary>
    private static bool SamePeople(ChronicleEvent e, ChronicleEvent o, Dossier dossier)
    {
        if (!e.People.Intersect(o.People).Any())
        {
            return false;
        }

        var others = Known(o, dossier).ToLookup(q => q.Country, StringComparer.Ordinal);
        return Known(e, dossier).GroupBy(p => p.Country, StringComparer.Ordinal).All(side => !others.Contains(side.Key)
            || others[side.Key].Any(q => side.Any(p => p.Id == q.Id || (Office(q, o) is { } office && office == Office(p, e)))));
    }

    private static IEnumerable<Official> Known(ChronicleEvent e, Dossier dossier) => dossier.Officials.Where(o => e.People.Contains(o.Id));

    private static string? Office(Official official, ChronicleEvent e) => official.OfficeOn(e.Days!.Value.To)?.Name;

    /// <summary>At which level those met whom nothing names; null where no report says.</summary>
    private static string? LevelOf(ChronicleEvent e) =>
        e.Telling.SelectMany(r => r.Finding.Details).FirstOrDefault(d => d.Name == "level")?.Value;
}

using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>What a line of the timeline shows of an event: <see cref="ChronicleEvent"/> without its history, reports and disagreements.</summary>
/// <param name="KnownSince">Since when the event is known.</param>
/// <param name="Sources">Independent sources among the reports that speak.</param>
/// <param name="Reports">How many reports it has, silenced ones included.</param>
/// <param name="Withdrawn">No speaking take tells it any more.</param>
public sealed record EventLine(
    string Id,
    string Slug,
    EventKind Kind,
    string Title,
    DayRange? Days,
    EventStatus Status,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> People,
    string? Place,
    DateTimeOffset KnownSince,
    int Sources,
    int Reports,
    bool Withdrawn)
{
    public static EventLine Of(ChronicleEvent e) =>
        new(e.Id, e.Slug, e.Kind, e.Title, e.Days, e.Status, e.Countries, e.People, e.Place, e.KnownSince, e.Sources, e.Reports.Count, e.Withdrawn);
}

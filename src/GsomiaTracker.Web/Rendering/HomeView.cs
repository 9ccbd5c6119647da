using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Web.Rendering;

/// <summary>A state that an event came into, for the list of what changed last.</summary>
public sealed record Change(ChronicleEvent Event, EventState State, EventStatus? Before);

/// <summary>What the first page shows.</summary>
/// <param name="KeyEvents">The three that most independent sources tell, the outcome first of all, in order of day.</param>
/// <param name="LastChanges">The last states that became known, newest first.</param>
/// <param name="Planned">Plans whose last day has not passed, the nearest first.</param>
public sealed record HomeView(DeadlineState Deadline, IReadOnlyList<TimelineItem> KeyEvents, IReadOnlyList<Change> LastChanges, IReadOnlyList<TimelineItem> Planned)
{
    public static HomeView Of(RecordAsOf record)
    {
        var chronicle = record.Chronicle;
        var outcome = chronicle.Deadline.Outcome?.Id;
        var subject = record.Dossier.Deadline.Subject;
        var today = record.ShownDay;
        return new HomeView(
            chronicle.Deadline,
            [.. chronicle.Events
                .Where(e => (e.Status == EventStatus.Happened || e.Id == outcome) && e.Days is { Days: <= 7 } d && d.From >= record.Dossier.FirstDay && d.To <= record.Dossier.LastDay)
                .OrderByDescending(e => e.Id == outcome)
                .ThenByDescending(e => e.Sources)
                .ThenByDescending(e => e.About.Contains(subject))
                .ThenByDescending(e => e.Told())
                .ThenByDescending(e => e.Days?.From)
                .Take(3)
                .OrderBy(e => e.Days?.From)
                .Select(TimelineItem.Of)],
            [.. Changes(chronicle).OrderByDescending(c => c.State.KnownSince).ThenByDescending(c => c.Event.Days?.From).Take(5)],
            [.. chronicle.Events
                .Where(e => e.Status is EventStatus.Scheduled or EventStatus.Tentative && e.Days is { } d && d.To >= today)
                .OrderBy(e => e.Days!.Value.From)
                .Take(4)
                .Select(TimelineItem.Of)]);
    }

    /// <summary>The last that happened by the moment shown, in order of day: what a brief tells.</summary>
    public static IReadOnlyList<ChronicleEvent> Happened(RecordAsOf record) =>
    [
        .. record.Chronicle.Events
            .Where(e => e.Status == EventStatus.Happened && e.Days is { Days: <= 7 } d && d.From <= record.ShownDay)
            .OrderByDescending(e => e.Days!.Value.From).ThenByDescending(e => e.Sources)
            .Take(8)
            .OrderBy(e => e.Days!.Value.From),
    ];

    /// <summary>Every change of every event's state, with the state before it.</summary>
    public static IEnumerable<Change> Changes(Chronicle chronicle) =>
        chronicle.Events.SelectMany(e => e.History.Select((s, i) => new Change(e, s, i == 0 ? null : e.History[i - 1].Status)));
}

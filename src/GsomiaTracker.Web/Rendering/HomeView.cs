using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Web.Rendering;

/// <summary>A state that an event came into, for the list of what changed last.</summary>
public sealed record Change(ChronicleEvent Event, EventState State, EventStatus? Before);

/// <summary>What the first page shows.</summary>
/// <param name="KeyEvents">The three that most independent sources tell with a day of their own (who only mentions it in passing does not count), the outcome first of all, in order of day.</param>
/// <param name="Later">Once the deadline has an outcome: what was done last about its subject after the deadline's day; null where nothing was.</param>
/// <param name="LastChanges">The last states that became known, newest first.</param>
/// <param name="Planned">Plans whose last day has not passed, the nearest first.</param>
public sealed record HomeView(DeadlineState Deadline, IReadOnlyList<TimelineItem> KeyEvents, IReadOnlyList<Change> LastChanges, IReadOnlyList<TimelineItem> Planned, TimelineItem? Later)
{
    public static HomeView Of(RecordAsOf record)
    {
        var chronicle = record.Chronicle;
        var today = record.ShownDay;
        return new HomeView(
            chronicle.Deadline,
            [.. KeysOf(chronicle, record.Dossier).Select(TimelineItem.Of)],
            [.. Changes(chronicle).OrderByDescending(c => c.State.KnownSince).ThenByDescending(c => c.Event.Days?.From).Take(5)],
            [.. chronicle.Events
                .Where(e => e.Status is EventStatus.Scheduled or EventStatus.Tentative && e.Days is { } d && d.To >= today)
                .OrderBy(e => e.Days!.Value.From)
                .Take(4)
                .Select(TimelineItem.Of)],
            LaterOf(chronicle, record.Dossier) is { } later ? TimelineItem.Of(later) : null);
    }

    /// <summary>Three events of the dossier's days, in order of day.</summary>
    public static IReadOnlyList<ChronicleEvent> KeysOf(Chronicle chronicle, Dossier dossier)
    {
        var outcome = chronicle.Deadline.Outcome?.Id;
        return
        [
            .. chronicle.Events
                .Where(e => (e.Status == EventStatus.Happened || e.Id == outcome) && e.Days is { Days: <= 7 } d && d.From >= dossier.FirstDay && d.To <= dossier.LastDay)
                .OrderByDescending(e => e.Id == outcome)
                .ThenByDescending(Voices)
                .ThenByDescending(e => e.About.Contains(dossier.Deadline.Subject))
                .ThenByDescending(e => e.Told())
                .ThenByDescending(e => e.Days?.From)
                .Take(3)
                .OrderBy(e => e.Days?.From),
        ];
    }

    /// <summary>What was done last about the deadline's subject after its day; null before the deadline has an outcome, and where nothing was.</summary>
    public static ChronicleEvent? LaterOf(Chronicle chronicle, Dossier dossier) => chronicle.Deadline.Outcome is not { } outcome ? null : chronicle.Events
        .Where(e => e.Status == EventStatus.Happened && e.About.Contains(dossier.Deadline.Subject) && e.Id != outcome.Id && e.Days is { } d && d.From > dossier.Deadline.LastDay
            && e.Kind is EventKind.Decision or EventKind.Notice or EventKind.Agreement or EventKind.Measure)
        .OrderByDescending(e => e.Days!.Value.From).ThenByDescending(e => e.Sources)
        .FirstOrDefault();

    /// <summary>Independent sources that say when it was.</summary>
    private static int Voices(ChronicleEvent e) => e.Telling.Where(r => r.Finding.Days is not null).Select(r => r.Voice).Distinct(StringComparer.Ordinal).Count();

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

using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// What became of the deadline, from the events on the record at a moment: those of kind deadline about the dossier's subject. Nothing is known
/// here of what really became of it.
/// </summary>
public static class DeadlineReckoning
{
    /// <param name="events">The events as known at <paramref name="moment"/>.</param>
    /// <param name="moment">The moment shown; null for an empty record without one.</param>
    public static DeadlineState Of(IReadOnlyList<ChronicleEvent> events, Deadline deadline, DateTimeOffset? moment)
    {
        var about = events.Where(e => e.Kind == EventKind.Deadline && e.About.Contains(deadline.Subject)).ToList();
        var own = about.Where(e => IsIt(e, deadline)).ToList();
        var passed = moment is { } now && now >= deadline.Instant;

        // The event that says most: one with an end before one without, the better told first.
        var outcome = own.Where(e => Ended(e, deadline) is not null).OrderByDescending(e => e.Sources).ThenByDescending(e => e.Reports.Count).ThenBy(e => e.Id, StringComparer.Ordinal).FirstOrDefault();
        if (Replacement(about, own, deadline) is { } replacement)
        {
            var kind = replacement.Days!.Value.From > deadline.LastDay ? DeadlineStateKind.Extended : DeadlineStateKind.Superseded;
            return Ending(kind, deadline, replacement, replacement.History[0]);
        }

        if (outcome is not null && Ended(outcome, deadline) is { } state)
        {
            return Ending(state.Status == EventStatus.Cancelled ? DeadlineStateKind.Averted : DeadlineStateKind.Expired, deadline, outcome, state);
        }

        return passed
            ? new DeadlineState(DeadlineStateKind.Unknown, deadline.Instant, null, null, null, null)
            : new DeadlineState(DeadlineStateKind.Running, deadline.Instant, moment is { } at ? deadline.Instant - at : null, null, null, null);
    }

    private static DeadlineState Ending(DeadlineStateKind kind, Deadline deadline, ChronicleEvent outcome, EventState state) =>
        new(kind, deadline.Instant, null, outcome, state, deadline.Instant - state.KnownSince);

    /// <summary>It falls on a day that papers print for this deadline, or on none: a mention without a day.</summary>
    private static bool IsIt(ChronicleEvent e, Deadline deadline) =>
        e.Days is not { } days || (days.Days <= 31 && (days.Contains(deadline.LastDay) || deadline.PrintedDays.Any(days.Contains)));

    /// <summary>The state that ended it, when its last one is an end: called off, or happened once the instant had come.</summary>
    private static EventState? Ended(ChronicleEvent e, Deadline deadline) => e.History[^1] switch
    {
        { Status: EventStatus.Cancelled } state => state,
        { Status: EventStatus.Happened } state when state.KnownSince >= deadline.Instant && e.Days is not null => state,
        _ => null,
    };

    /// <summary>
    /// A day set for the same subject in this one's place: told by two voices or more, or after this one was called off; and told first when this one was already on the record.
    /// </summary>
    private static ChronicleEvent? Replacement(List<ChronicleEvent> about, List<ChronicleEvent> own, Deadline deadline)
    {
        var first = own.Count == 0 ? (DateTimeOffset?)null : own.Min(e => e.KnownSince);
        var calledOff = own.Any(e => e.Status == EventStatus.Cancelled);
        return about
            .Where(e => e.Days is { Days: <= 31 } && !IsIt(e, deadline) && e.Status == EventStatus.Scheduled
                && first is { } known && e.KnownSince > known
                && (e.Days.Value.From > deadline.LastDay ? e.Sources > 1 || calledOff : e.Sources > 1 && calledOff))
            .OrderBy(e => e.KnownSince).ThenBy(e => e.Id, StringComparer.Ordinal).LastOrDefault();
    }
}

using GsomiaTracker.Domain.Chronicle;

namespace GsomiaTracker.Web.Rendering;

/// <summary>An event that a story tells. <c>Alone</c>: no other story does, so that without this one it would not be on the record.</summary>
public sealed record EventBorne(ChronicleEvent Event, bool Alone);

/// <summary>A position that a story is a report of. <c>Alone</c>: without this one the holder would have none on this issue, or another one.</summary>
public sealed record PositionBorne(StanceHistory History, bool Alone);

/// <summary>What hangs on a story: what would go or be one report poorer if it were withdrawn.</summary>
/// <param name="Outcome">What became of the deadline is told by this story alone.</param>
public sealed record Bearing(IReadOnlyList<EventBorne> Events, IReadOnlyList<PositionBorne> Positions, bool Outcome)
{
    public bool None => Events.Count == 0 && Positions.Count == 0;

    public static Bearing Of(RecordAsOf record, Story story)
    {
        var chronicle = record.Chronicle;
        List<EventBorne> events = [.. chronicle.Events.Where(e => e.Telling.Any(r => r.Article == story.Id)).Select(e => new EventBorne(e, e.Telling.All(r => r.Article == story.Id)))];
        return new Bearing(
            events,
            [.. chronicle.Stances.Where(h => h.Now.Reports.Any(r => r.Article == story.Id)).Select(h => new PositionBorne(h, h.Now.Reports.All(r => r.Article == story.Id)))],
            chronicle.Deadline is { Outcome: { } outcome, OutcomeState: { } state }
                && state.Report.Article == story.Id && outcome.Telling.Where(r => r.Finding.Status == state.Status).All(r => r.Article == story.Id));
    }
}

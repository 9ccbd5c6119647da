using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// How the state of an event moves as reports become known. Reports written from an old standpoint do not undo what is known: a plan is not
/// made doubtful again by a later "may", nor undone once it has happened; what was called off may still take place after all, if a report says on which day; what has
/// happened cannot be called off any more (two reports that say so disagree; see Disagreements).
/// </summary>
public static class StatusPath
{
    /// <param name="now">The state so far.</param>
    /// <param name="said">What the next report, in known order, says.</param>
    /// <param name="own">The days the report itself gives; null without any.</param>
    /// <param name="days">The same, or else the event's.</param>
    /// <param name="known">Day number on which the report became known.</param>
    public static EventStatus Next(EventStatus now, EventStatus said, DayRange? own, DayRange? days, int known)
    {
        said = Believable(said, days, known);
        return (now, said) switch
        {
            (EventStatus.Alleged, EventStatus.Tentative or EventStatus.Scheduled) => EventStatus.Alleged,
            (EventStatus.Alleged, _) => said,
            (EventStatus.Tentative, EventStatus.Alleged) => now,
            (EventStatus.Tentative, _) => said,
            (EventStatus.Scheduled, EventStatus.Happened or EventStatus.Cancelled) => said,
            // Who says only in passing that it took place after all does not overturn its being called off.
            (EventStatus.Cancelled, EventStatus.Happened) => own is null ? now : said,
            _ => now,
        };
    }

    /// <summary>"Happened" of a day that has not come yet, as the report was published, is a plan told in the past tense.</summary>
    public static EventStatus Believable(EventStatus said, DayRange? days, int known) =>
        said == EventStatus.Happened && days is { } range && range.From.DayNumber > known + 1 ? EventStatus.Scheduled : said;
}

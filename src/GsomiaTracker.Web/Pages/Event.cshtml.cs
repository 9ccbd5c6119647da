using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages;

/// <summary>One event: what, when, where, who, what became of it, and every report with its sentences.</summary>
public sealed class EventPage : TrackerPage
{
    private const int MostBeside = 8;

    /// <summary>Days that one stay may last; "in November" is no time to be together in.</summary>
    private const int LongestBeside = 4;

    public ChronicleEvent Event { get; private set; } = null!;

    /// <summary>What else those who take part did from the day before it to the day after, in order of days.</summary>
    public IReadOnlyList<ChronicleEvent> Beside { get; private set; } = [];

    public IActionResult OnGet(string slug)
    {
        if (Record.Event(slug) is not { } found)
        {
            return Refuse(Lookup.NoEvent(Record, View, slug));
        }

        if (found.Slug != slug)
        {
            return Redirect(View.Url("/events/" + found.Slug));
        }

        Event = found;
        Beside = found.Days is { Days: <= LongestBeside } days ? [.. EventsBeside(found, days).OrderBy(e => e.Days!.Value.From).ThenBy(e => e.Id, StringComparer.Ordinal).Take(MostBeside)] : [];
        Title = found.Title;
        Section = "/timeline";
        Description = found.History[^1].Report.Words.Words;
        Siblings = [("JSON", $"/events/{found.Slug}.json"), ("calendar", $"/events/{found.Slug}.ics")];
        return Page();
    }

    private IEnumerable<ChronicleEvent> EventsBeside(ChronicleEvent found, DayRange days)
    {
        var around = new DayRange(days.From.AddDays(-1), days.To.AddDays(1));
        return Record.Chronicle.Events.Where(e => e != found && e.Days is { Days: <= LongestBeside } other && around.Overlaps(other) && e.People.Any(found.People.Contains));
    }
}

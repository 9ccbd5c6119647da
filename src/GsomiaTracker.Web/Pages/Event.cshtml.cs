using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages;

/// <summary>One event: what, when, where, who, what became of it, and every report with its sentences.</summary>
public sealed class EventPage : TrackerPage
{
    public ChronicleEvent Event { get; private set; } = null!;

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
        Title = found.Title;
        Section = "/timeline";
        Description = found.History[^1].Report.Words.Words;
        Siblings = [("JSON", $"/events/{found.Slug}.json"), ("calendar", $"/events/{found.Slug}.ics")];
        return Page();
    }
}

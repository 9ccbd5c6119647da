using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Pages;

/// <summary>Every event under its day, with what narrows the list.</summary>
public sealed class TimelinePage : TrackerPage
{
    public TimelineView Timeline { get; private set; } = null!;

    public IReadOnlyList<FacetGroup> FacetGroups { get; private set; } = [];

    public void OnGet()
    {
        Timeline = TimelineView.Of(Record, View);
        FacetGroups = Facets.Of(Record, View);
        Title = "Timeline";
        Section = "/timeline";
        Description = $"{TimeText.Count(Timeline.Known, "event")} of {Record.Dossier.Title}, each with the sentences that report it. {DeadlineWords.Sentence(Record.Chronicle.Deadline)}";
        Siblings = [("JSON", "/timeline.json"), ("CSV", "/timeline.csv"), ("calendar", "/calendar.ics"), ("Atom", "/feed.atom")];
    }
}

using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Pages;

/// <summary>One sheet for print: where it stands, what happened, who wants what, what comes next.</summary>
public sealed class BriefPage : TrackerPage
{
    public HomeView Home { get; private set; } = null!;

    /// <summary>The last eight that happened, in order of day.</summary>
    public IReadOnlyList<ChronicleEvent> Happened { get; private set; } = [];

    public StanceMatrix Matrix { get; private set; } = null!;

    public void OnGet()
    {
        Home = HomeView.Of(Record);
        Happened = HomeView.Happened(Record);
        Matrix = StanceMatrix.Of(Record);
        Title = "Brief";
        Section = "/brief";
        Description = $"{Record.Dossier.Title} on one sheet. {DeadlineWords.Sentence(Home.Deadline)}";
        Siblings = [("JSON", "/brief.json")];
    }
}

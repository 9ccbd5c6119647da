using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Pages;

/// <summary>Where it stands: the state of the deadline first, then what matters most, what changed last and what is planned.</summary>
public sealed class IndexPage : TrackerPage
{
    public HomeView Home { get; private set; } = null!;

    public StanceMatrix Matrix { get; private set; } = null!;

    public void OnGet()
    {
        Home = HomeView.Of(Record);
        Matrix = StanceMatrix.Of(Record);
        Title = DeadlineWords.Sentence(Home.Deadline).TrimEnd('.');
        Description = $"{Record.Dossier.About} {DeadlineWords.Sentence(Home.Deadline)}";
        Siblings = [("JSON", "/index.json"), ("Atom", "/feed.atom"), ("calendar", "/calendar.ics")];
    }
}

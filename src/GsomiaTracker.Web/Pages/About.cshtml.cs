using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Pages;

/// <summary>How the tracker reads, with its measured figures, and what it cannot do.</summary>
public sealed class AboutPage : TrackerPage
{
    public ReaderIdentity? Reader { get; private set; }

    public IReadOnlyList<ReadingFigure> Figures { get; private set; } = [];

    public void OnGet()
    {
        Reader = Record.Takes.LastOrDefault()?.Reading.Reader;
        Figures = ReadingFigures.All;
        Title = "About";
        Section = "/about";
        Siblings = [("JSON", "/about.json")];
        Description = "How the tracker reads articles, how well, and what it cannot do.";
    }
}

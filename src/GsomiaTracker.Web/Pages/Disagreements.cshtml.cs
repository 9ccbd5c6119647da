using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Pages;

/// <summary>Where reports of one event differ, side by side; nothing is merged away.</summary>
public sealed class DisagreementsPage : TrackerPage
{
    public void OnGet()
    {
        Title = "Disagreements";
        Section = "/disagreements";
        Description = $"Where the reports of {Record.Dossier.Title} differ, sentence against sentence.";
        Siblings = [("JSON", "/disagreements.json"), ("CSV", "/disagreements.csv")];
    }
}

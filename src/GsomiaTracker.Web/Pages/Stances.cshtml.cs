using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Pages;

/// <summary>Who stands where on what, how that changed, what it hangs on, and who has fallen silent.</summary>
public sealed class StancesPage : TrackerPage
{
    public StanceMatrix Matrix { get; private set; } = null!;

    public IReadOnlyList<Silence> Silences { get; private set; } = [];

    public void OnGet()
    {
        Matrix = StanceMatrix.Of(Record);
        Silences = [.. Record.Dossier.Parties.Select(p => Silence.Of(Record.Takes, p.Country)).OfType<Silence>()];
        Title = "Stances";
        Section = "/stances";
        Description = $"Positions on {Record.Dossier.Title} by country and issue, with their changes and the conditions attached.";
        Siblings = [("JSON", "/stances.json"), ("CSV", "/stances.csv")];
    }
}

using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Pages;

/// <summary>Everyone the record names, under the country served, with the office held at the moment shown.</summary>
public sealed class OfficialsPage : TrackerPage
{
    public void OnGet()
    {
        Title = "Officials";
        Section = "/officials";
        Description = $"{TimeText.Count(Record.Officials.Count, "official")} of {Record.Dossier.Title}: office, country, what they said and stood for.";
        Siblings = [("JSON", "/officials.json"), ("CSV", "/officials.csv")];
    }
}

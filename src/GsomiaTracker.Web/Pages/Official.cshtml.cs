using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages;

/// <summary>One official: who, office at the moment shown, what they stood for and said, in order, each with the sentence.</summary>
public sealed class OfficialPage : TrackerPage
{
    public OfficialOnRecord Official { get; private set; } = null!;

    public IActionResult OnGet(string id)
    {
        if (Record.Official(id) is not { } found)
        {
            return Refuse(Lookup.NoOfficial(Record, View, id));
        }

        Official = found;
        Title = found.Name;
        Section = "/officials";
        Description = $"{found.Name}{(found.Office is { } office ? ", " + office : "")}: what was said and stood for, sentence by sentence.";
        Siblings = [("JSON", $"/officials/{Uri.EscapeDataString(id)}.json")];
        return Page();
    }
}

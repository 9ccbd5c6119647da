using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages;

/// <summary>What editors have changed of an article or an event.</summary>
public sealed class ChangesPage(Snapshots snapshots) : TrackerPage
{
    public ChangeLog Log { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string kind, string id)
    {
        var contents = await snapshots.Contents(HttpContext.RequestAborted);
        var log = kind == "articles" ? ChangeLog.OfArticle(Record, View, contents, id) : ChangeLog.OfEvent(Record, View, contents, id);
        if (log.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        Log = log.Value!;
        Title = "Changes: " + Log.Subject;
        Section = kind == "articles" ? "/articles" : "/timeline";
        Siblings = [("JSON", Log.Path + "/changes.json")];
        return Page();
    }
}

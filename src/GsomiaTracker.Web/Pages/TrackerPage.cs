using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace GsomiaTracker.Web.Pages;

/// <summary>
/// What every page stands on: the record as of the moment its address asks for, and the state its links keep. A query that cannot be read is
/// refused before the page runs.
/// </summary>
public abstract class TrackerPage : PageModel
{
    public RecordAsOf Record { get; private set; } = null!;

    public ViewState View { get; private set; } = null!;

    /// <summary>This page's path without its query, escaped.</summary>
    public string Path { get; protected set; } = "/";

    /// <summary>What stands in the browser's tab, before the moment and the site's name.</summary>
    public string Title { get; protected set; } = "";

    /// <summary>One sentence for search engines and link previews.</summary>
    public string? Description { get; protected set; }

    /// <summary>Siblings of the page in other forms: label and path with its extension ("/timeline.json").</summary>
    public IReadOnlyList<(string Label, string Path)> Siblings { get; protected set; } = [];

    /// <summary>Which entry of the navigation this page belongs to: its path.</summary>
    public string Section { get; protected set; } = "";

    /// <summary>The words searched for, where the page is the search.</summary>
    public string? Query { get; protected set; }

    /// <summary>The one address of what this page shows, without what only arranges it; null where there is none.</summary>
    public string? Canonical => $"{Request.Scheme}://{Request.Host}{(View with { Density = Density.Reading, Zone = Record.Dossier.Zone, Order = TimelineOrder.Newest, Facets = View.Facets.Clear() }).Url(Path)}";

    /// <summary>The state as form fields, for forms that keep it.</summary>
    public IEnumerable<(string Name, string Value)> Carried => CarriedBut("");

    /// <summary>Scheme and host, for addresses that leave the page: citations, feeds.</summary>
    public string Origin => $"{Request.Scheme}://{Request.Host}";

    public int Year => Record.Dossier.Deadline.LastDay.Year;

    public string Link(string path, string? fragment = null) => View.Unpaged.Url(path, fragment);

    /// <summary>A sibling's address with this page's state.</summary>
    public virtual string Sibling(string path) => View.Url(path);

    public IEnumerable<(string Name, string Value)> CarriedBut(string left)
    {
        var url = View.Unpaged.Url("");
        return QueryHelpers.ParseQuery(url).Where(f => f.Key != left).SelectMany(f => f.Value.Select(v => (f.Key, v ?? "")));
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var services = HttpContext.RequestServices;
        var request = services.GetRequiredService<PageRequest>();
        Path = Request.PathBase + Request.Path.ToUriComponent();
        var asked = await request.Read(HttpContext, Path);
        if (asked.Refusal is { } refusal)
        {
            if (!ShowsRefusals)
            {
                context.Result = Refuse(refusal);
                return;
            }

            asked = await request.Default(HttpContext.RequestAborted);
        }

        (Record, View) = (asked.Value!.Record, asked.Value.View);
        await next();
    }

    /// <summary>True only for the page that shows refusals: it must not be refused itself.</summary>
    protected virtual bool ShowsRefusals => false;

    protected IActionResult Refuse(Refusal refusal)
    {
        HttpContext.Items[typeof(Refusal)] = refusal;
        return StatusCode(refusal.Status);
    }
}

using GsomiaTracker.Web.Api;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages;

/// <summary>Sentences that hold what is looked for, newest first. Errors in a query are shown in their place in it.</summary>
public sealed class SearchModel(SentenceSearch search) : TrackerPage
{
    public SearchQuery? Read { get; private set; }

    public SearchPage? Found { get; private set; }

    /// <summary>True on a page that is not the first.</summary>
    public bool Further { get; private set; }

    public async Task<IActionResult> OnGet([FromQuery] string? q, [FromQuery] string? cursor)
    {
        Title = "Search";
        Section = "/search";
        Query = q;
        Siblings = string.IsNullOrWhiteSpace(q) ? [] : [("JSON", "/search.json")];
        if (string.IsNullOrWhiteSpace(q))
        {
            return Page();
        }

        Title = $"Search: {q}";
        Read = SearchQuery.Parse(q, Record.Dossier);
        if (Read.Faults.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var (before, after) = cursor is { Length: > 0 } place ? (Cursor.Read('s', place), Cursor.Read('n', place)) : (null, null);
        Further = before is not null || after is not null;
        if (!Further && cursor is { Length: > 0 })
        {
            return Refuse(Refusal.Bad("bad-cursor", "No such page", "This page of the search was not given out.", new Nearest("The first page", View.Unpaged.Url("/search", null, ("q", q)))));
        }

        Found = await search.Find(Read, View.Moment, Record.Dossier.Zone, before, after, HttpContext.RequestAborted);
        return Page();
    }

    public override string Sibling(string path) => View.Url(path, null, ("q", Query));
}

using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>One article with all that was found in it, and the way to correct each of it.</summary>
public sealed class DeskArticlePage(Correcting correcting) : CorrectingPage(correcting)
{
    public Story Story { get; private set; } = null!;

    public ArticleRevision Take { get; private set; } = null!;

    public IReadOnlyList<EditField> Fields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, [FromQuery] long? done) => Find(id) ?? await Show(done);

    public async Task<IActionResult> OnPostHeaderAsync(string id, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (Find(id) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        var drafts = Fields.Where(f => Request.Form.TryGetValue(f.Id, out var v) && !f.Same(v.ToString()))
            .Select(f => new CorrectionDraft(CorrectionAct.Header, Story.Id, "header", f.Name, f.Json(Request.Form[f.Id].ToString()))).ToList();
        return await TakeAsync(drafts, reason, seen, step, Path);
    }

    public async Task<IActionResult> OnPostRetractAsync(string id, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step, [FromForm] string? what)
    {
        if (Find(id) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        var take = what == "take" && Story.Takes.Count > 1 ? Take.Revision : null;
        return await TakeAsync([new CorrectionDraft(CorrectionAct.Retract, Story.Id, Story.Id, take)], reason, seen, step, "/desk/history");
    }

    private async Task<IActionResult> Show(long? done)
    {
        await LookAsync(done);
        return Page();
    }

    private IActionResult? Find(string id)
    {
        if (Record.Story(id) is not { } story)
        {
            return Refuse(Lookup.NoStory(Record, View, id));
        }

        (Story, Take) = (story, story.Latest);
        Fields = EditField.Of(Take.Reading.Header);
        (Title, Section) = (Take.Reading.Header.Headline ?? story.Id, "/desk/articles");
        Path = "/desk/articles/" + Uri.EscapeDataString(story.Id);
        return null;
    }
}

using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
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

    public async Task<IActionResult> OnGetAsync(string id, [FromQuery] string? done) => Find(id) ?? await Show(done);

    public async Task<IActionResult> OnPostHeaderAsync(string id, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (Find(id) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        await LoadTouchedAsync();
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
        await LoadTouchedAsync();
        var take = what == "take" && Story.Takes.Count > 1 ? Take.Revision : null;
        return await TakeAsync([new CorrectionDraft(CorrectionAct.Retract, Story.Id, Story.Id, take)], reason, seen, step, "/desk/history");
    }

    /// <summary>Says that findings are right: one, all that nobody has looked at yet ("*"), the publication time ("published"), that it is a copy ("copy").</summary>
    public async Task<IActionResult> OnPostAcceptAsync(string id, [FromForm] string? key, [FromForm] string? reason, [FromForm] long? seen)
    {
        if (Find(id) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        await LoadTouchedAsync();
        var drafts = key switch
        {
            "published" when Take.Reading.Header.Published is { } time => [new CorrectionDraft(CorrectionAct.Accept, Story.Id, "header", "published", System.Text.Json.JsonSerializer.Serialize(time.ToString()))],
            "copy" when Copy is { } copy => [new CorrectionDraft(CorrectionAct.Accept, Story.Id, "copy", null, System.Text.Json.JsonSerializer.Serialize(copy.Earlier.Id))],
            "*" => Keys().Where(k => !Accepted.Contains(k) && !Touched.Contains(k)).Select(k => new CorrectionDraft(CorrectionAct.Accept, Story.Id, k)).ToList(),
            _ when key is not null && Keys().Contains(key) => [new CorrectionDraft(CorrectionAct.Accept, Story.Id, key)],
            _ => (IReadOnlyList<CorrectionDraft>)[],
        };
        if (drafts.Count == 0)
        {
            Fault("There is nothing to accept: it is done already, or no longer there.");
            return Again();
        }

        return await TakeAsync(drafts, string.IsNullOrWhiteSpace(reason) ? AcceptedBecause : reason, seen, "do", Path);
    }

    /// <summary>The earlier story that this one repeats; null where it is its own.</summary>
    public Copy? Copy { get; private set; }

    /// <summary>Keys of the findings that somebody found right.</summary>
    public IReadOnlySet<string> Accepted { get; private set; } = new HashSet<string>();

    /// <summary>Keys of the findings that somebody amended or added.</summary>
    public IReadOnlySet<string> Touched { get; private set; } = new HashSet<string>();

    /// <summary>The keys of the dates, in their order.</summary>
    public IReadOnlyList<FindingKey> DateKeysInOrder { get; private set; } = [];

    public IEnumerable<string> Keys() => Take.Reading.Events.Select(e => e.Key).Concat(Take.Reading.Stances.Select(s => s.Key)).Concat(Take.Reading.Officials.Select(o => o.Key))
        .Concat(Take.Reading.Quotes.Select(q => q.Key)).Concat(Take.Reading.Statements.Select(s => s.Key)).Concat(DateKeysInOrder).Select(k => k.Value);

    private async Task<IActionResult> Show(string? done)
    {
        await LookAsync(done);
        await LoadTouchedAsync();
        return Page();
    }

    private async Task LoadTouchedAsync()
    {
        var contents = await HttpContext.RequestServices.GetRequiredService<Snapshots>().Contents(HttpContext.RequestAborted);
        var own = ActiveCorrections.Of(contents.Corrections).Where(c => c.Article == Story.Id).ToList();
        Accepted = own.Where(c => c.Act == CorrectionAct.Accept).Select(c => c.Target).ToHashSet(StringComparer.Ordinal);
        Touched = own.Where(c => c.Act is CorrectionAct.Amend or CorrectionAct.Add).Select(c => c.Target).ToHashSet(StringComparer.Ordinal);
    }

    private IActionResult? Find(string id)
    {
        if (Record.Story(id) is not { } story)
        {
            return Refuse(Lookup.NoStory(Record, View, id));
        }

        (Story, Take) = (story, story.Latest);
        Fields = EditField.Of(Take.Reading.Header);
        Copy = Copies.Of(Record).FirstOrDefault(c => c.Later.Id == story.Id);
        DateKeysInOrder = DateKeys.Of(Take.Reading.Dates);
        (Title, Section) = (Cite.Title(Take.Reading.Header), "/desk/articles");
        Path = "/desk/articles/" + Uri.EscapeDataString(story.Id);
        return null;
    }
}

using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>One official: who is named so, article by article, amended or rejected in all of them at once. Two ids of one person become one by giving both the same id.</summary>
public sealed class DeskOfficialPage(Correcting correcting) : ToldThingPage(correcting)
{
    public OfficialOnRecord Official { get; private set; } = null!;

    /// <summary>Where the official is named, the latest first.</summary>
    public IReadOnlyList<(Story Story, OfficialNamed Finding)> Named { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, [FromQuery] string? done)
    {
        if (Find(id) is { } missing)
        {
            return missing;
        }

        await LookAsync(done);
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(string id, [FromForm] long? seen) =>
        FoundAsync(id, () => TakeAsync([.. Told().Select(t => new CorrectionDraft(CorrectionAct.Accept, t.Article, t.Key.Value))], AcceptedBecause, seen, "do", Path));

    /// <summary>With another id the page goes by that one.</summary>
    protected override string AfterAmending => Section;

    protected override IEnumerable<(string Article, FindingKey Key, IReadOnlyList<EditField> Own)> Told() => Named.Select(n => (n.Story.Id, n.Finding.Key, EditField.Of(n.Finding)));

    protected override IActionResult? Find(string id)
    {
        if (Record.Official(id) is not { NamedIn.Count: > 0 } official)
        {
            return Refuse(Lookup.NoOfficial(Record, View, id));
        }

        Official = official;
        Named = [.. official.NamedIn.Reverse().SelectMany(s => s.Latest.Reading.Officials.Where(o => o.Id == id).Select(o => (s, o)))];
        Fields = Named.Count == 0 ? [] : EditField.Of(Named[0].Finding);
        (Title, Section, Path) = (official.Name, "/desk/officials", "/desk/officials/" + Uri.EscapeDataString(id));
        return null;
    }
}

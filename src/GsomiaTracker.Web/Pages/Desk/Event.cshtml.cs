using System.Text.Json;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>One event: its reports, and what is a matter of events: the same as another, two and not one, a disagreement explained.</summary>
public sealed class DeskEventPage(Correcting correcting) : CorrectingPage(correcting)
{
    public ChronicleEvent Event { get; private set; } = null!;

    /// <summary>Other events, the likeliest first: near in days, of the same kind.</summary>
    public IReadOnlyList<ChronicleEvent> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery] long? done)
    {
        if (Find(slug) is { } missing)
        {
            return missing;
        }

        await LookAsync(done);
        return Page();
    }

    public async Task<IActionResult> OnPostMergeAsync(string slug, [FromForm] string? other, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (Find(slug) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        var same = Others.FirstOrDefault(e => e.Id == other);
        if (same is null)
        {
            Fault("Choose the other event.", "other");
        }

        return await TakeAsync(same is null ? [] : [new CorrectionDraft(CorrectionAct.Merge, null, Event.Id, same.Id)], reason, seen, step, Path);
    }

    public async Task<IActionResult> OnPostSplitAsync(string slug, [FromForm] string[]? report, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (Find(slug) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        var known = Event.Reports.Select(ReportId.Of).ToHashSet(StringComparer.Ordinal);
        var leaving = (report ?? []).Where(known.Contains).Distinct().ToList();
        if (leaving.Count == 0 || leaving.Count == known.Count)
        {
            Fault("Choose the reports that tell of another event: at least one, and not all.", "report-0");
            return Again();
        }

        return await TakeAsync([new CorrectionDraft(CorrectionAct.Split, null, Event.Id, string.Join(' ', leaving))], reason, seen, step, Path);
    }

    public async Task<IActionResult> OnPostExplainAsync(string slug, [FromForm] string? disagreement, [FromForm] string? explanation, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (Find(slug) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        var text = explanation?.Trim() ?? "";
        if (Event.Disagreements.All(d => d.Id != disagreement))
        {
            Fault("This disagreement is not there any more.");
        }

        if (text.Length is < 3 or > 500)
        {
            Fault("Say in up to 500 characters what explains it.");
        }

        return Faults.Count > 0 ? Again() : await TakeAsync([new CorrectionDraft(CorrectionAct.Explain, null, disagreement!, null, JsonSerializer.Serialize(text))], reason ?? text, seen, step, Path);
    }

    private IActionResult? Find(string slug)
    {
        if (Record.Event(slug) is not { } e)
        {
            return Refuse(Lookup.NoEvent(Record, View, slug));
        }

        Event = e;
        (Title, Section, Path) = (e.Title, "/desk/events", "/desk/events/" + e.Slug);
        Others = [.. Record.Chronicle.Events.Where(o => o.Id != e.Id).OrderBy(o => Distance(e, o)).ThenBy(o => o.Kind == e.Kind ? 0 : 1).Take(200)];
        return null;
    }

    private static int Distance(ChronicleEvent a, ChronicleEvent b) =>
        a.Days is { } x && b.Days is { } y ? x.Overlaps(y) ? 0 : Math.Abs(x.From.DayNumber - y.From.DayNumber) : 10_000;
}

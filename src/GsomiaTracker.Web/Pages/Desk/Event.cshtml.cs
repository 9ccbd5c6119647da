using System.Text.Json;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>One event: its reports, and what is a matter of events: the same as another, two and not one, a disagreement explained.</summary>
public sealed class DeskEventPage(Correcting correcting) : ToldThingPage(correcting)
{
    public ChronicleEvent Event { get; private set; } = null!;

    /// <summary>Other events, the likeliest first: near in days, of the same kind.</summary>
    public IReadOnlyList<ChronicleEvent> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, [FromQuery] string? done)
    {
        if (Find(id) is { } missing)
        {
            return missing;
        }

        await LookAsync(done);
        var accepted = await AcceptedAsync();
        Settled = Event.Reports.Any(r => accepted.Contains((r.Article, r.Finding.Key.Value, Decisions.NoReportJson)));
        return Page();
    }

    public async Task<IActionResult> OnPostMergeAsync(string id, [FromForm] string? other, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (Find(id) is { } missing)
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

    public async Task<IActionResult> OnPostSplitAsync(string id, [FromForm] string[]? report, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (Find(id) is { } missing)
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

    public async Task<IActionResult> OnPostExplainAsync(string id, [FromForm] string? disagreement, [FromForm] string? explanation, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (Find(id) is { } missing)
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

    /// <summary>Says that all its reports are read right.</summary>
    public Task<IActionResult> OnPostAcceptAsync(string id, [FromForm] long? seen) => AcceptAsync(id, seen, null, "Every report of it has been found right already.");

    /// <summary>Says that somebody looked, and nothing tells what became of the plan.</summary>
    public Task<IActionResult> OnPostNoReportAsync(string id, [FromForm] long? seen) => AcceptAsync(id, seen, Decisions.NoReportJson, "It is no plan without a report any more.");

    private async Task<IActionResult> AcceptAsync(string id, long? seen, string? value, string over)
    {
        if (Find(id) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        var accepted = await AcceptedAsync();
        var drafts = Telling().Where(r => !accepted.Contains((r.Article, r.Finding.Key.Value, value))).Select(r => new CorrectionDraft(CorrectionAct.Accept, r.Article, r.Finding.Key.Value, null, value)).ToList();
        if (drafts.Count == 0 || (value is not null && !Event.NoReportFound))
        {
            Fault(over);
            return Again();
        }

        return await TakeAsync(drafts, AcceptedBecause, seen, "do", Path);
    }

    /// <summary>Whether somebody has found that no report of it is there.</summary>
    public bool Settled { get; private set; }

    /// <summary>What a report says, for one among many that read alike.</summary>
    public static string Shortly(Report report) => report.Words.Words is { Length: > 140 } words ? words[..139] + "\u2026" : report.Words.Words;

    protected override IEnumerable<(string Article, FindingKey Key, IReadOnlyList<EditField> Own)> Told() => Telling().Select(r => (r.Article, r.Finding.Key, EditField.Of(Record, r.Finding)));

    /// <summary>One report for each finding.</summary>
    private IEnumerable<Report> Telling() => Event.Telling.DistinctBy(r => (r.Article, r.Finding.Key));

    private async Task<HashSet<(string?, string, string?)>> AcceptedAsync() =>
        [.. ActiveCorrections.Of((await HttpContext.RequestServices.GetRequiredService<Snapshots>().Contents(HttpContext.RequestAborted)).Corrections).Where(c => c.Act == CorrectionAct.Accept).Select(c => (c.Article, c.Target, c.Value))];

    protected override IActionResult? Find(string id)
    {
        if (Record.Event(id) is not { } e)
        {
            return Refuse(Lookup.NoEvent(Record, View, id));
        }

        Event = e;
        (Title, Section, Path) = (e.Title, "/desk/events", "/desk/events/" + e.Slug);
        Others = [.. Record.Chronicle.Events.Where(o => o.Id != e.Id).OrderByDescending(o => Likeness(e, o)).ThenBy(o => Distance(e, o)).ThenBy(o => o.Id, StringComparer.Ordinal).Take(200)];
        Fields = Event.Telling.FirstOrDefault() is { } told
            ? [.. EditField.Of(Record, told.Finding with { Kind = e.Kind, Status = e.Status, Days = e.Days, Place = e.Place, Countries = e.Countries, People = e.People, About = e.About }).Where(f => f.Name != "summary")]
            : [];
        return null;
    }

    /// <summary>How much two events have in common: days near each other most, then who, of what kind, where.</summary>
    private static int Likeness(ChronicleEvent a, ChronicleEvent b) =>
        (Distance(a, b) switch { 0 => 6, <= 2 => 4, <= 7 => 2, _ => 0 }) + (3 * Math.Min(2, a.People.Intersect(b.People).Count())) + Math.Min(2, a.Countries.Intersect(b.Countries).Count()) + (a.Kind == b.Kind ? 3 : 0) + (a.Place is { } place && place == b.Place ? 2 : 0);

    private static int Distance(ChronicleEvent a, ChronicleEvent b) =>
        a.Days is { } x && b.Days is { } y ? x.Overlaps(y) ? 0 : Math.Abs(x.From.DayNumber - y.From.DayNumber) : 10_000;
}

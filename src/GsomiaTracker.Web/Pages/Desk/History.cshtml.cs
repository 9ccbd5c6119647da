using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>All corrections, newest first; anyone with the role may undo any of them. Nothing can be removed.</summary>
public sealed class HistoryPage(Correcting correcting) : CorrectingPage(correcting)
{
    public const int PerPage = 50;

    public IReadOnlyList<Correction> All { get; private set; } = [];

    public IReadOnlyList<Correction> Shown { get; private set; } = [];

    public IReadOnlySet<long> Undone { get; private set; } = new HashSet<long>();

    public string? Act { get; private set; }

    public string? Who { get; private set; }

    public long? Before { get; private set; }

    public long? Older { get; private set; }

    /// <summary>Words that stand in a correction, its reason, its article's headline or id, or its event's title.</summary>
    public string? Words { get; private set; }

    /// <summary>The first and the last day, in the dossier's zone.</summary>
    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>The filters as an address, some of them changed.</summary>
    public string Filter(string? act, string? who, long? before = null, string path = "/desk/history") => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["act"] = act,
        ["who"] = who,
        ["q"] = Words,
        ["from"] = Day(From),
        ["to"] = Day(To),
        ["before"] = before?.ToString(CultureInfo.InvariantCulture),
    }.Where(p => p.Value is not null));

    /// <summary>The act that a correction ends: it and those before it that one person did at the same time for the same reason, where there are several and all hold.</summary>
    public IReadOnlyList<Correction> ActEndingWith(Correction last)
    {
        if (last.Act == CorrectionAct.Undo || Same(All.FirstOrDefault(c => c.Sequence == last.Sequence + 1), last))
        {
            return [];
        }

        var act = All.Where(c => c.Sequence <= last.Sequence).OrderByDescending(c => c.Sequence).TakeWhile(c => Same(c, last)).Reverse().ToList();
        return act.Count > 1 && !act.Any(c => Undone.Contains(c.Sequence)) ? act : [];
    }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? act, [FromQuery] string? who, [FromQuery] long? before, [FromQuery] string? done, [FromQuery] string? q, [FromQuery] string? from, [FromQuery] string? to)
    {
        (Act, Who, Before) = (act, who, before);
        Asked(q, from, to);
        await LookAsync(done);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync([FromQuery] string? act, [FromQuery] string? who, [FromQuery] string? q, [FromQuery] string? from, [FromQuery] string? to)
    {
        (Act, Who) = (act, who);
        Asked(q, from, to);
        await LoadAsync();
        var csv = new StringBuilder("sequence,recorded_at,author,act,article,target,field,value,reason,holds,seconder\r\n");
        foreach (var c in All.Where(Wanted).OrderBy(c => c.Sequence))
        {
            csv.AppendJoin(',', new[]
            {
                c.Sequence.ToString(CultureInfo.InvariantCulture), c.RecordedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                c.Author, Vocabulary.Word(c.Act), c.Article ?? "", c.Target, c.Field ?? "", c.Value ?? "", c.Reason, Undone.Contains(c.Sequence) ? "no" : "yes", c.Seconder ?? "",
            }.Select(Cell)).Append("\r\n");
        }

        return File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", "corrections.csv");
    }

    public async Task<IActionResult> OnPostUndoAsync([FromForm] long[]? sequence, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        await LookAsync(null);
        await LoadAsync();
        var known = All.Select(c => c.Sequence).ToHashSet();
        var undone = (sequence ?? []).Distinct().Order().ToList();
        if (undone.Count == 0 || !undone.All(known.Contains))
        {
            Fault("There is no such correction.");
            return Again();
        }

        return await TakeAsync([.. undone.Select(s => new CorrectionDraft(CorrectionAct.Undo, null, s.ToString(CultureInfo.InvariantCulture)))], reason, seen, step, "/desk/history");
    }

    private bool Wanted(Correction c) => (Act is null || Vocabulary.Word(c.Act) == Act) && (Who is null || c.Author == Who || c.Seconder == Who)
        && (From is null || DayOf(c) >= From) && (To is null || DayOf(c) <= To)
        && (Words is null || Named(c).Any(n => n is not null && n.Contains(Words, StringComparison.OrdinalIgnoreCase)));

    private IEnumerable<string?> Named(Correction c) =>
        [CorrectionWords.Of(c), c.Reason, c.Target, c.Article, c.Article is { } story ? Record.Story(story)?.Header.Headline : Record.Event(c.Target)?.Title];

    private DateOnly DayOf(Correction c) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(c.RecordedAt, Record.Dossier.Zone).DateTime);

    private static bool Same(Correction? a, Correction b) => a is not null && a.Act != CorrectionAct.Undo && (a.Author, a.Reason, a.Seconder) == (b.Author, b.Reason, b.Seconder) && (a.RecordedAt - b.RecordedAt).Duration() < TimeSpan.FromSeconds(1);

    private void Asked(string? q, string? from, string? to)
    {
        static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        (Words, From, To) = (string.IsNullOrWhiteSpace(q) ? null : q.Trim(), Day(from), Day(to));
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task LoadAsync()
    {
        (Title, Section, Path) = ("History", "/desk/history", "/desk/history");
        var contents = await HttpContext.RequestServices.GetRequiredService<Snapshots>().Contents(HttpContext.RequestAborted);
        All = contents.Corrections;
        var holding = ActiveCorrections.Of(All).Select(c => c.Sequence).ToHashSet();
        var undone = All.Where(c => c.Act != CorrectionAct.Undo && !holding.Contains(c.Sequence)).Select(c => c.Sequence).ToHashSet();
        Undone = undone;
        var wanted = All.Where(Wanted).Where(c => Before is null || c.Sequence < Before).OrderByDescending(c => c.Sequence).Take(PerPage + 1).ToList();
        Shown = [.. wanted.Take(PerPage)];
        Older = wanted.Count > PerPage ? Shown[^1].Sequence : null;
    }

    /// <summary>RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    private static string Cell(string value)
    {
        if (value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal))
        {
            value = "'" + value;
        }

        return value.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}

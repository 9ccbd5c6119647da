using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

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

    public async Task<IActionResult> OnGetAsync([FromQuery] string? act, [FromQuery] string? who, [FromQuery] long? before, [FromQuery] long? done)
    {
        (Act, Who, Before) = (act, who, before);
        await LookAsync(done);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync([FromQuery] string? act, [FromQuery] string? who)
    {
        (Act, Who) = (act, who);
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

    public async Task<IActionResult> OnPostUndoAsync([FromForm] long sequence, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        await LookAsync(null);
        await LoadAsync();
        if (All.All(c => c.Sequence != sequence))
        {
            Fault("There is no such correction.");
            return Again();
        }

        return await TakeAsync([new CorrectionDraft(CorrectionAct.Undo, null, sequence.ToString(CultureInfo.InvariantCulture))], reason, seen, step, "/desk/history");
    }

    private bool Wanted(Correction c) => (Act is null || Vocabulary.Word(c.Act) == Act) && (Who is null || c.Author == Who || c.Seconder == Who);

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

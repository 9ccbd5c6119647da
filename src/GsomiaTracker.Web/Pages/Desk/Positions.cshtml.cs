using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Every position as each report has it, by who holds it, each to be accepted, amended or rejected.</summary>
public sealed class DeskPositionsPage(GsomiaTracker.Web.Desk.Correcting correcting) : CorrectingPage(correcting)
{
    public const int Most = 200;

    /// <summary>The issue looked at; null for all.</summary>
    public string? Issue { get; private set; }

    public IReadOnlyList<(string Holder, StanceHistory History)> Held { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] string? issue, [FromQuery] string? done)
    {
        (Title, Section, Path) = ("Positions", "/desk/positions", "/desk/positions");
        await LookAsync(done);
        Issue = Record.Dossier.Issues.FirstOrDefault(i => i.Key == issue)?.Key;
        Held = [.. Record.Chronicle.Stances.Where(h => Issue is null || h.Issue == Issue)
            .OrderByDescending(h => h.Steps.Count).ThenByDescending(h => h.Reports)
            .Select(h => (StanceWords.Holder(Record, h.Country, h.Person, h.Org), h)).Take(Most)];
    }

    /// <summary>The reports of a history, in order, with the position that each tells.</summary>
    public static IEnumerable<StanceReport> Reports(StanceHistory history) => history.Steps.SelectMany(s => s.Reports).DistinctBy(r => (r.Article, r.Finding.Key));
}

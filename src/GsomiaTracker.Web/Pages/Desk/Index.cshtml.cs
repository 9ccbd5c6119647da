using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>What needs a decision, the least certain and most visible first; and how the reader has done by what editors let stand.</summary>
public sealed class DeskIndexPage(Decisions decisions, Snapshots snapshots) : DeskPage
{
    public const int PerPage = 100;

    public IReadOnlyList<Decision> All { get; private set; } = [];

    public IReadOnlyList<Decision> Shown { get; private set; } = [];

    public DecisionKind? Only { get; private set; }

    public IReadOnlyList<AcceptedTask> Accepted { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] string? only)
    {
        (Title, Section) = ("What needs a decision", "/desk");
        Only = only is not null && Vocabulary.TryParse<DecisionKind>(only, out var kind) ? kind : null;
        All = await decisions.AllAsync(Record, HttpContext.RequestAborted);
        Shown = [.. All.Where(d => Only is null || d.Kind == Only).Take(PerPage)];
        Accepted = Acceptance.Of(await snapshots.Contents(HttpContext.RequestAborted));
    }
}

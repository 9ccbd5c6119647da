using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Whose part of the queue is shown.</summary>
public enum QueueOf { Everybody, Mine, Nobody }

/// <summary>How certain the part of the queue that is shown is.</summary>
public enum QueueSure { Any, UnderHalf, OverHalf, OverFourFifths }

/// <summary>What needs a decision, the least certain and most visible first, and who has taken it on; and how the reader has done by what editors let stand.</summary>
public sealed class DeskIndexPage(Decisions decisions, Correcting correcting, Snapshots snapshots, Assignments assignments, PeopleDesk people) : CorrectingPage(correcting)
{
    public const int PerPage = 100;

    public IReadOnlyList<Decision> All { get; private set; } = [];

    /// <summary>Of the chosen person or nobody, as certain as chosen.</summary>
    public IReadOnlyList<Decision> OfWhom { get; private set; } = [];

    public IReadOnlyList<Decision> Shown { get; private set; } = [];

    /// <summary>How many there are of what is shown.</summary>
    public int Matching { get; private set; }

    public DecisionKind? Only { get; private set; }

    public QueueOf Whose { get; private set; }

    public QueueSure Sure { get; private set; }

    /// <summary>Who has taken on what, by the decision's address.</summary>
    public IReadOnlyDictionary<string, string> Taken { get; private set; } = new Dictionary<string, string>();

    /// <summary>Who else works at the desk: to be given something.</summary>
    public IReadOnlyList<string> Colleagues { get; private set; } = [];

    public IReadOnlyList<AcceptedTask> Accepted { get; private set; } = [];

    public IReadOnlyList<AcceptedTask> AcceptedRules { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] string? only, [FromQuery] string? whose, [FromQuery] string? sure, [FromQuery] string? done)
    {
        await LookAsync(done);
        await Show(only, whose, sure);
    }

    public async Task<IActionResult> OnPostTakeAsync([FromForm] string? id, [FromForm] string? only, [FromForm] string? whose, [FromForm] string? sure, [FromForm] string? to)
    {
        Colleagues = await ColleaguesAsync();
        if (to is null or "" || Colleagues.Contains(to))
        {
            await assignments.TakeAsync(id ?? "", string.IsNullOrEmpty(to) ? Editor : to);
        }

        return await Back(only, whose, sure);
    }

    public async Task<IActionResult> OnPostGiveAsync([FromForm] string? id, [FromForm] string? only, [FromForm] string? whose, [FromForm] string? sure)
    {
        await assignments.GiveBackAsync(id ?? "");
        return await Back(only, whose, sure);
    }

    public string Address(DecisionKind? only, QueueOf whose, QueueSure sure)
    {
        var parts = new List<string>();
        if (only is { } kind)
        {
            parts.Add("only=" + Vocabulary.Word(kind));
        }

        if (whose != QueueOf.Everybody)
        {
            parts.Add("whose=" + Vocabulary.Word(whose));
        }

        if (sure != QueueSure.Any)
        {
            parts.Add("sure=" + Vocabulary.Word(sure));
        }

        return parts.Count == 0 ? "/desk" : "/desk?" + string.Join('&', parts);
    }

    public int Count(QueueOf whose) => All.Count(d => (Only is null || d.Kind == Only) && Is(d, whose) && Is(d, Sure));

    public int Count(QueueSure sure) => All.Count(d => (Only is null || d.Kind == Only) && Is(d, Whose) && Is(d, sure));

    private static bool Is(Decision decision, QueueSure sure) => sure switch
    {
        QueueSure.UnderHalf => decision.Certainty < 50,
        QueueSure.OverHalf => decision.Certainty is >= 50 and < 80,
        QueueSure.OverFourFifths => decision.Certainty >= 80,
        _ => true,
    };

    private async Task<IReadOnlyList<string>> ColleaguesAsync() => [.. (await people.AllAsync()).Select(p => p.Person.UserName!).Where(n => n != Editor)];

    private bool Is(Decision decision, QueueOf whose) => whose switch
    {
        QueueOf.Mine => Taken.GetValueOrDefault(decision.Path) == Editor,
        QueueOf.Nobody => !Taken.ContainsKey(decision.Path),
        _ => true,
    };

    private async Task<IActionResult> Back(string? only, string? whose, string? sure)
    {
        await Show(only, whose, sure);
        return Redirect(Address(Only, Whose, Sure));
    }

    private async Task Show(string? only, string? whose, string? sure)
    {
        (Title, Section) = ("What needs a decision", "/desk");
        Only = only is not null && Vocabulary.TryParse<DecisionKind>(only, out var kind) ? kind : null;
        Whose = whose is not null && Vocabulary.TryParse<QueueOf>(whose, out var part) ? part : QueueOf.Everybody;
        All = await decisions.AllAsync(Record, await Proposals.AllAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        Taken = await assignments.AllAsync(HttpContext.RequestAborted);
        Colleagues = await ColleaguesAsync();
        Sure = sure is not null && Vocabulary.TryParse<QueueSure>(sure, out var certainty) ? certainty : QueueSure.Any;
        OfWhom = [.. All.Where(d => Is(d, Whose) && Is(d, Sure))];
        var matching = OfWhom.Where(d => Only is null || d.Kind == Only).ToList();
        Matching = matching.Count;
        Shown = [.. matching.Take(PerPage)];
        var contents = await snapshots.Contents(HttpContext.RequestAborted);
        Accepted = Acceptance.Of(contents);
        AcceptedRules = Acceptance.ByKind(contents);
    }
}

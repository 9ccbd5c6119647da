using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;

namespace GsomiaTracker.Web.Rendering;

/// <summary>An event that is on no page any more, and the correction by which it went.</summary>
/// <param name="Event">As it would stand without what was rejected and withdrawn.</param>
/// <param name="By">The latest rejection of a report of it, or retraction of an article that told it.</param>
public sealed record RemovedEvent(ChronicleEvent Event, Correction By);

/// <summary>
/// Events that editors have rejected, or whose articles they have withdrawn: addresses that have been given out stay, and say what became of them. Found by folding the
/// record without those corrections, when somebody first asks. Only what was known at the moment shown is in it.
/// </summary>
public sealed class RemovedEvents
{
    public static readonly RemovedEvents None = new(null, []);

    private readonly Lazy<Dictionary<string, ChronicleEvent>>? _events;
    private readonly IReadOnlyList<Correction> _removals;

    /// <param name="events">The chronicle without the removals, at the moment shown; null where there are none.</param>
    /// <param name="removals">The rejections and retractions that hold.</param>
    public RemovedEvents(Func<Chronicle>? events, IReadOnlyList<Correction> removals)
    {
        _events = events is null ? null : new(() => RecordAsOf.ByName(events()));
        _removals = removals;
    }

    /// <summary>What the address of an event named before anything was taken away; null where it named nothing.</summary>
    public ChronicleEvent? Before(string name) => _events?.Value.GetValueOrDefault(ReportId.FromSlug(name));

    /// <summary>The event that an address named, where editors have taken away what told it.</summary>
    public RemovedEvent? Find(string name)
    {
        if (Before(name) is not { } e)
        {
            return null;
        }

        var told = e.Reports.Select(r => (r.Article, r.Revision, Key: r.Finding.Key.Value)).ToList();
        var by = _removals.LastOrDefault(c => c.Act == CorrectionAct.Reject
            ? told.Exists(t => t.Key == c.Target && (c.Article is null || c.Article == t.Article))
            : told.Exists(t => t.Article == (c.Article ?? c.Target) && (c.Field is null || c.Field == t.Revision)));
        return by is null ? null : new RemovedEvent(e, by);
    }
}

using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Queries;

namespace GsomiaTracker.Web.Rendering;

/// <summary>That editors have taken an article or one take of it back, and why.</summary>
/// <param name="Take">The take's revision; null where the whole story is withdrawn.</param>
public sealed record Withdrawal(string Article, string? Take, string? Headline, string Reason, DateTimeOffset At);

/// <summary>What was withdrawn: it is on no page, but its own address says so. Only of what was known at the moment shown.</summary>
public sealed class Withdrawals
{
    public static readonly Withdrawals None = new([]);
    private readonly IReadOnlyList<Withdrawal> _all;

    private Withdrawals(IReadOnlyList<Withdrawal> all) => _all = all;

    public static Withdrawals Of(RecordContents contents, DateTimeOffset seen)
    {
        var retractions = ActiveCorrections.Of(contents.Corrections).Where(c => c.Act == CorrectionAct.Retract).ToList();
        if (retractions.Count == 0)
        {
            return None;
        }

        var all = new List<Withdrawal>();
        foreach (var retraction in retractions)
        {
            var article = retraction.Article ?? retraction.Target;
            var known = contents.Revisions.Where(r => r.Article == article && r.KnownSince <= seen && (retraction.Field is null || r.Revision == retraction.Field)).MaxBy(r => r.KnownSince);
            if (known is not null)
            {
                all.Add(new Withdrawal(article, retraction.Field, known.Reading.Header.Headline, retraction.Reason, retraction.RecordedAt));
            }
        }

        return new Withdrawals(all);
    }

    /// <summary>The withdrawal of a whole story, or of the take of it that is asked for; null where there is none.</summary>
    public Withdrawal? Find(string article, string? take = null) => _all.FirstOrDefault(w => w.Article == article && (w.Take is null || w.Take == take)) ?? (take is null ? _all.FirstOrDefault(w => w.Article == article) : null);
}

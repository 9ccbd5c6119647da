using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Queries;

namespace GsomiaTracker.Web.Desk;

/// <summary>How much of what the reader found editors let stand.</summary>
/// <param name="Found">Findings of the task in the articles that editors have worked on (at least one correction holds there).</param>
/// <param name="Added">What the reader had missed there.</param>
public sealed record AcceptedTask(string Task, int Found, int Amended, int Rejected, int Added)
{
    public double? Rate => Found == 0 ? null : 1 - ((double)(Amended + Rejected) / Found);
}

/// <summary>Counts it, over the articles that editors have worked on: of others nothing is known.</summary>
public static class Acceptance
{
    public static IReadOnlyList<AcceptedTask> Of(RecordContents contents)
    {
        var active = ActiveCorrections.Of(contents.Corrections).Where(c => c.Article is not null).ToLookup(c => c.Article!);
        var tasks = new (string Task, Func<Reading, IEnumerable<FindingKey>> Keys)[]
        {
            ("event", r => r.Events.Select(e => e.Key)),
            ("stance", r => r.Stances.Select(s => s.Key)),
            ("official", r => r.Officials.Select(o => o.Key)),
            ("quote", r => r.Quotes.Select(q => q.Key)),
            ("statement", r => r.Statements.Select(s => s.Key)),
        };
        return [.. tasks.Select(t =>
        {
            var (found, amended, rejected, added) = (0, 0, 0, 0);
            foreach (var story in contents.Revisions.GroupBy(r => r.Article).Where(g => active.Contains(g.Key)))
            {
                var keys = story.SelectMany((ArticleRevision r) => t.Keys(r.Reading)).Select(k => k.Value).ToHashSet(StringComparer.Ordinal);
                var own = active[story.Key].ToList();
                var gone = own.Where(c => c.Act == CorrectionAct.Reject && keys.Contains(c.Target)).Select(c => c.Target).ToHashSet(StringComparer.Ordinal);
                found += keys.Count;
                rejected += gone.Count;
                amended += own.Where(c => c.Act == CorrectionAct.Amend && keys.Contains(c.Target) && !gone.Contains(c.Target)).Select(c => c.Target).Distinct().Count();
                added += own.Count(c => c.Act == CorrectionAct.Add && c.Field == t.Task);
            }

            return new AcceptedTask(t.Task, found, amended, rejected, added);
        })];
    }
}

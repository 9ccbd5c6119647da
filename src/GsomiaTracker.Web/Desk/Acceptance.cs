using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Queries;

namespace GsomiaTracker.Web.Desk;

/// <summary>How much of what the reader found editors let stand.</summary>
/// <param name="Task">The task, or the task and a kind of it.</param>
/// <param name="Found">Findings of the task in the articles that editors have worked on (at least one correction holds there).</param>
/// <param name="Added">What the reader had missed there.</param>
/// <param name="Accepted">What editors found right in so many words.</param>
public sealed record AcceptedTask(string Task, int Found, int Accepted, int Amended, int Rejected, int Added)
{
    public double? Rate => Found == 0 ? null : 1 - ((double)(Amended + Rejected) / Found);
}

/// <summary>Counts it, over the articles that editors have worked on: of others nothing is known.</summary>
public static class Acceptance
{
    private static readonly (string Task, Func<Reading, IEnumerable<(FindingKey Key, string Kind)>> Findings)[] Tasks =
    [
        ("event", r => r.Events.Select(e => (e.Key, Vocabulary.Word(e.Kind)))),
        ("stance", r => r.Stances.Select(s => (s.Key, $"{s.Issue}, {Vocabulary.Word(s.Position)}"))),
        ("official", r => r.Officials.Select(o => (o.Key, o.Office is null ? "no office" : "with office"))),
        ("quote", r => r.Quotes.Select(q => (q.Key, q.Speaker is null ? "speaker not known" : "speaker known"))),
        ("date", r => DateKeys.Of(r.Dates).Zip(r.Dates, (k, d) => (k, d.Days is null ? "no days" : d.Days.Value.IsOneDay ? "one day" : "several days"))),
        ("statement", r => r.Statements.Select(s => (s.Key, Vocabulary.Word(s.Form)))),
    ];

    public static IReadOnlyList<AcceptedTask> Of(RecordContents contents) => [.. Tasks.Select(t => Count(contents, t.Task, t.Task, r => t.Findings(r).Select(f => f.Key)))];

    /// <summary>The same by what kind of thing the reader took each for, the least accepted first: which rules want work.</summary>
    public static IReadOnlyList<AcceptedTask> ByKind(RecordContents contents)
    {
        var active = Active(contents);
        return [.. Tasks
            .SelectMany(t => Worked(contents, active).SelectMany(g => g).SelectMany(r => t.Findings(r.Reading)).Select(f => f.Kind).Distinct(StringComparer.Ordinal)
                .Select(kind => Count(contents, $"{t.Task}: {kind}", t.Task, r => t.Findings(r).Where(f => f.Kind == kind).Select(f => f.Key)) with { Added = 0 }))
            .OrderBy(t => t.Rate).ThenByDescending(t => t.Found).ThenBy(t => t.Task, StringComparer.Ordinal).Take(50)];
    }

    private static ILookup<string, Correction> Active(RecordContents contents) => ActiveCorrections.Of(contents.Corrections).Where(c => c.Article is not null).ToLookup(c => c.Article!);

    private static IEnumerable<IGrouping<string, ArticleRevision>> Worked(RecordContents contents, ILookup<string, Correction> active) => contents.Revisions.GroupBy(r => r.Article).Where(g => active.Contains(g.Key));

    private static AcceptedTask Count(RecordContents contents, string name, string task, Func<Reading, IEnumerable<FindingKey>> findings)
    {
        var active = Active(contents);
        var (found, accepted, amended, rejected, added) = (0, 0, 0, 0, 0);
        foreach (var story in Worked(contents, active))
        {
            var keys = story.SelectMany((ArticleRevision r) => findings(r.Reading)).Select(k => k.Value).ToHashSet(StringComparer.Ordinal);
            var own = active[story.Key].ToList();
            var gone = own.Where(c => c.Act == CorrectionAct.Reject && keys.Contains(c.Target)).Select(c => c.Target).ToHashSet(StringComparer.Ordinal);
            found += keys.Count;
            accepted += own.Where(c => c.Act == CorrectionAct.Accept && keys.Contains(c.Target)).Select(c => c.Target).Distinct().Count();
            rejected += gone.Count;
            amended += own.Where(c => c.Act == CorrectionAct.Amend && keys.Contains(c.Target) && !gone.Contains(c.Target)).Select(c => c.Target).Distinct().Count();
            added += own.Count(c => c.Act == CorrectionAct.Add && c.Field == task);
        }

        return new AcceptedTask(name, found, accepted, amended, rejected, added);
    }
}

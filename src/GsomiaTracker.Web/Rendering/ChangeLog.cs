using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Queries;

namespace GsomiaTracker.Web.Rendering;

/// <summary>What editors have changed of an article or an event, the last first: what, when, why; never who.</summary>
/// <param name="Holding">Sequences of the corrections that hold now; the others were undone.</param>
public sealed record ChangeLog(string Subject, string Path, IReadOnlyList<Correction> Changes, IReadOnlySet<long> Holding)
{
    /// <summary>An article's takes, or those that tell the event, with when each was put on this record; and how it came, null where that is not known.</summary>
    public IReadOnlyList<(ArticleRevision Take, Coming? Came)> Takes { get; init; } = [];

    /// <summary>The states that the event was in, each with the text that said so.</summary>
    public IReadOnlyList<(EventState State, ArticleRevision Take)> States { get; init; } = [];

    private static List<(ArticleRevision Take, Coming? Came)> Came(RecordContents contents, IEnumerable<ArticleRevision> takes) =>
        [.. takes.Select(t => (t, contents.Comings.GetValueOrDefault((t.Revision, t.Reading.Reader))))];

    public static Answer<ChangeLog> OfArticle(RecordAsOf record, ViewState view, RecordContents contents, string id)
    {
        // A retracted article is on no page any more; its log stays and says so.
        var story = record.Story(id);
        id = story?.Id ?? id;
        var own = contents.Corrections.Where(c => c.Article == id).ToList();
        return story is null && own.Count == 0
            ? Lookup.NoStory(record, view, id)
            : Of(story is null ? id : Cite.Title(story.Header), "/articles/" + Uri.EscapeDataString(id), own, contents.Corrections) with { Takes = Came(contents, story?.Takes ?? []) };
    }

    public static Answer<ChangeLog> OfEvent(RecordAsOf record, ViewState view, RecordContents contents, string slug)
    {
        // A rejected event is on no page any more; its log stays and says so.
        if ((record.Event(slug) ?? record.Removed.Find(slug)?.Event) is not { } e)
        {
            return Lookup.NoEvent(record, view, slug);
        }

        var names = e.Aliases.Append(e.Id).ToHashSet(StringComparer.Ordinal);
        var findings = e.Reports.Select(r => (r.Article, Key: r.Finding.Key.Value)).ToHashSet();
        var disagreements = e.Disagreements.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var own = contents.Corrections.Where(c => names.Contains(ReportId.FromSlug(c.Target)) || (c.Act == CorrectionAct.Merge && names.Contains(c.Field ?? ""))
            || (c.Article is { } a && findings.Contains((a, c.Target))) || (c.Act == CorrectionAct.Retract && e.Reports.All(r => r.Article == (c.Article ?? c.Target)))
            || disagreements.Contains(c.Target));
        var telling = e.Reports.Select(r => r.Revision).ToHashSet(StringComparer.Ordinal);
        var takes = contents.Revisions.Where(r => telling.Contains(r.Revision)).ToList();
        return Of(e.Title, "/events/" + e.Slug, own.ToList(), contents.Corrections) with
        {
            Takes = Came(contents, takes),
            States = [.. e.History.Join(takes, s => s.Report.Revision, t => t.Revision, (s, t) => (s, t))],
        };
    }

    private static ChangeLog Of(string subject, string path, List<Correction> log, IReadOnlyList<Correction> all)
    {
        var held = log.Select(c => c.Sequence).ToHashSet();
        foreach (var undo in all.Where(c => ActiveCorrections.Undoes(c) is not null).OrderBy(c => c.Sequence))
        {
            if (held.Contains(ActiveCorrections.Undoes(undo)!.Value) && held.Add(undo.Sequence))
            {
                log.Add(undo);
            }
        }

        return new ChangeLog(subject, path, [.. log.OrderByDescending(c => c.Sequence)], ActiveCorrections.Of(all).Select(c => c.Sequence).ToHashSet());
    }
}

using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages;

/// <summary>What editors have changed of an article or an event: what, when, why; never who.</summary>
public sealed class ChangesPage(Snapshots snapshots) : TrackerPage
{
    public string Subject { get; private set; } = "";

    public string SubjectPath { get; private set; } = "";

    public IReadOnlyList<Correction> Log { get; private set; } = [];

    public IReadOnlySet<long> Holding { get; private set; } = new HashSet<long>();

    public async Task<IActionResult> OnGetAsync(string kind, string id)
    {
        var corrections = (await snapshots.Contents(HttpContext.RequestAborted)).Corrections;
        IEnumerable<Correction> own;
        if (kind == "articles")
        {
            // A retracted article is on no page any more; its log stays and says so.
            own = corrections.Where(c => c.Article == id);
            if (Record.Story(id) is null && !own.Any())
            {
                return Refuse(Lookup.NoStory(Record, View, id));
            }

            (Subject, SubjectPath, Section) = (Record.Story(id)?.Header.Headline ?? id, "/articles/" + Uri.EscapeDataString(id), "/articles");
        }
        else
        {
            if (Record.Event(id) is not { } e)
            {
                return Refuse(Lookup.NoEvent(Record, View, id));
            }

            var names = e.Aliases.Append(e.Id).ToHashSet(StringComparer.Ordinal);
            var findings = e.Reports.Select(r => (r.Article, Key: r.Finding.Key.Value)).ToHashSet();
            var disagreements = e.Disagreements.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
            own = corrections.Where(c => names.Contains(ReportId.FromSlug(c.Target)) || (c.Act == CorrectionAct.Merge && names.Contains(c.Field ?? ""))
                || (c.Article is { } a && findings.Contains((a, c.Target))) || disagreements.Contains(c.Target));
            (Subject, SubjectPath, Section) = (e.Title, "/events/" + e.Slug, "/timeline");
        }

        Title = "Changes: " + Subject;
        var log = own.ToList();
        var held = log.Select(c => c.Sequence).ToHashSet();
        foreach (var undo in corrections.Where(c => ActiveCorrections.Undoes(c) is not null).OrderBy(c => c.Sequence))
        {
            if (held.Contains(ActiveCorrections.Undoes(undo)!.Value) && held.Add(undo.Sequence))
            {
                log.Add(undo);
            }
        }

        Log = [.. log.OrderByDescending(c => c.Sequence)];
        Holding = ActiveCorrections.Of(corrections).Select(c => c.Sequence).ToHashSet();
        return Page();
    }
}

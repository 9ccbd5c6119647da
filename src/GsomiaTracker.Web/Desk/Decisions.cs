using System.Text.Json;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Desk;

/// <summary>Why something needs a decision, the gravest first.</summary>
public enum DecisionKind { Proposal, FailedReading, FailedFeed, UnknownDate, OrphanedCorrection, Disagreement, NoReport, InferredDate, UnknownOfficial, Copy }

/// <summary>One thing that needs a decision.</summary>
/// <param name="Visible">How much of the public pages hangs on it: reports, articles.</param>
/// <param name="Path">Where it is decided.</param>
/// <param name="Right">What says in the queue itself that it is right as it is; null where there is more to decide.</param>
public sealed record Decision(DecisionKind Kind, string Title, string Why, int Visible, string Path, AcceptForm? Right = null);

/// <summary>A form that accepts: where it goes, what it accepts, how its button reads.</summary>
public sealed record AcceptForm(string Action, string? Key, string Label);

/// <summary>What needs a decision, worked out from the record each time: least certain first, within that the most visible.</summary>
public sealed class Decisions(FailingTexts failing, Feeds feeds, Snapshots snapshots)
{
    /// <summary>What is found right of a plan's report, where it is that nothing is told of what became of it.</summary>
    public const string NoReportJson = "\"no-report\"";

    /// <param name="proposals">What waits for a second editor.</param>
    public async Task<IReadOnlyList<Decision>> AllAsync(RecordAsOf record, IReadOnlyList<Proposal> proposals, CancellationToken cancel) =>
    [
        .. proposals.Select(p => new Decision(DecisionKind.Proposal, string.Join("; ", p.Drafts.Select(CorrectionWords.Of)), $"proposed by {p.Author}: \u201c{p.Reason}\u201d", p.Drafts.Count, FormattableString.Invariant($"/desk/proposals/{p.Id}"))),
        .. Of(record, (await snapshots.Contents(cancel)).Corrections).Concat((await failing.AllAsync(cancel)).Select(f =>
                new Decision(DecisionKind.FailedReading, f.FileName ?? f.Hash, FormattableString.Invariant($"reading failed {f.Attempts} times: {f.Error}"), 1, "/desk/add?filed=" + f.Hash)))
            .Concat((await feeds.AllAsync(cancel)).Where(f => f.Feed.Failures > 1 || (f.Feed is { PausedAt: not null, LastError: not null })).Select(f =>
                new Decision(DecisionKind.FailedFeed, f.Feed.Title ?? f.Feed.Address, FormattableString.Invariant($"{(f.Feed.PausedAt is null ? "failing" : "paused")} after {f.Feed.Failures} failures: {f.Feed.LastError}"), 1, FormattableString.Invariant($"/desk/feeds#feed-{f.Feed.Id}"))))
            .OrderBy(d => d.Kind).ThenByDescending(d => d.Visible).ThenBy(d => d.Title, StringComparer.Ordinal),
    ];

    private static IEnumerable<Decision> Of(RecordAsOf record, IReadOnlyList<Correction> corrections)
    {
        var accepted = ActiveCorrections.Of(corrections).Where(c => c.Act == CorrectionAct.Accept).Select(c => (c.Article, c.Target, c.Value)).ToHashSet();
        foreach (var story in record.Stories)
        {
            var header = story.Header;
            if (header.PublishedHow is PublishedHow.Unknown or PublishedHow.Inferred && !(header.Published is { } time && accepted.Contains((story.Id, "header", JsonSerializer.Serialize(time.ToString())))))
            {
                yield return new Decision(
                    header.PublishedHow == PublishedHow.Unknown ? DecisionKind.UnknownDate : DecisionKind.InferredDate,
                    header.Headline ?? story.Id,
                    header.PublishedHow == PublishedHow.Unknown ? "nobody knows when it was published" : $"published {header.Published}, inferred: {header.PublishedFrom}",
                    story.Latest.Reading.Events.Count,
                    $"/desk/articles/{Uri.EscapeDataString(story.Id)}#head",
                    header.PublishedHow == PublishedHow.Unknown ? null : new AcceptForm($"/desk/articles/{Uri.EscapeDataString(story.Id)}?handler=accept", "published", "It is right"));
            }
        }

        foreach (var orphan in record.Chronicle.Orphans)
        {
            yield return new Decision(DecisionKind.OrphanedCorrection, CorrectionWords.Of(orphan.Correction), orphan.Reason, 1, FormattableString.Invariant($"/desk/history#c{orphan.Correction.Sequence}"));
        }

        foreach (var e in record.Chronicle.Events)
        {
            foreach (var d in e.Disagreements.Where(d => d.ExplainedBy is null))
            {
                yield return new Decision(DecisionKind.Disagreement, e.Title, $"{d.About}: {string.Join(" / ", d.Sides.Select(s => s.Value).Distinct())}", e.Reports.Count, $"/desk/events/{e.Slug}#d-{d.Id}");
            }

            if (e.NoReportFound && !e.Reports.Any(r => accepted.Contains((r.Article, r.Finding.Key.Value, NoReportJson))))
            {
                yield return new Decision(DecisionKind.NoReport, e.Title, $"planned for {e.Days}, and no report of what became of it", e.Reports.Count, "/desk/events/" + e.Slug,
                    new AcceptForm($"/desk/events/{e.Slug}?handler=noreport", null, "None is found"));
            }
        }

        foreach (var copy in Copies.Of(record).Where(c => !accepted.Contains((c.Later.Id, "copy", JsonSerializer.Serialize(c.Earlier.Id)))))
        {
            yield return new Decision(DecisionKind.Copy, copy.Later.Header.Headline ?? copy.Later.Id, FormattableString.Invariant($"{100 * copy.Share:0} % of it stands in \u201c{copy.Earlier.Header.Headline ?? copy.Earlier.Id}\u201d ({Cite.Outlet(copy.Earlier.Header)}): counted as one source"),
                copy.Later.Latest.Reading.Events.Count, $"/desk/articles/{Uri.EscapeDataString(copy.Later.Id)}#copy", new AcceptForm($"/desk/articles/{Uri.EscapeDataString(copy.Later.Id)}?handler=accept", "copy", "It is a copy"));
        }

        foreach (var o in record.Officials.Where(o => o.Known is null && o.NamedIn.Count > 0))
        {
            var story = o.NamedIn[^1];
            var finding = story.Latest.Reading.Officials.First(n => n.Id == o.Id);
            if (o.NamedIn.Any(s => s.Latest.Reading.Officials.Any(n => n.Id == o.Id && accepted.Contains((s.Id, n.Key.Value, null)))))
            {
                continue;
            }

            yield return new Decision(DecisionKind.UnknownOfficial, o.Name, $"{(o.Office is null ? "" : o.Office + ", ")}not in the dossier", o.NamedIn.Count,
                $"/desk/articles/{Uri.EscapeDataString(story.Id)}/findings/{Uri.EscapeDataString(finding.Key.Value)}",
                new AcceptForm($"/desk/articles/{Uri.EscapeDataString(story.Id)}/findings/{Uri.EscapeDataString(finding.Key.Value)}?handler=accept", null, "It is right"));
        }
    }

    /// <summary>The kind in words, for lists.</summary>
    public static string Words(DecisionKind kind) => Vocabulary.Word(kind).Replace('-', ' ');
}

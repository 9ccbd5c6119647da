using System.Text.Json;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Desk;

/// <summary>Why something needs a decision, the gravest first.</summary>
public enum DecisionKind { Proposal, FailedReading, FailedFeed, UnknownDate, OrphanedCorrection, Disagreement, NoReport, InferredDate, UnknownOfficial, Copy, DoubtfulEvent, DoubtfulPosition }

/// <summary>One thing that needs a decision.</summary>
/// <param name="Certainty">How sure it is that the record is right as it stands, in percent (<see cref="Doubt"/>); null for work that waits and is no matter of doubt.</param>
/// <param name="Pages">Public pages that it stands on: its own, those of the articles, events and people concerned.</param>
/// <param name="Path">Where it is decided.</param>
/// <param name="Right">What says in the queue itself that it is right as it is; null where there is more to decide.</param>
public sealed record Decision(DecisionKind Kind, string Title, string Why, int? Certainty, int Pages, string Path, AcceptForm? Right = null)
{
    /// <summary>How soon it is to be decided: doubt times visibility, the second by its order of size. Work that waits comes before all doubt.</summary>
    public double Urgency => Certainty is { } sure ? (100 - sure) / 100.0 * Math.Log2(1 + Pages) : double.PositiveInfinity;
}

/// <summary>A form that accepts: where it goes, what it accepts, how its button reads.</summary>
public sealed record AcceptForm(string Action, string? Key, string Label);

/// <summary>What needs a decision, worked out from the record each time: what waits for a person first, then by doubt and visibility (<see cref="Decision.Urgency"/>).</summary>
public sealed class Decisions(FailingTexts failing, Feeds feeds, Snapshots snapshots)
{
    /// <summary>What is found right of a plan's report, where it is that nothing is told of what became of it.</summary>
    public const string NoReportJson = "\"no-report\"";

    private const int LongestQuote = 140;

    /// <param name="proposals">What waits for a second editor.</param>
    public async Task<IReadOnlyList<Decision>> AllAsync(RecordAsOf record, IReadOnlyList<Proposal> proposals, CancellationToken cancel) =>
    [
        .. proposals.Select(p => new Decision(DecisionKind.Proposal, string.Join("; ", p.Drafts.Select(CorrectionWords.Of)), $"proposed by {p.Author}: \u201c{p.Reason}\u201d", null, p.Drafts.Count, FormattableString.Invariant($"/desk/proposals/{p.Id}"))),
        .. Of(record, (await snapshots.Contents(cancel)).Corrections).Concat((await failing.AllAsync(cancel)).Select(f =>
                new Decision(DecisionKind.FailedReading, f.FileName ?? f.Hash, FormattableString.Invariant($"reading failed {f.Attempts} times: {f.Error}"), null, 1, "/desk/add?filed=" + f.Hash)))
            .Concat((await feeds.AllAsync(cancel)).Where(f => f.Feed.Failures > 1 || (f.Feed is { PausedAt: not null, LastError: not null })).Select(f =>
                new Decision(DecisionKind.FailedFeed, f.Feed.Title ?? f.Feed.Address, FormattableString.Invariant($"{(f.Feed.PausedAt is null ? "failing" : "paused")} after {f.Feed.Failures} failures: {f.Feed.LastError}"), null, 1, FormattableString.Invariant($"/desk/feeds#feed-{f.Feed.Id}"))))
            .OrderByDescending(d => d.Urgency).ThenBy(d => d.Kind).ThenBy(d => d.Title, StringComparer.Ordinal).ThenBy(d => d.Path, StringComparer.Ordinal),
    ];

    private static IEnumerable<Decision> Of(RecordAsOf record, IReadOnlyList<Correction> corrections)
    {
        var active = ActiveCorrections.Of(corrections);
        var accepted = active.Where(c => c.Act == CorrectionAct.Accept).Select(c => (c.Article, c.Target, c.Value)).ToHashSet();
        foreach (var story in record.Stories)
        {
            var header = story.Header;
            if (header.PublishedHow is PublishedHow.Unknown or PublishedHow.Inferred && !(header.Published is { } time && accepted.Contains((story.Id, "header", JsonSerializer.Serialize(time.ToString())))))
            {
                yield return new Decision(
                    header.PublishedHow == PublishedHow.Unknown ? DecisionKind.UnknownDate : DecisionKind.InferredDate,
                    Cite.Title(header),
                    header.PublishedHow == PublishedHow.Unknown ? "nobody knows when it was published" : $"published {header.Published}, inferred: {header.PublishedFrom}",
                    header.PublishedHow == PublishedHow.Unknown ? Doubt.UnknownDate : Doubt.InferredDate,
                    Pages(story),
                    $"/desk/articles/{Uri.EscapeDataString(story.Id)}#head",
                    header.PublishedHow == PublishedHow.Unknown ? null : new AcceptForm($"/desk/articles/{Uri.EscapeDataString(story.Id)}?handler=accept", "published", "It is right"));
            }
        }

        foreach (var orphan in record.Chronicle.Orphans)
        {
            yield return new Decision(DecisionKind.OrphanedCorrection, CorrectionWords.Of(orphan.Correction), orphan.Reason, Doubt.Orphan, 1, FormattableString.Invariant($"/desk/history#c{orphan.Correction.Sequence}"));
        }

        foreach (var e in record.Chronicle.Events)
        {
            foreach (var d in e.Disagreements.Where(d => d.ExplainedBy is null))
            {
                yield return new Decision(DecisionKind.Disagreement, e.Title, $"{d.About}: {string.Join(" / ", d.Sides.Select(s => Values.InWords(record, d.About, s.Value, s.Words.Words)).Distinct())}", Doubt.Between(d.Sides), Pages(e), $"/desk/events/{e.Slug}#d-{d.Id}");
            }

            if (e.NoReportFound && !e.Reports.Any(r => accepted.Contains((r.Article, r.Finding.Key.Value, NoReportJson))))
            {
                yield return new Decision(DecisionKind.NoReport, e.Title, $"planned for {e.Days}, and no report of what became of it", Doubt.NoReport, Pages(e), "/desk/events/" + e.Slug,
                    new AcceptForm($"/desk/events/{e.Slug}?handler=noreport", null, "None is found"));
            }
        }

        foreach (var copy in Copies.Of(record).Where(c => !accepted.Contains((c.Later.Id, "copy", JsonSerializer.Serialize(c.Earlier.Id)))))
        {
            yield return new Decision(DecisionKind.Copy, Cite.Title(copy.Later.Header), FormattableString.Invariant($"{100 * copy.Share:0} % of it stands in \u201c{Cite.Title(copy.Earlier.Header)}\u201d ({Cite.Outlet(copy.Earlier.Header)}): counted as one source"),
                (int)Math.Round(100 * copy.Share), Pages(copy.Later), $"/desk/articles/{Uri.EscapeDataString(copy.Later.Id)}#copy", new AcceptForm($"/desk/articles/{Uri.EscapeDataString(copy.Later.Id)}?handler=accept", "copy", "It is a copy"));
        }

        foreach (var o in record.Officials.Where(o => o.Known is null && o.NamedIn.Count > 0))
        {
            var story = o.NamedIn[^1];
            var finding = story.Latest.Reading.Officials.First(n => n.Id == o.Id);
            if (o.NamedIn.Any(s => s.Latest.Reading.Officials.Any(n => n.Id == o.Id && accepted.Contains((s.Id, n.Key.Value, null)))))
            {
                continue;
            }

            yield return new Decision(DecisionKind.UnknownOfficial, o.Name, $"{(o.Office is null ? "" : o.Office + ", ")}not in the dossier", Doubt.UnknownOfficial, 1 + o.NamedIn.Count,
                $"/desk/articles/{Uri.EscapeDataString(story.Id)}/findings/{Uri.EscapeDataString(finding.Key.Value)}",
                new AcceptForm($"/desk/articles/{Uri.EscapeDataString(story.Id)}/findings/{Uri.EscapeDataString(finding.Key.Value)}?handler=accept", null, "It is right"));
        }

        foreach (var doubtful in Doubtful(record, active))
        {
            yield return doubtful;
        }
    }

    /// <summary>What the reader itself holds for little more than even, and nobody has looked at.</summary>
    private static IEnumerable<Decision> Doubtful(RecordAsOf record, IReadOnlyList<Correction> active)
    {
        var seen = active.Select(c => (c.Article, c.Target)).ToHashSet();
        foreach (var e in record.Chronicle.Events)
        {
            var telling = e.Telling.ToList();
            if (telling.Count > 0 && Doubt.Together(telling) is { } sure && sure < Doubt.LookBelow && !telling.Exists(r => seen.Contains((r.Article, r.Finding.Key.Value))))
            {
                yield return new Decision(DecisionKind.DoubtfulEvent, e.Title, $"\u201c{Short(telling[0].Words.Words)}\u201d: is it told there?", sure, Pages(e), "/desk/events/" + e.Slug,
                    new AcceptForm($"/desk/events/{e.Slug}?handler=accept", null, "It is right"));
            }
        }

        foreach (var story in record.Stories)
        {
            foreach (var stance in story.Latest.Reading.Stances.Where(s => s.Certainty < Doubt.LookBelow && !seen.Contains((story.Id, s.Key.Value))))
            {
                var path = $"/desk/articles/{Uri.EscapeDataString(story.Id)}/findings/{Uri.EscapeDataString(stance.Key.Value)}";
                yield return new Decision(DecisionKind.DoubtfulPosition, $"{StanceWords.Holder(record, stance.Country, stance.Person, stance.Org)}: {Vocabulary.Word(stance.Position)}, {StanceWords.IssueTitle(record, stance.Issue)}",
                    $"\u201c{Short(stance.Evidence[0].Words)}\u201d", stance.Certainty!.Value, stance.Person is null ? 2 : 3, path, new AcceptForm(path + "?handler=accept", null, "It is right"));
            }
        }
    }

    /// <summary>The event's own page, its articles' and its people's.</summary>
    private static int Pages(ChronicleEvent e) => 1 + e.Reports.Select(r => r.Article).Distinct(StringComparer.Ordinal).Count() + e.People.Count;

    /// <summary>The article's own page, those of the events that it tells and of the people that it names.</summary>
    private static int Pages(Story story) => 1 + story.Latest.Reading.Events.Count + story.Latest.Reading.Officials.Count;

    private static string Short(string words) => words.Length <= LongestQuote ? words : words[..words.LastIndexOf(' ', LongestQuote)] + " ...";

    /// <summary>The kind in words, for lists.</summary>
    public static string Words(DecisionKind kind) => Vocabulary.Word(kind).Replace('-', ' ');
}

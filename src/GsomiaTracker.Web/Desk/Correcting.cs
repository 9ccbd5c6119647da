using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Desk;

/// <summary>What drafts would do.</summary>
/// <param name="Changes">What public pages would show otherwise.</param>
/// <param name="Refused">Drafts that correct nothing, with the reason: nothing is to be done then.</param>
/// <param name="Seen">The highest sequence that this was worked out on.</param>
public sealed record Foreseen(IReadOnlyList<ChronicleChange> Changes, IReadOnlyList<Orphan> Refused, long Seen);

/// <summary>The way of every correction: foreseen by folding the record with and without it, then appended by the store's one method.</summary>
public sealed class Correcting(Snapshots snapshots, RecordWriter writer, DeskSettings settings, TimeProvider clock)
{
    /// <summary>Whether another editor has to publish these: where two persons are demanded, everything but what changes nothing that is public.</summary>
    public bool NeedsAnother(IReadOnlyList<CorrectionDraft> drafts) => settings.TwoPersons && drafts.Any(d => d.Act != CorrectionAct.Accept);

    public async Task<Foreseen> ForeseeAsync(IReadOnlyList<CorrectionDraft> drafts, string author, string reason, CancellationToken cancel)
    {
        var contents = await snapshots.Contents(cancel);
        var seen = contents.Corrections.Count == 0 ? 0 : contents.Corrections.Max(c => c.Sequence);
        var now = clock.GetUtcNow();
        var meant = drafts.Select((d, i) => new Correction(seen + 1 + i, d.Act, d.Article, d.Target, d.Field, d.Value, author, now, reason)).ToList();
        var before = snapshots.Supposing(contents);
        var after = snapshots.Supposing(contents with { Corrections = [.. contents.Corrections, .. meant] });
        return new Foreseen(
            ChronicleDifference.Between(before.Chronicle, after.Chronicle, h => $"{StanceWords.Holder(after, h.Country, h.Person, h.Org)}: {StanceWords.IssueTitle(after, h.Issue)}", contents.Dossier.Zone),
            [.. after.Chronicle.Orphans.Where(o => o.Correction.Sequence > seen)],
            seen);
    }

    public Appended Append(IReadOnlyList<CorrectionDraft> drafts, long seen, string author, string reason, string? seconder = null) => writer.Append(drafts, seen, author, reason, seconder);
}

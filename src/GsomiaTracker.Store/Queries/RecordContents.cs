using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Tables;

namespace GsomiaTracker.Store.Queries;

/// <summary>
/// Everything that is on the record at one version, in memory and immutable: what pages are folded from. A crisis of some thousand articles fits
/// many times over; a page is then a pure function of these contents, the moment asked for and the address.
/// </summary>
/// <param name="Version">Grows with every commit that changes what a page may show; pages are cached by it.</param>
/// <param name="Revisions">Every take of every story, in order of becoming known.</param>
/// <param name="Corrections">In order of commit.</param>
public sealed record RecordContents(long Version, Dossier Dossier, IReadOnlyList<ArticleRevision> Revisions, IReadOnlyList<Correction> Corrections)
{
    /// <summary>How each text came onto the record, by its hash and the reader whose reading speaks for it.</summary>
    public IReadOnlyDictionary<(string Revision, ReaderIdentity Reader), Coming> Comings { get; init; } = new Dictionary<(string, ReaderIdentity), Coming>();

    /// <summary>
    /// What was on the record at an instant by this tracker's own clock, whatever it was known since: for audit. A merge made later is not there yet. Texts are in the
    /// stories in which they are now.
    /// </summary>
    public RecordContents RecordedBy(DateTimeOffset instant) =>
        this with { Revisions = [.. Revisions.Where(r => r.RecordedAt <= instant)], Corrections = [.. Corrections.Where(c => c.RecordedAt <= instant)] };
}

/// <summary>How a text came in, and when the reading that speaks for it was put on the record: with the text, or when a newer reader had read it again.</summary>
public sealed record Coming(Origin Origin, DateTimeOffset ReadAt);

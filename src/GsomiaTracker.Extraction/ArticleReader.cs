using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction;

/// <summary>
/// Text in, <see cref="Reading"/> out: no clock, no disk, no database, the same answer every time. The whole way of a text through the
/// reader can be read off <see cref="Read"/>. Safe for several threads.
/// </summary>
public sealed class ArticleReader(Dossier dossier)
{
    /// <summary>Raised when the same text may be read differently by a newer program; the lexicon has a hash of its own.</summary>
    public const string Version = "1.0";

    public ReaderIdentity Identity { get; } = new(Version, "none", dossier.Id);

    /// <param name="text">The piece as it arrived, furniture and all, or HTML.</param>
    /// <param name="supplied">The publication date from elsewhere, where the text may have none; loses to what is stated.</param>
    public Reading Read(string text, PublicationTime? supplied = null) =>
        new(
            Identity,
            null,
            new ReadingHeader(null, null, null, null, [], null, supplied, supplied is null ? PublishedHow.Unknown : PublishedHow.Supplied, ""),
            [], [], [], [], [], [], []);
}

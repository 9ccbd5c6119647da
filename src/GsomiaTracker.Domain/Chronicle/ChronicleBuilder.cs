using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// Readings and corrections in, chronicle out: a pure function, the reference for everything that is kept incrementally. Laws, tested: any
/// order of <c>takes</c> gives the same chronicle; with a moment it equals the chronicle of only what was known then.
/// </summary>
public static class ChronicleBuilder
{
    /// <param name="takes">All takes of all stories, in any order.</param>
    /// <param name="corrections">All corrections, in any order; their sequence decides.</param>
    /// <param name="asOf">What became known later does not exist; null for the whole record.</param>
    public static Chronicle Build(IEnumerable<ArticleRevision> takes, IReadOnlyList<Correction> corrections, Dossier dossier, DateTimeOffset? asOf) =>
        FoldedRecord.Of(takes, corrections, dossier).At(asOf);
}

using GsomiaTracker.Domain.Articles;

namespace GsomiaTracker.Store.Projection;

/// <summary>A take of the record in memory, with its row's key.</summary>
/// <param name="Take">As the chronicle sees it: in its story, corrections laid over its reading; where nothing is corrected without its text, and of its reading what the fold looks at.</param>
/// <param name="Retracted">An editor has taken it back: it is no part of the chronicle.</param>
/// <param name="Sketched">Made when first asked for: most takes are read back for their events alone.</param>
internal sealed record StoredTake(long RevisionId, ArticleRevision Take, Lazy<TakeSketch> Sketched, bool Retracted)
{
    /// <summary>As it reads by itself: this decides its story.</summary>
    public TakeSketch Sketch => Sketched.Value;
}

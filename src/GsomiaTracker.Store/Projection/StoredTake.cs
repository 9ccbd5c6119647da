using GsomiaTracker.Domain.Articles;

namespace GsomiaTracker.Store.Projection;

/// <summary>A take of the record in memory, with its row's key.</summary>
/// <param name="Take">As the chronicle sees it: in its story, corrections laid over its reading; where nothing is corrected without its text, and of its reading what the fold looks at.</param>
/// <param name="Sketch">As it reads by itself: this decides its story.</param>
/// <param name="Retracted">An editor has taken it back: it is no part of the chronicle.</param>
internal sealed record StoredTake(long RevisionId, ArticleRevision Take, TakeSketch Sketch, bool Retracted);

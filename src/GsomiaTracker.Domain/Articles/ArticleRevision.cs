using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Domain.Articles;

/// <summary>
/// One take of a story with what was read in it, as the chronicle needs it. Two clocks, never mixed: <c>KnownSince</c> is when the public
/// could know it (publication; when only a day is known, its end), <c>RecordedAt</c> is when this tracker stored it.
/// </summary>
/// <param name="Article">Id of the story: stable, readable, the same whatever the order in which its takes arrive.</param>
/// <param name="Revision">Id of the take: the hash of its text.</param>
/// <param name="Text">The text that spans index.</param>
public sealed record ArticleRevision(
    string Article,
    string Revision,
    string Text,
    Reading Reading,
    DateTimeOffset KnownSince,
    DateTimeOffset RecordedAt)
{
    /// <summary>The id that it was given when it came, under which others may know it; its story goes by that of the earliest take. Null where nobody gave it one.</summary>
    public string? Name { get; init; }
}

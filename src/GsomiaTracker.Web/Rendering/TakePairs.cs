using GsomiaTracker.Domain.Articles;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Two takes of a story to be compared.</summary>
public sealed record TakePair(ArticleRevision Before, ArticleRevision After);

/// <summary>Which takes of a story are compared: each with the one before it, or any two that are asked for.</summary>
public static class TakePairs
{
    /// <param name="take">Revision of the later one; empty for all takes.</param>
    /// <param name="against">Revision of the one it is held against; empty for the one before it, or, of all, the latest for <paramref name="take"/>.</param>
    /// <returns>The pairs, the earliest first; a refusal for a revision that the story does not have.</returns>
    public static Answer<IReadOnlyList<TakePair>> Of(RecordAsOf record, ViewState view, Story story, string take, string against)
    {
        if (take.Length == 0 && against.Length == 0)
        {
            return new Answer<IReadOnlyList<TakePair>>([.. story.Takes.Zip(story.Takes.Skip(1), (before, after) => new TakePair(before, after))], null);
        }

        if (Find(story, take.Length == 0 ? story.Latest.Revision : take) is not { } after)
        {
            return Lookup.NoTake(record, view, story, take);
        }

        if (against.Length == 0)
        {
            return new Answer<IReadOnlyList<TakePair>>([.. story.Takes.TakeWhile(t => t.Revision != after.Revision).TakeLast(1).Select(before => new TakePair(before, after))], null);
        }

        return Find(story, against) is { } other ? new Answer<IReadOnlyList<TakePair>>([new TakePair(other, after)], null) : Lookup.NoTake(record, view, story, against);
    }

    private static ArticleRevision? Find(Story story, string revision) => story.Takes.FirstOrDefault(t => t.Revision == revision);
}

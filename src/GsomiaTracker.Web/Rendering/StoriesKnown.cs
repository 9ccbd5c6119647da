using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Web.Rendering;

/// <summary>A story with its takes as far as they were known, oldest first. The latest speaks for it.</summary>
public sealed record Story(string Id, IReadOnlyList<ArticleRevision> Takes)
{
    public ArticleRevision Latest => Takes[^1];

    public ReadingHeader Header => Latest.Reading.Header;

    public DateTimeOffset KnownSince => Takes[0].KnownSince;
}

/// <summary>The stories that some takes make up. Moments between which nothing became known share one.</summary>
public sealed class StoriesKnown
{
    private readonly Dictionary<string, Story> _byId;

    private StoriesKnown(IReadOnlyList<Story> all)
    {
        All = all;
        _byId = all.ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (var story in all)
        {
            // A take that turns up late and is earlier gives its story another id; those that have been given out lead to it.
            foreach (var take in story.Takes)
            {
                _byId.TryAdd(take.Name ?? story.Id, story);
            }
        }

        LastKnown = all.Count == 0 ? null : all.Max(s => s.Latest.KnownSince);
    }

    /// <summary>In order of becoming known.</summary>
    public IReadOnlyList<Story> All { get; }

    /// <summary>When the last take became known that speaks for its story; null without any.</summary>
    public DateTimeOffset? LastKnown { get; }

    public static StoriesKnown Of(IReadOnlyList<ArticleRevision> takes) => new([.. takes.GroupBy(r => r.Article, StringComparer.Ordinal)
        .Select(g => new Story(g.Key, [.. g.OrderBy(r => r.KnownSince).ThenBy(r => r.Reading.Header.Revision ?? 1).ThenBy(r => r.Revision, StringComparer.Ordinal)]))
        .OrderBy(s => s.KnownSince).ThenBy(s => s.Id, StringComparer.Ordinal)]);

    /// <summary>By its id or that of any of its takes.</summary>
    public Story? Find(string id) => _byId.GetValueOrDefault(id);
}

using System.Collections.Concurrent;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Web.Rendering;

/// <summary>The sentences in which words of takes stand, worked out once for each place: splitting texts costs more than anything else on a page of a new moment.</summary>
internal sealed class SentencesAround
{
    private readonly ConcurrentDictionary<string, List<TextSpan>> _sentences = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Revision, TextSpan Words), string> _around = new();

    /// <summary>What was worked out before, or null.</summary>
    public string? Known(string revision, TextSpan words) => _around.GetValueOrDefault((revision, words));

    /// <summary>The whole sentence (or two) in which a span of a take's text stands, without the dateline.</summary>
    public string Of(ArticleRevision take, TextSpan words) => _around.GetOrAdd((take.Revision, words), static (key, x) => x.Self.Make(x.take, key.Words), (Self: this, take));

    private string Make(ArticleRevision take, TextSpan words)
    {
        var around = _sentences.GetOrAdd(take.Revision, static (_, text) => [.. Sentences.Of(text)], take.Text).Where(s => s.Overlaps(words)).ToList();
        return around.Count == 0 ? words.Of(take.Text) : Sentences.WithoutDateline(Sentences.Words(take.Text, new TextSpan(Math.Min(around[0].Start, words.Start), Math.Max(around[^1].End, words.End))));
    }
}

using System.Globalization;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Queries.Search;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Hits of a search, newest first.</summary>
/// <param name="Next">How many hits precede the next page; null on the last.</param>
public sealed record SearchPage(IReadOnlyList<SentenceHit> Hits, int? Next);

/// <summary>Keeps the index of sentences in step with the record: made anew when the record has moved and somebody searches.</summary>
public sealed class SentenceSearch(Snapshots snapshots) : IDisposable
{
    public const int PageHits = 25;

    private readonly SemaphoreSlim _making = new(1, 1);
    private (long Version, SentenceIndex Index)? _current;

    public async Task<SearchPage> Find(SearchQuery query, DateTimeOffset? asOf, TimeZoneInfo zone, int skip, CancellationToken cancel)
    {
        var index = await Index(cancel);
        var hits = index.Find(
            new SentenceQuery(
                query.Must,
                query.Never,
                query.Days is { } d ? AsOf.EndOf(d.From.AddDays(-1), zone).Instant.UtcTicks + 1 : 0,
                query.Days is { } e ? AsOf.EndOf(e.To, zone).Instant.UtcTicks : long.MaxValue,
                asOf?.UtcTicks ?? long.MaxValue - 1),
            skip,
            PageHits + 1);
        return new SearchPage([.. hits.Take(PageHits)], hits.Count > PageHits ? skip + PageHits : null);
    }

    public void Dispose()
    {
        _current?.Index.Dispose();
        _making.Dispose();
    }

    private async Task<SentenceIndex> Index(CancellationToken cancel)
    {
        var (version, takes) = await snapshots.Takes(cancel);
        if (_current is { } ready && ready.Version >= version)
        {
            return ready.Index;
        }

        await _making.WaitAsync(cancel);
        try
        {
            if (_current is not { } made || made.Version < version)
            {
                // The old index is left to those who are still reading it.
                _current = made = (version, new SentenceIndex(Rows(takes)));
            }

            return made.Index;
        }
        finally
        {
            _making.Release();
        }
    }

    private static IEnumerable<IndexedSentence> Rows(IReadOnlyList<ArticleRevision> takes)
    {
        var next = new Dictionary<int, long>();
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < takes.Count; i++)
        {
            if (last.TryGetValue(takes[i].Article, out var before))
            {
                next[before] = takes[i].KnownSince.UtcTicks;
            }

            last[takes[i].Article] = i;
        }

        for (var i = 0; i < takes.Count; i++)
        {
            var take = takes[i];
            var reading = take.Reading;
            var said = reading.Statements.SelectMany(s => s.Content.Select(c => (c.Span, Who: s.Speaker ?? s.SpeakerName, s.Country)))
                .Concat(reading.Quotes.Select(q => (q.Words.Span, Who: q.Speaker ?? q.SpeakerName, q.Country))).ToList();
            var stood = reading.Stances.SelectMany(s => s.Evidence.Select(e => (e.Span, s.Issue, s.Country))).ToList();
            foreach (var span in Sentences.Of(take.Text))
            {
                var here = said.Where(s => s.Span.Overlaps(span)).ToList();
                var stances = stood.Where(s => s.Span.Overlaps(span)).ToList();
                yield return new IndexedSentence(
                    Sentences.Words(take.Text, span),
                    Joined(here.Select(s => s.Who)),
                    Joined(stances.Select(s => s.Issue)),
                    Joined(here.Select(s => s.Country).Concat(stances.Select(s => s.Country))),
                    reading.Header.Agency ?? "",
                    take.Article,
                    take.Revision,
                    span.Start,
                    span.End,
                    take.KnownSince.UtcTicks,
                    next.GetValueOrDefault(i, long.MaxValue));
            }
        }
    }

    private static string Joined(IEnumerable<string?> words) => string.Join(" , ", words.OfType<string>().Distinct(StringComparer.Ordinal));

    /// <summary>Address of a hit's place in its article: the browser shows the sentence by its own words.</summary>
    public static string Place(string sentence)
    {
        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = words.Length <= 8 ? Escape(sentence) : $"{Escape(string.Join(' ', words[..4]))},{Escape(string.Join(' ', words[^4..]))}";
        return ":~:text=" + text;

        static string Escape(string s) => Uri.EscapeDataString(s).Replace("-", "%2D", StringComparison.Ordinal);
    }
}

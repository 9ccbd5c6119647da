using System.Globalization;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Queries.Search;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Hits of a search, newest first.</summary>
/// <param name="Older">The place after which the older hits begin; null where there are none.</param>
/// <param name="Newer">The place before which the newer hits end; null where there are none.</param>
public sealed record SearchPage(IReadOnlyList<SentenceHit> Hits, long? Older, long? Newer);

/// <summary>Keeps the index of sentences in step with the record: when it has moved and somebody searches, the takes that came, went or are read otherwise are changed in it.</summary>
public sealed class SentenceSearch(Snapshots snapshots) : IDisposable
{
    public const int PageHits = 25;

    private readonly SemaphoreSlim _making = new(1, 1);
    private readonly SentenceIndex _index = new();
    private readonly SentencePlaces _places = new();
    private readonly Dictionary<(string Article, string Revision), (SearchedTake Take, long Place)> _held = [];
    private long _version = -1;

    /// <param name="before">A place that the search gave as <see cref="SearchPage.Older"/>, or null.</param>
    /// <param name="after">A place that the search gave as <see cref="SearchPage.Newer"/>, or null. Where fewer than a page are newer, the newest page is shown.</param>
    public async Task<SearchPage> Find(SearchQuery query, DateTimeOffset? asOf, TimeZoneInfo zone, long? before, long? after, CancellationToken cancel)
    {
        await KeepUp(cancel);
        var asked = new SentenceQuery(
            query.Must,
            query.Never,
            query.Days is { } d ? AsOf.EndOf(d.From.AddDays(-1), zone).Instant.UtcTicks + 1 : 0,
            query.Days is { } e ? AsOf.EndOf(e.To, zone).Instant.UtcTicks : long.MaxValue,
            asOf?.UtcTicks ?? long.MaxValue - 1);
        if (after is { } place && _index.After(asked, place, PageHits + 1) is { Count: >= PageHits } newer)
        {
            var shown = newer.Take(PageHits).Reverse().ToList();
            return new SearchPage(shown, shown[^1].Place, newer.Count > PageHits ? shown[0].Place : null);
        }

        var hits = _index.Before(asked, before ?? long.MaxValue, PageHits + 1);
        var page = hits.Take(PageHits).ToList();
        return new SearchPage(page, hits.Count > PageHits ? page[^1].Place : null, before is not null && page.Count > 0 ? page[0].Place : null);
    }

    public void Dispose()
    {
        _index.Dispose();
        _making.Dispose();
    }

    private async Task KeepUp(CancellationToken cancel)
    {
        var (version, takes) = await snapshots.Takes(cancel);
        if (Volatile.Read(ref _version) >= version)
        {
            return;
        }

        await _making.WaitAsync(cancel);
        try
        {
            if (_version >= version)
            {
                return;
            }

            var now = SearchedTake.Of(takes).ToDictionary(t => (t.Article, t.Revision));
            var gone = _held.Where(h => !now.TryGetValue(h.Key, out var take) || !take.Same(h.Value.Take)).ToList();
            foreach (var (key, had) in gone)
            {
                _held.Remove(key);
                _places.Free(had.Place);
            }

            var come = now.Values.Where(t => !_held.ContainsKey((t.Article, t.Revision))).Select(t => (Take: t, Place: _places.Take(t.Article, t.Revision, t.KnownSince))).ToList();
            _index.Change(gone.Select(g => g.Value.Place), come.SelectMany(c => c.Take.Sentences(c.Place)));
            foreach (var (take, place) in come)
            {
                _held[(take.Article, take.Revision)] = (take, place);
            }

            Volatile.Write(ref _version, version);
        }
        finally
        {
            _making.Release();
        }
    }

    /// <summary>Address of a hit's place in its article: the browser shows the sentence by its own words.</summary>
    public static string Place(string sentence)
    {
        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = words.Length <= 8 ? Escape(sentence) : $"{Escape(string.Join(' ', words[..4]))},{Escape(string.Join(' ', words[^4..]))}";
        return ":~:text=" + text;

        static string Escape(string s) => Uri.EscapeDataString(s).Replace("-", "%2D", StringComparison.Ordinal);
    }
}

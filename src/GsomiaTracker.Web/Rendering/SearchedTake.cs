using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Store.Queries.Search;

namespace GsomiaTracker.Web.Rendering;

/// <summary>What of a take can be searched: when it is the same, its sentences in the index are.</summary>
/// <param name="Until">From when a later take of the story speaks in its place; null while none does.</param>
/// <param name="Said">Who says which words, and for which country.</param>
/// <param name="Stood">Which words tell a position, on what and whose.</param>
public sealed record SearchedTake(
    string Article, string Revision, string Text, string Outlet, DateTimeOffset KnownSince, DateTimeOffset? Until,
    IReadOnlyList<(TextSpan Span, string? Who, string? Country)> Said,
    IReadOnlyList<(TextSpan Span, string Issue, string Country)> Stood)
{
    /// <param name="takes">In known order.</param>
    public static IEnumerable<SearchedTake> Of(IReadOnlyList<ArticleRevision> takes)
    {
        var until = new DateTimeOffset?[takes.Count];
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < takes.Count; i++)
        {
            if (last.TryGetValue(takes[i].Article, out var before))
            {
                until[before] = takes[i].KnownSince;
            }

            last[takes[i].Article] = i;
        }

        return takes.Select((take, i) => new SearchedTake(
            take.Article, take.Revision, take.Text, take.Reading.Header.Agency ?? "", take.KnownSince, until[i],
            [.. take.Reading.Statements.SelectMany(s => s.Content.Select(c => (c.Span, s.Speaker ?? s.SpeakerName, s.Country)))
                .Concat(take.Reading.Quotes.Select(q => (q.Words.Span, q.Speaker ?? q.SpeakerName, q.Country)))],
            [.. take.Reading.Stances.SelectMany(s => s.Evidence.Select(e => (e.Span, s.Issue, s.Country)))]));
    }

    public bool Same(SearchedTake other) =>
        KnownSince == other.KnownSince && Until == other.Until && Outlet == other.Outlet && Text == other.Text && Said.SequenceEqual(other.Said) && Stood.SequenceEqual(other.Stood);

    /// <param name="place">The place of the first.</param>
    public IEnumerable<IndexedSentence> Sentences(long place)
    {
        var end = place + SentencePlaces.OfOneTake;
        foreach (var span in Rendering.Sentences.Of(Text))
        {
            var said = Said.Where(s => s.Span.Overlaps(span)).ToList();
            var stood = Stood.Where(s => s.Span.Overlaps(span)).ToList();
            yield return new IndexedSentence(
                place,
                Rendering.Sentences.Words(Text, span),
                Joined(said.Select(s => s.Who)),
                Joined(stood.Select(s => s.Issue)),
                Joined(said.Select(s => s.Country).Concat(stood.Select(s => s.Country))),
                Outlet,
                Article,
                Revision,
                span.Start,
                span.End,
                KnownSince.UtcTicks,
                Until?.UtcTicks ?? long.MaxValue);
            if (++place == end)
            {
                yield break; // a text of a hundred thousand sentences is none
            }
        }
    }

    private static string Joined(IEnumerable<string?> words) => string.Join(" , ", words.OfType<string>().Distinct(StringComparer.Ordinal));
}

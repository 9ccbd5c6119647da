using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>How long nothing has been heard from a state: no statement by, or position of, anybody who speaks for it.</summary>
/// <param name="Last">When the last one became known.</param>
/// <param name="Words">Its words.</param>
public sealed record Silence(string Country, DateTimeOffset Last, string Article, string Revision, Evidence Words)
{
    /// <summary>Time without a statement at a moment.</summary>
    public TimeSpan At(DateTimeOffset moment) => moment - Last;

    /// <summary>The last statement from a state among the takes known; null when it has made none.</summary>
    /// <param name="known">In known order.</param>
    public static Silence? Of(IReadOnlyList<ArticleRevision> known, string country)
    {
        for (var i = known.Count - 1; i >= 0; i--)
        {
            var reading = known[i].Reading;
            Evidence? words = reading.Statements.LastOrDefault(s => s.Country == country && s.Content.Count > 0) is { } statement ? statement.Content[0]
                : reading.Quotes.LastOrDefault(q => q.Country == country) is { } quote ? quote.Words
                : reading.Stances.LastOrDefault(s => s.Country == country && s.Evidence.Count > 0) is { } stance ? stance.Evidence[0]
                : null;
            if (words is { } found)
            {
                return new Silence(country, known[i].KnownSince, known[i].Article, known[i].Revision, found);
            }
        }

        return null;
    }
}

/// <summary>One voice's first report of an event, and how far it came behind the very first.</summary>
public sealed record FirstWord(string Voice, Report Report, TimeSpan Behind)
{
    /// <summary>Who said it first: the first report of each independent voice, earliest first.</summary>
    public static IReadOnlyList<FirstWord> Of(ChronicleEvent e) =>
        [.. e.Reports.GroupBy(r => r.Voice, StringComparer.OrdinalIgnoreCase).Select(g => new FirstWord(g.Key, g.First(), g.First().KnownSince - e.KnownSince))];
}

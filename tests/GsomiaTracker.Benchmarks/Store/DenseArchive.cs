using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using Read = GsomiaTracker.Domain.Findings.Reading;

namespace GsomiaTracker.Benchmarks.Store;

/// <summary>
/// A made-up archive of one quarrel: every article is ten of the same three hundred sentences under a headline of its own, an article every hour by one of four thousand papers, and five of its
/// sentences tell one of a hundred events. So every event is told by hundreds of articles, as the events are that a year's papers come back to. The same on every run.
/// </summary>
public static class DenseArchive
{
    private const int Sentences = 300;
    private const int Events = 100;
    private static readonly DateTimeOffset Start = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Sentence[] All = [.. Enumerable.Range(0, Sentences).Select(Made)];

    private sealed record Sentence(string Words, EventKind Kind, DayRange Days, string[] Countries, string[] People, string? Place, string[] About);

    public static (string Text, Read Reading) Article(int n) => Article(n, Start.AddHours(n));

    public static (string Text, Read Reading) Article(int n, DateTimeOffset known)
    {
        var random = new Random((n * 17) + 3);
        var agency = string.Create(CultureInfo.InvariantCulture, $"Agency {random.Next(4000)}");
        var headline = string.Create(CultureInfo.InvariantCulture, $"Dispatch {n} of the day number {n * 7919 % 100003}");
        var text = new StringBuilder(headline).Append('\n');
        var told = Enumerable.Range(0, 10).Select(_ => All[random.Next(Sentences)]).Distinct().ToList();
        var spans = new List<TextSpan>();
        foreach (var sentence in told)
        {
            var start = text.Length;
            text.Append(sentence.Words);
            spans.Add(new TextSpan(start, text.Length));
            text.Append('\n');
        }

        var all = text.ToString();
        var published = new PublicationTime(DateOnly.FromDateTime(known.UtcDateTime), TimeOnly.FromDateTime(known.UtcDateTime), TimeSpan.Zero);
        return (all, new Read(
            MadeArchive.Reader,
            null,
            new ReadingHeader(agency, headline, null, null, [], new Dateline("SEOUL", published.Day), published, PublishedHow.Stated, published.ToString()),
            [],
            [],
            [.. told.Take(5).Select((s, i) => Event(s, all, spans[i], published.Day))],
            [],
            [],
            [],
            []));
    }

    private static EventReported Event(Sentence s, string text, TextSpan span, DateOnly today) => new(
        FindingKey.Of("event", Vocabulary.Word(s.Kind), span.In(text)),
        s.Kind,
        $"{s.Kind} in {s.Place}",
        s.Days,
        "that day",
        s.Days.From > today ? EventStatus.Scheduled : EventStatus.Happened,
        s.Countries,
        s.People,
        s.Place,
        s.About,
        [],
        [Evidence.In(text, span)]);

    /// <summary>Three sentences tell each event, each with other words and not all with its place and people.</summary>
    private static Sentence Made(int n)
    {
        var (e, telling) = (n % Events, n / Events);
        var random = new Random(e);
        var kind = (EventKind)random.Next(14);
        var day = new DateOnly(2019, 1, 1).AddDays(random.Next(400));
        string[] countries = [Country(random.Next(6)), Country(6 + random.Next(6))];
        var place = string.Create(CultureInfo.InvariantCulture, $"City {random.Next(30)}");
        var person = string.Create(CultureInfo.InvariantCulture, $"official-{random.Next(60)}");
        return new Sentence(
            string.Create(CultureInfo.InvariantCulture, $"Sentence {n} tells in words number {telling} of what was done in {place} on {day:yyyy-MM-dd} by {person} of {countries[0]} and by those of {countries[1]}."),
            kind, DayRange.Of(day), countries, telling == 0 ? [] : [person], telling == 1 ? null : place, []);
    }

    private static string Country(int n) => $"A{(char)('A' + n)}";
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using Read = GsomiaTracker.Domain.Findings.Reading;

namespace GsomiaTracker.Benchmarks.Pages;

/// <summary>A made-up crisis with as many events as wanted, spread over a dossier's days, closer together towards its deadline; the same on every run. Each article tells ten.</summary>
public static class MadeCrisis
{
    private const int EventsAnArticle = 10;

    private static readonly string[] Agencies = ["Yonhap", "Kyodo", "AP", "Reuters", "AFP", "NHK", "Jiji", "Hankyoreh"];
    private static readonly string[] Who = ["The two sides", "Senior officials", "Trade negotiators", "Lawmakers of both countries", "The envoys", "Vice ministers", "A delegation of exporters", "The working group", "Members of the committee", "Military officers"];
    private static readonly string[] What = ["the export procedures", "the notice period", "a draft of the statement", "the schedule of the next round", "the inspection of shipments", "the wording of the agreement", "a joint survey", "the exchange of data", "the compensation plan", "the licence rules"];
    private static readonly string[] Cities = ["Seoul", "Tokyo", "Geneva", "Bangkok", "Washington", "Nagoya", "Busan", "Brussels", "Osaka", "Singapore"];
    private static readonly string[] Parties = ["JP", "KR"];
    private static readonly string[] Others = ["US", "CN", "RU", "VN", "TH", "SG", "AU", "CA", "GB", "FR", "DE", "IN", "ID", "MY", "PH", "MN", "NZ", "IT", "BE", "CH"];

    /// <param name="longNames">Titles, places and outlets of many times their usual length, some without a blank.</param>
    public static IReadOnlyList<ArticleRevision> Of(Dossier dossier, int events, bool longNames = false)
    {
        var revisions = new List<ArticleRevision>();
        for (var first = 0; first < events; first += EventsAnArticle)
        {
            revisions.Add(Article(dossier, first, Math.Min(EventsAnArticle, events - first), events, longNames));
        }

        return revisions;
    }

    private static ArticleRevision Article(Dossier dossier, int first, int count, int of, bool longNames)
    {
        var random = new Random(first * 31 + 7);
        var days = dossier.Deadline.LastDay.DayNumber - dossier.FirstDay.DayNumber;
        var day = dossier.FirstDay.AddDays((int)(days * Math.Pow((first + 1.0) / of, 0.7)));
        var published = new PublicationTime(day, new TimeOnly(random.Next(6, 23), random.Next(60)), TimeSpan.FromHours(9));
        var sentences = Enumerable.Range(first, count).Select(n => (Number: n, Place: Pick(random, Cities), Topic: Pick(random, What), Group: Pick(random, Who))).ToList();
        var headline = longNames ? string.Concat(Enumerable.Repeat("Negotiators of the interministerial coordination committee ", 5)) + first : string.Create(CultureInfo.InvariantCulture, $"{Pick(random, Who)} turn to {Pick(random, What)} (dispatch {first})");
        var text = new StringBuilder(headline).Append("\n\n");
        var spans = new List<TextSpan>();
        foreach (var (n, place, topic, group) in sentences)
        {
            var start = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{group} took up {topic} in {place} in meeting {n} on {WireDate.MonthAndDay(day)} and parted after some hours without a word to reporters.");
            spans.Add(new TextSpan(start, text.Length));
            text.Append('\n');
        }

        var all = text.ToString();
        var found = sentences.Select((s, i) => new EventReported(
            FindingKey.Of("event", "made", spans[i].In(all)),
            Enum.GetValues<EventKind>()[random.Next(14)],
            longNames ? $"{s.Group}: {string.Concat(Enumerable.Repeat("Donaudampfschifffahrtsgesellschaft", 4))} and {headline}" : string.Create(CultureInfo.InvariantCulture, $"{s.Group} take up {s.Topic} in {s.Place} ({s.Number})"),
            DayRange.Of(day),
            "the day named in the sentence",
            random.Next(12) switch { 0 => EventStatus.Scheduled, 1 => EventStatus.Tentative, 2 => EventStatus.Cancelled, 3 => EventStatus.Alleged, _ => EventStatus.Happened },
            s.Number % 3 == 0 ? [Pick(random, Parties)] : s.Number % 3 == 1 ? ["JP", "KR"] : [Pick(random, Parties), Pick(random, Others)],
            [],
            longNames ? "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " + s.Place : string.Create(CultureInfo.InvariantCulture, $"{s.Place} {s.Number}"),
            [],
            [],
            [Evidence.In(all, spans[i])])).ToList();
        var agency = longNames ? "The Extraordinarily Long Named Gazette of Foreign and Economic Affairs" : Pick(random, Agencies);
        var reading = new Read(new ReaderIdentity("made", "made", "made"), null, new ReadingHeader(agency, headline, null, null, [], null, published, PublishedHow.Stated, published.ToString()), [], [], found, [], [], [], []);
        var known = published.KnownSince(dossier.Zone);
        return new ArticleRevision(string.Create(CultureInfo.InvariantCulture, $"made-{first}"), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all))), all, reading, known, known);
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}

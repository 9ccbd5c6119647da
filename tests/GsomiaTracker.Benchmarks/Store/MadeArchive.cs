using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using Read = GsomiaTracker.Domain.Findings.Reading;

namespace GsomiaTracker.Benchmarks.Store;

/// <summary>
/// A made-up archive of any size, the same on every run: an article every ten minutes by one of eight agencies, about 2.3 KB of text, each with five events, and
/// the officials, dates, statements, quotations and stances that an article of that length has. Most events are told once, some by several articles.
/// </summary>
public static class MadeArchive
{
    public static readonly ReaderIdentity Reader = new("made", "made", "gsomia");

    private static readonly DateTimeOffset Start = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Agencies = ["Yonhap", "Kyodo", "AP", "Reuters", "AFP", "NHK", "Xinhua", "TASS"];
    private static readonly string[] Words =
    [
        "ministers", "agreement", "officials", "exports", "controls", "ruling", "alliance", "notice", "summit", "intelligence", "decision", "expiry", "committee", "delegation", "parliament",
        "exercise", "protest", "statement", "negotiators", "sanctions", "trade", "security", "border", "election", "market", "reactor", "harbour", "treaty", "envoy", "commission",
    ];

    public static (string Text, Read Reading) Article(int n)
    {
        var random = new Random(n * 31 + 7);
        var known = Start.AddMinutes(10 * n);
        var headline = $"{Word(random)} and {Word(random)} in dispatch {n.ToString(CultureInfo.InvariantCulture)} on {Word(random)} {Word(random)}";
        var text = new StringBuilder(headline).Append('\n');
        var sentences = new TextSpan[13];
        for (var i = 0; i < sentences.Length; i++)
        {
            var start = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"Paragraph {n}-{i} of the {Word(random)} says that the {Word(random)} {Word(random)} and the {Word(random)} of the {Word(random)} met the {Word(random)} over the {Word(random)} {Word(random)} and {Word(random)}, a {Word(random)} said");
            sentences[i] = new TextSpan(start, text.Length);
            text.Append(".\n");
        }

        var all = text.ToString();
        var published = new PublicationTime(DateOnly.FromDateTime(known.DateTime), TimeOnly.FromDateTime(known.DateTime), TimeSpan.Zero);
        var officials = Enumerable.Range(0, 4).Select(i => Official(random, all, sentences[i])).ToList();
        return (all, new Read(
            Reader,
            null,
            new ReadingHeader(Agencies[n % Agencies.Length], headline, null, null, ["A Reporter"], new Dateline("SEOUL", published.Day), published, PublishedHow.Stated, published.ToString()),
            officials,
            [.. sentences.Skip(2).Take(6).Select(s => new DatedExpression(Evidence.In(all, new TextSpan(s.Start, s.Start + 9)), DayRange.Of(published.Day), TimexType.Date, DayRange.Iso(published.Day), null, "the day of writing"))],
            [.. Enumerable.Range(0, 5).Select(i => Event(random, all, sentences[i], published.Day, officials))],
            [.. sentences.Skip(5).Take(4).Select(s => new Statement(FindingKey.Of("statement", "said", s.In(all)), Evidence.In(all, new TextSpan(s.End - 12, s.End - 5)), Evidence.In(all, new TextSpan(s.End - 4, s.End)), [Evidence.In(all, s)], officials[0].Id, officials[0].Name, officials[0].Country, StatementForm.Indirect))],
            [.. sentences.Skip(9).Take(2).Select(s => new Quotation(FindingKey.Of("quote", "q", s.In(all)), Evidence.In(all, s), officials[1].Id, officials[1].Name, officials[1].Country))],
            [.. sentences.Skip(11).Take(2).Select(s => new StanceTaken(FindingKey.Of("stance", "JP keep", s.In(all)), "JP", null, null, "keep-pact", Position.For, SpeechAct.Urge, null, [Evidence.In(all, s)]))],
            []));
    }

    private static OfficialNamed Official(Random random, string text, TextSpan sentence)
    {
        var n = random.Next(400);
        var id = string.Create(CultureInfo.InvariantCulture, $"official-{n}");
        return new OfficialNamed(FindingKey.Of("official", id, sentence.In(text)), id, id, [id], Country(n % 40), "minister", false, [Evidence.In(text, new TextSpan(sentence.Start, sentence.Start + 10))]);
    }

    private static EventReported Event(Random random, string text, TextSpan sentence, DateOnly today, List<OfficialNamed> officials)
    {
        var kind = (EventKind)random.Next(14);
        var days = random.Next(10) switch
        {
            0 => (DayRange?)null,
            1 => new DayRange(today.AddDays(2), today.AddDays(8)),
            2 or 3 => DayRange.Of(today.AddDays(random.Next(1, 30))),
            _ => DayRange.Of(today.AddDays(-random.Next(2))),
        };
        var (a, b) = (random.Next(40), random.Next(40));
        return new EventReported(
            FindingKey.Of("event", Vocabulary.Word(kind), sentence.In(text)),
            kind,
            $"{kind} on {Word(random)} {Word(random)}",
            days,
            days is null ? "" : "that day",
            days is { } d && d.From > today ? EventStatus.Scheduled : EventStatus.Happened,
            a == b ? [Country(a)] : [Country(a), Country(b)],
            random.Next(2) == 0 ? [] : [officials[random.Next(4)].Id],
            random.Next(2) == 0 ? null : $"City {random.Next(200)}",
            random.Next(8) == 0 ? [Word(random)] : [],
            [],
            [Evidence.In(text, sentence)]);
    }

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static string Country(int n) => $"{(char)('A' + (n / 10))}{(char)('A' + (n % 10))}";
}

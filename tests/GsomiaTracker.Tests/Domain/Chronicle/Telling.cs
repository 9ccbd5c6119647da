using System.Globalization;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Officials;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Tests.Domain.Chronicle;

/// <summary>Takes and their findings in one line each. A finding's words are its sentence; nothing here comes from a reader.</summary>
internal static class Telling
{
    public static Dossier Dossier { get; } = new(
        "test",
        "A pact",
        "A pact of two states that one of them has given notice of.",
        new Deadline(At("2019-11-23T00:00+09:00"), "Asia/Seoul", new DateOnly(2019, 11, 23), [new DateOnly(2019, 11, 22), new DateOnly(2019, 11, 23)], "pact"),
        [
            new Party("KR", "South Korea", "South Korean", "Seoul", "Asia/Seoul", true),
            new Party("JP", "Japan", "Japanese", "Tokyo", "Asia/Tokyo", true),
            new Party("US", "United States", "American", "Washington", "America/New_York", false),
        ],
        [],
        [new Subject("pact", "the pact", ["KR", "JP"], [], []), new Subject("curbs", "the curbs", ["JP", "KR"], [], [])],
        [],
        [Person("jeong", "KR"), Person("kang", "KR"), Person("moon", "KR"), Person("kono", "JP"), Person("motegi", "JP"), Person("suga", "JP"), Person("esper", "US")],
        [],
        new DateOnly(2019, 6, 1),
        new DateOnly(2020, 1, 31))
    {
        Places = [new PlaceWithin("Bangkok", "Thailand")],
    };

    public static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    public static DayRange On(string days)
    {
        var parts = days.Split('/');
        return new DayRange(DateOnly.Parse(parts[0], CultureInfo.InvariantCulture), DateOnly.Parse(parts[^1], CultureInfo.InvariantCulture));
    }

    /// <param name="days">"2019-11-17", "2019-11-11/2019-11-20" or null.</param>
    /// <param name="who">Countries, people and subjects in one string: "JP KR kono jeong #pact".</param>
    public static EventReported Event(
        EventKind kind, string sentence, string? days, EventStatus status, string who = "", string? place = null, params (string Name, string Value)[] details)
    {
        var names = who.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] countries = [.. names.Where(n => char.IsUpper(n[0]))];
        string[] about = [.. names.Where(n => n[0] == '#').Select(n => n[1..])];
        var words = Evidence.In(sentence, TextSpan.OfLength(0, sentence.Length));
        return new EventReported(
            FindingKey.Of("event", Vocabulary.Word(kind), sentence),
            kind,
            sentence,
            days is null ? null : On(days),
            days ?? "",
            status,
            countries,
            [.. names.Where(n => char.IsLower(n[0]))],
            place,
            about,
            [.. details.Select(d => new EventDetail(d.Name, d.Value, words))],
            [words]);
    }

    public static StanceTaken Stance(string country, string? person, string issue, Position position, string sentence) =>
        new(
            FindingKey.Of("stance", $"{country}/{person}/{issue}", sentence), country, person, null, issue, position, SpeechAct.State, null,
            [Evidence.In(sentence, TextSpan.OfLength(0, sentence.Length))]);

    public static ArticleRevision Take(string article, string known, params object[] findings) => Take(article, 0, known, findings);

    public static ArticleRevision Take(string article, int number, string known, params object[] findings)
    {
        var published = PublicationTime.Parse(known).Value;
        var agency = article.Split('-')[0];
        EventReported[] events = [.. findings.OfType<EventReported>()];
        StanceTaken[] stances = [.. findings.OfType<StanceTaken>()];
        var text = string.Join(' ', events.Select(e => e.Summary).Concat(stances.Select(s => s.Evidence[0].Words)));
        var header = new ReadingHeader(agency, article, number == 0 ? null : number, null, [], null, published, PublishedHow.Stated, known);
        var reading = new Reading(new ReaderIdentity("test", "test", "test"), null, header, [], [], events, [], [], stances, []);
        return new ArticleRevision(article, $"{article}#{number}", text, reading, published.KnownSince(Dossier.Zone), At("2026-01-01T00:00Z"));
    }

    private static Official Person(string id, string country) => new(id, id, [], null, null, country, []);
}

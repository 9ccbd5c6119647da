using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Tests.Support;

/// <summary>A made-up text and what is to be read in it.</summary>
public sealed record MadePiece(string Text, Reading Reading);

/// <summary>
/// Histories of a made-up crisis, the same for the same seed: a few meetings, decisions and visits told by several agencies in several takes,
/// with plans, confirmations, cancellations, vague days, and texts without any date.
/// </summary>
public static class MadeHistory
{
    private static readonly string[] Agencies = ["Yonhap", "Kyodo", "AP"];
    private static readonly string[] Places = ["Bangkok", "Seoul", "Tokyo", "Nagoya"];
    private static readonly string[][] Parties = [["JP", "KR"], ["JP", "KR", "US"], ["KR", "US"], ["JP"], []];
    private static readonly string[] People = ["jeong-kyeong-doo", "taro-kono", "mark-esper"];
    private static readonly string[] Actions = ["end", "keep"];
    private static readonly EventKind[] Kinds = [EventKind.Meeting, EventKind.Visit, EventKind.Decision, EventKind.Deadline];
    private static readonly string[] Words = ["ministers", "talks", "pact", "officials", "export", "controls", "ruling", "alliance", "notice", "summit", "intelligence", "agreement", "decision", "expiry"];

    public static IReadOnlyList<MadePiece> Of(int seed, int pieces)
    {
        var random = new Random(seed);
        var made = new List<MadePiece>();
        while (made.Count < pieces)
        {
            var again = made.Count > 0 && random.Next(4) == 0 ? made[random.Next(made.Count)] : null;
            made.Add(again is null ? Fresh(random, made.Count) : LaterTake(random, again, made.Count));
        }

        return made;
    }

    private static MadePiece Fresh(Random random, int n)
    {
        var headline = $"Piece {n} on {Pick(random, Words)} and {Pick(random, Words)}";
        var sentences = Enumerable.Range(0, random.Next(1, 4)).Select(i => Sentence(random, n * 10 + i)).ToList();
        var hour = random.Next(24 * 12);
        var published = random.Next(12) == 0 ? null : PublicationTime.Parse($"2019-11-{1 + hour / 24:00}" + (random.Next(3) == 0 ? "" : $"T{hour % 24:00}:00+09:00")).Value;
        return Piece(random, Pick(random, Agencies), headline, null, sentences, published);
    }

    private static MadePiece LaterTake(Random random, MadePiece earlier, int n)
    {
        var header = earlier.Reading.Header;
        var sentences = earlier.Reading.Events.Select(e => e.Evidence[0].Words).ToList();
        if (sentences.Count > 1 && random.Next(3) == 0)
        {
            sentences.RemoveAt(random.Next(sentences.Count));
        }

        sentences.Add(Sentence(random, n * 10));
        var published = header.Published is { Time: { } time } p ? p with { Day = p.Day.AddDays(random.Next(2)), Time = time.AddHours(random.Next(-2, 5)) } : header.Published;
        return Piece(random, header.Agency!, header.Headline!, (header.Revision ?? 1) + 1, sentences, published);
    }

    private static string Sentence(Random random, int n) =>
        $"Sentence {n} says that the {Pick(random, Words)} and the {Pick(random, Words)} on the {Pick(random, Words)} were told in {Pick(random, Places)} at some length";

    private static MadePiece Piece(Random random, string agency, string headline, int? take, List<string> sentences, PublicationTime? published)
    {
        var text = headline + (take is { } number ? $" ({number} LD)" : "") + "\n" + string.Join(".\n", sentences) + ".\n";
        var events = sentences.Select(sentence => Told(random, text, sentence)).ToList();
        return new MadePiece(text, new Reading(
            MadeReadings.Reader,
            null,
            new ReadingHeader(agency, headline, take, null, [], null, published, published is null ? PublishedHow.Unknown : PublishedHow.Stated, ""),
            [],
            [],
            events,
            [],
            [],
            [],
            []));
    }

    private static EventReported Told(Random random, string text, string sentence)
    {
        // Drawn from the sentence, so that a later take tells the same of it.
        var own = new Random(StableHash(sentence));
        var kind = Pick(own, Kinds);
        var day = new DateOnly(2019, 11, 10).AddDays(own.Next(6));
        var words = Evidence.In(text, TextSpan.OfLength(text.IndexOf(sentence, StringComparison.Ordinal), sentence.Length));
        DayRange? days = own.Next(5) switch
        {
            0 => null,
            1 => new DayRange(day, day.AddDays(6)),
            _ => DayRange.Of(day),
        };
        return new EventReported(
            FindingKey.Of("event", Vocabulary.Word(kind), sentence),
            kind,
            $"{kind} of {Pick(own, Words)}",
            days,
            days is null ? "" : "that day",
            (EventStatus)random.Next(5),
            Pick(own, Parties),
            [.. People.Where(_ => own.Next(3) == 0)],
            own.Next(3) == 0 ? null : Pick(own, Places),
            own.Next(2) == 0 ? ["pact"] : [],
            own.Next(2) == 0 ? [new EventDetail("action", Pick(own, Actions), words)] : [],
            [words]);
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static int StableHash(string text) => text.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));
}

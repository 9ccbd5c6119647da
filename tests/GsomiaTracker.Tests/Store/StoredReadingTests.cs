using System.Text.Json;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Readings;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Store;

public sealed class StoredReadingTests
{
    private const string Text = "Ministers meet in Bangkok on Sunday, officials said.";

    [Fact]
    public void A_reading_with_every_value_set_comes_back_as_it_was()
    {
        var reading = Full(Text);
        Assert.Equal(Json(reading), Json(StoredReading.Decode(StoredReading.Encode(reading, Text), Text)));
    }

    [Fact]
    public void A_reading_with_nothing_set_comes_back_as_it_was()
    {
        var header = new ReadingHeader(null, null, null, null, [], null, null, PublishedHow.Unknown, "");
        var reading = new Reading(MadeReadings.Reader, null, header, [], [], [], [], [], [], []);
        Assert.Equal(Json(reading), Json(StoredReading.Decode(StoredReading.Encode(reading, Text), Text)));
    }

    [Fact]
    public void Evidence_of_a_flattened_text_is_cut_from_that_text()
    {
        const string Html = "<p>Ministers meet in Bangkok on Sunday, officials said.</p>";
        var reading = Full(Text) with { Text = Text };
        var back = StoredReading.Decode(StoredReading.Encode(reading, Html), Html);
        Assert.Equal(Text, back.Text);
        Assert.Equal("Ministers", back.Dates[0].Words.Words);
    }

    [Fact]
    public void Evidence_that_is_no_slice_of_the_text_is_refused_going_in_and_coming_out()
    {
        var reading = Full(Text);
        Assert.Throws<ArgumentException>(() => StoredReading.Encode(reading, "Another text of this length, or nearly so, it is......"));
        Assert.Throws<InvalidDataException>(() => StoredReading.Decode(StoredReading.Encode(reading, Text), "Short."));
    }

    [Fact]
    public void Bytes_cut_short_or_changed_are_refused_or_give_a_reading_and_never_anything_else()
    {
        var bytes = StoredReading.Encode(Full(Text), Text);
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var broken = bytes.AsSpan(0, i % 2 == 0 ? bytes.Length : random.Next(bytes.Length)).ToArray();
            for (var n = random.Next(4); n > 0 && broken.Length > 0; n--)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            try
            {
                StoredReading.Decode(broken, Text);
            }
            catch (InvalidDataException)
            {
                // Refused, with a reason.
            }
        }
    }

    [Fact]
    public void A_reading_stored_before_certainties_were_is_still_read_without_them()
    {
        var reading = Full(Text);
        var bytes = StoredReading.Encode(reading, Text);
        Assert.Equal(3, bytes[0]);
        // The format before was the same but for the end: a byte for each event and each position.
        byte[] before = [2, .. bytes[1..^(reading.Events.Count + reading.Stances.Count)]];
        var expected = reading with { Events = [.. reading.Events.Select(e => e with { Certainty = null })], Stances = [.. reading.Stances.Select(t => t with { Certainty = null })] };
        Assert.Equal(Json(expected), Json(StoredReading.Decode(before, Text)));
    }

    [Fact]
    public void A_reading_stored_in_the_first_format_is_still_read()
    {
        const string First =
            "AQAAAACuAgAAE60CAMCyhvr6onkvEdhJHO8ziqKoVaSq7qeiPNbcGl+BPXp3OEUWljtw+bfXOLAkSIIWeSRtUWe1gkATiawwcE7p8XZaxOWBO6KK0wi+46Yx+WBgZE0ZhFH/+06ccyElrxGMPoXJCzbCNQNKr9atYPwOdpUZ/vbRm4Lx6c2nrDEVk2ouvBWvYv0QhiJYcVrMyUpFuFx852VMRRLvHkA4r+M1LcFJVqVwxzxKp2AEXY2NMC/n0aerOjB2VX0s67qsn3/VL/z49Gepqt1rdeSqwvXRR/gC45Qlq/NS3mOYkvRGaBxU5CfUm1pO4OaOQVew+GWp++NBnXuUl/0zCIM3B8anavbWg5CWaZK4gvGmF7WkxUQOg+BkTeDmsD/sD0dapbW4OPFsASFlyUsC49Rd1S3jN+0uLJajL7uIbz9A+P4TLWHWMI8KbvBXg/XlsK41FwIIWWIoh2DhOkZ/mCDnsGRwg1m6jJbgNItH06U379Q6BTdNRU+7tt3agkonUk5L+LcEgiZlsU7If0k0b30CN+0G";
        Assert.Equal(Json(MadeReadings.Meeting(Text, "2019-11-16T18:45+09:00")), Json(StoredReading.Decode(Convert.FromBase64String(First), Text)));
    }

    [Theory]
    [InlineData(typeof(Reading), 10)]
    [InlineData(typeof(ReaderIdentity), 3)]
    [InlineData(typeof(ReadingHeader), 10)]
    [InlineData(typeof(Dateline), 2)]
    [InlineData(typeof(PublicationTime), 3)]
    [InlineData(typeof(OfficialNamed), 8)]
    [InlineData(typeof(DatedExpression), 6)]
    [InlineData(typeof(EventReported), 13)]
    [InlineData(typeof(EventDetail), 3)]
    [InlineData(typeof(Statement), 8)]
    [InlineData(typeof(Quotation), 5)]
    [InlineData(typeof(StanceTaken), 10)]
    public void A_record_that_grows_is_packed_whole(Type record, int values) =>
        Assert.True(values == record.GetProperties().Count(p => p.SetMethod is not null), $"{record.Name} has another number of values than PackedReading writes: add them there, on both sides, then here.");

    private static string Json(Reading reading) => JsonSerializer.Serialize(reading);

    private static Reading Full(string text)
    {
        var words = Evidence.In(text, new TextSpan(0, 9));
        var place = Evidence.In(text, new TextSpan(18, 25));
        var days = new DayRange(new DateOnly(2019, 11, 16), new DateOnly(2019, 11, 18));
        return new Reading(
            new ReaderIdentity("1.2", "abc", "made-up"),
            null,
            new ReadingHeader("Wire", "Ministers’ talks", 2, "2nd LD", ["A. Reporter", "B. Reporter"], new Dateline("BANGKOK", new DateOnly(2019, 11, 17)),
                new PublicationTime(new DateOnly(2019, 11, 17), new TimeOnly(18, 45, 7), TimeSpan.FromMinutes(-210)), PublishedHow.Inferred, "the stamp", "NHK, 2019-07-01"),
            [new OfficialNamed(FindingKey.Of("official", "a", text), "a-b", "A. B.", ["B."], "KR", "minister", true, [words, place])],
            [new DatedExpression(words, days, TimexType.Set, "2019-W46", "approx", "the day of writing"), new DatedExpression(place, null, TimexType.Duration, null, null, "")],
            [
                new EventReported(FindingKey.Of("event", "meeting", text, 3), EventKind.WeaponsTest, "A test", days, "Sunday", EventStatus.Alleged, ["KP", "KR"], ["a-b"], "Bangkok", ["pact"],
                    [new EventDetail("duration", "PT40M", place)], [words, place]) { Certainty = 0 },
            ],
            [new Statement(FindingKey.Of("statement", "s", text), words, place, [words], "a-b", "A. B.", "KR", StatementForm.Mixed), new Statement(new FindingKey("odd"), null, null, [], null, null, null, StatementForm.Direct)],
            [new Quotation(FindingKey.Of("quote", "q", text), words, "a-b", "A. B.", "KR"), new Quotation(FindingKey.Of("quote", "q", text, 1), place, null, null, null)],
            [new StanceTaken(FindingKey.Of("stance", "s", text), "KR", "a-b", "Some party", "keep-pact", Position.Conditional, SpeechAct.Threaten, place, [words]) { Certainty = 100 }, new StanceTaken(FindingKey.Of("stance", "t", text), "JP", null, null, "keep-pact", Position.For, SpeechAct.Act, null, [place])],
            ["a warning"]);
    }
}

using System.Globalization;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Tests.Domain.Articles;

public class VoicesTests
{
    private static readonly DateTimeOffset Start = new(2019, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string Copy = string.Concat(Enumerable.Range(0, 5).Select(n => $"The ferries of the northern harbour stay tied up for day number {n} of the strike, owners said.\n"));

    [Theory]
    [InlineData(6.9, "Wire")]
    [InlineData(7.1, "Herald")]
    public void A_text_is_a_copy_of_one_of_the_week_before_it(double days, string voice)
    {
        var voices = new Voices(DateTimeOffset.MinValue);
        Assert.Equal("Wire", Add(voices, "Wire", 0, Copy));
        Assert.Equal(voice, Add(voices, "Herald", days, Copy));
    }

    [Fact]
    public void What_is_taken_back_is_as_if_it_had_never_been_told()
    {
        var voices = new Voices(DateTimeOffset.MinValue);
        Add(voices, "Other", 0, "Something else altogether is told here, in one sentence that is long enough to count.\n");
        Add(voices, "Wire", 1, Copy);
        Add(voices, "Herald", 2, Copy);
        voices.TakeBack(Start.AddDays(1));
        Assert.Equal("Herald", Add(voices, "Herald", 2, Copy));
        Assert.Equal("Herald", Add(voices, "Wire", 3, Copy));
    }

    [Fact]
    public void A_long_record_is_let_go_of_but_for_the_week()
    {
        var voices = new Voices(DateTimeOffset.MinValue);
        for (var n = 0; n < 3000; n++)
        {
            Add(voices, "Wire", n / 50.0, $"Dispatch number {n} of the harbour says that nothing has moved since the last dispatch was sent.\n");
        }

        Assert.True(voices.Reaches(Start.AddDays(60)));
        Assert.False(voices.Reaches(Start.AddDays(20)));
        Assert.Equal("Wire", Add(voices, "Wire", 60, Copy));
        Assert.Equal("Wire", Add(voices, "Herald", 61, Copy));
    }

    private static string Add(Voices voices, string agency, double days, string text)
    {
        var known = Start.AddDays(days);
        var header = new ReadingHeader(agency, null, null, null, [], null, null, PublishedHow.Unknown, "");
        var reading = new Reading(new ReaderIdentity("test", "test", "test"), null, header, [], [], [], [], [], [], []);
        var id = string.Create(CultureInfo.InvariantCulture, $"{agency}-{days}");
        return voices.Add(new ArticleRevision(id, id, text, reading, known, known), TextSketch.Of(text));
    }
}

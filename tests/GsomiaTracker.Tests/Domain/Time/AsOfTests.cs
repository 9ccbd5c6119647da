using System.Globalization;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Tests.Domain.Time;

public class AsOfTests
{
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    [Theory]
    [InlineData("2019-11-14T18:00+09:00", "2019-11-14T09:00:00Z")]
    [InlineData("2019-11-14T18:00 09:00", "2019-11-14T09:00:00Z")]
    [InlineData("2019-11-14 18:00+09:00", "2019-11-14T09:00:00Z")]
    [InlineData("2019-11-14T18:00+0900", "2019-11-14T09:00:00Z")]
    [InlineData("2019-11-14T18:00+09", "2019-11-14T09:00:00Z")]
    [InlineData("2019-11-14T09:00Z", "2019-11-14T09:00:00Z")]
    [InlineData("2019-11-14t09:00z", "2019-11-14T09:00:00Z")]
    [InlineData("2019-11-14T09:00:30.5Z", "2019-11-14T09:00:30.5Z")]
    [InlineData("2019-11-14T04:00-05:00", "2019-11-14T09:00:00Z")]
    [InlineData("2019-11-14", "2019-11-14T15:00:00Z")]
    public void A_moment_is_read(string text, string utc)
    {
        var asOf = AsOf.Parse(text, Seoul);
        Assert.True(asOf.Ok, asOf.Fault?.ToString());
        Assert.Equal(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), asOf.Value.Instant);
        Assert.Equal(asOf.Value, AsOf.Parse(asOf.Value.ToString(), Seoul).Value);
    }

    [Theory]
    [InlineData(null, "no moment given")]
    [InlineData("  ", "no moment given")]
    [InlineData("yesterday", "is not a moment")]
    [InlineData("2019-11-31", "there is no day 2019-11-31")]
    [InlineData("2019-11-31T10:00Z", "there is no day 2019-11-31")]
    [InlineData("2019-11-14T25:00Z", "there is no clock time 25:00")]
    [InlineData("2019-11-14T18:00", "add the offset, as in 2019-11-14T18:00+09:00")]
    [InlineData("2019-11-14T18:00+15:00", "is not an offset")]
    [InlineData("2019-11-14T18:00+09:75", "is not an offset")]
    [InlineData("0019-11-14", "outside the years")]
    public void What_is_no_moment_is_refused_with_what_to_write(string? text, string reason)
    {
        var asOf = AsOf.Parse(text, Seoul);
        Assert.False(asOf.Ok);
        Assert.Contains(reason, asOf.Fault!.Reason, StringComparison.Ordinal);
        Assert.Equal("asof", asOf.Fault.At);
    }

    [Theory]
    [InlineData("2019-11-14T18:00+09:00", "Nov. 14, 2019, 18:00 (Seoul)")]
    [InlineData("2019-11-14T09:00Z", "Nov. 14, 2019, 18:00 (Seoul)")]
    [InlineData("2019-06-01T00:05+09:00", "June 1, 2019, 00:05 (Seoul)")]
    [InlineData("2019-11-14", "the end of Nov. 14, 2019 (Seoul)")]
    public void It_is_worded_on_the_clocks_of_the_zone(string text, string words) =>
        Assert.Equal(words, AsOf.Parse(text, Seoul).Value.Words(Seoul));

    [Fact]
    public void A_day_holds_a_publication_known_by_that_day_alone() =>
        Assert.Equal(AsOf.EndOf(new DateOnly(2019, 11, 14), Seoul).Instant, new PublicationTime(new DateOnly(2019, 11, 14)).KnownSince(Seoul));
}

using System.Globalization;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Tests.Domain.Time;

public class CountdownTests
{
    private static readonly DateTimeOffset Deadline = At("2019-11-23T00:00+09:00");

    [Theory]
    [InlineData("2019-11-17T18:45+09:00", "5 days 5 hours", "P5DT5H15M")]
    [InlineData("2019-11-22T00:00+09:00", "1 day", "P1D")]
    [InlineData("2019-11-21T22:30+09:00", "1 day 1 hour", "P1DT1H30M")]
    [InlineData("2019-11-22T18:00+09:00", "6 hours", "PT6H")]
    [InlineData("2019-11-22T23:00+09:00", "1 hour", "PT1H")]
    [InlineData("2019-11-22T23:18+09:00", "42 minutes", "PT42M")]
    [InlineData("2019-11-22T23:59:30+09:00", "less than a minute", "PT30S")]
    public void Days_and_hours_and_minutes_only_in_the_last_hour(string moment, string words, string iso)
    {
        var left = Countdown.To(Deadline, At(moment));
        Assert.Equal(words, left.Words);
        Assert.Equal(iso, left.Iso);
        Assert.False(left.Passed);
    }

    [Fact]
    public void After_the_deadline_no_duration_is_given()
    {
        Assert.True(Countdown.To(Deadline, Deadline).Passed);
        Assert.Null(Countdown.To(Deadline, Deadline.AddHours(1)).Iso);
    }

    [Fact]
    public void An_outcome_is_placed_before_or_after_the_deadline()
    {
        Assert.Equal("6 hours before the deadline", Countdown.Against(TimeSpan.FromHours(6.2)));
        Assert.Equal("2 days after the deadline", Countdown.Against(TimeSpan.FromDays(-2)));
        Assert.Equal("at the deadline", Countdown.Against(TimeSpan.Zero));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

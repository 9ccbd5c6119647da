using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>One event is one entry however often the text tells it; two are two.</summary>
public sealed class EventCoreferenceTests
{
    [Fact]
    public void A_meeting_told_three_times_is_one()
    {
        var meeting = Told.Only(
            EventKind.Meeting,
            "Defense ministers of Poland and Denmark held talks in Geneva on Monday.",
            "The talks lasted 40 minutes.",
            "After the meeting, the Danish minister left.");

        Assert.True(meeting.Evidence.Count >= 2, Told.Shown([meeting]));
        Assert.Contains(meeting.Details, d => d is { Name: "duration", Value: "PT40M" });
    }

    [Theory]
    [InlineData("Polish President Anna Nowak met Danish Prime Minister Lars Berg in Geneva on Monday for 40 minutes.", "PT40M")]
    [InlineData("Polish President Anna Nowak met Danish Prime Minister Lars Berg in Geneva on Monday, a week after her speech.", null)]
    [InlineData("Polish President Anna Nowak met Danish Prime Minister Lars Berg in Geneva on Monday for the first time in six months.", null)]
    [InlineData("Three days before the vote, Polish President Anna Nowak met Danish Prime Minister Lars Berg in Geneva on Monday for an hour.", "PT1H")]
    public void How_far_it_is_from_another_thing_is_not_how_long_it_took(string sentence, string? duration) =>
        Assert.Equal(duration, Told.Only(EventKind.Meeting, sentence).Details.FirstOrDefault(d => d.Name == "duration")?.Value);

    [Fact]
    public void A_bilateral_and_a_trilateral_meeting_are_two() =>
        Assert.Equal(2, Told.By(
            "Defense ministers of Poland and Denmark held bilateral talks in Geneva on Monday.",
            "Defense ministers of Poland, Denmark and Norway held trilateral talks there on Monday.").Count(e => e.Kind == EventKind.Meeting));

    [Fact]
    public void Two_rounds_on_two_days_are_two() =>
        Assert.Equal(2, Told.By(
            "Poland and Denmark held a round of talks in Geneva on Oct. 11.",
            "Poland and Denmark held talks in Geneva on Tuesday.").Count(e => e.Kind == EventKind.Meeting));

    [Fact]
    public void The_same_decision_in_other_words_is_one() =>
        Assert.Single(Told.By(
            "South Korea decided in August to terminate GSOMIA.",
            "Japan has asked Seoul to reverse its decision not to renew GSOMIA."), e => e.Kind == EventKind.Decision);

    [Fact]
    public void What_only_points_is_no_event_of_its_own() => Assert.DoesNotContain(Told.By("The meeting was useful, he said."), e => e.Kind == EventKind.Meeting);

    [Fact]
    public void Evidence_is_a_sentence_at_most_and_what_an_entry_cites_stays_in_bounds()
    {
        var reading = Told.Reading([.. Enumerable.Repeat("Defense ministers of Poland and Denmark held long talks about the treaty and about many other things in Geneva on Monday.", 40)]);

        Assert.All(reading.Events, e => Assert.True(e.Evidence.All(v => v.Span.Length < 700) && e.Evidence.Sum(v => v.Span.Length) < 1500));
        Assert.Single(reading.Events, e => e.Kind == EventKind.Meeting);
    }

    [Fact]
    public void A_summary_is_one_short_sentence_in_our_own_words()
    {
        var meeting = Told.Only(EventKind.Meeting, "U.S. Defense Secretary Mark Esper and Japanese Defense Minister Taro Kono held tense talks in Bangkok on Monday.");

        Assert.Equal("Mark Esper and Taro Kono meet in Bangkok", meeting.Summary);
    }

    [Fact]
    public void Keys_of_one_reading_are_all_different()
    {
        var keys = Told.By("Poland and Denmark met on Monday, Poland and Norway met on Tuesday, and Poland and Sweden will meet on Friday.").Select(e => e.Key).ToList();

        Assert.Equal(keys.Count, keys.Distinct().Count());
    }
}

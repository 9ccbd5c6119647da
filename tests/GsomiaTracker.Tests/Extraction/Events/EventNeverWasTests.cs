using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>Meetings of which it is only said that there were none, and what is spoken of at a meeting.</summary>
public sealed class EventNeverWasTests
{
    [Theory]
    [InlineData("Sunday passed without formal talks between Poland and Denmark.")]
    [InlineData("The Polish and Danish defense ministers have not met for two years.")]
    [InlineData("Polish Foreign Minister Anna Nowak and Danish Foreign Minister Lars Jensen had not met for 15 months.")]
    [InlineData("No Danish foreign minister has visited Warsaw in six years.")]
    [InlineData("It is six years since a Danish president last came to Warsaw for talks.")]
    public void What_there_has_not_been_for_long_is_neither_held_nor_called_off(string sentence) =>
        Assert.DoesNotContain(Told.By(sentence), e => e.Kind is EventKind.Meeting or EventKind.Visit && e.Countries.Contains("PL"));

    [Theory]
    [InlineData("The Polish and Danish defense ministers have not met since October 2018.", "2018-10-01/2018-10-31")]
    [InlineData("Polish President Jan Berg and Danish Prime Minister Lars Jensen have not held a formal meeting since March 2017.", "2017-03-01/2017-03-31")]
    public void When_they_last_met_is_told_by_since(string sentence, string days)
    {
        var met = Told.Only(EventKind.Meeting, sentence);

        Assert.Equal((days, EventStatus.Happened), (met.Days?.ToString(), met.Status));
        Assert.Equal(["DK", "PL"], met.Countries.Order());
    }

    [Theory]
    [InlineData("Denmark and Poland did not hold talks in Oslo on Sunday.", EventStatus.Cancelled)]
    [InlineData("Poland and Denmark have held no talks, but their ministers will meet in Oslo on Friday.", EventStatus.Scheduled)]
    [InlineData("Denmark and Poland held talks in Oslo on Sunday without a result.", EventStatus.Happened)]
    public void What_was_not_held_on_its_day_is_called_off_and_without_a_result_is_held(string sentence, EventStatus status) =>
        Assert.Contains(Told.By(sentence), e => e.Kind == EventKind.Meeting && e.Status == status && e.Countries.Order().SequenceEqual(["DK", "PL"]));

    [Theory]
    [InlineData("Poland and Denmark held talks in Oslo on Friday over Denmark's export curbs.")]
    [InlineData("Poland filed a complaint with the trade body on Friday over the curbs on pork.")]
    [InlineData("Poland and Denmark met in Oslo on Friday but remained apart on the import restrictions.")]
    [InlineData("Poland and Denmark will hold talks on export controls next month.")]
    public void Curbs_that_are_spoken_of_have_not_the_day_of_the_speaking(string sentence) =>
        Assert.DoesNotContain(Told.By(sentence), e => e.Kind == EventKind.Measure && e.Days is not null);

    [Theory]
    [InlineData("Poland complained on Friday over the curbs that Denmark imposed in July.", "2019-07-01/2019-07-31")]
    [InlineData("Denmark imposed export curbs on Poland on Friday.", "2019-11-15")]
    public void Curbs_have_the_day_on_which_they_were_imposed(string sentence, string days) =>
        Assert.Equal(days, Told.Only(EventKind.Measure, sentence).Days?.ToString());

    [Theory]
    [InlineData("Poland will hold talks with Denmark on export controls in Oslo next week, Trade Minister Jan Berg announced on Friday.")]
    [InlineData("Poland said on Friday that it would resume consultations with Denmark on the arms treaty.")]
    public void Talks_that_are_announced_are_a_meeting_and_no_course(string sentence)
    {
        var events = Told.By(sentence);

        Assert.DoesNotContain(events, e => e.Kind == EventKind.Decision);
        Assert.Contains(events, e => e.Kind == EventKind.Meeting && e.Status == EventStatus.Scheduled);
    }

    [Fact]
    public void What_is_announced_to_end_is_a_course() =>
        Assert.Contains(Told.By("Poland said on Friday that it would withdraw from the arms treaty."), e => e.Kind == EventKind.Decision);

    [Theory]
    [InlineData("Poland would not pursue its complaint at the trade body for now, the ministry said.")]
    [InlineData("Poland will put on hold the complaint it filed with the trade body, the ministry said.")]
    public void A_complaint_that_is_halted_was_made(string sentence) =>
        Assert.DoesNotContain(Told.By(sentence), e => e.Kind == EventKind.Notice && e.Status != EventStatus.Happened);
}

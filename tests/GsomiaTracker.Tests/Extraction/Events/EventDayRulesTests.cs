using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>Which day a telling has where the words leave the tree in doubt, and days that several sentences add up to.</summary>
public sealed class EventDayRulesTests
{
    [Theory]
    [InlineData("On Norway, which fired what appeared to be two ballistic missiles on Saturday, the ministers were of one mind.", "2019-11-16")]
    [InlineData("Norway fired what it called a new rocket on Saturday.", "2019-11-16")]
    public void A_thing_that_is_only_described_has_the_day_behind_it(string sentence, string day) =>
        Assert.Equal(day, Told.Only(EventKind.WeaponsTest, sentence).Days?.ToString());

    [Theory]
    [InlineData("The firms complain of rulings by Poland's top court last year.", "2018-01-01/2018-12-31")]
    [InlineData("The firms complain of a ruling last October in which the Polish Supreme Court ordered a Danish shipyard to pay four workers.", "2019-10-01/2019-10-31")]
    public void A_ruling_has_the_day_behind_whose_it_is(string sentence, string days) =>
        Assert.Contains(Told.By(sentence), e => e.Kind == EventKind.Ruling && e.Days?.ToString() == days);

    [Theory]
    [InlineData("Polish Foreign Minister Anna Nowak is hosting a two-day meeting of Nordic ministers that opened in Warsaw on Tuesday.", "2019-11-19/2019-11-20")]
    [InlineData("Polish Foreign Minister Anna Nowak chaired a two-day meeting of Nordic ministers that closed in Warsaw on Tuesday.", "2019-11-18/2019-11-19")]
    public void A_meeting_of_two_days_opens_on_the_first_and_closes_on_the_last(string sentence, string days) =>
        Assert.Contains(Told.By(sentence), e => e.Kind == EventKind.Meeting && e.Days?.ToString() == days);

    [Fact]
    public void Talks_on_the_fringes_of_a_two_day_meeting_last_no_two_days() =>
        Assert.Contains(
            Told.By("Anna Nowak, the Polish foreign minister, and Danish Foreign Minister Lars Jensen talked for 35 minutes on the fringes of a two-day meeting of ministers that closed in Riga on Tuesday."),
            e => e.Kind == EventKind.Meeting && e.People.Count == 2 && e.Days is null or { IsOneDay: true });

    [Fact]
    public void A_visit_lasts_until_the_visitor_leaves_for_home()
    {
        var visit = Told.Only(EventKind.Visit, "Danish Prime Minister Lars Jensen arrived in Warsaw on Monday. Jensen was to leave for home on Thursday.");

        Assert.Equal(("2019-11-18/2019-11-21", EventStatus.Happened), (visit.Days?.ToString(), visit.Status));
    }

    [Fact]
    public void Another_one_s_way_home_ends_no_visit() =>
        Assert.Contains(
            Told.By("Danish Prime Minister Lars Jensen arrived in Warsaw on Monday. Swedish Foreign Minister Eva Lind flew home on Tuesday."),
            e => e.Kind == EventKind.Visit && e.Days?.ToString() == "2019-11-18");

    [Fact]
    public void Tests_told_without_the_state_are_those_of_the_state_that_tests()
    {
        var tests = Told.By("Norway fired a missile on Friday. The regime tested a rocket launcher on Monday, the Polish military said.").Where(e => e.Kind == EventKind.WeaponsTest).ToList();

        Assert.NotEmpty(tests);
        Assert.All(tests, e => Assert.Equal(["NO"], e.Countries));
    }

    [Fact]
    public void Whoever_has_been_on_a_hunger_strike_is_of_his_state() =>
        Assert.Equal(["DK"], Told.Only(EventKind.Incident, "Poland's premier spoke of Danish opposition leader Lars Jensen, who has been on a hunger strike since Monday.").Countries);

    [Theory]
    [InlineData("Denmark lifted its ban on Polish trawlers on Monday.", "2019-11-18")]
    [InlineData("Denmark tightened its controls on Polish steel on Monday.", "2019-11-18")]
    public void What_is_lifted_or_tightened_on_a_day_is_so_on_that_day(string sentence, string day) =>
        Assert.Equal(day, Told.Only(EventKind.Measure, sentence).Days?.ToString());

    [Fact]
    public void A_drill_put_off_that_was_planned_for_a_month_ahead_is_of_that_month() =>
        Assert.Equal("2020-01-01/2020-01-31", Told.Only(EventKind.Exercise, "Poland and Denmark have put off the winter exercise planned for January.").Days?.ToString());

    [Theory]
    [InlineData("The Danish ministry released a video of the collision on Friday.")]
    [InlineData("The shipyards go back to the years of Danish rule from 1810 to 1845.")]
    public void What_is_published_and_who_once_ruled_are_no_measures(string sentence) =>
        Assert.DoesNotContain(Told.By(sentence), e => e.Kind == EventKind.Measure);
}

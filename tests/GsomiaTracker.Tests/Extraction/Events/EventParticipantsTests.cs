using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>Who meets: lists of bare names, "the two", "their leaders", and talks for which nobody is named.</summary>
public sealed class EventParticipantsTests
{
    private const string TheyMet = "Polish Foreign Minister Anna Nowak met Danish Foreign Minister Lars Jensen in Riga on Monday.";

    [Theory]
    [InlineData("Later the two joined Swedish Foreign Minister Eva Lind for a three-way meeting.")]
    [InlineData("Later the two held three-way talks with Swedish Foreign Minister Eva Lind.")]
    [InlineData("Nowak, Jensen and Swedish Foreign Minister Eva Lind then held three-way talks.")]
    [InlineData("Swedish Foreign Minister Eva Lind, Nowak and Jensen then met for three-way talks.")]
    public void A_third_one_joins_the_two(string second)
    {
        var events = Told.By($"{TheyMet} {second}");

        Assert.Contains(events, e => e.Kind == EventKind.Meeting && e.Countries.Order().SequenceEqual(["DK", "PL", "SE"]) && e.People.Count == 3);
        Assert.Contains(events, e => e.Kind == EventKind.Meeting && e.Countries.Order().SequenceEqual(["DK", "PL"]) && e.People.Count == 2);
    }

    [Fact]
    public void The_two_of_a_clause_with_when_are_those_of_its_main_clause()
    {
        var met = Told.Only(EventKind.Meeting, "Anna Nowak, the Polish foreign minister, asked Danish Foreign Minister Lars Jensen to reconsider the ban when the two held talks in Riga on Sunday.");

        Assert.Equal(("2019-11-17", 2), (met.Days?.ToString(), met.People.Count));
    }

    [Theory]
    [InlineData("The two agreed to arrange a meeting of their leaders in January.")]
    [InlineData("They agreed to work toward talks between their defense ministers in January.")]
    public void Those_who_agree_that_others_meet_do_not_meet_themselves(string second)
    {
        var planned = Assert.Single(Told.By($"{TheyMet} {second}"), e => e.Kind == EventKind.Meeting && e.Status != EventStatus.Happened);

        Assert.Empty(planned.People);
        Assert.Equal(["DK", "PL"], planned.Countries.Order());
    }

    [Fact]
    public void Those_who_agree_to_meet_meet_themselves() =>
        Assert.Contains(Told.By($"{TheyMet} The two agreed to meet again in January."), e => e.Kind == EventKind.Meeting && e.Status == EventStatus.Scheduled && e.People.Count == 2);

    [Theory]
    [InlineData("Poland's vice foreign minister, Jan Berg, summoned Danish Ambassador Lars Jensen on Monday to protest the ban.")]
    [InlineData("Vice Foreign Minister Jan Berg summoned Danish Ambassador Lars Jensen on Monday to protest the ban.")]
    public void An_ambassador_who_is_summoned_is_named(string sentence)
    {
        var notice = Told.Only(EventKind.Notice, sentence);

        Assert.Equal(["DK", "PL"], notice.Countries.Order());
        Assert.Equal(2, notice.People.Count);
    }

    [Theory]
    [InlineData("Danish Foreign Minister Lars Jensen returned home from Warsaw on Monday.")]
    [InlineData("Danish Foreign Minister Lars Jensen returned from Warsaw on Monday.")]
    [InlineData("Danish Foreign Minister Lars Jensen left for Warsaw on Monday.")]
    public void A_visit_is_of_the_traveller_and_of_where_he_was(string sentence) =>
        Assert.Equal(["DK", "PL"], Told.Only(EventKind.Visit, sentence).Countries.Order());

    [Theory]
    [InlineData("South Korea and Japan are at odds over the pact. Working-level talks were held in Vienna on Monday.", "JP,KR")]
    [InlineData("Washington is impatient with Seoul. An American team held talks in Seoul on Monday.", "KR,US")]
    [InlineData("Talks between Poland and Denmark were held in Vienna on Monday.", "DK,PL")]
    [InlineData("Poland's cabinet held a meeting in Vienna on Monday.", "PL")]
    public void Talks_are_those_of_whom_the_sentences_speak_and_not_the_place_s(string text, string states) =>
        Assert.Equal(states, string.Join(',', Told.Only(EventKind.Meeting, text).Countries.Order()));

    [Fact]
    public void The_day_of_a_thing_that_is_spoken_of_is_not_the_story_s()
    {
        var briefing = Told.Only(EventKind.Address, "Polish Foreign Minister Anna Nowak accused Denmark on Sunday of breaking the promise of last Thursday. Nowak told a press briefing that trust was gone.");

        Assert.Equal("2019-11-17", briefing.Days?.ToString());
    }

    [Theory]
    [InlineData("Polish Foreign Minister Anna Nowak and South Korean Foreign Minister Kang Kyung-wha met in Riga on Saturday.")]
    [InlineData("Japanese Foreign Minister Toshimitsu Motegi and South Korean Foreign Minister Kang Kyung-wha met in Riga on Saturday.")]
    public void Two_names_with_titles_before_a_verb_are_both_there(string sentence)
    {
        var met = Told.Only(EventKind.Meeting, sentence);

        Assert.Equal((2, 2), (met.People.Count, met.Countries.Count));
    }

    [Fact]
    public void Officials_of_the_two_countries_are_not_the_place_s() =>
        Assert.Equal(["JP", "KR"], Told.Only(EventKind.Meeting, "Officials of the two countries will meet in Vienna on Dec. 4.").Countries.Order());

    [Fact]
    public void A_further_round_is_of_the_officials_who_agreed_on_it()
    {
        var events = Told.By("Working-level officials of Poland and Denmark held talks in Oslo on Monday. They agreed to hold a further round in Riga.");

        Assert.All(events.Where(e => e.Kind == EventKind.Meeting), e => Assert.Contains(e.Details, d => d.ToString()!.Contains("orking", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("About 4,000 people rallied in front of the Danish parliament on Saturday.", "DK")]
    [InlineData("About 4,000 people rallied outside the Danish parliament on Saturday.", "DK")]
    public void A_rally_before_a_parliament_is_of_its_state(string sentence, string state) =>
        Assert.Equal([state], Told.Only(EventKind.Incident, sentence).Countries);
}

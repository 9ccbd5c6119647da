using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>An event's days are those of its own clause, its states those that the guide names for its kind.</summary>
public sealed class EventDaysAndSidesTests
{
    [Theory]
    [InlineData("Polish and Danish ministers held talks in Geneva on Monday.", "2019-11-18")]
    [InlineData("Officials said on Tuesday that Polish and Danish ministers would hold talks in Geneva on Dec. 3.", "2019-12-03")]
    [InlineData("Monday's meeting of the Polish and Danish foreign ministers lasted two hours.", "2019-11-18")]
    [InlineData("Polish and Danish ministers met in Geneva in October, when they signed nothing.", "2019-10-01/2019-10-31")]
    public void A_meeting_has_the_days_of_its_clause(string sentence, string days) => Assert.Equal(days, Told.Only(EventKind.Meeting, sentence).Days?.ToString());

    [Fact]
    public void The_day_of_a_source_is_not_the_event_s() =>
        Assert.Null(Told.Only(EventKind.Notice, "According to a newspaper report on Sunday, Japan has notified Poland of its decision not to join.").Days);

    [Fact]
    public void A_stay_has_its_number_of_days() =>
        Assert.Equal("2019-11-25/2019-11-27", Told.Only(EventKind.Visit, "U.S. Defense Secretary Mark Esper will arrive in Oslo on Nov. 25 for a three-day visit.").Days?.ToString());

    [Theory]
    [InlineData("U.S. Defense Secretary Mark Esper flew home on Sunday from a three-day visit to Oslo.", "2019-11-15/2019-11-17")]
    [InlineData("U.S. envoy Mark Hill visits Oslo for three days from Monday.", "2019-11-25/2019-11-27")]
    public void Days_are_counted_forward_from_an_arrival_and_back_from_a_return(string sentence, string days) => Assert.Equal(days, Told.Only(EventKind.Visit, sentence).Days?.ToString());

    [Theory]
    [InlineData(EventKind.WeaponsTest, "North Korea said it carried out a \"very important test\" at its Sohae launch site on Saturday.", "2019-11-16")]
    [InlineData(EventKind.WeaponsTest, "North Korea tested what it called a very large rocket launcher on Oct. 31.", "2019-10-31")]
    [InlineData(EventKind.Ruling, "Poland was angered by rulings of Denmark's Supreme Court last year.", "2018-01-01/2018-12-31")]
    [InlineData(EventKind.Visit, "U.S. envoy Mark Hill has arrived in Oslo, ten days before the treaty runs out.", null)]
    [InlineData(EventKind.Notice, "Denmark gave notice on Aug. 23 that it would end the treaty with Poland.", "2019-08-23")]
    public void A_day_is_of_the_clause_that_it_belongs_to_whatever_the_tree_says(EventKind kind, string sentence, string? days) =>
        Assert.Equal(days ?? "2019-11-20", Told.Only(kind, sentence).Days?.ToString());

    [Theory]
    [InlineData(EventKind.Visit, "U.S. Defense Secretary Mark Esper was to fly on to Sydney on Saturday.", "AU US")]
    [InlineData(EventKind.Visit, "Two Danish envoys traveled to Oslo in July.", "DK NO")]
    [InlineData(EventKind.Meeting, "Jan Berg, the Polish president, and Lars Jensen, the Danish prime minister, will talk. Jan Berg and Lars Jensen, who saw each other in Madrid on Sunday, are both tired.", "DK PL")]
    [InlineData(EventKind.Decision, "Esper later met Danish Prime Minister Lars Jensen, whose government announced in August that it would leave the treaty.", "DK")]
    public void The_states_are_found_behind_a_way_a_family_name_and_whose(EventKind kind, string sentence, string countries) =>
        Assert.Contains(countries, Told.By(sentence).Where(e => e.Kind == kind).Select(e => string.Join(' ', e.Countries.Order(StringComparer.Ordinal))));

    [Theory]
    [InlineData(EventKind.Deadline, "A one-year deal under which Poland pays for U.S. troops expires Dec. 31.", "PL US")]
    [InlineData(EventKind.Meeting, "The Norwegian Security Council voiced concern after an hour-long session on Monday.", "NO")]
    public void The_states_are_those_that_the_text_speaks_of_there(EventKind kind, string sentence, string countries) =>
        Assert.Equal(countries, string.Join(' ', Told.Only(kind, sentence).Countries.Order(StringComparer.Ordinal)));

    [Fact]
    public void A_joint_news_conference_is_given_by_those_who_had_met_and_another_by_who_speaks()
    {
        string[] paragraphs = ["Danish Defense Minister Lars Jensen and U.S. Defense Secretary Mark Esper held talks in Oslo on Monday.", "At the joint news conference that followed, Esper did not mince his words."];

        Assert.Equal("DK US", string.Join(' ', Told.Only(EventKind.Address, paragraphs).Countries.Order(StringComparer.Ordinal)));
        paragraphs[1] = "At a news conference in Washington, Esper did not mince his words.";
        Assert.Equal("US", string.Join(' ', Told.Only(EventKind.Address, paragraphs).Countries));
    }

    [Fact]
    public void A_ruling_that_names_no_court_is_of_the_state_whose_rulings_the_dossier_is_about() =>
        Assert.Equal(["KR"], Told.Only(EventKind.Ruling, "The root of the trouble, the verdicts, remained untreated, Danish Foreign Minister Lars Jensen said.").Countries);

    [Theory]
    [InlineData(EventKind.Meeting, "Defense ministers of Poland and Denmark held talks on Monday.", "DK PL")]
    [InlineData(EventKind.Meeting, "Diplomats are preparing a three-way summit with Poland in late December.", "JP KR PL")]
    [InlineData(EventKind.Visit, "U.S. Defense Secretary Mark Esper arrived in Oslo on Monday.", "NO US")]
    [InlineData(EventKind.Notice, "Poland lodged a protest with Denmark on Monday.", "DK PL")]
    [InlineData(EventKind.Decision, "Poland decided on Monday to leave the treaty with Denmark.", "PL")]
    [InlineData(EventKind.Measure, "Japan's export curbs hurt South Korean firms.", "JP KR")]
    [InlineData(EventKind.WeaponsTest, "North Korea fired two ballistic missiles on Monday.", "KP")]
    [InlineData(EventKind.Ruling, "South Korea's Supreme Court ordered the firm on Monday to pay damages.", "KR")]
    [InlineData(EventKind.Deadline, "GSOMIA expires on Saturday.", "JP KR")]
    public void The_states_are_those_that_its_kind_asks_for(EventKind kind, string sentence, string countries) =>
        Assert.Equal(countries, string.Join(' ', Told.Only(kind, sentence).Countries.Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData(EventKind.Decision, "Poland decided on Monday to end the treaty with Denmark.", "action", "end")]
    [InlineData(EventKind.Decision, "Poland decided on Monday not to end the treaty with Denmark.", "action", "keep")]
    [InlineData(EventKind.Measure, "Poland tightened its controls on exports to Denmark on July 4.", "action", "restrict")]
    [InlineData(EventKind.Measure, "Denmark was dropped from Poland's list of trusted partners on Aug. 28.", "action", "remove")]
    [InlineData(EventKind.Meeting, "The foreign ministers of Poland and Denmark met in Geneva on Monday.", "level", "foreign")]
    [InlineData(EventKind.Meeting, "The ministers of Poland and Denmark opened the 12th Baltic Consultative Meeting on Monday.", "name", "baltic consultative meeting")]
    [InlineData(EventKind.Appointment, "The prime minister of Denmark reshuffled her Cabinet on Monday.", "name", "reshuffle")]
    public void A_course_and_a_level_are_details(EventKind kind, string sentence, string name, string value) =>
        Assert.Equal(value, Told.Only(kind, sentence).Details.FirstOrDefault(d => d.Name == name)?.Value);

    [Theory]
    [InlineData(EventKind.Appointment, "Polish Defense Minister Lars Zawada resigned on Tuesday.", "Lars Zawada resigns")]
    [InlineData(EventKind.Notice, "Poland lodged a protest with Denmark on Monday.", "Poland protests to Denmark")]
    public void A_summary_says_what_happens(EventKind kind, string sentence, string summary) => Assert.Equal(summary, Told.Only(kind, sentence).Summary);

    [Fact]
    public void The_claim_to_be_the_first_since_a_day_is_the_meeting_s_that_is_told_and_not_the_earlier_one_s()
    {
        var meetings = Told.By(
            "The foreign ministers of Poland and Denmark will hold talks in Oslo on Dec. 3.",
            "If the meeting takes place, it will be the first between foreign ministers of the two countries since October last year.")
            .Where(e => e.Kind == EventKind.Meeting).ToList();
        Assert.Equal(["2018-10-01/2018-10-31", "2019-12-03"], meetings.Select(m => $"{m.Days}").Order(StringComparer.Ordinal));
        Assert.Equal("2019-12-03", $"{Assert.Single(meetings, m => m.Details.Any(d => d.Name == "first")).Days}");
    }
}

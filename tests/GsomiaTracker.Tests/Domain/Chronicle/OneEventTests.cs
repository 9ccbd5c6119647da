using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using static GsomiaTracker.Domain.Findings.EventKind;
using static GsomiaTracker.Domain.Findings.EventStatus;
using static GsomiaTracker.Tests.Domain.Chronicle.Telling;

namespace GsomiaTracker.Tests.Domain.Chronicle;

public class OneEventTests
{
    private static readonly ArticleRevision Plan = Take(
        "kyodo-plan",
        "2019-11-11",
        Event(Meeting, "The two ministers are likely to talk in mid-November while in Thailand", "2019-11-11/2019-11-20", Tentative, "JP KR kono jeong", "Thailand"),
        Event(Meeting, "All three defense chiefs are due to meet there around the forum", null, Scheduled, "JP KR US", "Thailand"),
        Event(Deadline, "The pact is to lapse on Nov. 23", "2019-11-23", Scheduled, "JP KR #pact"),
        Event(Decision, "its decision not to renew the pact", null, Happened, "KR #pact"),
        Event(Visit, "The minister goes to Thailand from Saturday", "2019-11-16/2019-11-18", Scheduled, "JP TH kono", "Thailand"));

    private static readonly ArticleRevision Talks = Take(
        "yonhap-talks",
        "2019-11-17T18:45+09:00",
        Event(Meeting, "The ministers talked for 40 minutes in Bangkok on Sunday", "2019-11-17", Happened, "KR JP jeong kono", "Bangkok"),
        Event(Meeting, "They were then joined by the American secretary for three-way talks", "2019-11-17", Happened, "KR JP US jeong kono esper", "Bangkok"),
        Event(Deadline, "The pact is set to expire Saturday", "2019-11-23", Scheduled, "KR JP #pact"),
        Event(Decision, "The termination decision", null, Happened, "KR #pact"));

    [Fact]
    public void A_plan_and_the_talks_that_came_of_it_are_one_event()
    {
        ChronicleEvent Bilateral(string asOf) =>
            ChronicleBuilder.Build([Talks, Plan], [], Dossier, At(asOf)).Events.Single(e => e.Kind == Meeting && e.Countries.Count == 2);

        var before = Bilateral("2019-11-12T12:00+09:00");
        Assert.Equal(Tentative, before.Status);
        Assert.Equal("Thailand", before.Place);
        Assert.Single(before.Reports);

        var after = Bilateral("2019-11-18T00:00+09:00");
        Assert.Equal(Happened, after.Status);
        Assert.Equal(On("2019-11-17"), after.Days);
        Assert.Equal("Bangkok", after.Place);
        Assert.Equal([Tentative, Happened], after.History.Select(s => s.Status));
        Assert.Equal([Plan.KnownSince, Talks.KnownSince], after.History.Select(s => s.KnownSince));
        Assert.Equal(2, after.Sources);
        Assert.Equal((before.Id, before.Slug), (after.Id, after.Slug));
    }

    [Fact]
    public void What_one_state_tells_two_others_on_one_day_is_two_notices()
    {
        var first = Take("reuters-notices", "2019-11-17T18:45+09:00", Event(Notice, "The vice minister asked the American envoy in on Sunday over the pact", "2019-11-17", Happened, "KR US kang #pact"));
        var second = Take("xinhua-notices", "2019-11-17T19:45+09:00", Event(Notice, "The vice minister summoned the Japanese envoy on Sunday over the pact", "2019-11-17", Happened, "KR JP kang #pact"));
        var third = Take("upi-notices", "2019-11-17T20:45+09:00", Event(Notice, "The envoy was asked in by the vice minister on Sunday over the pact", "2019-11-17", Happened, "US KR kang #pact"));
        var notices = ChronicleBuilder.Build([first, second, third], [], Dossier, null).Events;
        Assert.Equal([(2, "KR US"), (1, "JP KR")], notices.OrderByDescending(e => e.Reports.Count).Select(e => (e.Reports.Count, string.Join(' ', e.Countries.Order(StringComparer.Ordinal)))));
    }

    [Fact]
    public void Two_and_three_at_a_table_on_one_day_are_two_meetings()
    {
        var chronicle = ChronicleBuilder.Build([Plan, Talks], [], Dossier, null);
        var meetings = chronicle.Events.Where(e => e.Kind == Meeting).ToList();
        Assert.Equal(2, meetings.Count);
        Assert.All(meetings, m => Assert.Equal(2, m.Reports.Count));
        Assert.Equal(new HashSet<int> { 2, 3 }, meetings.Select(m => m.Countries.Count).ToHashSet());
    }

    [Fact]
    public void A_deadline_and_a_decision_without_a_day_find_their_events()
    {
        var chronicle = ChronicleBuilder.Build([Plan, Talks], [], Dossier, null);
        Assert.Equal(2, chronicle.Events.Single(e => e.Kind == Deadline).Reports.Count);
        Assert.Equal(2, chronicle.Events.Single(e => e.Kind == Decision).Reports.Count);
    }

    [Fact]
    public void A_mention_without_a_day_joins_the_one_dated_event_on_its_subject()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("nhk-curbs", "2019-07-04", Event(Measure, "The controls on three materials took effect", "2019-07-04", Happened, "JP KR #curbs")),
                Take("ap-back", "2019-11-10", Event(Measure, "the export controls that Japan imposed", null, Happened, "JP KR #curbs")),
            ],
            [], Dossier, null);
        Assert.Equal(On("2019-07-04"), Assert.Single(chronicle.Events).Days);
    }

    [Fact]
    public void Ending_a_pact_and_keeping_it_are_two_decisions_and_a_decision_without_a_day_finds_its_own()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("yonhap-out", "2019-08-22T18:20+09:00", Event(Decision, "Seoul decided Thursday to pull out of the pact", "2019-08-22", Happened, "KR #pact", null, ("action", "end"))),
                Take("asahi-back", "2019-11-04T20:10+09:00", Event(Decision, "which Seoul decided in August to abandon", "2019-08-01/2019-08-31", Happened, "KR", null, ("action", "end"))),
                Take("yonhap-stay", "2019-11-22T18:24+09:00", Event(Decision, "Seoul decided Friday to suspend the end of the pact", "2019-11-22", Happened, "KR #pact", null, ("action", "keep"))),
                Take("kyodo-later", "2019-11-24T09:00+09:00", Event(Decision, "its earlier decision to quit", null, Happened, "KR", null, ("action", "end"))),
                Take("times-later", "2019-11-28T09:00+09:00", Event(Decision, "the pact, which has been put on hold", null, Happened, "KR", null, ("action", "keep"))),
            ],
            [], Dossier, null);
        Assert.Equal([("2019-08-22", 3), ("2019-11-22", 2)], chronicle.Events.Select(e => ($"{e.Days}", e.Reports.Count)));
    }

    [Fact]
    public void Opposite_acts_of_one_state_on_the_very_same_day_are_one_act_read_wrongly_once() => Assert.Single(ChronicleBuilder.Build(
        [
            Take("yonhap-out", "2019-08-22T18:20+09:00", Event(Decision, "Seoul decided Thursday to pull out of the pact", "2019-08-22", Happened, "KR #pact", null, ("action", "end"))),
            Take("reuters-out", "2019-08-22", Event(Decision, "Seoul decided Thursday not to renew the pact", "2019-08-22", Happened, "KR #pact", null, ("action", "keep"))),
        ],
        [], Dossier, null).Events);

    [Fact]
    public void Talks_of_leaders_and_talks_of_bureau_chiefs_in_one_month_are_two_meetings() => Assert.Equal(2, ChronicleBuilder.Build(
        [
            Take("asahi-top", "2019-11-04", Event(Meeting, "Leaders of the two states are to meet in December", "2019-12-01/2019-12-31", Scheduled, "JP KR", null, ("level", "leaders"))),
            Take("jiji-desk", "2019-11-23", Event(Meeting, "Bureau chiefs of the two states are to meet in December", "2019-12-01/2019-12-31", Scheduled, "JP KR", null, ("level", "working"))),
        ],
        [], Dossier, null).Events.Count);

    [Fact]
    public void Three_who_are_told_to_be_meeting_before_their_day_meet_once() => Assert.Equal(On("2019-11-17"), Assert.Single(ChronicleBuilder.Build(
        [
            Take("ap-flies", "2019-11-15", Event(Meeting, "He flies on for talks with both ministers", null, Happened, "JP KR US jeong kono esper")),
            Take("yonhap-three", "2019-11-17T18:45+09:00", Event(Meeting, "The three held talks on Sunday", "2019-11-17", Happened, "JP KR US jeong kono esper", "Bangkok")),
        ],
        [], Dossier, null).Events).Days);

    [Fact]
    public void The_same_officials_on_another_day_meet_again()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("a-1", "2019-06-01", Event(Meeting, "They met in Singapore", "2019-06-01", Happened, "JP KR kono jeong", "Singapore")),
                Take("a-2", "2019-11-17", Event(Meeting, "They met in Bangkok", "2019-11-17", Happened, "JP KR kono jeong", "Bangkok")),
            ],
            [], Dossier, null);
        Assert.Equal(2, chronicle.Events.Count);
    }

    [Fact]
    public void Other_officials_of_the_same_states_on_the_same_day_hold_another_meeting()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("a-1", "2019-11-15", Event(Meeting, "The defense chiefs met", "2019-11-15", Happened, "KR US jeong esper", "Seoul")),
                Take("a-2", "2019-11-15", Event(Meeting, "The president received the secretary", "2019-11-15", Happened, "KR US moon esper", "Seoul")),
            ],
            [], Dossier, null);
        Assert.Equal(2, chronicle.Events.Count);
    }

    [Fact]
    public void A_spokesman_who_speaks_every_day_gives_an_address_a_day()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("a-1", "2019-11-11", Event(Address, "The spokesman told a news conference", "2019-11-11", Happened, "JP suga", "Tokyo")),
                Take("a-2", "2019-11-12", Event(Address, "The spokesman told a news conference", "2019-11-12", Happened, "JP suga", "Tokyo")),
            ],
            [], Dossier, null);
        Assert.Equal(2, chronicle.Events.Count);
    }

    [Fact]
    public void Any_reports_name_leads_to_the_event()
    {
        var chronicle = ChronicleBuilder.Build([Plan, Talks], [], Dossier, null);
        foreach (var e in chronicle.Events)
        {
            Assert.Same(e, chronicle.Find(e.Slug));
            Assert.All(e.Reports, r => Assert.Same(e, chronicle.Find(ReportId.Of(r))));
        }

        Assert.Null(chronicle.Find("nothing-at-all"));
    }

    [Fact]
    public void An_earlier_report_that_turns_up_late_leaves_old_addresses_alive()
    {
        var before = ChronicleBuilder.Build([Talks], [], Dossier, null);
        var after = ChronicleBuilder.Build([Talks, Plan], [], Dossier, null);
        foreach (var e in before.Events)
        {
            Assert.NotNull(after.Find(e.Slug));
        }
    }

    [Fact]
    public void A_later_take_speaks_for_the_story_and_the_first_one_keeps_its_minute()
    {
        var lead = Take("yonhap-x", 1, "2019-11-22T17:50+09:00", Event(Deadline, "The pact will not lapse at midnight", "2019-11-22", Cancelled, "KR JP #pact"));
        var second = Take("yonhap-x", 2, "2019-11-22T18:30+09:00", Event(Deadline, "The pact, due to lapse at midnight, stays for now", "2019-11-23", Cancelled, "KR JP #pact"));
        var e = Assert.Single(ChronicleBuilder.Build([second, lead, Plan], [], Dossier, null).Events, e => e.Kind == Deadline);
        Assert.Equal(lead.KnownSince, e.History[^1].KnownSince);
        Assert.Equal([false, true, false], e.Reports.Select(r => r.Superseded));
    }

    [Fact]
    public void A_measure_told_by_its_month_and_from_the_side_it_hits_is_the_dated_one()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("afp-1", "2019-08-02", Event(Measure, "The removal is to take effect on Aug. 28", "2019-08-28", Scheduled, "KR JP #curbs", null, ("action", "remove"))),
                Take("yonhap-1", "2019-08-22", Event(Measure, "when it was removed from the list", null, Happened, "KR JP #curbs", null, ("action", "remove"))),
                Take("herald-1", "2019-08-28", Event(Measure, "The removal took effect on Wednesday", "2019-08-28", Happened, "KR JP #curbs", null, ("action", "remove"))),
                Take("ap-1", "2019-11-15", Event(Measure, "and in August removed it from the list", "2019-08-01/2019-08-31", Happened, "JP KR", null, ("action", "remove"))),
            ],
            [], Dossier, null);
        var removal = Assert.Single(chronicle.Events);
        Assert.Equal((On("2019-08-28"), Happened, 4), (removal.Days, removal.Status, removal.Sources));
        Assert.Equal([Scheduled, Happened], removal.History.Select(s => s.Status));
        Assert.Equal("herald-1", removal.History[1].Report.Article);
    }

    [Fact]
    public void A_plan_told_the_day_after_is_another_meeting_and_so_is_not_the_one_that_happened()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("nhk-1", "2019-11-22T20:36+09:00", Event(Meeting, "Trade officials talked about the curbs on Friday", "2019-11-22", Happened, "KR JP #curbs")),
                Take("jiji-1", "2019-11-23T19:26+09:00", Event(Meeting, "Trade officials will talk about the curbs at the level of bureau chiefs", null, Scheduled, "KR JP #curbs")),
                Take("times-1", "2019-11-28T20:15+09:00", Event(Meeting, "Trade officials will talk about the curbs in mid-December", "2019-12-11/2019-12-20", Scheduled, "KR JP #curbs")),
            ],
            [], Dossier, null);
        Assert.Equal([(On("2019-11-22"), 1), (On("2019-12-11/2019-12-20"), 2)], chronicle.Events.Select(e => (e.Days!.Value, e.Reports.Count)));
    }

    [Fact]
    public void Councils_of_one_state_that_sit_on_two_days_sit_twice() => Assert.Equal(2, ChronicleBuilder.Build(
        [
            Take("kyodo-1", "2019-11-21T20:00+09:00", Event(Meeting, "The security council met Thursday about the pact", "2019-11-21", Happened, "KR #pact")),
            Take("yonhap-1", "2019-11-22T18:24+09:00", Event(Meeting, "The security council met Friday about the pact", "2019-11-22", Happened, "KR #pact")),
        ],
        [], Dossier, null).Events.Count);

    [Fact]
    public void What_one_paper_reads_otherwise_does_not_open_a_decision_to_its_opposite()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("yonhap-out", "2019-08-22T18:20+09:00", Event(Decision, "Seoul decided Thursday to pull out of the pact", "2019-08-22", Happened, "KR #pact", null, ("action", "end"))),
                Take("reuters-out", "2019-08-22", Event(Decision, "Seoul decided Thursday not to renew the pact", "2019-08-22", Happened, "KR #pact", null, ("action", "keep"))),
                Take("afp-out", "2019-08-23T09:00+09:00", Event(Decision, "Seoul's decision of Thursday to quit the pact", "2019-08-22", Happened, "KR #pact", null, ("action", "end"))),
                Take("xinhua-out", "2019-08-24T09:00+09:00", Event(Decision, "Thursday's decision to scrap the pact", "2019-08-22", Happened, "KR #pact", null, ("action", "end"))),
                Take("times-stay", "2019-11-28T09:00+09:00", Event(Decision, "the pact, which has been put on hold", null, Happened, "KR #pact", null, ("action", "keep"))),
            ],
            [], Dossier, null);
        Assert.Equal([4, 1], chronicle.Events.Select(e => e.Reports.Count));
        Assert.DoesNotContain("not to renew", chronicle.Events[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_meeting_that_is_held_every_year_under_one_name_is_known_by_it()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("kbs-1", "2019-11-12", Event(Meeting, "The ministers hold the Consultative Meeting on Friday", "2019-11-15", Scheduled, "KR US jeong esper", null, ("name", "consultative meeting"))),
                Take("arirang-1", "2019-11-13", Event(Meeting, "before the allies gather for their yearly round", null, Happened, "KR US", null, ("name", "consultative meeting"))),
                Take("ap-1", "2019-11-13", Event(Meeting, "officials of both have been in touch", null, Happened, "KR US")),
            ],
            [], Dossier, null);
        Assert.Equal([2, 1], chronicle.Events.Select(e => e.Reports.Count));
    }

    [Fact]
    public void Those_who_took_office_in_a_reshuffle_took_office_in_it_and_who_quit_since_did_not()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("kyodo-1", "2019-09-11", Event(Appointment, "The Cabinet was reshuffled on Wednesday", "2019-09-11", Happened, "JP motegi", null, ("name", "reshuffle"))),
                Take("asahi-1", "2019-11-04", Event(Appointment, "who changed ministries in September's reshuffle", "2019-09-01/2019-09-30", Happened, "JP kono", null, ("name", "reshuffle"))),
                Take("kyodo-2", "2019-10-27", Event(Appointment, "after he quit over gifts", null, Happened, "JP motegi")),
            ],
            [], Dossier, null);
        Assert.Equal([2, 1], chronicle.Events.Select(e => e.Reports.Count));
    }

    [Fact]
    public void An_act_of_last_month_told_in_passing_is_the_one_that_others_have_told_of()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("yonhap-1", "2019-08-23T16:00+09:00", Event(Notice, "Seoul formally notified Tokyo on Friday of leaving the pact", "2019-08-23", Happened, "KR JP #pact", null, ("action", "end"))),
                Take("xinhua-1", "2019-08-28T16:00+09:00", Event(Notice, "Seoul told Tokyo on Aug. 23 that it leaves the pact", "2019-08-23", Happened, "KR JP #pact", null, ("action", "end"))),
                Take("times-1", "2019-10-12T16:00+09:00", Event(Notice, "unless it takes back what it served in August", "2019-08-01/2019-08-31", Happened, "KR JP")),
            ],
            [], Dossier, null);
        Assert.Equal(3, Assert.Single(chronicle.Events).Reports.Count);
    }

    [Theory]
    [InlineData("the council asked the High Court whether a treaty can be left without it", 1)]
    [InlineData("the petition that it handed in that spring", 2)]
    public void An_act_of_a_month_that_one_has_told_is_the_one_told_later_in_the_same_words(string later, int events)
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take("star-1", "2019-03-09T20:00+09:00", Event(Notice, "The council went to the High Court on Saturday to ask whether the president may leave the treaty", "2019-03-09", Happened, "KR")),
                Take("wire-1", "2019-06-02T20:00+09:00", Event(Notice, later, "2019-03-01/2019-03-31", Happened, "KR")),
            ],
            [], Dossier, null);
        Assert.Equal(events, chronicle.Events.Count);
    }

    [Fact]
    public void An_act_of_a_day_told_without_its_subject_is_the_one_of_that_day_even_in_one_text()
    {
        var chronicle = ChronicleBuilder.Build(
            [
                Take(
                    "bloomberg-1",
                    "2019-07-04",
                    Event(Measure, "hours after they went into force Thursday", "2019-07-04", Happened, "KR JP"),
                    Event(Measure, "The controls on shipments began on Thursday", "2019-07-04", Happened, "JP KR #curbs", null, ("action", "restrict"))),
                Take("yonhap-1", "2019-07-05", Event(Decision, "unveiled the plan on July 5", "2019-07-05", Happened, "KR")),
                Take("herald-1", "2019-07-06", Event(Decision, "It published a draft on July 5 about the curbs", "2019-07-05", Happened, "KR #curbs")),
            ],
            [], Dossier, null);
        Assert.Equal([2, 2], chronicle.Events.Select(e => e.Reports.Count));
        Assert.StartsWith("The controls", chronicle.Events[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_told_years_later_as_background_is_not_shown_over_the_news_of_the_day()
    {
        var chronicle = ChronicleBuilder.Build(
        [
            Take("yonhap-1", "2019-11-22", Event(Decision, "The government suspended the notice on Friday", "2019-11-22", Happened, "KR #pact")),
            Take("nhk-1", "2023-03-21", Event(Decision, "The pact stayed in force when the president suspended the notice in Seoul", "2019-11-22", Happened, "KR moon #pact", "Seoul")),
        ], [], Dossier, null);
        var decided = Assert.Single(chronicle.Events);
        Assert.StartsWith("The government", decided.Title, StringComparison.Ordinal);
    }
}

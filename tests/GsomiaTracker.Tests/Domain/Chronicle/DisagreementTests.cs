using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using static GsomiaTracker.Domain.Findings.EventKind;
using static GsomiaTracker.Domain.Findings.EventStatus;
using static GsomiaTracker.Tests.Domain.Chronicle.Telling;

namespace GsomiaTracker.Tests.Domain.Chronicle;

public class DisagreementTests
{
    private static IReadOnlyList<Disagreement> Between(params ArticleRevision[] takes) => ChronicleBuilder.Build(takes, [], Dossier, null).Disagreements;

    [Fact]
    public void Neighbouring_days_for_one_event_stand_side_by_side()
    {
        var days = Assert.Single(Between(
            Take("kbs-1", "2019-11-14", Event(Meeting, "The two chiefs met on Thursday", "2019-11-14", Happened, "KR US jeong esper", "Seoul")),
            Take("yonhap-1", "2019-11-15", Event(Meeting, "The two chiefs met on Friday", "2019-11-15", Happened, "KR US jeong esper", "Seoul"))));
        Assert.Equal("days", days.About);
        Assert.Equal(["2019-11-14", "2019-11-15"], days.Sides.Select(s => s.Value));
        Assert.Equal(["The two chiefs met on Thursday", "The two chiefs met on Friday"], days.Sides.Select(s => s.Words.Words));
    }

    [Fact]
    public void The_days_printed_for_the_deadline_are_no_disagreement() => Assert.Empty(Between(
        Take("kbs-1", "2019-11-14", Event(Deadline, "It ends at midnight on Nov. 22", "2019-11-22", Scheduled, "KR JP #pact")),
        Take("yonhap-1", "2019-11-15", Event(Deadline, "It ends on Nov. 23", "2019-11-23", Scheduled, "KR JP #pact"))));

    [Fact]
    public void A_city_and_its_country_agree_and_two_cities_do_not()
    {
        ArticleRevision At(string agency, string place) => Take($"{agency}-1", "2019-11-17", Event(Meeting, $"They met there, says {agency}", "2019-11-17", Happened, "JP KR kono jeong", place));
        Assert.Empty(Between(At("ap", "Bangkok"), At("nhk", "Thailand")));
        Assert.Equal("place", Assert.Single(Between(At("ap", "Bangkok"), At("nhk", "Tokyo"))).About);
    }

    [Fact]
    public void One_agency_that_corrects_itself_does_not_disagree_with_itself()
    {
        EventReported For(string length) => Event(Meeting, $"They talked for {length}", "2019-11-17", Happened, "JP KR kono jeong", null, ("duration", length));
        Assert.Empty(Between(Take("ap-1", "2019-11-17", For("PT40M")), Take("ap-2", "2019-11-18", For("PT45M"))));
    }

    [Theory]
    [InlineData("PT40M", "PT1H", true)]
    [InlineData("PT60M", "PT1H", false)]
    [InlineData("PT1H", "P1M", false)]
    [InlineData("PT10M", "PT1H10M", false)]
    [InlineData("P7D", "P1W", false)]
    [InlineData("P2D", "P3D", true)]
    [InlineData("PT40M", "a while", false)]
    public void Lengths_differ_only_when_they_can_be_lengths_of_one_thing(string one, string other, bool differ)
    {
        ArticleRevision Of(string agency, string length) =>
            Take($"{agency}-1", "2019-11-17", Event(Meeting, $"They talked, says {agency}", "2019-11-17", Happened, "JP KR kono jeong", null, ("duration", length)));
        Assert.Equal(differ ? 1 : 0, Between(Of("ap", one), Of("nhk", other)).Count);
    }

    [Fact]
    public void A_copy_of_one_wires_copy_is_no_second_source()
    {
        string[] sentences =
        [
            "The ministers of the two neighbouring countries talked for 40 minutes behind closed doors on Sunday.",
            "Neither of them would say afterwards whether a compromise on the accord had come any nearer.",
            "Their next occasion to meet is a forum of the region's states that begins in three weeks.",
        ];
        object[] Events() => [.. sentences.Select(s => Event(Incident, s, "2019-11-17", Happened, "JP KR"))];
        var chronicle = ChronicleBuilder.Build([Take("ap-1", "2019-11-17T10:00+09:00", Events()), Take("herald-1", "2019-11-17T12:00+09:00", Events())], [], Dossier, null);
        Assert.All(chronicle.Events, e => Assert.Equal(1, e.Sources));
        Assert.Contains(chronicle.Events, e => e.Reports.Select(r => r.Article).Distinct().Count() == 2);
    }

    [Fact]
    public void The_first_since_October_is_confronted_with_the_one_in_June()
    {
        const string claim = "It would be the first between the ministers since October last year";
        var finding = Event(Meeting, claim, "2019-11-17", Scheduled, "JP KR kono jeong", null, ("first", "first since october last year"));
        var take = Take("kyodo-1", "2019-11-11", finding);
        var october = claim.IndexOf("October", StringComparison.Ordinal);
        take = take with
        {
            Reading = take.Reading with
            {
                Dates = [new DatedExpression(Evidence.In(claim, new TextSpan(october, claim.Length)), DayRange.Month(2018, 10), TimexType.Date, "2018-10", null, "words")],
            },
        };
        var june = Take("yonhap-1", "2019-11-12", Event(Meeting, "They last met in June", "2019-06-01/2019-06-30", Happened, "JP KR jeong", "Singapore"));
        var first = Assert.Single(Between(take, june));
        Assert.Equal("first", first.About);
        Assert.Equal(["kyodo-1", "yonhap-1"], first.Sides.Select(s => s.Report.Article));
        Assert.Empty(Between(take));
    }

    [Fact]
    public void The_first_between_two_persons_is_not_confronted_with_talks_of_one_of_them_with_another()
    {
        const string claim = "It would be the first between the two since September last year";
        var finding = Event(Meeting, claim, "2019-11-04", Happened, "JP KR kono moon", null, ("first", "first since september last year"));
        var take = Take("kyodo-1", "2019-11-04", finding);
        var september = claim.IndexOf("September", StringComparison.Ordinal);
        take = take with
        {
            Reading = take.Reading with
            {
                Dates = [new DatedExpression(Evidence.In(claim, new TextSpan(september, claim.Length)), DayRange.Month(2018, 9), TimexType.Date, "2018-09", null, "words")],
            },
        };
        Assert.Empty(Between(take, Take("yonhap-1", "2019-10-24", Event(Meeting, "The minister received the envoy on Thursday", "2019-10-24", Happened, "JP KR kono kang"))));
        Assert.Single(Between(take, Take("yonhap-1", "2019-10-24", Event(Meeting, "The minister received the president on Thursday", "2019-10-24", Happened, "JP KR kono moon"))));
    }

    [Fact]
    public void Who_announced_it_differs_between_two_sources()
    {
        var actor = Assert.Single(Between(
            Take("ap-1", "2019-11-22", Event(Decision, "The president announced the suspension of the notice", "2019-11-22", Happened, "KR moon #pact")),
            Take("nhk-1", "2019-11-22", Event(Decision, "The minister announced the suspension of the notice", "2019-11-22", Happened, "KR kang #pact"))));
        Assert.Equal("actor", actor.About);
    }

    [Fact]
    public void Alleged_by_one_and_told_as_a_fact_by_another() => Assert.Equal("status", Assert.Single(Between(
        Take("jiji-1", "2019-11-12", Event(Incident, "The destroyer locked its radar on the plane", "2019-11-11", Happened, "JP KR")),
        Take("kbs-1", "2019-11-13", Event(Incident, "The destroyer allegedly locked its radar on the plane", "2019-11-11", Alleged, "JP KR")))).About);

    [Fact]
    public void Who_took_part_differs_between_two_sources_of_what_an_editor_says_is_one_meeting()
    {
        ArticleRevision[] takes =
        [
            Take("ap-1", "2019-11-17", Event(Meeting, "The two defense chiefs talked over dinner on Sunday", "2019-11-17", Happened, "KR JP jeong kono", "Bangkok")),
            Take("nhk-1", "2019-11-18", Event(Meeting, "The three defense chiefs talked over dinner on Sunday", "2019-11-17", Happened, "KR JP US jeong kono esper", "Bangkok")),
        ];
        var apart = ChronicleBuilder.Build(takes, [], Dossier, null);
        Assert.Equal(2, apart.Events.Count);
        Assert.Empty(apart.Disagreements);

        var merge = new Correction(1, CorrectionAct.Merge, null, apart.Events[0].Id, apart.Events[1].Id, null, "an editor", At("2019-12-01T00:00Z"), "One dinner.");
        var participants = Assert.Single(ChronicleBuilder.Build(takes, [merge], Dossier, null).Disagreements);

        Assert.Equal("participants", participants.About);
        Assert.Equal(["JP, KR", "JP, KR, US"], participants.Sides.Select(s => s.Value));
        Assert.Equal(["ap-1", "nhk-1"], participants.Sides.Select(s => s.Report.Article));
    }

    [Theory]
    [InlineData("12", "13", true)]
    [InlineData("12", "12", false)]
    public void Numbers_of_one_thing_stand_side_by_side_where_they_differ(string one, string other, bool differ)
    {
        ArticleRevision Of(string agency, string number) => Take(
            $"{agency}-1", "2019-11-17", Event(WeaponsTest, $"It fired {number} rockets, says {agency}", "2019-11-16", Happened, "KP", null, ("count", number)));
        var found = Between(Of("ap", one), Of("nhk", other));
        Assert.Equal(differ ? ["number"] : [], found.Select(d => d.About));
        if (differ)
        {
            Assert.Equal([one, other], found[0].Sides.Select(s => s.Value));
            Assert.Equal(["It fired 12 rockets, says ap", "It fired 13 rockets, says nhk"], found[0].Sides.Select(s => s.Words.Words));
        }
    }
}

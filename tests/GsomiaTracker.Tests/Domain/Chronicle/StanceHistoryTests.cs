using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using static GsomiaTracker.Tests.Domain.Chronicle.Telling;

namespace GsomiaTracker.Tests.Domain.Chronicle;

public class StanceHistoryTests
{
    private static StanceTaken Says(Position position, string sentence) => Stance("KR", null, "keep-pact", position, sentence);

    [Fact]
    public void A_position_is_a_step_until_another_is_reported()
    {
        var history = Assert.Single(ChronicleBuilder.Build(
            [
                Take("ap-1", "2019-11-10T10:00+09:00", Says(Position.Against, "It will end the pact")),
                Take("ap-2", "2019-11-12T10:00+09:00", Says(Position.Against, "It stands by its decision")),
                Take("ap-3", "2019-11-22T18:00+09:00", Says(Position.Conditional, "It suspends the notice on a condition")),
            ],
            [], Dossier, null).Stances);
        Assert.Equal([Position.Against, Position.Conditional], history.Steps.Select(s => s.Position));
        Assert.Equal(2, history.Steps[0].Reports.Count);
        Assert.Single(history.Changes);
        Assert.Null(history.DaysUnchanged(At("2019-11-30T18:00+09:00")));
        Assert.Equal("ap-3", history.SaidFirst.Article);
    }

    [Fact]
    public void Days_without_change_are_told_only_of_a_position_heard_twice()
    {
        var history = Assert.Single(ChronicleBuilder.Build(
            [Take("ap-1", "2019-09-10T10:00+09:00", Says(Position.For, "It wants the pact kept")), Take("nhk-1", "2019-11-01T10:00+09:00", Says(Position.For, "It still wants it kept"))],
            [], Dossier, null).Stances);
        Assert.Equal(63, history.DaysUnchanged(At("2019-11-12T10:00+09:00")));
    }

    [Fact]
    public void A_condition_named_beside_a_standing_position_does_not_turn_it()
    {
        var history = Assert.Single(ChronicleBuilder.Build(
            [
                Take("ap-1", "2019-11-10", Says(Position.Against, "It will end the pact")),
                Take("ap-2", "2019-11-12", Says(Position.Against, "The decision stands"), Says(Position.Conditional, "It could think again if the curbs went")),
            ],
            [], Dossier, null).Stances);
        Assert.Single(history.Steps);
        Assert.Equal(Position.Conditional, Assert.Single(history.Beside).Finding.Position);
    }

    [Fact]
    public void One_story_counts_once_for_a_position_from_its_first_take_on()
    {
        var history = Assert.Single(ChronicleBuilder.Build(
            [
                Take("ap-1", 1, "2019-11-22T17:00+09:00", Says(Position.Conditional, "It suspends the notice")),
                Take("ap-1", 2, "2019-11-22T19:00+09:00", Says(Position.Conditional, "It suspends the notice for as long as talks go on")),
            ],
            [], Dossier, null).Stances);
        var report = Assert.Single(Assert.Single(history.Steps).Reports);
        Assert.Equal(At("2019-11-22T17:00+09:00"), report.KnownSince);
        Assert.Equal("ap-1#2", report.Revision);
    }

    [Fact]
    public void The_ledger_keeps_a_condition_until_its_holder_moves_on()
    {
        const string sentence = "It would think again if the export curbs were lifted";
        var stance = Says(Position.Conditional, sentence) with { Condition = Evidence.In(sentence, new TextSpan(sentence.IndexOf("if", StringComparison.Ordinal), sentence.Length)) };
        var first = Take("ap-1", "2019-11-10", stance);
        var open = Assert.Single(ChronicleBuilder.Build([first], [], Dossier, null).Conditions);
        Assert.Equal((ConditionStatus.Open, "if the export curbs were lifted"), (open.Status, open.If.Words));

        var turned = Take("ap-2", "2019-11-20", Says(Position.Against, "It will end the pact whatever comes"));
        var overtaken = Assert.Single(ChronicleBuilder.Build([first, turned], [], Dossier, null).Conditions);
        Assert.Equal((ConditionStatus.Overtaken, turned.KnownSince, open.Id), (overtaken.Status, overtaken.Since, overtaken.Id));
    }

    [Fact]
    public void Of_several_clauses_the_ledger_cites_the_one_with_the_condition()
    {
        const string text = "There was no sign of a change of heart. It would think again if the export curbs were lifted.";
        Evidence At(string words) => Evidence.In(text, TextSpan.OfLength(text.IndexOf(words, StringComparison.Ordinal), words.Length));
        var stance = Says(Position.Conditional, text) with
        {
            Condition = At("if the export curbs were lifted"),
            Evidence = [At("There was no sign of a change of heart"), At("It would think again if the export curbs were lifted")],
        };
        var condition = Assert.Single(ChronicleBuilder.Build([Take("ap-1", "2019-11-10", stance)], [], Dossier, null).Conditions);
        Assert.Equal("It would think again if the export curbs were lifted", condition.Then.Words);
    }

    [Theory]
    [InlineData("It would think again if the export curbs were lifted", "resume", EventStatus.Happened, "2019-11-21", ConditionStatus.Open)]
    [InlineData("It would think again if the export curbs were lifted", "ease", EventStatus.Happened, "2019-11-21", ConditionStatus.Met)]
    [InlineData("It would think again if the export curbs were lifted", "ease", EventStatus.Scheduled, "2019-11-29", ConditionStatus.Open)]
    [InlineData("It would think again if the export curbs were lifted", "restrict", EventStatus.Happened, "2019-11-21", ConditionStatus.Open)]
    [InlineData("It would think again if the export curbs were lifted", "ease", EventStatus.Happened, "2019-11-01", ConditionStatus.Open)]
    [InlineData("It would end it unless the export curbs were lifted", "ease", EventStatus.Happened, "2019-11-21", ConditionStatus.Open)]
    public void A_condition_is_met_by_the_report_of_what_undoes_the_act_it_names(string sentence, string action, EventStatus status, string day, ConditionStatus expected)
    {
        var from = sentence.IndexOf(sentence.Contains("unless", StringComparison.Ordinal) ? "unless" : "if", StringComparison.Ordinal);
        var stance = Says(Position.Conditional, sentence) with { Condition = Evidence.In(sentence, new TextSpan(from, sentence.Length)) };
        var first = Take("ap-1", "2019-11-10", Event(EventKind.Measure, sentence, null, EventStatus.Happened, "JP KR #curbs", null, ("action", "restrict")), stance);
        var second = Take("nhk-1", "2019-11-21", Event(EventKind.Measure, "Tokyo did something about its curbs", day, status, "JP KR #curbs", null, ("action", action)));

        Assert.Equal(ConditionStatus.Open, Assert.Single(ChronicleBuilder.Build([first, second], [], Dossier, first.KnownSince).Conditions).Status);
        var condition = Assert.Single(ChronicleBuilder.Build([first, second], [], Dossier, null).Conditions);

        Assert.Equal(expected, condition.Status);
        Assert.Equal(expected == ConditionStatus.Met ? ("nhk-1", second.KnownSince, "Tokyo did something about its curbs") : (null, first.KnownSince, null), (condition.MetIn?.Article, condition.Since, condition.MetBy));
    }

    [Theory]
    [InlineData("KR #curbs", ConditionStatus.Open)]
    [InlineData("JP #curbs", ConditionStatus.Met)]
    public void What_the_holder_does_himself_does_not_meet_his_condition(string who, ConditionStatus expected)
    {
        const string sentence = "It would think again if the export curbs were lifted";
        var stance = Says(Position.Conditional, sentence) with { Condition = Evidence.In(sentence, new TextSpan(sentence.IndexOf("if", StringComparison.Ordinal), sentence.Length)) };
        var first = Take("ap-1", "2019-11-10", Event(EventKind.Measure, sentence, null, EventStatus.Happened, "JP KR #curbs", null, ("action", "restrict")), stance);
        var second = Take("nhk-1", "2019-11-21", Event(EventKind.Decision, "It decided about the curbs", "2019-11-21", EventStatus.Happened, who, null, ("action", "ease")));

        Assert.Equal(expected, Assert.Single(ChronicleBuilder.Build([first, second], [], Dossier, null).Conditions).Status);
    }

    [Fact]
    public void Silence_counts_from_the_last_word_of_a_state()
    {
        var takes = new[] { Take("ap-1", "2019-11-10T06:00+09:00", Says(Position.For, "It wants the pact")), Take("ap-2", "2019-11-11T18:00+09:00") };
        Assert.Equal(TimeSpan.FromHours(36), Silence.Of(takes, "KR")!.At(At("2019-11-11T18:00+09:00")));
        Assert.Null(Silence.Of(takes, "JP"));
    }
}

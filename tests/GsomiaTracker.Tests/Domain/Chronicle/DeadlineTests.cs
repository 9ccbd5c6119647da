using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using static GsomiaTracker.Domain.Findings.EventKind;
using static GsomiaTracker.Domain.Findings.EventStatus;
using static GsomiaTracker.Tests.Domain.Chronicle.Telling;

namespace GsomiaTracker.Tests.Domain.Chronicle;

public class DeadlineTests
{
    private static readonly ArticleRevision Due = Take(
        "yonhap-due", "2019-11-17T18:45+09:00", Event(Deadline, "The pact is set to expire Saturday", "2019-11-23", Scheduled, "KR JP #pact"));

    private static DeadlineState State(string? asOf, params ArticleRevision[] takes) =>
        ChronicleBuilder.Build(takes, [], Dossier, asOf is null ? null : At(asOf)).Deadline;

    [Fact]
    public void It_runs_until_something_is_known()
    {
        var state = State("2019-11-17T18:45+09:00", Due);
        Assert.Equal(DeadlineStateKind.Running, state.Kind);
        Assert.Equal(new TimeSpan(5, 5, 15, 0), state.Remaining);
        Assert.Null(state.Outcome);
    }

    [Fact]
    public void Called_off_before_its_instant_it_is_averted_and_the_hours_are_told()
    {
        var takes = new[]
        {
            Due,
            Take("yonhap-off", "2019-11-22T18:00+09:00", Event(Deadline, "Seoul suspends its notice, so the pact will not end at midnight", "2019-11-22", Cancelled, "KR JP #pact")),
        };
        Assert.Equal(DeadlineStateKind.Running, State("2019-11-22T17:59+09:00", takes).Kind);
        var state = State("2019-11-22T18:00+09:00", takes);
        Assert.Equal(DeadlineStateKind.Averted, state.Kind);
        Assert.Equal(TimeSpan.FromHours(6), state.Before);
        Assert.Equal("yonhap-off", state.OutcomeState!.Report.Article);
        Assert.Equal([Scheduled, Cancelled], state.Outcome!.History.Select(h => h.Status));
        Assert.Null(state.Remaining);
    }

    [Fact]
    public void A_later_article_that_still_calls_it_due_does_not_start_it_again()
    {
        var state = State(
            null,
            Due,
            Take("yonhap-off", "2019-11-22T18:00+09:00", Event(Deadline, "The pact will not end at midnight", "2019-11-23", Cancelled, "KR JP #pact")),
            Take("ap-back", "2019-11-22T20:00+09:00", Event(Deadline, "The pact had been due to expire", "2019-11-23", Scheduled, "KR JP #pact")));
        Assert.Equal(DeadlineStateKind.Averted, state.Kind);
    }

    [Fact]
    public void Passed_without_a_word_its_end_is_unknown() =>
        Assert.Equal(DeadlineStateKind.Unknown, State("2019-11-24T00:00+09:00", Due).Kind);

    [Fact]
    public void A_report_that_it_ended_expires_it() =>
        Assert.Equal(
            DeadlineStateKind.Expired,
            State(null, Due, Take("ap-end", "2019-11-23T00:10+09:00", Event(Deadline, "The pact expired at midnight", "2019-11-23", Happened, "KR JP #pact"))).Kind);

    [Fact]
    public void Told_as_ended_before_its_day_it_is_not_believed() =>
        Assert.Equal(
            DeadlineStateKind.Running,
            State("2019-11-20T12:00+09:00", Due, Take("ap-end", "2019-11-19", Event(Deadline, "The pact expired", "2019-11-23", Happened, "KR JP #pact"))).Kind);

    [Fact]
    public void A_later_day_told_by_two_voices_extends_it()
    {
        var state = State(
            null,
            Due,
            Take("ap-new", "2019-11-20", Event(Deadline, "The pact now runs until May 22", "2020-05-22", Scheduled, "KR JP #pact")),
            Take("afp-new", "2019-11-20", Event(Deadline, "Both sides agreed that the pact ends on May 22", "2020-05-22", Scheduled, "KR JP #pact")));
        Assert.Equal(DeadlineStateKind.Extended, state.Kind);
        Assert.Equal(On("2020-05-22"), state.Outcome!.Days);
    }

    [Fact]
    public void A_plan_a_day_past_without_a_report_says_so()
    {
        ArticleRevision[] takes =
        [
            Take("ap-plan", "2019-11-10", Event(Meeting, "They are to meet on Nov. 12", "2019-11-12", Scheduled, "JP KR kono jeong")),
            Take("ap-other", "2019-11-20"),
        ];
        bool Missing(string? asOf) => Assert.Single(ChronicleBuilder.Build(takes, [], Dossier, asOf is null ? null : At(asOf)).Events).NoReportFound;
        Assert.False(Missing("2019-11-13T23:59+09:00"));
        Assert.True(Missing("2019-11-14T00:01+09:00"));
        Assert.True(Missing(null));
    }

    [Fact]
    public void Who_says_only_in_passing_that_it_ended_does_not_overturn_that_it_was_called_off()
    {
        var takes = new[]
        {
            Take("yonhap-1", "2019-11-17T18:45+09:00", Event(EventKind.Deadline, "The pact is set to expire Saturday", "2019-11-23", EventStatus.Scheduled, "KR JP #pact")),
            Take("yonhap-2", "2019-11-22T18:24+09:00", Event(EventKind.Deadline, "hours before the pact was to expire Saturday", "2019-11-23", EventStatus.Cancelled, "KR JP #pact")),
            Take("xinhua-1", "2019-12-24T18:00+09:00", Event(EventKind.Deadline, "which had resolved to let the pact expire", null, EventStatus.Happened, "KR JP #pact")),
        };
        Assert.Equal(DeadlineStateKind.Averted, ChronicleBuilder.Build(takes, [], Dossier, null).Deadline.Kind);
    }
}

using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Web.Desk;

namespace GsomiaTracker.Tests.Web.Desk;

/// <summary>How certain what stands in the queue is, and what comes first.</summary>
public sealed class DoubtTests
{
    private static readonly Evidence Words = Evidence.In("They met.", new TextSpan(0, 9));

    [Theory]
    [InlineData(0, 50)]
    [InlineData(2, 88)]
    [InlineData(50, 100)]
    [InlineData(-50, 0)]
    public void The_readers_odds_are_told_in_percent(double odds, int percent) => Assert.Equal(percent, Certainty.OfLogOdds(odds));

    [Fact]
    public void Independent_voices_are_surer_together_and_copies_are_not()
    {
        Assert.Equal(55, Doubt.Together([Told("Wire", 55)]));
        Assert.Equal(80, Doubt.Together([Told("Wire", 55), Told("Agency", 55)]));
        Assert.Equal(58, Doubt.Together([Told("Wire", 55), Told("Wire", 58)]));
        Assert.Null(Doubt.Together([Told("Wire", 55), Told("Agency", null)]));
    }

    [Fact]
    public void Of_two_sides_the_larger_one_is_as_certain_as_its_share_of_the_voices()
    {
        Assert.Equal(50, Doubt.Between([Side("40", "Wire"), Side("60", "Agency")]));
        Assert.Equal(66, Doubt.Between([Side("40", "Wire"), Side("40", "Paper"), Side("60", "Agency")]));
        Assert.Equal(50, Doubt.Between([Side("40", "Wire"), Side("40", "Wire"), Side("60", "Agency")]));
    }

    [Fact]
    public void What_waits_comes_first_then_the_less_certain_then_the_more_visible()
    {
        Decision[] made = [Of(90, 5), Of(50, 5), Of(50, 30), Of(null, 1), Of(0, 5)];

        Assert.Equal([(null, 1), (0, 5), (50, 30), (50, 5), (90, 5)], made.OrderByDescending(d => d.Urgency).Select(d => (d.Certainty, d.Pages)));
        Assert.True(Of(70, 200).Urgency > Of(60, 5).Urgency, "what stands on very many pages outweighs a little more doubt");
    }

    private static Decision Of(int? certainty, int pages) => new(DecisionKind.DoubtfulEvent, "They meet", "", certainty, pages, "/desk");

    private static Report Told(string agency, byte? certainty) => new(agency + Guid.NewGuid(), "r", agency, null, null, default,
        new EventReported(new FindingKey("k"), EventKind.Meeting, "", null, "", EventStatus.Happened, [], [], null, [], [], [Words]) { Certainty = certainty });

    private static DisagreementSide Side(string value, string agency) => new(value, Told(agency, 80), Words);
}

using GsomiaTracker.Extraction.Stances;

namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>Positions that are taken over from somebody else, and words that only look so.</summary>
public class StanceEchoTests
{
    private const string Told = "Fisheries Minister Kari Lund wants to keep the accord. ";

    [Theory]
    [InlineData("Foreign Minister Einar Jonsson is of the same view.")]
    [InlineData("Foreign Minister Einar Jonsson shared that view.")]
    [InlineData("Foreign Minister Einar Jonsson is of one mind with her.")]
    [InlineData("So does Foreign Minister Einar Jonsson.")]
    [InlineData("Foreign Minister Einar Jonsson spoke in the same vein.")]
    [InlineData("Foreign Minister Einar Jonsson made the same demand.")]
    [InlineData("Foreign Minister Einar Jonsson concurred.")]
    public void Who_takes_over_a_position_holds_it_too(string echo)
    {
        Assert.Contains("IS:Einar Jonsson keep-accord for", StanceBench.Cod.Words(Told + echo));
    }

    [Theory]
    [InlineData("Foreign Minister Einar Jonsson agreed to meet her on Friday.")]
    [InlineData("Foreign Minister Einar Jonsson does not share that view.")]
    [InlineData("Foreign Minister Einar Jonsson might do likewise.")]
    [InlineData("Foreign Minister Einar Jonsson took the same train.")]
    public void Words_that_take_over_nothing_are_left_alone(string other)
    {
        Assert.DoesNotContain("IS:Einar Jonsson keep-accord for", StanceBench.Cod.Words(Told + other));
    }

    [Fact]
    public void What_is_told_of_another_month_looks_back_and_what_is_told_of_a_weekday_does_not()
    {
        Assert.All(Grounds("Norway scrapped the accord in July."), g => Assert.Contains("looks back", g.Signs));
        Assert.All(Grounds("Norway scrapped the accord on Friday, as it had said in July."), g => Assert.DoesNotContain("looks back", g.Signs));
    }

    private static List<Ground> Grounds(string text)
    {
        var (document, references, attributions) = StanceBench.Open(text, StanceBench.Cod.Dossier);
        var grounds = new StanceFinder(StanceRules.Of(StanceBench.Cod.Dossier)).Propose(document, references, attributions);
        Assert.NotEmpty(grounds);
        return grounds;
    }
}

using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Stances;

namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>What the words of a clause add to its odds.</summary>
public class WordWeightsTests
{
    private const string Text = "Oslo wants the accord renewed, but Helsinki doubts it wants talks.";

    private static readonly WordWeights Weights = new(new Dictionary<(string, Position?), double>
    {
        [("want", null)] = 0.5,
        [("want", Position.Against)] = -0.25,
        [("doubt", Position.For)] = -1,
        [("oslo", null)] = 8,
    });

    [Theory]
    [InlineData("Oslo wants the accord renewed", Position.For, 0.5)]
    [InlineData("Oslo wants the accord renewed", Position.Against, 0.25)]
    [InlineData("Helsinki doubts it wants talks", Position.For, -0.5)]
    [InlineData("Helsinki doubts it wants talks", Position.Conditional, 0.5)]
    [InlineData("the accord renewed", Position.For, 0)]
    public void Only_the_words_of_the_stretch_count_for_its_position_and_names_never(string words, Position position, double sum)
    {
        var sentence = Assert.Single(SyntaxParser.Load().Parse(Text, new TextSpan(0, Text.Length)));
        var span = TextSpan.OfLength(Text.IndexOf(words, StringComparison.Ordinal), words.Length);
        Assert.Equal(sum, Weights.Reader().Of(sentence, span, position), 6);
        Assert.Equal(sum, WordWeights.In(sentence, span).Sum(w => (w == "want" ? position == Position.Against ? 0.25 : 0.5 : 0) + (w == "doubt" && position == Position.For ? -1 : 0)), 6);
    }

    [Fact]
    public void The_trained_weights_are_small_beside_the_signs()
    {
        var words = StanceChoice.Words();
        Assert.NotEmpty(words);
        Assert.All(words.Values, w => Assert.InRange(Math.Abs(w), 0, 1));
    }
}

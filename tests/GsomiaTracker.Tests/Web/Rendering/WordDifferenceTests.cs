using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Tests.Web.Rendering;

public sealed class WordDifferenceTests
{
    private static string Shown(string before, string after) => string.Join(' ', WordDifference.Between(before, after).Select(r => r.Change switch
    {
        WordChange.Dropped => $"[-{r.Words}]",
        WordChange.Added => $"[+{r.Words}]",
        _ => r.Words,
    }));

    [Theory]
    [InlineData("The talks begin on Tuesday, aides said.", "The talks begin on Monday, a day earlier, aides said.", "The talks begin on [-Tuesday,] [+Monday, a day earlier,] aides said.")]
    [InlineData("one two three", "one two three", "one two three")]
    [InlineData("one two", "zero one two four", "[+zero] one two [+four]")]
    [InlineData("", "all new", "[+all new]")]
    [InlineData("all gone", "", "[-all gone]")]
    public void Only_the_words_that_changed_are_marked(string before, string after, string shown) => Assert.Equal(shown, Shown(before, after));

    [Fact]
    public void A_huge_sentence_is_shown_whole_before_and_after()
    {
        var (before, after) = (string.Join(' ', Enumerable.Repeat("word", 5000)), string.Join(' ', Enumerable.Repeat("word", 5001)));
        Assert.Equal([WordChange.Dropped, WordChange.Added], WordDifference.Between(before, after).Select(r => r.Change));
    }
}

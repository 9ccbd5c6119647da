using GsomiaTracker.Domain.Articles;

namespace GsomiaTracker.Tests.Domain.Articles;

public class TakeDifferenceTests
{
    private const string First = "The council met on Tuesday. It took no vote on the accord. Members will meet again in June. The chairman left early.";

    [Fact]
    public void A_text_and_itself_differ_in_nothing()
    {
        var difference = TakeDifference.Between(First, First);
        Assert.True(difference.IsSilent);
        Assert.Equal(4, difference.Count(SentenceChange.Same));
    }

    [Fact]
    public void Added_removed_changed_and_moved_sentences_are_told_apart()
    {
        const string second = "The chairman left early. The council met on Tuesday. It took a late vote on the accord, members said. Rain delayed the start by an hour.";
        var difference = TakeDifference.Between(First, second);
        Assert.Equal(
            [SentenceChange.Moved, SentenceChange.Same, SentenceChange.Changed, SentenceChange.Removed, SentenceChange.Added],
            difference.Sentences.Select(s => s.Change));
        Assert.False(difference.IsSilent);
    }

    [Theory]
    [InlineData("The ministers agreed on measures to strengthen their cooperation in the region.", "The ministers agreed on mesures to strengthen their cooperation in the region.", true)]
    [InlineData("The ministers agreed on measures to strengthen their cooperation in the region.", "The ministers agreed on no measures to strengthen their own cooperation in the region.", false)]
    [InlineData("The talks of the two ministers in the capital went on for 40 minutes on Sunday.", "The talks of the two ministers in the capital went on for 45 minutes on Sunday.", false)]
    public void Typing_errors_put_right_are_hidden_and_figures_never_are(string before, string after, bool silent) =>
        Assert.Equal(silent, TakeDifference.Between(before, after).IsSilent);

    [Fact]
    public void Every_sentence_of_both_takes_appears_once()
    {
        var random = new Random(7);
        string[] stock = [.. Enumerable.Range(0, 12).Select(i => $"Sentence {i} tells about matter {(char)('a' + i)}{(char)('m' + i)} at some length here.")];
        for (var n = 0; n < 300; n++)
        {
            var before = string.Join(' ', stock.OrderBy(_ => random.Next()).Take(random.Next(9)));
            var after = string.Join('\n', stock.OrderBy(_ => random.Next()).Take(random.Next(9)));
            var pairs = TakeDifference.Between(before, after).Sentences;
            Assert.Equal(Sentences.Of(before).Select(s => s.Span), pairs.Where(p => p.Before is not null).Select(p => p.Before!.Value.Span).Order());
            Assert.Equal(Sentences.Of(after).Select(s => s.Span), pairs.Where(p => p.After is not null).Select(p => p.After!.Value.Span));
        }
    }

    [Fact]
    public void Empty_takes_are_no_trouble()
    {
        Assert.Empty(TakeDifference.Between("", "").Sentences);
        Assert.Equal(4, TakeDifference.Between("", First).Count(SentenceChange.Added));
        Assert.Equal(4, TakeDifference.Between(First, "").Count(SentenceChange.Removed));
    }

    [Theory]
    [InlineData("He met U.S. Secretary Lee on Nov. 17. They spoke.", 2)]
    [InlineData("\"It is over,\" she said. \"We go home.\" Nobody stayed.", 3)]
    [InlineData("Tariffs rose 3.5 percent. Why? Nobody knows!", 3)]
    [InlineData("A line\n\nAnother line", 2)]
    [InlineData("...", 0)]
    public void Sentences_are_cut_where_they_end(string text, int count) => Assert.Equal(count, Sentences.Of(text).Count);

    [Fact]
    public void Two_huge_texts_without_a_sentence_in_common_are_told_apart_at_once()
    {
        static string Text(string word) => string.Join("\n", Enumerable.Range(0, 5000).Select(n => $"The {word} of day {n} was held in hall {n * 7}."));
        var started = System.Diagnostics.Stopwatch.StartNew();
        var difference = TakeDifference.Between(Text("session"), Text("hearing"));
        Assert.Equal((5000, 5000), (difference.Count(SentenceChange.Added), difference.Count(SentenceChange.Removed)));
        Assert.InRange(started.Elapsed.TotalSeconds, 0, 20);
    }
}

using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;
using GsomiaTracker.Extraction.Stances;

namespace GsomiaTracker.Tests.Extraction.Lexicon;

public sealed class WordTableTests
{
    [Fact]
    public void A_word_is_found_whatever_object_holds_it_and_whatever_was_asked_before()
    {
        var table = new WordTable<string>();
        string[] held = [.. Enumerable.Range(0, 3000).Select(i => $"word{i}")];
        foreach (var word in held)
        {
            table.Meet(word, () => word + "!");
        }

        // Twice through, in other objects, with strangers between: more words than are kept.
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < held.Length; i++)
            {
                Assert.Equal(held[i] + "!", table.Find(new string(held[i])));
                Assert.Equal(held[i] + "!", table.Find(held[i]));
                Assert.Null(table.Find($"stranger{i}"));
            }
        }

        Assert.Null(table.Find(""));
    }

    [Fact]
    public void A_set_holds_its_words_and_no_others()
    {
        string[] held = [.. Enumerable.Range(0, 400).Select(i => $"word{i}"), "", "a", "it's"];
        WordSet set = [.. held];
        Assert.Equal(held.Length, set.Count);
        Assert.All(held, word => Assert.True(set.Contains(new string(word))));
        Assert.All(Enumerable.Range(0, 4000), i => Assert.False(set.Contains($"stranger{i}")));
    }

    [Fact]
    public void A_word_of_dates_is_found_in_whatever_letters()
    {
        foreach (var word in (string[])["Monday", "may", "Nov", "fortnight", "today", "twenty", "o'clock"])
        {
            var found = GsomiaTracker.Extraction.Dates.Words.TryGet(word, out var entry);
            Assert.Equal(found, GsomiaTracker.Extraction.Dates.Words.TryGet(word.ToUpperInvariant(), out var capitals));
            Assert.Equal(entry, capitals);
            Assert.Equal(entry.Id, GsomiaTracker.Extraction.Dates.Words.Id(word));
        }

        Assert.True(GsomiaTracker.Extraction.Dates.Words.TryGet("Monday", out _));
        Assert.False(GsomiaTracker.Extraction.Dates.Words.TryGet("Mondays' envoy", out _));
    }

    [Fact]
    public void A_word_that_had_no_number_has_one_once_a_table_holds_it()
    {
        const string word = "zyzzogeton";
        Assert.Equal(0, WordNumbers.Facts(word).Number);
        var edition = WordNumbers.Edition;
        var number = WordNumbers.Add(word);
        Assert.NotSame(edition, WordNumbers.Edition);
        Assert.True(number > 0);
        Assert.Equal(number, WordNumbers.Facts(word).Number);
        Assert.Equal(number, WordNumbers.Add(new string(word)));
        Assert.NotEqual(number, WordNumbers.Add(word + "s"));
    }

    [Fact]
    public void A_phrase_added_after_a_sentence_was_read_is_found_in_it()
    {
        const string text = "The envoys flummoxed nobody at the palaver.";
        var sentence = SyntaxParser.Load().Parse(text, new TextSpan(0, text.Length))[0];
        var found = new List<(Phrase Phrase, string Value, int Last)>();
        var table = new PatternTable<string>();
        table.Add(Phrase.Parse("envoys")!, "first");
        table.At(sentence, 1, 0, found);
        Assert.Equal("first", Assert.Single(found).Value);
        table.Add(Phrase.Parse("palaver")!, "second");
        table.At(sentence, 6, 0, found);
        Assert.Equal("second", Assert.Single(found).Value);
        table.At(sentence, 5, 0, found);
        Assert.Empty(found);
    }
}

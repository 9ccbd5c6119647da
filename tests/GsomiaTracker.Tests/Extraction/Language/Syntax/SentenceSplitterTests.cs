using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Tests.Extraction.Language.Syntax;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("He left. She stayed.", "He left.|She stayed.")]
    [InlineData("\"We agree.\" The talks ended.", "\"We agree.\"|The talks ended.")]
    [InlineData("“We agree.” The talks ended.", "“We agree.”|The talks ended.")]
    [InlineData("\"Why now?\" the envoy asked.", "\"Why now?\" the envoy asked.")]
    [InlineData("\"Why now?\" Lund asked. \"Nobody knows.\"", "\"Why now?\" Lund asked.|\"Nobody knows.\"")]
    [InlineData("\"It is over!\" He left.", "\"It is over!\"|He left.")]
    [InlineData("He met Gen. Smith on Nov. 3. They spoke.", "He met Gen. Smith on Nov. 3.|They spoke.")]
    [InlineData("He flew to the U.S. The visit was short.", "He flew to the U.S.|The visit was short.")]
    [InlineData("He met U.S. President Lund.", "He met U.S. President Lund.")]
    [InlineData("They met at 5 p.m. Friday in Oslo.", "They met at 5 p.m. Friday in Oslo.")]
    [InlineData("They met at 5 p.m. He left at six.", "They met at 5 p.m.|He left at six.")]
    [InlineData("Acme Corp. said it would pay.", "Acme Corp. said it would pay.")]
    [InlineData("It fell 3.5 percent. It rose.", "It fell 3.5 percent.|It rose.")]
    [InlineData("S. Korean jets flew. N. Korea protested.", "S. Korean jets flew.|N. Korea protested.")]
    [InlineData("They said no. No. 5 was next.", "They said no.|No. 5 was next.")]
    [InlineData("He paused ... and went on.", "He paused ... and went on.")]
    [InlineData("He paused... Then he went on.", "He paused...|Then he went on.")]
    [InlineData("It ended (for now). More came.", "It ended (for now).|More came.")]
    [InlineData("The pact -- signed in May -- holds.", "The pact -- signed in May -- holds.")]
    [InlineData("OSLO, Nov. 17 (Agency) -- The minister left. He returned.", "OSLO, Nov. 17 (Agency) --|The minister left.|He returned.")]
    [InlineData("OSLO (Agency) - The minister left.", "OSLO (Agency) -|The minister left.")]
    [InlineData("Oslo, 17 May (Agency) — The minister left.", "Oslo, 17 May (Agency) —|The minister left.")]
    [InlineData("OSLO - The minister left.", "OSLO -|The minister left.")]
    [InlineData("The minister left -- in haste.", "The minister left -- in haste.")]
    [InlineData("John F. Lund left.", "John F. Lund left.")]
    [InlineData("He asked who. \"I did,\" she said.", "He asked who.|\"I did,\" she said.")]
    public void Splits_wire_copy(string text, string expected)
    {
        var tokens = new List<RawToken>();
        var ends = new List<int>();
        Tokenizer.Cut(text, 0, text.Length, AbbreviationList.English, tokens);
        SentenceSplitter.Split(text, tokens, AbbreviationList.English, ends);
        var start = 0;
        var sentences = new List<string>();
        foreach (var end in ends)
        {
            sentences.Add(text[tokens[start].Start..tokens[end - 1].End]);
            start = end;
        }

        Assert.Equal(expected, string.Join('|', sentences));
    }
}

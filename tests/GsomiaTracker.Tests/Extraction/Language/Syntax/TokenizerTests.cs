using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Tests.Extraction.Language.Syntax;

public class TokenizerTests
{
    [Theory]
    [InlineData("The minister's aide didn't go.", "The|minister|'s|aide|did|n't|go|.")]
    [InlineData("They’re sure it’s over, we’ll see.", "They|’re|sure|it|’s|over|,|we|’ll|see|.")]
    [InlineData("The allies' envoys cannot say.", "The|allies|'|envoys|can|not|say|.")]
    [InlineData("An Oslo-based firm", "An|Oslo|-|based|firm")]
    [InlineData("the U.S.-led talks", "the|U.S.|-|led|talks")]
    [InlineData("a decades-old intelligence-sharing accord", "a|decades|-|old|intelligence|-|sharing|accord")]
    [InlineData("pro-government and anti-war groups re-elected co-chairs", "pro-government|and|anti-war|groups|re-elected|co-chairs")]
    [InlineData("Envoy Han Min-seo met Cho Kyung-wha", "Envoy|Han|Min-seo|met|Cho|Kyung-wha")]
    [InlineData("a Seoul-led, Moon-led effort", "a|Seoul|-|led|,|Moon|-|led|effort")]
    [InlineData("HAN MIN-SEO", "HAN|MIN-SEO")]
    [InlineData("It cost $3.5 million, or 1,200 kroner.", "It|cost|$|3.5|million|,|or|1,200|kroner|.")]
    [InlineData("At 5:30 p.m. on 11/22", "At|5:30|p.m.|on|11/22")]
    [InlineData("30% of US$5", "30|%|of|US|$|5")]
    [InlineData("\"No,\" he said.", "\"|No|,|\"|he|said|.")]
    [InlineData("“No,” he said.", "“|No|,|”|he|said|.")]
    [InlineData("Gen. R. Smith Jr. and Sen. Lee", "Gen.|R.|Smith|Jr.|and|Sen.|Lee")]
    [InlineData("S. Korean jets", "S.|Korean|jets")]
    [InlineData("Nov. 22 and Aug.3", "Nov.|22|and|Aug.|3")]
    [InlineData("talks -- the third -- ended ...", "talks|--|the|third|--|ended|...")]
    [InlineData("O'Brien and the Ba'athists", "O'Brien|and|the|Ba'athists")]
    [InlineData("See https://example.org/a?b=1. Or mail me@example.org.", "See|https://example.org/a?b=1|.|Or|mail|me@example.org|.")]
    [InlineData("(Reuters)", "(|Reuters|)")]
    [InlineData("on 2019-11-23 or 555-123-4567", "on|2019-11-23|or|555-123-4567")]
    [InlineData("in the '90s", "in|the|'90s")]
    [InlineData("AT&T", "AT&T")]
    public void Cuts_as_the_treebanks_do(string text, string expected)
    {
        var tokens = new List<RawToken>();
        Tokenizer.Cut(text, 0, text.Length, AbbreviationList.English, tokens);
        Assert.Equal(expected, string.Join('|', tokens.Select(t => text[t.Start..t.End])));
    }
}

using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Tests.Extraction.Language.Syntax;

public class LemmatizerTests
{
    /// <summary>Words that no treebank has, so that endings alone must tell.</summary>
    [Theory]
    [InlineData("convened", "convene")]
    [InlineData("contravened", "contravene")]
    [InlineData("expelled", "expel")]
    [InlineData("propelled", "propel")]
    [InlineData("reshuffled", "reshuffle")]
    [InlineData("rekindled", "rekindle")]
    [InlineData("undermined", "undermine")]
    [InlineData("invoked", "invoke")]
    [InlineData("blockaded", "blockade")]
    [InlineData("rebuked", "rebuke")]
    [InlineData("reconciled", "reconcile")]
    [InlineData("opened", "open")]
    [InlineData("called", "call")]
    [InlineData("snarled", "snarl")]
    [InlineData("planned", "plan")]
    [InlineData("visited", "visit")]
    [InlineData("explained", "explain")]
    [InlineData("questioned", "question")]
    [InlineData("pressed", "press")]
    public void A_past_form_that_nobody_has_seen_gets_its_base_from_its_ending(string form, string lemma) =>
        Assert.Equal(lemma, Lemmatizer.Rule(form, Xpos.VBD, _ => false));
}

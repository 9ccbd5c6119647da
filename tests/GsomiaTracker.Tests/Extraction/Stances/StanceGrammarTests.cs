namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>Positions composed from plain grammar, in a dossier whose issues are told in few words and on which nobody has a usual side.</summary>
public class StanceGrammarTests
{
    [Theory]
    [InlineData("Uwe Harms said any truce was better than none.", "DE:Uwe Harms truce for")]
    [InlineData("Asked about a longer truce, Lena Brandt said she saw no need for one.", "SE:Lena Brandt truce against")]
    [InlineData("Lena Brandt said it was too early to bury the treaty.", "SE:Lena Brandt treaty for")]
    [InlineData("Lena Brandt said it was too late for a truce.", "SE:Lena Brandt truce against")]
    [InlineData("Niels Falk said Denmark had had no choice but to leave the treaty.", "DK:Niels Falk treaty against")]
    [InlineData("Lena Brandt said she could not see why the treaty should go.", "SE:Lena Brandt treaty for")]
    [InlineData("\"There is no alternative to the treaty,\" Uwe Harms said.", "DE:Uwe Harms treaty for")]
    [InlineData("\"There is nothing wrong with the quota,\" Niels Falk said.", "DK:Niels Falk quota for")]
    [InlineData("Niels Falk's proposal would scrap the missile treaty.", "DK:Niels Falk treaty against")]
    [InlineData("Under the Swedish plan, the herring quota would be abolished.", "SE quota against")]
    [InlineData("\"Nobody voted for these duties,\" Niels Falk said.", "DK:Niels Falk duties against")]
    [InlineData("Niels Falk said the quota could not stay as it was.", "DK:Niels Falk quota against")]
    [InlineData("The treaty hangs on what Copenhagen does next, Lena Brandt said.", "SE:Lena Brandt treaty conditional")]
    [InlineData("As soon as Copenhagen raises the quota, Sweden will lift the duties, Lena Brandt said.", "SE:Lena Brandt duties conditional")]
    [InlineData("Sweden would return to the treaty if its conditions were met, Lena Brandt said.", "SE:Lena Brandt treaty conditional")]
    [InlineData("The United Nations called for a longer truce.", "UN truce for")]
    [InlineData("The treaty expires in May. Niels Falk said he wanted it to go on.", "DK:Niels Falk treaty for")]
    [InlineData("Lena Brandt said she would do what she could to end the duties.", "SE:Lena Brandt duties against")]
    [InlineData("The herring quota took effect on Friday. Lena Brandt denounced the measure.", "SE:Lena Brandt quota against")]
    public void A_position_is_composed_from_what_the_words_do(string text, string expected) =>
        Assert.Contains(expected, StanceBench.Belt.Words(StanceBank.Introduced(StanceBench.Belt.Dossier, text)));

    [Theory]
    [InlineData("Asked about another truce, Lena Brandt did not answer.")]
    [InlineData("Niels Falk had no choice but to wait, and the treaty was not mentioned.")]
    [InlineData("Iceland and Norway signed a new treaty on Monday, Lena Brandt said.")]
    [InlineData("Lena Brandt heard of the end of the treaty on the radio.")]
    [InlineData("The treaty expires in May. Lena Brandt asked him what he wanted to do.")]
    [InlineData("The Danish plan tells what the treaty bans.")]
    [InlineData("It was too early to say anything of the treaty, Lena Brandt said.")]
    public void Words_that_only_look_alike_hold_nothing(string text) =>
        Assert.Empty(StanceBench.Belt.Words(StanceBank.Introduced(StanceBench.Belt.Dossier, text)));

    [Fact]
    public void A_noun_that_names_end_in_goes_on_about_what_was_named_and_not_about_another()
    {
        Assert.Equal(["DK:Niels Falk duties against"], StanceBench.Belt.Words("Import duties on steel rose in June. Denmark cannot live with such a duty, Niels Falk said."));
        Assert.Empty(StanceBench.Belt.Words("Import duties on steel rose in June. Denmark cannot live without customs duties, Niels Falk said."));
    }
}

namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>Whose position it is where no name stands beside the words.</summary>
public class StanceHolderTests
{
    [Theory]
    [InlineData("Fisheries Minister Kari Lund met Foreign Minister Einar Jonsson in Oslo. Both have called for the accord to be kept.", "IS:Einar Jonsson keep-accord for", "NO:Kari Lund keep-accord for")]
    [InlineData("Fisheries Minister Kari Lund met Foreign Minister Einar Jonsson in Oslo. The pair urged a renewal of the accord.", "IS:Einar Jonsson keep-accord for", "NO:Kari Lund keep-accord for")]
    public void A_pair_without_a_name_is_the_two_officials_named_before(string text, params string[] expected)
    {
        Assert.Equal(expected, StanceBench.Cod.Words(text));
    }

    [Fact]
    public void Leaders_are_those_who_lead_and_not_the_officials_named_last()
    {
        var words = StanceBench.Gsomia.Words(
            "Prime Minister Shinzo Abe received Prime Minister Lee Nak-yon in Tokyo on Thursday. Vice Foreign Minister Cho Sei-young told reporters how it went. The two leaders agreed that cooperation among South Korea, Japan and the United States must be strengthened.");

        Assert.Contains("KR:Lee Nak-yon trilateral-cooperation for", words);
        Assert.DoesNotContain(words, w => w.StartsWith("KR:Cho", StringComparison.Ordinal));
    }

    [Fact]
    public void A_resolution_that_urges_is_the_position_of_those_who_adopted_it()
    {
        Assert.Equal(["US keep-pact for"], StanceBench.Gsomia.Words("The U.S. Senate adopted a resolution on Thursday that urged Seoul to stay in GSOMIA."));
    }

    [Fact]
    public void An_official_close_to_somebody_is_not_he()
    {
        var words = StanceBench.Gsomia.Words("President Moon Jae-in was silent. An official close to him said Japan must withdraw its export curbs.");

        Assert.Contains("KR export-curbs against", words);
        Assert.DoesNotContain("KR:Moon Jae-in export-curbs against", words);
    }

    [Theory]
    [InlineData("Foreign Minister Niels Falk and Swedish Defense Minister Lena Brandt agreed on Monday that the treaty must be kept.", "DK:Niels Falk treaty for", "SE:Lena Brandt treaty for")]
    [InlineData("Niels Falk, the foreign minister, and Lena Brandt called for an end to the duties on Monday.", "DK:Niels Falk duties against", "SE:Lena Brandt duties against")]
    [InlineData("Foreign Minister Niels Falk agreed with his counterpart, Uwe Harms, to keep the treaty.", "DE:Uwe Harms treaty for", "DK:Niels Falk treaty for")]
    [InlineData("Foreign Minister Niels Falk met Lena Brandt, his spokeswoman Ida Holt said. The two agreed that the treaty must be kept.", "DK:Niels Falk treaty for", "SE:Lena Brandt treaty for")]
    public void Those_who_say_so_together_hold_it_each(string text, params string[] expected)
    {
        Assert.Equal(expected, StanceBench.Belt.Words(text));
    }

    [Theory]
    [InlineData("After he met Lena Brandt, Niels Falk called for an end to the duties.")]
    [InlineData("Asked about Lena Brandt, Niels Falk called for an end to the duties.")]
    public void Whoever_is_only_named_before_holds_nothing(string text)
    {
        Assert.Equal(["DK:Niels Falk duties against"], StanceBench.Belt.Words(text));
    }
}

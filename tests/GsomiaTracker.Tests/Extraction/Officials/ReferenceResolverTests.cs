using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Officials;

public sealed class ReferenceResolverTests
{
    private const string Two = "Norwegian Defense Minister Kari Holm met Danish Foreign Minister Lars Krogh in Oslo on Monday.";

    [Theory]
    [InlineData(" Holm said nothing.", "Holm said", "Kari Holm")]
    [InlineData(" The foreign minister smiled.", "The foreign minister", "Lars Krogh")]
    [InlineData(" The Norwegian minister smiled.", "The Norwegian minister", "Kari Holm")]
    [InlineData(" The defense chief smiled.", "The defense chief", "Kari Holm")]
    [InlineData(" The Danish top diplomat smiled.", "top diplomat", "Lars Krogh")]
    public void A_name_or_a_title_finds_its_person(string sentence, string words, string name)
    {
        Assert.Equal(name, new PlainText(Two + sentence).Who(words)?.Name);
    }

    [Fact]
    public void He_is_the_subject_of_the_sentence_before()
    {
        Assert.Equal("Lars Krogh", new PlainText("Danish Foreign Minister Lars Krogh spoke for an hour. He then left.").Who("He")?.Name);
    }

    [Fact]
    public void She_is_not_a_man()
    {
        var text = new PlainText("Spokeswoman Ann Dale of the Danish foreign ministry stood beside spokesman Carl Berg. She smiled.");
        Assert.Equal("Ann Dale", text.Who("She")?.Name);
    }

    [Fact]
    public void Two_bearers_of_one_family_name_are_told_apart_by_their_posts()
    {
        var text = new PlainText("Danish Foreign Minister Lars Krogh and Danish Trade Minister Nina Krogh arrived. Foreign Minister Krogh spoke first.");
        Assert.Equal("Lars Krogh", text.Who("Foreign Minister Krogh")?.Name);
    }

    [Theory]
    [InlineData("Oslo rejected the demand.", "Oslo", "NO", ReferentKind.State)]
    [InlineData("The Danish foreign ministry rejected the demand.", "foreign ministry", "DK", ReferentKind.Body)]
    [InlineData("Norway's government rejected the demand.", "government", "NO", ReferentKind.Body)]
    [InlineData("A senior Danish official rejected the demand.", "official", "DK", ReferentKind.Unnamed)]
    [InlineData("The Danish side rejected the demand.", "side", "DK", ReferentKind.State)]
    public void States_bodies_and_the_unnamed_have_their_country(string text, string words, string country, ReferentKind kind)
    {
        var who = new PlainText(text).Who(words);
        Assert.Equal((country, kind), (who?.Country, who?.Kind));
    }

    [Fact]
    public void A_capital_is_a_place_where_something_happens_in_it()
    {
        Assert.Null(new PlainText("The talks were held in Oslo.").Who("Oslo"));
    }

    [Fact]
    public void The_two_sides_are_the_two_states_named_last()
    {
        var who = new PlainText("Norway and Denmark quarreled over fish. The two sides will meet.").Who("sides");
        Assert.Equal(["DK", "NO"], who!.Members.Select(m => m.Country).Order());
    }

    [Fact]
    public void Coordinated_names_are_a_group()
    {
        var text = new PlainText("Norway and Denmark agreed to talk.");
        Assert.Equal(["NO", "DK"], text.Who("Norway")!.Each.Select(m => m.Country));
    }

    [Fact]
    public void Defense_chiefs_of_two_states_are_their_ministers()
    {
        var text = new PlainText("Norwegian Defense Minister Kari Holm came late. The defense chiefs of Norway and Denmark then sat down.");
        Assert.Equal(["Kari Holm", null], text.Who("chiefs")!.Members.Select(m => m.Name));
    }
}

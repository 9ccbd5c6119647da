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

    [Theory]
    [InlineData("U.S. Assistant Secretary of State David Stillwel landed on Tuesday.", "David Stillwel", "david-stilwell")]
    [InlineData("U.S. Defense Secretary Mark Essper landed on Tuesday.", "Mark Essper", "mark-esper")]
    [InlineData("U.S. Defense Secretary Mark Asper landed on Tuesday.", "Mark Asper", "mark-asper")]
    public void A_letter_too_many_or_too_few_in_a_full_name_is_still_the_known_official(string text, string words, string id)
    {
        Assert.Equal(id, new PlainText(text).Who(words)?.Official);
    }

    [Theory]
    [InlineData("U.S. Defense Secretary Márk Espér landed on Tuesday.", "Márk Espér", "mark-esper")]
    [InlineData("Japanese Foreign Minister Taro Kōno landed on Tuesday.", "Taro Kōno", "taro-kono")]
    public void Accents_make_no_other_person(string text, string words, string id) => Assert.Equal(id, new PlainText(text).Who(words)?.Official);

    [Fact]
    public void Who_goes_on_under_another_name_of_the_dossier_is_no_second_person()
    {
        var reader = new GsomiaTracker.Extraction.ArticleReader(GsomiaTracker.Domain.Dossiers.DossierFolder.Load(Checkout.File("tests", "dossiers", "vfa")).Value);

        var official = Assert.Single(reader.Read("President Rodrigo Duterte went home on Monday. Digong told reporters he was tired.").Officials);

        Assert.Equal(("rodrigo-duterte", 2), (official.Id, official.Evidence.Count));
    }

    [Theory]
    [InlineData("The guest had just wished Norwegian Defense Minister Kari Holm a long life.")]
    [InlineData("It was something Norwegian Defense Minister Kari Holm said before.")]
    public void A_post_begins_with_no_verb_and_no_pronoun(string text) => Assert.Equal("defense minister", Assert.Single(new PlainText(text).References.Officials).Office);

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

    [Theory]
    [InlineData("Danish Foreign Minister Lars Krogh smiled. A senior official at the ministry said it was over. \"We are done,\" he said.", "he said")]
    [InlineData("Danish Foreign Minister Lars Krogh smiled. \"We are done,\" said the president of a toy maker in Odense.", "president")]
    public void Somebody_unnamed_is_not_whoever_was_named_last(string text, string words)
    {
        var who = new PlainText(text).Who(words.Split(' ')[0], 0);
        Assert.Null(who?.Name);
    }

    [Fact]
    public void The_former_minister_is_still_he()
    {
        var text = new PlainText("Danish Foreign Minister Lars Krogh smiled. The old soldier had not forgotten the embassy. He said it was over.");
        Assert.Equal("Lars Krogh", text.Who("He said".Split(' ')[0])?.Name);
    }

    [Fact]
    public void An_embassy_is_the_senders_not_the_hosts()
    {
        var text = new PlainText("The Danish embassy in Oslo was closed. The embassy in Oslo gave no reason. An embassy official smiled.");
        Assert.Equal("DK", text.Who("embassy", 0)?.Country);
        Assert.Equal("DK", text.Who("embassy", 1)?.Country);
        Assert.Equal("DK", text.Who("official")?.Country);
        Assert.NotEqual("NO", new PlainText("The embassy in Oslo gave no reason.").Who("embassy")?.Country);
    }

    [Fact]
    public void The_three_sides_are_the_three_that_were_named_together()
    {
        var who = new PlainText("Norway, Denmark and Latvia met on Monday. A Russian ship passed. The three sides will meet again.").Who("sides");
        Assert.Equal(["DK", "LV", "NO"], who!.Members.Select(m => m.Country).Order());
    }

    [Fact]
    public void The_two_sides_may_be_others_than_the_dossiers()
    {
        var who = new PlainText("South Korea and Japan are at odds. Norway and Denmark quarreled over fish. The two sides will meet.").Who("sides");
        Assert.Equal(["DK", "NO"], who!.Members.Select(m => m.Country).Order());
    }

    [Fact]
    public void Whoever_speaks_for_an_official_serves_whom_he_serves()
    {
        var named = new PlainText("Danish Foreign Minister Lars Krogh was away. His spokeswoman, Nina Falk, said he would return.").References.Officials;
        Assert.Contains(named, o => o is { Name: "Nina Falk", Country: "DK", Office: "spokeswoman" });
    }

    [Fact]
    public void A_counterpart_holds_the_post_that_the_text_names()
    {
        var named = new PlainText("Norwegian Fisheries Minister Kari Holm met her Icelandic counterpart, Jon Arnason, in Oslo.").References.Officials;
        Assert.Contains(named, o => o is { Name: "Jon Arnason", Country: "IS", Office: "fisheries minister" });
    }
}

using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Wire;

/// <summary>A wire in capitals has the paragraphs of the same wire in small letters.</summary>
public sealed class CapitalsTests
{
    private const string Story = """
        Envoys fail to agree on islets

        OSLO, Nov. 14 (Reuters) - The envoys of both countries parted on Thursday without an agreement on the islets, the ministry said.

        They will meet again on the 22nd, a day before the accord of 2016 runs out, if nothing comes between them.
        """;

    [Theory]
    [InlineData(Story, false)]
    [InlineData(Story, true)]
    public void A_wire_in_capitals_has_its_paragraphs(string story, bool capitals)
    {
        var wire = WireDesk.Open(capitals ? story.ToUpperInvariant() : story, TestDossier.Gsomia);
        Assert.Equal(2, wire.Paragraphs.Count(p => p.Role == ParagraphRole.Body));
        Assert.Equal(new DateOnly(2019, 11, 14), wire.Header.Dateline?.Date);
    }

    [Fact]
    public void A_title_below_the_headline_is_its_deck_and_a_bracketed_update_is_a_take()
    {
        const string Page = "The Oslo Herald\n\n(Update 2) First talks over islets end without any progress\nEnvoys say second round of talks in Bergen due by Nov. 30\n\nBy Tom Barrow\nNov 14, 2019 - 18:21\n\n"
            + "The first round of talks in Bergen ended on Thursday, and envoys said a second round was due by Nov. 30 at the latest.\n";
        var header = WireDesk.Open(Page, TestDossier.Gsomia).Header;
        Assert.Equal("First talks over islets end without any progress", header.Headline);
        Assert.Equal(2, header.Revision);
    }

    [Fact]
    public void A_shouting_headline_is_no_prose() =>
        Assert.DoesNotContain(WireDesk.Open("ENVOYS FAIL TO AGREE ON ISLETS\n\nThe envoys parted on Thursday without an agreement, the ministry said.", TestDossier.Gsomia).Paragraphs, p => p is { Role: ParagraphRole.Body, Span.Start: 0 });
}

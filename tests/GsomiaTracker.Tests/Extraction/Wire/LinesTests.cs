using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Wire;

/// <summary>Single lines that are taken for what they only look like.</summary>
public sealed class LinesTests
{
    [Theory]
    [InlineData("In April the alliance decided to follow US President Ann Berg, who wants the boats back by autumn.")]
    [InlineData("The premier asked the ally to send US troops to the islets before the winter sets in.")]
    [InlineData("The two premiers agreed to join our neighbors in the bay and to leave the rest for later.")]
    [InlineData("The union called for a redistribution of the catch among the five villages of the bay.")]
    [InlineData("The accord expires on February 5, 2020.")]
    [InlineData("The two sides signed it on Nov. 23, 2016.")]
    public void What_is_told_is_no_furniture_and_no_stamp(string sentence)
    {
        var wire = Open($"Envoys meet over islets\n\nOSLO, Nov. 14 (AP) -- The envoys of both countries met for an hour on Thursday, the ministry said.\n\n{sentence}\n");
        Assert.Contains(wire.Paragraphs, p => p.Role == ParagraphRole.Body && p.Span.Length == sentence.Length);
        Assert.Equal("2019-11-14", wire.Header.Published?.ToString());
    }

    [Theory]
    [InlineData("Follow us for more on the islets and the bay.")]
    [InlineData("Republication or redistribution of this piece is not allowed.")]
    [InlineData("Published on Nov. 14, 2019.")]
    public void What_pages_say_of_themselves_is_no_story(string line) =>
        Assert.DoesNotContain(
            Open($"Envoys meet over islets\n\nOSLO, Nov. 14 (AP) -- The envoys of both countries met for an hour on Thursday, the ministry said.\n\n{line}\n").Paragraphs,
            p => p.Role == ParagraphRole.Body && p.Span.Length == line.Length);

    [Theory]
    [InlineData("ISLAMABAD: The envoys of both countries met for an hour on Thursday, the ministry of the sea said.", "Islamabad")]
    [InlineData("EXCLUSIVE: The envoys of both countries met for an hour on Thursday, the ministry of the sea said.", null)]
    [InlineData("LEFKOSA, Northern Cyprus\n\nThe envoys of both countries met for an hour on Thursday, the ministry of the sea said.", "Lefkosa")]
    public void A_city_before_a_colon_or_alone_with_its_land_is_a_dateline(string story, string? place) =>
        Assert.Equal(place, Open($"Envoys meet over islets\n\nNov. 14, 2019\n\n{story}\n").Header.Dateline?.Place);

    [Theory]
    [InlineData("Ann Berg Diplomatic correspondent, and Tom Barrow in Oslo", "Ann Berg;Tom Barrow")]
    [InlineData("Ann Berg and Tom Barrow   |14.11.2019", "Ann Berg;Tom Barrow")]
    [InlineData("Peace Talks in Oslo", "")]
    public void Reporters_stand_in_their_line_without_by(string line, string names) =>
        Assert.Equal(names, string.Join(';', Open($"Envoys meet over islets\n\n{line}\nThu 14 Nov 2019\n\nThe envoys of both countries met for an hour on Thursday, the ministry of the sea said.\n").Header.Byline));

    private static WireText Open(string text) => WireDesk.Open(text, TestDossier.Gsomia);
}

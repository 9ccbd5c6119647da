using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Dates;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Dates;

/// <summary>References to times that no calendar holds, with the value TIMEX3 gives them.</summary>
public sealed class VagueFinderTests
{
    [Theory]
    [InlineData("Ties have soured in recent years.", "in recent years", "PAST_REF")]
    [InlineData("The envoy currently lives in Oslo.", "currently", "PRESENT_REF")]
    [InlineData("They may talk in the near future.", "in the near future", "FUTURE_REF")]
    public void A_reference_has_no_days_but_a_value(string sentence, string words, string value)
    {
        var found = Assert.Single(Find(sentence));
        Assert.Equal((words, value, null), (found.Words.Words, found.Value, found.Days));
    }

    [Theory]
    [InlineData("The soon-to-open hall was empty.")]
    [InlineData("Officials met on Monday.")]
    public void Parts_of_other_words_and_days_are_none(string sentence) => Assert.Empty(Find(sentence));

    private static IReadOnlyList<DatedExpression> Find(string text)
    {
        var header = new ReadingHeader(null, null, null, null, [], null, null, PublishedHow.Unknown, "");
        var wire = new WireText(text, false, header, [new WireParagraph(new TextSpan(0, text.Length), ParagraphRole.Body)], []);
        return VagueFinder.Find(Document.Open(wire, TestDossier.Gsomia, SyntaxParser.Load(), null));
    }
}

using System.Diagnostics;
using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Extraction.Wire.Html;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Wire.Html;

public sealed class HtmlArticleTests
{
    private const string Page = """
        <!DOCTYPE html><html><head><title>Ferry returns - The Harbor Post</title>
        <meta property="og:title" content="Ferry returns to Busan">
        <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-10-12T11:03:00+09:00","author":{"name":"Park Min-jun"},"publisher":{"name":"The Korea Times"}}</script>
        <style>p { color: red }</style></head><body>
        <nav><ul><li>Home</li><li>Politics</li></ul></nav>
        <h1>Ferry returns to Busan</h1>
        <p>A ferry that had not crossed the strait for two months returned to Busan&nbsp;on Saturday,
        to the cheers of a crowd &amp; a choir.</p><p>It carried 212 passengers.<br>They sang on the pier for an hour or so.</p>
        <script>var a = "<p>not text</p>";</script><footer>Copyright</footer></body></html>
        """;

    [Fact]
    public void A_page_becomes_text_without_markup_scripts_or_menus()
    {
        var wire = WireDesk.Open(Page, TestDossier.Gsomia);

        Assert.True(wire.Flattened);
        Assert.DoesNotContain('<', wire.Text);
        Assert.DoesNotContain("not text", wire.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Politics", wire.Text, StringComparison.Ordinal);
        Assert.Contains("cheers of a crowd & a choir.\n\nIt carried", wire.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_markup_fills_in_what_the_text_does_not_say()
    {
        var header = WireDesk.Open(Page, TestDossier.Gsomia).Header;

        Assert.Equal("Ferry returns to Busan", header.Headline);
        Assert.Equal("2019-10-12T11:03+09:00", header.Published?.ToString());
        Assert.Equal(["Park Min-jun"], header.Byline);
        Assert.Equal("Korea Times", header.Agency);
    }

    [Fact]
    public void A_text_that_only_speaks_of_tags_is_no_page() =>
        Assert.False(HtmlArticle.IsHtml("The <p> tag was first named by the ministers in a note of 1993."));

    [Theory]
    [InlineData("HTML nested")]
    [InlineData("HTML unclosed")]
    [InlineData("HTML entities")]
    [InlineData("HTML comments")]
    public void Hostile_markup_of_1_MiB_is_flattened_within_two_seconds(string name)
    {
        var text = Nasty.Texts(1 << 20).Single(t => t.Name == name).Text;
        var clock = Stopwatch.StartNew();

        HtmlArticle.Read(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }
}

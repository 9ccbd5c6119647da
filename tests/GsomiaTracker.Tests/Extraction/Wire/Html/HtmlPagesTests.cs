using GsomiaTracker.Extraction.Wire.Html;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Wire.Html;

/// <summary>
/// Pages as the world's systems make them, in our own sentences (<c>Pages/NAME.html</c>), and what their articles are (<c>NAME.txt</c>: facts, "===", the text; the fact "missed" names what is known not to come out right).
/// </summary>
public sealed class HtmlPagesTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "GsomiaTracker.Tests", "Extraction", "Wire", "Html", "Pages");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_article_is_told_from_the_page(string page)
    {
        var whole = File.ReadAllText(Path.Combine(Folder, page + ".txt")).ReplaceLineEndings("\n");
        var cut = whole.IndexOf("===\n", StringComparison.Ordinal);

        var article = HtmlArticle.Read(File.ReadAllText(Path.Combine(Folder, page + ".html")));

        var facts = whole[..cut].TrimEnd().Split('\n').Select(l => l.Split('\t')).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
        var missed = facts.GetValueOrDefault("missed", "").Split(' ');
        Held("title", facts["title"], article.Title);
        Held("author", facts["author"], article.Author);
        Held("published", facts["published"], article.Published?.ToString());
        Held("body", whole[(cut + 4)..].TrimEnd(), article.Body);

        void Held(string what, string right, string? read)
        {
            if (missed.Contains(what))
            {
                Assert.NotEqual(right, read ?? "");
            }
            else
            {
                Assert.Equal(right, read ?? "");
            }
        }
    }

    [Fact]
    public void Captions_are_told_apart()
    {
        var article = HtmlArticle.Read(File.ReadAllText(Path.Combine(Folder, "captions-quotes.html")));

        Assert.Contains(article.Blocks, b => b.Kind == HtmlBlockKind.Caption && b.Text.StartsWith("A nurse takes blood", StringComparison.Ordinal));
        Assert.DoesNotContain("A nurse takes blood", article.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("also-read", "The first container ship is expected on the second of the month, a council leader said.")]
    [InlineData("spanish", "El primer barco llegará el día dos, según el consejo.")]
    public void A_standfirst_is_read_and_told_apart(string page, string words)
    {
        var article = HtmlArticle.Read(File.ReadAllText(Path.Combine(Folder, page + ".html")));

        Assert.Equal([words], article.Blocks.Where(b => b.Kind == HtmlBlockKind.Standfirst).Select(b => b.Text));
        Assert.DoesNotContain(words, article.Body, StringComparison.Ordinal);
        Assert.Contains(words, article.Flat().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_a_dateline_the_standfirst_is_no_part_of_the_story()
    {
        const string Page = "<!DOCTYPE html><html><head><title>Ministers meet in Seoul</title></head><body><h1>Ministers meet in Seoul</h1><p class=\"deck\">They speak of the pact, and agree on little.</p><p>By Kim Da-som</p><p>SEOUL, Nov. 17 (Yonhap) -- The ministers of both countries met in Seoul on Sunday to speak of the pact that ends on Friday.</p><p>They agreed to meet again within the week, officials said after the talks.</p></body></html>";
        var article = HtmlArticle.Read(Page);

        Assert.Equal("They speak of the pact, and agree on little.", article.Blocks[0].Text);
        Assert.Equal(HtmlBlockKind.Standfirst, article.Blocks[0].Kind);
    }
}

using GsomiaTracker.Extraction.Wire.Html;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Wire.Html;

/// <summary>
/// Pages as the world's systems make them, in our own sentences (<c>Pages/NAME.html</c>), and what their articles are (<c>NAME.txt</c>: facts, "===", the text).
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

        Assert.Equal(whole[..cut], $"title\t{article.Title}\nauthor\t{article.Author}\npublished\t{article.Published}\n");
        Assert.Equal(whole[(cut + 4)..].TrimEnd(), article.Body);
    }

    [Fact]
    public void Captions_are_told_apart()
    {
        var article = HtmlArticle.Read(File.ReadAllText(Path.Combine(Folder, "captions-quotes.html")));

        Assert.Contains(article.Blocks, b => b.IsCaption && b.Text.StartsWith("A nurse takes blood", StringComparison.Ordinal));
        Assert.DoesNotContain("A nurse takes blood", article.Body, StringComparison.Ordinal);
    }
}

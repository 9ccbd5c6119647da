using System.Globalization;
using System.Text.RegularExpressions;
using GsomiaTracker.Extraction.Wire.Html;

namespace GsomiaTracker.Benchmarks.Training.Pages;

/// <summary>The same page as another system might have made it: without names that can be read, or without tags that tell anything.</summary>
internal static partial class PageDisguise
{
    /// <summary>Classes and ids as a build step makes them ("x3fa9c1"), no marks of microdata, roles or tests.</summary>
    public static string Hashed(string html) =>
        Marks().Replace(Names().Replace(html, m => $"{m.Groups["a"].Value}={m.Groups["q"].Value}{string.Join(' ', m.Groups["v"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Hash))}{m.Groups["q"].Value}"), "");

    /// <summary>Hashed, and every block but lists, tables and headings a <c>div</c>.</summary>
    public static string Flat(string html) => Telling().Replace(Hashed(html), "<${end}div");

    /// <summary>The element that holds the article is named as what is never one.</summary>
    /// <param name="sample">The page as it is, with what its article is.</param>
    public static HtmlTree Misnamed(string html, PageSample sample)
    {
        var tree = HtmlTree.Parse(html);
        var held = sample.Blocks.Where((_, i) => sample.IsArticle[i]).Select(b => b.At).ToList();
        var letters = sample.Blocks.Where((_, i) => sample.IsArticle[i]).Sum(b => b.Length);
        var at = tree.Nodes.Where(n => !n.IsText && n.Name is "div" or "section" or "article" or "td" && sample.Blocks.Where((b, i) => sample.IsArticle[i] && tree.Nodes[b.At].IsWithin(n)).Sum(b => b.Length) >= 0.9 * letters).LastOrDefault();
        if (at is not null && held.Count > 0)
        {
            var name = _wrong[(int)(sample.Name.Aggregate(2166136261u, (key, c) => (key ^ c) * 16777619u) / 5 % _wrong.Length)];
            at.Attributes = [new("class", name)];
        }

        return tree;
    }

    private static readonly string[] _wrong =
    [
        "widget", "related-content", "sidebar-main", "promo-box", "modal-content", "comment-body", "newsletter-block", "social-wrap", "popular-story", "nav-content", "menu-page", "ad-wrapper", "teaser-list", "gallery-view",
        "footer-top", "recommend-zone",
    ];

    private static string Hash(string name)
    {
        var key = 2166136261u;
        foreach (var c in name)
        {
            key = (key ^ c) * 16777619u;
        }

        return "x" + key.ToString("x8", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""(?<=\s)(?<a>class|id)\s*=\s*(?<q>["'])(?<v>[^"'<>]{0,400})\k<q>""", RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    [GeneratedRegex("""(?<=\s)(?:itemprop|itemtype|role|data-testid|data-component)\s*=\s*(?:"[^"<>]*"|'[^'<>]*')""", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex("""<(?<end>/?)(?:article|section|main|aside|header|footer|nav|figure|figcaption|blockquote|p)(?=[\s>])""", RegexOptions.IgnoreCase)]
    private static partial Regex Telling();
}

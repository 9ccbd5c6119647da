using System.Text.RegularExpressions;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>The way of a page to its article, on one screen.</summary>
internal static partial class PageReader
{
    private const int LongestFact = 300;

    /// <summary>A stated text decides from this share of it being shown on.</summary>
    private const double Shown = 0.8;

    public static HtmlArticle Read(string html)
    {
        var page = new PageLayout(HtmlTree.Parse(html));
        var (tree, facts, blocks, parts, body, title, inBody) = (page.Tree, page.Facts, page.Blocks, page.Parts, page.Body, page.Title, page.InBody);
        var own = BlockChoice.Of(page);
        own = ByStated(own, inBody, blocks, StatedBody.Of(facts.Linked?.Body), parts, out var instead);
        var author = Fact(PageTitle.Author(tree, facts, parts, body, Before(blocks, own)));
        own = WithoutWriter(own, author);
        own.RemoveAll(b => SlideNumber().IsMatch(b.Text));
        var date = PageDate.Find(tree, facts, blocks, body, own, parts, title);
        IReadOnlyList<HtmlBlock> text = instead ?? [.. WithCaptions(own, inBody, parts).Select(b => new HtmlBlock(b.Text, parts.IsCaption(b) ? HtmlBlockKind.Caption : HtmlBlockKind.Text))];
        text = [.. Standfirst.Of(tree, blocks, own, parts, title).Select(b => new HtmlBlock(b.Text, HtmlBlockKind.Standfirst)), .. text];
        return new HtmlArticle(title, author, Fact(facts.Meta("og:site_name") ?? facts.Linked?.Site ?? facts.Meta("application-name")), date?.Time, date?.From ?? "", text);
    }

    /// <summary>Where the page's data give the text, what is shown of it decides; where little of it is shown (the page is made by script), it stands in.</summary>
    private static List<Block> ByStated(List<Block> own, List<Block> inBody, List<Block> all, StatedBody? stated, PageParts parts, out IReadOnlyList<HtmlBlock>? instead)
    {
        instead = null;
        if (stated is null)
        {
            return own;
        }

        var length = own.Sum(b => b.Length);
        var shown = stated.ShownIn(all);
        if (shown < 0.3)
        {
            if (length < stated.Text.Length / 2)
            {
                instead = [.. stated.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => new HtmlBlock(WhiteSpace.Collapsed(t), HtmlBlockKind.Text))];
            }

            return own;
        }

        var confirmed = all.FindAll(b => !parts.IsCaption(b) && stated.Holds(b.Text) >= 0.6);
        if (shown < Shown || confirmed.Sum(b => b.Length) < 0.7 * length)
        {
            return own;
        }

        var ownSet = own.ToHashSet();
        var from = confirmed.Min(b => b.At);
        var to = confirmed.Max(b => b.At);
        var chosen = all.FindAll(b => b.At >= from && b.At <= to && (ownSet.Contains(b) ? stated.Holds(b.Text) is null or >= 0.4 : !parts.IsDropped(b) && !parts.IsCaption(b) && b.IsProse && stated.Holds(b.Text) >= 0.8));
        return chosen.Count == 0 ? own : chosen;
    }

    /// <summary>The blocks before the article, and its first.</summary>
    private static IEnumerable<Block> Before(List<Block> all, List<Block> own)
    {
        var at = own.Count == 0 ? all.Count : all.IndexOf(own[0]);
        return all.Skip(Math.Max(0, at - 10)).Take(Math.Min(at, 10) + 1);
    }

    /// <summary>"Jane Doe covers the harbor ...": what a paper says of its writer below the article.</summary>
    private static List<Block> WithoutWriter(List<Block> own, string? author)
    {
        if (own.Count > 3 && author?.Split(',')[0].Trim() is { Length: > 5 } name && own[^1].Words < 70 && own[^1].Text.TrimStart('•', '*', '—', '-', ' ').StartsWith(name, StringComparison.OrdinalIgnoreCase))
        {
            own.RemoveAt(own.Count - 1);
        }

        return own;
    }

    private static List<Block> WithCaptions(List<Block> own, List<Block> inBody, PageParts parts)
    {
        if (own.Count == 0)
        {
            return own;
        }

        var kept = own.ToHashSet();
        return inBody.FindAll(b => kept.Contains(b) || (parts.IsCaption(b) && !parts.IsElsewhere(b) && b.Words >= 4)) is { } with && with.Count >= own.Count ? with : own;
    }

    internal static string? Fact(string? words) => string.IsNullOrWhiteSpace(words) || words.Length > LongestFact ? null : WhiteSpace.Collapsed(words);

    /// <summary>"3 of 12", "Slide 3/12": which picture of a row it is.</summary>
    [GeneratedRegex(@"^\W?(?:(?:slide|photo|image|picture)\s)?\d{1,3}\s?(?:/|of)\s?\d{1,3}\W?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SlideNumber();
}

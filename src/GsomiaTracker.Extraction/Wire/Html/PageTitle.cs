namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>What a page's article is called, and who wrote it.</summary>
internal static partial class PageTitle
{
    public static string? Of(HtmlTree tree, PageFacts facts, HtmlNode? body, PageParts parts)
    {
        var stated = PageReader.Fact(facts.Meta("og:title", "twitter:title", "title", "dc.title", "sailthru.title", "parsely-title") ?? facts.Linked?.Title);
        stated = stated is null ? null : System.Net.WebUtility.HtmlDecode(stated);
        var page = PageReader.Fact(facts.PageTitle);
        HtmlNode? best = null;
        var bestShared = 0.0;
        foreach (var heading in tree.Nodes.Where(n => n.Name is "h1" or "h2" || (n.Name is "h3" && (parts.KindOf(n) & PartKind.Title) != 0)))
        {
            if (body is not null && heading.Index >= body.End)
            {
                break;
            }

            var words = tree.TextOf(heading);
            var shared = words.Length is < 8 or > 300 ? 0 : Shared(words, stated ?? page ?? "") + (heading.Name == "h1" ? 0.1 : 0);
            if (shared > bestShared)
            {
                (best, bestShared) = (heading, shared);
            }
        }

        return best is not null && bestShared > 0.3 ? tree.TextOf(best) : WithoutSite(stated ?? page, facts.Meta("og:site_name") ?? facts.Linked?.Site) ?? (best is null ? null : tree.TextOf(best));
    }

    public static string? Author(HtmlTree tree, PageFacts facts, PageParts parts, HtmlNode? body, IEnumerable<Block> before)
    {
        if (PageReader.Fact(facts.Linked?.Author ?? facts.Meta("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author")) is { } stated && !stated.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return WithoutBy(stated);
        }

        foreach (var node in tree.Nodes)
        {
            if (body is not null && node.Index >= body.End)
            {
                break;
            }

            if (!node.IsText && ((parts.KindOf(node) & PartKind.Byline) != 0 || node["rel"] == "author") && tree.TextOf(node) is { Length: > 3 and < 120 } words)
            {
                return WithoutBy(words);
            }
        }

        foreach (var line in before.Where(b => b.Length < 300).SelectMany(b => b.Text.Split('\n')))
        {
            if (line.Length < 160 && BylineGrammar.AfterBy(Dated().Replace(line, ""), out _) is { Count: > 0 } names)
            {
                return string.Join(", ", names);
            }
        }

        return null;
    }

    /// <summary>"By Jane Doe on July 4, 2014 @jane": the name alone.</summary>
    private static string? WithoutBy(string words)
    {
        foreach (var by in (ReadOnlySpan<string>)["interview: ", "interview by ", "written by ", "text: ", "by:", "by ", "par ", "von ", "por "])
        {
            words = words.StartsWith(by, StringComparison.OrdinalIgnoreCase) ? words[by.Length..].Trim() : words;
        }

        var end = words.AsSpan().IndexOfAny("@|•·".AsSpan());
        end = end < 0 ? words.Length : end;
        foreach (var stamp in StampText.All(words, monthFirst: true))
        {
            end = Math.Min(end, stamp.Start);
        }

        words = words[..end].TrimEnd();
        if (For().Match(words) is { Success: true } outlet)
        {
            words = words[..outlet.Index];
        }

        words = words.EndsWith(" on", StringComparison.OrdinalIgnoreCase) ? words[..^3] : words;
        words = words.TrimEnd(' ', ',', '-', '–', '—', ';', ':');
        return words.Length < 3 || words.AsSpan().ContainsAnyInRange('0', '9') ? null : words;
    }

    /// <summary>"Headline | Outlet", "Headline - Outlet".</summary>
    private static string? WithoutSite(string? title, string? site)
    {
        if (title is null)
        {
            return null;
        }

        // "Headline：Outlet", "Headline_Outlet".
        var wide = title.LastIndexOfAny(['：', '_', '｜']);
        if (wide > 3 && wide * 2 > title.Length && title.Length - wide <= 8)
        {
            return title[..wide];
        }

        var bar = Math.Max(title.LastIndexOf(" | ", StringComparison.Ordinal), Math.Max(title.LastIndexOf(" - ", StringComparison.Ordinal), title.LastIndexOf(" – ", StringComparison.Ordinal)));
        if (bar < 12)
        {
            return title;
        }

        var rest = title[(bar + 3)..];
        return Outlets.Named(rest) is not null || (site is not null && rest.Contains(site, StringComparison.OrdinalIgnoreCase)) || rest.Split(' ').Length <= 4 ? title[..bar] : title;
    }

    /// <summary>"Jane Doe for The Courier", "tramlover » Tue".</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"\s(?:[Ff]or (?:The )?\p{Lu}|»|\\).*$", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex For();

    /// <summary>What runs on after a name where boxes stand side by side: "By Jane Doe Published 6:00 a.m.", "Text by Jane Doe. Photographs by ...".</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"^(?:Words|Text|Story) (?=by )|[.,|•·\s]+(?:(?:First |Last )?(?:Published|Posted|Updated)\b|Photo(?:graph)?s? by ).*$", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Dated();

    /// <summary>How alike two titles are, 0 to 1: nothing where most words of the first are not in the second.</summary>
    private static double Shared(string words, string others)
    {
        var own = Cut(words);
        var theirs = Cut(others).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var both = own.Count(theirs.Contains);
        return both == 0 || both < 0.6 * own.Length ? 0 : 2.0 * both / (own.Length + theirs.Count);
    }

    private static string[] Cut(string words) => words.Split([' ', ',', '.', ':', ';', '\'', '"', '‘', '’', '“', '”', '-', '|', '–', '—', '?', '!'], StringSplitOptions.RemoveEmptyEntries);
}

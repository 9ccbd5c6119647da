using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>The times that a page's markup tells: elements marked as the date of publication (microdata, RDFa), then times by the headline, then attributes made for scripts.</summary>
internal static class MarkedDates
{
    private const int LongestLine = 200;

    /// <summary>Nodes past the article's last block where its own times may still stand.</summary>
    private const int FarPast = 400;
    private const int MostTimes = 3;

    private static readonly string[] _marks = [.. LexiconFile.Rows("wire/pagedates.tsv").Where(r => r[0] == "mark").Select(r => r[1])];

    /// <param name="updated">Takes what is marked as a time of change.</param>
    /// <param name="article">Index of the article's first text node and of its last.</param>
    /// <param name="title">Its title: a time above the headline may be the page's clock.</param>
    /// <returns>The surest first.</returns>
    public static List<FoundDate> Of(HtmlTree tree, PageParts parts, List<FoundDate> updated, (int First, int Last) article, string? title, bool monthFirst)
    {
        var (first, last) = article;
        var headline = title is null ? -1 : Headline.Before(tree, first, title);
        var above = new List<FoundDate>();
        var own = new List<FoundDate>();
        var others = new List<FoundDate>();
        var times = new List<FoundDate>();
        var data = new List<FoundDate>();
        foreach (var node in tree.Nodes)
        {
            if (node.IsText || node.Name is "meta" && node["itemprop"] is null)
            {
                continue;
            }

            if (node["itemprop"] is not null && InComment(node))
            {
                continue;
            }

            var sure = IsMarked(node["itemprop"]) || (node.Name != "meta" && IsMarked(node["property"])) || node["pubdate"] is not null;
            if (!sure && node.Name != "time" && !(node.Name is "abbr" or "span" or "a" or "div" or "p" && Stamped(node)))
            {
                if (data.Count == 0 && node.Attributes.Count > 0 && node.Index <= last + FarPast && ForScripts(node) is { } words && !IsModified(node) && !IsElsewhere(node, parts, first) && StampText.Find(words, monthFirst) is { } dated)
                {
                    data.Add(new FoundDate(dated.Time, $"{node.Name}: {words}"));
                }

                continue;
            }

            if (!sure && IsModified(node) && node.Name != "time" && StampText.Find(node["title"] ?? node["datetime"] ?? "", monthFirst) is { } changed)
            {
                updated.Add(new FoundDate(changed.Time, $"{node.Name}: {node["title"] ?? node["datetime"]}"));
            }

            if (!sure && (IsModified(node) || node.Index > last + FarPast || (node.Index > first && node.Index < last && parts.IsDropped(node)) || IsElsewhere(node, parts, first)))
            {
                continue;
            }

            var text = node["datetime"] ?? node["content"] ?? node["title"];
            text = text is not null && StampText.Find(text, monthFirst) is not null ? text : tree.TextOf(node);
            if (text.Length < LongestLine && StampText.Find(text, monthFirst) is { } stamp)
            {
                (!sure ? (node.Index < headline ? above : times) : IsOfAnother(node, first) ? others : own).Add(new FoundDate(stamp.Time, $"{node.Name}: {text}"));
            }
        }

        return [.. own, .. others, .. times.Take(MostTimes), .. above.Take(MostTimes), .. data];
    }

    /// <summary>An attribute that shows a whole date where the words may not.</summary>
    private static bool Stamped(HtmlNode node) => (node["title"] ?? node["datetime"]) is { Length: >= 10 and < 40 } title && (node.Name == "abbr" || (char.IsAsciiDigit(title[0]) && char.IsAsciiDigit(title[3]) && title[4] == '-'));

    /// <summary>What an attribute made for scripts says: data-published, data-datetime, data-timestamp.</summary>
    private static string? ForScripts(HtmlNode node)
    {
        foreach (var (name, value) in node.Attributes)
        {
            if (name.StartsWith("data-", StringComparison.Ordinal) && value.Length is >= 8 and <= 40 && char.IsAsciiDigit(value[0])
                && (name.Contains("date", StringComparison.Ordinal) || name.Contains("time", StringComparison.Ordinal) || name.Contains("publish", StringComparison.Ordinal))
                && !name.Contains("update", StringComparison.Ordinal) && !name.Contains("modif", StringComparison.Ordinal) && !name.Contains("end", StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Microdata and RDFa: "datePublished", "dc:date dc:created", "schema:dateCreated".</summary>
    private static bool IsMarked(string? property) => property is not null && _marks.Any(m => property.Contains(m, StringComparison.OrdinalIgnoreCase));

    /// <summary>Microdata of what a reader wrote.</summary>
    private static bool InComment(HtmlNode node)
    {
        var up = node.Parent;
        while (up is not null && up["itemscope"] is null)
        {
            up = up.Parent;
        }

        return up?["itemtype"] is { } type && type.EndsWith("Comment", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Microdata of an item that the article's text does not stand in: a box of another story.</summary>
    private static bool IsOfAnother(HtmlNode node, int first)
    {
        for (var up = node.Parent; up is not null; up = up.Parent)
        {
            if (up["itemscope"] is not null)
            {
                return first < up.Index || first >= up.End;
            }
        }

        return false;
    }

    /// <summary>A time inside a box of other stories; the foot of the article itself is none.</summary>
    private static bool IsElsewhere(HtmlNode node, PageParts parts, int first)
    {
        for (var up = node.Parent; up is not null; up = up.Parent)
        {
            if (up is { Name: "footer", Parent: { Name: "article" } whole } && first >= whole.Index && first < whole.End)
            {
                return false;
            }

            if (up.Name is "nav" or "aside" or "footer" || (up.Name == "li" && parts.HasLink(up)) || (parts.KindOf(up) & PartKind.Never) != 0 && (parts.KindOf(up) & PartKind.Byline) == 0 && parts.IsDropped(up) && !IsHead(up))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHead(HtmlNode node) => node["class"] is { } names && (names.Contains("meta", StringComparison.OrdinalIgnoreCase) || names.Contains("head", StringComparison.OrdinalIgnoreCase) || names.Contains("byline", StringComparison.OrdinalIgnoreCase));

    private static bool IsModified(HtmlNode node)
    {
        var up = node;
        for (var i = 0; i < 2 && up is not null; i++, up = up.Parent)
        {
            foreach (var attribute in (ReadOnlySpan<string>)["class", "itemprop", "id", "data-type"])
            {
                if (up[attribute] is { } names && (names.Contains("updated", StringComparison.OrdinalIgnoreCase) || names.Contains("modified", StringComparison.OrdinalIgnoreCase)) && !names.Contains("published", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

using System.Collections.Frozen;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>A publication time, and where on the page it stands, in its own words.</summary>
internal sealed record FoundDate(PublicationTime Time, string From);

/// <summary>
/// When a page's article was published: as its data say (JSON-LD, meta tags, marked elements), else as the lines by the headline say, else by its address; a time of
/// modification only where there is nothing else. What is only a day is completed to the minute by what else the page says of that day.
/// </summary>
internal static class PageDate
{
    private const int BlocksRound = 10;
    private const int LongestLine = 200;

    private static readonly string[] _published = Labels("label published");
    private static readonly string[] _updated = Labels("label updated");
    private static readonly FrozenSet<string> _monthFirst = new[] { "", "en", "en-us", "en_us", "en-ph" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private enum Told { Published, Unlabelled, Updated }

    public static FoundDate? Find(HtmlTree tree, PageFacts facts, IReadOnlyList<Block> blocks, HtmlNode? body, IReadOnlyList<Block> own, PageParts parts)
    {
        var monthFirst = _monthFirst.Contains(facts.Language?.Trim() ?? "") || (facts.Meta("og:locale") is { } locale && _monthFirst.Contains(locale));
        var candidates = new List<FoundDate>();
        void Add(string where, string? words)
        {
            if (words is not null && StampText.Find(words, monthFirst) is { } stamp)
            {
                candidates.Add(new FoundDate(stamp.Time, $"{where}: {words.Trim()}"));
            }
        }

        if (facts.Linked is { Rank: >= 20 } linked)
        {
            Add("datePublished", linked.Published);
        }

        foreach (var (key, value) in facts.Dates("published"))
        {
            Add(key, value);
        }

        var (first, last) = own.Count > 0 ? (own[0].At, own[^1].At) : (tree.Nodes.Count, tree.Nodes.Count);
        Marked(tree, parts, candidates, first, last, monthFirst);
        Add("dateCreated", facts.Linked?.Created);
        candidates.AddRange(Lines(tree, blocks, first, last, monthFirst, out var updated));
        foreach (var address in (ReadOnlySpan<string?>)[facts.Canonical, facts.Meta("og:url"), facts.Linked?.Address])
        {
            if (StampText.InAddress(address) is { } day)
            {
                candidates.Add(new FoundDate(new PublicationTime(day), $"address: {address}"));
                break;
            }
        }

        foreach (var (key, value) in facts.Dates("day"))
        {
            Add(key, value);
        }

        Add("datePublished", facts.Linked?.Published);
        if (candidates.Count == 0)
        {
            candidates.AddRange(updated);
            Add("dateModified", facts.Linked?.Modified);
            foreach (var (key, value) in facts.Dates("modified"))
            {
                Add(key, value);
            }
        }

        return candidates.Count == 0 ? null : ToTheMinute(candidates);
    }

    private static FoundDate ToTheMinute(List<FoundDate> candidates)
    {
        var first = candidates[0];
        if (first.Time.Time is null)
        {
            return candidates.Find(c => c.Time.Day == first.Time.Day && c.Time is { Time: not null, Offset: not null }) ?? candidates.Find(c => c.Time.Day == first.Time.Day && c.Time.Time is not null) ?? first;
        }

        return first.Time.Offset is null && candidates.Find(c => c.Time.Day == first.Time.Day && c.Time.Time == first.Time.Time && c.Time.Offset is not null) is { } exact ? exact : first;
    }

    /// <summary>Elements marked as the date of publication, then times by the headline.</summary>
    private static void Marked(HtmlTree tree, PageParts parts, List<FoundDate> candidates, int first, int last, bool monthFirst)
    {
        var times = new List<FoundDate>();
        foreach (var node in tree.Nodes)
        {
            if (node.IsText || node.Name is "meta" && node["itemprop"] is null)
            {
                continue;
            }

            var sure = (node["itemprop"] is { } property && (property.Contains("datePublished", StringComparison.OrdinalIgnoreCase) || property.Contains("dateCreated", StringComparison.OrdinalIgnoreCase))) || node["pubdate"] is not null;
            if (!sure && node.Name != "time")
            {
                continue;
            }

            if (!sure && (IsModified(node) || node.Index > last + 400 || (node.Index > first && node.Index < last && parts.IsDropped(node)) || IsElsewhere(node, parts)))
            {
                continue;
            }

            var words = node["datetime"] ?? node["content"] ?? node["title"];
            words = words is not null && StampText.Find(words, monthFirst) is not null ? words : tree.TextOf(node);
            if (words.Length < LongestLine && StampText.Find(words, monthFirst) is { } stamp)
            {
                (sure ? candidates : times).Add(new FoundDate(stamp.Time, $"{node.Name}: {words}"));
            }
        }

        candidates.AddRange(times.Take(3));
    }

    /// <summary>A time inside a box of other stories.</summary>
    private static bool IsElsewhere(HtmlNode node, PageParts parts)
    {
        for (var up = node.Parent; up is not null; up = up.Parent)
        {
            if (up.Name is "nav" or "aside" or "footer" or "li" || (parts.KindOf(up) & PartKind.Never) != 0 && (parts.KindOf(up) & PartKind.Byline) == 0 && parts.IsDropped(up) && !IsHead(up))
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

    /// <summary>Stamps in the short lines before and right after the article: those that say published, then those that say nothing.</summary>
    private static List<FoundDate> Lines(HtmlTree tree, IReadOnlyList<Block> blocks, int first, int last, bool monthFirst, out List<FoundDate> updated)
    {
        var told = new List<(Told Told, bool After, FoundDate Date)>();
        var start = 0;
        while (start < blocks.Count && blocks[start].At < first)
        {
            start++;
        }

        var end = start;
        while (end < blocks.Count && blocks[end].At <= last)
        {
            end++;
        }

        for (var i = start - 1; i >= 0 && i >= start - (2 * BlocksRound); i--)
        {
            Read(blocks[i], start - i <= BlocksRound, false);
        }

        for (var i = start; i < Math.Min(end, start + 2); i++)
        {
            Read(blocks[i], false, false);
        }

        for (var i = end; i < blocks.Count && i < end + BlocksRound; i++)
        {
            Read(blocks[i], false, true);
        }

        updated = [.. told.Where(t => t.Told == Told.Updated).Select(t => t.Date)];
        return [.. told.Where(t => t.Told != Told.Updated).OrderBy(t => t.After).ThenBy(t => t.Told).Select(t => t.Date)];

        void Read(Block block, bool near, bool after)
        {
            if (block.Length > LongestLine || InList(block.Holder))
            {
                return;
            }

            var from = 0;
            foreach (var stamp in StampText.All(block.Text, monthFirst).OrderBy(s => s.Start))
            {
                var before = block.Text[from..Math.Max(from, stamp.Start)];
                from = stamp.End;
                var kind = LabelOf(before);
                if (kind == Told.Published || near || kind == Told.Updated)
                {
                    told.Add((kind, after, new FoundDate(stamp.Time, $"line: {block.Text.Replace('\n', ' ')}")));
                }
            }
        }
    }

    private static bool InList(HtmlNode node)
    {
        for (var up = node; up is not null; up = up.Parent)
        {
            if (up.Name is "nav" or "footer" or "aside")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last label before a stamp.</summary>
    private static Told LabelOf(string before)
    {
        int published = Last(before, _published), updated = Last(before, _updated);
        return published < 0 && updated < 0 ? Told.Unlabelled : updated > published ? Told.Updated : Told.Published;
    }

    private static int Last(string words, string[] labels)
    {
        var last = -1;
        foreach (var label in labels)
        {
            var at = words.LastIndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at > last && (at == 0 || !char.IsAsciiLetter(words[at - 1])) && (at + label.Length == words.Length || !char.IsAsciiLetter(words[at + label.Length]) || !char.IsAsciiLetter(label[^1])))
            {
                last = at + label.Length;
            }
        }

        return last;
    }

    private static string[] Labels(string kind) => [.. LexiconFile.Rows("wire/pagedates.tsv").Where(r => r[0] == kind).Select(r => r[1])];
}

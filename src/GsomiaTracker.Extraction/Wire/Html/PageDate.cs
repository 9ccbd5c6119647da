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

    /// <summary>Days between what is stated and the address that no late publication explains.</summary>
    private const int FarOff = 30;
    private const int LongestLine = 200;

    /// <summary>"This entry was posted on Tuesday, October 8th, 2019 at 5:12 pm and is filed under ...".</summary>
    private const int LongestEntry = 600;
    private const int MostLines = 400;
    private const int LongestDateline = 100;
    private const int LongestOpening = 24;

    /// <summary>Nodes before the first paragraph where its picture may stand.</summary>
    private const int PicturesRound = 40;

    private const int LongestShort = 5;
    private static readonly string[] _published = [.. Labels("label published").Where(l => l.Length > LongestShort || l[0] > 'ÿ')];
    private static readonly string[] _short = [.. Labels("label published").Where(l => l.Length <= LongestShort)];
    private static readonly string[] _updated = Labels("label updated");
    private static readonly string[] _certain = Labels("label certain");
    private static readonly FrozenSet<string> _monthFirst = new[] { "", "en", "en-us", "en_us", "en-ph" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Lands of two letters whose addresses say nothing of the order of day and month.</summary>
    private static readonly FrozenSet<string> _monthFirstLands = Labels("month first").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands before a stamp that is no matter of publishing: "archived on", "event:".</summary>
    private static readonly string[] _others = Labels("label other");

    private enum Told { Published, Unlabelled, Updated, Other }

    public static FoundDate? Find(HtmlTree tree, PageFacts facts, IReadOnlyList<Block> blocks, HtmlNode? body, IReadOnlyList<Block> own, PageParts parts, string? title)
    {
        var monthFirst = IsMonthFirst(facts);
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
        var changed = new List<FoundDate>();
        candidates.AddRange(MarkedDates.Of(tree, parts, changed, (first, last), title, monthFirst));
        Add("dateCreated", facts.Linked?.Created);
        candidates.AddRange(Lines(blocks, parts, first, last, monthFirst, out var updated));
        FoundDate? addressed = null;
        foreach (var address in (ReadOnlySpan<string?>)[facts.Canonical, facts.Meta("og:url"), facts.Linked?.Address, facts.Amp])
        {
            if (StampText.InAddress(address) is { } day)
            {
                candidates.Add(addressed = new FoundDate(new PublicationTime(day), $"address: {address}"));
                break;
            }
        }

        if (addressed is null && OwnAddress.Day(tree, facts, title, first, last) is { } linkedDay)
        {
            candidates.Add(addressed = linkedDay);
        }

        foreach (var (key, value) in facts.Dates("day"))
        {
            Add(key, value);
        }

        Add("datePublished", facts.Linked?.Published);
        if (candidates.Count == 0)
        {
            Add("data", facts.DataDate);
            Add("title", facts.PageTitle);
            Add("description", Opening(facts.Meta("description", "og:description")));
            candidates.AddRange(FarLines(blocks, parts, monthFirst, first, updated));
        }

        if (candidates.Count == 0)
        {
            candidates.AddRange(updated);
            candidates.AddRange(changed);
            Add("dateModified", facts.Linked?.Modified);
            foreach (var (key, value) in facts.Dates("modified"))
            {
                Add(key, value);
            }
        }

        if (candidates.Count == 0 && Pictured(tree, facts, first, last) is { } pictured)
        {
            candidates.Add(pictured);
        }

        Outvoted(candidates, addressed);
        return candidates.Count == 0 ? null : ToTheMinute(candidates);
    }

    /// <summary>Pictures are filed under the day on which they came: the one that stands for the page, else those of the article.</summary>
    private static FoundDate? Pictured(HtmlTree tree, PageFacts facts, int first, int last)
    {
        var addresses = tree.Named("img").Where(i => i.Index > first - PicturesRound && i.Index < last).Select(i => i["src"]).Prepend(facts.Meta("og:image", "twitter:image"));
        return addresses.Select(StampText.InAddress).FirstOrDefault(d => d is not null) is { } day ? new FoundDate(new PublicationTime(day), "address of the picture") : null;
    }

    /// <summary>What is stated but lies far from the address's day is a template's leftover where something else agrees with the address.</summary>
    private static void Outvoted(List<FoundDate> candidates, FoundDate? addressed)
    {
        if (addressed is null || Apart(candidates[0]) <= FarOff || !candidates.Exists(c => c != addressed && Apart(c) <= 1))
        {
            return;
        }

        candidates.RemoveAll(c => Apart(c) > 1);

        int Apart(FoundDate date) => Math.Abs(date.Time.Day.DayNumber - addressed.Time.Day.DayNumber);
    }

    /// <summary>English pages of America and the Philippines print the month first; others, by language or by the land of their address, the day.</summary>
    private static bool IsMonthFirst(PageFacts facts)
    {
        if (!_monthFirst.Contains(facts.Language?.Trim() ?? "") && !(facts.Meta("og:locale") is { } locale && _monthFirst.Contains(locale)))
        {
            return false;
        }

        var land = (facts.Canonical ?? facts.Meta("og:url")) is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host[(uri.Host.LastIndexOf('.') + 1)..] : "";
        return facts.Language is { Length: > 2 } || land.Length != 2 || _monthFirstLands.Contains(land);
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

    /// <summary>Stamps in the short lines before and right after the article: those that say published, then those that say nothing.</summary>
    private static List<FoundDate> Lines(IReadOnlyList<Block> blocks, PageParts parts, int first, int last, bool monthFirst, out List<FoundDate> updated)
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
            Read(blocks[i], start - i <= BlocksRound, false, Label(i));
        }

        for (var i = Math.Max(0, start - BlocksRound); i + 2 < start; i++)
        {
            // Day, month and year, each in a box of its own.
            if (blocks[i].Length <= 9 && blocks[i + 1].Length <= 9 && blocks[i + 2].Length <= 9 && StampText.Find($"{blocks[i].Text} {blocks[i + 1].Text} {blocks[i + 2].Text}", monthFirst) is { } boxed)
            {
                told.Add((Told.Unlabelled, false, new FoundDate(boxed.Time, $"line: {blocks[i].Text} {blocks[i + 1].Text} {blocks[i + 2].Text}")));
            }
        }

        for (var i = start; i < Math.Min(end, start + 2); i++)
        {
            ReadBody(blocks[i]);
            if (Dateline(blocks[i].Text, monthFirst) is { } dateline)
            {
                told.Add((Told.Unlabelled, false, dateline));
            }
        }

        for (var i = end; i < blocks.Count && i < end + BlocksRound; i++)
        {
            Read(blocks[i], false, true, Label(i));
        }

        string Label(int i) => i > 0 && blocks[i - 1].Words <= 4 && blocks[i - 1].Text.EndsWith(':') ? blocks[i - 1].Text : "";

        updated = [.. told.Where(t => t.Told == Told.Updated).Select(t => t.Date)];
        return [.. told.Where(t => t.Told != Told.Updated).OrderBy(t => t.After).ThenBy(t => t.Told).Select(t => t.Date)];

        // Within a paragraph "on" before a day says when something happened.
        void ReadBody(Block block)
        {
            if (!block.IsProse || CertainIn(block.Text.AsSpan(0, Math.Min(block.Length, LongestDateline))))
            {
                Read(block, false, false, "");
            }
        }

        void Read(Block block, bool near, bool after, string label)
        {
            if (parts.IsCaption(block) || InList(block.Holder) || InTalk(block.Holder, first) || (after && parts.IsElsewhere(block) && !CertainIn(block.Text)))
            {
                return;
            }

            foreach (var (own, date) in Stamps(block, monthFirst))
            {
                // "Published:" may stand in a box of its own.
                var kind = own == Told.Unlabelled && label.Length > 0 ? LabelOf(label) : own;
                if (kind is Told.Published or Told.Updated || (near && kind == Told.Unlabelled))
                {
                    told.Add((kind, after, date));
                }
            }
        }
    }

    /// <summary>What a description begins with ("Oct 10, 2014 - The harbor ...").</summary>
    private static string? Opening(string? description) => description is { Length: > LongestOpening } ? description[..LongestOpening] : description;

    /// <summary>"SEOUL, Nov. 17, 2019 /Newswire/ -- ...": a year in a dateline.</summary>
    private static FoundDate? Dateline(string paragraph, bool monthFirst)
    {
        var head = paragraph.Length > LongestDateline ? paragraph[..LongestDateline] : paragraph;
        return StampText.Find(head, monthFirst) is { Start: > 2 and < 60 } stamp && char.IsUpper(head[0]) && head[stamp.End..].AsSpan().IndexOfAny('-', '–', '—') is >= 0 and < 25 ? new FoundDate(stamp.Time, $"line: {head}") : null;
    }

    /// <summary>Among what readers say: in a part so named that the article does not stand in.</summary>
    private static bool InTalk(HtmlNode node, int first)
    {
        for (var up = node; up is not null; up = up.Parent)
        {
            if (first >= up.Index && first < up.End)
            {
                return false;
            }

            if ((up["class"] ?? "").Contains("comment", StringComparison.OrdinalIgnoreCase) || (up["id"] ?? "").Contains("comment", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line's stamps with what stands before each; of several that say nothing (a span of time, a list of days) none.</summary>
    private static List<(Told Told, FoundDate Date)> Stamps(Block block, bool monthFirst)
    {
        var told = new List<(Told Told, FoundDate Date)>();
        if (block.Length > LongestLine && !(block.Length <= LongestEntry && CertainIn(block.Text.AsSpan(0, Math.Min(block.Length, 60)))))
        {
            return told;
        }

        var from = 0;
        var line = block.Length > LongestLine ? block.Text[..LongestLine] : block.Text;
        foreach (var stamp in StampText.All(line, monthFirst).OrderBy(s => s.Start))
        {
            var before = line[from..Math.Max(from, stamp.Start)];
            from = stamp.End;
            told.Add((LabelOf(before), new FoundDate(stamp.Time, $"line: {line.Replace('\n', ' ')}")));
        }

        if (told.Where(t => t.Told == Told.Unlabelled).Select(t => t.Date.Time.Day).Distinct().Count() > 1 && told[0].Told == Told.Unlabelled && told[1].Told == Told.Unlabelled)
        {
            told.RemoveAll(t => t.Told == Told.Unlabelled);
        }

        return told;
    }

    /// <summary>Where nothing nearer tells: a line anywhere that says published or changed in so many words; else the one day that short lines of the page agree on.</summary>
    private static List<FoundDate> FarLines(IReadOnlyList<Block> blocks, PageParts parts, bool monthFirst, int first, List<FoundDate> updated)
    {
        var published = new List<FoundDate>();
        var bare = new List<FoundDate>();
        var lines = 0;
        foreach (var block in blocks)
        {
            if (block.Length > LongestEntry || parts.IsCaption(block) || InTalk(block.Holder, first) || block.LinkShare > 0.8 || !block.Text.AsSpan().ContainsAnyInRange('0', '9') || ++lines > MostLines)
            {
                continue;
            }

            foreach (var (kind, date) in Stamps(block, monthFirst))
            {
                var certain = CertainIn(block.Text);
                if (kind == Told.Published && certain && !InList(block.Holder))
                {
                    published.Add(date);
                }
                else if (kind == Told.Updated && certain)
                {
                    updated.Add(date);
                }
                else if (kind == Told.Unlabelled && block.Words <= 8 && !InList(block.Holder))
                {
                    bare.Add(date);
                }
            }
        }

        return published.Count > 0 ? published[..1] : updated.Count == 0 && bare.Select(d => d.Time.Day).Distinct().Count() == 1 ? bare[..1] : [];
    }

    private static bool CertainIn(ReadOnlySpan<char> words)
    {
        foreach (var label in _certain)
        {
            if (words.Contains(label, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
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

    /// <summary>The last label before a stamp; a short one ("on", "vom") counts right before it, and where there is no other.</summary>
    private static Told LabelOf(string before)
    {
        int published = Last(before, _published), updated = Last(before, _updated);
        if (Last(before, _others) > Math.Max(published, updated))
        {
            return Told.Other;
        }

        if (published < 0 && updated < 0)
        {
            return Last(before, _short) >= before.TrimEnd(' ', ':').Length ? Told.Published : Told.Unlabelled;
        }

        return updated > published ? Told.Updated : Told.Published;
    }

    private static int Last(string words, string[] labels)
    {
        var last = -1;
        foreach (var label in labels)
        {
            var at = words.LastIndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at > last && (at == 0 || !char.IsAsciiLetter(words[at - 1]) || (char.IsAsciiLetterUpper(words[at]) && char.IsAsciiLetterLower(words[at - 1]))) && (at + label.Length == words.Length || !char.IsAsciiLetter(words[at + label.Length]) || !char.IsAsciiLetter(label[^1])))
            {
                last = at + label.Length;
            }
        }

        return last;
    }

    private static string[] Labels(string kind) => [.. LexiconFile.Rows("wire/pagedates.tsv").Where(r => r[0] == kind).Select(r => r[1])];
}

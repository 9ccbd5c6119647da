namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>Picks from the element that holds an article what belongs to it: prose and what stands between, not boxes, lists of links, labels, repetitions.</summary>
internal static class BodyBlocks
{
    /// <summary>What follows a closing line is not the article's if it is less than this share of the prose.</summary>
    private const double Rest = 0.3;

    /// <summary>Words of a notice to the reader.</summary>
    private const int LongestNotice = 50;

    public static List<Block> Of(IReadOnlyList<Block> inBody, PageParts parts, string? title)
    {
        var kept = inBody.Where(b => !parts.IsDropped(b) && !parts.IsCaption(b) && !IsTitle(b, title)).ToList();
        kept.RemoveAll(b => IsFurniture(b));
        while (kept.FindIndex(b => b.EndsSentence) is >= 0 and var stamped && kept[stamped].Words < 15 && StampText.Find(kept[stamped].Text, monthFirst: true) is not null)
        {
            // "Last updated on Oct. 9, 2019, 8 a.m."
            kept.RemoveAt(stamped);
        }

        Closed(kept);
        Repeated(kept);
        var first = kept.FindIndex(b => b.IsProse);
        if (first < 0)
        {
            return kept.FindAll(b => b.EndsSentence && b.LinkShare < 0.5);
        }

        var last = kept.FindLastIndex(b => b.IsProse);
        while (last + 1 < kept.Count && (IsSentence(kept[last + 1]) || IsSignOff(kept[last + 1])))
        {
            last++;
        }

        while (last + 1 < kept.Count && IsListed(kept[last + 1], parts))
        {
            last++;
        }

        while (first > 0 && (IsSentence(kept[first - 1]) || IsLeadIn(kept[first - 1])) && kept[first - 1].Role is BlockRole.Paragraph or BlockRole.Item or BlockRole.Quote)
        {
            first--;
        }

        first -= first > 0 && kept[first - 1] is { Role: BlockRole.Heading, Holder.Name: not "h1" } heading && heading.Words > 1 ? 1 : 0;
        kept = kept.GetRange(first, last - first + 1);
        for (var i = kept.Count - 2; i >= 0; i--)
        {
            // A heading over nothing.
            if (kept[i].Role == BlockRole.Heading && kept[i + 1].Role == BlockRole.Heading && Level(kept[i + 1]) <= Level(kept[i]))
            {
                kept.RemoveAt(i);
            }
        }

        return kept;
    }

    private static int Level(Block heading) => heading.Holder.Name.Length == 2 ? heading.Holder.Name[1] - '0' : 9;

    private static bool IsSentence(Block block) => block.EndsSentence && block.Words >= 2 && block.LinkShare < 0.4;

    /// <summary>An item of some words in a list of the writer's own.</summary>
    private static bool IsListed(Block block, PageParts parts) => block.Role == BlockRole.Item && block.Words >= 4 && block.LinkShare == 0 && block.Holder is { Name: "li", Parent: { } list } && !parts.HasLink(list);

    /// <summary>"The bank writes:", before what it writes.</summary>
    private static bool IsLeadIn(Block block) => block.Text.EndsWith(':') && block.Words >= 5 && block.LinkShare < 0.4;

    private static bool IsTitle(Block block, string? title) =>
        title is not null && block.Length < 300 && block.Role is BlockRole.Heading or BlockRole.Paragraph && !block.EndsSentence && string.Equals(Bare(block.Text), Bare(title), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string words) => string.Concat(words.Where(char.IsLetterOrDigit));

    /// <summary>Labels, calls to share and to subscribe, links that stand alone.</summary>
    private static bool IsFurniture(Block block)
    {
        if (IsSignOff(block))
        {
            return false;
        }

        if (block.LinkShare > 0.8 && block.Words < 30)
        {
            return true;
        }

        // "Read also: a linked headline".
        if (block.LinkShare > 0.5 && block.Words < 20 && !block.EndsSentence && block.Role is BlockRole.Paragraph or BlockRole.Quote)
        {
            return true;
        }

        if (!block.Text.AsSpan().ContainsAnyExcept(" \n\u00A0.,;:|-–—_*•·#/\\()[]<>".AsSpan()))
        {
            return true;
        }

        if (block.Words < LongestNotice && block.Text.AsSpan().IndexOfAny("\"“”«»「『") < 0 && _notices.Any(n => block.Text.Contains(n, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        var kind = Furniture.Of(block.Text);
        return kind switch
        {
            FurnitureKind.None => false,
            FurnitureKind.Label or FurnitureKind.List => true,
            FurnitureKind.Tail => false,
            _ when block.Role == BlockRole.Heading && block.LinkShare == 0 => SpeaksToReader(block.Text),
            _ when block.IsProse => block.Words < 40 && (block.LinkShare > 0 || SpeaksToReader(block.Text) || IsLegal(block.Text)),
            _ => block.Words < 40,
        };
    }

    /// <summary>"your inbox", "our app", "us": a story about newsletters and cookies has no such word outside of quotation marks.</summary>
    internal static bool SpeaksToReader(string text)
    {
        foreach (var word in text.AsSpan().Split(' '))
        {
            var bare = text.AsSpan(word).Trim(".,;:!?()[]*—–-".AsSpan());
            if (bare.Length is >= 2 and <= 5 && _reader.GetAlternateLookup<ReadOnlySpan<char>>().Contains(bare))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLegal(string text) => _legal.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static readonly System.Collections.Frozen.FrozenSet<string> _reader = Words("reader");
    private static readonly System.Collections.Frozen.FrozenSet<string> _notices = Words("notice");
    private static readonly System.Collections.Frozen.FrozenSet<string> _legal = Words("legal");

    private static System.Collections.Frozen.FrozenSet<string> Words(string kind) =>
        System.Collections.Frozen.FrozenSet.ToFrozenSet(Lexicon.LexiconFile.Rows("wire/markup.tsv").Where(r => r[0] == kind).Select(r => r[1]), StringComparer.OrdinalIgnoreCase);

    /// <summary>A closing line ("Copyright ...") ends the article, unless much of it follows.</summary>
    private static void Closed(List<Block> kept)
    {
        var total = kept.Sum(b => b.IsProse ? b.Length : 0);
        var seen = 0;
        for (var i = 0; i < kept.Count; i++)
        {
            if (IsSignOff(kept[i]))
            {
                continue;
            }

            if (IsTail(kept[i]))
            {
                if ((total - seen) < Rest * total)
                {
                    kept.RemoveRange(i, kept.Count - i);
                    return;
                }

                if (kept[i].Words < 40)
                {
                    kept.RemoveAt(i--);
                    continue;
                }
            }

            seen += kept[i].IsProse ? kept[i].Length : 0;
        }
    }

    private static bool IsTail(Block block)
    {
        foreach (var line in block.Text.AsSpan().EnumerateLines())
        {
            if (Furniture.Of(line) == FurnitureKind.Tail && (line.Length == block.Length || block.Words < 40))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Reporting by ...; Editing by ...": the last words of an agency's article.</summary>
    internal static bool IsSignOff(Block block) =>
        block.Words < 60 && (BylineGrammar.SignOff(block.Text).Count > 0 || block.Text.Contains("contributed to this report", StringComparison.OrdinalIgnoreCase) || block.Text.Contains("contributed reporting", StringComparison.OrdinalIgnoreCase));

    /// <summary>The same words twice, and quotations lifted out of the text to stand large beside it.</summary>
    private static void Repeated(List<Block> kept)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        kept.RemoveAll(b => b.Words >= 6 && !seen.Add(Bare(b.Text)));
        var lifted = kept.FindAll(b => b.Words is >= 5 and <= 60 && (b.Role == BlockRole.Quote || b.Holder.Name is "div" or "span" or "section" || !b.IsProse));
        if (lifted.Count is 0 or > 60)
        {
            return;
        }

        var bare = kept.ConvertAll(b => b.IsProse ? Bare(b.Text) : "");
        foreach (var quote in lifted)
        {
            var words = Bare(quote.Text);
            if (words.Length > 20 && kept.Select((b, i) => (b, i)).Any(o => o.b != quote && bare[o.i].Length > words.Length * 1.2 && bare[o.i].Contains(words, StringComparison.Ordinal)))
            {
                var at = kept.IndexOf(quote);
                kept.RemoveAt(at);
                bare.RemoveAt(at);
            }
        }
    }
}

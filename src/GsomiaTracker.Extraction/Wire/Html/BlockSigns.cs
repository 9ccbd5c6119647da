using System.Runtime.CompilerServices;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>
/// What is seen in each block of a page: its own shape, its neighbours', the page's prose round it, and what the rules say of it. Most signs need no names, so that
/// an article is found where a page calls its parts by nothing that can be read, or by misleading names.
/// </summary>
internal sealed class BlockSigns
{
    private const int Window = 4;
    private const int Levels = 5;
    private static readonly string[] _holders = ["p", "div", "li", "td", "h1", "h2", "h3", "h4", "blockquote", "span", "section", "article", "dd", "body"];

    private readonly PageLayout _page;
    private readonly List<Block> _blocks;
    private readonly HashSet<Block> _ruled;
    private readonly HashSet<Block> _inBody;
    private readonly int[] _text;
    private readonly int[] _linked;
    private readonly int[] _prose;
    private readonly int _all;
    private readonly HtmlNode? _main;
    private readonly int _first;
    private readonly int _last;
    private readonly int _title;
    private readonly int _headline;
    private readonly bool _even;
    private readonly ulong[] _paths;
    private readonly Dictionary<ulong, int> _pathProse = [];
    private readonly Dictionary<string, int> _seen;
    private readonly Dictionary<(int Parent, ulong Name), int> _alike = [];
    private readonly HashSet<int> _lifted;

    public BlockSigns(PageLayout page)
    {
        _page = page;
        _blocks = page.Blocks;
        _ruled = page.Ruled.ToHashSet();
        _inBody = page.InBody.ToHashSet();
        var nodes = page.Tree.Nodes;
        (_text, _linked, _prose, _paths) = (new int[nodes.Count], new int[nodes.Count], new int[nodes.Count], new ulong[_blocks.Count]);
        _seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var beside = new int[nodes.Count];
        for (var i = 0; i < _blocks.Count; i++)
        {
            var block = _blocks[i];
            var prose = Prose(block);
            _text[block.Holder.Index] += block.Length;
            _linked[block.Holder.Index] += (int)(block.Length * block.LinkShare);
            _prose[block.Holder.Index] += prose;
            beside[Beside(block).Index] += prose;
            _paths[i] = Path(block.Holder);
            _pathProse[_paths[i]] = _pathProse.GetValueOrDefault(_paths[i]) + prose;
            _seen[block.Text] = _seen.GetValueOrDefault(block.Text) + 1;
            _all += prose;
        }

        for (var i = nodes.Count - 1; i > 0; i--)
        {
            if (nodes[i].Parent is { } up)
            {
                _text[up.Index] += _text[i];
                _linked[up.Index] += _linked[i];
                _prose[up.Index] += _prose[i];
                if (!nodes[i].IsText && nodes[i].Name is "div" or "li" or "article" or "section" or "tr" or "dl" or "ul" or "table" or "aside" && _text[i] > 0)
                {
                    var key = (up.Index, Name(nodes[i]));
                    _alike[key] = _alike.GetValueOrDefault(key) + 1;
                }
            }
        }

        var most = -1;
        for (var i = 0; i < beside.Length; i++)
        {
            if (beside[i] > 0 && (most < 0 || beside[i] > beside[most]))
            {
                most = i;
            }
        }

        _lifted = LiftedWords.Of(_blocks);
        _main = most < 0 ? null : nodes[most];
        _even = _main is not null && beside[most] * 2 > _all;
        _first = _blocks.FindIndex(b => Prose(b) > 0 && Beside(b) == _main);
        _last = _blocks.FindLastIndex(b => Prose(b) > 0 && Beside(b) == _main);
        _headline = _blocks.FindIndex(b => b.Role == BlockRole.Heading && string.Equals(b.Text, page.Title, StringComparison.OrdinalIgnoreCase));
        _title = page.Title is { } title ? _blocks.FindLastIndex(Math.Max(0, Math.Min(_blocks.Count - 1, _first < 0 ? 0 : _first)), b => b.Length < 300 && string.Equals(b.Text, title, StringComparison.OrdinalIgnoreCase)) : -1;
    }

    /// <summary>Whether the rules take it.</summary>
    public bool IsRuled(int at) => _ruled.Contains(_blocks[at]);

    /// <summary>Whether it can be of the article's text where the rules leave it out: no caption, no standfirst, no words that the text has, too, nothing above the headline that the text stands under.</summary>
    public bool MayBeText(int at)
    {
        var block = _blocks[at];
        return !_page.Parts.IsCaption(block) && !_lifted.Contains(at) && !(at < _headline && _page.Ruled.Count > 0 && _page.Ruled[0].At > _blocks[_headline].At)
            && !((_page.Parts.KindOf(block.Holder) | (block.Holder.Parent is { } up ? _page.Parts.KindOf(up) : PartKind.None)) is var kind && (kind & (PartKind.Deck | PartKind.Body)) == PartKind.Deck);
    }

    /// <summary>What is seen in one block by itself and by what stands round it.</summary>
    public List<BlockSign> Of(int at)
    {
        var block = _blocks[at];
        var signs = new List<BlockSign>(48);
        void See(BlockSignKind kind, int grade) => signs.Add(new BlockSign(kind, grade));
        var rule = Rule(block);
        See(BlockSignKind.Base, 0);
        See(BlockSignKind.Rule, rule);
        See(BlockSignKind.RuleWhere, rule + (_even ? 6 : 0));
        var words = Length(block.Words);
        See(BlockSignKind.Words, words);
        See(BlockSignKind.Links, Links(block.LinkShare));
        See(BlockSignKind.Ends, words + (block.EndsSentence ? 10 : 0));
        See(BlockSignKind.Role, (int)block.Role);
        See(BlockSignKind.Holder, Array.IndexOf(_holders, block.Holder.Name) + 1);
        See(BlockSignKind.PathShare, Share(_pathProse[_paths[at]]));
        var beside = Beside(block);
        See(BlockSignKind.ParentShare, Share(_prose[beside.Index]));
        var (up, over) = Steps(beside);
        See(BlockSignKind.Up, up);
        See(BlockSignKind.Over, over);
        See(BlockSignKind.Before, Shape(at - 1));
        See(BlockSignKind.Before2, Shape(at - 2));
        See(BlockSignKind.After, Shape(at + 1));
        See(BlockSignKind.After2, Shape(at + 2));
        var round = 0;
        for (var i = Math.Max(0, at - Window); i <= Math.Min(_blocks.Count - 1, at + Window); i++)
        {
            round += i == at ? 0 : Prose(_blocks[i]);
        }

        See(BlockSignKind.Window, Share(round));
        See(BlockSignKind.Place, Place(at));
        See(BlockSignKind.Title, _title < 0 ? 0 : at < _title ? 1 : at == _title ? 2 : at - _title <= 3 ? 3 : at - _title <= 10 ? 4 : 5);
        See(BlockSignKind.Furniture, (int)Furniture.Of(block.Text) + (block.Words < 15 ? 0 : 10));
        foreach (var cue in Cues(block))
        {
            See(BlockSignKind.Cue, cue);
        }

        See(BlockSignKind.Repeat, _lifted.Contains(at) ? 3 : _seen[block.Text] > 1 ? block.Words < 6 ? 1 : 2 : 0);
        See(BlockSignKind.Opening, _page.Opening.Opens(block.Text) ? 1 : 0);
        See(BlockSignKind.ParentLinks, Links((double)_linked[beside.Index] / Math.Max(1, _text[beside.Index])));
        See(BlockSignKind.GrandLinks, beside.Parent is { } grand ? Links((double)_linked[grand.Index] / Math.Max(1, _text[grand.Index])) : 9);
        Round(block, signs);
        See(BlockSignKind.Commas, Math.Min(4, block.Text.AsSpan().Count(',')));
        return signs;
    }

    /// <summary>What the first look makes of a block and of those round it.</summary>
    /// <param name="odds">How sure the first look is of each block.</param>
    public List<BlockSign> Again(int at, double[] odds, List<BlockSign> first)
    {
        var signs = new List<BlockSign>(first.Count + 6);
        signs.AddRange(first.Where(s => s.Kind is BlockSignKind.Base or BlockSignKind.Rule or BlockSignKind.Words or BlockSignKind.Links or BlockSignKind.Role or BlockSignKind.Place or BlockSignKind.Ends or BlockSignKind.Up or BlockSignKind.Over or BlockSignKind.Furniture));
        signs.Add(new BlockSign(BlockSignKind.Own, Grade(odds[at])));
        signs.Add(new BlockSign(BlockSignKind.OddsBefore, at == 0 ? 20 : (Grade(odds[at - 1]) / 2) + (at == 1 ? 0 : 6 * (Grade(odds[at - 2]) / 4))));
        signs.Add(new BlockSign(BlockSignKind.OddsAfter, at + 1 >= odds.Length ? 20 : (Grade(odds[at + 1]) / 2) + (at + 2 >= odds.Length ? 0 : 6 * (Grade(odds[at + 2]) / 4))));
        double sum = 0, weight = 0;
        for (var i = Math.Max(0, at - 6); i <= Math.Min(odds.Length - 1, at + 6); i++)
        {
            if (i != at)
            {
                sum += Math.Clamp(odds[i], -4, 4) * _blocks[i].Words;
                weight += _blocks[i].Words;
            }
        }

        signs.Add(new BlockSign(BlockSignKind.OddsRound, Grade(sum / Math.Max(1, weight))));
        (sum, weight) = (0, 0);
        var beside = Beside(_blocks[at]);
        for (var i = Math.Max(0, at - 12); i <= Math.Min(odds.Length - 1, at + 12); i++)
        {
            if (i != at && Beside(_blocks[i]) == beside)
            {
                sum += Math.Clamp(odds[i], -4, 4) * _blocks[i].Words;
                weight += _blocks[i].Words;
            }
        }

        signs.Add(new BlockSign(BlockSignKind.OddsBeside, weight == 0 ? 20 : Grade(sum / weight)));
        return signs;
    }

    private static int Grade(double odds) => (int)Math.Clamp(Math.Round(odds + 5), 0, 10);

    private int Rule(Block block) =>
        _page.Parts.IsCaption(block) ? 5 : _ruled.Contains(block) ? 0 : (_inBody.Contains(block) ? 1 : 3) + (_page.Parts.IsDropped(block) ? 1 : 0);

    /// <summary>Letters of prose: whole sentences that are not links, less the first fifty, which teasers have, too.</summary>
    private static int Prose(Block block) => block.IsProse ? Math.Max(1, block.Length - 50) : 0;

    /// <summary>The element that holds it and what stands beside it.</summary>
    private static HtmlNode Beside(Block block)
    {
        var holder = block.Holder;
        while (holder.Name is "p" or "li" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "ul" or "ol" or "dd" or "dt" or "pre" && holder.Parent is { } up)
        {
            holder = up;
        }

        return holder;
    }

    private int Share(int prose) => _all == 0 || prose == 0 ? 0 : ((double)prose / _all) switch { < 0.02 => 1, < 0.06 => 2, < 0.15 => 3, < 0.35 => 4, < 0.7 => 5, _ => 6 };

    private static int Length(int words) => words switch { <= 2 => 0, <= 5 => 1, <= 9 => 2, <= 14 => 3, <= 24 => 4, <= 49 => 5, <= 99 => 6, _ => 7 };

    private static int Links(double share) => share switch { 0 => 0, < 0.1 => 1, < 0.25 => 2, < 0.5 => 3, < 0.9 => 4, _ => 5 };

    /// <summary>A neighbour at a glance.</summary>
    private int Shape(int at)
    {
        if (at < 0 || at >= _blocks.Count)
        {
            return 0;
        }

        var block = _blocks[at];
        return block.Role == BlockRole.Heading ? block.LinkShare > 0.5 ? 1 : 2
            : block.IsProse ? Beside(block) == _main ? 3 : 4
            : block.LinkShare > 0.5 ? block.Words > 5 ? 5 : 6
            : block.EndsSentence ? 7 : block.Words > 10 ? 8 : 9;
    }

    private (int Up, int Over) Steps(HtmlNode node)
    {
        if (_main is null)
        {
            return (9, 9);
        }

        var up = 0;
        for (; !_main.IsWithin(node) && up < 8 && node.Parent is { } parent; up++)
        {
            node = parent;
        }

        var over = 0;
        for (var from = _main; from != node && over < 8 && from.Parent is { } parent; over++)
        {
            from = parent;
        }

        return (up, over);
    }

    private int Place(int at)
    {
        if (_first < 0)
        {
            return 0;
        }

        var (side, away) = at < _first ? (1, _first - at) : at > _last ? (2, at - _last) : (0, 0);
        return side == 0 ? 1 : (side * 10) + (away switch { 1 => 1, 2 => 2, <= 4 => 3, <= 8 => 4, <= 16 => 5, _ => 6 });
    }

    private static IEnumerable<int> Cues(Block block)
    {
        var text = block.Text;
        var head = text.AsSpan().TrimStart();
        if (head.Length == 0)
        {
            yield break;
        }

        if (char.IsLower(head[0]))
        {
            yield return 1;
        }

        if (text.Contains('©', StringComparison.Ordinal))
        {
            yield return 2;
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            yield return 3;
        }

        if (text.EndsWith(':'))
        {
            yield return block.Words > 4 ? 4 : 5;
        }

        if (text.AsSpan().ContainsAny("|»›·•".AsSpan()))
        {
            yield return block.Words < 15 ? 6 : 7;
        }

        if (text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith('…'))
        {
            yield return block.LinkShare > 0 ? 8 : 9;
        }

        if (text.EndsWith('?'))
        {
            yield return 10;
        }

        if (text.AsSpan().ContainsAny("\"“”«".AsSpan()))
        {
            yield return 11;
        }

        if (text.Contains('\n', StringComparison.Ordinal))
        {
            yield return block.Words > 30 ? 12 : 13;
        }

        int digits = 0, upper = 0, letters = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
            upper += char.IsUpper(c) ? 1 : 0;
        }

        if (digits * 5 > text.Length)
        {
            yield return 14;
        }

        if (letters > 3 && upper * 10 > letters * 9)
        {
            yield return 15;
        }

        if (letters > 10 && upper * 7 > letters && block.Words > 5)
        {
            yield return 16;
        }

        if (block.Words < 15 && digits >= 3 && StampText.Find(text, monthFirst: true) is not null)
        {
            yield return 17;
        }

        if (block.Words < 12 && BylineGrammar.AfterBy(text, out _).Count > 0)
        {
            yield return 18;
        }

        if (text.Contains("http", StringComparison.Ordinal) || text.Contains("www.", StringComparison.Ordinal))
        {
            yield return 19;
        }

        if (BodyBlocks.SpeaksToReader(text))
        {
            yield return block.Words < 25 ? 20 : 21;
        }

        if (BodyBlocks.IsSignOff(block))
        {
            yield return 22;
        }
    }

    private void Round(Block block, List<BlockSign> signs)
    {
        var named = PartKind.None;
        var inside = 0;
        var alike = 0;
        var level = 0;
        for (var node = block.Holder; node is not null && level < 8; node = node.Parent, level++)
        {
            if (node == _main || node.Name is "body" or "html")
            {
                break;
            }

            named |= level < Levels ? _page.Parts.KindOf(node) : PartKind.None;
            inside |= node.Name switch
            {
                "li" => 1,
                "table" => 2,
                "form" => 4,
                "blockquote" => 8,
                "figure" => 16,
                "aside" or "footer" => 32,
                "header" => 64,
                "a" => 128,
                _ => 0,
            };
            if (Markup.IsHidden(node))
            {
                inside |= 256;
            }

            if (node.Parent is { } up && level < Levels && _text[node.Index] < 1500 && _alike.TryGetValue((up.Index, Name(node)), out var count))
            {
                alike = Math.Max(alike, count);
            }
        }

        signs.Add(new BlockSign(BlockSignKind.Alike, alike switch { 0 => 0, 1 => 1, <= 3 => 2, <= 6 => 3, <= 12 => 4, _ => 5 }));
        for (var bit = 0; bit < 10; bit++)
        {
            if ((inside & (1 << bit)) != 0)
            {
                signs.Add(new BlockSign(BlockSignKind.In, bit));
            }

            if (((int)named & (1 << bit)) != 0)
            {
                signs.Add(new BlockSign(BlockSignKind.Named, bit));
            }
        }
    }

    private static ulong Path(HtmlNode node)
    {
        var key = 14695981039346656037UL;
        for (var level = 0; level < 3 && node is not null; level++, node = node.Parent!)
        {
            key = (key ^ Name(node)) * 1099511628211UL;
        }

        return key;
    }

    /// <summary>A tag and its class as a number, the same on every machine.</summary>
    private static ulong Name(HtmlNode node)
    {
        var key = Mix(14695981039346656037UL, node.Name);
        return Mix(key, node["class"] ?? "");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong key, string words)
    {
        foreach (var c in words)
        {
            key = (key ^ c) * 1099511628211UL;
        }

        return key;
    }
}

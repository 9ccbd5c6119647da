namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>Where on a page an article cannot be: by the names of its parts, what they hold of the page's prose, and how much of them is links.</summary>
internal sealed class PageParts
{
    /// <summary>A part that is never an article is taken for one all the same where nearly all prose stands in it.</summary>
    private const double NearlyAll = 0.8;

    /// <summary>A part that is rather none, where this much of the prose stands in it.</summary>
    private const double Much = 0.34;

    /// <summary>What is named an article's body holds one from this share on, whatever else its names say.</summary>
    private const double Little = 0.15;

    /// <summary>Letters of prose that make an article, however much else there is.</summary>
    private const int Enough = 250;

    private readonly HtmlTree _tree;
    private readonly PartKind[] _kinds;
    private readonly bool[] _dropped;
    private readonly bool[] _captions;
    private readonly bool[] _elsewhere;
    private readonly int[] _prose;
    private readonly int[] _text;
    private readonly int[] _linked;
    private readonly bool[] _holdsBody;
    private readonly bool[] _teaser;
    private readonly bool[] _headed;
    private readonly bool[] _opens;
    private readonly bool[] _voices;
    private readonly bool[] _boxes;

    public PageParts(HtmlTree tree, IReadOnlyList<Block> blocks, PageOpening opening)
    {
        _tree = tree;
        var count = tree.Nodes.Count;
        _kinds = new PartKind[count];
        _dropped = new bool[count];
        _captions = new bool[count];
        _elsewhere = new bool[count];
        _prose = new int[count];
        _text = new int[count];
        _linked = new int[count];
        _opens = new bool[count];
        foreach (var block in blocks)
        {
            if (block.IsProse && opening.Opens(block.Text))
            {
                // What the page's description repeats.
                for (var up = block.Holder; up is not null && !_opens[up.Index]; up = up.Parent)
                {
                    _opens[up.Index] = true;
                }
            }

            _prose[block.Holder.Index] += block.IsProse ? block.Length : 0;
            _text[block.Holder.Index] += block.Length;
            _linked[block.Holder.Index] += (int)(block.Length * block.LinkShare);
        }

        for (var i = count - 1; i > 0; i--)
        {
            if (tree.Nodes[i].Parent is { } up)
            {
                _prose[up.Index] += _prose[i];
                _text[up.Index] += _text[i];
                _linked[up.Index] += _linked[i];
            }
        }

        _voices = ReaderVoices.Of(tree, blocks, _prose);

        _holdsBody = new bool[count];
        _headed = new bool[count];
        Prose = tree.Nodes.Where(n => n.Parent is null).Sum(n => _prose[n.Index]);
        _teaser = Teasers(tree, blocks);
        _boxes = OtherBoxes.Of(tree, blocks, _text, _prose, Prose);
        for (var i = count - 1; i > 0; i--)
        {
            _headed[i] |= tree.Nodes[i].Name == "h1";
            _kinds[i] = tree.Nodes[i].IsText ? PartKind.None : Markup.Of(tree.Nodes[i]);
            if (tree.Nodes[i].Parent is { } up)
            {
                _headed[up.Index] |= _headed[i];
                _holdsBody[up.Index] |= _holdsBody[i] || ((_kinds[i] & PartKind.Body) != 0 && _prose[i] >= Much * Prose);
            }
        }

        for (var i = 0; i < count; i++)
        {
            Judge(tree.Nodes[i]);
        }
    }

    /// <summary>Letters of prose on the whole page.</summary>
    public int Prose { get; }

    public PartKind KindOf(HtmlNode node) => _kinds[node.Index];

    public int ProseOf(HtmlNode node) => _prose[node.Index];

    /// <summary>Whether a paragraph stands in it that the page's own description repeats.</summary>
    public bool Opens(HtmlNode node) => _opens[node.Index];

    public bool HasLink(HtmlNode node) => _linked[node.Index] > 0;

    public bool IsDropped(HtmlNode node) => _dropped[node.Index];

    /// <summary>A block that cannot be the article's. Its inline parents count, too.</summary>
    public bool IsDropped(Block block) => _dropped[block.Holder.Index] || _dropped[block.At] || (_tree.Nodes[block.At].Parent is { } inline && _dropped[inline.Index]);

    /// <summary>In a box of other things, its captions included.</summary>
    public bool IsElsewhere(Block block) => _elsewhere[block.Holder.Index];

    public bool IsCaption(Block block) => block.Role == BlockRole.Caption || _captions[block.Holder.Index];

    private void Judge(HtmlNode node)
    {
        var i = node.Index;
        if (node.Parent is { } up)
        {
            _dropped[i] = _dropped[up.Index];
            _captions[i] = _captions[up.Index];
            _elsewhere[i] = _elsewhere[up.Index];
        }

        if (node.IsText)
        {
            return;
        }

        var kind = _kinds[i];
        kind |= (kind & PartKind.Access) != 0 && !((HoldsParagraphs(node) || IsOneOfMany(node)) && !LeadsOn(node)) ? PartKind.Never : PartKind.None;
        if (node.Name is "html" or "body" or "main" || _holdsBody[i])
        {
            return;
        }

        var share = Prose == 0 ? 0 : (double)_prose[i] / Prose;
        _captions[i] |= (kind & PartKind.Caption) != 0 && share < Much && (node.Name == "figcaption" || Tags.Blocks.Contains(node.Name));
        if (_dropped[i])
        {
            return;
        }

        var block = Tags.Blocks.Contains(node.Name);
        if (node.Name is "nav" or "menu" or "dialog" || (Markup.IsHidden(node) && share < Much))
        {
            _dropped[i] = share < NearlyAll;
        }
        else if (block && (kind & PartKind.Never) != 0)
        {
            _dropped[i] = !(share >= Much && _headed[i]) && !(share >= Little && (kind & PartKind.Body) != 0) && (share < NearlyAll || (Prose - _prose[i] >= Enough && !_headed[i])) && !IsOwnParagraph(node);
        }
        else if (block && (kind & PartKind.Drop) != 0)
        {
            _dropped[i] = share < Much && !IsOwnParagraph(node) && !IsBetween(node) && (kind & PartKind.Body) == 0 && !((kind & PartKind.Media) != 0 && HoldsParagraphs(node)) && !((kind & PartKind.List) != 0 && IsPlainList(node));
        }
        else if (!block && (kind & PartKind.Never) != 0 && node.Name is not "a")
        {
            _dropped[i] = node.End - i < 12;
        }

        _dropped[i] |= _voices[i] || _boxes[i];
        _dropped[i] |= (IsLinkList(node, share) || _teaser[i]) && !(_opens[i] && (kind & PartKind.Body) != 0);
        _elsewhere[i] = _dropped[i] && (_teaser[i] || (kind & PartKind.Never) != 0);
    }

    /// <summary>Prose of some length in a paragraph of its own, whatever the paragraph is called.</summary>
    private bool IsOwnParagraph(HtmlNode node) => node.Name == "p" && _prose[node.Index] > 150 && _linked[node.Index] * 3 < _text[node.Index];

    /// <summary>A heading without links between prose and prose, whatever its box is called ("subheadline").</summary>
    private bool IsBetween(HtmlNode node)
    {
        const int LongestHeading = 150;
        if (_linked[node.Index] > 0 || _text[node.Index] is 0 or > LongestHeading || _prose[node.Index] > 0 || node.Parent is not { } parent)
        {
            return false;
        }

        var heading = false;
        for (var i = node.Index; i < node.End; i++)
        {
            heading |= _tree.Nodes[i].Name is "h2" or "h3" or "h4";
        }

        int before = 0, after = 0;
        for (var i = parent.Index + 1; heading && i < parent.End; i = _tree.Nodes[i].End)
        {
            before += i < node.Index ? _prose[i] : 0;
            after += i > node.Index ? _prose[i] : 0;
        }

        return before > 100 && after > 100;
    }

    /// <summary>A picture between the paragraphs that it stands among, all in one part.</summary>
    private bool HoldsParagraphs(HtmlNode node)
    {
        var prose = 0;
        for (var i = node.Index + 1; i < node.End; i++)
        {
            var inner = _tree.Nodes[i];
            if (!inner.IsText && (inner.Name == "figure" || (Markup.Of(inner) & PartKind.Caption) != 0))
            {
                i = inner.End - 1;
            }
            else if (inner.Name == "p" && _prose[i] > 120 && _linked[i] * 3 < _text[i])
            {
                prose += _prose[i];
            }
        }

        return prose > 300;
    }

    /// <summary>One of a row of elements named alike that hold a paragraph each: a system that wraps every paragraph.</summary>
    private bool IsOneOfMany(HtmlNode node)
    {
        if (node.Parent is not { } parent || node["class"] is not { } name || _linked[node.Index] * 3 > _text[node.Index])
        {
            return false;
        }

        var prose = 0;
        for (var i = parent.Index + 1; i < parent.End; i = _tree.Nodes[i].End)
        {
            var child = _tree.Nodes[i];
            prose += !child.IsText && (_kinds[i] & PartKind.Access) != 0 && child.Name == node.Name && _linked[i] * 3 <= _text[i] ? _prose[i] : 0;
        }

        return prose > 300 && name.Length > 0;
    }

    /// <summary>Whether a linked heading stands in it, as over what is told of another story.</summary>
    private bool LeadsOn(HtmlNode node)
    {
        for (var i = node.Index + 1; i < node.End; i++)
        {
            if (Tags.Headings.Contains(_tree.Nodes[i].Name) && _text[i] > 0 && _linked[i] * 2 > _text[i])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Items of words, as writers list things: no boxes, pictures or titles in them, hardly a link.</summary>
    private bool IsPlainList(HtmlNode node)
    {
        var list = node;
        while (list.Name == "div" && list.Index + 1 < list.End && _tree.Nodes[list.Index + 1] is { IsText: false } only && only.End == list.End)
        {
            list = only;
        }

        if (list.Name is not ("ul" or "ol") || _linked[node.Index] * 3 > _text[node.Index])
        {
            return false;
        }

        for (var i = list.Index + 1; i < list.End; i++)
        {
            if (_tree.Nodes[i].Name is "div" or "img" or "section" or "article" or "time" || Tags.Headings.Contains(_tree.Nodes[i].Name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Boxes of a linked title and a line or two under it, as lists of other stories have them; none where the page is made of such (a live blog).</summary>
    private bool[] Teasers(HtmlTree tree, IReadOnlyList<Block> blocks)
    {
        const int Longest = 450;
        var linkedTitle = new bool[tree.Nodes.Count];
        foreach (var block in blocks)
        {
            if (block.LinkShare > 0.8 && block.Words >= 3 && block.Length < 200 && LeadsAway(tree.Nodes[block.At]))
            {
                var node = block.Holder;
                for (var up = 0; up < 4 && node is not null; up++, node = node.Parent)
                {
                    linkedTitle[node.Index] = true;
                }
            }
        }

        var teasers = new bool[tree.Nodes.Count];
        var prose = 0;
        for (var i = 0; i < teasers.Length; i++)
        {
            var node = tree.Nodes[i];
            if (linkedTitle[i] && node.Name is "li" or "div" or "article" or "section" or "td" or "dl" && _prose[i] > 0 && _text[i] < Longest && _linked[i] * 8 > _text[i])
            {
                teasers[i] = true;
                prose += _prose[i];
                i = node.End - 1;
            }
        }

        return Prose - prose < Enough ? new bool[teasers.Length] : teasers;
    }

    /// <summary>A link to another page, not to a place on this one.</summary>
    private static bool LeadsAway(HtmlNode text)
    {
        for (var node = text; node is not null; node = node.Parent)
        {
            if (node.Name == "a" && node["href"] is { } address)
            {
                return !address.Contains('#', StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>Links and little else.</summary>
    private bool IsLinkList(HtmlNode node, double share) =>
        node.Name is "ul" or "ol" or "dl" or "div" or "section" or "table" or "tr" or "li" && share < Much && _text[node.Index] > 0 && _linked[node.Index] * 10 > _text[node.Index] * 6;
}

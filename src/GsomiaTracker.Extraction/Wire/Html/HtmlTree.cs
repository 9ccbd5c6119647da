using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>
/// A page as a tree in document order, made from AngleSharp's tokens by simple rules for what is left open: linear in the page's length, whatever stands in it.
/// Elements deeper than <see cref="Deepest"/> are left out, their text is not.
/// </summary>
internal sealed class HtmlTree
{
    public const int Deepest = 400;
    private const int MostAttributes = 40;

    private readonly List<HtmlNode> _nodes = [];
    private readonly List<HtmlNode> _open = [];
    private readonly Dictionary<string, int> _openByName = new(StringComparer.Ordinal);

    public IReadOnlyList<HtmlNode> Nodes => _nodes;

    public static HtmlTree Parse(string html)
    {
        var tree = new HtmlTree();
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    tree.Text(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    tree.Start(token.AsTag(), tokenizer);
                    break;
                case HtmlTokenType.EndTag:
                    tree.EndTag(token.Name);
                    break;
                default:
                    break;
            }
        }

        while (tree._open.Count > 0)
        {
            tree.Pop();
        }

        return tree;
    }

    public IEnumerable<HtmlNode> Named(string name) => _nodes.Where(n => n.Name == name);

    /// <summary>The text below a node, as it stands, white space as one space.</summary>
    public string TextOf(HtmlNode node)
    {
        if (node.Words.Length > 0)
        {
            return WhiteSpace.Collapsed(node.Words);
        }

        var text = new System.Text.StringBuilder();
        for (var i = node.Index + 1; i < node.End; i++)
        {
            text.Append(_nodes[i].IsText ? _nodes[i].Words : " ");
        }

        return WhiteSpace.Collapsed(text.ToString());
    }

    private HtmlNode? Top => _open.Count > 0 ? _open[^1] : null;

    private void Text(string words)
    {
        if (Top is { Name: "script" or "title" or "style" or "textarea" or "noscript" or "iframe" or "xmp" or "noembed" or "noframes" } raw)
        {
            raw.Words = raw.Words.Length == 0 ? words : raw.Words + words;
            return;
        }

        _nodes.Add(new HtmlNode(_nodes.Count, "", Top) { Words = words });
    }

    private void Start(HtmlTagToken tag, HtmlTokenizer tokenizer)
    {
        var name = tag.Name;
        if (Tags.ClosesParagraph.Contains(name))
        {
            CloseParagraph();
        }

        if (Tags.Closing.TryGetValue(name, out var closing))
        {
            CloseUpTo(closing.Closes, closing.UpTo);
        }

        var node = new HtmlNode(_nodes.Count, name, Top) { Attributes = Copied(tag) };
        _nodes.Add(node);
        if (Tags.Void.Contains(name) || (tag.IsSelfClosing && name is "path" or "use" or "circle" or "rect" or "g"))
        {
            return;
        }

        if (name == "script")
        {
            tokenizer.State = HtmlParseMode.Script;
        }
        else if (Tags.Raw.Contains(name))
        {
            tokenizer.State = HtmlParseMode.Rawtext;
        }
        else if (name is "title" or "textarea")
        {
            // An icon's title is markup like any other.
            if (name == "title" && _openByName.GetValueOrDefault("svg") > 0)
            {
                return;
            }

            tokenizer.State = HtmlParseMode.RCData;
        }
        else if (_open.Count >= Deepest)
        {
            return;
        }

        _open.Add(node);
        _openByName[name] = _openByName.GetValueOrDefault(name) + 1;
    }

    private void EndTag(string name)
    {
        if (_openByName.GetValueOrDefault(name) == 0)
        {
            return;
        }

        var block = Tags.Blocks.Contains(name);
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _open[i].Name;
            if (open == name)
            {
                while (_open.Count > i)
                {
                    Pop();
                }

                return;
            }

            // A stray </b> does not end the blocks round it, nor a stray </div> the table.
            if ((!block && Tags.Blocks.Contains(open)) || (Tags.Cells.Contains(open) && name is not ("table" or "tr" or "tbody" or "thead" or "tfoot" or "td" or "th" or "body" or "html")))
            {
                return;
            }
        }
    }

    private void CloseParagraph()
    {
        if (_openByName.GetValueOrDefault("p") == 0)
        {
            return;
        }

        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Name == "p")
            {
                while (_open.Count > i)
                {
                    Pop();
                }

                return;
            }

            if (Tags.Blocks.Contains(_open[i].Name))
            {
                return;
            }
        }
    }

    private void CloseUpTo(string[] closes, string[] upTo)
    {
        var to = -1;
        for (var i = _open.Count - 1; i >= 0 && !upTo.Contains(_open[i].Name); i--)
        {
            to = closes.Contains(_open[i].Name) ? i : to;
        }

        while (to >= 0 && _open.Count > to)
        {
            Pop();
        }
    }

    private void Pop()
    {
        var node = _open[^1];
        node.End = _nodes.Count;
        _open.RemoveAt(_open.Count - 1);
        _openByName[node.Name]--;
    }

    private static KeyValuePair<string, string>[] Copied(HtmlTagToken tag)
    {
        var count = Math.Min(tag.Attributes.Count, MostAttributes);
        if (count == 0)
        {
            return [];
        }

        var copied = new KeyValuePair<string, string>[count];
        for (var i = 0; i < count; i++)
        {
            copied[i] = new KeyValuePair<string, string>(tag.Attributes[i].Name, tag.Attributes[i].Value);
        }

        return copied;
    }
}

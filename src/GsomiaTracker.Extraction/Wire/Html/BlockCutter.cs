using System.Text;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>Cuts a page's text into blocks, in document order; what is never shown as text is left out.</summary>
internal sealed class BlockCutter
{
    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _text = new();
    private HtmlNode? _holder;
    private int _at;
    private int _linked;

    public static List<Block> Cut(HtmlTree tree)
    {
        var nodes = tree.Nodes;
        var holders = new HtmlNode?[nodes.Count];
        var linked = new bool[nodes.Count];
        var cutter = new BlockCutter();
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            var up = node.Parent;
            if (node.IsText)
            {
                var holder = up is null ? null : holders[up.Index];
                cutter.Add(node, holder ?? up ?? node, up is not null && linked[up.Index]);
                continue;
            }

            var block = Tags.Blocks.Contains(node.Name);
            holders[i] = block || up is null ? node : holders[up.Index];
            linked[i] = (up is not null && linked[up.Index]) || (node.Name == "a" && node["href"] is not null);
            if (block || node.Name == "iframe")
            {
                cutter.Flush();
            }

            if (node.Name == "br")
            {
                cutter.LineBreak();
            }

            if (Tags.Mute.Contains(node.Name) && node.Name is not ("nav" or "menu"))
            {
                i = node.End - 1;
            }
        }

        cutter.Flush();
        return cutter._blocks;
    }

    private void Add(HtmlNode text, HtmlNode holder, bool linked)
    {
        if (holder != _holder)
        {
            Flush();
            _holder = holder;
        }

        if (_text.Length == 0)
        {
            _at = text.Index;
        }

        var preserved = holder.Name == "pre";
        var breaks = 0;
        foreach (var c in text.Words)
        {
            // Where white space is kept, an empty line parts paragraphs.
            breaks = c == '\n' ? breaks + 1 : WhiteSpace.Is(c) ? breaks : 0;
            if (preserved && breaks == 2 && _text.Length > 0)
            {
                Flush();
                (_holder, _at) = (holder, text.Index);
            }

            if (WhiteSpace.Is(c) || (c is '\u00A0' or '\u3000' && (_text.Length == 0 || _text[^1] is ' ' or '\n')))
            {
                if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
                {
                    _text.Append(' ');
                }
            }
            else if (c is not ('\u00AD' or '\u200B' or '\uFEFF'))
            {
                _text.Append(c);
                _linked += linked ? 1 : 0;
            }
        }
    }

    private void LineBreak()
    {
        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }

        if (_text.Length == 0)
        {
            return;
        }

        if (_text[^1] == '\n')
        {
            var holder = _holder;
            Flush();
            _holder = holder;
        }
        else
        {
            _text.Append('\n');
        }
    }

    private void Flush()
    {
        while (_text.Length > 0 && _text[^1] is ' ' or '\n' or '\u00A0' or '\u3000')
        {
            _text.Length--;
        }

        if (_text.Length > 0 && _holder is { } holder)
        {
            var text = _text.ToString();
            var letters = 0;
            foreach (var c in text)
            {
                letters += c is ' ' or '\n' ? 0 : 1;
            }

            _blocks.Add(new Block(holder, _at, text, Math.Min(1.0, (double)_linked / Math.Max(1, letters)), RoleOf(holder)));
        }

        _text.Clear();
        _linked = 0;
        _holder = null;
    }

    private static BlockRole RoleOf(HtmlNode holder)
    {
        if (Tags.Headings.Contains(holder.Name))
        {
            return BlockRole.Heading;
        }

        var node = holder;
        for (var up = 0; up < 4 && node is not null; up++, node = node.Parent)
        {
            switch (node.Name)
            {
                case "figcaption" or "figure":
                    return BlockRole.Caption;
                case "li" or "dd" or "dt":
                    return BlockRole.Item;
                case "blockquote":
                    return BlockRole.Quote;
                case "td" or "th" when up == 0:
                    return BlockRole.Cell;
                default:
                    break;
            }
        }

        return BlockRole.Paragraph;
    }
}

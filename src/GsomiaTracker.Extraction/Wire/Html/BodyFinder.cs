namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>Which element of a page holds the article: the one whose prose outweighs what else stands in it, or one that is named so.</summary>
internal sealed class BodyFinder(HtmlTree tree, IReadOnlyList<Block> blocks, PageParts parts, PageOpening opening)
{
    /// <summary>One goes down to a child that holds this much of the worth.</summary>
    private const double NearlyAll = 0.93;

    /// <summary>An element that is named an article's body is believed from this share of the best one's prose on.</summary>
    private const double Believed = 0.5;

    /// <summary>And from this on, if it begins as the page's description does.</summary>
    private const double BelievedOpening = 0.25;

    /// <summary>Letters of a paragraph that count for nothing: teasers and labels have hardly more.</summary>
    private const int Short = 50;

    /// <summary>The element that begins as the description does is a short article where it holds this much of the prose, and more than that paragraph.</summary>
    private const double Mostly = 0.4;

    /// <summary>Letters of prose of a short article.</summary>
    private const int Little = 1000;

    private readonly double[] _worth = new double[tree.Nodes.Count];

    public HtmlNode? Find()
    {
        Weigh();
        HtmlNode? best = null;
        foreach (var node in tree.Nodes)
        {
            if (!node.IsText && !parts.IsDropped(node) && Tags.Blocks.Contains(node.Name) && node.Name != "p" && (best is null || _worth[node.Index] >= _worth[best.Index]) && _worth[node.Index] > 0)
            {
                best = node;
            }
        }

        if (best is null)
        {
            return null;
        }

        best = Described(FirstOfSeveral(best));
        return Down(Named(best) ?? best);
    }

    /// <summary>Where there is little prose, that which the page's own description repeats is the article, however much stands in a box beside it.</summary>
    private HtmlNode Described(HtmlNode best)
    {
        if (parts.ProseOf(best) > Little)
        {
            return best;
        }

        foreach (var block in blocks)
        {
            if (block.IsProse && !parts.IsDropped(block) && !parts.IsCaption(block) && opening.Opens(block.Text))
            {
                var own = block.Holder.Name == "p" ? block.Holder.Parent ?? block.Holder : block.Holder;
                if (tree.Nodes[block.At].IsWithin(best))
                {
                    return own.IsWithin(best) && parts.ProseOf(own) >= Mostly * parts.ProseOf(best) && parts.ProseOf(own) > block.Length ? own : best;
                }

                return best.IsWithin(own) || parts.ProseOf(own) * 4 < parts.ProseOf(best) ? best : own;
            }
        }

        return best;
    }

    private void Weigh()
    {
        foreach (var block in blocks)
        {
            if (!parts.IsDropped(block) && !parts.IsCaption(block))
            {
                _worth[block.Holder.Index] += block.IsProse ? Math.Max(0, block.Length - Short) * (1 - (2 * block.LinkShare)) : block.Role == BlockRole.Heading ? 0 : -5 - (block.Length * (0.15 + block.LinkShare));
            }
        }

        for (var i = tree.Nodes.Count - 1; i > 0; i--)
        {
            if (tree.Nodes[i].Parent is { } up)
            {
                _worth[up.Index] += _worth[i];
            }
        }
    }

    /// <summary>The innermost element under (or round) the best one that is named as an article's body and holds enough of it.</summary>
    private HtmlNode? Named(HtmlNode best)
    {
        HtmlNode? named = null;
        var prose = parts.ProseOf(best);
        foreach (var node in tree.Nodes)
        {
            if ((parts.KindOf(node) & PartKind.Body) == 0 || parts.IsDropped(node) || parts.ProseOf(node) < (parts.Opens(node) ? BelievedOpening : Believed) * prose || !(node.IsWithin(best) || best.IsWithin(node)))
            {
                continue;
            }

            if (named is null || (node.IsWithin(named) && parts.ProseOf(node) >= 0.8 * parts.ProseOf(named)) || (!node.IsWithin(named) && parts.ProseOf(node) > 1.5 * parts.ProseOf(named)))
            {
                named = node;
            }
        }

        return named;
    }

    private HtmlNode Down(HtmlNode node)
    {
        for (var deeper = true; deeper;)
        {
            deeper = false;
            for (var i = node.Index + 1; i < node.End; i = tree.Nodes[i].End)
            {
                var child = tree.Nodes[i];
                if (!child.IsText && child.Name is not ("p" or "ul" or "ol" or "blockquote" or "li") && !parts.IsDropped(child) && _worth[child.Index] >= NearlyAll * _worth[node.Index])
                {
                    (node, deeper) = (child, true);
                    break;
                }
            }
        }

        return node;
    }

    /// <summary>Of several whole articles one after the other (endless scrolling), each with its own headline: the first.</summary>
    private HtmlNode FirstOfSeveral(HtmlNode best)
    {
        var headed = new List<HtmlNode>();
        for (var i = best.Index + 1; i < best.End;)
        {
            var node = tree.Nodes[i];
            if (IsWhole(node) && !parts.IsDropped(node) && parts.ProseOf(node) * 8 > parts.ProseOf(best) && HasHeadline(node))
            {
                headed.Add(node);
                i = node.End;
            }
            else
            {
                i++;
            }
        }

        return headed.Count > 1 ? headed[0] : FirstOfRow(best) ?? best;
    }

    /// <summary>Of boxes alike, each with a heading of its own before its prose, the first, where that is called as the page is and nothing else on the page is: a stream of stories, not the entries of one.</summary>
    private HtmlNode? FirstOfRow(HtmlNode best)
    {
        if (opening.Title is not { } title)
        {
            return null;
        }

        foreach (var row in tree.Nodes)
        {
            if (row.IsText || !row.IsWithin(best) && row != best || row["class"] is not { Length: > 0 } name || row.Parent is not { } parent || parts.IsDropped(row) || parts.ProseOf(row) < 300)
            {
                continue;
            }

            var alike = 0;
            for (var i = row.End; i < parent.End; i = tree.Nodes[i].End)
            {
                alike += tree.Nodes[i] is { IsText: false } other && other.Name == row.Name && other["class"] == name && parts.ProseOf(other) >= 300 && HeadingOf(other) is { } heading && !Same(heading, title) ? 1 : 0;
            }

            if (alike > 0 && HeadingOf(row) is { } own && Same(own, title))
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>The words of the first heading in an element, if prose follows it there.</summary>
    private string? HeadingOf(HtmlNode node)
    {
        for (var i = node.Index + 1; i < node.End; i++)
        {
            if (tree.Nodes[i].Name is "h1" or "h2" or "h3")
            {
                return tree.TextOf(tree.Nodes[i]);
            }

            if (tree.Nodes[i].Name == "p" && parts.ProseOf(tree.Nodes[i]) > 100)
            {
                return null;
            }
        }

        return null;
    }

    private static bool Same(string heading, string title) => heading.Length >= 12 && title.Contains(heading, StringComparison.OrdinalIgnoreCase);

    private bool IsWhole(HtmlNode node) => node.Name == "article" || (node["itemtype"] is { } type && type.Contains("Article", StringComparison.Ordinal)) || node["data-article-id"] is not null;

    private bool HasHeadline(HtmlNode node)
    {
        for (var i = node.Index + 1; i < node.End; i++)
        {
            if (tree.Nodes[i].Name == "h1" || (tree.Nodes[i]["itemprop"] is { } property && property.Contains("headline", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}

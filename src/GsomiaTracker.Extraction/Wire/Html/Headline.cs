namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>The heading on the page that is the article's title.</summary>
internal static class Headline
{
    private const int Enough = 250;

    private enum Which { First, Last }

    /// <summary>The last node of the last such heading that ends before a node; -1 where there is none.</summary>
    public static int Before(HtmlTree tree, int before, string title) => Find(tree, before, title, Which.Last);

    /// <summary>What stands before the headline within the element that holds the article (a notice on cookies, say) is none of it, if a story follows.</summary>
    public static List<Block> Following(HtmlTree tree, List<Block> inBody, string? title)
    {
        if (title is null || inBody.Count == 0)
        {
            return inBody;
        }

        var at = Find(tree, inBody[^1].At, title, Which.First);
        if (at < inBody[0].At)
        {
            return inBody;
        }

        int before = 0, after = 0;
        foreach (var block in inBody)
        {
            if (block.IsProse)
            {
                before += block.At <= at ? block.Length : 0;
                after += block.At > at ? block.Length : 0;
            }
        }

        return before > 0 && after >= Enough && after * 4 > before ? inBody.FindAll(b => b.At > at) : inBody;
    }

    private static int Find(HtmlTree tree, int before, string title, Which which)
    {
        var at = -1;
        foreach (var node in tree.Nodes)
        {
            if (node.Index >= before)
            {
                break;
            }

            if (node.Name is "h1" or "h2" && node.End <= before && string.Equals(tree.TextOf(node), title, StringComparison.OrdinalIgnoreCase))
            {
                at = node.End - 1;
                if (which == Which.First)
                {
                    break;
                }
            }
        }

        return at;
    }
}

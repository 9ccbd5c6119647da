namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>The standfirst (deck): what stands in sentences between headline and story and belongs to neither. It is read with the article, but is no part of its body.</summary>
internal static class Standfirst
{
    private const int Most = 3;
    private const int Longest = 600;

    public static IReadOnlyList<Block> Of(HtmlTree tree, IReadOnlyList<Block> blocks, List<Block> own, PageParts parts, string? title)
    {
        if (own.Count == 0 || title is null)
        {
            return [];
        }

        var from = Headline.Before(tree, own[0].At, title);
        var found = new List<Block>();
        foreach (var block in blocks)
        {
            if (block.At <= from || block.At >= own[0].At || block.Length > Longest || parts.IsCaption(block) || block.LinkShare > 0.3 || found.Count == Most)
            {
                continue;
            }

            var named = IsNamed(block.Holder, parts);
            if ((named ? block.Words >= 4 : from >= 0 && block.EndsSentence && block.Words >= 8 && !parts.IsDropped(block)) && Furniture.Of(block.Text) == FurnitureKind.None
                && (block.Words > 14 || StampText.Find(block.Text, monthFirst: true) is null) && !string.Equals(block.Text, title, StringComparison.OrdinalIgnoreCase) && !own.Exists(b => b.Text.StartsWith(block.Text, StringComparison.Ordinal)))
            {
                found.Add(block);
            }
        }

        return found;
    }

    private static bool IsNamed(HtmlNode holder, PageParts parts)
    {
        var node = holder;
        for (var up = 0; up < 3 && node is not null; up++, node = node.Parent)
        {
            if ((parts.KindOf(node) & (PartKind.Deck | PartKind.Body)) == PartKind.Deck)
            {
                return true;
            }
        }

        return false;
    }
}

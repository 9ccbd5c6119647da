namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>
/// What readers write under an article, where no name of a part tells: many boxes alike, each with a short line (who, when) and a few sentences, without heading or picture.
/// A live blog's entries have headings; a story's paragraphs have no such lines.
/// </summary>
internal static class ReaderVoices
{
    private const int Fewest = 5;
    private const int LongestLine = 6;
    private const int Enough = 400;

    /// <param name="prose">Letters of prose in each element; what readers wrote is taken off it.</param>
    /// <returns>For each element whether it is such a box.</returns>
    public static bool[] Of(HtmlTree tree, IReadOnlyList<Block> blocks, int[] prose)
    {
        var count = tree.Nodes.Count;
        var (lines, voices) = (new int[count], new bool[count]);
        foreach (var block in blocks)
        {
            if (!block.IsProse && block.Role != BlockRole.Heading && block.Words is > 0 and <= LongestLine && block.LinkShare < 0.9)
            {
                lines[block.Holder.Index]++;
            }
        }

        var other = new bool[count];
        for (var i = count - 1; i > 0; i--)
        {
            other[i] |= Tags.Headings.Contains(tree.Nodes[i].Name) || tree.Nodes[i].Name is "figure" or "time";
            if (tree.Nodes[i].Parent is { } up)
            {
                lines[up.Index] += lines[i];
                other[up.Index] |= other[i];
            }
        }

        var whole = tree.Nodes.Where(n => n.Parent is null).Sum(n => prose[n.Index]);
        foreach (var parent in tree.Nodes)
        {
            if (parent.IsText || prose[parent.Index] == 0)
            {
                continue;
            }

            var alike = new Dictionary<string, List<HtmlNode>>(StringComparer.Ordinal);
            for (var i = parent.Index + 1; i < parent.End; i = tree.Nodes[i].End)
            {
                var child = tree.Nodes[i];
                if (!child.IsText && child.Name is "div" or "li" or "article" or "section" && child["class"] is { Length: > 0 } name && prose[i] > 0 && lines[i] is >= 1 and <= 4 && !other[i])
                {
                    if (!alike.TryGetValue(name, out var boxes))
                    {
                        alike[name] = boxes = [];
                    }

                    boxes.Add(child);
                }
            }

            foreach (var boxes in alike.Values.Where(b => b.Count >= Fewest))
            {
                var written = boxes.Sum(b => prose[b.Index]);
                if (whole - written < Enough)
                {
                    continue;
                }

                whole -= written;
                foreach (var box in boxes)
                {
                    voices[box.Index] = true;
                    var taken = prose[box.Index];
                    for (var up = box; up is not null; up = up.Parent)
                    {
                        prose[up.Index] -= taken;
                    }
                }
            }
        }

        return voices;
    }
}

using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>
/// Boxes beside a story that no name of a part tells: one under a label ("About the author", "Write to us"), and one that asks for an address (a heading, a sentence, a field to write in).
/// </summary>
internal static class OtherBoxes
{
    /// <summary>Letters of such a box.</summary>
    private const int Longest = 900;

    /// <summary>Prose beside the field.</summary>
    private const int LongestProse = 600;

    /// <summary>The share of the page's prose that such a box has at most.</summary>
    private const double Most = 0.34;

    private static readonly FrozenSet<string> _labels =
        LexiconFile.Rows("wire/markup.tsv").Where(r => r[0] == "box").Select(r => r[1]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="text">Letters in each element.</param>
    /// <param name="prose">Letters of prose in each element.</param>
    /// <returns>For each element whether it is such a box.</returns>
    public static bool[] Of(HtmlTree tree, IReadOnlyList<Block> blocks, int[] text, int[] prose, int whole)
    {
        var boxes = new bool[tree.Nodes.Count];
        var first = new int[tree.Nodes.Count];
        foreach (var block in blocks)
        {
            for (var up = block.Holder; up is not null && first[up.Index] == 0; up = up.Parent)
            {
                first[up.Index] = block.At;
            }

            if (block.Words <= 6 && IsLabel(block.Text) && Headed(block, first) is { } box && text[box.Index] > block.Length && Small(box))
            {
                boxes[box.Index] = true;
            }
        }

        foreach (var field in tree.Nodes)
        {
            if (field.Name == "input" && field["type"] is null or "" or "text" or "email" && Asking(tree, field) is { } form)
            {
                var box = form;
                while (box.Parent is { } up && up.Name is "div" or "section" or "aside" && Small(up) && !Holds(tree, up, "h1"))
                {
                    box = up;
                }

                boxes[box.Index] |= Small(box) && !Holds(tree, box, "h1");
            }
        }

        return boxes;

        bool Small(HtmlNode node) => text[node.Index] <= Longest && prose[node.Index] <= LongestProse && prose[node.Index] < Most * whole;
    }

    private static bool IsLabel(string words) => _labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.AsSpan().Trim(" .:!?–-»›".AsSpan()));

    /// <summary>The box that begins with the label and holds more than it.</summary>
    private static HtmlNode? Headed(Block label, int[] first)
    {
        var node = label.Holder;
        while (node.Parent is { } up && up.Name is "div" or "section" or "aside" or "li" or "article" && (first[up.Index] == label.At || first[up.Index] == 0))
        {
            node = up;
        }

        return node.Name is "div" or "section" or "aside" or "li" ? node : null;
    }

    /// <summary>The form that a field stands in, or the box round it where a page's script sends it.</summary>
    private static HtmlNode? Asking(HtmlTree tree, HtmlNode field)
    {
        for (var up = field.Parent; up is not null; up = up.Parent)
        {
            if (up.Name == "form")
            {
                return up["role"] == "search" || (up["action"] ?? "").Contains("search", StringComparison.OrdinalIgnoreCase) || Holds(tree, up, "p h1") && up.End - up.Index > 400 ? null : up;
            }
        }

        return field["type"] == "email" ? field.Parent : null;
    }

    private static bool Holds(HtmlTree tree, HtmlNode node, string names)
    {
        for (var i = node.Index + 1; i < node.End; i++)
        {
            if (!tree.Nodes[i].IsText && names.Contains(tree.Nodes[i].Name, StringComparison.Ordinal) && names.Split(' ').Contains(tree.Nodes[i].Name))
            {
                return true;
            }
        }

        return false;
    }
}

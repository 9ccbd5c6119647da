namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>Words that stand on a page by themselves and in a paragraph, too: quotations lifted out of the text, its first lines under a headline elsewhere.</summary>
internal static class LiftedWords
{
    private const int Fewest = 5;
    private const int Most = 60;

    /// <summary>The blocks whose first and last words stand in one longer paragraph. Linear in the page's words.</summary>
    public static HashSet<int> Of(IReadOnlyList<Block> blocks)
    {
        var at = new Dictionary<int, int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].IsProse && blocks[i].Words > Fewest)
            {
                foreach (var gram in WordGrams.Of(blocks[i].Text))
                {
                    // Of several paragraphs with the same words, the longest.
                    if (!at.TryGetValue(gram, out var other) || blocks[other].Length < blocks[i].Length)
                    {
                        at[gram] = i;
                    }
                }
            }
        }

        var lifted = new HashSet<int>();
        var grams = new List<int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Words is < Fewest or > Most)
            {
                continue;
            }

            grams.Clear();
            grams.AddRange(WordGrams.Of(blocks[i].Text));
            if (grams.Count > 0 && at.TryGetValue(grams[0], out var from) && at.TryGetValue(grams[^1], out var to) && from == to && from != i && blocks[from].Length > blocks[i].Length * 1.2)
            {
                lifted.Add(i);
            }
        }

        return lifted;
    }
}

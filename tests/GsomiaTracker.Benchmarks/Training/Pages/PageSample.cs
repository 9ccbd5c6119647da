using GsomiaTracker.Extraction.Wire.Html;

namespace GsomiaTracker.Benchmarks.Training.Pages;

/// <summary>An annotated page in one of its disguises: what is seen in each block, which blocks are the article's, and what its text is.</summary>
internal sealed class PageSample
{
    private const int Gram = 4;

    public PageSample(string name, string site, string disguise, HtmlTree tree, string gold, double weight)
    {
        (Name, Site, Disguise, Weight) = (name, site, disguise, weight);
        var page = new PageLayout(tree);
        Blocks = page.Blocks;
        var ruled = page.Ruled.ToHashSet();
        Ruled = [.. Blocks.Select(ruled.Contains)];
        Signs = new BlockSigns(page);
        First = [.. Enumerable.Range(0, Blocks.Count).Select(Signs.Of)];
        Gold = Grams(gold);
        Words = Math.Max(1, Gold.Values.Sum());
        IsArticle = Label(Blocks, gold);
    }

    public string Name { get; }

    public string Site { get; }

    public string Disguise { get; }

    public double Weight { get; }

    public List<Block> Blocks { get; }

    /// <summary>What the rules take.</summary>
    public bool[] Ruled { get; }

    public BlockSigns Signs { get; }

    public List<BlockSign>[] First { get; }

    public bool[] IsArticle { get; }

    public int Words { get; }

    private Dictionary<string, int> Gold { get; }

    /// <summary>Precision and recall of 4-word shingles.</summary>
    public (double Precision, double Recall) Score(Func<int, bool> taken)
    {
        var told = Grams(string.Join('\n', Blocks.Where((_, i) => taken(i)).Select(b => b.Text)));
        var both = told.Sum(g => Math.Min(g.Value, Gold.GetValueOrDefault(g.Key)));
        return (told.Count == 0 ? 1 : (double)both / told.Values.Sum(), (double)both / Words);
    }

    /// <summary>A block is the article's whose words stand in its text; of blocks with the same words, the one among most such.</summary>
    private static bool[] Label(List<Block> blocks, string gold)
    {
        var whole = Bare(gold);
        var lines = gold.Split('\n').Select(Bare).ToHashSet(StringComparer.Ordinal);
        var bare = blocks.ConvertAll(b => Bare(b.Text));
        var held = bare.Select(b => b.Length > 0 && (lines.Contains(b) || (b.Length >= 12 && whole.Contains(b, StringComparison.Ordinal)))).ToArray();
        for (var i = 0; i < held.Length; i++)
        {
            // Alone far from the rest: the same words elsewhere.
            var near = Enumerable.Range(Math.Max(0, i - 6), 13).Count(j => j != i && j < held.Length && held[j] && blocks[j].Words > 5);
            held[i] = held[i] && (near > 0 || blocks[i].Words > 60 || lines.Count <= 5);
        }

        var lifted = LiftedWords.Of(blocks);
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = held[i] && (lines.Contains(bare[i]) || !lifted.Contains(i));
        }

        foreach (var same in Enumerable.Range(0, held.Length).Where(i => held[i]).GroupBy(i => bare[i]).Where(g => g.Count() > 1))
        {
            var best = same.MaxBy(i => Enumerable.Range(Math.Max(0, i - 6), 13).Count(j => j < held.Length && held[j] && blocks[j].Holder.Parent == blocks[i].Holder.Parent));
            foreach (var i in same)
            {
                held[i] = i == best;
            }
        }

        return held;
    }

    private static string Bare(string words) => string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static Dictionary<string, int> Grams(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var part = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_');
            if (part && start < 0)
            {
                start = i;
            }
            else if (!part && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        var grams = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; words.Count > 0 && i < Math.Max(1, words.Count - Gram + 1); i++)
        {
            var gram = string.Join(' ', words.Skip(i).Take(Gram));
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }
}

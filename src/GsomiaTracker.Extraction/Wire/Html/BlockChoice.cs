using System.Globalization;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>
/// Which blocks of a page are its article: the rules' answer, put right where what is seen in a block and round it says otherwise. Two looks, the second of which
/// knows what the first made of the neighbours. The weights are <c>Lexicon/en/wire/blocks.tsv</c>, made by the verb <c>train-pages</c> of the benchmarks; a sign
/// without a weight counts nothing.
/// </summary>
internal static class BlockChoice
{
    /// <summary>What the rules take is left out below these odds.</summary>
    public const double Leave = -2;

    /// <summary>What the rules leave out is taken above these.</summary>
    public const double Take = 1.5;

    /// <summary>Where less than this share of what the rules take is left, the choice knows no such page.</summary>
    private const double Least = 0.25;

    private static readonly double[][] _first = Layer("first");
    private static readonly double[][] _again = Layer("again");

    public static List<Block> Of(PageLayout page)
    {
        var blocks = page.Blocks;
        var signs = new BlockSigns(page);
        var odds = Odds(signs, blocks.Count);
        var chosen = new List<Block>(page.Ruled.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (signs.IsRuled(i) ? odds[i] > Leave : odds[i] > Take && signs.MayBeText(i))
            {
                chosen.Add(blocks[i]);
            }
        }

        return chosen.Exists(b => b.EndsSentence) && chosen.Sum(b => b.Length) >= Least * page.Ruled.Sum(b => b.Length) ? chosen : page.Ruled;
    }

    private static double[] Odds(BlockSigns signs, int count)
    {
        var seen = new List<BlockSign>[count];
        var first = new double[count];
        for (var i = 0; i < count; i++)
        {
            seen[i] = signs.Of(i);
            first[i] = Sum(seen[i], _first);
        }

        var odds = new double[count];
        for (var i = 0; i < count; i++)
        {
            odds[i] = Sum(signs.Again(i, first, seen[i]), _again);
        }

        return odds;
    }

    private static double Sum(List<BlockSign> signs, double[][] weights)
    {
        var sum = 0.0;
        foreach (var (kind, grade) in signs)
        {
            var of = weights[(int)kind];
            sum += grade < of.Length ? of[grade] : 0;
        }

        return sum;
    }

    private static double[][] Layer(string layer)
    {
        var weights = new double[Enum.GetValues<BlockSignKind>().Length][];
        Array.Fill(weights, []);
        foreach (var row in LexiconFile.Rows("wire/blocks.tsv"))
        {
            if (row[0] == layer)
            {
                var kind = (int)Enum.Parse<BlockSignKind>(row[1], ignoreCase: true);
                var grade = int.Parse(row[2], CultureInfo.InvariantCulture);
                if (weights[kind].Length <= grade)
                {
                    Array.Resize(ref weights[kind], grade + 1);
                }

                weights[kind][grade] = double.Parse(row[3], CultureInfo.InvariantCulture);
            }
        }

        return weights;
    }
}

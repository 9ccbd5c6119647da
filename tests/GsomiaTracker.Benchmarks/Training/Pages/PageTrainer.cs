using System.Globalization;
using System.Text;
using GsomiaTracker.Benchmarks.Training.Stances;
using GsomiaTracker.Extraction.Wire.Html;

namespace GsomiaTracker.Benchmarks.Training.Pages;

/// <summary>Fits both looks of <see cref="BlockChoice"/> to annotated pages. A block counts by its words' share of the article's.</summary>
internal sealed class PageTrainer(double penalty)
{
    public const int Folds = 5;
    private const int Inner = 3;
    private const int Rounds = 20;

    /// <summary>Of short blocks far from the rules' article, one in so many is looked at, and counts for all.</summary>
    private const int Thin = 5;
    private const double Scale = 40;
    private const int MostWords = 150;

    private readonly Dictionary<BlockSign, int> _firstAt = [];
    private readonly Dictionary<BlockSign, int> _againAt = [];
    private double[] _first = [];
    private double[] _again = [];

    /// <summary>The second look is trained on what a first look makes of pages that it was not trained on.</summary>
    public void Fit(IReadOnlyList<PageSample> samples)
    {
        var odds = new Dictionary<PageSample, double[]>();
        for (var fold = 0; fold < Inner; fold++)
        {
            var one = fold;
            var weights = Fit(samples.Where(s => Fold(s, Inner) != one), s => s.First, _firstAt);
            foreach (var sample in samples.Where(s => Fold(s, Inner) == one))
            {
                odds[sample] = [.. sample.First.Select(b => Sum(b, _firstAt, weights))];
            }
        }

        _first = Fit(samples, s => s.First, _firstAt);
        _again = Fit(samples, s => [.. s.First.Select((b, i) => s.Signs.Again(i, odds[s], b))], _againAt);
    }

    public double[] Odds(PageSample sample)
    {
        var first = sample.First.Select(b => Sum(b, _firstAt, _first)).ToArray();
        return [.. sample.First.Select((b, i) => Sum(sample.Signs.Again(i, first, b), _againAt, _again))];
    }

    public static int Fold(PageSample sample, int folds = Folds) => (int)(sample.Site.Aggregate(2166136261u, (key, c) => (key ^ c) * 16777619u) / 7 % folds);

    public string Table()
    {
        var table = new StringBuilder("# What a block of a page is by what is seen in it (Wire/Html/BlockSign.cs), made by the verb train-pages. look\tsign\tgrade\tweight\n");
        foreach (var (look, at, weights) in (ReadOnlySpan<(string, Dictionary<BlockSign, int>, double[])>)[("first", _firstAt, _first), ("again", _againAt, _again)])
        {
            foreach (var (sign, index) in at.OrderBy(s => s.Key.Kind).ThenBy(s => s.Key.Grade))
            {
                if (Math.Abs(weights[index]) >= 0.005)
                {
                    table.Append(CultureInfo.InvariantCulture, $"{look}\t{sign.Kind.ToString().ToLowerInvariant()}\t{sign.Grade}\t{weights[index]:0.00}\n");
                }
            }
        }

        return table.ToString();
    }

    private double[] Fit(IEnumerable<PageSample> samples, Func<PageSample, List<BlockSign>[]> signs, Dictionary<BlockSign, int> at)
    {
        var rows = new List<SparseRow>();
        foreach (var sample in samples)
        {
            var seen = signs(sample);
            for (var i = 0; i < seen.Length; i++)
            {
                var far = !sample.IsArticle[i] && !sample.Ruled[i] && sample.Blocks[i].Words < 8;
                if (far && i % Thin != sample.Words % Thin)
                {
                    continue;
                }

                var indices = new int[seen[i].Count];
                for (var k = 0; k < indices.Length; k++)
                {
                    if (!at.TryGetValue(seen[i][k], out var index))
                    {
                        at[seen[i][k]] = index = at.Count;
                    }

                    indices[k] = index;
                }

                var words = Math.Min(MostWords, sample.Blocks[i].Words) + 2;
                rows.Add(new SparseRow(indices, [.. Enumerable.Repeat(1.0, indices.Length)], sample.IsArticle[i] ? 1 : 0, Scale * sample.Weight * words * (far ? Thin : 1) / sample.Words));
            }
        }

        var weights = new double[at.Count];
        var penalties = new double[at.Count];
        Array.Fill(penalties, penalty);
        SparseLogistic.Fit(rows, penalties, weights, Rounds);
        return weights;
    }

    private static double Sum(List<BlockSign> signs, Dictionary<BlockSign, int> at, double[] weights)
    {
        var sum = 0.0;
        foreach (var sign in signs)
        {
            sum += at.TryGetValue(sign, out var index) && index < weights.Length ? weights[index] : 0;
        }

        return sum;
    }
}

using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Tests.Extraction.Language.Syntax;

public class SpanningTreeTests
{
    /// <summary>Against every tree there is, on random scores with many circles.</summary>
    [Fact]
    public void The_tree_found_is_the_best_of_all_trees_with_one_root()
    {
        var random = new Random(11);
        var tree = new SpanningTree();
        for (var round = 0; round < 400; round++)
        {
            var n = 1 + random.Next(5);
            const int width = 16;
            var scores = new float[n * width];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = random.Next(-20, 20);
            }

            var heads = new int[n];
            tree.Find((float[])scores.Clone(), n, width, heads);
            Assert.True(IsTree(heads));
            Assert.Equal(Best(scores, n, width), Sum(scores, heads, width));
        }
    }

    private static float Best(float[] scores, int n, int width)
    {
        var best = float.NegativeInfinity;
        var heads = new int[n];
        for (var code = 0; code < Math.Pow(n + 1, n); code++)
        {
            var rest = code;
            for (var i = 0; i < n; i++, rest /= n + 1)
            {
                heads[i] = (rest % (n + 1)) - 1;
            }

            if (IsTree(heads))
            {
                best = Math.Max(best, Sum(scores, heads, width));
            }
        }

        return best;
    }

    private static float Sum(float[] scores, int[] heads, int width) => heads.Select((h, i) => scores[(i * width) + h + 1]).Sum();

    private static bool IsTree(int[] heads) =>
        heads.Count(h => h < 0) == 1 && Enumerable.Range(0, heads.Length).All(i =>
        {
            var steps = 0;
            for (var at = i; at >= 0; at = heads[at])
            {
                if (heads[at] == at || ++steps > heads.Length)
                {
                    return false;
                }
            }

            return true;
        });
}

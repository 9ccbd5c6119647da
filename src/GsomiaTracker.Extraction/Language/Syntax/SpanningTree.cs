namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// The tree with the highest sum of scores (Chu and Liu 1965, Edmonds 1967), with exactly one word on the root. Nearly always the best head of
/// every word is such a tree already; only otherwise are circles dissolved. Ties go to the lower index.
/// </summary>
internal static class SpanningTree
{
    private const float OneRoot = 4096f;

    /// <summary>
    /// <paramref name="scores"/> has a row for every word, as wide as <paramref name="width"/>: column 0 is the root, column j+1 word j.
    /// </summary>
    public static void Find(Span<float> scores, int n, int width, Span<int> heads)
    {
        var roots = 0;
        for (var i = 0; i < n; i++)
        {
            var row = scores.Slice(i * width, n + 1);
            row[i + 1] = float.NegativeInfinity;
            var best = 0;
            for (var j = 1; j < row.Length; j++)
            {
                if (row[j] > row[best])
                {
                    best = j;
                }
            }

            heads[i] = best - 1;
            roots += best == 0 ? 1 : 0;
        }

        if (roots == 1 && IsTree(heads))
        {
            return;
        }

        // A price on the root's arcs that no difference of scores can pay: one of them is taken, since one must be.
        var weights = new double[n + 1, n + 1];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= n; j++)
            {
                weights[j, i + 1] = scores[(i * width) + j] - (j == 0 ? OneRoot * (n + 1) : 0f);
            }
        }

        var tree = Edmonds(weights, n + 1);
        for (var i = 0; i < n; i++)
        {
            heads[i] = tree[i + 1] - 1;
        }
    }

    /// <summary>Whether every word reaches the root. Marks each word with the walk that first met it.</summary>
    private static bool IsTree(ReadOnlySpan<int> heads)
    {
        Span<int> met = heads.Length <= 512 ? stackalloc int[heads.Length] : new int[heads.Length];
        met.Clear();
        for (var i = 0; i < heads.Length; i++)
        {
            for (var at = i; at >= 0; at = heads[at])
            {
                if (met[at] == i + 1)
                {
                    return false;
                }

                if (met[at] != 0)
                {
                    break;
                }

                met[at] = i + 1;
            }
        }

        return true;
    }

    /// <summary>Best arborescence from node 0. Circles are shrunk into one of their nodes and opened again in the opposite order.</summary>
    private static int[] Edmonds(double[,] weight, int count)
    {
        // Which original arc (from, to) stands behind the present arc between two present nodes.
        var from = new int[count, count];
        var to = new int[count, count];
        var alive = new bool[count];
        var member = new List<int>[count];
        for (var v = 0; v < count; v++)
        {
            alive[v] = true;
            member[v] = [v];
            for (var u = 0; u < count; u++)
            {
                from[u, v] = u;
                to[u, v] = v;
            }
        }

        var shrunk = new Stack<(int Node, int[] Circle, int[] HeadFrom, int[] HeadTo, List<int>[] Members)>();
        var best = new int[count];
        while (true)
        {
            for (var v = 1; v < count; v++)
            {
                if (!alive[v])
                {
                    continue;
                }

                best[v] = -1;
                for (var u = 0; u < count; u++)
                {
                    if (alive[u] && u != v && (best[v] < 0 || weight[u, v] > weight[best[v], v]))
                    {
                        best[v] = u;
                    }
                }
            }

            var circle = Circle(best, alive, count);
            if (circle is null)
            {
                break;
            }

            var node = circle[0];
            shrunk.Push((node, circle, [.. circle.Select(v => from[best[v], v])], [.. circle.Select(v => to[best[v], v])], [.. circle.Select(v => member[v])]));
            var inside = new bool[count];
            foreach (var v in circle)
            {
                inside[v] = true;
            }

            var own = circle.Select(v => weight[best[v], v]).ToArray();
            for (var u = 0; u < count; u++)
            {
                if (!alive[u] || inside[u])
                {
                    continue;
                }

                // Into the circle: the gain over the arc that it replaces. Out of it: the best of its members.
                int into = 0, outOf = 0;
                for (var k = 1; k < circle.Length; k++)
                {
                    if (weight[u, circle[k]] - own[k] > weight[u, circle[into]] - own[into])
                    {
                        into = k;
                    }

                    if (weight[circle[k], u] > weight[circle[outOf], u])
                    {
                        outOf = k;
                    }
                }

                (weight[u, node], from[u, node], to[u, node]) = (weight[u, circle[into]] - own[into], from[u, circle[into]], to[u, circle[into]]);
                (weight[node, u], from[node, u], to[node, u]) = (weight[circle[outOf], u], from[circle[outOf], u], to[circle[outOf], u]);
            }

            foreach (var v in circle.AsSpan(1))
            {
                alive[v] = false;
            }

            member[node] = [.. circle.SelectMany(v => shrunk.Peek().Members[Array.IndexOf(circle, v)])];
        }

        var heads = new int[count];
        Array.Fill(heads, -1);
        for (var v = 1; v < count; v++)
        {
            if (alive[v])
            {
                heads[to[best[v], v]] = from[best[v], v];
            }
        }

        while (shrunk.TryPop(out var last))
        {
            // The one member that an arc from outside enters keeps that arc; the others keep the circle's.
            for (var k = 0; k < last.Circle.Length; k++)
            {
                var entered = false;
                foreach (var original in last.Members[k])
                {
                    entered |= heads[original] >= 0;
                }

                if (!entered)
                {
                    heads[last.HeadTo[k]] = last.HeadFrom[k];
                }
            }
        }

        return heads;
    }

    private static int[]? Circle(int[] best, bool[] alive, int count)
    {
        var met = new int[count];
        for (var v = 1; v < count; v++)
        {
            if (!alive[v])
            {
                continue;
            }

            var at = v;
            while (at != 0 && met[at] == 0)
            {
                met[at] = v;
                at = best[at];
            }

            if (at != 0 && met[at] == v)
            {
                var circle = new List<int>();
                var start = at;
                do
                {
                    circle.Add(at);
                    at = best[at];
                }
                while (at != start);
                return [.. circle];
            }
        }

        return null;
    }
}

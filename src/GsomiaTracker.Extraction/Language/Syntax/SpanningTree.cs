using System.Runtime.CompilerServices;
namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// The tree with the highest sum of scores (Chu and Liu 1965, Edmonds 1967), with exactly one word on the root. Nearly always the best head of
/// every word is such a tree already; only otherwise are circles dissolved. Ties go to the lower index.
/// </summary>
internal sealed class SpanningTree
{
    private const float OneRoot = 4096f;

    // Square tables over the nodes (0: the root), kept from sentence to sentence: weights, and which original arc
    // stands behind the present arc between two present nodes.
    private double[] _weight = [];
    private int[] _from = [];
    private int[] _to = [];
    private int[] _best = [];
    private int[] _met = [];
    private bool[] _alive = [];
    private bool[] _inside = [];

    /// <summary>
    /// <paramref name="scores"/> has a row for every word, as wide as <paramref name="width"/>: column 0 is the root, column j+1 word j.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(Span<float> scores, int n, int width, Span<int> heads)
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
        Reserve(n + 1);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= n; j++)
            {
                _weight[(j * (n + 1)) + i + 1] = scores[(i * width) + j] - (j == 0 ? OneRoot * (n + 1) : 0f);
            }
        }

        var tree = Edmonds(n + 1);
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
    private int[] Edmonds(int count)
    {
        var (weight, from, to, alive, best, inside) = (_weight, _from, _to, _alive, _best, _inside);
        var member = new int[count][];
        for (var v = 0; v < count; v++)
        {
            alive[v] = true;
            member[v] = [v];
        }

        for (int u = 0, at = 0; u < count; u++)
        {
            for (var v = 0; v < count; v++, at++)
            {
                from[at] = u;
                to[at] = v;
            }
        }

        var shrunk = new Stack<(int Node, int[] Circle, int[] HeadFrom, int[] HeadTo, int[][] Members)>();
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
                    if (alive[u] && u != v && (best[v] < 0 || weight[(u * count) + v] > weight[(best[v] * count) + v]))
                    {
                        best[v] = u;
                    }
                }
            }

            var circle = Circle(count);
            if (circle is null)
            {
                break;
            }

            var node = circle[0];
            shrunk.Push((node, circle, [.. circle.Select(v => from[(best[v] * count) + v])], [.. circle.Select(v => to[(best[v] * count) + v])], [.. circle.Select(v => member[v])]));
            Array.Clear(inside, 0, count);
            foreach (var v in circle)
            {
                inside[v] = true;
            }

            var own = circle.Select(v => weight[(best[v] * count) + v]).ToArray();
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
                    if (weight[(u * count) + circle[k]] - own[k] > weight[(u * count) + circle[into]] - own[into])
                    {
                        into = k;
                    }

                    if (weight[(circle[k] * count) + u] > weight[(circle[outOf] * count) + u])
                    {
                        outOf = k;
                    }
                }

                (weight[(u * count) + node], from[(u * count) + node], to[(u * count) + node]) = (weight[(u * count) + circle[into]] - own[into], from[(u * count) + circle[into]], to[(u * count) + circle[into]]);
                (weight[(node * count) + u], from[(node * count) + u], to[(node * count) + u]) = (weight[(circle[outOf] * count) + u], from[(circle[outOf] * count) + u], to[(circle[outOf] * count) + u]);
            }

            foreach (var v in circle.AsSpan(1))
            {
                alive[v] = false;
            }

            member[node] = [.. shrunk.Peek().Members.SelectMany(m => m)];
        }

        var heads = new int[count];
        Array.Fill(heads, -1);
        for (var v = 1; v < count; v++)
        {
            if (alive[v])
            {
                heads[to[(best[v] * count) + v]] = from[(best[v] * count) + v];
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

    private void Reserve(int count)
    {
        if (_weight.Length < count * count)
        {
            _weight = new double[count * count];
            _from = new int[count * count];
            _to = new int[count * count];
        }

        if (_best.Length < count)
        {
            _best = new int[count];
            _met = new int[count];
            _alive = new bool[count];
            _inside = new bool[count];
        }
    }

    private int[]? Circle(int count)
    {
        var (met, best, alive) = (_met, _best, _alive);
        Array.Clear(met, 0, count);
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

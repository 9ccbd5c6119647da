using System.Runtime.CompilerServices;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// The tree with the highest sum of scores (Chu and Liu 1965, Edmonds 1967), with exactly one word on the root. Nearly always the best head of
/// every word is such a tree already; only otherwise are circles dissolved. Ties go to the lower index.
/// </summary>
internal sealed class SpanningTree
{
    private const float OneRoot = 4096f;

    // Square tables over the nodes (0: the root), a row for every dependent, kept from sentence to sentence: weights, and which original arc
    // stands behind the present arc between two present nodes (head and dependent in one number).
    private double[] _weight = [];
    private int[] _arc = [];
    private int[] _best = [];
    private int[] _met = [];
    private int[] _heads = [];
    private bool[] _alive = [];
    private bool[] _inside = [];

    // What the arcs into a circle are worth, by where they come from.
    private double[] _gain = [];
    private int[] _gainArc = [];

    // Circles that were shrunk, innermost first: where each one's nodes begin in the list of nodes, and what every node stood for by then.
    private readonly List<int> _circles = [];
    private readonly List<int> _nodes = [];
    private readonly List<int> _arcs = [];
    private readonly List<int[]> _members = [];
    private int[][] _member = [];
    private int[][] _single = [];

    /// <summary>
    /// <paramref name="scores"/> has a row for every word, as wide as <paramref name="width"/>: column 0 is the root, column j+1 word j.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(Span<float> scores, int n, int width, Span<int> heads)
    {
        var roots = 0;
        for (var i = 0; i < n; i++)
        {
            var row = scores.Slice(i * width, Math.Min(width, (n + 8) & ~7));
            row[i + 1] = float.NegativeInfinity;
            heads[i] = Kernel.Largest(row, n + 1) - 1;
            roots += heads[i] < 0 ? 1 : 0;
        }

        if (roots == 1 && IsTree(heads[..n]))
        {
            return;
        }

        // A price on the root's arcs that no difference of scores can pay: one of them is taken, since one must be.
        var count = n + 1;
        Reserve(count);
        for (var v = 1; v < count; v++)
        {
            var row = scores.Slice((v - 1) * width, count);
            var weight = _weight.AsSpan(v * count, count);
            var arc = _arc.AsSpan(v * count, count);
            for (var u = 0; u < count; u++)
            {
                weight[u] = row[u];
                arc[u] = (u << 16) | v;
            }

            weight[0] -= OneRoot * count;
        }

        Edmonds(count);
        for (var i = 0; i < n; i++)
        {
            heads[i] = _heads[i + 1] - 1;
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
    private void Edmonds(int count)
    {
        _circles.Clear();
        _nodes.Clear();
        _arcs.Clear();
        _members.Clear();
        for (var v = 0; v < count; v++)
        {
            _alive[v] = true;
            _member[v] = _single[v];
        }

        for (var v = 1; v < count; v++)
        {
            _best[v] = Best(v, count);
        }

        while (Circle(count) is >= 0 and var node)
        {
            Shrink(node, count);
        }

        Array.Fill(_heads, -1, 0, count);
        for (var v = 1; v < count; v++)
        {
            if (_alive[v])
            {
                Take(_arc[(v * count) + _best[v]]);
            }
        }

        for (var circle = _circles.Count - 1; circle >= 0; circle--)
        {
            // The one member that an arc from outside enters keeps that arc; the others keep the circle's.
            var end = circle + 1 < _circles.Count ? _circles[circle + 1] : _nodes.Count;
            for (var k = _circles[circle]; k < end; k++)
            {
                var entered = false;
                foreach (var original in _members[k])
                {
                    entered |= _heads[original] >= 0;
                }

                if (!entered)
                {
                    Take(_arcs[k]);
                }
            }
        }

        void Take(int arc) => _heads[arc & 0xFFFF] = arc >> 16;
    }

    /// <summary>Makes the circle that runs through a node one node, the given one.</summary>
    private void Shrink(int node, int count)
    {
        var (weight, arc, alive, best, inside) = (_weight, _arc, _alive, _best, _inside);
        var first = _nodes.Count;
        _circles.Add(first);
        Array.Clear(inside, 0, count);
        var members = 0;
        for (var v = node; !inside[v]; v = best[v])
        {
            inside[v] = true;
            _nodes.Add(v);
            _arcs.Add(arc[(v * count) + best[v]]);
            _members.Add(_member[v]);
            members += _member[v].Length;
        }

        for (var u = 0; u < count; u++)
        {
            if (!alive[u] || inside[u])
            {
                continue;
            }

            // Into the circle: the gain over the arc that it replaces. Out of it: the best of its members.
            int into = node, outOf = node;
            double Gain(int v) => weight[(v * count) + u] - weight[(v * count) + best[v]];
            for (var k = first + 1; k < _nodes.Count; k++)
            {
                var v = _nodes[k];
                into = Gain(v) > Gain(into) ? v : into;
                outOf = u > 0 && weight[(u * count) + v] > weight[(u * count) + outOf] ? v : outOf;
            }

            (_gain[u], _gainArc[u]) = (Gain(into), arc[(into * count) + u]);
            if (u > 0)
            {
                (weight[(u * count) + node], arc[(u * count) + node]) = (weight[(u * count) + outOf], arc[(u * count) + outOf]);
                best[u] = inside[best[u]] ? node : best[u];
            }
        }

        var merged = new int[members];
        var at = 0;
        for (var k = first; k < _nodes.Count; k++)
        {
            _members[k].CopyTo(merged, at);
            at += _members[k].Length;
            alive[_nodes[k]] = _nodes[k] == node;
        }

        for (var u = 0; u < count; u++)
        {
            if (alive[u] && u != node)
            {
                (weight[(node * count) + u], arc[(node * count) + u]) = (_gain[u], _gainArc[u]);
            }
        }

        _member[node] = merged;
        best[node] = Best(node, count);
    }

    private int Best(int v, int count)
    {
        var best = -1;
        for (var u = 0; u < count; u++)
        {
            if (_alive[u] && u != v && (best < 0 || _weight[(v * count) + u] > _weight[(v * count) + best]))
            {
                best = u;
            }
        }

        return best;
    }

    private void Reserve(int count)
    {
        if (_weight.Length < count * count)
        {
            _weight = new double[count * count];
            _arc = new int[count * count];
        }

        if (_best.Length < count)
        {
            _best = new int[count];
            _met = new int[count];
            _heads = new int[count];
            _alive = new bool[count];
            _inside = new bool[count];
            _gain = new double[count];
            _gainArc = new int[count];
            _member = new int[count][];
            _single = [.. Enumerable.Range(0, count).Select(v => new[] { v })];
        }
    }

    /// <summary>A node on a circle of best heads, or -1.</summary>
    private int Circle(int count)
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
                return at;
            }
        }

        return -1;
    }
}

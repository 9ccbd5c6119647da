using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Part = GsomiaTracker.Extraction.Language.Syntax.Network.Part;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Runs the network forward: words in, tags, heads and relations out. Embeddings, then recurrent layers read in both directions (simple
/// recurrent units), then one linear layer for the tags and a biaffine score for every pair of dependent and head.
/// The wide layers count in 16-bit steps (<see cref="IntegerMatrix"/>); matrices are re-laid in panels of <see cref="Kernel.Lanes"/> columns once, so that a
/// panel stays in the nearest cache.
/// </summary>
internal sealed class TreeNetwork
{
    private readonly Network _net;
    private readonly NetworkShape _s;
    private readonly IntegerMatrix[] _gates;
    private readonly IntegerMatrix _tag;
    private readonly IntegerMatrix _projection;
    private readonly float[] _arc;
    private readonly float[] _distance;
    private readonly float[] _label;

    public TreeNetwork(Network network)
    {
        _net = network;
        _s = network.Shape;
        _gates = [.. Enumerable.Range(0, _s.Layers).Select(l => new IntegerMatrix(network.GateWeights(l), _s.Width, _s.Gates))];
        _tag = new IntegerMatrix(network[Part.TagWeights], _s.Width, _s.TagColumns);
        _projection = new IntegerMatrix(network[Part.Projection], _s.Width, _s.Projection);
        _arc = Panels(network[Part.ArcWeights], _s.Arc, _s.Arc);
        _distance = Panels(network[Part.ArcDistance], _s.Arc, NetworkShape.Distances);
        _label = Panels(network[Part.LabelWeights], _s.Label, _s.LabelColumns);
    }

    /// <summary>
    /// Reads sentences laid end to end. <paramref name="starts"/> holds the first word of each and, last, the number of words;
    /// heads come back as positions in their sentence, -1 for the root.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(Workspace w, ReadOnlySpan<int> words, ReadOnlySpan<int> features, ReadOnlySpan<int> starts, Span<int> tags, Span<int> heads, Span<Deprel> relations)
    {
        int n = words.Length, width = _s.Width, half = _s.Half;
        var x = w.Take(0, n * width);
        var h = w.Take(1, n * width);
        for (var i = 0; i < n; i++)
        {
            var row = x.AsSpan(i * width, width);
            _net.WordTable.AsSpan(words[i] * half, half).CopyTo(row);
            Sum(features.Slice(i * WordFeatures.Count, WordFeatures.Count), row[half..]);
        }

        var padded = IntegerMatrix.Padded(n);
        var u = w.Take(2, padded * _s.Gates);
        var q = w.Steps(padded * width);
        for (var l = 0; l < _s.Layers; l++)
        {
            IntegerMatrix.Quantize(x.AsSpan(0, n * width), q);
            if (l == _s.TagLayer)
            {
                Tag(w, q, n, tags);
            }

            _gates[l].Multiply(n, q, _net.GateBias(l), u);
            for (var b = 0; b + 1 < starts.Length; b++)
            {
                Recur(_net.GatePeep(l), u, x, h, starts[b], starts[b + 1]);
            }

            (x, h) = (h, x);
        }

        IntegerMatrix.Quantize(x.AsSpan(0, n * width), q);
        if (_s.TagLayer == _s.Layers)
        {
            Tag(w, q, n, tags);
        }

        var p = w.Take(3, padded * _s.Projection);
        _projection.Multiply(n, q, _net[Part.ProjectionBias], p);
        for (var i = 0; i < n; i++)
        {
            Rectify(p.AsSpan(i * _s.Projection, 2 * _s.Arc));
        }

        for (var b = 0; b + 1 < starts.Length; b++)
        {
            int from = starts[b], count = starts[b + 1] - from;
            if (count > 0)
            {
                var part = p.AsSpan(from * _s.Projection, count * _s.Projection);
                Arcs(w, part, count, heads.Slice(from, count));
                Labels(w, part, count, heads.Slice(from, count), relations.Slice(from, count));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(ReadOnlySpan<int> rows, Span<float> sum)
    {
        sum.Clear();
        foreach (var row in rows)
        {
            Kernel.Add(_net.FeatureTable.AsSpan(row * _s.Half, _s.Half), sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Recur(float[] peep, float[] u, float[] x, float[] h, int from, int to)
    {
        int half = _s.Half, width = _s.Width, gates = _s.Gates;
        ref var u0 = ref MemoryMarshal.GetArrayDataReference(u);
        ref var x0 = ref MemoryMarshal.GetArrayDataReference(x);
        ref var h0 = ref MemoryMarshal.GetArrayDataReference(h);
        ref var p0 = ref MemoryMarshal.GetArrayDataReference(peep);
        for (var way = 0; way < 2; way++)
        {
            for (var d = 0; d < half; d += 8)
            {
                var state = Vector256<float>.Zero;
                var forget = Vector256.LoadUnsafe(ref p0, (nuint)((way * 2 * half) + d));
                var pass = Vector256.LoadUnsafe(ref p0, (nuint)((way * 2 * half) + half + d));
                for (var step = 0; step < to - from; step++)
                {
                    var at = way == 0 ? from + step : to - 1 - step;
                    var g = (nuint)((at * gates) + (way * 3 * half) + d);
                    var o = (nuint)((at * width) + (way * half) + d);
                    var z = Vector256.LoadUnsafe(ref u0, g);
                    var f = Kernel.Gate(Vector256.LoadUnsafe(ref u0, g + (nuint)half) + (forget * state));
                    var r = Kernel.Gate(Vector256.LoadUnsafe(ref u0, g + (nuint)(2 * half)) + (pass * state));
                    state = z + (f * (state - z));
                    var skip = Vector256.LoadUnsafe(ref x0, o);
                    (skip + (r * (state - skip))).StoreUnsafe(ref h0, o);
                }
            }
        }
    }

    private void Tag(Workspace w, short[] steps, int n, Span<int> tags)
    {
        var columns = _s.TagColumns;
        var y = w.Take(4, IntegerMatrix.Padded(n) * columns);
        _tag.Multiply(n, steps, _net[Part.TagBias], y);
        for (var i = 0; i < n; i++)
        {
            tags[i] = Largest(y.AsSpan(i * columns, _s.Tags));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Arcs(Workspace w, ReadOnlySpan<float> p, int n, Span<int> heads)
    {
        int arc = _s.Arc, columns = _s.Projection, wide = Kernel.Padded(n + 1);
        const int distances = NetworkShape.Distances;
        var d = w.Take(5, n * arc);
        Affine(p, n, columns, arc, _arc, _net[Part.ArcBias], d);
        var far = w.Take(6, n * distances);
        Array.Clear(far, 0, n * distances);
        MultiplyPanels(p, n, columns, arc, _distance, far, distances);

        // Heads stand in columns; column 0 is the root.
        var candidates = w.Take(7, arc * wide);
        var root = _net[Part.RootHead];
        for (var k = 0; k < arc; k++)
        {
            var row = candidates.AsSpan(k * wide, wide);
            row[0] = root[k];
            for (var j = 0; j < n; j++)
            {
                row[j + 1] = p[(j * columns) + arc + k];
            }

            row[(n + 1)..].Clear();
        }

        var s = w.Take(8, n * wide);
        Array.Clear(s, 0, n * wide);
        Kernel.MultiplyAdd(n, wide, arc, d, arc, 1, candidates, wide, s, wide);
        for (var i = 0; i < n; i++)
        {
            var row = s.AsSpan(i * wide, wide);
            var ways = far.AsSpan(i * distances, distances);
            row[0] += ways[NetworkShape.RootDistance];
            for (var j = 0; j < n; j++)
            {
                row[j + 1] += ways[NetworkShape.Distance(i, j)];
            }
        }

        w.Tree.Find(s, n, wide, heads);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Labels(Workspace w, ReadOnlySpan<float> p, int n, ReadOnlySpan<int> heads, Span<Deprel> relations)
    {
        int label = _s.Label, columns = _s.Projection, of = 2 * _s.Arc, outs = _s.LabelColumns;
        var a = w.Take(9, n * label);
        for (var i = 0; i < n; i++)
        {
            var row = a.AsSpan(i * label, label);
            var head = heads[i];
            p.Slice((i * columns) + of, label).CopyTo(row);
            Kernel.Add(head < 0 ? _net[Part.RootLabel] : p.Slice((head * columns) + of + label, label), row);
            var distance = head < 0 ? NetworkShape.RootDistance : NetworkShape.Distance(i, head);
            Kernel.Add(_net[Part.LabelDistance].AsSpan(distance * label, label), row);
            Rectify(row);
        }

        var y = w.Take(10, n * outs);
        Affine(a, n, label, _label, _net[Part.LabelBias], y);
        for (var i = 0; i < n; i++)
        {
            // The root is what the tree says, and nothing else is.
            var row = y.AsSpan(i * outs, NetworkShape.Relations);
            row[(int)Deprel.Root] = float.NegativeInfinity;
            relations[i] = heads[i] < 0 ? Deprel.Root : (Deprel)Largest(row);
        }
    }

    private static void Affine(ReadOnlySpan<float> x, int n, int inputs, float[] panels, float[] bias, float[] y) =>
        Affine(x, n, inputs, inputs, panels, bias, y);

    private static void Affine(ReadOnlySpan<float> x, int n, int stride, int inputs, float[] panels, float[] bias, float[] y)
    {
        for (var i = 0; i < n; i++)
        {
            bias.CopyTo(y, i * bias.Length);
        }

        MultiplyPanels(x, n, stride, inputs, panels, y, bias.Length);
    }

    private static void MultiplyPanels(ReadOnlySpan<float> x, int n, int stride, int inputs, float[] panels, float[] y, int columns)
    {
        for (var j = 0; j < columns; j += Kernel.Lanes)
        {
            Kernel.MultiplyAdd(n, Kernel.Lanes, inputs, x, stride, 1, panels.AsSpan(j * inputs), Kernel.Lanes, y.AsSpan(j), columns);
        }
    }

    private static float[] Panels(float[] matrix, int rows, int columns)
    {
        var panels = new float[matrix.Length];
        var at = 0;
        for (var j = 0; j < columns; j += Kernel.Lanes)
        {
            for (var r = 0; r < rows; r++, at += Kernel.Lanes)
            {
                matrix.AsSpan((r * columns) + j, Kernel.Lanes).CopyTo(panels.AsSpan(at));
            }
        }

        return panels;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rectify(Span<float> x)
    {
        for (var i = 0; i < x.Length; i += 8)
        {
            Vector256.Max(Vector256.Create<float>(x[i..]), Vector256<float>.Zero).CopyTo(x[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Largest(ReadOnlySpan<float> x)
    {
        var best = 0;
        for (var i = 1; i < x.Length; i++)
        {
            if (x[i] > x[best])
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>Arrays that one thread at a time uses again and again.</summary>
    public sealed class Workspace
    {
        private readonly float[][] _arrays = [.. Enumerable.Repeat(Array.Empty<float>(), 11)];

        private short[] _steps = [];

        public SpanningTree Tree { get; } = new();

        public short[] Steps(int length)
        {
            if (_steps.Length < length)
            {
                _steps = new short[Math.Max(length, 2 * _steps.Length)];
            }

            return _steps;
        }

        public float[] Take(int slot, int length)
        {
            if (_arrays[slot].Length < length)
            {
                _arrays[slot] = new float[Math.Max(length, 2 * _arrays[slot].Length)];
            }

            return _arrays[slot];
        }
    }
}

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
    // Sentences begin anywhere, and the kernel reads their rows in eights: so many rows may be read past the last.
    private const int Spare = IntegerMatrix.RowsAtOnce;

    private readonly Network _net;
    private readonly NetworkShape _s;
    private readonly IntegerMatrix[] _gates;
    private readonly IntegerMatrix _tag;
    private readonly IntegerMatrix _projection;
    private readonly float[] _arc;
    private readonly float[] _distance;
    private readonly float[] _label;
    private readonly float[] _tagBias;
    private readonly float[] _labelBias;

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
        _tagBias = Kernel.Outputs(network[Part.TagBias], _s.Tags);
        _labelBias = Kernel.Outputs(network[Part.LabelBias], NetworkShape.Relations);
    }

    /// <summary>Numbers of a word's row: what goes past the first layer, and what that layer's gates take from the word.</summary>
    public int EntryWidth => _s.Width + _s.Gates;

    /// <summary>
    /// What words bring into the sentence, whatever stands round them: a row of <see cref="EntryWidth"/> numbers each. The same word has the same row every
    /// time, so a caller may keep it.
    /// </summary>
    public float[][] Enter(Workspace w, ReadOnlySpan<int> words, ReadOnlySpan<int> features)
    {
        int n = words.Length, width = _s.Width, half = _s.Half, gates = _s.Gates;
        var x = w.Take(0, n * width);
        for (var i = 0; i < n; i++)
        {
            var row = x.AsSpan(i * width, width);
            _net.WordTable.AsSpan(words[i] * half, half).CopyTo(row);
            Sum(features.Slice(i * WordFeatures.Count, WordFeatures.Count), row[half..]);
        }

        var padded = IntegerMatrix.Padded(n);
        var q = w.Steps(padded * width);
        var u = w.Take(2, padded * gates);
        IntegerMatrix.Quantize(x.AsSpan(0, n * width), q);
        _gates[0].Multiply(n, q, _net.GateBias(0), u);
        var rows = new float[n][];
        for (var i = 0; i < n; i++)
        {
            rows[i] = [.. x.AsSpan(i * width, width), .. u.AsSpan(i * gates, gates)];
        }

        return rows;
    }

    /// <summary>
    /// Reads sentences laid end to end, their words as <see cref="Enter"/> gave them. <paramref name="starts"/> holds the first word of each and, last, the number
    /// of words; heads come back as positions in their sentence, -1 for the root.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(Workspace w, ReadOnlySpan<float[]> words, ReadOnlySpan<int> starts, Span<int> tags, Span<int> heads, Span<Deprel> relations)
    {
        int n = words.Length, width = _s.Width, gates = _s.Gates;
        var padded = IntegerMatrix.Padded(n);
        var x = w.Take(0, n * width);
        var h = w.Take(1, n * width);
        var u = w.Take(2, padded * gates);
        var q = w.Steps(padded * width);
        for (var i = 0; i < n; i++)
        {
            words[i].AsSpan(0, width).CopyTo(x.AsSpan(i * width));
            words[i].AsSpan(width).CopyTo(u.AsSpan(i * gates));
        }

        for (var l = 0; l < _s.Layers; l++)
        {
            if (l > 0)
            {
                IntegerMatrix.Quantize(x.AsSpan(0, n * width), q);
                if (l == _s.TagLayer)
                {
                    Tag(w, q, n, tags);
                }

                _gates[l].Multiply(n, q, _net.GateBias(l), u);
            }

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

        // Rows beyond the last are worked out with the rest and never looked at: the kernel likes its rows in eights.
        var d = w.Take(5, padded * _s.Arc + Spare * _s.Arc);
        Affine(p, padded, _s.Projection, _s.Arc, _arc, _net[Part.ArcBias], d);
        var far = w.Take(6, padded * NetworkShape.Distances);
        Array.Clear(far, 0, padded * NetworkShape.Distances);
        MultiplyPanels(p, padded, _s.Projection, _s.Arc, _distance, far, NetworkShape.Distances);
        for (var b = 0; b + 1 < starts.Length; b++)
        {
            int from = starts[b], count = starts[b + 1] - from;
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, NetworkShape.FarthestHead);
            if (count > 0)
            {
                Arcs(w, p, d, far, from, count, heads.Slice(from, count));
            }
        }

        Labels(w, p, padded, starts, heads, relations);
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

    private void Recur(float[] peep, float[] u, float[] x, float[] h, int from, int to)
    {
        if (to > from && Vector512.IsHardwareAccelerated && _s.Half % (4 * Vector512<float>.Count) == 0)
        {
            RecurWide(peep, u, x, h, from, to);
        }
        else
        {
            RecurNarrow(peep, u, x, h, from, to);
        }
    }

    /// <summary>Four strands of sixteen states side by side: each waits for its own last state, and the others fill the wait.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RecurWide(float[] peep, float[] u, float[] x, float[] h, int from, int to)
    {
        int half = _s.Half, width = _s.Width, gates = _s.Gates;
        const int lanes = 16;
        for (var way = 0; way < 2; way++)
        {
            for (var d = 0; d < half; d += 4 * lanes)
            {
                Vector512<float> a = default, b = default, c = default, e = default;
                ref var forget = ref peep[(way * 2 * half) + d];
                ref var pass = ref peep[(way * 2 * half) + half + d];
                Vector512<float> fa = Vector512.LoadUnsafe(ref forget), fb = Vector512.LoadUnsafe(ref forget, lanes), fc = Vector512.LoadUnsafe(ref forget, 2 * lanes), fe = Vector512.LoadUnsafe(ref forget, 3 * lanes);
                Vector512<float> pa = Vector512.LoadUnsafe(ref pass), pb = Vector512.LoadUnsafe(ref pass, lanes), pc = Vector512.LoadUnsafe(ref pass, 2 * lanes), pe = Vector512.LoadUnsafe(ref pass, 3 * lanes);
                var at = way == 0 ? from : to - 1;
                var next = way == 0 ? 1 : -1;
                ref var g = ref u[(at * gates) + (way * 3 * half) + d];
                ref var s = ref x[(at * width) + (way * half) + d];
                ref var o = ref h[(at * width) + (way * half) + d];
                for (var step = from; step < to; step++)
                {
                    Step(ref a, fa, pa, ref g, half, ref s, ref o);
                    Step(ref b, fb, pb, ref Unsafe.Add(ref g, lanes), half, ref Unsafe.Add(ref s, lanes), ref Unsafe.Add(ref o, lanes));
                    Step(ref c, fc, pc, ref Unsafe.Add(ref g, 2 * lanes), half, ref Unsafe.Add(ref s, 2 * lanes), ref Unsafe.Add(ref o, 2 * lanes));
                    Step(ref e, fe, pe, ref Unsafe.Add(ref g, 3 * lanes), half, ref Unsafe.Add(ref s, 3 * lanes), ref Unsafe.Add(ref o, 3 * lanes));
                    g = ref Unsafe.Add(ref g, next * gates);
                    s = ref Unsafe.Add(ref s, next * width);
                    o = ref Unsafe.Add(ref o, next * width);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(ref Vector512<float> state, Vector512<float> forget, Vector512<float> pass, ref float gates, int half, ref float skipped, ref float output)
    {
        var z = Vector512.LoadUnsafe(ref gates);
        var f = Kernel.Gate(Vector512.LoadUnsafe(ref gates, (nuint)half) + (forget * state));
        var r = Kernel.Gate(Vector512.LoadUnsafe(ref gates, (nuint)(2 * half)) + (pass * state));
        state = z + (f * (state - z));
        var skip = Vector512.LoadUnsafe(ref skipped);
        (skip + (r * (state - skip))).StoreUnsafe(ref output);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RecurNarrow(float[] peep, float[] u, float[] x, float[] h, int from, int to)
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tag(Workspace w, short[] steps, int n, Span<int> tags)
    {
        var columns = _s.TagColumns;
        var y = w.Take(4, IntegerMatrix.Padded(n) * columns);
        _tag.Multiply(n, steps, _tagBias, y);
        for (var i = 0; i < n; i++)
        {
            tags[i] = Kernel.Largest(y.AsSpan(i * columns, columns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Arcs(Workspace w, float[] p, float[] d, float[] far, int from, int n, Span<int> heads)
    {
        int arc = _s.Arc, columns = _s.Projection, wide = Kernel.Padded(n + 1), rows = IntegerMatrix.Padded(n);
        const int distances = NetworkShape.Distances;

        // Heads stand in columns; column 0 is the root.
        var candidates = w.Take(7, arc * wide);
        var root = _net[Part.RootHead];
        Array.Clear(candidates, 0, arc * wide);
        for (var k = 0; k < arc; k++)
        {
            candidates[k * wide] = root[k];
        }

        for (var j = 0; j < n; j++)
        {
            var row = p.AsSpan(((from + j) * columns) + arc, arc);
            for (int k = 0, at = j + 1; k < row.Length; k++, at += wide)
            {
                candidates[at] = row[k];
            }
        }

        var s = w.Take(8, rows * wide);
        Array.Clear(s, 0, rows * wide);
        Kernel.MultiplyAdd(rows, wide, arc, d.AsSpan(from * arc), arc, 1, candidates, wide, s, wide);
        ref var classes = ref MemoryMarshal.GetReference(NetworkShape.DistanceClasses);
        for (var i = 0; i < n; i++)
        {
            ref var row = ref s[i * wide];
            ref var ways = ref far[(from + i) * distances];
            ref var way = ref Unsafe.Add(ref classes, NetworkShape.FarthestHead - i);
            row += Unsafe.Add(ref ways, NetworkShape.RootDistance);
            for (var j = 0; j < n; j++)
            {
                Unsafe.Add(ref row, j + 1) += Unsafe.Add(ref ways, Unsafe.Add(ref way, j));
            }
        }

        w.Tree.Find(s, n, wide, heads);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Labels(Workspace w, float[] p, int padded, ReadOnlySpan<int> starts, ReadOnlySpan<int> heads, Span<Deprel> relations)
    {
        int label = _s.Label, columns = _s.Projection, of = 2 * _s.Arc, outs = _s.LabelColumns;
        var a = w.Take(9, padded * label);
        for (var b = 0; b + 1 < starts.Length; b++)
        {
            for (var i = starts[b]; i < starts[b + 1]; i++)
            {
                var head = heads[i];
                var way = head < 0 ? NetworkShape.RootDistance : NetworkShape.Distance(i - starts[b], head);
                var above = head < 0 ? _net[Part.RootLabel].AsSpan() : p.AsSpan(((starts[b] + head) * columns) + of + label, label);
                Kernel.AddRectified(p.AsSpan((i * columns) + of, label), above, _net[Part.LabelDistance].AsSpan(way * label, label), a.AsSpan(i * label, label));
            }
        }

        var y = w.Take(10, padded * outs);
        Affine(a, padded, label, label, _label, _labelBias, y);
        for (var i = 0; i < relations.Length; i++)
        {
            // The root is what the tree says, and nothing else is.
            var row = y.AsSpan(i * outs, outs);
            row[(int)Deprel.Root] = float.NegativeInfinity;
            relations[i] = heads[i] < 0 ? Deprel.Root : (Deprel)Kernel.Largest(row);
        }
    }

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

using GsomiaTracker.Extraction.Language.Syntax;
using Part = GsomiaTracker.Extraction.Language.Syntax.Network.Part;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary>A sentence as the network sees it.</summary>
internal sealed record Example(int[] Words, int[] Features, int[] Tags, int[] Heads, int[] Relations)
{
    public int Count => Words.Length;
}

/// <summary>Weights turned round, as the way back needs them; made once a step.</summary>
internal sealed class Transposes
{
    public Transposes(Network network)
    {
        var s = network.Shape;
        Gates = [.. Enumerable.Range(0, s.Layers).Select(l => Arithmetic.Transposed(network.GateWeights(l), s.Width, s.Gates))];
        Tag = Arithmetic.Transposed(network[Part.TagWeights], s.Width, s.TagColumns);
        Projection = Arithmetic.Transposed(network[Part.Projection], s.Width, s.Projection);
        Arc = Arithmetic.Transposed(network[Part.ArcWeights], s.Arc, s.Arc);
        ArcDistance = Arithmetic.Transposed(network[Part.ArcDistance], s.Arc, NetworkShape.Distances);
        Label = Arithmetic.Transposed(network[Part.LabelWeights], s.Label, s.LabelColumns);
    }

    public float[][] Gates { get; }

    public float[] Tag { get; }

    public float[] Projection { get; }

    public float[] Arc { get; }

    public float[] ArcDistance { get; }

    public float[] Label { get; }
}

/// <summary>One worker: forward and back over some sentences, adding to its own gradients.</summary>
internal sealed class Backpropagation
{
    private readonly NetworkShape _s;
    private readonly float _drop;

    public Backpropagation(NetworkShape shape, float dropout)
    {
        _s = shape;
        _drop = dropout;
        Gradients = [.. shape.Sizes().Select(n => new float[n])];
    }

    public float[][] Gradients { get; }

    public HashSet<int> TouchedWords { get; } = [];

    public HashSet<int> TouchedFeatures { get; } = [];

    public double Loss { get; private set; }

    public void Run(Network net, Transposes t, List<Example> batch, float scale, Dice dice)
    {
        Loss = 0;
        var n = batch.Sum(e => e.Count);
        if (n == 0)
        {
            return;
        }

        int width = _s.Width, half = _s.Half, gates = _s.Gates;
        var starts = new int[batch.Count + 1];
        for (var i = 0; i < batch.Count; i++)
        {
            starts[i + 1] = starts[i] + batch[i].Count;
        }

        // Up: words, recurrent layers.
        var x = new float[_s.Layers + 1][];
        var masks = new float[_s.Layers + 1][];
        x[0] = new float[n * width];
        Embed(net, batch, starts, x[0]);
        masks[0] = Drop(x[0], dice, _drop * 0.75f);
        var u = new float[_s.Layers][];
        var c = new float[_s.Layers][];
        for (var l = 0; l < _s.Layers; l++)
        {
            u[l] = Rows(net.GateBias(l), n);
            Arithmetic.Multiply(n, gates, width, x[l], width, 1, net.GateWeights(l), gates, u[l], gates);
            c[l] = new float[n * width];
            x[l + 1] = new float[n * width];
            for (var i = 0; i < batch.Count; i++)
            {
                Recur(net.GatePeep(l), u[l], x[l], c[l], x[l + 1], starts[i], starts[i + 1]);
            }

            masks[l + 1] = Drop(x[l + 1], dice, _drop);
        }

        var dx = new float[_s.Layers + 1][];
        for (var l = 0; l <= _s.Layers; l++)
        {
            dx[l] = new float[n * width];
        }

        Tag(net, t, batch, starts, x[_s.TagLayer], dx[_s.TagLayer], scale);
        Parse(net, t, batch, starts, x[_s.Layers], dx[_s.Layers], scale, dice);

        // Down again.
        for (var l = _s.Layers - 1; l >= 0; l--)
        {
            Times(dx[l + 1], masks[l + 1]);
            var du = new float[n * gates];
            for (var i = 0; i < batch.Count; i++)
            {
                RecurBack(net.GatePeep(l), Gradients[4 + (3 * l)], u[l], x[l], c[l], dx[l + 1], du, dx[l], starts[i], starts[i + 1]);
            }

            Arithmetic.Multiply(n, width, gates, du, gates, 1, t.Gates[l], width, dx[l], width);
            Arithmetic.Multiply(width, gates, n, x[l], 1, width, du, gates, Gradients[2 + (3 * l)], gates);
            AddRows(du, n, Gradients[3 + (3 * l)]);
        }

        Times(dx[0], masks[0]);
        for (var b = 0; b < batch.Count; b++)
        {
            for (var i = 0; i < batch[b].Count; i++)
            {
                var row = dx[0].AsSpan((starts[b] + i) * width, width);
                var word = batch[b].Words[i];
                TouchedWords.Add(word);
                Kernel.Add(row[..half], Gradients[0].AsSpan(word * half, half));
                for (var f = 0; f < WordFeatures.Count; f++)
                {
                    var feature = batch[b].Features[(i * WordFeatures.Count) + f];
                    TouchedFeatures.Add(feature);
                    Kernel.Add(row[half..], Gradients[1].AsSpan(feature * half, half));
                }
            }
        }
    }

    private void Embed(Network net, List<Example> batch, int[] starts, float[] x)
    {
        var half = _s.Half;
        for (var b = 0; b < batch.Count; b++)
        {
            for (var i = 0; i < batch[b].Count; i++)
            {
                var row = x.AsSpan((starts[b] + i) * _s.Width, _s.Width);
                net.WordTable.AsSpan(batch[b].Words[i] * half, half).CopyTo(row);
                for (var f = 0; f < WordFeatures.Count; f++)
                {
                    Kernel.Add(net.FeatureTable.AsSpan(batch[b].Features[(i * WordFeatures.Count) + f] * half, half), row[half..]);
                }
            }
        }
    }

    private void Recur(float[] peep, float[] u, float[] x, float[] c, float[] h, int from, int to)
    {
        int half = _s.Half, width = _s.Width, gates = _s.Gates;
        for (var way = 0; way < 2; way++)
        {
            var last = -1;
            for (var step = 0; step < to - from; step++)
            {
                var at = way == 0 ? from + step : to - 1 - step;
                int g = (at * gates) + (way * 3 * half), o = (at * width) + (way * half);
                for (var d = 0; d < half; d++)
                {
                    var before = last < 0 ? 0f : c[(last * width) + (way * half) + d];
                    var f = Gate(u[g + half + d] + (peep[(way * 2 * half) + d] * before));
                    var r = Gate(u[g + (2 * half) + d] + (peep[(way * 2 * half) + half + d] * before));
                    u[g + half + d] = f;
                    u[g + (2 * half) + d] = r;
                    var z = u[g + d];
                    var state = z + (f * (before - z));
                    c[o + d] = state;
                    var skip = x[o + d];
                    h[o + d] = skip + (r * (state - skip));
                }

                last = at;
            }
        }
    }

    private void RecurBack(float[] peep, float[] dpeep, float[] u, float[] x, float[] c, float[] dh, float[] du, float[] dx, int from, int to)
    {
        int half = _s.Half, width = _s.Width, gates = _s.Gates;
        var carry = new float[half];
        for (var way = 0; way < 2; way++)
        {
            Array.Clear(carry);
            for (var step = to - from - 1; step >= 0; step--)
            {
                var at = way == 0 ? from + step : to - 1 - step;
                var last = step == 0 ? -1 : way == 0 ? at - 1 : at + 1;
                int g = (at * gates) + (way * 3 * half), o = (at * width) + (way * half);
                for (var d = 0; d < half; d++)
                {
                    var before = last < 0 ? 0f : c[(last * width) + (way * half) + d];
                    float z = u[g + d], f = u[g + half + d], r = u[g + (2 * half) + d], top = dh[o + d];
                    var dc = carry[d] + (top * r);
                    var dr = top * (c[o + d] - x[o + d]) * Slope(r);
                    dx[o + d] += top * (1f - r);
                    var df = dc * (before - z) * Slope(f);
                    du[g + d] = dc * (1f - f);
                    du[g + half + d] = df;
                    du[g + (2 * half) + d] = dr;
                    int pf = (way * 2 * half) + d, pr = pf + half;
                    carry[d] = (dc * f) + (df * peep[pf]) + (dr * peep[pr]);
                    dpeep[pf] += df * before;
                    dpeep[pr] += dr * before;
                }
            }
        }
    }

    private void Tag(Network net, Transposes t, List<Example> batch, int[] starts, float[] x, float[] dx, float scale)
    {
        var n = starts[^1];
        int width = _s.Width, columns = _s.TagColumns;
        var y = Rows(net[Part.TagBias], n);
        Arithmetic.Multiply(n, columns, width, x, width, 1, net[Part.TagWeights], columns, y, columns);
        for (var b = 0; b < batch.Count; b++)
        {
            for (var i = 0; i < batch[b].Count; i++)
            {
                Loss += Arithmetic.SoftmaxGradient(y.AsSpan((starts[b] + i) * columns, columns), _s.Tags, batch[b].Tags[i], scale);
            }
        }

        Arithmetic.Multiply(width, columns, n, x, 1, width, y, columns, Gradients[net.Index(Part.TagWeights)], columns);
        AddRows(y, n, Gradients[net.Index(Part.TagBias)]);
        Arithmetic.Multiply(n, width, columns, y, columns, 1, t.Tag, width, dx, width);
    }

    private void Parse(Network net, Transposes t, List<Example> batch, int[] starts, float[] x, float[] dx, float scale, Dice dice)
    {
        var n = starts[^1];
        int width = _s.Width, columns = _s.Projection;
        var p = Rows(net[Part.ProjectionBias], n);
        Arithmetic.Multiply(n, columns, width, x, width, 1, net[Part.Projection], columns, p, columns);
        for (var i = 0; i < n; i++)
        {
            foreach (ref var value in p.AsSpan(i * columns, 2 * _s.Arc))
            {
                value = Math.Max(0f, value);
            }
        }

        var mask = Drop(p, dice, _drop);
        var dp = new float[p.Length];
        for (var b = 0; b < batch.Count; b++)
        {
            var part = (batch[b].Count, starts[b] * columns);
            Arcs(net, t, batch[b], p.AsSpan(part.Item2, part.Count * columns), dp.AsSpan(part.Item2, part.Count * columns), scale);
            Labels(net, t, batch[b], p.AsSpan(part.Item2, part.Count * columns), dp.AsSpan(part.Item2, part.Count * columns), scale);
        }

        Times(dp, mask);
        for (var i = 0; i < n; i++)
        {
            for (var k = i * columns; k < (i * columns) + (2 * _s.Arc); k++)
            {
                if (p[k] <= 0f)
                {
                    dp[k] = 0f;
                }
            }
        }

        Arithmetic.Multiply(width, columns, n, x, 1, width, dp, columns, Gradients[net.Index(Part.Projection)], columns);
        AddRows(dp, n, Gradients[net.Index(Part.ProjectionBias)]);
        Arithmetic.Multiply(n, width, columns, dp, columns, 1, t.Projection, width, dx, width);
    }

    private void Arcs(Network net, Transposes t, Example e, Span<float> p, Span<float> dp, float scale)
    {
        int n = e.Count, arc = _s.Arc, columns = _s.Projection, heads = Kernel.Padded(n + 1);
        const int distances = NetworkShape.Distances;
        var du = Rows(net[Part.ArcBias], n);
        Arithmetic.Multiply(n, arc, arc, p, columns, 1, net[Part.ArcWeights], arc, du, arc);
        var dr = new float[n * distances];
        Arithmetic.Multiply(n, distances, arc, p, columns, 1, net[Part.ArcDistance], distances, dr, distances);
        var head = new float[heads * arc];
        net[Part.RootHead].CopyTo(head.AsSpan());
        for (var j = 0; j < n; j++)
        {
            p.Slice((j * columns) + arc, arc).CopyTo(head.AsSpan((j + 1) * arc));
        }

        var s = new float[n * heads];
        Arithmetic.Multiply(n, heads, arc, du, arc, 1, Arithmetic.Transposed(head, heads, arc), heads, s, heads);
        var ddr = new float[n * distances];
        for (var i = 0; i < n; i++)
        {
            var row = s.AsSpan(i * heads, heads);
            row[0] += dr[(i * distances) + NetworkShape.RootDistance];
            for (var j = 0; j < n; j++)
            {
                row[j + 1] = j == i ? -1e9f : row[j + 1] + dr[(i * distances) + NetworkShape.Distance(i, j)];
            }

            Loss += Arithmetic.SoftmaxGradient(row, n + 1, e.Heads[i] + 1, scale);
            ddr[(i * distances) + NetworkShape.RootDistance] += row[0];
            for (var j = 0; j < n; j++)
            {
                if (j != i)
                {
                    ddr[(i * distances) + NetworkShape.Distance(i, j)] += row[j + 1];
                }
            }
        }

        var ddu = new float[n * arc];
        Arithmetic.Multiply(n, arc, heads, s, heads, 1, head, arc, ddu, arc);
        var dhead = new float[heads * arc];
        Arithmetic.Multiply(n + 1, arc, n, s, 1, heads, du, arc, dhead, arc);
        Arithmetic.Multiply(arc, arc, n, p, 1, columns, ddu, arc, Gradients[net.Index(Part.ArcWeights)], arc);
        AddRows(ddu, n, Gradients[net.Index(Part.ArcBias)]);
        Arithmetic.Multiply(arc, distances, n, p, 1, columns, ddr, distances, Gradients[net.Index(Part.ArcDistance)], distances);
        Arithmetic.Multiply(n, arc, arc, ddu, arc, 1, t.Arc, arc, dp, columns);
        Arithmetic.Multiply(n, arc, distances, ddr, distances, 1, t.ArcDistance, arc, dp, columns);
        Kernel.Add(dhead.AsSpan(0, arc), Gradients[net.Index(Part.RootHead)]);
        for (var j = 0; j < n; j++)
        {
            Kernel.Add(dhead.AsSpan((j + 1) * arc, arc), dp.Slice((j * columns) + arc, arc));
        }
    }

    private void Labels(Network net, Transposes t, Example e, Span<float> p, Span<float> dp, float scale)
    {
        int n = e.Count, label = _s.Label, columns = _s.Projection, of = 2 * _s.Arc, outs = _s.LabelColumns;
        var a = new float[n * label];
        for (var i = 0; i < n; i++)
        {
            var row = a.AsSpan(i * label, label);
            p.Slice((i * columns) + of, label).CopyTo(row);
            var head = e.Heads[i];
            Kernel.Add(head < 0 ? net[Part.RootLabel] : p.Slice((head * columns) + of + label, label), row);
            Kernel.Add(net[Part.LabelDistance].AsSpan((head < 0 ? NetworkShape.RootDistance : NetworkShape.Distance(i, head)) * label, label), row);
            foreach (ref var value in row)
            {
                value = Math.Max(0f, value);
            }
        }

        var y = Rows(net[Part.LabelBias], n);
        Arithmetic.Multiply(n, outs, label, a, label, 1, net[Part.LabelWeights], outs, y, outs);
        for (var i = 0; i < n; i++)
        {
            Loss += Arithmetic.SoftmaxGradient(y.AsSpan(i * outs, outs), NetworkShape.Relations, e.Relations[i], scale);
        }

        Arithmetic.Multiply(label, outs, n, a, 1, label, y, outs, Gradients[net.Index(Part.LabelWeights)], outs);
        AddRows(y, n, Gradients[net.Index(Part.LabelBias)]);
        var da = new float[n * label];
        Arithmetic.Multiply(n, label, outs, y, outs, 1, t.Label, label, da, label);
        for (var i = 0; i < n; i++)
        {
            var row = da.AsSpan(i * label, label);
            for (var k = 0; k < label; k++)
            {
                if (a[(i * label) + k] <= 0f)
                {
                    row[k] = 0f;
                }
            }

            var head = e.Heads[i];
            Kernel.Add(row, dp.Slice((i * columns) + of, label));
            Kernel.Add(row, head < 0 ? Gradients[net.Index(Part.RootLabel)] : dp.Slice((head * columns) + of + label, label));
            Kernel.Add(row, Gradients[net.Index(Part.LabelDistance)].AsSpan((head < 0 ? NetworkShape.RootDistance : NetworkShape.Distance(i, head)) * label, label));
        }
    }

    private static float Gate(float x) => MathF.FusedMultiplyAdd(0.5f, x / (1f + MathF.Abs(x)), 0.5f);

    private static float Slope(float gate)
    {
        var flat = 1f - MathF.Abs((2f * gate) - 1f);
        return 0.5f * flat * flat;
    }

    private static float[] Rows(float[] bias, int n)
    {
        var rows = new float[n * bias.Length];
        for (var i = 0; i < n; i++)
        {
            bias.CopyTo(rows, i * bias.Length);
        }

        return rows;
    }

    private static void AddRows(float[] rows, int n, float[] sum)
    {
        for (var i = 0; i < n; i++)
        {
            Kernel.Add(rows.AsSpan(i * sum.Length, sum.Length), sum);
        }
    }

    private static void Times(float[] x, float[] mask)
    {
        for (var i = 0; i < x.Length; i++)
        {
            x[i] *= mask[i];
        }
    }

    private static float[] Drop(float[] x, Dice dice, float rate)
    {
        var mask = new float[x.Length];
        var keep = 1f / (1f - rate);
        for (var i = 0; i < mask.Length; i += 2)
        {
            var bits = dice.Next();
            mask[i] = (bits & 0xFFFFFF) * (1f / (1 << 24)) < rate ? 0f : keep;
            if (i + 1 < mask.Length)
            {
                mask[i + 1] = ((bits >> 24) & 0xFFFFFF) * (1f / (1 << 24)) < rate ? 0f : keep;
            }
        }

        Times(x, mask);
        return mask;
    }
}

using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary>A small generator of its own, so that a seed gives the same model on every machine and runtime.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int n) => (int)((Next() >> 33) % (ulong)n);

    /// <summary>In [0, 1).</summary>
    public float Unit() => (Next() >> 40) * (1f / (1 << 24));
}

internal static class Arithmetic
{
    /// <summary>e^x from exactly rounded operations only: the library's differs between machines.</summary>
    public static float Exp(float x)
    {
        x = Math.Clamp(x, -87f, 87f);
        var k = MathF.Floor((x * 1.44269504f) + 0.5f);
        var r = x - (k * 0.693145752f) - (k * 1.42860677e-6f);
        var p = 1f + (r * (1f + (r * (0.5f + (r * (0.16666667f + (r * (0.041666667f + (r * (0.0083333333f + (r * 0.0013888889f)))))))))));
        return p * BitConverter.Int32BitsToSingle(((int)k + 127) << 23);
    }

    /// <summary>Turns scores into the gradient of the cross-entropy (probability less the target, times scale). Returns the loss.</summary>
    public static float SoftmaxGradient(Span<float> scores, int count, int gold, float scale)
    {
        var max = float.NegativeInfinity;
        for (var i = 0; i < count; i++)
        {
            max = Math.Max(max, scores[i]);
        }

        var sum = 0f;
        var goldScore = scores[gold] - max;
        for (var i = 0; i < count; i++)
        {
            scores[i] = Exp(scores[i] - max);
            sum += scores[i];
        }

        for (var i = 0; i < count; i++)
        {
            scores[i] = scores[i] / sum * scale;
        }

        scores[gold] -= scale;
        scores[count..].Clear();
        return MathF.Log(sum) - goldScore;
    }

    public static float[] Transposed(float[] matrix, int rows, int columns)
    {
        var result = new float[matrix.Length];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                result[(c * rows) + r] = matrix[(r * columns) + c];
            }
        }

        return result;
    }

    public static void Multiply(int m, int n, int k, ReadOnlySpan<float> a, int aRow, int aColumn, ReadOnlySpan<float> b, int bRow, Span<float> c, int cRow) =>
        Kernel.MultiplyAdd(m, n, k, a, aRow, aColumn, b, bRow, c, cRow);
}

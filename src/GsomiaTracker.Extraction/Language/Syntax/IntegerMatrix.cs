using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Matrices of 16-bit integers, for the network's wide layers: twice the pace of floats, and a sum of integers is the same in any order on any
/// machine. Numbers between the layers are counted in steps of 1/<see cref="Steps"/> and cut off at ±16; each matrix has a step of its own.
/// No sum of <see cref="MostInputs"/> products can overflow 32 bits. Compiled at full strength from the first call: unoptimised vector code is twenty times slower.
/// </summary>
internal sealed class IntegerMatrix
{
    /// <summary>Steps of one whole in a layer's input.</summary>
    public const int Steps = 256;

    /// <summary>Largest magnitude of an input and of a weight.</summary>
    public const int Largest = 4095;

    public const int MostInputs = 128;

    /// <summary>Rows that are worked on together; a matrix of inputs is padded to a multiple of it.</summary>
    public const int RowsAtOnce = 8;

    private readonly short[] _panels;
    private readonly float _unit;

    /// <param name="matrix">By input row, <paramref name="columns"/> wide; a multiple of <see cref="Kernel.Lanes"/>.</param>
    /// <param name="rows">Inputs; an even number, at most <see cref="MostInputs"/>.</param>
    public IntegerMatrix(float[] matrix, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MostInputs);
        Rows = rows;
        Columns = columns;
        var most = 1e-6f;
        foreach (var weight in matrix)
        {
            most = Math.Max(most, Math.Abs(weight));
        }

        var scale = Largest / most;
        _unit = 1f / (Steps * scale);
        _panels = new short[rows * columns];
        var at = 0;
        for (var j = 0; j < columns; j += Kernel.Lanes)
        {
            for (var r = 0; r < rows; r += 2)
            {
                for (var c = j; c < j + Kernel.Lanes; c++)
                {
                    _panels[at++] = Quantized(matrix[(r * columns) + c] * scale);
                    _panels[at++] = Quantized(matrix[((r + 1) * columns) + c] * scale);
                }
            }
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    public static int Padded(int rows) => (rows + RowsAtOnce - 1) / RowsAtOnce * RowsAtOnce;

    /// <summary>Counts numbers in steps, rounding to the nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Quantize(ReadOnlySpan<float> x, Span<short> q)
    {
        var i = 0;
        var scale = Vector256.Create((float)Steps);
        var high = Vector256.Create((float)Largest);
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var q0 = ref MemoryMarshal.GetReference(q[..x.Length]);
        for (; i + 16 <= x.Length; i += 16)
        {
            var left = Vector256.ConvertToInt32(Vector256.Round(Vector256.Min(Vector256.Max(Vector256.LoadUnsafe(ref x0, (nuint)i) * scale, -high), high)));
            var right = Vector256.ConvertToInt32(Vector256.Round(Vector256.Min(Vector256.Max(Vector256.LoadUnsafe(ref x0, (nuint)i + 8) * scale, -high), high)));
            Vector256.Narrow(left, right).StoreUnsafe(ref q0, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            q[i] = Quantized(x[i] * Steps);
        }
    }

    /// <summary>
    /// y = bias + x·W for <paramref name="m"/> rows. <paramref name="x"/> holds <see cref="Padded"/> rows of <see cref="Rows"/> steps, <paramref name="y"/> room for
    /// as many rows of <see cref="Columns"/> numbers; the padding's results mean nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Multiply(int m, ReadOnlySpan<short> x, ReadOnlySpan<float> bias, Span<float> y)
    {
        var padded = Padded(m);
        if (m == 0)
        {
            return;
        }

        // One look at the far corners stands for the checks of the loops below.
        _ = x[(padded * Rows) - 1];
        _ = y[(padded * Columns) - 1];
        _ = bias[Columns - 1];
        ref var x0 = ref Unsafe.As<short, int>(ref MemoryMarshal.GetReference(x));
        ref var y0 = ref MemoryMarshal.GetReference(y);
        ref var b0 = ref MemoryMarshal.GetReference(bias);
        ref var w0 = ref MemoryMarshal.GetArrayDataReference(_panels);
        var pairs = Rows / 2;
        var j = 0;
        if (Avx512BW.IsSupported)
        {
            for (; j + (2 * Kernel.Lanes) <= Columns; j += 2 * Kernel.Lanes)
            {
                for (var i = 0; i < padded; i += RowsAtOnce)
                {
                    Twice(pairs, ref Unsafe.Add(ref x0, i * pairs), ref Unsafe.Add(ref w0, j * Rows), ref Unsafe.Add(ref b0, j), ref Unsafe.Add(ref y0, (i * Columns) + j));
                }
            }
        }

        for (; j < Columns; j += Kernel.Lanes)
        {
            ref var panel = ref Unsafe.Add(ref w0, j * Rows);
            for (var i = 0; i < padded; i += RowsAtOnce)
            {
                ref var a = ref Unsafe.Add(ref x0, i * pairs);
                ref var c = ref Unsafe.Add(ref y0, (i * Columns) + j);
                if (Avx512BW.IsSupported)
                {
                    Wide(pairs, ref a, ref panel, ref Unsafe.Add(ref b0, j), ref c);
                }
                else
                {
                    for (var r = 0; r < RowsAtOnce; r++)
                    {
                        Narrow(pairs, ref Unsafe.Add(ref a, r * pairs), ref panel, ref Unsafe.Add(ref b0, j), ref Unsafe.Add(ref c, r * Columns));
                    }
                }
            }
        }
    }

    /// <summary>Two panels side by side: an input is read once for both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Twice(int pairs, ref int a, ref short panel, ref float bias, ref float c)
    {
        ref var other = ref Unsafe.Add(ref panel, pairs * 2 * Kernel.Lanes);
        ref var a1 = ref Unsafe.Add(ref a, pairs);
        ref var a2 = ref Unsafe.Add(ref a1, pairs);
        ref var a3 = ref Unsafe.Add(ref a2, pairs);
        ref var a4 = ref Unsafe.Add(ref a3, pairs);
        ref var a5 = ref Unsafe.Add(ref a4, pairs);
        ref var a6 = ref Unsafe.Add(ref a5, pairs);
        ref var a7 = ref Unsafe.Add(ref a6, pairs);
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        Vector512<int> t0 = default, t1 = default, t2 = default, t3 = default, t4 = default, t5 = default, t6 = default, t7 = default;
        for (var p = 0; p < pairs; p++)
        {
            var left = Vector512.LoadUnsafe(ref panel, (nuint)(p * 2 * Kernel.Lanes));
            var right = Vector512.LoadUnsafe(ref other, (nuint)(p * 2 * Kernel.Lanes));
            var x0 = Vector512.Create(Unsafe.Add(ref a, p)).AsInt16();
            s0 += Avx512BW.MultiplyAddAdjacent(x0, left);
            t0 += Avx512BW.MultiplyAddAdjacent(x0, right);
            var x1 = Vector512.Create(Unsafe.Add(ref a1, p)).AsInt16();
            s1 += Avx512BW.MultiplyAddAdjacent(x1, left);
            t1 += Avx512BW.MultiplyAddAdjacent(x1, right);
            var x2 = Vector512.Create(Unsafe.Add(ref a2, p)).AsInt16();
            s2 += Avx512BW.MultiplyAddAdjacent(x2, left);
            t2 += Avx512BW.MultiplyAddAdjacent(x2, right);
            var x3 = Vector512.Create(Unsafe.Add(ref a3, p)).AsInt16();
            s3 += Avx512BW.MultiplyAddAdjacent(x3, left);
            t3 += Avx512BW.MultiplyAddAdjacent(x3, right);
            var x4 = Vector512.Create(Unsafe.Add(ref a4, p)).AsInt16();
            s4 += Avx512BW.MultiplyAddAdjacent(x4, left);
            t4 += Avx512BW.MultiplyAddAdjacent(x4, right);
            var x5 = Vector512.Create(Unsafe.Add(ref a5, p)).AsInt16();
            s5 += Avx512BW.MultiplyAddAdjacent(x5, left);
            t5 += Avx512BW.MultiplyAddAdjacent(x5, right);
            var x6 = Vector512.Create(Unsafe.Add(ref a6, p)).AsInt16();
            s6 += Avx512BW.MultiplyAddAdjacent(x6, left);
            t6 += Avx512BW.MultiplyAddAdjacent(x6, right);
            var x7 = Vector512.Create(Unsafe.Add(ref a7, p)).AsInt16();
            s7 += Avx512BW.MultiplyAddAdjacent(x7, left);
            t7 += Avx512BW.MultiplyAddAdjacent(x7, right);
        }

        var unit = Vector512.Create(_unit);
        var add = Vector512.LoadUnsafe(ref bias);
        var next = Vector512.LoadUnsafe(ref bias, Kernel.Lanes);
        Put(s0, unit, add, ref c);
        Put(t0, unit, next, ref Unsafe.Add(ref c, Kernel.Lanes));
        Put(s1, unit, add, ref Unsafe.Add(ref c, Columns));
        Put(t1, unit, next, ref Unsafe.Add(ref c, Columns + Kernel.Lanes));
        Put(s2, unit, add, ref Unsafe.Add(ref c, 2 * Columns));
        Put(t2, unit, next, ref Unsafe.Add(ref c, (2 * Columns) + Kernel.Lanes));
        Put(s3, unit, add, ref Unsafe.Add(ref c, 3 * Columns));
        Put(t3, unit, next, ref Unsafe.Add(ref c, (3 * Columns) + Kernel.Lanes));
        Put(s4, unit, add, ref Unsafe.Add(ref c, 4 * Columns));
        Put(t4, unit, next, ref Unsafe.Add(ref c, (4 * Columns) + Kernel.Lanes));
        Put(s5, unit, add, ref Unsafe.Add(ref c, 5 * Columns));
        Put(t5, unit, next, ref Unsafe.Add(ref c, (5 * Columns) + Kernel.Lanes));
        Put(s6, unit, add, ref Unsafe.Add(ref c, 6 * Columns));
        Put(t6, unit, next, ref Unsafe.Add(ref c, (6 * Columns) + Kernel.Lanes));
        Put(s7, unit, add, ref Unsafe.Add(ref c, 7 * Columns));
        Put(t7, unit, next, ref Unsafe.Add(ref c, (7 * Columns) + Kernel.Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wide(int pairs, ref int a, ref short panel, ref float bias, ref float c)
    {
        ref var a1 = ref Unsafe.Add(ref a, pairs);
        ref var a2 = ref Unsafe.Add(ref a1, pairs);
        ref var a3 = ref Unsafe.Add(ref a2, pairs);
        ref var a4 = ref Unsafe.Add(ref a3, pairs);
        ref var a5 = ref Unsafe.Add(ref a4, pairs);
        ref var a6 = ref Unsafe.Add(ref a5, pairs);
        ref var a7 = ref Unsafe.Add(ref a6, pairs);
        Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (var p = 0; p < pairs; p++)
        {
            var weights = Vector512.LoadUnsafe(ref panel, (nuint)(p * 2 * Kernel.Lanes));
            s0 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(Unsafe.Add(ref a, p)).AsInt16(), weights);
            s1 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(Unsafe.Add(ref a1, p)).AsInt16(), weights);
            s2 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(Unsafe.Add(ref a2, p)).AsInt16(), weights);
            s3 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(Unsafe.Add(ref a3, p)).AsInt16(), weights);
            s4 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(Unsafe.Add(ref a4, p)).AsInt16(), weights);
            s5 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(Unsafe.Add(ref a5, p)).AsInt16(), weights);
            s6 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(Unsafe.Add(ref a6, p)).AsInt16(), weights);
            s7 += Avx512BW.MultiplyAddAdjacent(Vector512.Create(Unsafe.Add(ref a7, p)).AsInt16(), weights);
        }

        var unit = Vector512.Create(_unit);
        var add = Vector512.LoadUnsafe(ref bias);
        Put(s0, unit, add, ref c);
        Put(s1, unit, add, ref Unsafe.Add(ref c, Columns));
        Put(s2, unit, add, ref Unsafe.Add(ref c, 2 * Columns));
        Put(s3, unit, add, ref Unsafe.Add(ref c, 3 * Columns));
        Put(s4, unit, add, ref Unsafe.Add(ref c, 4 * Columns));
        Put(s5, unit, add, ref Unsafe.Add(ref c, 5 * Columns));
        Put(s6, unit, add, ref Unsafe.Add(ref c, 6 * Columns));
        Put(s7, unit, add, ref Unsafe.Add(ref c, 7 * Columns));
    }

    /// <summary>Sums in their unit, on top of the bias.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector512<int> sums, Vector512<float> unit, Vector512<float> bias, ref float to) =>
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(sums), unit, bias).StoreUnsafe(ref to);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Narrow(int pairs, ref int a, ref short panel, ref float bias, ref float c)
    {
        Vector256<int> left = default, right = default;
        for (var p = 0; p < pairs; p++)
        {
            var x = Vector256.Create(Unsafe.Add(ref a, p)).AsInt16();
            left += Adjacent(x, Vector256.LoadUnsafe(ref panel, (nuint)(p * 2 * Kernel.Lanes)));
            right += Adjacent(x, Vector256.LoadUnsafe(ref panel, (nuint)((p * 2 * Kernel.Lanes) + 16)));
        }

        var unit = Vector256.Create(_unit);
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(left), unit, Vector256.LoadUnsafe(ref bias)).StoreUnsafe(ref c);
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(right), unit, Vector256.LoadUnsafe(ref bias, 8)).StoreUnsafe(ref c, 8);
    }

    /// <summary>Products of neighbours, added in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Adjacent(Vector256<short> x, Vector256<short> y)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(x, y);
        }

        // The even ones by shifting them up and down again, the odd ones by shifting them down.
        var (a, b) = (x.AsInt32(), y.AsInt32());
        return (((a << 16) >> 16) * ((b << 16) >> 16)) + ((a >> 16) * (b >> 16));
    }

    private static short Quantized(float x) => (short)Math.Clamp(MathF.Round(x), -Largest, Largest);
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// The arithmetic of the network. Every output is one chain of fused multiply-adds in the order of its inputs, and vector lanes only ever
/// hold different outputs: so the bits of a result do not depend on the width of the machine's vectors.
/// </summary>
internal static class Kernel
{
    /// <summary>Row lengths of matrices and of their results are multiples of this.</summary>
    public const int Lanes = 16;

    public static int Padded(int n) => (n + Lanes - 1) / Lanes * Lanes;

    /// <summary>
    /// C += A·B. A is m×k with any strides, B is k×n by rows, C is m×n by rows; n is a multiple of <see cref="Lanes"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(int m, int n, int k, ReadOnlySpan<float> a, int aRow, int aColumn, ReadOnlySpan<float> b, int bRow, Span<float> c, int cRow)
    {
        if (m == 0 || n == 0 || k == 0)
        {
            return;
        }

        // One look at the far corners stands for the checks of the loop below.
        _ = a[((m - 1) * aRow) + ((k - 1) * aColumn)];
        _ = b[((k - 1) * bRow) + n - 1];
        _ = c[((m - 1) * cRow) + n - 1];
        ref var a0 = ref MemoryMarshal.GetReference(a);
        ref var b0 = ref MemoryMarshal.GetReference(b);
        ref var c0 = ref MemoryMarshal.GetReference(c);
        for (var j = 0; j < n; j += Lanes)
        {
            var i = 0;
            if (Vector512.IsHardwareAccelerated)
            {
                for (; i + 8 <= m; i += 8)
                {
                    Eight(k, ref Unsafe.Add(ref a0, i * aRow), aRow, aColumn, ref Unsafe.Add(ref b0, j), bRow, ref Unsafe.Add(ref c0, (i * cRow) + j), cRow);
                }
            }

            for (; i + 4 <= m; i += 4)
            {
                Four(k, ref Unsafe.Add(ref a0, i * aRow), aRow, aColumn, ref Unsafe.Add(ref b0, j), bRow, ref Unsafe.Add(ref c0, (i * cRow) + j), cRow);
            }

            for (; i < m; i++)
            {
                One(k, ref Unsafe.Add(ref a0, i * aRow), aColumn, ref Unsafe.Add(ref b0, j), bRow, ref Unsafe.Add(ref c0, (i * cRow) + j));
            }
        }
    }

    /// <summary>y += x, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> x, Span<float> y)
    {
        var i = 0;
        for (; i + 8 <= x.Length; i += 8)
        {
            (Vector256.Create(x[i..]) + Vector256.Create<float>(y[i..])).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
        {
            y[i] += x[i];
        }
    }

    /// <summary>A sigmoid without an exponential: 1/2 + x / 2(1+|x|). Only exactly rounded operations, so it is the same everywhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Gate(Vector256<float> x)
    {
        var half = Vector256.Create(0.5f);
        return Vector256.FusedMultiplyAdd(half, x / (Vector256<float>.One + Vector256.Abs(x)), half);
    }

    /// <summary><see cref="Gate(Vector256{float})"/>, twice as wide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Gate(Vector512<float> x)
    {
        var half = Vector512.Create(0.5f);
        return Vector512.FusedMultiplyAdd(half, x / (Vector512<float>.One + Vector512.Abs(x)), half);
    }

    /// <summary>y = max(0, a + b + c), lane by lane; lengths are multiples of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRectified(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, Span<float> y)
    {
        for (var i = 0; i + 8 <= a.Length; i += 8)
        {
            Vector256.Max(Vector256.Create(a[i..]) + Vector256.Create(b[i..]) + Vector256.Create(c[i..]), Vector256<float>.Zero).CopyTo(y[i..]);
        }
    }

    /// <summary>A layer's bias in which the columns beyond its outputs are never the largest (<see cref="Largest(ReadOnlySpan{float})"/>).</summary>
    public static float[] Outputs(float[] bias, int count)
    {
        float[] outputs = [.. bias];
        Array.Fill(outputs, float.NegativeInfinity, count, outputs.Length - count);
        return outputs;
    }

    /// <summary>Where the largest of the first <paramref name="count"/> numbers stands, the first of equal ones. The span's length is a multiple of eight.</summary>
    public static int Largest(Span<float> x, int count)
    {
        x[count..].Fill(float.NegativeInfinity);
        return Largest(x);
    }

    /// <summary>Where the largest number stands, the first of equal ones. The span's length is a multiple of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Largest(ReadOnlySpan<float> x)
    {
        ref var first = ref MemoryMarshal.GetReference(x);
        var most = Vector256.Create(x);
        for (var i = 8; i + 8 <= x.Length; i += 8)
        {
            most = Vector256.Max(most, Vector256.LoadUnsafe(ref first, (nuint)i));
        }

        var four = Vector128.Max(most.GetLower(), most.GetUpper());
        var largest = Vector256.Create(Math.Max(Math.Max(four[0], four[1]), Math.Max(four[2], four[3])));
        for (var i = 0; i + 8 <= x.Length; i += 8)
        {
            var equal = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)i), largest).ExtractMostSignificantBits();
            if (equal != 0)
            {
                return i + BitOperations.TrailingZeroCount(equal);
            }
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(int k, ref float a, int aRow, int aColumn, ref float b, int bRow, ref float c, int cRow)
    {
        ref var a1 = ref Unsafe.Add(ref a, aRow);
        ref var c1 = ref Unsafe.Add(ref c, cRow);
        ref var a2 = ref Unsafe.Add(ref a1, aRow);
        ref var c2 = ref Unsafe.Add(ref c1, cRow);
        ref var a3 = ref Unsafe.Add(ref a2, aRow);
        ref var c3 = ref Unsafe.Add(ref c2, cRow);
        ref var a4 = ref Unsafe.Add(ref a3, aRow);
        ref var c4 = ref Unsafe.Add(ref c3, cRow);
        ref var a5 = ref Unsafe.Add(ref a4, aRow);
        ref var c5 = ref Unsafe.Add(ref c4, cRow);
        ref var a6 = ref Unsafe.Add(ref a5, aRow);
        ref var c6 = ref Unsafe.Add(ref c5, cRow);
        ref var a7 = ref Unsafe.Add(ref a6, aRow);
        ref var c7 = ref Unsafe.Add(ref c6, cRow);
        var s0 = Vector512.LoadUnsafe(ref c);
        var s1 = Vector512.LoadUnsafe(ref c1);
        var s2 = Vector512.LoadUnsafe(ref c2);
        var s3 = Vector512.LoadUnsafe(ref c3);
        var s4 = Vector512.LoadUnsafe(ref c4);
        var s5 = Vector512.LoadUnsafe(ref c5);
        var s6 = Vector512.LoadUnsafe(ref c6);
        var s7 = Vector512.LoadUnsafe(ref c7);
        for (int p = 0, at = 0, row = 0; p < k; p++, at += aColumn, row += bRow)
        {
            var weights = Vector512.LoadUnsafe(ref b, (nuint)row);
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, at)), weights, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a1, at)), weights, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a2, at)), weights, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a3, at)), weights, s3);
            s4 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a4, at)), weights, s4);
            s5 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a5, at)), weights, s5);
            s6 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a6, at)), weights, s6);
            s7 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a7, at)), weights, s7);
        }

        s0.StoreUnsafe(ref c);
        s1.StoreUnsafe(ref c1);
        s2.StoreUnsafe(ref c2);
        s3.StoreUnsafe(ref c3);
        s4.StoreUnsafe(ref c4);
        s5.StoreUnsafe(ref c5);
        s6.StoreUnsafe(ref c6);
        s7.StoreUnsafe(ref c7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(int k, ref float a, int aRow, int aColumn, ref float b, int bRow, ref float c, int cRow)
    {
        ref var c1 = ref Unsafe.Add(ref c, cRow);
        ref var c2 = ref Unsafe.Add(ref c1, cRow);
        ref var c3 = ref Unsafe.Add(ref c2, cRow);
        ref var a1 = ref Unsafe.Add(ref a, aRow);
        ref var a2 = ref Unsafe.Add(ref a1, aRow);
        ref var a3 = ref Unsafe.Add(ref a2, aRow);
        Vector256<float> s00 = Vector256.LoadUnsafe(ref c), s01 = Vector256.LoadUnsafe(ref c, 8);
        Vector256<float> s10 = Vector256.LoadUnsafe(ref c1), s11 = Vector256.LoadUnsafe(ref c1, 8);
        Vector256<float> s20 = Vector256.LoadUnsafe(ref c2), s21 = Vector256.LoadUnsafe(ref c2, 8);
        Vector256<float> s30 = Vector256.LoadUnsafe(ref c3), s31 = Vector256.LoadUnsafe(ref c3, 8);
        for (int p = 0, at = 0, row = 0; p < k; p++, at += aColumn, row += bRow)
        {
            var left = Vector256.LoadUnsafe(ref b, (nuint)row);
            var right = Vector256.LoadUnsafe(ref b, (nuint)row + 8);
            var x = Vector256.Create(Unsafe.Add(ref a, at));
            s00 = Vector256.FusedMultiplyAdd(x, left, s00);
            s01 = Vector256.FusedMultiplyAdd(x, right, s01);
            x = Vector256.Create(Unsafe.Add(ref a1, at));
            s10 = Vector256.FusedMultiplyAdd(x, left, s10);
            s11 = Vector256.FusedMultiplyAdd(x, right, s11);
            x = Vector256.Create(Unsafe.Add(ref a2, at));
            s20 = Vector256.FusedMultiplyAdd(x, left, s20);
            s21 = Vector256.FusedMultiplyAdd(x, right, s21);
            x = Vector256.Create(Unsafe.Add(ref a3, at));
            s30 = Vector256.FusedMultiplyAdd(x, left, s30);
            s31 = Vector256.FusedMultiplyAdd(x, right, s31);
        }

        s00.StoreUnsafe(ref c);
        s01.StoreUnsafe(ref c, 8);
        s10.StoreUnsafe(ref c1);
        s11.StoreUnsafe(ref c1, 8);
        s20.StoreUnsafe(ref c2);
        s21.StoreUnsafe(ref c2, 8);
        s30.StoreUnsafe(ref c3);
        s31.StoreUnsafe(ref c3, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(int k, ref float a, int aColumn, ref float b, int bRow, ref float c)
    {
        Vector256<float> left = Vector256.LoadUnsafe(ref c), right = Vector256.LoadUnsafe(ref c, 8);
        for (int p = 0, at = 0, row = 0; p < k; p++, at += aColumn, row += bRow)
        {
            var x = Vector256.Create(Unsafe.Add(ref a, at));
            left = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, (nuint)row), left);
            right = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, (nuint)row + 8), right);
        }

        left.StoreUnsafe(ref c);
        right.StoreUnsafe(ref c, 8);
    }
}

using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Tests.Extraction.Language.Syntax;

public class KernelTests
{
    /// <summary>Rows are taken eight, four or one at a time, with the widest vectors there are: none of that may show in the result.</summary>
    [Fact]
    public void A_row_has_the_same_bits_alone_and_among_others_as_in_plain_arithmetic()
    {
        const int m = 15, n = 32, k = 37;
        var random = new Random(3);
        var a = Enumerable.Range(0, m * k).Select(_ => random.NextSingle() - 0.5f).ToArray();
        var b = Enumerable.Range(0, k * n).Select(_ => random.NextSingle() - 0.5f).ToArray();
        float[] together = new float[m * n], alone = new float[m * n], plain = new float[m * n];
        Kernel.MultiplyAdd(m, n, k, a, k, 1, b, n, together, n);
        for (var i = 0; i < m; i++)
        {
            Kernel.MultiplyAdd(1, n, k, a.AsSpan(i * k), k, 1, b, n, alone.AsSpan(i * n), n);
            for (var j = 0; j < n; j++)
            {
                for (var p = 0; p < k; p++)
                {
                    plain[(i * n) + j] = MathF.FusedMultiplyAdd(a[(i * k) + p], b[(p * n) + j], plain[(i * n) + j]);
                }
            }
        }

        Assert.Equal(plain, alone);
        Assert.Equal(plain, together);
    }

    [Theory]
    [InlineData(new[] { 3f, 1f, 7f, 7f, -2f, 0f, 9f, 9f }, 6, 2)]
    [InlineData(new[] { -3f, -1f, -7f, -1f, -2f, -5f, -9f, -9f, -0.5f, 4f, 4f, 4f, 4f, 4f, 4f, 4f }, 9, 8)]
    [InlineData(new[] { float.NegativeInfinity, 0f, -1f, 0f, 0f, 0f, 0f, 0f }, 2, 1)]
    public void The_largest_is_the_first_of_equals_and_none_beyond_the_count(float[] numbers, int count, int at) =>
        Assert.Equal(at, Kernel.Largest(numbers, count));
}

using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Tests.Extraction.Language.Syntax;

public sealed class IntegerMatrixTests
{
    [Theory]
    [InlineData(1, 2, 16, 1f)]
    [InlineData(8, 128, 384, 0.3f)]
    [InlineData(13, 96, 64, 5f)]
    public void A_product_is_the_plain_sum_of_products_of_steps(int rows, int inputs, int columns, float size)
    {
        var random = new Random(rows * inputs);
        var matrix = Numbers(random, inputs * columns, size);
        var bias = Numbers(random, columns, 1f);
        var x = Numbers(random, rows * inputs, 4f);
        var steps = new short[IntegerMatrix.Padded(rows) * inputs];
        IntegerMatrix.Quantize(x, steps);
        var y = new float[IntegerMatrix.Padded(rows) * columns];

        new IntegerMatrix(matrix, inputs, columns).Multiply(rows, steps, bias, y);

        var scale = IntegerMatrix.Largest / matrix.Max(Math.Abs);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var sum = 0;
                for (var k = 0; k < inputs; k++)
                {
                    sum = checked(sum + (steps[(i * inputs) + k] * (short)MathF.Round(matrix[(k * columns) + j] * scale)));
                }

                Assert.Equal(MathF.FusedMultiplyAdd(sum, 1f / (IntegerMatrix.Steps * scale), bias[j]), y[(i * columns) + j]);
            }
        }
    }

    [Fact]
    public void The_largest_inputs_and_weights_do_not_overflow()
    {
        var matrix = Enumerable.Repeat(3f, IntegerMatrix.MostInputs * 16).ToArray();
        var steps = new short[IntegerMatrix.RowsAtOnce * IntegerMatrix.MostInputs];
        IntegerMatrix.Quantize(Enumerable.Repeat(1e9f, IntegerMatrix.MostInputs).ToArray(), steps);
        var y = new float[IntegerMatrix.RowsAtOnce * 16];

        new IntegerMatrix(matrix, IntegerMatrix.MostInputs, 16).Multiply(1, steps, new float[16], y);

        Assert.Equal(IntegerMatrix.MostInputs * 3f * IntegerMatrix.Largest / IntegerMatrix.Steps, y[0], 0.1f);
    }

    private static float[] Numbers(Random random, int count, float size) =>
        [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() - 0.5f) * 2 * size)];
}

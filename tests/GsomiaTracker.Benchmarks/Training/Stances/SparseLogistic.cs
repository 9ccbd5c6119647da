namespace GsomiaTracker.Benchmarks.Training.Stances;

/// <summary>An example: indices and values of what was seen, what it is (0 to 1) and how much it counts.</summary>
internal sealed record SparseRow(int[] At, double[] Values, double Label, double Weight);

/// <summary>
/// Logistic regression with an L2 penalty, by Newton steps along one weight after the other, always in the same order: the same rows give the same
/// weights, bit for bit, on one machine.
/// </summary>
internal static class SparseLogistic
{
    private const int MostRounds = 60;
    private const double SmallestStep = 1e-5;
    private const double LargestStep = 1.0;

    /// <param name="penalty">Of each weight; 0 leaves a weight free.</param>
    /// <param name="weights">Where to start from, and where the weights end up.</param>
    /// <param name="rounds">How often each weight is set at most.</param>
    public static void Fit(IReadOnlyList<SparseRow> rows, IReadOnlyList<double> penalty, double[] weights, int rounds = MostRounds)
    {
        var lengths = new int[weights.Length];
        foreach (var row in rows)
        {
            foreach (var j in row.At)
            {
                lengths[j]++;
            }
        }

        var columns = Array.ConvertAll(lengths, n => new (int Row, double Value)[n]);
        Array.Clear(lengths);
        var margin = new double[rows.Count];
        var (labels, counts) = (rows.Select(r => r.Label).ToArray(), rows.Select(r => r.Weight).ToArray());
        for (var i = 0; i < rows.Count; i++)
        {
            for (var k = 0; k < rows[i].At.Length; k++)
            {
                var j = rows[i].At[k];
                columns[j][lengths[j]++] = (i, rows[i].Values[k]);
                margin[i] += weights[rows[i].At[k]] * rows[i].Values[k];
            }
        }

        for (var round = 0; round < rounds; round++)
        {
            var most = 0.0;
            for (var j = 0; j < weights.Length; j++)
            {
                if (columns[j].Length == 0)
                {
                    continue;
                }

                var slope = penalty[j] * weights[j];
                var bend = penalty[j] + 1e-9;
                foreach (var (row, value) in columns[j])
                {
                    var p = 1 / (1 + Math.Exp(-margin[row]));
                    slope += counts[row] * (p - labels[row]) * value;
                    bend += counts[row] * p * (1 - p) * value * value;
                }

                var step = Math.Clamp(-slope / bend, -LargestStep, LargestStep);
                if (Math.Abs(step) < SmallestStep)
                {
                    continue;
                }

                most = Math.Max(most, Math.Abs(step));
                weights[j] += step;
                foreach (var (row, value) in columns[j])
                {
                    margin[row] += step * value;
                }
            }

            if (most < 1e-3)
            {
                return;
            }
        }
    }
}

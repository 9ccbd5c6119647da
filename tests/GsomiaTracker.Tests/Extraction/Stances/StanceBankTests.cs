using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>
/// Sentences of our own in many wordings (<c>bank.tsv</c>), written before the rules that read them and not tuned one by one: as a whole they must
/// be read no worse than this. Each reading is "holder issue position".
/// </summary>
public class StanceBankTests
{
    private const double LeastPrecision = 0.70;
    private const double LeastRecall = 0.50;

    [Fact]
    public void Positions_in_many_wordings_are_found_often_enough_and_rarely_made_up()
    {
        var (right, made, missed) = (0, 0, 0);
        foreach (var line in File.ReadLines(Checkout.File("tests", "GsomiaTracker.Tests", "Extraction", "Stances", "bank.tsv")).Skip(1))
        {
            var cells = line.Split('\t');
            var bench = cells[0] switch { "vfa" => StanceBench.Vfa, "cod" => StanceBench.Cod, "inf" => StanceBench.Inf, _ => StanceBench.Gsomia };
            var expected = cells[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
            var found = bench.Words(cells[1]).ToHashSet(StringComparer.Ordinal);
            right += found.Count(expected.Contains);
            made += found.Count(f => !expected.Contains(f));
            missed += expected.Count(e => !found.Contains(e));
        }

        var precision = (double)right / (right + made);
        var recall = (double)right / (right + missed);
        Assert.True(precision >= LeastPrecision && recall >= LeastRecall, $"precision {precision:F3} recall {recall:F3} ({right} right, {made} made up, {missed} missed)");
    }
}

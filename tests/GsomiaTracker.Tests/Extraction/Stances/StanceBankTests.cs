using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>
/// Sentences of our own in many wordings, written before the rules that read them and not tuned one by one: as a whole they must be read no worse
/// than this. <c>bank.tsv</c> stands in four dossiers, <c>bank-fields.tsv</c> in the wording of the wires; <c>bank-open.tsv</c> and <c>bank-apart.tsv</c>
/// are by another hand, who writes as freely as feature pages do, and the last was never looked into by those who wrote the rules.
/// </summary>
public class StanceBankTests
{
    [Theory]
    [InlineData("bank.tsv", 0.72, 0.68)]
    [InlineData("bank-fields.tsv", 0.76, 0.76)]
    [InlineData("bank-plain.tsv", 0.86, 0.86)]
    [InlineData("bank-thin.tsv", 0.82, 0.74)]
    [InlineData("bank-open.tsv", 0.60, 0.40)]
    [InlineData("bank-apart.tsv", 0.56, 0.37)]
    public void Positions_in_many_wordings_are_found_often_enough_and_rarely_made_up(string bank, double leastPrecision, double leastRecall)
    {
        var (score, _) = StanceBank.Read(Checkout.File("tests", "GsomiaTracker.Tests", "Extraction", "Stances", bank));
        Assert.True(score.Precision >= leastPrecision && score.Recall >= leastRecall, $"{bank}: {score}");
    }
}

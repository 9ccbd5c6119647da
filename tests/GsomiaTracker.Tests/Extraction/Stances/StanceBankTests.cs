using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>
/// Sentences of our own in many wordings, written before the rules that read them and not tuned one by one: as a whole they must be read no worse
/// than this. <c>bank.tsv</c> stands in four dossiers.
/// </summary>
public class StanceBankTests
{
    [Theory]
    [InlineData("bank.tsv", 0.70, 0.50)]
    public void Positions_in_many_wordings_are_found_often_enough_and_rarely_made_up(string bank, double leastPrecision, double leastRecall)
    {
        var (score, _) = StanceBank.Read(Checkout.File("tests", "GsomiaTracker.Tests", "Extraction", "Stances", bank));
        Assert.True(score.Precision >= leastPrecision && score.Recall >= leastRecall, $"{bank}: {score}");
    }
}

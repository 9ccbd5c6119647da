using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>
/// Tables of sentences below which the reading must not fall. <c>bank-open</c> and <c>bank-apart</c> were written by another hand without a look at rules or words; the first was learnt from
/// after its first scoring, the second is only ever scored. <c>bank-later</c> was written before the rules of negated meetings, topics and participants and is learnt from by nothing.
/// </summary>
public sealed class EventBankFloorTests
{
    [Theory]
    [InlineData("bank-open.tsv", 0.80, 0.48)]
    [InlineData("bank-apart.tsv", 0.76, 0.46)]
    [InlineData("bank-later.tsv", 0.88, 0.58)]
    public void A_table_of_sentences_is_read_no_worse_than_it_was(string table, double loose, double strict)
    {
        var (byKind, whole) = EventBank.Read(Checkout.File("tests", "GsomiaTracker.Tests", "Extraction", "Events", table));

        Assert.True(byKind.F1 >= loose, $"{table}: {byKind}");
        Assert.True(whole.F1 >= strict, $"{table}, strict: {whole}");
    }
}

using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>
/// Two tables of sentences written by another hand without a look at rules or words, below which the reading must not fall. <c>bank-open</c> was learnt from
/// after its first scoring; <c>bank-apart</c> is only ever scored.
/// </summary>
public sealed class EventBankFloorTests
{
    [Theory]
    [InlineData("bank-open.tsv", 0.80, 0.48)]
    [InlineData("bank-apart.tsv", 0.76, 0.46)]
    public void A_table_of_sentences_is_read_no_worse_than_it_was(string table, double loose, double strict)
    {
        var (byKind, whole) = EventBank.Read(Checkout.File("tests", "GsomiaTracker.Tests", "Extraction", "Events", table));

        Assert.True(byKind.F1 >= loose, $"{table}: {byKind}");
        Assert.True(whole.F1 >= strict, $"{table}, strict: {whole}");
    }
}

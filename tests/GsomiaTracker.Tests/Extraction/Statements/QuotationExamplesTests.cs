using GsomiaTracker.Extraction.Lexicon;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Statements;

/// <summary>Runs the examples of quotations.</summary>
public sealed class QuotationExamplesTests
{
    public static TheoryData<string, string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in LexiconTable.Rows("quotations.examples.tsv"))
            {
                data.Add(row[0], row[1], row[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_quotation_has_the_speaker_of_its_example(string text, string quote, string speaker)
    {
        var quotations = new PlainText(text).Quotations;
        if (quote == "-")
        {
            Assert.Empty(quotations.Select(q => q.Words.Words));
            return;
        }

        var found = Assert.Single(quotations, q => q.Words.Words.Trim() == quote.Trim());
        Assert.Equal(speaker, found.SpeakerName ?? "-");
    }
}

using System.Text;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Statements;

/// <summary>
/// Many ways in which wire copy quotes people (<c>quotations.bank.tsv</c>): <c>"&lt;Name&gt;words"</c> is a quotation of that speaker, <c>&lt;-&gt;</c> of
/// nobody by name, and what stands between marks without either is no clause. "¶" parts paragraphs. A row whose class ends in "?" is known not to be read yet.
/// </summary>
public sealed class QuotationBankTests
{
    private static readonly string[][] All =
        [.. File.ReadLines(Path.Combine(Checkout.Root, "tests", "GsomiaTracker.Tests", "Extraction", "Statements", "quotations.bank.tsv")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];

    public static TheoryData<string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in All.Where(r => !r[0].EndsWith('?')))
            {
                data.Add(row[0], row[1]);
            }

            return data;
        }
    }

    public static TheoryData<string, string> WeakRows
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in All.Where(r => r[0].EndsWith('?')))
            {
                data.Add(row[0], row[1]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_quotation_of_a_row_has_its_speaker_and_there_is_no_other(string way, string marked)
    {
        var (wanted, found) = Read(marked);
        Assert.True(wanted.SequenceEqual(found), $"{way}: {string.Join("; ", found)} instead of {string.Join("; ", wanted)}");
    }

    [Theory]
    [MemberData(nameof(WeakRows))]
    public void A_row_that_is_known_to_fail_still_fails(string way, string marked)
    {
        var (wanted, found) = Read(marked);
        Assert.False(wanted.SequenceEqual(found), $"{way} is read now: take the question mark away");
    }

    /// <summary>Where each quotation starts and who speaks, as marked and as read.</summary>
    private static (List<string> Wanted, List<string> Found) Read(string marked)
    {
        var text = new StringBuilder();
        var wanted = new List<string>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '<')
            {
                var end = marked.IndexOf('>', i);
                wanted.Add($"{text.Length} {marked[(i + 1)..end]}");
                i = end;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return (wanted, [.. new PlainText(text.ToString()).Quotations.Select(q => $"{q.Words.Span.Start} {q.SpeakerName ?? "-"}")]);
    }
}

using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>
/// Many ways of telling each kind of event, with kind, days, status and states (<c>bank.tsv</c>), and later turns with what must be left alone beside them (<c>bank-turns.tsv</c>); a row marked "weak" is
/// known not to be read yet.
/// </summary>
public sealed class EventBankTests
{
    private static readonly string[][] Rows =
        [.. Lines("bank.tsv"), .. Lines("bank-turns.tsv")];

    private static IEnumerable<string[]> Lines(string table) =>
        File.ReadLines(Path.Combine(Checkout.Root, "tests", "GsomiaTracker.Tests", "Extraction", "Events", table)).Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split('\t'));

    public static TheoryData<string, string> Read
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in Rows.Where(r => r.Length == 2))
            {
                data.Add(row[0], row[1]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void A_sentence_tells_its_event_with_days_status_and_states(string sentence, string tells)
    {
        var events = Told.By(sentence).Select(EventBank.Line).ToList();
        if (tells == "-")
        {
            Assert.Empty(events);
        }
        else
        {
            foreach (var wanted in tells.Split(';', StringSplitOptions.TrimEntries))
            {
                Assert.Contains(wanted, events);
            }
        }
    }
}

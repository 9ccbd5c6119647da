using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Officials;

/// <summary>Many ways in which wire copy names people with their posts (<c>officials.bank.tsv</c>); a row whose class ends in "?" is known not to be read yet.</summary>
public sealed class OfficialBankTests
{
    private static readonly string[][] All =
        [.. File.ReadLines(Path.Combine(Checkout.Root, "tests", "GsomiaTracker.Tests", "Extraction", "Officials", "officials.bank.tsv")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];

    public static TheoryData<string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in All.Where(r => !r[0].EndsWith('?')))
            {
                data.Add(row[1], row[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_sentence_gives_its_officials_with_state_and_whether_they_hold_the_post_still(string text, string told)
    {
        var found = new PlainText(text).References.Officials.ToList();
        var wanted = told == "-" ? [] : told.Split("; ").Select(w => w.Split(" | ")).ToList();
        Assert.Equal(wanted.Select(w => w[0]).Order(StringComparer.Ordinal), found.Select(o => o.Name).Order(StringComparer.Ordinal));
        foreach (var (w, o) in wanted.Join(found, w => w[0], o => o.Name, (w, o) => (w, o)))
        {
            Assert.True((w[1] == "-" || w[1] == o.Country) && o.Former == (w[3] == "yes") && Shares(w[2], o.Office), $"{o.Name} is {o.Country}, {o.Office}, former: {o.Former}; not {string.Join(", ", w)}");
        }
    }

    [Fact]
    public void Rows_that_are_not_read_yet_are_few() => Assert.InRange(All.Count(r => r[0].EndsWith('?')), 0, All.Length / 20);

    /// <summary>Every word of the wanted post stands in the one found, or the other way round.</summary>
    private static bool Shares(string wanted, string? found)
    {
        var (a, b) = (Words(wanted), Words(found ?? ""));
        return a.IsSubsetOf(b) || b.IsSubsetOf(a);

        static HashSet<string> Words(string office) => [.. office.Split([' ', '-', '.', '\''], StringSplitOptions.RemoveEmptyEntries).Except(["of", "the", "for", "and", "to", "at", "in", "a", "s"])];
    }
}

using System.Globalization;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Dates;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Dates;

/// <summary>Many ways in which wire copy tells a day (<c>dates.bank.tsv</c>); a row whose class ends in "?" is known not to be read yet.</summary>
public sealed class DateBankTests
{
    private static readonly string[] Leading = ["the ", "late ", "midnight on ", "midnight ", "between "];

    private static readonly string[][] All =
        [.. File.ReadLines(Path.Combine(Checkout.Root, "tests", "GsomiaTracker.Tests", "Extraction", "Dates", "dates.bank.tsv")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in All.Where(r => !r[0].EndsWith('?')))
            {
                data.Add(row[1], row[2], row[3]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_sentence_tells_these_days_and_no_others(string written, string text, string days)
    {
        var day = DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var found = DateFinder.Find(new PlainText(text, anchor: day).Document, day).Select(Shown);
        var wanted = days == "-" ? [] : days.Split("; ").Select(Plain);
        Assert.Equal(wanted.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_that_are_not_read_yet_are_few() => Assert.InRange(All.Count(r => r[0].EndsWith('?')), 0, All.Length / 20);

    private static string Shown(DatedExpression d)
    {
        var range = d.Days is not { } r ? "" : r.IsOneDay ? $"{r.From:yyyy-MM-dd}" : $"{r.From:yyyy-MM-dd}..{r.To:yyyy-MM-dd}";
        return Plain($"{d.Words.Words}={range}");
    }

    /// <summary>Without an article or "late" at its start, and without "'s".</summary>
    private static string Plain(string told)
    {
        var plain = told.ToLowerInvariant().Replace("'s=", "=", StringComparison.Ordinal);
        for (var i = 0; i < Leading.Length; i++)
        {
            if (plain.StartsWith(Leading[i], StringComparison.Ordinal))
            {
                plain = plain[Leading[i].Length..];
                i = -1;
            }
        }

        return plain;
    }
}

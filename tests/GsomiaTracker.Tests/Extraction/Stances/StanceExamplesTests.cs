using System.Text.Json;
using GsomiaTracker.Extraction.Stances;

namespace GsomiaTracker.Tests.Extraction.Stances;

/// <summary>
/// The examples that stand beside the rules, run: those of the lexicon's rows on an invented accord about cod, those of each issue with its own
/// dossier. "Sentence => holder position; holder position"; in an issue's example the issue itself is understood.
/// </summary>
public class StanceExamplesTests
{
    public static TheoryData<string, string> Lexicon() => Pairs(StanceLexicon.English.Rows.SelectMany(r => r.Reads.Select(x => (r.Name, x))));

    public static TheoryData<string, string> LexiconNot() => Pairs(StanceLexicon.English.Rows.SelectMany(r => r.ReadsNot.Select(x => (r.Name, x))));

    public static TheoryData<string, string> Issues() => Pairs(Examples("reads"));

    public static TheoryData<string, string> IssuesNot() => Pairs(Examples("readsNot"));

    [Theory]
    [MemberData(nameof(Lexicon))]
    public void A_row_of_the_lexicon_reads_its_example(string row, string example)
    {
        Assert.NotEmpty(row);
        var (text, expected) = Split(example);
        var found = StanceBench.Cod.Words(text);
        Assert.All(expected, e => Assert.Contains(e, found));
    }

    [Theory]
    [MemberData(nameof(LexiconNot))]
    public void A_row_of_the_lexicon_leaves_its_counter_example_alone(string row, string text)
    {
        Assert.NotEmpty(row);
        Assert.Empty(StanceBench.Cod.Words(text));
    }

    [Theory]
    [MemberData(nameof(Issues))]
    public void An_issue_reads_its_example(string issue, string example)
    {
        var (bench, key) = Of(issue);
        var (text, expected) = Split(example);
        var found = bench.Words(text).Where(w => w.Contains($" {key} ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(expected.Select(e => $"{e[..e.LastIndexOf(' ')]} {key}{e[e.LastIndexOf(' ')..]}").Order(StringComparer.Ordinal), found);
    }

    [Theory]
    [MemberData(nameof(IssuesNot))]
    public void An_issue_leaves_its_counter_example_alone(string issue, string text)
    {
        var (bench, key) = Of(issue);
        Assert.DoesNotContain(bench.Words(text), w => w.Contains($" {key} ", StringComparison.Ordinal));
    }

    private static (StanceBench Bench, string Key) Of(string issue) =>
        issue.Split('/') is [var dossier, var key] ? (StanceBench.Of(dossier), key) : throw new ArgumentException(issue);

    private static IEnumerable<(string, string)> Examples(string field)
    {
        foreach (var bench in (StanceBench[])[StanceBench.Gsomia, StanceBench.Vfa, StanceBench.Inf, StanceBench.Brexit])
        {
            foreach (var issue in bench.Dossier.Issues)
            {
                using var rules = JsonDocument.Parse(issue.Rules);
                if (rules.RootElement.TryGetProperty(field, out var examples))
                {
                    foreach (var example in examples.EnumerateArray())
                    {
                        yield return ($"{bench.Dossier.Id}/{issue.Key}", example.GetString()!);
                    }
                }
            }
        }
    }

    private static (string Text, string[] Expected) Split(string example)
    {
        var at = example.IndexOf(" => ", StringComparison.Ordinal);
        return (example[..at], example[(at + 4)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private static TheoryData<string, string> Pairs(IEnumerable<(string, string)> pairs)
    {
        var data = new TheoryData<string, string>();
        foreach (var (a, b) in pairs)
        {
            data.Add(a, b);
        }

        return data;
    }
}

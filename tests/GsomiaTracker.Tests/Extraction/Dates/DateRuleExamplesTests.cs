using System.Globalization;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Dates;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Dates;

/// <summary>Runs the examples and counterexamples that stand beside each rule in the lexicon.</summary>
public sealed class DateRuleExamplesTests
{
    public static TheoryData<string, string> Examples =>
        Rows(RuleFile.Entries.SelectMany(r => r.Examples.Select(e => (r.Name, e))));

    public static TheoryData<string, string> Counterexamples =>
        Rows(RuleFile.Entries.SelectMany(r => r.Counter.Select(e => (r.Name, e))));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_gives_the_days_that_stand_beside_it(string rule, string example)
    {
        var parts = example.Split(" | ");
        var (words, days) = (parts[2].Split(" => ")[0], parts[2].Split(" => ")[1]);

        var found = Read(parts[0], parts[1]);

        var hit = found.SingleOrDefault(d => d.Words.Words.Contains(words, StringComparison.Ordinal));
        Assert.True(hit is not null, $"{rule}: '{words}' not found among: {string.Join("; ", found.Select(d => $"{d.Words.Words} = {d.Days} {d.From}"))}");
        Assert.True(days == hit.Days?.ToString(), $"{rule}: '{words}' is {hit.Days}, not {days} ({hit.From})");
        Assert.EndsWith($"[{rule}]", hit.From, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Counterexamples))]
    public void In_a_counterexample_the_rule_finds_nothing(string rule, string example)
    {
        Assert.DoesNotContain(Read(example, "2019-11-17"), d => d.From.EndsWith($"[{rule}]", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_has_an_example_and_a_counterexample() =>
        Assert.All(RuleFile.Entries, r => Assert.True(r.Examples.Count > 0 && r.Counter.Count > 0, r.Name));

    private static IReadOnlyList<DatedExpression> Read(string text, string day) =>
        DateFinder.Find(Document.Open(Plain(text), TestDossier.Gsomia, SyntaxParser.Load()), DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static WireText Plain(string text) => new(
        text, false, new ReadingHeader(null, null, null, null, [], null, null, PublishedHow.Unknown, ""), [new WireParagraph(new TextSpan(0, text.Length), ParagraphRole.Body)], []);

    private static TheoryData<string, string> Rows(IEnumerable<(string, string)> rows)
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, example) in rows)
        {
            data.Add(name, example);
        }

        return data;
    }
}

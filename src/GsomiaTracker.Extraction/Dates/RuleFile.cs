using System.Text.Json;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Dates;

/// <summary>A rule as it stands in <c>Lexicon/en/dates/rules.json</c>.</summary>
/// <param name="Pattern">Elements divided by spaces: CLASS, (word|word), a mark; "x=" keeps the value, "?" makes it optional, "&lt;" must stand before,
/// "!&lt;" must not, "&gt;" must stand after, "!&gt;" must not; "?future" wants a clause about what is to come, "?past" one about what was.</param>
/// <param name="Examples">"sentence | day of writing | words => days".</param>
/// <param name="Counter">Sentences in which this rule finds nothing.</param>
internal sealed record RuleEntry(string Name, AtomKind Kind, string Pattern, int Offset, int? Count, IReadOnlyList<string> Examples, IReadOnlyList<string> Counter);

internal static class RuleFile
{
    public static IReadOnlyList<RuleEntry> Entries { get; } = Read();

    /// <summary>Every word that a pattern names.</summary>
    public static IEnumerable<string> Literals() =>
        Entries.SelectMany(r => r.Pattern.Split(' ')).SelectMany(PatternElement.LiteralsOf).Where(w => char.IsLetter(w[0])).Distinct(StringComparer.OrdinalIgnoreCase);

    private static List<RuleEntry> Read()
    {
        using var document = JsonDocument.Parse(LexiconFile.Open("dates/rules.json"));
        var rules = new List<RuleEntry>();
        foreach (var rule in document.RootElement.EnumerateArray())
        {
            rules.Add(new RuleEntry(
                rule.GetProperty("name").GetString()!,
                Enum.Parse<AtomKind>(rule.GetProperty("kind").GetString()!),
                rule.GetProperty("pattern").GetString()!,
                rule.TryGetProperty("offset", out var offset) ? offset.GetInt32() : 0,
                rule.TryGetProperty("count", out var count) ? count.GetInt32() : null,
                [.. rule.GetProperty("examples").EnumerateArray().Select(e => e.GetString()!)],
                [.. rule.GetProperty("counter").EnumerateArray().Select(e => e.GetString()!)]));
        }

        return rules;
    }
}

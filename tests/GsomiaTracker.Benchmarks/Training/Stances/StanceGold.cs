using System.Text;
using System.Text.Json;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Benchmarks.Training.Stances;

/// <summary>A position that careful readers found in a text.</summary>
/// <param name="Spans">Where its evidence stands, UTF-16.</param>
internal sealed record StanceGold(string Country, string? Person, string Issue, Position Position, bool Optional, IReadOnlyList<TextSpan> Spans)
{
    private const int LeastShared = 12;

    /// <summary>A cited span in six must meet the evidence.</summary>
    private const int OneIn = 6;

    /// <exception cref="JsonException">The file is no gold file.</exception>
    public static IReadOnlyList<StanceGold> Load(string file, string text)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var found = new List<StanceGold>();
        foreach (var s in json.RootElement.GetProperty("stances").EnumerateArray())
        {
            var spans = new List<TextSpan>();
            foreach (var piece in s.GetProperty("evidence").EnumerateArray())
            {
                var words = piece.GetString()!;
                for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
                {
                    spans.Add(TextSpan.OfLength(at, words.Length));
                }
            }

            if (!Vocabulary.TryParse<Position>(s.GetProperty("position").GetString()!, out var position))
            {
                throw new JsonException($"{file}: unknown position");
            }

            found.Add(new StanceGold(
                s.GetProperty("country").GetString()!, s.GetProperty("person").GetString(), s.GetProperty("issue").GetString()!, position,
                s.TryGetProperty("optional", out var optional) && optional.GetBoolean(), spans));
        }

        return found;
    }

    public bool Meets(IReadOnlyList<TextSpan> cited) => cited.Count > 0 && cited.Count <= OneIn * cited.Count(Touches);

    public bool Touches(TextSpan span) =>
        Spans.Any(g => Math.Min(g.End, span.End) - Math.Max(g.Start, span.Start) >= Math.Min(LeastShared, (Math.Min(g.Length, span.Length) + 1) / 2));

    /// <summary>Whether one of these names is the holder's; true for two without a name.</summary>
    public bool IsHeldBy(IReadOnlyList<string> names)
    {
        if (Person is null || names.Count == 0)
        {
            return Person is null && names.Count == 0;
        }

        var own = Parts(Person);
        return names.Any(n => Parts(n) is var other && (other.Order(StringComparer.Ordinal).SequenceEqual(own.Order(StringComparer.Ordinal)) || other.Length == 1 && (own[0] == other[0] || own[^1] == other[0])
            || other.Length > 1 && own.Length > 1 && own[0] == other[0] && own[^1] == other[^1] || other.Length > own.Length && own.Length > 1 && other[^own.Length..].SequenceEqual(own)));
    }

    private static string[] Parts(string name) => [.. name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => string.Concat(p.Where(char.IsAsciiLetter))).Where(p => p.Length > 0)];
}

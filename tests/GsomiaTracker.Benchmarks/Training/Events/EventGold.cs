using System.Globalization;
using System.Text.Json;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Benchmarks.Training.Events;

/// <summary>An event that careful readers found in a text.</summary>
/// <param name="Spans">Where its evidence stands, UTF-16.</param>
/// <param name="Countries">In no order; null where only the kind is known.</param>
internal sealed record EventGold(EventKind Kind, DayRange? Days, EventStatus? Status, IReadOnlyList<string>? Countries, bool Optional, IReadOnlyList<TextSpan> Spans)
{
    private const int LeastShared = 12;

    /// <summary>A cited span in six must meet the evidence.</summary>
    private const int OneIn = 6;

    /// <exception cref="JsonException">The file is no gold file.</exception>
    public static IReadOnlyList<EventGold> Load(string file, string text)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var found = new List<EventGold>();
        foreach (var e in json.RootElement.GetProperty("events").EnumerateArray())
        {
            var spans = new List<TextSpan>();
            foreach (var piece in e.GetProperty("evidence").EnumerateArray())
            {
                var words = piece.GetString()!;
                for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
                {
                    spans.Add(TextSpan.OfLength(at, words.Length));
                }
            }

            if (!Vocabulary.TryParse<EventKind>(e.GetProperty("kind").GetString()!, out var kind) || !Vocabulary.TryParse<EventStatus>(e.GetProperty("status").GetString()!, out var status))
            {
                throw new JsonException($"{file}: unknown kind or status");
            }

            var from = e.GetProperty("from").GetString();
            found.Add(new EventGold(
                kind, from is null ? null : new DayRange(Day(from), Day(e.GetProperty("to").GetString() ?? from)), status,
                [.. e.GetProperty("countries").EnumerateArray().Select(c => c.GetString()!)], e.TryGetProperty("optional", out var optional) && optional.GetBoolean(), spans));
        }

        return found;
    }

    /// <summary>An entry of a table: "kind days status states", "?" for days that cannot be worked out.</summary>
    public static EventGold Parse(string told, bool optional, TextSpan whole)
    {
        var words = told.Split(' ');
        Vocabulary.TryParse<EventKind>(words[0], out var kind);
        Vocabulary.TryParse<EventStatus>(words[2], out var status);
        var ends = words[1].Split('/');
        return new EventGold(kind, words[1] == "?" ? null : new DayRange(Day(ends[0]), Day(ends[^1])), status, words[3..], optional, [whole]);
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public bool DaysMeet(DayRange? days) => Days is not { } mine || days is not { } theirs || mine.Overlaps(theirs);

    public bool Meets(IReadOnlyList<TextSpan> cited) => cited.Count > 0 && cited.Count <= OneIn * cited.Count(Touches);

    public bool Touches(TextSpan span) =>
        Spans.Any(g => Math.Min(g.End, span.End) - Math.Max(g.Start, span.Start) >= Math.Min(LeastShared, (Math.Min(g.Length, span.Length) + 1) / 2));
}

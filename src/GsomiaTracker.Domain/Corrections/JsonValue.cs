using System.Text.Json;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Corrections;

/// <summary>Reads the JSON values of corrections; every reader answers with a value or a reason.</summary>
internal static class JsonValue
{
    public static Parsed<JsonElement> Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return Parsed<JsonElement>.No("a value is missing");
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return Parsed<JsonElement>.Of(document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            return Parsed<JsonElement>.No($"the value is not JSON: {e.Message}");
        }
    }

    public static Parsed<string?> TextOrNull(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => Parsed<string?>.Of(null),
        JsonValueKind.String when json.GetString() is { Length: > 0 } text => Parsed<string?>.Of(text),
        _ => Parsed<string?>.No("expected a text or null"),
    };

    public static Parsed<string> Text(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.GetString() is { Length: > 0 } text ? Parsed<string>.Of(text) : Parsed<string>.No("expected a text");

    public static Parsed<IReadOnlyList<string>> Texts(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String && e.GetString()!.Length > 0)
            ? Parsed<IReadOnlyList<string>>.Of([.. json.EnumerateArray().Select(e => e.GetString()!)])
            : Parsed<IReadOnlyList<string>>.No("expected a list of texts");

    public static Parsed<T> Word<T>(JsonElement json) where T : struct, Enum =>
        json.ValueKind == JsonValueKind.String && Vocabulary.TryParse<T>(json.GetString()!, out var value)
            ? Parsed<T>.Of(value)
            : Parsed<T>.No($"expected one of {string.Join(", ", Enum.GetValues<T>().Select(Vocabulary.Word))}");

    public static Parsed<bool> Flag(JsonElement json) =>
        json.ValueKind is JsonValueKind.True or JsonValueKind.False ? Parsed<bool>.Of(json.GetBoolean()) : Parsed<bool>.No("expected true or false");

    /// <summary>"2019-11-17", "2019-11-16/2019-11-18" or null.</summary>
    public static Parsed<DayRange?> Days(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return Parsed<DayRange?>.Of(null);
        }

        var parts = json.ValueKind == JsonValueKind.String ? json.GetString()!.Split('/') : [];
        if (parts.Length is 1 or 2 && Day(parts[0]) is { } from && Day(parts[^1]) is { } to && from <= to)
        {
            return Parsed<DayRange?>.Of(new DayRange(from, to));
        }

        return Parsed<DayRange?>.No("expected a day (2019-11-17), a range (2019-11-16/2019-11-18) or null");
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
}

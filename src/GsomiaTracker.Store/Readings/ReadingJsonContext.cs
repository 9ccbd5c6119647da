using System.Text.Json;
using System.Text.Json.Serialization;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Store.Readings;

/// <summary>The domain's reading as JSON, by generated code. A property added to a record comes along by itself; one renamed needs a new format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(EvidenceConverter), typeof(FindingKeyConverter), typeof(DayRangeConverter), typeof(PublicationTimeConverter)])]
[JsonSerializable(typeof(Reading))]
internal sealed partial class ReadingJsonContext : JsonSerializerContext;

/// <summary>A finding's key as its word.</summary>
internal sealed class FindingKeyConverter : JsonConverter<FindingKey>
{
    public override FindingKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, FindingKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>Days as two day numbers.</summary>
internal sealed class DayRangeConverter : JsonConverter<DayRange>
{
    public override DayRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (from, to) = Pair.Read(ref reader);
        return new DayRange(DateOnly.FromDayNumber(from), DateOnly.FromDayNumber(to));
    }

    public override void Write(Utf8JsonWriter writer, DayRange value, JsonSerializerOptions options) => Pair.Write(writer, value.From.DayNumber, value.To.DayNumber);
}

/// <summary>A publication time as it writes itself.</summary>
internal sealed class PublicationTimeConverter : JsonConverter<PublicationTime>
{
    public override PublicationTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var words = reader.GetString()!;
        return StoredPublication.Parse(words) ?? throw new JsonException($"'{words}' is no publication time.");
    }

    public override void Write(Utf8JsonWriter writer, PublicationTime value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Evidence as its span; the words come from the text that is set for the length of one call.</summary>
internal sealed class EvidenceConverter : JsonConverter<Evidence>
{
    // A converter has no argument of its own, and options made for each call would compile their converters each time.
    [ThreadStatic]
    private static string? _text;

    public static Scope On(string text)
    {
        _text = text;
        return default;
    }

    public override Evidence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (start, end) = Pair.Read(ref reader);
        return 0 <= start && start <= end && end <= _text!.Length
            ? Evidence.In(_text, new TextSpan(start, end))
            : throw new JsonException($"Evidence [{start}, {end}) lies outside of the text.");
    }

    public override void Write(Utf8JsonWriter writer, Evidence value, JsonSerializerOptions options)
    {
        var span = value.Span;
        if (span.Start < 0 || span.End < span.Start || span.End > _text!.Length || !span.In(_text).SequenceEqual(value.Words))
        {
            throw new ArgumentException($"Evidence {span} is not the slice of its text: '{value.Words}'.");
        }

        Pair.Write(writer, span.Start, span.End);
    }

    internal readonly struct Scope : IDisposable
    {
        public void Dispose() => _text = null;
    }
}

/// <summary>Two numbers: <c>[1,2]</c>.</summary>
internal static class Pair
{
    public static (int First, int Second) Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        var first = reader.GetInt32();
        reader.Read();
        var second = reader.GetInt32();
        reader.Read();
        return (first, second);
    }

    public static void Write(Utf8JsonWriter writer, int first, int second)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(first);
        writer.WriteNumberValue(second);
        writer.WriteEndArray();
    }
}

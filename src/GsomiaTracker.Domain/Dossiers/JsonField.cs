using System.Globalization;
using System.Text.Json;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Dossiers;

/// <summary>
/// A JSON value that knows where it stands. A value that is not as it must be is taken down as a fault and goes on as an empty one, so that all
/// faults of a file are found; of a value that is missing no more is said than that.
/// </summary>
internal readonly record struct JsonField(JsonElement Element, string At, FaultList Faults)
{
    public JsonField this[string name]
    {
        get
        {
            if (Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value))
            {
                return new JsonField(value, $"{At}:{name}", Faults);
            }

            if (!IsMissing)
            {
                Faults.Add($"field '{name}' is missing", At);
            }

            return new JsonField(default, $"{At}:{name}", Faults);
        }
    }

    private bool IsText => Element.ValueKind == JsonValueKind.String;

    public bool IsMissing => Element.ValueKind == JsonValueKind.Undefined;

    public string Text => Element.ValueKind == JsonValueKind.String ? Element.GetString()! : Wrong("must be a string", "");

    public bool Flag => Element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Element.GetBoolean() : Wrong("must be true or false", false);

    public int Number => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number) ? number : Wrong("must be a whole number", 0);

    public DateOnly Day
    {
        get
        {
            var text = Text;
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
                : IsText ? Wrong($"'{text}' is no day (2019-11-23)", DateOnly.MinValue) : DateOnly.MinValue;
        }
    }

    public DateTimeOffset Instant
    {
        get
        {
            var text = Text;
            var parsed = PublicationTime.Parse(text);
            return parsed.Ok && parsed.Value is { Time: { } time, Offset: { } offset } value
                ? new DateTimeOffset(value.Day.ToDateTime(time), offset)
                : IsText ? Wrong($"'{text}' is no instant with its offset (2019-11-23T00:00+09:00)", default(DateTimeOffset)) : default;
        }
    }

    public string Zone => Text is var zone && (!IsText || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) ? zone : Wrong($"'{zone}' is no known time zone", "");

    public string Country => Text is var code && (!IsText || CountryCodes.Has(code)) ? code : Wrong($"'{code}' is no country code ({CountryCodes.Kinds})", code);

    /// <summary>The values of a list; none where it is no list.</summary>
    public IReadOnlyList<JsonField> Items
    {
        get
        {
            if (Element.ValueKind != JsonValueKind.Array)
            {
                return Wrong<IReadOnlyList<JsonField>>("must be a list", []);
            }

            var (at, faults) = (At, Faults);
            return [.. Element.EnumerateArray().Select((e, i) => new JsonField(e, $"{at}[{i}]", faults))];
        }
    }

    /// <summary>Names of fields beside the known ones.</summary>
    public IEnumerable<string> Strange(string[] known) =>
        Element.ValueKind == JsonValueKind.Object ? Element.EnumerateObject().Select(p => p.Name).Where(n => !known.Contains(n, StringComparer.Ordinal)) : [];

    private T Wrong<T>(string reason, T instead)
    {
        if (!IsMissing)
        {
            Faults.Add(reason, At);
        }

        return instead;
    }
}

/// <summary>Faults in the order in which they were found.</summary>
internal sealed class FaultList
{
    private readonly List<DossierRemark> _found = [];

    public IReadOnlyList<DossierRemark> Found => _found;

    public void Add(string reason, string at)
    {
        var fault = new DossierRemark(RemarkKind.Fault, at, reason);
        if (!_found.Contains(fault))
        {
            _found.Add(fault);
        }
    }
}

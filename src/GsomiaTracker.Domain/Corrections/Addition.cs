using System.Text.Json;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Domain.Corrections;

/// <summary>
/// A finding that the reader missed. <c>Field</c> is its type, <c>Target</c> the key it goes by; <c>Value</c> holds its fields under the names that amendments use, "words",
/// the exact words of the text that carry it, and where these stand more than once "in": a piece of the text that begins with them and stands once. A take without these does not get it.
/// </summary>
internal static class Addition
{
    /// <summary>Null where the text has no such words.</summary>
    public static Parsed<Reading>? Apply(Reading reading, string text, Correction c)
    {
        var parsed = JsonValue.Parse(c.Value);
        if (!parsed.Ok || parsed.Value.ValueKind != JsonValueKind.Object)
        {
            return Parsed<Reading>.No(parsed.Ok ? "expected an object" : parsed.Fault!.Reason);
        }

        if (Words(parsed.Value, "words") is not { } exact)
        {
            return Parsed<Reading>.No("\"words\" must be the exact words of the text that carry it");
        }

        var at = text.IndexOf(Words(parsed.Value, "in") is { } within && within.StartsWith(exact, StringComparison.Ordinal) ? within : exact, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var evidence = Evidence.In(text, TextSpan.OfLength(at, exact.Length));
        var key = new FindingKey(c.Target);
        var fields = parsed.Value.EnumerateObject().Where(p => p.Name is not ("words" or "in")).Select(p => (p.Name, Json: p.Value.GetRawText())).ToList();
        var missing = Needed(c.Field).Where(n => fields.TrueForAll(f => f.Name != n)).ToList();
        if (missing.Count > 0)
        {
            return Parsed<Reading>.No($"{(c.Field is "event" or "official" ? "an" : "a")} {c.Field} needs {string.Join(" and ", missing)}", missing[0]);
        }

        return c.Field switch
        {
            "event" => Fill(new EventReported(key, default, exact, null, "", default, [], [], null, [], [], [evidence]), fields, Amendment.Of)
                .Then(e => reading with { Events = [.. CorrectionOverlay.Without(reading.Events, x => x.Key == key), e] }),
            "stance" => Fill(new StanceTaken(key, "", null, null, "", default, default, null, [evidence]), fields, Amendment.Of)
                .Then(s => reading with { Stances = [.. CorrectionOverlay.Without(reading.Stances, x => x.Key == key), s] }),
            "official" => Fill(new OfficialNamed(key, "", exact, [], null, null, false, [evidence]), fields, Amendment.Of).Then(o => reading with { Officials = With(reading.Officials, o, exact) }),
            "quote" => Fill(new Quotation(key, evidence, null, null, null), fields, Amendment.Of)
                .Then(q => reading with { Quotes = [.. reading.Quotes.Where(x => x.Key != key && x.Words.Span != evidence.Span).Append(q).OrderBy(x => x.Words.Span)] }),
            "date" => Fill(new DatedExpression(evidence, null, TimexType.Date, null, null, "set by an editor"), fields, Amendment.Of)
                .Then(d => reading with { Dates = [.. reading.Dates.Where(x => !x.Words.Span.Overlaps(evidence.Span)).Append(d).OrderBy(x => x.Words.Span)] }),
            _ => Parsed<Reading>.No($"'{c.Field}' cannot be added: event, stance, official, quote or date", "field"),
        };
    }

    private static string[] Needed(string? type) => type switch
    {
        "event" => ["kind", "status"],
        "stance" => ["country", "issue", "position"],
        "official" => ["id"],
        "date" => ["days"],
        _ => [],
    };

    private static Parsed<T> Fill<T>(T blank, List<(string Name, string Json)> fields, Func<T, string?, string?, Parsed<T>> amend) =>
        fields.Aggregate(Parsed<T>.Of(blank), (made, f) => made.Ok ? amend(made.Value, f.Name, f.Json) : made);

    /// <summary>Somebody the reading has already is named once more; somebody new comes in.</summary>
    private static IReadOnlyList<OfficialNamed> With(IReadOnlyList<OfficialNamed> officials, OfficialNamed named, string words)
    {
        named = words == named.Name ? named : named with { Aliases = [words] };
        if (officials.FirstOrDefault(o => o.Id == named.Id) is not { } known)
        {
            return [.. officials, named];
        }

        var more = known.Evidence.Contains(named.Evidence[0]) ? known : known with
        {
            Evidence = [.. known.Evidence.Append(named.Evidence[0]).OrderBy(e => e.Span)],
            Aliases = words == known.Name || known.Aliases.Contains(words) ? known.Aliases : [.. known.Aliases, words],
        };
        return [.. officials.Select(o => ReferenceEquals(o, known) ? more : o)];
    }

    private static string? Words(JsonElement value, string name) =>
        value.TryGetProperty(name, out var words) && words.ValueKind == JsonValueKind.String && words.GetString() is { Length: > 0 } text ? text : null;
}

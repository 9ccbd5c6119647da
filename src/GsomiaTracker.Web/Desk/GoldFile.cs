using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// A corrected reading as a gold file in the annotation guide's form, version 2: evidence is an exact substring that stands once in the text, people go by the
/// name the text gives them. What an editor has not touched stands as the reader found it: such a file says what editors let stand, not what a
/// careful annotator would have written from nothing.
/// </summary>
public static class GoldFile
{
    private const int Longest = 700;
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string text, Reading reading)
    {
        var names = reading.Officials.Where(o => text.Contains(o.Name, StringComparison.Ordinal)).GroupBy(o => o.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);
        var stances = new HashSet<string>(StringComparer.Ordinal);
        return new JsonObject
        {
            ["header"] = Header(reading.Header),
            ["officials"] = Array(reading.Officials.Where(o => names.ContainsValue(o.Name)).DistinctBy(o => o.Id), o => Official(o)),
            ["dates"] = Array(reading.Dates.Where(d => d.Days is not null), d => Date(text, d)),
            ["events"] = Array(reading.Events.Where(e => e.Countries.Count > 0), e => Event(text, e, names)),
            ["stances"] = Array(reading.Stances.Where(s => stances.Add($"{s.Country}|{s.Person}|{s.Org}|{s.Issue}|{s.Position}")), s => Stance(text, s, names)),
            ["quotes"] = Array(reading.Quotes.Where(q => Once(text, q.Words.Words)), q => new JsonObject { ["text"] = q.Words.Words, ["speaker"] = q.SpeakerName, ["country"] = q.Country }),
        }.ToJsonString(Form) + "\n";
    }

    private static JsonObject Header(ReadingHeader h) => new()
    {
        ["agency"] = h.Agency,
        ["headline"] = h.Headline,
        ["revision"] = h.Revision,
        ["revisionNote"] = h.RevisionNote,
        ["byline"] = Strings(h.Byline),
        ["dateline"] = h.Dateline is { } d ? new JsonObject { ["place"] = d.Place, ["date"] = d.Date is { } day ? DayRange.Iso(day) : null } : null,
        ["published"] = h.Published?.ToString(),
        ["publishedHow"] = h.PublishedHow switch { PublishedHow.Unknown => "unknown", PublishedHow.Inferred => "inferred", _ => "stated" },
    };

    private static JsonObject Official(OfficialNamed o)
    {
        var entry = new JsonObject { ["name"] = o.Name, ["country"] = o.Country, ["office"] = (o.Office ?? "").ToLowerInvariant() };
        if (o.Former)
        {
            entry["former"] = true;
        }

        return entry;
    }

    private static JsonObject Date(string text, DatedExpression d)
    {
        var entry = new JsonObject { ["text"] = d.Words.Words, ["from"] = DayRange.Iso(d.Days!.Value.From), ["to"] = DayRange.Iso(d.Days.Value.To) };
        if (!Once(text, d.Words.Words))
        {
            var nth = 0;
            for (var at = text.IndexOf(d.Words.Words, StringComparison.Ordinal); at >= 0 && at <= d.Words.Span.Start; at = text.IndexOf(d.Words.Words, at + 1, StringComparison.Ordinal))
            {
                nth++;
            }

            entry["nth"] = nth;
        }

        return entry;
    }

    private static JsonObject? Event(string text, EventReported e, Dictionary<string, string> names)
    {
        var evidence = Evidence(text, e.Evidence);
        return evidence.Count == 0 ? null : new JsonObject
        {
            ["kind"] = Vocabulary.Word(e.Kind),
            ["summary"] = e.Summary,
            ["from"] = e.Days is { } d ? DayRange.Iso(d.From) : null,
            ["to"] = e.Days is { } t ? DayRange.Iso(t.To) : null,
            ["status"] = Vocabulary.Word(e.Status),
            ["countries"] = Strings(e.Countries),
            ["people"] = Strings(e.People.Where(names.ContainsKey).Select(p => names[p])),
            ["place"] = e.Place,
            ["evidence"] = evidence,
        };
    }

    private static JsonObject? Stance(string text, StanceTaken s, Dictionary<string, string> names)
    {
        var evidence = Evidence(text, s.Evidence);
        if (evidence.Count == 0 || (s.Person is { } person && !names.ContainsKey(person)))
        {
            return null;
        }

        var entry = new JsonObject { ["country"] = s.Country, ["person"] = s.Person is { } id ? names[id] : null };
        if (s.Org is not null)
        {
            entry["org"] = s.Org;
        }

        entry["issue"] = s.Issue;
        entry["position"] = Vocabulary.Word(s.Position);
        entry["evidence"] = evidence;
        return entry;
    }

    private static JsonArray Evidence(string text, IEnumerable<Evidence> pieces) => Strings(pieces.Select(p => Unique(text, p.Span)).OfType<string>().Distinct());

    /// <summary>The words, with as much around them as it takes to stand once; null where that would be too much.</summary>
    private static string? Unique(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (end - start <= Longest && end > start)
        {
            var words = text[start..end];
            if (Once(text, words))
            {
                return words;
            }

            if (start == 0 && end == text.Length)
            {
                break;
            }

            (start, end) = (Math.Max(0, start - 10), Math.Min(text.Length, end + 10));
        }

        return null;
    }

    private static bool Once(string text, string words) =>
        words.Length > 0 && text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var first && text.IndexOf(words, first + 1, StringComparison.Ordinal) < 0;

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(v => (JsonNode?)JsonValue.Create(v))]);

    private static JsonArray Array<T>(IEnumerable<T> values, Func<T, JsonObject?> make) => new([.. values.Select(make).Where(v => v is not null)]);
}

using System.Text.Json;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Desk;

/// <summary>What selected words of an article can be said to carry.</summary>
public enum AddedKind { Event, Stance, Official, Date, Quote }

/// <summary>A finding that an editor adds: its form, and the correction that the filled form makes.</summary>
public static class AddedFinding
{
    private const int Longest = 700;
    private static readonly string[] Quotes = ["\u201c", "\"", "\u2018", "\u00ab", "\u300c"];

    /// <summary>In words, for tabs: "These words tell an event".</summary>
    public static string Words(AddedKind kind) => kind switch
    {
        AddedKind.Event => "tell an event",
        AddedKind.Stance => "take a position",
        AddedKind.Official => "name an official",
        AddedKind.Date => "give a date",
        _ => "are a quotation",
    };

    /// <summary>What these words are likeliest to be.</summary>
    public static AddedKind Guess(RecordAsOf record, string words)
    {
        var pieces = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(Quotes, q => words.StartsWith(q, StringComparison.Ordinal)) ? AddedKind.Quote
            : Known(record, words) is not null ? AddedKind.Official
            : pieces.Length <= 6 && (words.AsSpan().ContainsAnyInRange('0', '9') || pieces.Any(IsDay)) ? AddedKind.Date
            : pieces.Length <= 5 && pieces.All(p => char.IsUpper(p[0])) ? AddedKind.Official
            : AddedKind.Event;
    }

    /// <summary>A selection without the spaces round it, nor the marks that belong to the sentence (of a date, a name) or that stand round a quotation.</summary>
    public static TextSpan Trim(string text, TextSpan span, AddedKind kind)
    {
        const string Spaces = " \t\n\u00a0";
        var marks = kind switch
        {
            AddedKind.Quote => Spaces + "\u201c\u201d\"\u2018\u2019\u00ab\u00bb\u300c\u300d",
            AddedKind.Date or AddedKind.Official => Spaces + ",.;:",
            _ => Spaces,
        };
        var (start, end) = (span.Start, span.End);
        while (start < end && marks.Contains(text[start], StringComparison.Ordinal))
        {
            start++;
        }

        while (end > start && marks.Contains(text[end - 1], StringComparison.Ordinal))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    public static IReadOnlyList<EditField> Fields(RecordAsOf record, AddedKind kind, string words)
    {
        FindingKey none = default;
        var official = Known(record, words);
        return kind switch
        {
            AddedKind.Event => EditField.Of(record, new EventReported(none, EventKind.Meeting, words.Length <= 80 ? words : words[..80], null, "", EventStatus.Happened, [], [], null, [], [], [])),
            AddedKind.Stance => EditField.Of(record, new StanceTaken(none, "", null, null, record.Dossier.Issues[0].Key, Position.For, SpeechAct.State, null, [])),
            AddedKind.Official => EditField.Of(new OfficialNamed(none, official?.Id ?? "", official?.Name ?? words, [], official?.Country, official?.Office, false, [])),
            AddedKind.Date => EditField.Of(new DatedExpression(default, null, TimexType.Date, null, null, "")),
            _ => EditField.Of(new Quotation(none, default, null, null, null)),
        };
    }

    /// <param name="given">What was typed into a field, by the field.</param>
    public static CorrectionDraft Draft(string text, TextSpan span, string story, AddedKind kind, IReadOnlyList<EditField> fields, Func<EditField, string> given)
    {
        var words = span.Of(text);
        var place = Place(text, span);
        var value = new Dictionary<string, JsonElement> { ["words"] = JsonSerializer.SerializeToElement(words) };
        if (place != words)
        {
            value["in"] = JsonSerializer.SerializeToElement(place);
        }

        foreach (var field in fields)
        {
            if (given(field).Trim() is { Length: > 0 } typed)
            {
                value[field.Name] = JsonSerializer.SerializeToElement(JsonDocument.Parse(field.Json(typed)).RootElement);
            }
        }

        // Named by the words, so that the same form sent twice adds one finding.
        var type = Vocabulary.Word(kind);
        string[] telling = kind switch { AddedKind.Stance => ["country", "person", "issue"], AddedKind.Event => ["kind"], AddedKind.Official => ["id"], _ => [] };
        var named = string.Join('|', telling.Select(n => fields.FirstOrDefault(f => f.Name == n) is { } f ? given(f) : ""));
        return new CorrectionDraft(CorrectionAct.Add, story, FindingKey.Of(type, "added " + named, place).Value, type, JsonSerializer.Serialize(value));
    }

    /// <summary>The words, with as much after them as it takes to stand first where they stand.</summary>
    private static string Place(string text, TextSpan span)
    {
        var end = span.End;
        while (end < text.Length && end - span.Start < Longest && text.IndexOf(text[span.Start..end], StringComparison.Ordinal) != span.Start)
        {
            end = Math.Min(text.Length, end + 10);
        }

        return text[span.Start..end];
    }

    private static OfficialLine? Known(RecordAsOf record, string words)
    {
        var official = record.Officials.FirstOrDefault(o => string.Equals(o.Name, words, StringComparison.OrdinalIgnoreCase))
            ?? (words.Length >= 3 && char.IsUpper(words[0]) && words.Split(' ').Length <= 4 ? record.Officials.FirstOrDefault(o => Surname(o.Name, words)) : null);
        return official is null ? null : new OfficialLine(official.Id, official.Name, official.Country, official.Office);
    }

    private static bool Surname(string name, string words) => name.Split(' ') is { Length: > 1 } parts && (parts[0] == words || parts[^1] == words);

    private static bool IsDay(string word) => Enum.GetNames<DayOfWeek>().Contains(word.Trim(',', '.'), StringComparer.OrdinalIgnoreCase);

    private sealed record OfficialLine(string Id, string Name, string? Country, string? Office);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction;

namespace GsomiaTracker.Web.Verbs;

/// <summary>The reader's public contract as JSON (docs/READING.md, "The contract"): one object a reading, the same bytes for the same reading.</summary>
public static class ReadingJson
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the object for <paramref name="reading"/>; <paramref name="file"/> is null where there is no file (API). With a trace every finding has <c>explain</c>, the steps that led to it.</summary>
    public static void Write(Utf8JsonWriter json, string? file, Reading reading, ReadingTrace? trace = null)
    {
        json.WriteStartObject();
        if (file is not null)
        {
            json.WriteString("file", file);
        }

        json.WriteStartObject("reader");
        json.WriteString("version", reading.Reader.Version);
        json.WriteString("lexicon", reading.Reader.Lexicon);
        json.WriteString("dossier", reading.Reader.Dossier);
        json.WriteEndObject();
        if (reading.Text is not null)
        {
            json.WriteString("text", reading.Text);
        }

        Header(json, reading.Header, trace);
        Officials(json, reading.Officials, trace);
        Dates(json, reading.Dates, trace);
        Events(json, reading, trace);
        Statements(json, reading.Statements, trace);
        Quotes(json, reading.Quotes, trace);
        Stances(json, reading, trace);
        Strings(json, "warnings", reading.Warnings);
        json.WriteEndObject();
    }

    private static void Header(Utf8JsonWriter json, ReadingHeader header, ReadingTrace? trace)
    {
        json.WriteStartObject("header");
        json.WriteString("agency", header.Agency);
        json.WriteString("headline", header.Headline);
        if (header.Revision is { } revision)
        {
            json.WriteNumber("revision", revision);
        }
        else
        {
            json.WriteNull("revision");
        }

        json.WriteString("revisionNote", header.RevisionNote);
        Strings(json, "byline", header.Byline);
        if (header.Dateline is { } dateline)
        {
            json.WriteStartObject("dateline");
            json.WriteString("place", dateline.Place);
            json.WriteString("date", dateline.Date is { } date ? DayRange.Iso(date) : null);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("dateline");
        }

        json.WriteString("published", header.Published?.ToString());
        json.WriteString("publishedHow", Vocabulary.Word(header.PublishedHow));
        json.WriteString("publishedFrom", header.PublishedFrom);
        if (header.Digests is not null)
        {
            json.WriteString("digests", header.Digests);
        }

        if (trace is not null)
        {
            Strings(json, "explain", HeaderSteps(header));
        }

        json.WriteEndObject();
    }

    /// <summary>What the header was read from.</summary>
    public static IEnumerable<string> HeaderSteps(ReadingHeader header)
    {
        yield return header.Published is { } time ? $"published {time}, {Vocabulary.Word(header.PublishedHow)}: {header.PublishedFrom}" : "no clue to the day of publication";
        if (header.Dateline is { } line)
        {
            yield return $"a dateline gives {line.Place ?? "no place"}, {(line.Date is { } day ? DayRange.Iso(day) : "no day")}";
        }

        if (header.Revision is not null || header.RevisionNote is { Length: > 0 })
        {
            yield return $"take {header.Revision} by its tag {header.RevisionNote}";
        }
    }

    private static void Explain(Utf8JsonWriter json, ReadingTrace? trace, FindingKey key)
    {
        if (trace is not null)
        {
            Strings(json, "explain", trace.Of(key));
        }
    }

    private static void Officials(Utf8JsonWriter json, IReadOnlyList<OfficialNamed> officials, ReadingTrace? trace)
    {
        json.WriteStartArray("officials");
        foreach (var official in officials)
        {
            json.WriteStartObject();
            json.WriteString("key", official.Key.Value);
            json.WriteString("id", official.Id);
            json.WriteString("name", official.Name);
            Strings(json, "aliases", official.Aliases);
            json.WriteString("country", official.Country);
            json.WriteString("office", official.Office);
            json.WriteBoolean("former", official.Former);
            Evidence(json, official.Evidence);
            Explain(json, trace, official.Key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Dates(Utf8JsonWriter json, IReadOnlyList<DatedExpression> dates, ReadingTrace? trace)
    {
        json.WriteStartArray("dates");
        foreach (var date in dates)
        {
            json.WriteStartObject();
            json.WriteString("text", date.Words.Words);
            json.WriteNumber("start", date.Words.Span.Start);
            json.WriteNumber("end", date.Words.Span.End);
            Days(json, date.Days);
            json.WriteStartObject("timex3");
            json.WriteString("type", Vocabulary.Word(date.Type).ToUpperInvariant());
            json.WriteString("value", date.Value);
            json.WriteString("mod", date.Mod);
            json.WriteEndObject();
            json.WriteString("why", date.From);
            Evidence(json, [date.Words]);
            if (trace is not null)
            {
                Strings(json, "explain", [date.From]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Events(Utf8JsonWriter json, Reading reading, ReadingTrace? trace)
    {
        json.WriteStartArray("events");
        foreach (var found in reading.Events)
        {
            json.WriteStartObject();
            json.WriteString("key", found.Key.Value);
            json.WriteString("kind", Vocabulary.Word(found.Kind));
            json.WriteString("summary", found.Summary);
            Days(json, found.Days);
            json.WriteString("status", Vocabulary.Word(found.Status));
            Strings(json, "countries", found.Countries);
            Strings(json, "people", found.People.Select(id => Name(reading, id)));
            json.WriteString("place", found.Place);
            Strings(json, "about", found.About);
            json.WriteStartArray("details");
            foreach (var detail in found.Details)
            {
                json.WriteStartObject();
                json.WriteString("name", detail.Name);
                json.WriteString("value", detail.Value);
                Evidence(json, [detail.Evidence]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Evidence(json, found.Evidence);
            Explain(json, trace, found.Key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Statements(Utf8JsonWriter json, IReadOnlyList<Statement> statements, ReadingTrace? trace)
    {
        json.WriteStartArray("statements");
        foreach (var statement in statements)
        {
            json.WriteStartObject();
            json.WriteString("key", statement.Key.Value);
            Words(json, "source", statement.Source);
            Words(json, "cue", statement.Cue);
            json.WriteStartArray("content");
            foreach (var piece in statement.Content)
            {
                Piece(json, piece);
            }

            json.WriteEndArray();
            json.WriteString("speaker", statement.SpeakerName);
            json.WriteString("country", statement.Country);
            json.WriteString("form", Vocabulary.Word(statement.Form));
            Explain(json, trace, statement.Key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Quotes(Utf8JsonWriter json, IReadOnlyList<Quotation> quotes, ReadingTrace? trace)
    {
        json.WriteStartArray("quotes");
        foreach (var quote in quotes)
        {
            json.WriteStartObject();
            json.WriteString("key", quote.Key.Value);
            json.WriteString("text", quote.Words.Words);
            json.WriteString("speaker", quote.SpeakerName);
            json.WriteString("country", quote.Country);
            Evidence(json, [quote.Words]);
            Explain(json, trace, quote.Key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Stances(Utf8JsonWriter json, Reading reading, ReadingTrace? trace)
    {
        json.WriteStartArray("stances");
        foreach (var stance in reading.Stances)
        {
            json.WriteStartObject();
            json.WriteString("key", stance.Key.Value);
            json.WriteString("country", stance.Country);
            json.WriteString("person", stance.Person is { } id ? Name(reading, id) : null);
            json.WriteString("org", stance.Org);
            json.WriteString("issue", stance.Issue);
            json.WriteString("position", Vocabulary.Word(stance.Position));
            json.WriteString("act", Vocabulary.Word(stance.Act));
            Words(json, "condition", stance.Condition);
            Evidence(json, stance.Evidence);
            Explain(json, trace, stance.Key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Findings hold ids; the contract shows the name as the text has it.</summary>
    private static string Name(Reading reading, string id) => reading.Officials.FirstOrDefault(o => o.Id == id)?.Name ?? id;

    private static void Days(Utf8JsonWriter json, DayRange? days)
    {
        json.WriteString("from", days is { } d ? DayRange.Iso(d.From) : null);
        json.WriteString("to", days is { } e ? DayRange.Iso(e.To) : null);
    }

    private static void Evidence(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (var piece in evidence)
        {
            Piece(json, piece);
        }

        json.WriteEndArray();
    }

    private static void Piece(Utf8JsonWriter json, Evidence piece)
    {
        json.WriteStartObject();
        json.WriteNumber("start", piece.Span.Start);
        json.WriteNumber("end", piece.Span.End);
        json.WriteEndObject();
    }

    private static void Words(Utf8JsonWriter json, string name, Evidence? words)
    {
        if (words is not { } piece)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("text", piece.Words);
        json.WriteNumber("start", piece.Span.Start);
        json.WriteNumber("end", piece.Span.End);
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}

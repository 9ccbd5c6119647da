using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction;

namespace GsomiaTracker.Web.Verbs;

/// <summary>A person's view of a reading: the text with its findings marked and numbered, then the findings as a table; with a trace, under each what led to it.</summary>
public static class ReadingView
{
    public static string Show(string file, string text, Reading reading, ReadingTrace? trace = null)
    {
        var rows = Rows(reading).ToList();
        var shown = new StringBuilder();
        var header = reading.Header;
        shown.Append(CultureInfo.InvariantCulture, $"== {file}\n{header.Agency ?? "?"} · {header.Headline ?? "(no headline)"}\n");
        shown.Append(CultureInfo.InvariantCulture, $"published {header.Published?.ToString() ?? "unknown"} ({Vocabulary.Word(header.PublishedHow)}: {header.PublishedFrom})\n\n");
        foreach (var step in trace is null ? [] : ReadingJson.HeaderSteps(header))
        {
            shown.Append(CultureInfo.InvariantCulture, $"< {step}\n");
        }

        Mark(shown, reading.Text ?? text, rows);
        shown.Append("\n\n");
        foreach (var (row, number) in rows.Select((r, i) => (r, i + 1)))
        {
            shown.Append(CultureInfo.InvariantCulture, $"{number,4}  {row.Task,-9} {row.What}\n");
            foreach (var step in trace is null ? [] : row.Key is { } key ? trace.Of(key) : row.Steps)
            {
                shown.Append(CultureInfo.InvariantCulture, $"                  < {step}\n");
            }
        }

        foreach (var warning in reading.Warnings)
        {
            shown.Append(CultureInfo.InvariantCulture, $"      warning   {warning}\n");
        }

        return shown.Append('\n').ToString();
    }

    private static IEnumerable<Row> Rows(Reading reading)
    {
        foreach (var o in reading.Officials)
        {
            yield return new("official", $"{o.Name} · {o.Country} · {(o.Former ? "former " : "")}{o.Office}", o.Evidence, o.Key);
        }

        foreach (var d in reading.Dates)
        {
            yield return new("date", $"\"{d.Words.Words}\" = {d.Days?.ToString() ?? d.Value ?? "?"} ({d.From})", [d.Words]) { Steps = [d.From] };
        }

        foreach (var e in reading.Events)
        {
            yield return new("event", $"{Vocabulary.Word(e.Kind)} · {Vocabulary.Word(e.Status)} · {e.Days?.ToString() ?? "undated"} · {string.Join(",", e.Countries)} · {e.Summary}", e.Evidence, e.Key);
        }

        foreach (var s in reading.Stances)
        {
            yield return new("stance", $"{s.Country} {s.Person ?? s.Org} {Vocabulary.Word(s.Position)} {s.Issue} ({Vocabulary.Word(s.Act)})", s.Evidence, s.Key);
        }

        foreach (var s in reading.Statements)
        {
            yield return new("statement", $"{s.SpeakerName ?? s.Source?.Words ?? "?"}: {s.Cue?.Words}", s.Content, s.Key);
        }

        foreach (var q in reading.Quotes)
        {
            yield return new("quote", $"{q.SpeakerName ?? "?"} ({q.Country ?? "?"})", [q.Words], q.Key);
        }
    }

    /// <summary>Brackets with the row's number after them; where findings overlap, the brackets nest as they open and close.</summary>
    private static void Mark(StringBuilder shown, string text, List<Row> rows)
    {
        var marks = rows
            .SelectMany((row, i) => row.Evidence.SelectMany(e => new[]
            {
                (At: e.Span.Start, Close: false, Order: -e.Span.End, Mark: "["),
                (At: e.Span.End, Close: true, Order: -e.Span.Start, Mark: $"]{i + 1}"),
            }))
            .OrderBy(m => m.At).ThenByDescending(m => m.Close).ThenBy(m => m.Order);
        var at = 0;
        foreach (var mark in marks)
        {
            shown.Append(text, at, mark.At - at).Append(mark.Mark);
            at = mark.At;
        }

        shown.Append(text, at, text.Length - at);
    }

    private sealed record Row(string Task, string What, IReadOnlyList<Evidence> Evidence, FindingKey? Key = null)
    {
        /// <summary>What led to a finding that has no key.</summary>
        public IReadOnlyList<string> Steps { get; init; } = [];
    }
}

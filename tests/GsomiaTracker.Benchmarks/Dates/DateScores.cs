using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Dates;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Benchmarks.Dates;

/// <summary>
/// Measures the time reader on others' annotation. <c>score-timex FILE.jsonl [--misses]</c>: TIMEX3 of type DATE, a line a document with <c>published</c>, <c>text</c> and
/// <c>timex3</c> (start, end, type, value); a find counts when it touches the annotated span and has its value. <c>score-recognizers FILE.json [--misses]</c>: cases of
/// Recognizers-Text (input, reference, expected); a case counts when the dates and date ranges expected, and no others, are found with one of their readings.
/// </summary>
internal static class DateScores
{
    /// <summary>Sentences of the body that are annotated.</summary>
    private const int Annotated = 4;

    private sealed record Gold(int Start, int End, string Value);

    public static void Timex(string[] args)
    {
        var misses = args.Contains("--misses");
        int found = 0, given = 0, wanted = 0, beyond = 0, foundDays = 0, wantedDays = 0, givenDays = 0, spans = 0;
        foreach (var line in File.ReadLines(args[1]).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var published = DateOnly.Parse(json.RootElement.GetProperty("published").GetString()!, CultureInfo.InvariantCulture);
            var gold = json.RootElement.GetProperty("timex3").EnumerateArray().Where(t => t.GetProperty("type").GetString() == "DATE")
                .Select(t => new Gold(t.GetProperty("start").GetInt32(), t.GetProperty("end").GetInt32(), t.GetProperty("value").GetString()!)).ToList();
            var end = AnnotatedEnd(text, published);
            beyond += gold.Count(g => g.Start >= end);
            var dates = Timexes(text, published).Where(d => d.Words.Span.Start < end).ToList();
            var taken = new HashSet<DatedExpression>();
            foreach (var g in gold)
            {
                var touching = dates.FirstOrDefault(d => !taken.Contains(d) && d.Words.Span.Start < g.End && g.Start < d.Words.Span.End);
                var right = touching is not null && touching.Value == g.Value;
                spans += touching is null ? 0 : 1;
                found += right ? 1 : 0;
                wantedDays += char.IsDigit(g.Value[0]) ? 1 : 0;
                foundDays += right && char.IsDigit(g.Value[0]) ? 1 : 0;
                givenDays += touching is not null && char.IsDigit(g.Value[0]) ? 1 : 0;
                if (touching is not null)
                {
                    taken.Add(touching);
                }

                if (!right && misses)
                {
                    Console.WriteLine($"{published:yyyy-MM-dd} gold '{text[g.Start..g.End]}' {g.Value}, got {touching?.Words.Words} {touching?.Value} {touching?.From} | {Around(text, g.Start, g.End)}");
                }
            }

            if (misses)
            {
                foreach (var extra in dates.Where(d => !taken.Contains(d)))
                {
                    Console.WriteLine($"{published:yyyy-MM-dd} extra '{extra.Words.Words}' {extra.Value} {extra.From} | {Around(text, extra.Words.Span.Start, extra.Words.Span.End)}");
                }
            }

            wanted += gold.Count;
            given += dates.Count;
        }

        Console.WriteLine($"headline, date line and the first {Annotated} sentences of each document; {beyond} annotated expressions lie beyond");
        Print("DATE, span touched", spans, given, wanted);
        Print("DATE, value", found, given, wanted);
        Print("DATE with calendar values only", foundDays, given - (spans - givenDays), wantedDays);
    }

    /// <summary>All that TIMEX3 calls a DATE: ours, a range as its two ends (we give one expression), and what no calendar holds.</summary>
    private static IEnumerable<DatedExpression> Timexes(string text, DateOnly published)
    {
        var document = Open(text, published);
        var dates = DateFinder.Find(document, published).SelectMany(d => Ends(d, text, published)).ToList();
        return dates.Concat(VagueFinder.Find(document).Where(v => !dates.Exists(d => d.Words.Span.Overlaps(v.Words.Span)))).OrderBy(d => d.Words.Span.Start);
    }

    /// <summary>"2009 to 2011", "April and June": the two expressions that we join; each read by itself.</summary>
    private static IEnumerable<DatedExpression> Ends(DatedExpression date, string text, DateOnly published)
    {
        var cut = Regex.Match(date.Words.Words, @"^([A-Z]\w+|\d{4}) (?:to|and|through|until) ([A-Z]\w+|\d{4})$");
        if (!cut.Success)
        {
            return [date];
        }

        return new[] { cut.Groups[1], cut.Groups[2] }.SelectMany(end => Read(end.Value, published).Take(1).Select(d =>
        {
            var days = date.Days is { } all && d.Days is { } own ? new DayRange(own.From.AddYears(all.To.Year - own.To.Year), own.To.AddYears(all.To.Year - own.To.Year)) : d.Days;
            var value = d.Value is { Length: >= 4 } v && days is { } y && !Regex.IsMatch(end.Value, @"^\d") ? $"{y.From.Year:0000}{v[4..]}" : d.Value;
            return d with { Words = Evidence.In(text, TextSpan.OfLength(date.Words.Span.Start + end.Index, end.Length)), Days = days, Value = value };
        }));
    }

    public static void Recognizers(string[] args)
    {
        var misses = args.Contains("--misses");
        int right = 0, all = 0, left = 0;
        using var json = JsonDocument.Parse(File.ReadAllText(args[1]));
        foreach (var item in json.RootElement.EnumerateArray())
        {
            var input = item.GetProperty("input").GetString()!;
            var expected = item.GetProperty("expected").EnumerateArray().ToList();
            if (expected.Exists(e => e.GetProperty("type").GetString() is not ("datetimeV2.date" or "datetimeV2.daterange")) || RecognizerFamilies.LeftOut(input))
            {
                left++;
                continue;
            }

            if (item.GetProperty("reference").ValueKind != JsonValueKind.String)
            {
                left++;
                continue;
            }

            var reference = DateOnly.FromDateTime(item.GetProperty("reference").GetDateTime());
            var dates = Read(input, reference);
            var ok = dates.Count == expected.Count && expected.TrueForAll(e => dates.Any(d => Touches(d, e) && SameDays(d, e)));
            all++;
            right += ok ? 1 : 0;
            if (!ok && misses)
            {
                Console.WriteLine($"{reference:yyyy-MM-dd} '{input}' wanted {string.Join(", ", expected.Select(e => e.GetProperty("text").GetString() + " " + string.Join("|", e.GetProperty("values").EnumerateArray().Select(v => v.GetProperty("timex").GetString()))))} got {string.Join(", ", dates.Select(d => $"{d.Words.Words} {d.Days}"))}");
            }
        }

        Console.WriteLine($"cases {all} ({left} left out), right {right} = {(double)right / Math.Max(1, all):F3}");
    }

    private static bool Touches(DatedExpression date, JsonElement expected) =>
        date.Words.Span.Start < expected.GetProperty("end").GetInt32() && expected.GetProperty("start").GetInt32() < date.Words.Span.End;

    /// <summary>The same days, or the same TIMEX value; "since" and "before" name one end of what they open; the last day of a range may be counted in or not.</summary>
    private static bool SameDays(DatedExpression date, JsonElement expected)
    {
        foreach (var value in expected.GetProperty("values").EnumerateArray())
        {
            var timex = value.GetProperty("timex").GetString()!;
            if (timex == date.Value || (timex.StartsWith("XXXX", StringComparison.Ordinal) && date.Value is { Length: > 4 } known && timex[4..] == known[4..]))
            {
                return true;
            }

            if (Day(value, "start") is { } opens && Day(value, "end") is null && date.Days is { } after && (opens == after.From || opens == after.To.AddDays(1)))
            {
                return true;
            }

            if (Day(value, "end") is { } closes && Day(value, "start") is null && date.Days is { } before && (closes == before.From || closes == before.To.AddDays(1)))
            {
                return true;
            }

            if (value.TryGetProperty("value", out var day) && DateOnly.TryParse(day.GetString(), CultureInfo.InvariantCulture, out var one) && (date.Days == DayRange.Of(one) || (date.Days is { } unit && unit.Contains(one) && (date.From.EndsWith("[ago]", StringComparison.Ordinal) || date.From.EndsWith("[in-days]", StringComparison.Ordinal)))))
            {
                return true;
            }

            if (value.TryGetProperty("start", out var start) && value.TryGetProperty("end", out var end)
                && DateOnly.TryParse(start.GetString(), CultureInfo.InvariantCulture, out var from) && DateOnly.TryParse(end.GetString(), CultureInfo.InvariantCulture, out var to)
                && to > from && (date.Days == new DayRange(from, to.AddDays(-1)) || date.Days == new DayRange(from, to) || (date.Days is { } ours && ours.From == from && to.Day == 1 && (to.Month == 1 || to.Month == ours.To.Month) && to.Year == ours.To.Year)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>MEANTIME annotates the beginning of each document only: what follows has no gold.</summary>
    private static int AnnotatedEnd(string text, DateOnly published)
    {
        var document = Open(text, published);
        var body = document.Sentences.Where(s => s.Span.Length > 30 || s.Index > 2).Skip(1).Take(Annotated).ToList();
        return body.Count == 0 ? text.Length : body[^1].Span.End;
    }

    private static DateOnly? Day(JsonElement value, string name) =>
        value.TryGetProperty(name, out var day) && day.ValueKind == JsonValueKind.String && DateOnly.TryParse(day.GetString(), CultureInfo.InvariantCulture, out var read) ? read : null;

    private static IReadOnlyList<DatedExpression> Read(string text, DateOnly published) => DateFinder.Find(Open(text, published), published);

    private static Document Open(string text, DateOnly published)
    {
        var paragraphs = new List<WireParagraph>();
        foreach (Match match in Regex.Matches(text, @"[^\n]+"))
        {
            paragraphs.Add(new WireParagraph(TextSpan.OfLength(match.Index, match.Length), ParagraphRole.Body));
        }

        var header = new ReadingHeader(null, null, null, null, [], null, null, PublishedHow.Unknown, "");
        return Document.Open(new WireText(text, false, header, paragraphs, []), Nowhere.Dossier, SyntaxParser.Load(), published);
    }

    private static string Around(string text, int start, int end) => text[Math.Max(0, start - 70)..Math.Min(text.Length, end + 40)].ReplaceLineEndings(" ");

    private static void Print(string what, int hits, int given, int wanted)
    {
        double precision = (double)hits / Math.Max(1, given), recall = (double)hits / Math.Max(1, wanted);
        Console.WriteLine($"{what}: P {precision:F3} R {recall:F3} F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):F3} ({hits} of {given} given, {wanted} wanted)");
    }

    /// <summary>A dossier about nothing: other people's texts are read without knowledge of ours.</summary>
    private static class Nowhere
    {
        public static Dossier Dossier { get; } = new(
            "nowhere", "Nowhere", "", new Deadline(new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero), "UTC", new DateOnly(1900, 1, 1), [], "nothing"), [], [],
            [new Subject("nothing", "nothing", [], [], [])], [], [], [], new DateOnly(1900, 1, 1), new DateOnly(2100, 1, 1));
    }
}

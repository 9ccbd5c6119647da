using System.Text;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Api;

/// <summary>Tables as RFC 4180: a heading line, CRLF, quotation marks where needed. A cell that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
public static class Csv
{
    public static string Timeline(Asked asked, IEnumerable<ChronicleEvent> events) => Table(
        ["id", "slug", "kind", "title", "from", "to", "status", "countries", "people", "place", "daysToDeadline", "reports", "sources", "knownSince", "outlet", "sentence", "article", "start", "end"],
        events.Select(e =>
        {
            var item = TimelineItem.Of(e);
            return (string?[])
            [
                e.Id, e.Slug, Vocabulary.Word(e.Kind), e.Title, Day(e.Days?.From), Day(e.Days?.To), Vocabulary.Word(e.Status), string.Join(' ', e.Countries), string.Join(' ', e.People), e.Place,
                Number(e.DaysToDeadline(asked.Record.Dossier.Deadline)), Number(e.Told()), Number(e.Sources), Iso(asked, e.KnownSince), Cite.Outlet(asked.Record, item.Speaks),
                item.Speaks.Words.Words, item.Speaks.Article, Number(item.Speaks.Words.Span.Start), Number(item.Speaks.Words.Span.End),
            ];
        }));

    public static string Officials(Asked asked, IEnumerable<OfficialOnRecord> officials) => Table(
        ["id", "name", "nativeName", "country", "office", "officeOn", "articles", "statements", "events"],
        officials.Select(o => (string?[])
            [o.Id, o.Name, o.Known?.NativeName, o.Country, o.Office, Day(asked.Record.ShownDay), Number(o.NamedIn.Count), Number(o.Statements.Count), Number(o.Events.Count)]));

    public static string Articles(Asked asked, IEnumerable<Story> stories) => Table(
        ["id", "agency", "digest", "headline", "published", "publishedHow", "knownSince", "takes", "events", "positions", "statements"],
        stories.Select(s => (string?[])
            [s.Id, s.Header.Agency, s.Header.Digests is null ? "false" : "true", s.Header.Headline, s.Header.Published?.ToString(), Vocabulary.Word(s.Header.PublishedHow), Iso(asked, s.KnownSince),
                Number(s.Takes.Count), Number(s.Latest.Reading.Events.Count), Number(s.Latest.Reading.Stances.Count), Number(s.Latest.Reading.Statements.Count)]));

    public static string Stances(Asked asked, IEnumerable<StanceHistory> stances) => Table(
        ["country", "person", "org", "issue", "position", "from", "lastSeen", "reports", "outlet", "sentence", "article", "start", "end"],
        stances.SelectMany(h => h.Steps.Select(s =>
        {
            var last = s.Reports[^1];
            var words = last.Finding.Evidence is [var first, ..] ? first : default;
            return (string?[])
            [
                h.Country, h.Person, h.Org, h.Issue, Vocabulary.Word(s.Position), Iso(asked, s.From), Iso(asked, s.LastSeen), Number(s.Reports.Count),
                Cite.Outlet(asked.Record, last.Article, last.Agency), words.Words, last.Article, Number(words.Span.Start), Number(words.Span.End),
            ];
        })));

    public static string Disagreements(Asked asked, IEnumerable<Disagreement> disagreements) => Table(
        ["id", "event", "about", "value", "outlet", "words", "article", "start", "end", "explainedBy"],
        disagreements.SelectMany(d => d.Sides.Select(s => (string?[])
            [d.Id, d.EventId, d.About, s.Value, Cite.Outlet(asked.Record, s.Report), s.Words.Words, s.Report.Article, Number(s.Words.Span.Start), Number(s.Words.Span.End), d.ExplainedBy])));

    public static string Table(IReadOnlyList<string> heading, IEnumerable<string?[]> rows)
    {
        var csv = new StringBuilder();
        Row(csv, heading);
        foreach (var row in rows)
        {
            Row(csv, row);
        }

        return csv.ToString();
    }

    private static void Row(StringBuilder csv, IEnumerable<string?> cells) => csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var safe = value[0] is '=' or '@' or '\t' or '\r' || (value[0] is '+' or '-' && value.AsSpan(1).ContainsAnyExceptInRange('0', '9')) ? "'" + value : value;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string? Day(DateOnly? day) => day is { } d ? DayRange.Iso(d) : null;

    private static string? Number(int? n) => n?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Iso(Asked asked, DateTimeOffset instant) => TimeText.Iso(instant, asked.Record.Dossier.Zone);
}

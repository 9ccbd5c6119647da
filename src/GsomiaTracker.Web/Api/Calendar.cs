using System.Globalization;
using System.Text;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Api;

/// <summary>
/// Events as iCalendar (RFC 5545) that tells the truth: one UID for each event however often it is told, SEQUENCE counting its changes, and what was
/// called off as CANCELLED, so that a calendar that has subscribed takes it out by itself. A plan for no exact day is left out: a calendar would invent one.
/// </summary>
public static class Calendar
{
    /// <summary>A range wider than this names no day.</summary>
    private const int MostDays = 14;

    public static string Of(Asked asked, string origin, IEnumerable<ChronicleEvent> events)
    {
        var ics = new StringBuilder();
        Line(ics, "BEGIN:VCALENDAR");
        Line(ics, "VERSION:2.0");
        Line(ics, "PRODID:-//GSOMIA Tracker//EN");
        Line(ics, "CALSCALE:GREGORIAN");
        Line(ics, "METHOD:PUBLISH");
        Line(ics, "X-WR-CALNAME:" + Text($"{asked.Record.Dossier.Title} Tracker"));
        foreach (var e in events.Where(e => e.Days is { Days: <= MostDays }))
        {
            Event(ics, asked, origin, e);
        }

        Line(ics, "END:VCALENDAR");
        return ics.ToString();
    }

    private static void Event(StringBuilder ics, Asked asked, string origin, ChronicleEvent e)
    {
        var days = e.Days!.Value;
        var last = e.History[^1];
        Line(ics, "BEGIN:VEVENT");
        Line(ics, $"UID:{e.Id}@{asked.Record.Dossier.Id}.tracker");
        Line(ics, "DTSTAMP:" + Utc(e.Reports.Max(r => r.KnownSince)));
        Line(ics, "LAST-MODIFIED:" + Utc(e.Reports.Max(r => r.KnownSince)));
        Line(ics, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{e.Reports.Count - 1}"));
        Line(ics, "DTSTART;VALUE=DATE:" + days.From.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Line(ics, "DTEND;VALUE=DATE:" + days.To.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Line(ics, "SUMMARY:" + Text(e.Title));
        Line(ics, "STATUS:" + e.Status switch
        {
            EventStatus.Cancelled => "CANCELLED",
            EventStatus.Tentative or EventStatus.Alleged => "TENTATIVE",
            _ => "CONFIRMED",
        });
        Line(ics, "DESCRIPTION:" + Text($"{Vocabulary.Word(e.Status)}: \u201c{last.Report.Words.Words}\u201d ({Cite.Outlet(asked.Record, last.Report)})"));
        if (e.Place is { } place)
        {
            Line(ics, "LOCATION:" + Text(place));
        }

        Line(ics, "CATEGORIES:" + Text(Vocabulary.Word(e.Kind)));
        Line(ics, $"URL:{origin}{asked.View.Unpaged.Url("/events/" + e.Slug)}");
        Line(ics, "TRANSP:TRANSPARENT");
        Line(ics, "END:VEVENT");
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Text(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A content line, folded so that none is longer than 75 octets, never within a character.</summary>
    private static void Line(StringBuilder ics, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                ics.Append("\r\n ");
                octets = 1;
            }

            ics.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        ics.Append("\r\n");
    }
}

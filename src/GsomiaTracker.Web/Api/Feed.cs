using System.Globalization;
using System.Text;
using System.Xml;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Api;

/// <summary>What became known, newest first, as Atom (RFC 4287): one entry for each change of an event's state, with the sentence that says so.</summary>
public static class Feed
{
    private const int Entries = 60;

    public static string Of(Asked asked, string origin)
    {
        var (record, view) = asked;
        var zone = record.Dossier.Zone;
        var changes = HomeView.Changes(record.Chronicle).Where(c => Facets.Match(c.Event, view))
            .OrderByDescending(c => c.State.KnownSince).ThenBy(c => c.Event.Id, StringComparer.Ordinal).Take(Entries).ToList();
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(new Utf8Text(text), new XmlWriterSettings { Indent = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
            xml.WriteElementString("id", $"tag:{record.Dossier.Id}.tracker,2019:feed");
            xml.WriteElementString("title", $"{record.Dossier.Title} Tracker: what became known");
            xml.WriteElementString("subtitle", DeadlineWords.Sentence(record.Chronicle.Deadline));
            xml.WriteElementString("updated", Rfc3339(changes.Count > 0 ? changes[0].State.KnownSince : record.Dossier.Deadline.Instant, zone));
            Link(xml, "self", "application/atom+xml", origin + view.Url("/feed.atom"));
            Link(xml, "alternate", "text/html", origin + view.Url("/timeline"));
            xml.WriteStartElement("author");
            xml.WriteElementString("name", $"{record.Dossier.Title} Tracker");
            xml.WriteEndElement();
            foreach (var c in changes)
            {
                var status = Vocabulary.Word(c.State.Status);
                xml.WriteStartElement("entry");
                xml.WriteElementString("id", string.Create(CultureInfo.InvariantCulture, $"tag:{record.Dossier.Id}.tracker,2019:{c.Event.Id}/{status}/{c.State.KnownSince.ToUnixTimeSeconds()}"));
                xml.WriteElementString("title", Clean($"{c.Event.Title}: {(c.Before is { } before ? Vocabulary.Word(before) + " \u2192 " : "")}{status}"));
                xml.WriteElementString("updated", Rfc3339(c.State.KnownSince, zone));
                xml.WriteElementString("published", Rfc3339(c.State.KnownSince, zone));
                Link(xml, "alternate", "text/html", origin + view.Unpaged.Url("/events/" + c.Event.Slug));
                xml.WriteStartElement("category");
                xml.WriteAttributeString("term", Vocabulary.Word(c.Event.Kind));
                xml.WriteEndElement();
                xml.WriteStartElement("content");
                xml.WriteAttributeString("type", "text");
                var days = c.Event.Days is { } d ? $" ({TimeText.Range(d, 0)})" : "";
                xml.WriteString(Clean($"\u201c{c.State.Report.Words.Words}\u201d {Cite.Outlet(record, c.State.Report)}{days}"));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Link(XmlWriter xml, string rel, string type, string href)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Rfc3339(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Without the control characters that XML cannot carry.</summary>
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));

    private sealed class Utf8Text(StringBuilder text) : StringWriter(text, CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}

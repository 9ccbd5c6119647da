using System.Text.Json.Nodes;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Api;

/// <summary>What a page is about in the words of schema.org, for machines that read pages. Data, never script: characters that could end the element are escaped.</summary>
public static class JsonLd
{
    public static string Event(RecordAsOf record, ChronicleEvent e, string url)
    {
        var body = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Event",
            ["identifier"] = e.Id,
            ["url"] = url,
            ["name"] = e.Title,
            ["description"] = e.History[^1].Report.Words.Words,
        };
        if (e.Days is { } days)
        {
            body["startDate"] = DayRange.Iso(days.From);
            body["endDate"] = DayRange.Iso(days.To);
        }

        if (e.Status is EventStatus.Cancelled or EventStatus.Scheduled)
        {
            body["eventStatus"] = "https://schema.org/" + (e.Status == EventStatus.Cancelled ? "EventCancelled" : "EventScheduled");
        }

        if (e.Place is { } place)
        {
            body["location"] = new JsonObject { ["@type"] = "Place", ["name"] = place };
        }

        if (e.People.Count > 0)
        {
            body["attendee"] = new JsonArray([.. e.People.Select(p => (JsonNode)new JsonObject { ["@type"] = "Person", ["name"] = record.NameOf(p) })]);
        }

        return body.ToJsonString();
    }

    /// <summary>An outlet's text is its NewsArticle; a digest is ours, and says on whose report it is based.</summary>
    public static string Article(RecordAsOf record, Story story, string url)
    {
        var header = story.Header;
        var body = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = header.Digests is null ? "NewsArticle" : "Article",
            ["url"] = url,
            ["headline"] = header.Headline,
            ["inLanguage"] = "en",
        };
        var outlet = header.Agency is { } agency ? new JsonObject { ["@type"] = "NewsMediaOrganization", ["name"] = agency } : null;
        if (header.Digests is not null)
        {
            body["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = $"{record.Dossier.Title} Tracker" };
            body["isBasedOn"] = new JsonObject { ["@type"] = "NewsArticle", ["datePublished"] = header.Published?.ToString(), ["publisher"] = outlet };
        }
        else
        {
            body["datePublished"] = header.Published?.ToString();
            body["publisher"] = outlet;
        }

        return body.ToJsonString();
    }
}

using System.Text.Json.Serialization.Metadata;

namespace GsomiaTracker.Web.Api;

/// <summary>A parameter of the API, in words and with an example.</summary>
public sealed record ApiParameter(string Name, string In, string What, string Example);

/// <summary>One address of the API as the OpenAPI document and docs/API.md list it. Tests hold all three to what the server answers.</summary>
/// <param name="Path">As a template: "/events/{slug}.json".</param>
/// <param name="Type">Shape of the JSON answer; null for other content.</param>
public sealed record ApiAddress(string Path, string What, string ContentType, JsonTypeInfo? Type, IReadOnlyList<ApiParameter> Parameters);

/// <summary>All addresses that programs may rely on.</summary>
public static class Catalogue
{
    private const string Json = "application/json";

    private static readonly ApiParameter AsOf = new("asof", "query", "The moment: a day (its end in the dossier's zone) or an instant with its offset. Without it, the whole record.", "2019-11-17T18:45+09:00");
    private static readonly ApiParameter Slug = new("slug", "path", "Slug or id of the event, or the id of any of its reports.", "meeting-jp-kr-bangkok-2019-11-17-4k2mz81xqa");
    private static readonly ApiParameter Official = new("id", "path", "Id of the official.", "taro-kono");
    private static readonly ApiParameter Article = new("id", "path", "Id of the story.", "yonhap-2019-11-17-b7617ea0");
    private static readonly ApiParameter Take = new("take", "query", "Revision of the take; without it, the one that speaks for the story.", "b7617ea0d00b925c8373b78dfce91538");

    private static readonly ApiParameter Against = new("against", "query", "Revision of the take that it is held against; without it, the one before.", "b7617ea0d00b925c8373b78dfce91538");

    private static readonly IReadOnlyList<ApiParameter> Facets =
    [
        new("country", "query", "Only events of this country (ISO 3166-1); may be repeated: any of them.", "JP"),
        new("person", "query", "Only events with this official; may be repeated.", "taro-kono"),
        new("kind", "query", "Only events of this kind; may be repeated.", "meeting"),
        new("status", "query", "Only events in this state: alleged, tentative, scheduled, happened, cancelled; may be repeated.", "happened"),
        new("outlet", "query", "Only events that this outlet reports; may be repeated.", "Yonhap"),
    ];

    /// <summary>What lists are cut into pages by; every list's answer says where the next page is.</summary>
    private static IReadOnlyList<ApiParameter> Pages(string what, int most) =>
    [
        new("limit", "query", $"{what} a page, 1 to {most}.", "100"),
        new("cursor", "query", "Where the page before ended; take the address of the next page that the answer gives.", "ZTozbW5y"),
    ];

    public static IReadOnlyList<ApiAddress> All { get; } =
    [
        new("/index.json", "Where it stands: the deadline, key events, what changed last, what is planned.", Json, ApiJson.Context.HomeBody, [AsOf]),
        new("/timeline.json", "The events in order of day, with history and reports.", Json, ApiJson.Context.TimelineBody,
        [
            AsOf, .. Facets,
            new("from", "query", "Only events from this day on.", "2019-11-01"),
            new("to", "query", "Only events up to this day.", "2019-11-30"),
            .. Pages("Events", 1000),
        ]),
        new("/events/{slug}.json", "One event.", Json, ApiJson.Context.EventBody, [Slug, AsOf]),
        new("/officials.json", "Everyone named, with statements and positions.", Json, ApiJson.Context.OfficialsBody, [AsOf, .. Pages("Officials", 1000)]),
        new("/officials/{id}.json", "One official.", Json, ApiJson.Context.OfficialBody, [Official, AsOf]),
        new("/stances.json", "Positions with their histories, conditions, and when each state was last heard from.", Json, ApiJson.Context.StancesBody, [AsOf, .. Pages("Holders and issues", 1000)]),
        new("/articles.json", "The stories with their takes.", Json, ApiJson.Context.ArticlesBody, [AsOf, .. Pages("Stories", 1000)]),
        new("/articles/{id}.json", "One story: its text and every mark in it.", Json, ApiJson.Context.ArticleBody, [Article, AsOf, Take]),
        new("/disagreements.json", "Where reports of one event differ.", Json, ApiJson.Context.DisagreementsBody, [AsOf, .. Pages("Disagreements", 1000)]),
        new("/search.json", "Sentences that hold what is looked for, newest first.", Json, ApiJson.Context.SearchBody,
        [
            new("q", "query", "Words, \"phrases\", -without, word*, by:, issue:, country:, outlet:, days of publication.", "by:kono issue:keep-pact 2019-11-10/2019-11-20 -trade"),
            AsOf,
            new("cursor", "query", "Where the page before ended; take the address in \u201cnext\u201d.", "czoxMzQ2NTI0NDA"),
        ]),
        new("/brief.json", "One sheet: what happened last, what is planned, who stands where, open conditions.", Json, ApiJson.Context.BriefBody, [AsOf]),
        new("/articles/{id}/takes.json", "What changed from each take of a story to the next, or between any two, sentence by sentence: kept, moved, added, dropped, changed.", Json, ApiJson.Context.TakesBody,
            [Article, AsOf, Take, Against]),
        new("/articles/{id}/changes.json", "What editors changed of an article.", Json, ApiJson.Context.EditsBody, [Article, AsOf]),
        new("/events/{slug}/changes.json", "What editors changed of an event.", Json, ApiJson.Context.EditsBody, [Slug, AsOf]),
        new("/about.json", "The reader's version and its measured figures.", Json, ApiJson.Context.AboutBody, []),
        new("/timeline.csv", "The events as a table.", "text/csv", null, [AsOf, .. Facets, .. Pages("Events", 10_000)]),
        new("/officials.csv", "The officials as a table.", "text/csv", null, [AsOf, .. Pages("Officials", 10_000)]),
        new("/articles.csv", "The stories as a table.", "text/csv", null, [AsOf, .. Pages("Stories", 10_000)]),
        new("/stances.csv", "The positions as a table, a row for each step.", "text/csv", null, [AsOf, .. Pages("Holders and issues", 10_000)]),
        new("/disagreements.csv", "The disagreements as a table, a row for each side.", "text/csv", null, [AsOf, .. Pages("Disagreements", 10_000)]),
        new("/feed.atom", "What became known, newest first.", "application/atom+xml", null, [AsOf, .. Facets]),
        new("/calendar.ics", "The events as a calendar: one UID each, SEQUENCE, STATUS:CANCELLED for what was called off.", "text/calendar", null, [AsOf, .. Facets]),
        new("/events/{slug}.ics", "One event as a calendar.", "text/calendar", null, [Slug, AsOf]),
        new("/articles/{id}.txt", "The text that all offsets index.", "text/plain", null, [Article, AsOf, Take]),
        new("/oembed", "oEmbed: the countdown as a frame for other pages.", Json, null,
        [
            new("url", "query", "Address of a page of this tracker.", "http://localhost:5080/timeline?asof=2019-11-17"),
            new("maxwidth", "query", "Most width in pixels.", "360"),
            new("maxheight", "query", "Most height in pixels.", "150"),
        ]),
    ];
}

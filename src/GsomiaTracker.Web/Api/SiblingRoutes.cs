using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Api;

/// <summary>The pages in other forms than JSON, and what finds and embeds them.</summary>
public static class SiblingRoutes
{
    private const string EmbedPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    /// <summary>Most entries in one answer of a table.</summary>
    private const int MostRows = 10_000;

    public static void MapSiblings(this IEndpointRouteBuilder app)
    {
        Table(app, "/timeline.csv", 'e', a => a.Record.Chronicle.Events.Where(e => Facets.Match(e, a.View)).ToList(), e => e.Id, Csv.Timeline);
        Table(app, "/officials.csv", 'o', a => a.Record.Officials, o => o.Id, Csv.Officials);
        Table(app, "/articles.csv", 'a', a => a.Record.Stories, s => s.Id, Csv.Articles);
        Table(app, "/stances.csv", 'p', a => a.Record.Chronicle.Stances, TrackerApi.StanceKey, Csv.Stances);
        Table(app, "/disagreements.csv", 'd', a => a.Record.Chronicle.Disagreements, d => d.Id, Csv.Disagreements);
        Text(app, "/feed.atom", "application/atom+xml", (c, a) => Feed.Of(a, Origin(c)));
        Text(app, "/calendar.ics", "text/calendar", (c, a) => Calendar.Of(a, Origin(c), a.Record.Chronicle.Events.Where(e => Facets.Match(e, a.View))));
        app.MapGet("/events/{slug}.ics", (HttpContext c, PageRequest r, string slug) => Made(c, r, "text/calendar",
            a => a.Record.Event(slug) is { } e ? Calendar.Of(a, Origin(c), [e]) : Lookup.NoEvent(a.Record, a.View, slug)));
        app.MapGet("/articles/{id}.txt", (HttpContext c, PageRequest r, string id, string? take) => Made(c, r, "text/plain",
            a => a.Record.Story(id) is not { } story ? Lookup.NoStory(a.Record, a.View, id)
                : (take is null ? story.Latest : story.Takes.FirstOrDefault(t => t.Revision == take)) is { } found ? found.Text : Lookup.NoTake(a.Record, a.View, story, take!)));
        app.MapGet("/robots.txt", (HttpContext c) => Results.Text($"User-agent: *\nDisallow: /desk\nDisallow: /search\nSitemap: {Origin(c)}/sitemap.xml\n", "text/plain")).ExcludeFromDescription();
        app.MapGet("/sitemap.xml", (HttpContext c, PageRequest r) => Made(c, r, "application/xml", a => Sitemap(a, Origin(c)))).ExcludeFromDescription();
        app.MapGet("/oembed", OEmbed);
        app.MapGet("/embed/countdown", (HttpContext c, PageRequest r) =>
        {
            c.Response.Headers.ContentSecurityPolicy = EmbedPolicy;
            c.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return Made(c, r, "text/html", a => Countdown(a, Origin(c)));
        }).ExcludeFromDescription();
    }

    public static string Origin(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    /// <summary>A table in pages of whole entries; where more follow, the <c>Link</c> header (RFC 8288) says where, for a table has no place for it.</summary>
    private static void Table<T>(IEndpointRouteBuilder app, string path, char list, Func<Asked, IReadOnlyList<T>> all, Func<T, string> name, Func<Asked, IEnumerable<T>, string> make) =>
        app.MapGet(path, (HttpContext c, PageRequest r) => Made(c, r, "text/csv", a =>
        {
            var page = ListPages.Of(all(a), name, list, MostRows, a.View, path, c.Request.Query);
            if (page.Refusal is { } refusal)
            {
                return refusal;
            }

            if (page.Value!.Next is { } next)
            {
                c.Response.Headers.Link = $"<{next}>; rel=\"next\"";
            }

            return make(a, page.Value.Items);
        }));

    private static void Text(IEndpointRouteBuilder app, string path, string type, Func<HttpContext, Asked, string> make) =>
        app.MapGet(path, (HttpContext c, PageRequest r) => Made(c, r, type, a => make(c, a)));

    private static async Task<IResult> Made(HttpContext context, PageRequest request, string type, Func<Asked, Answer<string>> make)
    {
        var asked = await request.Read(context, context.Request.Path.ToUriComponent());
        var made = asked.Refusal is { } refused ? refused : make(asked.Value!);
        if (made.Refusal is { } refusal)
        {
            return ProblemAnswers.Result(refusal);
        }

        return Results.Text(made.Value!, $"{type}; charset=utf-8", Encoding.UTF8);
    }

    private static Answer<string> Sitemap(Asked asked, string origin)
    {
        var (record, view) = asked;
        var paths = new[] { "/", "/timeline", "/officials", "/stances", "/articles", "/disagreements", "/about", "/brief" }
            .Concat(record.Chronicle.Events.Select(e => "/events/" + e.Slug))
            .Concat(record.Officials.Select(o => "/officials/" + Uri.EscapeDataString(o.Id)))
            .Concat(record.Stories.Select(s => "/articles/" + Uri.EscapeDataString(s.Id)))
            .Take(50_000);
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            + string.Concat(paths.Select(p => $"<url><loc>{SecurityElement.Escape(origin + view.Unpaged.Url(p))}</loc></url>\n")) + "</urlset>\n";
    }

    /// <summary>oEmbed for any page of this site: the countdown in a frame, as of the moment that the page's address names.</summary>
    private static async Task<IResult> OEmbed(HttpContext context, PageRequest request)
    {
        var query = context.Request.Query;
        if (query["format"].ToString() is not ("" or "json"))
        {
            return ProblemAnswers.Result(new Refusal(StatusCodes.Status501NotImplemented, "bad-format", "Only JSON", "oEmbed is answered as JSON.", []));
        }

        if (!Uri.TryCreate(query["url"], UriKind.Absolute, out var url) || url.Authority != context.Request.Host.Value || url.Scheme is not ("http" or "https"))
        {
            return ProblemAnswers.Result(Refusal.NotFound("unknown-url", "Not a page of this site", "\u201curl\u201d is the address of a page of this tracker.", new Nearest("The timeline", "/timeline")));
        }

        var page = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url.Query);
        var asked = await request.Read(context, "/", new QueryCollection(page));
        if (asked.Refusal is { } refused)
        {
            return ProblemAnswers.Result(refused);
        }

        var (record, view) = asked.Value!;
        var (width, height) = (Size(query["maxwidth"], 360), Size(query["maxheight"], 150));
        var frame = $"{Origin(context)}{(ViewState.Default(record.Dossier) with { AsOf = view.AsOf, Zone = view.Zone }).Url("/embed/countdown")}";
        var body = new JsonObject
        {
            ["version"] = "1.0",
            ["type"] = "rich",
            ["title"] = $"{record.Dossier.Title}: {DeadlineWords.Sentence(record.Chronicle.Deadline)}",
            ["provider_name"] = $"{record.Dossier.Title} Tracker",
            ["provider_url"] = Origin(context),
            ["width"] = width,
            ["height"] = height,
            ["html"] = string.Create(CultureInfo.InvariantCulture, $"<iframe src=\"{SecurityElement.Escape(frame)}\" width=\"{width}\" height=\"{height}\" title=\"{SecurityElement.Escape(record.Dossier.Title)} countdown\" loading=\"lazy\"></iframe>"),
        };
        return Results.Text(body.ToJsonString(), "application/json; charset=utf-8");
    }

    private static int Size(string? most, int usual) =>
        int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 100 ? Math.Min(limit, usual) : usual;

    /// <summary>The state of the deadline alone, for other people's pages: no script, one style file.</summary>
    private static Answer<string> Countdown(Asked asked, string origin)
    {
        var (record, view) = asked;
        var state = record.Chronicle.Deadline;
        static string E(string text) => System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text);
        return $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{E(record.Dossier.Title)}: {E(DeadlineWords.Sentence(state))}</title>
            <meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><link rel="stylesheet" href="{Assets.Url("tracker.css")}"><link rel="stylesheet" href="{Assets.Url("page.css")}"></head>
            <body class="embed"><main><p class="brand">{E(record.Dossier.Title)}</p><p class="{E(state.Kind.ToString().ToLowerInvariant())}"><b class="figure">{E(DeadlineWords.Figure(state))}</b> {E(DeadlineWords.Beside(state))}</p>
            <p class="meta"><a href="{E(origin + view.Url("/"))}" target="_top" rel="noopener">{(view.AsOf is { } asOf ? "As known on " + E(asOf.Words(view.Zone)) : "Where it stands, sentence by sentence")}</a></p></main></body></html>
            """;
    }
}

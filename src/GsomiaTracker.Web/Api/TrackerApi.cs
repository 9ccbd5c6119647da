using System.Text.Json.Serialization.Metadata;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Api;

/// <summary>The JSON twins of the pages: the same record, the same address, the same state.</summary>
public static class TrackerApi
{
    public static void MapTrackerApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/index.json", (HttpContext c, PageRequest r) => Answer(c, r, ApiJson.Context.HomeBody, (_, w) => w.Home()));
        app.MapGet("/timeline.json", (HttpContext c, PageRequest r) => Answer(c, r, ApiJson.Context.TimelineBody, TimelinePages.For(c.Request.Query)));
        app.MapGet("/events/{slug}.json", (HttpContext c, PageRequest r, string slug) => Answer(c, r, ApiJson.Context.EventBody,
            (a, w) => a.Record.Event(slug) is { } e ? w.Event(e) : Lookup.NoEvent(a.Record, a.View, slug)));
        app.MapGet("/officials.json", (HttpContext c, PageRequest r) => Answer(c, r, ApiJson.Context.OfficialsBody,
            (a, w) => Paged(c, a, "/officials.json", 'o', a.Record.Officials, o => o.Id, (all, page, next) => new OfficialsBody(w.AsOf, all, [.. page.Select(w.Official)], next))));
        app.MapGet("/officials/{id}.json", (HttpContext c, PageRequest r, string id) => Answer(c, r, ApiJson.Context.OfficialBody,
            (a, w) => a.Record.Official(id) is { } o ? w.Official(o) : Lookup.NoOfficial(a.Record, a.View, id)));
        app.MapGet("/stances.json", (HttpContext c, PageRequest r) => Answer(c, r, ApiJson.Context.StancesBody,
            (a, w) => Paged(c, a, "/stances.json", 'p', a.Record.Chronicle.Stances, StanceKey, (all, page, next) => w.Stances(all, page, next, first: c.Request.Query["cursor"].ToString().Length == 0))));
        app.MapGet("/disagreements.json", (HttpContext c, PageRequest r) => Answer(c, r, ApiJson.Context.DisagreementsBody,
            (a, w) => Paged(c, a, "/disagreements.json", 'd', a.Record.Chronicle.Disagreements, d => d.Id, (all, page, next) => new DisagreementsBody(w.AsOf, all, [.. page.Select(w.Disagreement)], next))));
        app.MapGet("/brief.json", (HttpContext c, PageRequest r) => Answer(c, r, ApiJson.Context.BriefBody, (_, w) => w.Brief()));
        app.MapGet("/about.json", (HttpContext c, PageRequest r) => Answer(c, r, ApiJson.Context.AboutBody, (_, w) => w.About()));
        app.MapGet("/articles/{id}/takes.json", (HttpContext c, PageRequest r, string id) => Answer(c, r, ApiJson.Context.TakesBody,
            (a, w) => Takes(c, a, w, id)));
        app.MapGet("/articles/{id}/changes.json", async (HttpContext c, PageRequest r, Snapshots s, string id) =>
        {
            var contents = await s.Contents(c.RequestAborted);
            return await Answer(c, r, ApiJson.Context.EditsBody, (a, w) => ChangeLog.OfArticle(a.Record, a.View, contents, id) is { Value: { } log } ? w.Edits(log) : Lookup.NoStory(a.Record, a.View, id));
        });
        app.MapGet("/events/{slug}/changes.json", async (HttpContext c, PageRequest r, Snapshots s, string slug) =>
        {
            var contents = await s.Contents(c.RequestAborted);
            return await Answer(c, r, ApiJson.Context.EditsBody, (a, w) => ChangeLog.OfEvent(a.Record, a.View, contents, slug) is { Value: { } log } ? w.Edits(log) : Lookup.NoEvent(a.Record, a.View, slug));
        });
        app.MapGet("/search.json", Search);
        app.MapGet("/articles.json", (HttpContext c, PageRequest r) => Answer(c, r, ApiJson.Context.ArticlesBody,
            (a, w) => Paged(c, a, "/articles.json", 'a', a.Record.Stories, s => s.Id, (all, page, next) => new ArticlesBody(w.AsOf, all, [.. page.Select(w.Summary)], next))));
        app.MapGet("/articles/{id}.json", (HttpContext c, PageRequest r, string id) => Answer(c, r, ApiJson.Context.ArticleBody, (a, w) => Article(c, a, w, id)));
    }

    /// <summary>What a holder's history on an issue is called by in lists.</summary>
    public static string StanceKey(StanceHistory h) => $"{h.Country}/{h.Person}/{h.Org}/{h.Issue}";

    private static async Task<IResult> Search(HttpContext context, PageRequest request, SentenceSearch search)
    {
        var asked = await request.Read(context, "/search.json");
        if (asked.Refusal is { } refused)
        {
            return ProblemAnswers.Result(refused);
        }

        var (record, view) = asked.Value!;
        var typed = context.Request.Query["q"].ToString();
        var query = SearchQuery.Parse(typed, record.Dossier);
        if (typed.Trim().Length == 0 || query.Faults.Count > 0)
        {
            return ProblemAnswers.Result(Refusal.Bad("bad-query", "The query cannot be read",
                typed.Trim().Length == 0 ? "\u201cq\u201d says what to look for." : string.Join(' ', query.Faults.Select(f => $"At {f.Start}: {f.Reason}")),
                new Nearest("A query that works", view.Unpaged.Url("/search.json", null, ("q", query.Mended() is { Length: > 0 } mended ? mended : record.Dossier.Title)))));
        }

        var cursor = context.Request.Query["cursor"].ToString();
        if (cursor.Length > 0 && Cursor.Read('s', cursor) is null)
        {
            return ProblemAnswers.Result(Refusal.Bad("bad-cursor", "No such place in the list", "The cursor is not one that this list gave out.", new Nearest("The first page", view.Unpaged.Url("/search.json", null, ("q", typed)))));
        }

        var found = await search.Find(query, view.Moment, record.Dossier.Zone, Cursor.Read('s', cursor), null, context.RequestAborted);
        return Results.Json(new BodyWriter(record, view).Search(typed, found), ApiJson.Context.SearchBody, "application/json; charset=utf-8");
    }

    /// <summary>One way for all: read the address, make the body, or say in a problem document why not.</summary>
    private static async Task<IResult> Answer<T>(HttpContext context, PageRequest request, JsonTypeInfo<T> type, Func<Asked, BodyWriter, Answer<T>> make) where T : class
    {
        var asked = await request.Read(context, context.Request.Path.ToUriComponent());
        if (asked.Refusal is { } refused)
        {
            return ProblemAnswers.Result(refused);
        }

        var body = make(asked.Value!, new BodyWriter(asked.Value!.Record, asked.Value!.View));
        return body.Refusal is { } refusal ? ProblemAnswers.Result(refusal) : Results.Json(body.Value, type, "application/json; charset=utf-8");
    }

    /// <param name="make">From how many there are in all, the entries of the page, and the address of the next.</param>
    private static Answer<TBody> Paged<T, TBody>(HttpContext context, Asked asked, string path, char list, IReadOnlyList<T> all, Func<T, string> name, Func<int, IReadOnlyList<T>, string?, TBody> make) where TBody : class
    {
        var page = ListPages.Of(all, name, list, TimelinePages.Most, asked.View, path, context.Request.Query);
        return page.Refusal is { } refusal ? refusal : make(all.Count, page.Value!.Items, page.Value.Next);
    }

    private static Answer<TakesBody> Takes(HttpContext context, Asked asked, BodyWriter writer, string id)
    {
        if (asked.Record.Story(id) is not { } story)
        {
            return Lookup.NoStory(asked.Record, asked.View, id);
        }

        var pairs = TakePairs.Of(asked.Record, asked.View, story, context.Request.Query["take"].ToString(), context.Request.Query["against"].ToString());
        return pairs.Refusal is { } refusal ? refusal : writer.Takes(story, pairs.Value!);
    }

    private static Answer<ArticleBody> Article(HttpContext context, Asked asked, BodyWriter writer, string id)
    {
        if (asked.Record.Story(id) is not { } story)
        {
            return Lookup.NoStory(asked.Record, asked.View, id);
        }

        var wanted = context.Request.Query["take"].ToString();
        var take = wanted.Length == 0 ? story.Latest : story.Takes.FirstOrDefault(t => t.Revision == wanted);
        return take is null ? Lookup.NoTake(asked.Record, asked.View, story, wanted) : writer.Article(story, take);
    }
}

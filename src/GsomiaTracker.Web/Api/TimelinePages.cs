using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Api;

/// <summary>The events as pages of JSON, oldest day first.</summary>
public static class TimelinePages
{
    public const int Most = 1000;

    public static Func<Asked, BodyWriter, Answer<TimelineBody>> For(IQueryCollection query) => (asked, writer) =>
    {
        var (record, view) = asked;
        var matching = record.Chronicle.Events.Where(e => Facets.Match(e, view) && InWindow(e.Days?.From, view)).ToList();
        var page = ListPages.Of(matching, e => e.Id, 'e', Most, view, "/timeline.json", query);
        return page.Refusal is { } refusal ? refusal : new TimelineBody(writer.AsOf, writer.Deadline(), matching.Count, [.. page.Value!.Items.Select(writer.Event)], page.Value.Next);
    };

    private static bool InWindow(DateOnly? day, ViewState view) =>
        (view.From is not { } from || day >= from) && (view.To is not { } to || day is null || day <= to);
}

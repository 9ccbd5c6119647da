using System.Globalization;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Api;

/// <summary>The events as pages of JSON, oldest day first, by an opaque cursor that survives additions: it names the last event of the page before.</summary>
public static class TimelinePages
{
    private const int Most = 1000;

    public static Func<Asked, BodyWriter, Answer<TimelineBody>> For(IQueryCollection query) => (asked, writer) => Of(asked, writer, query["cursor"].ToString(), query["limit"].ToString());

    private static Answer<TimelineBody> Of(Asked asked, BodyWriter writer, string cursor, string limitText)
    {
        var (record, view) = asked;
        var limit = Most;
        if (limitText.Length > 0 && (!int.TryParse(limitText, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > Most))
        {
            return Refusal.Bad("bad-limit", "No such limit", $"\u201climit\u201d is a number from 1 to {Most}.", new Nearest($"Up to {Most} events", view.Url("/timeline.json")));
        }

        var matching = record.Chronicle.Events.Where(e => Facets.Match(e, view) && InWindow(e.Days?.From, view)).ToList();
        var start = 0;
        if (cursor.Length > 0)
        {
            if (Cursor.ReadText('e', cursor) is not { } after || matching.FindIndex(e => e.Id == after) is var at && at < 0)
            {
                return Refusal.Bad("bad-cursor", "No such place in the list", "The cursor is not one that this list gave out, or its event is no longer in the list as asked for.",
                    new Nearest("The first page", view.Url("/timeline.json")));
            }

            start = at + 1;
        }

        var page = matching.Skip(start).Take(limit).ToList();
        var next = start + page.Count < matching.Count && page.Count > 0
            ? view.Url("/timeline.json", null, ("limit", limitText.Length > 0 ? limitText : null), ("cursor", Cursor.Write('e', page[^1].Id)))
            : null;
        return new TimelineBody(writer.AsOf, writer.Deadline(), matching.Count, [.. page.Select(writer.Event)], next);
    }

    private static bool InWindow(DateOnly? day, ViewState view) =>
        (view.From is not { } from || day >= from) && (view.To is not { } to || day is null || day <= to);
}

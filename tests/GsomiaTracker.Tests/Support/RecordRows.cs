using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Tests.Support;

/// <summary>The chronicle's rows as lines, for comparing two records.</summary>
public static class RecordRows
{
    /// <summary>All that is kept of the chronicle, without row numbers that depend on the order of arrival.</summary>
    public static async Task<IReadOnlyList<string>> Of(TemporaryStore store)
    {
        await using var context = store.Store.Context();
        var versions = await context.EventVersions.OrderBy(v => v.EventId).ThenBy(v => v.KnownFrom).ToListAsync();
        var reports = await context.Reports.OrderBy(r => r.Id).ToListAsync();
        var keys = await context.EventKeys.OrderBy(k => k.EventId).ThenBy(k => k.Key).ToListAsync();
        var events = await context.Events.OrderBy(e => e.Id).ToListAsync();
        var takes = await context.Takes.OrderBy(t => t.ArticleId).ToListAsync();
        return
        [
            .. versions.Select(v => $"{v.EventId} {v.KnownFrom:O} {v.KnownUntil:O} {v.PublicId} {v.Slug} {v.Status} {v.Title} {v.DayFrom} {v.Countries} {v.People} {v.Sources} {v.Reports} {v.Withdrawn}"),
            .. reports.Select(r => $"{r.Id} {r.PublicId} {r.EventId} {r.Finding}"),
            .. keys.Select(k => $"{k.EventId} {k.Key}"),
            .. events.Select(e => $"{e.Id} {e.PublicId} {Convert.ToHexString(e.Cluster)}"),
            .. takes.Select(t => $"{t.ArticleId} {t.Story} {t.KnownSince:O} {t.KnownUntil:O} {t.Place} {t.Voice} {Convert.ToHexString(t.Told ?? [])}"),
        ];
    }
}

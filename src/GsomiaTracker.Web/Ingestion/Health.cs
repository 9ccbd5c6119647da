using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Recording;

namespace GsomiaTracker.Web.Ingestion;

/// <summary>
/// <c>/healthz</c>: 200 while texts that are handed over get read, 503 with the reason when the oldest has waited too long.
/// A quiet day is no illness: the age of the last successful ingest is told, not judged.
/// </summary>
public static class Health
{
    /// <summary>A text that has waited this long means that ingestion stands still.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromMinutes(5);

    /// <param name="Status">"healthy", "degraded" (a text's reading fails, the rest goes on) or "unhealthy".</param>
    /// <param name="LastIngestAgeSeconds">Seconds since a text last came onto the record; null before the first.</param>
    public sealed record Report(
        string Status,
        string? Problem,
        DateTimeOffset? LastIngestAt,
        long? LastIngestAgeSeconds,
        int QueueLength,
        int Failing,
        string? LastError,
        long Refused,
        string? LastRefusal,
        long RecordVersion);

    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/healthz", async (HttpContext http, RecordQueries record, TimeProvider clock, CancellationToken cancel) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var report = Of(await record.StatusAsync(cancel), record.Version(), clock.GetUtcNow());
            return Results.Json(report, statusCode: report.Status == "unhealthy" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }).ExcludeFromDescription();

    public static Report Of(IngestionStatus status, long version, DateTimeOffset now)
    {
        var stands = status.OldestWaiting is { } oldest && now - oldest > TooLong && status.Waiting > status.Failing;
        return new Report(
            stands ? "unhealthy" : status.Failing > 0 ? "degraded" : "healthy",
            stands ? $"the oldest text has waited since {status.OldestWaiting:O}" : status.Failing > 0 ? $"reading fails for {status.Failing} of the texts that wait" : null,
            status.LastIngestAt,
            status.LastIngestAt is { } last ? (long)(now - last).TotalSeconds : null,
            status.Waiting,
            status.Failing,
            status.LastError,
            status.Refused,
            status.LastRefusal,
            version);
    }
}

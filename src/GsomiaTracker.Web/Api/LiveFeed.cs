using System.Globalization;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Api;

/// <summary>
/// Tells listeners that something became known. The record's version is looked at once a second as long as anybody listens, and not at all otherwise;
/// what another process puts on the record is noticed alike.
/// </summary>
public sealed class LiveFeed(Snapshots snapshots, RecordVersion version, TimeProvider clock)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly Lock _turn = new();
    private readonly SortedDictionary<long, HashSet<string>> _seen = [];
    private TaskCompletionSource<long> _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _listeners;
    private bool _watching;

    /// <summary>Waits until the version is another than <paramref name="had"/>, or for <paramref name="patience"/>.</summary>
    /// <returns>The version now.</returns>
    public async Task<long> Wait(long had, TimeSpan patience, CancellationToken cancel)
    {
        var now = version();
        if (now != had)
        {
            return now;
        }

        Task<long> moved;
        lock (_turn)
        {
            _listeners++;
            moved = _moved.Task;
            if (!_watching)
            {
                _watching = true;
                _ = Watch(now);
            }
        }

        try
        {
            return await moved.WaitAsync(patience, clock, cancel);
        }
        catch (TimeoutException)
        {
            return had;
        }
        finally
        {
            lock (_turn)
            {
                _listeners--;
            }
        }
    }

    /// <summary>How many states became known since a version, as far as that version was seen here; 0 where it was not.</summary>
    public async Task<int> UpdatesSince(long had, CancellationToken cancel)
    {
        var record = await snapshots.AsOf(null, cancel);
        lock (_turn)
        {
            var states = StatesOf(record);
            _seen[record.Version] = states;
            while (_seen.Count > 16)
            {
                _seen.Remove(_seen.Keys.First());
            }

            return _seen.TryGetValue(had, out var before) ? states.Count(s => !before.Contains(s)) : 0;
        }
    }

    private static HashSet<string> StatesOf(RecordAsOf record) =>
        [.. HomeView.Changes(record.Chronicle).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Event.Id} {c.State.Status} {c.State.KnownSince.UtcTicks}"))];

    private async Task Watch(long had)
    {
        while (true)
        {
            await Task.Delay(Beat, clock);
            var now = version();
            lock (_turn)
            {
                if (now != had)
                {
                    _moved.TrySetResult(now);
                    _moved = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
                    had = now;
                }

                if (_listeners == 0)
                {
                    _watching = false;
                    return;
                }
            }
        }
    }
}

/// <summary><c>/live</c>: server-sent events. One event "known" for each move of the record; its id is the version, so a reconnecting listener misses nothing.</summary>
public static class LiveEndpoint
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    public static void MapLive(this IEndpointRouteBuilder app) => app.MapGet("/live", Stream).ExcludeFromDescription();

    private static async Task Stream(HttpContext context, LiveFeed feed, RecordVersion version, IHostApplicationLifetime host)
    {
        var response = context.Response;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // a proxy must not hold it back
        var had = Since(context.Request) ?? version();
        try
        {
            await feed.UpdatesSince(had, end.Token);
            await response.WriteAsync("retry: 5000\n\n", end.Token);
            await response.Body.FlushAsync(end.Token);
            while (!end.IsCancellationRequested)
            {
                var now = await feed.Wait(had, KeepAlive, end.Token);
                var updates = now == had ? 0 : await feed.UpdatesSince(had, end.Token);
                await response.WriteAsync(
                    now == had ? ": still here\n\n" : string.Create(CultureInfo.InvariantCulture, $"id: {now}\nevent: known\ndata: {{\"version\":{now},\"updates\":{updates}}}\n\n"), end.Token);
                await response.Body.FlushAsync(end.Token);
                had = now;
            }
        }
        catch (OperationCanceledException)
        {
            // the listener went, or the server stops
        }
    }

    private static long? Since(HttpRequest request)
    {
        var text = request.Headers["Last-Event-ID"].FirstOrDefault() ?? request.Query["since"].FirstOrDefault();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since) ? since : null;
    }
}

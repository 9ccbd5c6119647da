using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Web.Ingestion;

namespace GsomiaTracker.Web.Desk;

/// <summary>What asking a feed has brought.</summary>
/// <param name="New">Items it had not listed before.</param>
/// <param name="Taken">Pages handed over to the queue.</param>
/// <param name="Left">Items of an overlong feed that were not looked at.</param>
public sealed record Polled(int New, int Taken, int Refused, int Left, string? Error);

/// <summary>Whether the pages that a feed lists are fetched with the asking, or at the watcher's next round.</summary>
public enum FeedPages { Now, Later }

/// <summary>
/// Asks a feed and hands its new items' pages over to the durable queue. A page that fails is tried at three askings, then refused; a feed that fails is asked ever more
/// seldom, and after <see cref="MostFailures"/> failures in a row it is paused until an editor says otherwise.
/// </summary>
public sealed class FeedPoller(PageFetcher fetcher, Intake intake, QueueBell bell, TimeProvider clock, ILogger<FeedPoller> log)
{
    public const int MostFailures = 8;

    /// <summary>Pages fetched at one asking; what is left waits for the next, which then comes in a minute.</summary>
    public const int PagesAtOnce = 20;

    private const int MostAttempts = 3;
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Between two pages of one feed.</summary>
    public TimeSpan Courtesy { get; init; } = TimeSpan.FromSeconds(1);

    private static readonly string[] Types =
        ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml", "application/x-rss+xml"];

    public async Task<Polled> PollAsync(Feeds feeds, FeedRow feed, CancellationToken cancel, FeedPages pages = FeedPages.Now)
    {
        var answer = await fetcher.GetAsync(new Asked(feed.Address, Types, feed.ETag, feed.LastModified, FeedFile.MaxBytes), cancel);
        var (fresh, left) = (0, 0);
        var error = answer.Fault?.Reason;
        if (answer is { Ok: true, Value: { NotModified: false } got })
        {
            var file = FeedFile.Read(got.Bytes, got.Address);
            error = file.Fault?.Reason;
            if (file.Ok)
            {
                left = file.Value.Left;
                (feed.Title, feed.ETag, feed.LastModified) = (file.Value.Title ?? feed.Title, Short(got.ETag), Short(got.LastModified));

                // A feed lists its newest first; the oldest goes first onto the record.
                fresh = await feeds.ListAsync(feed, [.. file.Value.Items.Reverse()], cancel);
            }
        }

        Told(feed, error);
        if (error is null && fresh > 0 && pages == FeedPages.Later)
        {
            feed.NextPollAt = clock.GetUtcNow();
        }

        await feeds.SaveAsync(cancel);
        var (taken, refused) = error is null && pages == FeedPages.Now ? await PagesAsync(feeds, feed, cancel) : (0, 0);
        if (taken == PagesAtOnce)
        {
            feed.NextPollAt = clock.GetUtcNow() + Soon;
            await feeds.SaveAsync(cancel);
        }

        return new Polled(fresh, taken, refused, left, error);
    }

    private void Told(FeedRow feed, string? error)
    {
        var now = clock.GetUtcNow();
        feed.LastPollAt = now;
        feed.LastError = error;
        feed.Failures = error is null ? 0 : feed.Failures + 1;
        feed.LastSuccessAt = error is null ? now : feed.LastSuccessAt;
        feed.NextPollAt = now + Wait(feed.Failures, Random.Shared.NextDouble());
        if (error is not null)
        {
            log.LogWarning("The feed {Address} failed {Failures} times in a row: {Error}", feed.Address, feed.Failures, error);
        }

        if (feed.Failures >= MostFailures)
        {
            feed.PausedAt = now;
            log.LogWarning("The feed {Address} is paused", feed.Address);
        }
    }

    /// <summary>A quarter of an hour, doubled by each failure up to a day; a fifth more or less by <paramref name="chance"/> (0 to 1), so that feeds are not all asked at once.</summary>
    public static TimeSpan Wait(int failures, double chance)
    {
        var wait = Interval * Math.Pow(2, Math.Min(failures, 10));
        return (wait < Longest ? wait : Longest) * (0.8 + (0.4 * chance));
    }

    private async Task<(int Taken, int Refused)> PagesAsync(Feeds feeds, FeedRow feed, CancellationToken cancel)
    {
        int taken = 0, refused = 0;
        foreach (var item in await feeds.WaitingAsync(feed, PagesAtOnce, cancel))
        {
            if (taken + refused > 0)
            {
                await Task.Delay(Courtesy, clock, cancel);
            }

            var page = await fetcher.FetchAsync(item.Link, cancel);
            if (page.Ok)
            {
                var supplied = item.Published is { } published && PublicationTime.Parse(published) is { Ok: true, Value: var time } ? time : null;
                intake.Accept(new IncomingText(page.Value.Text, Origin.Feed, Name(item.Link), supplied));
                bell.Ring();
                (item.State, item.Error) = (FeedItemState.Taken, null);
                taken++;
            }
            else
            {
                item.Attempts++;
                item.Error = page.Fault!.Reason;
                item.State = item.Attempts >= MostAttempts ? FeedItemState.Refused : FeedItemState.Waiting;
                refused++;
            }

            await feeds.SaveAsync(cancel);
        }

        return (taken, refused);
    }

    /// <summary>Tags that a server makes endless are not worth remembering.</summary>
    private static string? Short(string? tag) => tag is { Length: <= 500 } ? tag : null;

    private static string Name(string link) => link.Length > 200 ? link[..200] : link;

    /// <summary>Why an address cannot be a feed's, or null.</summary>
    public static Fault? Check(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && address.Length <= 2_000 ? null : new Fault("Give an address that begins with http:// or https://.", "address");
}

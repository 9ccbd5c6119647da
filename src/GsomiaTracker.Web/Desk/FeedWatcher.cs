using GsomiaTracker.Store.Editing;

namespace GsomiaTracker.Web.Desk;

/// <summary>Asks the watched feeds while the tracker is served, one after the other, each when its turn comes.</summary>
public sealed class FeedWatcher(IServiceProvider services, DeskStart desk, FeedPoller poller, TimeProvider clock, ILogger<FeedWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);
    private const int AtOnce = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await desk.Ready.WaitAsync(stoppingToken);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            // Why the desk could not be opened is in the log already.
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
                await Task.Delay(Look, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                log.LogError(failed, "The feeds could not be asked; trying again");
                await Task.Delay(Look, clock, stoppingToken);
            }
        }
    }

    /// <summary>Every feed whose turn it is.</summary>
    public async Task RoundAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var id in await scope.ServiceProvider.GetRequiredService<Feeds>().DueAsync(AtOnce, cancel))
        {
            // A scope of its own: what failed to be saved for one feed is not tried again with the next.
            await using var own = services.CreateAsyncScope();
            var feeds = own.ServiceProvider.GetRequiredService<Feeds>();
            if (await feeds.FindAsync(id, cancel) is { PausedAt: null } feed)
            {
                await poller.PollAsync(feeds, feed, cancel);
            }
        }
    }
}

using GsomiaTracker.Store;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Pages.Desk;

namespace GsomiaTracker.Web.Verbs;

/// <summary><c>feeds list</c>, <c>feeds add ADDRESS</c>, <c>feeds pause|resume|remove N</c>, <c>feeds poll</c>: the watched feeds, from the server's console.</summary>
public static class FeedsVerb
{
    public const string Usage = "feeds list | add ADDRESS | pause N | resume N | remove N | poll   [--data DIR]";
    private const int AtOnce = 500;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var line = CommandLine.Parse(args, ["--data", "--dossier"], []);
        if (!line.Ok)
        {
            return Refuse(errors, line.Fault!.ToString());
        }

        try
        {
            await using var services = VerbServices.Open(line.Value, s => s.AddDeskPeople().AddFeeds());
            await PeopleStore.MigrateAsync(services);
            await using var scope = services.CreateAsyncScope();
            var feeds = scope.ServiceProvider.GetRequiredService<Feeds>();
            switch (line.Value.Rest)
            {
                case ["list"]:
                    foreach (var (feed, waiting, taken, refused) in await feeds.AllAsync())
                    {
                        output.WriteLine($"{feed.Id}\t{feed.Address}\t{FeedsPage.State(feed)}\t{taken} taken, {waiting} waiting, {refused} refused\t{feed.LastError}");
                    }

                    return ExitStatus.Ok;
                case ["add", var address]:
                    if (FeedPoller.Check(address) is { } fault)
                    {
                        errors.WriteLine($"feeds: {fault.Reason}");
                        return ExitStatus.Failed;
                    }

                    output.WriteLine($"{(await feeds.AddAsync(address, "console")).Id}\t{address}");
                    return ExitStatus.Ok;
                case ["pause", var id] when int.TryParse(id, out var n):
                    return Told(await feeds.PauseAsync(n), errors, n);
                case ["resume", var id] when int.TryParse(id, out var n):
                    return Told(await feeds.ResumeAsync(n), errors, n);
                case ["remove", var id] when int.TryParse(id, out var n):
                    return Told(await feeds.RemoveAsync(n), errors, n);
                case ["poll"]:
                    return await PollAsync(services, feeds, output);
                default:
                    return Refuse(errors, "list, add ADDRESS, pause N, resume N, remove N or poll?");
            }
        }
        catch (StoreException unusable)
        {
            errors.WriteLine($"feeds: {unusable.Message}");
            return ExitStatus.Failed;
        }
    }

    /// <summary>Asks every feed whose turn it is, once; what comes in waits in the queue for the server.</summary>
    private static async Task<int> PollAsync(IServiceProvider services, Feeds feeds, TextWriter output)
    {
        var poller = services.GetRequiredService<FeedPoller>();
        var status = ExitStatus.Ok;
        foreach (var id in await feeds.DueAsync(AtOnce, CancellationToken.None))
        {
            await using var scope = services.CreateAsyncScope();
            var own = scope.ServiceProvider.GetRequiredService<Feeds>();
            if (await own.FindAsync(id) is { } feed)
            {
                var polled = await poller.PollAsync(own, feed, CancellationToken.None);
                status = polled.Error is null ? status : ExitStatus.Failed;
                output.WriteLine($"{feed.Id}\t{feed.Address}\t{polled.Error ?? $"{polled.New} new, {polled.Taken} taken, {polled.Refused} refused"}");
            }
        }

        return status;
    }

    private static int Told(bool done, TextWriter errors, int id)
    {
        if (!done)
        {
            errors.WriteLine($"feeds: there is no such feed {id}, or it is so already");
        }

        return done ? ExitStatus.Ok : ExitStatus.Failed;
    }

    private static int Refuse(TextWriter errors, string reason)
    {
        errors.WriteLine($"feeds: {reason}");
        errors.WriteLine($"usage: {Usage}");
        return ExitStatus.Usage;
    }
}

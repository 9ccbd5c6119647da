using GsomiaTracker.Store.Editing;
using GsomiaTracker.Store.Queries;

namespace GsomiaTracker.Web.Desk;

/// <summary>Puts the facts that an editor gave with a draft onto the record once its text has been read: at once where the reader is quick, later where it is not, and after a restart.</summary>
public sealed class FiledDrafts(IServiceProvider services, DeskStart desk, Correcting correcting, ILogger<FiledDrafts> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _bell = new(1);
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Something was filed whose facts wait.</summary>
    public void Ring()
    {
        if (_bell.CurrentCount == 0)
        {
            _bell.Release();
        }
    }

    /// <summary>Finishes every filed draft whose text is on the record.</summary>
    /// <returns>How many still wait.</returns>
    public async Task<int> FinishAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await using var scope = services.CreateAsyncScope();
            var drafts = scope.ServiceProvider.GetRequiredService<Drafts>();
            var filed = await drafts.FiledAsync(cancel);
            var articles = filed.Count == 0 ? new Dictionary<string, string>() : await scope.ServiceProvider.GetRequiredService<RecordQueries>().ArticlesOfAsync([.. filed.Select(d => d.Id)], cancel);
            foreach (var draft in filed)
            {
                if (articles.TryGetValue(draft.Id, out var story) && HeaderFacts.Corrections(story, Drafts.FactsOf(draft)) is var corrections)
                {
                    // Appended before the draft goes: a kill between the two says the same facts twice, which changes nothing, and loses none.
                    var author = draft.FactsBy ?? draft.Author;
                    correcting.Append(corrections, long.MaxValue, author, HeaderFacts.Because, author == draft.FiledBy ? null : draft.FiledBy);
                    await drafts.DropAsync(draft.Id);
                    log.LogInformation("{Count} facts of {Story} set as {Author} said", corrections.Count, story, author);
                }
            }

            return filed.Count(d => !articles.ContainsKey(d.Id));
        }
        finally
        {
            _one.Release();
        }
    }

    public override void Dispose()
    {
        _bell.Dispose();
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await desk.Ready.WaitAsync(stoppingToken);
            while (true)
            {
                await _bell.WaitAsync(stoppingToken);
                while (await WaitingAsync(stoppingToken) > 0)
                {
                    await Task.Delay(Again, stoppingToken);
                }
            }
        }
        catch (Exception ended) when (ended is not OutOfMemoryException)
        {
            // Stopped; or the desk could not be opened, which is in the log already.
        }
    }

    private async Task<int> WaitingAsync(CancellationToken cancel)
    {
        try
        {
            return await FinishAsync(cancel);
        }
        catch (Exception failed) when (failed is not (OperationCanceledException or OutOfMemoryException))
        {
            log.LogError(failed, "What was said of filed articles could not be put on the record; trying again");
            return 1;
        }
    }
}

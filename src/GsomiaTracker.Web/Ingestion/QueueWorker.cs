using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Recording;

namespace GsomiaTracker.Web.Ingestion;

/// <summary>Keeps the queue moving while the tracker is served. Woken by a hand-over in this process; looks by itself for those of others.</summary>
public sealed class QueueWorker(Intake intake, QueueProcessor processor, RecordWriter writer, ReaderIdentity reader, QueueBell bell, TimeProvider clock, ILogger<QueueWorker> log) : BackgroundService
{
    /// <summary>How long a text handed over by another process may lie unseen.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private bool _looked;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // Off the start-up path: the first look must not keep the server from listening.
                await Task.Run(() => WorkThrough(stoppingToken), stoppingToken);
                var due = intake.NextDue();
                var wait = due is { } at && at - clock.GetUtcNow() < Look ? TimeSpan.FromMilliseconds(20) : Look;
                await bell.WaitAsync(wait, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                log.LogError(failed, "The queue could not be worked through; trying again");
                await Task.Delay(TimeSpan.FromSeconds(2), clock, stoppingToken);
            }
        }
    }

    /// <summary>At first what another program folded is folded anew. Then everything whose turn it is; when the last text has been read again by a newer reader, its readings take over.</summary>
    private void WorkThrough(CancellationToken cancel)
    {
        if (!_looked && writer.FoldByTheseRules())
        {
            log.LogInformation("Folded the chronicle by the rules of this program");
        }

        var again = processor.Due(cancel).Count(p => p.Text.Again);
        if ((again > 0 || !_looked) && writer.ReadBy(reader) is { } rereading)
        {
            log.LogInformation(
                "Read {Texts} texts again by {Version} {Lexicon}: {Found} findings found, {Lost} lost, {Altered} altered",
                rereading.Texts, reader.Version, reader.Lexicon, rereading.Found, rereading.Lost, rereading.Altered);
        }

        _looked = true;
    }
}

/// <summary>Rung after a hand-over, so that reading starts at once.</summary>
public sealed class QueueBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel) => _rung.WaitAsync(atMost, cancel);

    public void Dispose() => _rung.Dispose();
}

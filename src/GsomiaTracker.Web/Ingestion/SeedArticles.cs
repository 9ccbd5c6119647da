using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;

namespace GsomiaTracker.Web.Ingestion;

/// <summary>At the start: the dossier's own articles are handed over (only new texts do anything) and read before the first page is served.</summary>
public sealed class SeedArticles(TrackerSettings settings, Intake intake, RecordWriter writer, QueueProcessor processor, ILogger<SeedArticles> log) : IHostedService
{
    /// <summary>The server does not wait longer than this for them; the rest is read while it serves.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(settings.DossierDirectory, "articles");
        if (!Directory.Exists(folder))
        {
            return;
        }

        var texts = new List<IncomingText>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var text = FileIntake.Load(file, Origin.Seed);
            if (text.Ok)
            {
                texts.Add(text.Value);
            }
            else
            {
                log.LogWarning("The dossier's article {File} was refused: {Reason}", file, text.Fault);
            }
        }

        var fresh = intake.Accept(texts).Count(h => h.Kind == HandoverKind.Queued);
        if (fresh == 0 || writer.FoldedByOthers)
        {
            // The first text put on the record would wait for the whole of it to be folded anew: that is the queue's work, while pages are served.
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var read = await Task.Run(() => processor.Due(patience.Token).Count(p => p.Error is null), CancellationToken.None);
        log.LogInformation("Read {Count} new articles of the dossier", read);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Web.Ingestion;

namespace GsomiaTracker.Web.Verbs;

/// <summary>
/// <c>ingest [--data DIR] [--dossier DIR] [--published INSTANT-OR-DATE] FILE-OR-FOLDER...</c>: hands over each file, then reads what waits. While a server
/// works on the same data directory the reading is left to it. One line a file on standard output; refused files on standard error. Folders and .jsonl files are archives (<see cref="ArchiveIngest"/>).
/// </summary>
public static class IngestVerb
{
    public const string Usage = "ingest [--data DIR] [--dossier DIR] [--published INSTANT-OR-DATE] FILE-OR-FOLDER...";

    /// <summary>How long to wait for a server that reads on our behalf; the texts are safe with it either way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var line = CommandLine.Parse(args, ["--data", "--dossier", "--published"], []);
        if (!line.Ok)
        {
            return Refuse(errors, line.Fault!.ToString());
        }

        if (line.Value.Rest.Count == 0)
        {
            return Refuse(errors, "no FILE given");
        }

        PublicationTime? supplied = null;
        if (line.Value["--published"] is { } published)
        {
            var time = PublicationTime.Parse(published);
            if (!time.Ok)
            {
                return Refuse(errors, $"--published: {time.Fault}");
            }

            supplied = time.Value;
        }

        try
        {
            await using var services = VerbServices.Open(line.Value);
            return await IngestAsync(services, line.Value.Rest, supplied, output, errors);
        }
        catch (StoreException unusable)
        {
            errors.WriteLine($"ingest: {unusable.Message}");
            return ExitStatus.Failed;
        }
    }

    private static async Task<int> IngestAsync(IServiceProvider services, IReadOnlyList<string> paths, PublicationTime? supplied, TextWriter output, TextWriter errors)
    {
        var given = paths.ToLookup(ArchiveTexts.IsArchive);
        var (archives, files) = (given[true], given[false]);
        var intake = services.GetRequiredService<Intake>();
        var status = ExitStatus.Ok;
        var waiting = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var batch in files.Chunk(256))
        {
            var texts = new List<(string File, IncomingText Text)>();
            foreach (var file in batch)
            {
                var text = FileIntake.Load(file, Origin.Command, supplied);
                if (text.Ok)
                {
                    texts.Add((file, text.Value));
                    continue;
                }

                intake.Refused($"{file}: {text.Fault}");
                errors.WriteLine($"{file}: refused: {text.Fault}");
                status = ExitStatus.Failed;
            }

            foreach (var (handed, (file, text)) in intake.Accept([.. texts.Select(t => t.Text)]).Zip(texts))
            {
                if (handed.Kind == HandoverKind.OnRecord)
                {
                    output.WriteLine($"{file}: already on the record as {handed.Article}; nothing was done");
                }
                else if (!waiting.TryAdd(text.Hash, file))
                {
                    output.WriteLine($"{file}: the same text as {waiting[text.Hash]}; nothing was done");
                }
            }
        }

        var settings = services.GetRequiredService<TrackerSettings>();
        using var turn = WriterLock.Take(settings.DataDirectory);
        var bulk = new Lazy<ArchiveIngest>(() => ActivatorUtilities.CreateInstance<ArchiveIngest>(services, output, errors));
        if (turn is null)
        {
            foreach (var archive in archives)
            {
                status = bulk.Value.HandOver(archive, supplied) ? status : ExitStatus.Failed;
            }

            return Math.Max(status, await LeaveToServerAsync(services, waiting, output, errors));
        }

        services.GetRequiredService<RecordWriter>().FoldByTheseRules();
        foreach (var done in services.GetRequiredService<QueueProcessor>().Due(CancellationToken.None))
        {
            var file = waiting.Remove(done.Text.Hash, out var name) ? name : done.Text.FileName;
            if (done.Error is { } error)
            {
                errors.WriteLine($"{file}: safely stored, but reading it failed; it stays in the queue: {error}");
                status = ExitStatus.Failed;
            }
            else if (done.Recorded is { } recorded)
            {
                output.WriteLine(Say(file, recorded));
            }
        }

        foreach (var file in waiting.Values)
        {
            output.WriteLine($"{file}: safely stored; it waits for its next turn to be read");
        }

        foreach (var archive in archives)
        {
            status = await bulk.Value.RunAsync(archive, supplied) ? status : ExitStatus.Failed;
        }

        return status;
    }

    private static string Say(string? file, Recorded recorded) => recorded.Takes == 1
        ? $"{file}: recorded as {recorded.Article}"
        : $"{file}: recorded as {recorded.Article}, take {recorded.Takes} of {recorded.Story}";

    /// <summary>The server that holds the lock reads; we tell what has come of it as long as someone waits.</summary>
    private static async Task<int> LeaveToServerAsync(IServiceProvider services, Dictionary<string, string> waiting, TextWriter output, TextWriter errors)
    {
        var record = services.GetRequiredService<Store.Queries.RecordQueries>();
        var clock = services.GetRequiredService<TimeProvider>();
        var until = clock.GetUtcNow() + Patience;
        while (waiting.Count > 0 && clock.GetUtcNow() < until)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock);
            foreach (var (hash, article) in await record.ArticlesOfAsync([.. waiting.Keys]))
            {
                waiting.Remove(hash, out var file);
                output.WriteLine($"{file}: recorded as {article} by the tracker that is serving");
            }
        }

        foreach (var file in waiting.Values)
        {
            errors.WriteLine($"{file}: safely stored; the tracker that is serving has yet to read it");
        }

        return ExitStatus.Ok;
    }

    private static int Refuse(TextWriter errors, string reason)
    {
        errors.WriteLine($"ingest: {reason}");
        errors.WriteLine($"usage: {Usage}");
        return ExitStatus.Usage;
    }
}

using System.Globalization;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;

namespace GsomiaTracker.Web.Ingestion;

/// <summary>
/// The watched folder. A file that has stopped growing is handed over and then moved to <c>done/</c>; one that is refused goes to
/// <c>refused/</c> with its reason beside it. Killed between the two, it finds the text already there the next time and only moves the file.
/// </summary>
public sealed class InboxFolder(TrackerSettings settings, Intake intake, QueueBell bell, TimeProvider clock, ILogger<InboxFolder> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (long Length, DateTime Written)> _seen = new(StringComparer.Ordinal);

    /// <summary>Looks once: hands over every file that has not changed since the last look.</summary>
    /// <returns>How many files were moved away.</returns>
    public int LookOnce()
    {
        var folder = Directory.CreateDirectory(settings.InboxDirectory);
        var files = folder.EnumerateFiles().Where(f => !f.Name.StartsWith('.')).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        var moved = 0;
        foreach (var file in files)
        {
            var now = (file.Length, file.LastWriteTimeUtc);
            if (_seen.TryGetValue(file.FullName, out var before) && before == now)
            {
                HandOver(file);
                moved++;
            }
            else
            {
                _seen[file.FullName] = now;
            }
        }

        foreach (var gone in _seen.Keys.Where(path => !File.Exists(path)).ToList())
        {
            _seen.Remove(gone);
        }

        return moved;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    LookOnce();
                }
                catch (Exception failed) when (failed is not OutOfMemoryException)
                {
                    log.LogError(failed, "The folder {Folder} could not be worked through; trying again", settings.InboxDirectory);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The tracker stops.
        }
    }

    private void HandOver(FileInfo file)
    {
        var text = FileIntake.Load(file.FullName, Origin.Folder);
        if (text.Ok)
        {
            var handover = intake.Accept(text.Value);
            Move(file, "done");
            bell.Ring();
            log.LogInformation("Took {File}: {Outcome}", file.Name, handover.Kind);
            return;
        }

        var reason = text.Fault!.ToString();
        intake.Refused($"{file.Name}: {reason}");
        var refused = Move(file, "refused");
        File.WriteAllText(refused + ".reason.txt", reason + "\n");
        log.LogWarning("Refused {File}: {Reason}", file.Name, reason);
    }

    /// <summary>Moves without ever writing over a file: a second one of that name gets a number.</summary>
    private static string Move(FileInfo file, string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(file.DirectoryName!, folder)).FullName;
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        var path = Path.Combine(target, file.Name);
        for (var n = 2; File.Exists(path); n++)
        {
            path = Path.Combine(target, string.Create(CultureInfo.InvariantCulture, $"{stem}.{n}{file.Extension}"));
        }

        File.Move(file.FullName, path);
        return path;
    }
}

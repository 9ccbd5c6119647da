using System.Diagnostics;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Verification;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Web.Ingestion;

/// <summary>The program itself, in a process of its own, killed in the middle of its work again and again.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Killed_at_any_moment_it_loses_nothing_that_it_acknowledged_and_in_the_end_has_every_text_once()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-kill-").FullName;
        try
        {
            var data = Path.Combine(folder, "data");
            var files = Enumerable.Range(0, 120).Select(n => Path.Combine(folder, $"piece-{n:000}.txt")).ToArray();
            foreach (var (file, n) in files.Select((f, n) => (f, n)))
            {
                await File.WriteAllTextAsync(file, $"Piece {n} of the talks\nBANGKOK, Nov. {1 + (n % 20)} (Yonhap) -- The two ministers met for the {n}. time in Bangkok on Sunday to talk about the pact, officials said.\n");
            }

            var random = new Random(17);
            var acknowledged = new HashSet<string>(StringComparer.Ordinal);
            var killed = 0;
            for (var round = 0; round < 6; round++)
            {
                using var child = Start(data, files);
                child.OutputDataReceived += (_, line) => Note(line.Data);
                child.BeginOutputReadLine();
                var started = await Until(() => child.HasExited || Directory.Exists(data) && Directory.EnumerateFiles(data, "*-wal").Any());
                Assert.True(started, "the program did not start its work");
                await Task.Delay(random.Next(20, 500));
                if (!child.HasExited)
                {
                    child.Kill();
                    killed++;
                }

                await child.WaitForExitAsync();
                foreach (var text in await OnRecord(data))
                {
                    acknowledged.Remove(text);
                }

                Assert.True(acknowledged.Count == 0, $"acknowledged and lost: {string.Join(", ", acknowledged)}");
            }

            Assert.True(killed > 0, "the program was always done before it could be killed");
            using var last = Start(data, files);
            last.BeginOutputReadLine();
            await last.WaitForExitAsync();
            Assert.Equal(0, last.ExitCode);
            Assert.Equal(files.Select(Path.GetFileName).Order(), (await OnRecord(data)).Order());
            var verification = await new RecordVerifier(TrackerStore.Open(data), TestDossier.Gsomia).VerifyAsync();
            Assert.Empty(verification.Breaches);

            void Note(string? line)
            {
                if (line is not null && line.Contains(": recorded as", StringComparison.Ordinal))
                {
                    acknowledged.Add(Path.GetFileName(line[..line.IndexOf(": recorded as", StringComparison.Ordinal)]));
                }
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(string data, string[] files)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "GsomiaTracker.Web.dll"), "ingest", "--data", data, "--dossier", Checkout.Dossier, .. files];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task<IReadOnlyList<string>> OnRecord(string data)
    {
        if (!TrackerStore.Exists(data))
        {
            return [];
        }

        var names = await new RecordQueries(TrackerStore.Open(data), TestDossier.Gsomia).FileNamesAsync();
        Assert.Equal(names.Count, names.Distinct().Count());
        return names;
    }

    private static async Task<bool> Until(Func<bool> condition)
    {
        for (var i = 0; i < 3000 && !condition(); i++)
        {
            await Task.Delay(10);
        }

        return condition();
    }
}

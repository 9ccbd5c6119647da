using System.Diagnostics;
using System.Globalization;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction;

namespace GsomiaTracker.Benchmarks.Reading;

/// <summary>
/// <c>read-stages FOLDER SECONDS</c>: where the reader's time goes, microseconds and allocated KB an article for each stage: the mean, and the quickest round over
/// the texts, which is what the machine does when nobody else is at it.
/// </summary>
internal static class ReadStages
{
    public static void Run(string[] args)
    {
        var reader = new ArticleReader(DossierFolder.Load(Path.Combine("seeds", "gsomia")).Value);
        var texts = Directory.GetFiles(args[1], "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var seconds = double.Parse(args[2], CultureInfo.InvariantCulture);
        var stages = new Dictionary<string, Stage>(StringComparer.Ordinal);
        var (since, allocated) = (0L, 0L);
        void Done(string name)
        {
            var (ticks, bytes) = (Stopwatch.GetTimestamp() - since, GC.GetAllocatedBytesForCurrentThread() - allocated);
            if (!stages.TryGetValue(name, out var stage))
            {
                stages[name] = stage = new Stage();
            }

            stage.Round += ticks;
            stage.Bytes += bytes;
            (since, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        }

        var clock = Stopwatch.StartNew();
        var rounds = 0;
        var warm = false;
        while (clock.Elapsed.TotalSeconds < seconds || !warm)
        {
            if (!warm && clock.Elapsed.TotalSeconds > seconds / 2)
            {
                stages.Clear();
                rounds = 0;
                warm = true;
                clock.Restart();
            }

            foreach (var text in texts)
            {
                (since, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
                reader.Traced(text, null, null, Done);
            }

            foreach (var stage in stages.Values)
            {
                stage.Total += stage.Round;
                stage.Least = Math.Min(stage.Least, stage.Round);
                stage.Round = 0;
            }

            rounds++;
        }

        foreach (var (name, stage) in stages)
        {
            var articles = (double)rounds * texts.Length;
            var microsecond = Stopwatch.Frequency / 1e6;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-12} {stage.Total / microsecond / articles,8:F0} us {stage.Least / microsecond / texts.Length,8:F0} us at best {stage.Bytes / 1024.0 / articles,8:F0} KB"));
        }
    }

    private sealed class Stage
    {
        public long Round { get; set; }

        public long Total { get; set; }

        public long Least { get; set; } = long.MaxValue;

        public long Bytes { get; set; }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Queries.Timeline;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Web.Verbs;
using Read = GsomiaTracker.Domain.Findings.Reading;

namespace GsomiaTracker.Benchmarks.Store;

/// <summary>The store's pace at two sizes in one run, as ratios: <c>store-speed [SMALL [LARGE]]</c>, in articles (2,000 and 200,000: 10,000 and a million events).</summary>
public static class StoreSpeed
{
    private const int Probes = 300;
    private const int Pages = 2000;

    /// <summary>So many are acknowledged together.</summary>
    private const int Batch = 10_000;

    private static readonly Dossier Dossier = DossierFolder.Load(DossierPath.Find(null)).Value;

    public static void Run(string[] args)
    {
        var small = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2_000;
        var large = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 200_000;
        var folder = Directory.CreateTempSubdirectory("store-speed-").FullName;
        try
        {
            var a = Measure(Path.Combine(folder, "small"), small);
            var b = Measure(Path.Combine(folder, "large"), large);
            Say($"as-of page of 50, p99 on the processor: {b.Page.P99:0.00} ms at {b.Events:N0} events, {a.Page.P99:0.00} ms at {a.Events:N0}: ratio {b.Page.P99 / a.Page.P99:0.00} (goal: at most 2, under 5 ms); by the clock {b.PageWall.P99:0.00} and {a.PageWall.P99:0.00}, medians {b.PageWall.Median:0.00} and {a.PageWall.Median:0.00}");
            Say($"one more article, median on the processor: {b.OneMore.Median:0.00} ms against {a.OneMore.Median:0.00} ms: ratio {b.OneMore.Median / a.OneMore.Median:0.00} (goal: at most 1.5); by the clock {b.OneMoreWall.Median:0.00} and {a.OneMoreWall.Median:0.00}");
            Say($"bulk import: {b.Import:N0} articles a second by the clock (goal: 5,000), {b.ImportOfOneCore:N0} of one core; rebuild: {b.Rebuild:N0} readings a second of one core (goal: 5,000)");
            Say($"database: {b.Bytes:N0} bytes an article, {b.Bytes / b.Text:0.0} times its text (goal: under 8)");
            Say($"durable ingest: {a.Durable:N0}/s against {a.Raw:N0}/s of raw inserts of the same rows: ratio {a.Durable / a.Raw:0.00} (goal: 0.5)");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary><c>store-import [ARTICLES [ROUNDS]]</c>: bulk import into an empty record, and rebuilds of it, alone: for a profiler.</summary>
    public static void Import(string[] args)
    {
        var articles = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10_000;
        var rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
        var folder = Directory.CreateTempSubdirectory("store-import-").FullName;
        try
        {
            using var writer = new RecordWriter(TrackerStore.Open(folder), Dossier, TimeProvider.System);
            var (import, clock, foldAlone, _) = Import(writer, articles);
            Say($"{articles:N0} articles: import {import:N0} a second of one core, {clock:N0} by the clock, {foldAlone:N0} by the thread that folds; collections {GC.CollectionCount(0)}, {GC.CollectionCount(1)}, {GC.CollectionCount(2)} in {GC.GetTotalPauseDuration().TotalMilliseconds:N0} ms");
            for (var round = 0; round < rounds; round++)
            {
                var (start, paused, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());
                var rebuild = writer.Rebuild() / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
                Say($"  rebuild {rebuild:N0} readings; collected in {(GC.GetTotalPauseDuration() - paused).TotalMilliseconds:N0} ms, {(GC.GetTotalAllocatedBytes() - allocated) / articles:N0} bytes an article");
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed record Times(double Median, double P99);

    private sealed record Figures(long Events, Times Page, Times PageWall, Times OneMore, Times OneMoreWall, double ImportOfOneCore, double Import, double Rebuild, double Bytes, double Text, double Durable, double Raw);

    private static Figures Measure(string folder, int articles)
    {
        var store = TrackerStore.Open(folder);
        using var writer = new RecordWriter(store, Dossier, TimeProvider.System);
        var (ofOneCore, import, _, text) = Import(writer, articles);
        RawInserts.CopyLog(store);
        var bytes = new FileInfo(store.DatabasePath).Length / (double)articles;
        var (durable, oneMore, oneMoreWall) = OneByOne(store, writer, articles);
        var raw = RawInserts.PerSecond(store, Path.Combine(folder, "raw"), Probes);
        var (page, pageWall) = PageTimes(store, articles);
        var rebuild = 0.0;
        for (var round = 0; round < (articles > 50_000 ? 1 : 3); round++)
        {
            // The first rounds of a small record are the compiler's.
            var start = Environment.CpuUsage.TotalTime;
            rebuild = Math.Max(rebuild, writer.Rebuild() / (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }

        Say($"{articles:N0} articles: import {import:N0}/s by the clock, {ofOneCore:N0}/s of one core, one more {oneMore.Median:0.00} ms on the processor, durable {durable:N0}/s, raw {raw:N0}/s, page p99 {page.P99:0.00} ms on the processor, rebuild {rebuild:N0}/s, {bytes:N0} bytes an article");
        return new Figures(RawInserts.Count(store, "Events"), page, pageWall, oneMore, oneMoreWall, ofOneCore, import, rebuild, bytes, text / (double)articles, durable, raw);
    }

    /// <summary>Articles a second of one core, by the clock, and of the thread that folds (no machine with a core to spare is slower); and how many characters they have in all.</summary>
    private static (double OfOneCore, double PerSecond, double ByFold, long Text) Import(RecordWriter writer, int articles)
    {
        long text = 0;
        var (spent, clock, thread) = (TimeSpan.Zero, TimeSpan.Zero, 0.0);
        for (var n = 0; n < articles;)
        {
            var batch = new List<(IncomingText, Read)>();
            for (var end = Math.Min(articles, n + Batch); n < end; n++)
            {
                var (words, reading) = MadeArchive.Article(n);
                text += words.Length;
                batch.Add((new IncomingText(words, Origin.Command, null), reading));
            }

            var (before, start, own) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp(), TwoClocks.Nanoseconds());
            writer.Import(batch);
            spent += Environment.CpuUsage.TotalTime - before;
            clock += Stopwatch.GetElapsedTime(start);
            thread += TwoClocks.Nanoseconds() - own;
            if (n % 10_000 == 0)
            {
                Say($"  {n:N0} articles, {n / spent.TotalSeconds:N0} a second of one core, {n / clock.TotalSeconds:N0} by the clock");
            }
        }

        return (articles / spent.TotalSeconds, articles / clock.TotalSeconds, articles * 1e9 / thread, text);
    }

    /// <summary>Articles that are already read, each from the queue onto the record in a durable transaction of its own.</summary>
    private static (double PerSecond, Times OnProcessor, Times Wall) OneByOne(TrackerStore store, RecordWriter writer, int from)
    {
        using var intake = new Intake(store, TimeProvider.System);
        var made = Enumerable.Range(from, Probes + 20).Select(MadeArchive.Article).ToDictionary(m => m.Text, m => m.Reading);
        intake.Accept([.. made.Keys.Select(t => new IncomingText(t, Origin.Command, null))]);
        var stopwatch = new TwoClocks();
        foreach (var queued in intake.Next(made.Count))
        {
            stopwatch.Time(() => writer.Record(queued, made[queued.Text]));
        }

        return (1000 / stopwatch.Wall.Skip(20).Average(), Summary(stopwatch.OnProcessor.Skip(20)), Summary(stopwatch.Wall.Skip(20)));
    }

    private static (Times OnProcessor, Times Wall) PageTimes(TrackerStore store, int articles)
    {
        var query = new TimelineQuery(store);
        var random = new Random(3);
        var start = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var stopwatch = new TwoClocks();
        for (var i = 0; i < Pages + 50; i++)
        {
            var moment = start.AddMinutes(random.NextDouble() * articles * 10);
            var day = DateOnly.FromDateTime(start.AddMinutes(random.NextDouble() * articles * 10).DateTime);
            stopwatch.Time(() => query.Page(moment, i % 4 == 0 ? null : TimelinePlace.Before(day), 50));
        }

        return (Summary(stopwatch.OnProcessor.Skip(50)), Summary(stopwatch.Wall.Skip(50)));
    }

    private static Times Summary(IEnumerable<double> times) => new(Percentile(times, 0.5), Percentile(times, 0.99));

    /// <summary>Milliseconds by the clock and on the processor: on a machine that others use too, the clock counts their turns as well.</summary>
    private sealed class TwoClocks
    {
        public List<double> Wall { get; } = [];

        public List<double> OnProcessor { get; } = [];

        public void Time(Action work)
        {
            var before = Nanoseconds();
            var start = Stopwatch.GetTimestamp();
            work();
            Wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            OnProcessor.Add((Nanoseconds() - before) / 1e6);
        }

        /// <summary>The kernel's count for this thread, to the nanosecond (its schedstat is only brought up to date with the tick, every four milliseconds).</summary>
        public static double Nanoseconds()
        {
            const int threadClock = 3;
            return ClockGetTime(threadClock, out var time) == 0 ? (time.Seconds * 1e9) + time.Nanoseconds : throw new InvalidOperationException("This system has no clock of a thread.");
        }

        [DllImport("libc", EntryPoint = "clock_gettime")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        private static extern int ClockGetTime(int clock, out TimeSpec time);

        private readonly record struct TimeSpec(long Seconds, long Nanoseconds);
    }

    private static double Percentile(IEnumerable<double> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)(share * (sorted.Count - 1))];
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

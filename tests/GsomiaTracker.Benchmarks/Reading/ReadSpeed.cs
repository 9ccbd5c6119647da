using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Reading;

/// <summary>
/// How fast the whole reader is on one thread: <c>read-speed FOLDER SECONDS WARMING</c> reads the *.txt of a folder over and over, WARMING seconds and then SECONDS more, and prints articles a
/// second while warming, then a second, of processor time, and in the quickest round over the texts (on a busy machine the last says most); <c>read-growth FOLDER</c> reads one text repeated to 1, 10, 100 and 1000 KB and prints milliseconds and allocation a KB;
/// <c>read-warm FOLDER SECONDS</c> prints for each second of processor time how many articles were read in it, and what the runtime spent compiling.
/// </summary>
internal static class ReadSpeed
{
    public static void Speed(string[] args)
    {
        var texts = Texts(args[1]);
        var seconds = double.Parse(args[2], CultureInfo.InvariantCulture);
        var warming = double.Parse(args[3], CultureInfo.InvariantCulture);
        Console.WriteLine(Start(texts[0], out var reader));
        var (first, _, warmed, _) = Round(reader, texts, warming);
        var busy = Environment.CpuUsage.TotalTime;
        var (articles, bytes, elapsed, best) = Round(reader, texts, seconds);
        busy = Environment.CpuUsage.TotalTime - busy;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{{\"articlesPerSecondWhileWarming\":{first / warmed:F0},\"articlesPerSecond\":{articles / elapsed:F0},\"articlesPerProcessorSecond\":{articles / busy.TotalSeconds:F0},\"articlesPerSecondAtBest\":{best:F0},\"megabytesPerSecond\":{bytes / elapsed / 1e6:F2},\"meanBytes\":{bytes / articles}}}"));
    }

    /// <summary>What a process pays before its first answer, in milliseconds on the clock and of processor time: dossier, lexicon and model, first text.</summary>
    private static string Start(string text, out ArticleReader reader)
    {
        var line = new List<string>();
        var clock = Stopwatch.StartNew();
        var busy = Environment.CpuUsage.TotalTime;
        void Lap(string name)
        {
            line.Add(string.Create(CultureInfo.InvariantCulture, $"\"{name}\":[{clock.Elapsed.TotalMilliseconds:F0},{(Environment.CpuUsage.TotalTime - busy).TotalMilliseconds:F0}]"));
            clock.Restart();
            busy = Environment.CpuUsage.TotalTime;
        }

        var dossier = DossierFolder.Load(Path.Combine("seeds", "gsomia")).Value;
        Lap("dossier");
        SyntaxParser.Load();
        Lap("model");
        reader = new ArticleReader(dossier);
        _ = reader.Identity;
        Lap("lexicon");
        reader.Read(text);
        Lap("firstText");
        return $"{{{string.Join(',', line)}}}";
    }

    public static void Growth(string[] args)
    {
        var reader = Reader();
        var piece = string.Join("\n\n", Texts(args[1]));
        foreach (var text in Texts(args[1]))
        {
            reader.Read(text);
        }

        Console.WriteLine("KB      ms/KB   allocated KB/KB");
        foreach (var kilobytes in new[] { 1, 10, 100, 1000 })
        {
            var text = string.Concat(Enumerable.Repeat(piece, kilobytes * 1024 / piece.Length + 1))[..(kilobytes * 1024)];
            var times = new List<double>();
            long allocated = 0;
            for (var run = 0; run < 5; run++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var clock = Stopwatch.StartNew();
                reader.Read(text);
                times.Add(clock.Elapsed.TotalMilliseconds);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kilobytes,4}  {times[2] / kilobytes,8:F3}  {allocated / 1024.0 / kilobytes,8:F1}"));
        }
    }

    public static void Warm(string[] args)
    {
        var texts = Texts(args[1]);
        var seconds = int.Parse(args[2], CultureInfo.InvariantCulture);
        Console.WriteLine(Start(texts[0], out var reader));
        for (var second = 1; second <= seconds; second++)
        {
            var (busy, compiling, compiled, collecting, articles) = (Environment.CpuUsage.TotalTime, JitInfo.GetCompilationTime(), JitInfo.GetCompiledMethodCount(), GC.GetTotalPauseDuration(), 0);
            while ((Environment.CpuUsage.TotalTime - busy).TotalSeconds < 1)
            {
                foreach (var text in texts)
                {
                    reader.Read(text);
                    articles++;
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"second {second}: {articles / (Environment.CpuUsage.TotalTime - busy).TotalSeconds:F0} articles, compiling {JitInfo.GetCompiledMethodCount() - compiled} methods in {(JitInfo.GetCompilationTime() - compiling).TotalMilliseconds:F0} ms, collecting {(GC.GetTotalPauseDuration() - collecting).TotalMilliseconds:F0} ms"));
        }
    }

    private static (int Articles, long Bytes, double Seconds, double Best) Round(ArticleReader reader, string[] texts, double seconds)
    {
        var clock = Stopwatch.StartNew();
        var articles = 0;
        long bytes = 0;
        var best = 0.0;
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            var from = clock.Elapsed;
            foreach (var text in texts)
            {
                reader.Read(text);
                articles++;
                bytes += text.Length;
            }

            best = Math.Max(best, texts.Length / (clock.Elapsed - from).TotalSeconds);
        }

        return (articles, bytes, clock.Elapsed.TotalSeconds, best);
    }

    private static ArticleReader Reader() => new(DossierFolder.Load(Path.Combine("seeds", "gsomia")).Value);

    private static string[] Texts(string folder) => [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
}

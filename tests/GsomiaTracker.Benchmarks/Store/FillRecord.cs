using System.Globalization;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Verbs;
using Read = GsomiaTracker.Domain.Findings.Reading;

namespace GsomiaTracker.Benchmarks.Store;

/// <summary>
/// <c>store-fill DATA ARTICLES</c>: a data directory with so many articles as the reader reads them, for measuring a tracker of some years. Each is eight to twelve
/// paragraphs of the project's own texts, drawn by chance (the same on every run), under a headline, an agency and a day of its own. As the same sentences come again and again,
/// an event is told by far more articles than in life.
/// </summary>
internal static class FillRecord
{
    private const int Batch = 500;
    private static readonly string[] Agencies = ["Yonhap", "Kyodo", "Reuters", "AP", "AFP"];
    private static readonly string[] Cities = ["SEOUL", "TOKYO", "WASHINGTON"];
    private static readonly string[] Nouns = "exports pact summit ruling envoy radar talks notice deadline budget harbor ministry survey border panel court trade alliance hearing visit".Split(' ');

    public static void Run(string[] args)
    {
        var (data, articles) = (args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
        var dossier = DossierFolder.Load(DossierPath.Find(null)).Value;
        var reader = new ArticleReader(dossier);
        var paragraphs = Paragraphs();
        using var writer = new RecordWriter(TrackerStore.Open(data), dossier, TimeProvider.System);
        for (var done = 0; done < articles; done += Batch)
        {
            var texts = Enumerable.Range(done, Math.Min(Batch, articles - done)).Select(n => Text(paragraphs, n)).ToList();
            var readings = new Read[texts.Count];
            Parallel.For(0, texts.Count, i => readings[i] = reader.Read(texts[i]));
            writer.Import([.. texts.Select((t, i) => (new IncomingText(t, Origin.Command, null), readings[i]))]);
            Console.WriteLine($"{done + texts.Count} articles");
        }
    }

    private static List<string> Paragraphs()
    {
        var folders = new[] { Path.Combine(Checkout.Root, "tests", "texts", "own"), Path.Combine(Checkout.Root, "seeds", "gsomia", "articles") };
        return [.. folders.SelectMany(f => Directory.GetFiles(f, "*.txt").Order(StringComparer.Ordinal)).SelectMany(File.ReadAllLines).Select(l => l.Trim())
            .Where(l => l.Length > 120 && !l.AsSpan(0, 60).Contains(" -- ", StringComparison.Ordinal) && !l.AsSpan(0, 40).Contains('(')).Distinct(StringComparer.Ordinal)];
    }

    private static string Text(List<string> paragraphs, int n)
    {
        var random = new Random((n * 31) + 7);
        var day = new DateOnly(2019, 7, 1).AddDays(n % 160);
        var own = Enumerable.Range(0, 8 + random.Next(5)).Select(_ => paragraphs[random.Next(paragraphs.Count)]).Distinct(StringComparer.Ordinal).ToList();
        var headline = string.Join(' ', Enumerable.Range(0, 5).Select(_ => Nouns[random.Next(Nouns.Length)]));
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(headline[0])}{headline[1..]} in dispatch {n}\n\n{Cities[n % 3]}, {day:MMMM d, yyyy} ({Agencies[n % 5]}) -- {string.Join("\n\n", own)}\n");
    }
}

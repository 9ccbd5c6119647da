using System.Diagnostics;
using System.Globalization;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction.Dates;
using GsomiaTracker.Extraction.Events;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Stances;
using GsomiaTracker.Extraction.Statements;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Benchmarks.Reading;

/// <summary><c>read-stages FOLDER SECONDS</c>: where the reader's time goes, microseconds and allocated KB an article for each stage.</summary>
internal static class ReadStages
{
    public static void Run(string[] args)
    {
        var dossier = DossierFolder.Load(Path.Combine("seeds", "gsomia")).Value;
        var texts = Directory.GetFiles(args[1], "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var seconds = double.Parse(args[2], CultureInfo.InvariantCulture);
        var parser = SyntaxParser.Load();
        var eventFinder = new EventFinder(dossier);
        var stanceFinder = new StanceFinder(StanceRules.Of(dossier));
        string[] names = ["wire", "dates", "sentences", "references", "attribution", "quotes", "events", "stances"];
        var ticks = new long[names.Length];
        var allocated = new long[names.Length];
        var articles = 0;
        for (var warm = true; ; warm = false)
        {
            Array.Clear(ticks);
            Array.Clear(allocated);
            articles = 0;
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                foreach (var text in texts)
                {
                    var stage = 0;
                    T Timed<T>(Func<T> work)
                    {
                        var bytes = GC.GetAllocatedBytesForCurrentThread();
                        var start = Stopwatch.GetTimestamp();
                        var made = work();
                        ticks[stage] += Stopwatch.GetTimestamp() - start;
                        allocated[stage++] += GC.GetAllocatedBytesForCurrentThread() - bytes;
                        return made;
                    }

                    var wire = Timed(() => WireDesk.Open(text, dossier));
                    var dates = Timed(() => DateFinder.Find(wire, wire.Header.Dateline?.Date ?? wire.Header.Published?.Day));
                    var document = Timed(() => Document.Open(wire, dossier, parser, wire.Header.Published?.Day));
                    var references = Timed(() => ReferenceResolver.Resolve(document));
                    var attributions = Timed(() => AttributionFinder.Find(document, references));
                    Timed(() => QuotationFinder.Find(document, attributions));
                    Timed(() => eventFinder.Find(document, references, dates, references.Officials));
                    Timed(() => stanceFinder.Find(document, references, attributions));
                    articles++;
                }
            }

            if (!warm)
            {
                break;
            }
        }

        for (var i = 0; i < names.Length; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{names[i],-12} {ticks[i] * 1e6 / Stopwatch.Frequency / articles,8:F0} us {allocated[i] / 1024.0 / articles,8:F0} KB"));
        }
    }
}

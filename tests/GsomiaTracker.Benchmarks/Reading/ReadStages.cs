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

/// <summary>
/// <c>read-stages FOLDER SECONDS [STAGE]</c>: where the reader's time goes, microseconds of processor time and allocated KB an article for each stage. Processor
/// time, since a busy machine stretches the clock on the wall, and the clock's own time of the quickest round.
/// </summary>
internal static class ReadStages
{
    public static void Run(string[] args)
    {
        var dossier = DossierFolder.Load(Path.Combine("seeds", "gsomia")).Value;
        var texts = Directory.GetFiles(args[1], "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var seconds = double.Parse(args[2], CultureInfo.InvariantCulture);
        var only = args.ElementAtOrDefault(3);
        var parser = SyntaxParser.Load();
        var eventFinder = new EventFinder(dossier);
        var stanceFinder = new StanceFinder(StanceRules.Of(dossier));
        T[] Stage<T>(string name, Func<int, T> work)
        {
            var made = new T[texts.Length];
            void Round()
            {
                for (var i = 0; i < texts.Length; i++)
                {
                    made[i] = work(i);
                }
            }

            if (only is not null && name != only)
            {
                Round();
                return made;
            }

            double Processor() => Environment.CpuUsage.UserTime.TotalSeconds;
            for (var start = Processor(); Processor() - start < seconds / 2;)
            {
                Round();
            }

            var rounds = 0;
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var from = Processor();
            var least = double.MaxValue;
            while (Processor() - from < seconds)
            {
                var clock = Stopwatch.StartNew();
                Round();
                least = Math.Min(least, clock.Elapsed.TotalSeconds);
                rounds++;
            }

            var articles = (double)rounds * texts.Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-12} {(Processor() - from) * 1e6 / articles,8:F0} us {least * 1e6 / texts.Length,8:F0} us at best {(GC.GetAllocatedBytesForCurrentThread() - bytes) / 1024.0 / articles,8:F0} KB"));
            return made;
        }

        var wires = Stage("wire", i => WireDesk.Open(texts[i], dossier));
        var documents = Stage("sentences", i => Document.Open(wires[i], dossier, parser, wires[i].Header.Published?.Day));
        var dates = Stage("dates", i => DateFinder.Find(documents[i], wires[i].Header.Dateline?.Date ?? wires[i].Header.Published?.Day));
        var references = Stage("references", i => ReferenceResolver.Resolve(documents[i]));
        var attributions = Stage("attribution", i => AttributionFinder.Find(documents[i], references[i]));
        Stage("quotes", i => QuotationFinder.Find(documents[i], attributions[i]));
        Stage("events", i => eventFinder.Find(documents[i], references[i], dates[i], attributions[i].Statements));
        Stage("stances", i => stanceFinder.Find(documents[i], references[i], attributions[i]));
    }
}

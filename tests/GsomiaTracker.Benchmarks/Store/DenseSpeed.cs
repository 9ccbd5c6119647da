using System.Diagnostics;
using System.Globalization;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Web.Verbs;

namespace GsomiaTracker.Benchmarks.Store;

/// <summary><c>store-dense [ARTICLES...]</c>: a record in which hundreds of articles tell each event: import, one more article, one that turns up a day late, and what a page folds.</summary>
internal static class DenseSpeed
{
    private const int Probes = 30;

    public static void Run(string[] args)
    {
        var dossier = DossierFolder.Load(DossierPath.Find(null)).Value;
        foreach (var articles in args.Length > 1 ? args[1..].Select(a => int.Parse(a, CultureInfo.InvariantCulture)) : [2000, 10_000])
        {
            var folder = Directory.CreateTempSubdirectory("store-dense-").FullName;
            try
            {
                Measure(folder, articles, dossier);
            }
            finally
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void Measure(string folder, int articles, Dossier dossier)
    {
        var store = TrackerStore.Open(folder);
        using var writer = new RecordWriter(store, dossier, TimeProvider.System);
        var made = Enumerable.Range(0, articles).Select(DenseArchive.Article).ToList();
        var import = Time(() => writer.Import([.. made.Select(m => (new IncomingText(m.Text, Origin.Command, null), m.Reading))]));
        var more = OneByOne(store, writer, [.. Enumerable.Range(articles, Probes).Select(DenseArchive.Article)]);
        var late = OneByOne(store, writer, [.. Enumerable.Range(0, 5).Select(n => DenseArchive.Article(articles + 1000 + n, new DateTimeOffset(2019, 1, 1, 0, 30, 0, TimeSpan.Zero).AddHours(articles - 24 + n)))]);
        var queries = new RecordQueries(store, dossier);
        RecordContents? contents = null;
        var load = Time(() => contents = queries.LoadAsync().GetAwaiter().GetResult());
        FoldedRecord? folded = null;
        var fold = Time(() => folded = FoldedRecord.Of(contents!.Revisions, contents.Corrections, dossier));
        Chronicle? chronicle = null;
        var cut = Time(() => chronicle = folded!.At(null));
        var earlier = Time(() => folded!.At(folded.Takes[folded.Takes.Count / 2].KnownSince));
        OneByOne(store, writer, [DenseArchive.Article(articles + Probes)]);
        var next = Time(() => FoldedRecord.Of((contents = queries.LoadAsync().GetAwaiter().GetResult()).Revisions, contents.Corrections, dossier, folded).At(null));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{articles:N0} articles, {chronicle!.Events.Count:N0} events, at most {chronicle.Events.Max(e => e.Reports.Count):N0} reports of one: import {articles / import * 1000:N0} a second of processor time; one more {more:N1} ms; a day late {late:N1} ms; page: load {load:N0} ms, fold {fold:N0} ms, first cut {cut:N0} ms, as of the middle {earlier:N0} ms; after one more article, all of it {next:N0} ms"));
    }

    /// <summary>Milliseconds of processor time, all threads.</summary>
    private static double Time(Action work)
    {
        var start = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static double OneByOne(TrackerStore store, RecordWriter writer, List<(string Text, Domain.Findings.Reading Reading)> made)
    {
        using var intake = new Intake(store, TimeProvider.System);
        var readings = made.ToDictionary(m => m.Text, m => m.Reading);
        intake.Accept([.. made.Select(m => new IncomingText(m.Text, Origin.Command, null))]);
        var times = intake.Next(made.Count).Select(q => Time(() => writer.Record(q, readings[q.Text]))).Order().ToList();
        return times[times.Count / 2];
    }
}

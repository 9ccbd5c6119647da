using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Queries.Timeline;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Web.Verbs;
using Read = GsomiaTracker.Domain.Findings.Reading;

namespace GsomiaTracker.Benchmarks.Store;

/// <summary>
/// <c>orders COUNT FILE...</c>: the texts, read once, put on the record in so many random orders, one by one or in batches, each into a new database; the chronicle
/// and the timeline's own pages at 20 moments must be the same bytes every time. <c>clusters FILE...</c>: the events that they add up to, for looking at.
/// </summary>
internal static class Orders
{
    private const int Moments = 20;

    public static int Run(string[] args)
    {
        var dossier = DossierFolder.Load(DossierPath.Find(null)).Value;
        var texts = Readings(args[2..], dossier);
        var orders = int.Parse(args[1], CultureInfo.InvariantCulture);
        var random = new Random(20191122);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var order = 0; order < orders; order++)
        {
            var mixed = texts.ToArray();
            random.Shuffle(mixed);
            var digest = Digest(mixed, order % 2 == 0 ? 1 : random.Next(2, 12), dossier);
            seen[digest] = seen.GetValueOrDefault(digest) + 1;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{texts.Count} texts in {orders} orders, chronicle and timeline at {Moments} moments: {seen.Count} different ({string.Join(", ", seen.Select(s => $"{s.Key} {s.Value} times"))})"));
        return seen.Count == 1 ? 0 : 1;
    }

    public static int Clusters(string[] args)
    {
        var dossier = DossierFolder.Load(DossierPath.Find(null)).Value;
        var folder = Directory.CreateTempSubdirectory("clusters-").FullName;
        try
        {
            var store = TrackerStore.Open(folder);
            using (var writer = new RecordWriter(store, dossier, TimeProvider.System))
            {
                writer.Import([.. Readings(args[1..], dossier).Select(t => (new IncomingText(t.Text, Origin.Command, null), t.Reading))]);
            }

            var record = new RecordQueries(store, dossier).LoadAsync().GetAwaiter().GetResult();
            var chronicle = FoldedRecord.Of(record.Revisions, record.Corrections, dossier).At(null);
            Console.WriteLine($"{record.Revisions.Count} takes, {chronicle.Events.Sum(e => e.Reports.Count)} reports, {chronicle.Events.Count} events; deadline: {chronicle.Deadline.Kind} {chronicle.Deadline.OutcomeState?.KnownSince:O}");
            foreach (var e in chronicle.Events)
            {
                var states = string.Join(" → ", e.History.Select(s => Vocabulary.Word(s.Status)));
                Console.WriteLine($"\n{e.Days} {Vocabulary.Word(e.Kind)} | {e.Title} | {states} | {e.Reports.Select(r => r.Article).Distinct().Count()} articles, {e.Sources} sources | {string.Join(',', e.Countries)} | {string.Join(',', e.People)} | {e.Place} | {string.Join(',', e.About)}");
                foreach (var r in e.Reports)
                {
                    Console.WriteLine($"    {r.Voice}{(r.Superseded ? " (silenced)" : "")} {r.Published}: {r.Finding.Days} [{r.Finding.DaysFrom}] {Vocabulary.Word(r.Finding.Status)} {string.Join(',', r.Finding.Countries)} {string.Join(',', r.Finding.People)} @{r.Finding.Place} #{string.Join(',', r.Finding.About)} {string.Join(' ', r.Finding.Details.Select(d => $"{d.Name}={d.Value}"))} | {r.Words.Words.ReplaceLineEndings(" ")}");
                }
            }

            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<(string Text, Read Reading)> Readings(string[] files, Dossier dossier)
    {
        var reader = new ArticleReader(dossier);
        return [.. files.Select(File.ReadAllText).Select(text => (text, reader.Read(text)))];
    }

    /// <summary>A text without a date is known since it came: in every order at the same instant.</summary>
    private static readonly TimeProvider Still = new StillClock();

    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2023, 12, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private static string Digest((string Text, Read Reading)[] texts, int batch, Dossier dossier)
    {
        var folder = Directory.CreateTempSubdirectory("orders-").FullName;
        try
        {
            var store = TrackerStore.Open(folder);
            using var writer = new RecordWriter(store, dossier, Still);
            foreach (var some in texts.Chunk(batch))
            {
                writer.Import([.. some.Select(t => (new IncomingText(t.Text, Origin.Command, null), t.Reading))]);
            }

            var record = new RecordQueries(store, dossier).LoadAsync().GetAwaiter().GetResult();
            var folded = FoldedRecord.Of(record.Revisions, record.Corrections, dossier);
            var moments = folded.Moments.ToList();
            var pages = new TimelineQuery(store);
            var all = new StringBuilder();
            for (var i = 0; i < Moments; i++)
            {
                var moment = moments[(i + 1) * (moments.Count - 1) / Moments];
                all.AppendLine(JsonSerializer.Serialize(folded.At(moment)));
                all.AppendLine(JsonSerializer.Serialize(pages.Page(moment, null, 10_000)));
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())).AsSpan(0, 6));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}

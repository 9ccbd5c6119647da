using System.Globalization;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Queries.Timeline;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Store;

/// <summary>
/// Many short histories through a real database: partly as an archive, partly one by one, with corrections between. The timeline's pages from the database
/// must be the fold's chronicle at every moment. HISTORIES says how many (60 unless told).
/// </summary>
public sealed class ManyHistories
{
    private const int Pieces = 9;

    [Fact]
    public async Task What_the_database_pages_show_is_what_folding_gives_at_every_moment_of_every_history()
    {
        var histories = int.Parse(Environment.GetEnvironmentVariable("HISTORIES") ?? "60", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("histories-").FullName;
        var blank = Path.Combine(folder, "blank");
        var blankFile = TrackerStore.Open(blank).DatabasePath;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        try
        {
            for (var seed = 0; seed < histories; seed++)
            {
                var directory = Directory.CreateDirectory(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{seed}"))).FullName;
                File.Copy(blankFile, Path.Combine(directory, Path.GetFileName(blankFile)));
                await Hold(TrackerStore.Open(directory), seed);
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                Directory.Delete(directory, recursive: true);
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Hold(TrackerStore store, int seed)
    {
        var random = new Random(seed);
        var pieces = MadeHistory.Of(seed + 5000, Pieces).ToArray();
        random.Shuffle(pieces);
        var record = new RecordQueries(store, TestDossier.Gsomia);
        using var writer = new RecordWriter(store, TestDossier.Gsomia, new ManualClock(new DateTimeOffset(2019, 12, 1, 0, 0, 0, TimeSpan.Zero)));
        var split = random.Next(1, Pieces);
        Import(writer, pieces[..split]);
        for (var n = seed % 3; n > 0; n--)
        {
            Correct(writer, await record.LoadAsync(), random);
        }

        foreach (var piece in pieces[split..])
        {
            Import(writer, [piece]);
        }

        var contents = await record.LoadAsync();
        var folded = FoldedRecord.Of(contents.Revisions, contents.Corrections, TestDossier.Gsomia);
        var pages = new TimelineQuery(store);
        foreach (var moment in folded.Moments)
        {
            var shown = pages.Page(moment, null, 1000).Lines;
            Assert.True(
                folded.At(moment).Events.Select(Line).SequenceEqual(shown.Select(Line), StringComparer.Ordinal),
                $"history {seed} as of {moment:O}:\n{string.Join('\n', folded.At(moment).Events.Select(Line).Except(shown.Select(Line)))}\nis shown as\n{string.Join('\n', shown.Select(Line).Except(folded.At(moment).Events.Select(Line)))}");
        }
    }

    private static void Import(RecordWriter writer, IEnumerable<MadePiece> pieces) =>
        writer.Import([.. pieces.Select(p => (new IncomingText(p.Text, Origin.Command, null), p.Reading))]);

    private static void Correct(RecordWriter writer, RecordContents contents, Random random)
    {
        var take = contents.Revisions[random.Next(contents.Revisions.Count)];
        var events = FoldedRecord.Of(contents.Revisions, contents.Corrections, TestDossier.Gsomia).At(null).Events;
        if (take.Reading.Events.Count == 0 || events.Count == 0)
        {
            return;
        }

        var key = take.Reading.Events[random.Next(take.Reading.Events.Count)].Key.Value;
        var (one, other) = (events[random.Next(events.Count)], events[random.Next(events.Count)]);
        (CorrectionAct Act, string? Article, string Target, string? Field, string? Value) correction = random.Next(6) switch
        {
            0 => (CorrectionAct.Amend, take.Article, key, "status", "\"cancelled\""),
            1 => (CorrectionAct.Reject, take.Article, key, null, null),
            2 => (CorrectionAct.Header, take.Article, "header", "published", $"\"2019-11-{random.Next(1, 20):00}T12:00+09:00\""),
            3 => (CorrectionAct.Retract, take.Article, take.Article, null, null),
            4 => (CorrectionAct.Merge, null, one.Id, other.Id, null),
            _ => (CorrectionAct.Split, null, one.Id, ReportId.Of(one.Reports[random.Next(one.Reports.Count)]), null),
        };
        writer.Append(correction.Act, correction.Article, correction.Target, correction.Field, correction.Value, "an editor", "because");
    }

    private static string Line(ChronicleEvent e) => FormattableString.Invariant(
        $"{e.Slug} {e.Kind} {e.Status} '{e.Title}' {e.Days} at {e.Place} [{string.Join(',', e.Countries)}] [{string.Join(',', e.People)}] {e.KnownSince.UtcTicks} {e.Sources}/{e.Reports.Count}");

    private static string Line(TimelineLine e) => FormattableString.Invariant(
        $"{e.Slug} {e.Kind} {e.Status} '{e.Title}' {e.Days} at {e.Place} [{string.Join(',', e.Countries)}] [{string.Join(',', e.People)}] {e.KnownSince.UtcTicks} {e.Sources}/{e.Reports}");
}

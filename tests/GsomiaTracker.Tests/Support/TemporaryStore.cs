using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;

namespace GsomiaTracker.Tests.Support;

/// <summary>A store in a directory of its own, gone at the end.</summary>
public sealed class TemporaryStore : IDisposable
{
    public TemporaryStore()
    {
        Folder = Directory.CreateTempSubdirectory("tracker-").FullName;
        Store = TrackerStore.Open(Folder);
        Intake = new Intake(Store, Clock);
        Writer = new RecordWriter(Store, TestDossier.Gsomia, Clock);
        Record = new RecordQueries(Store, TestDossier.Gsomia);
    }

    public string Folder { get; }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2019, 12, 1, 0, 0, 0, TimeSpan.Zero));

    public TrackerStore Store { get; }

    public Intake Intake { get; }

    public RecordWriter Writer { get; }

    public RecordQueries Record { get; }

    /// <summary>Hands over a text and puts it on the record at once.</summary>
    public Recorded Put(string text, Func<string, Reading> read)
    {
        Assert.Equal(HandoverKind.Queued, Intake.Accept(new IncomingText(text, Origin.Command, "piece.txt")).Kind);
        var queued = Assert.Single(Intake.Next(10));
        return Assert.IsType<Recorded>(Writer.Record(queued, read(text)));
    }

    public void Dispose()
    {
        Writer.Dispose();
        Intake.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A clock that stands until it is moved.</summary>
public sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Readings made by hand, for tests that are not about reading.</summary>
public static class MadeReadings
{
    public static readonly ReaderIdentity Reader = new("test", "test", "gsomia");

    /// <summary>A reading with one meeting that the whole text tells of.</summary>
    public static Reading Meeting(string text, string published, EventStatus status = EventStatus.Scheduled, string day = "2019-11-17", int? take = null, string? headline = null)
    {
        var words = Evidence.In(text, new TextSpan(0, text.Length));
        var time = PublicationTime.Parse(published).Value;
        return new Reading(
            Reader,
            null,
            new ReadingHeader("Yonhap", headline ?? text, take, null, [], new Dateline("Bangkok", null), time, PublishedHow.Stated, published),
            [],
            [],
            [new EventReported(
                FindingKey.Of("event", "meeting", text),
                EventKind.Meeting,
                "Defense ministers meet",
                DayRange.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                "Sunday",
                status,
                ["JP", "KR"],
                ["jeong-kyeong-doo", "taro-kono"],
                "Bangkok",
                ["pact"],
                [],
                [words])],
            [],
            [],
            [],
            []);
    }
}

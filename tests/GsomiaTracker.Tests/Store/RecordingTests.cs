using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Store;

public sealed class RecordingTests
{
    private const string Plan = "The ministers will meet on Sunday.";

    [Fact]
    public void The_same_text_again_does_nothing_and_says_so()
    {
        using var store = new TemporaryStore();
        Assert.Equal(HandoverKind.Queued, Hand(store, Plan).Kind);
        Assert.Equal(HandoverKind.Waiting, Hand(store, Plan).Kind);
        var recorded = store.Writer.Record(Assert.Single(store.Intake.Next(10)), MadeReadings.Meeting(Plan, "2019-11-12"));
        var version = store.Record.Version();

        var again = Hand(store, Plan);

        Assert.Equal(HandoverKind.OnRecord, again.Kind);
        Assert.Equal(recorded!.Article, again.Article);
        Assert.Empty(store.Intake.Next(10));
        Assert.Equal(version, store.Record.Version());
    }

    [Fact]
    public async Task What_was_recorded_comes_back_as_it_was_read()
    {
        using var store = new TemporaryStore();
        var recorded = store.Put(Plan, text => MadeReadings.Meeting(text, "2019-11-12T18:45+09:00"));

        var contents = await store.Record.LoadAsync();

        var take = Assert.Single(contents.Revisions);
        Assert.Equal(recorded.Story, take.Article);
        Assert.Equal(Plan, take.Text);
        Assert.Equal(new DateTimeOffset(2019, 11, 12, 18, 45, 0, TimeSpan.FromHours(9)), take.KnownSince);
        Assert.Equal(store.Clock.Now, take.RecordedAt);
        Assert.Equal(Plan, Assert.Single(take.Reading.Events).Evidence[0].Words);
        Assert.Equal(1, contents.Version);
    }

    [Fact]
    public void A_reading_that_failed_comes_again_later_and_later_and_keeps_its_text()
    {
        using var store = new TemporaryStore();
        Hand(store, Plan);
        var waits = new List<double>();
        for (var attempt = 0; attempt < 14; attempt++)
        {
            var again = store.Intake.Failed(Assert.Single(store.Intake.Next(10)), "the reader stumbled");
            Assert.Empty(store.Intake.Next(10));
            waits.Add((again - store.Clock.Now).TotalSeconds);
            store.Clock.Now = again;
        }

        Assert.Equal([2, 4, 8, 16], waits.Take(4));
        Assert.Equal(3600, waits.Max());
        Assert.Equal(Plan, Assert.Single(store.Intake.Next(10)).Text);
    }

    [Fact]
    public void A_text_that_another_process_recorded_meanwhile_is_not_recorded_twice()
    {
        using var store = new TemporaryStore();
        Hand(store, Plan);
        var queued = Assert.Single(store.Intake.Next(10));
        Assert.NotNull(store.Writer.Record(queued, MadeReadings.Meeting(Plan, "2019-11-12")));
        Assert.Null(store.Writer.Record(queued, MadeReadings.Meeting(Plan, "2019-11-12")));
    }

    [Fact]
    public async Task Of_two_hundred_corrections_by_eight_editors_at_a_time_none_is_lost()
    {
        using var store = new TemporaryStore();
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 8 }, (n, _) =>
        {
            var done = store.Writer.Append(CorrectionAct.Reject, null, $"event-{n:x12}", null, null, $"editor {n % 8}", "It is a rumour.");
            Assert.Equal($"event-{n:x12}", done.Target);
            return ValueTask.CompletedTask;
        });

        var corrections = (await store.Record.LoadAsync()).Corrections;

        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), corrections.Select(c => c.Sequence));
        Assert.Equal(200, corrections.Select(c => c.Target).Distinct().Count());
        Assert.Equal(200, store.Record.Version());
    }

    [Fact]
    public async Task Before_a_merge_was_recorded_there_are_two_events_and_after_it_one_at_every_moment()
    {
        using var store = new TemporaryStore();
        store.Put(Plan, text => MadeReadings.Meeting(text, "2019-11-12"));
        store.Put("Another text tells of a meeting in spring.", text => MadeReadings.Meeting(text, "2019-11-13", day: "2019-04-02"));
        var before = store.Clock.Now;
        var ids = Folded(await store.Record.LoadAsync()).At(null).Events.Select(e => e.Id).ToList();
        Assert.Equal(2, ids.Count);
        store.Clock.Now = before.AddDays(1);
        store.Writer.Append(CorrectionAct.Merge, null, ids[0], ids[1], null, "an editor", "They are one.");
        store.Clock.Now = before.AddDays(2);
        store.Put("A third text, put on the record late.", text => MadeReadings.Meeting(text, "2019-11-14", day: "2019-05-02"));

        var contents = await store.Record.LoadAsync();

        Assert.Equal(ids, Folded(contents.RecordedBy(before)).At(null).Events.Select(e => e.Id));
        var merged = Folded(contents.RecordedBy(before.AddDays(1)));
        Assert.Single(merged.At(null).Events);
        Assert.All(ids, id => Assert.Equal(merged.At(null).Events[0].Id, merged.At(null).Find(id)!.Id));
        Assert.Equal(2, Folded(contents.RecordedBy(before.AddDays(2))).At(null).Events.Count);

        // By known-time the merge holds for every moment, those before it was made included.
        Assert.Single(merged.At(contents.Revisions.Max(r => r.KnownSince)).Events);
        Assert.Empty(Folded(contents.RecordedBy(before.AddSeconds(-1))).At(null).Events);
    }

    private static FoldedRecord Folded(RecordContents contents) => FoldedRecord.Of(contents.Revisions, contents.Corrections, TestDossier.Gsomia);

    private static Handover Hand(TemporaryStore store, string text) => store.Intake.Accept(new IncomingText(text, Origin.Command, "piece.txt"));
}

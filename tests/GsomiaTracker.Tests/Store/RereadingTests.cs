using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Verification;
using GsomiaTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Tests.Store;

public sealed class RereadingTests
{
    private static readonly ReaderIdentity Newer = new("newer", "test", "gsomia");

    [Fact]
    public async Task The_older_readings_speak_until_every_text_has_been_read_again_then_the_newer_ones_do_all_at_once()
    {
        using var store = new TemporaryStore();
        var pieces = MadeHistory.Of(7, 12);
        foreach (var piece in pieces)
        {
            store.Put(piece.Text, _ => piece.Reading);
        }

        var before = await Texts(store);
        var version = store.Record.Version();
        Assert.Null(store.Writer.ReadBy(Newer));
        Assert.Equal(pieces.Count, store.Intake.Next(100).Count);

        foreach (var queued in store.Intake.Next(100).Take(5))
        {
            store.Writer.RecordAgain(queued, Again(queued, pieces));
        }

        // The process ends here and another one goes on: nothing has changed for a reader, nothing is read twice.
        using (var other = new RecordWriter(store.Store, TestDossier.Gsomia, store.Clock))
        {
            Assert.Null(other.ReadBy(Newer));
            Assert.Equal(pieces.Count - 5, store.Intake.Next(100).Count);
            Assert.Equal(before, await Texts(store));
            Assert.Equal(version, store.Record.Version());

            foreach (var queued in store.Intake.Next(100))
            {
                other.RecordAgain(queued, Again(queued, pieces));
            }

            Assert.Equal(before, await Texts(store));
            var report = Assert.IsType<Rereading>(other.ReadBy(Newer));
            Assert.Equal(pieces.Count, report.Texts);
            Assert.Equal(pieces.Count, report.Lost);
            Assert.Equal(pieces.Sum(p => p.Reading.Events.Count) - pieces.Count, report.Altered);
            Assert.Equal(0, report.Found);
            Assert.Null(other.ReadBy(Newer));
        }

        var contents = await store.Record.LoadAsync();
        Assert.Equal(version + 1, contents.Version);
        Assert.All(contents.Revisions, r => Assert.Equal(Newer, r.Reading.Reader));
        Assert.Empty((await new RecordVerifier(store.Store, TestDossier.Gsomia).VerifyAsync(100)).Breaches);
        await using var context = store.Store.Context();
        Assert.Equal(2 * pieces.Count, await context.Readings.CountAsync());
        Assert.Equal(pieces.Count, (await context.Rereadings.SingleAsync()).Texts);
    }

    [Fact]
    public void A_text_that_comes_in_meanwhile_is_read_before_the_archive_is()
    {
        using var store = new TemporaryStore();
        var pieces = MadeHistory.Of(8, 4);
        foreach (var piece in pieces.Take(3))
        {
            store.Put(piece.Text, _ => piece.Reading);
        }

        store.Writer.ReadBy(Newer);
        store.Intake.Accept(new IncomingText(pieces[3].Text, GsomiaTracker.Store.Tables.Origin.Command, null));
        Assert.Equal([false, true, true, true], store.Intake.Next(10).Select(q => q.Again));
    }

    /// <summary>The newer reader misses each text's first event and sees the others elsewhere.</summary>
    private static Reading Again(QueuedText queued, IReadOnlyList<MadePiece> pieces)
    {
        Assert.True(queued.Again);
        var reading = pieces.Single(p => p.Text == queued.Text).Reading;
        return reading with { Reader = Newer, Events = [.. reading.Events.Skip(1).Select(e => e with { Place = "Berlin" })] };
    }

    private static async Task<IReadOnlyList<string>> Texts(TemporaryStore store) =>
        [.. (await store.Record.LoadAsync()).Revisions.Select(r => $"{r.Article} {r.KnownSince:O} {r.Reading.Reader} {string.Join(',', r.Reading.Events.Select(e => e.Key))}")];
}

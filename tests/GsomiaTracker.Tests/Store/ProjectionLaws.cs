using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Verification;
using GsomiaTracker.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Tests.Store;

/// <summary>The chronicle kept beside the archive, on random histories in random orders of arrival.</summary>
public sealed class ProjectionLaws
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task After_every_arrival_in_any_order_what_is_kept_is_what_folding_gives_at_every_moment(int seed)
    {
        using var store = new TemporaryStore();
        var pieces = MadeHistory.Of(seed, 20).ToArray();
        new Random(seed).Shuffle(pieces);
        var verifier = new RecordVerifier(store.Store, TestDossier.Gsomia);
        for (var i = 0; i < pieces.Length; i++)
        {
            store.Put(pieces[i].Text, _ => pieces[i].Reading);
            if (i % 5 == 4)
            {
                Holds(await verifier.VerifyAsync(moments: 100));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task With_corrections_of_every_kind_between_the_arrivals_it_still_is(int seed)
    {
        using var store = new TemporaryStore();
        var random = new Random(seed * 7919);
        var pieces = MadeHistory.Of(seed + 1000, 16).ToArray();
        random.Shuffle(pieces);
        var verifier = new RecordVerifier(store.Store, TestDossier.Gsomia);
        for (var i = 0; i < pieces.Length; i++)
        {
            store.Put(pieces[i].Text, _ => pieces[i].Reading);
            if (i > 2)
            {
                await Correct(store, random);
            }

            if (i % 4 == 3)
            {
                Holds(await verifier.VerifyAsync(moments: 100));
            }
        }
    }

    private static async Task Correct(TemporaryStore store, Random random)
    {
        await using var context = store.Store.Context();
        var contents = await store.Record.LoadAsync();
        var take = contents.Revisions[random.Next(contents.Revisions.Count)];
        var key = take.Reading.Events[random.Next(take.Reading.Events.Count)].Key.Value;
        var events = await context.Reports.Select(r => r.PublicId).ToListAsync();
        var (one, other) = (events[random.Next(events.Count)], events[random.Next(events.Count)]);
        (CorrectionAct Act, string? Article, string Target, string? Field, string? Value) correction = random.Next(9) switch
        {
            0 => (CorrectionAct.Amend, take.Article, key, "status", "\"cancelled\""),
            1 => (CorrectionAct.Amend, null, key, "days", "\"2019-11-12\""),
            2 => (CorrectionAct.Reject, take.Article, key, null, null),
            3 => (CorrectionAct.Header, take.Article, "header", "published", $"\"2019-11-{random.Next(1, 20):00}T12:00+09:00\""),
            4 => (CorrectionAct.Retract, take.Article, take.Article, null, null),
            5 or 6 => (CorrectionAct.Merge, null, one, other, null),
            7 => (CorrectionAct.Split, null, one, other, null),
            _ => (CorrectionAct.Undo, null, $"{random.Next(1, Math.Max(2, contents.Corrections.Count + 1))}", null, null),
        };
        store.Writer.Append(correction.Act, correction.Article, correction.Target, correction.Field, correction.Value, "an editor", "because");
    }

    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    public async Task Two_orders_of_arrival_give_the_same_rows_and_so_does_a_rebuild(int seed)
    {
        using var one = new TemporaryStore();
        using var other = new TemporaryStore();
        var pieces = MadeHistory.Of(seed, 40).ToArray();
        Put(one, pieces);
        new Random(seed).Shuffle(pieces);
        Put(other, pieces);

        var rows = await RecordRows.Of(one);
        Assert.Equal(rows, await RecordRows.Of(other));
        Assert.Equal(pieces.Length, one.Writer.Rebuild());
        Assert.Equal(rows, await RecordRows.Of(one));
    }

    [Fact]
    public async Task A_later_take_of_a_story_is_a_revision_of_it_whichever_arrives_first()
    {
        const string Lead = "(LEAD) Ministers plan talks on pact in Bangkok\nThe two ministers plan to meet in Bangkok on Sunday to discuss the fate of the pact, officials said.\n";
        const string Second = "(2nd LD) Ministers hold talks on pact in Bangkok\nThe two ministers met in Bangkok on Sunday to discuss the fate of the pact, officials said.\nNothing came of it.\n";
        foreach (var first in new[] { Lead, Second })
        {
            using var store = new TemporaryStore();
            store.Put(first, Read);
            var recorded = store.Put(first == Lead ? Second : Lead, Read);
            Assert.Equal(2, recorded.Takes);
            var takes = (await store.Record.LoadAsync()).Revisions;
            Assert.Equal([Lead, Second], takes.Select(t => t.Text));
            Assert.Single(takes.Select(t => t.Article).Distinct());
            Assert.Contains("-17-", takes[0].Article, StringComparison.Ordinal);
        }

        static Reading Read(string text) => text == Lead
            ? MadeReadings.Meeting(text, "2019-11-17T10:00+09:00", take: 1, headline: "Ministers plan talks on pact in Bangkok")
            : MadeReadings.Meeting(text, "2019-11-17T18:00+09:00", EventStatus.Happened, take: 2, headline: "Ministers hold talks on pact in Bangkok");
    }

    private static void Put(TemporaryStore store, IEnumerable<MadePiece> pieces)
    {
        foreach (var piece in pieces)
        {
            store.Put(piece.Text, _ => piece.Reading);
        }
    }

    private static void Holds(Verification verification)
    {
        Assert.True(verification.Moments > 0);
        Assert.True(verification.Breaches.Count == 0, string.Join('\n', verification.Breaches.Take(5)));
    }
}

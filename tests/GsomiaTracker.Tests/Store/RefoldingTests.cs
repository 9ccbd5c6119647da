using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Queries.Timeline;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Verification;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Store;

/// <summary>A record whose chronicle another program folded, by other rules and in another form.</summary>
public sealed class RefoldingTests
{
    [Fact]
    public void Readers_see_the_old_chronicle_until_the_new_one_is_complete()
    {
        using var store = Foreign();
        using var writer = new RecordWriter(store.Store, TestDossier.Gsomia, store.Clock);
        var pages = new TimelineQuery(store.Store);
        Assert.True(writer.FoldedByOthers);
        Assert.Equal("as another program put it", Assert.Single(pages.Page(null, null, 10).Lines).Title);

        Assert.True(writer.FoldByTheseRules());

        Assert.Equal("Defense ministers meet", Assert.Single(pages.Page(null, null, 10).Lines).Title);
        Assert.False(writer.FoldedByOthers);
        Assert.False(writer.FoldByTheseRules());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_adds_to_it_before_that_folds_it_anew_first(bool byAnEditor)
    {
        using var store = Foreign();
        using (var writer = new RecordWriter(store.Store, TestDossier.Gsomia, store.Clock))
        {
            if (byAnEditor)
            {
                var take = (await store.Record.LoadAsync()).Revisions[0];
                writer.Append(CorrectionAct.Reject, take.Article, take.Reading.Events[0].Key.Value, null, null, "an editor", "because");
            }
            else
            {
                const string third = "The ministers met on Sunday after all.";
                store.Intake.Accept(new IncomingText(third, GsomiaTracker.Store.Tables.Origin.Command, "piece.txt"));
                writer.Record(Assert.Single(store.Intake.Next(10)), MadeReadings.Meeting(third, "2019-11-18"));
            }

            Assert.False(writer.FoldedByOthers);
        }

        Assert.Empty((await new RecordVerifier(store.Store, TestDossier.Gsomia).VerifyAsync()).Breaches);
    }

    [Fact]
    public void A_record_without_texts_is_nobodys()
    {
        using var store = new TemporaryStore();
        Assert.False(store.Writer.FoldedByOthers);
        Assert.False(store.Writer.FoldByTheseRules());
    }

    private static TemporaryStore Foreign()
    {
        var store = new TemporaryStore();
        foreach (var text in new[] { "The ministers will meet on Sunday.", "The ministers are to meet in Bangkok on Sunday." })
        {
            store.Put(text, t => MadeReadings.Meeting(t, "2019-11-12"));
        }

        using var connection = store.Store.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = """
            UPDATE "Events" SET "Cluster" = x'00';
            UPDATE "EventVersions" SET "Title" = 'as another program put it';
            UPDATE "State" SET "FoldedBy" = 'another program', "RecordVersion" = "RecordVersion" + 1;
            """;
        command.ExecuteNonQuery();
        return store;
    }
}

using GsomiaTracker.Store.Recording;
using GsomiaTracker.Store.Tables;
using GsomiaTracker.Store.Verification;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Store;

/// <summary>An archive put on the record at once, or in pieces, is the same record as article by article.</summary>
public sealed class ImportTests
{
    [Theory]
    [InlineData(201, 60, 60)]
    [InlineData(202, 60, 7)]
    [InlineData(203, 60, 1)]
    [InlineData(204, 400, 400)]
    [InlineData(205, 300, 60)]
    public async Task An_archive_in_batches_gives_the_rows_that_article_by_article_gives(int seed, int texts, int batch)
    {
        using var one = new TemporaryStore();
        using var other = new TemporaryStore();
        var pieces = MadeHistory.Of(seed, texts).ToArray();
        foreach (var piece in pieces)
        {
            one.Put(piece.Text, _ => piece.Reading);
        }

        new Random(seed).Shuffle(pieces);
        var fresh = 0;
        foreach (var some in pieces.Chunk(batch))
        {
            fresh += other.Writer.Import([.. some.Select(p => (new IncomingText(p.Text, Origin.Command, null), p.Reading))]);
        }

        Assert.Equal(pieces.Length, fresh);
        Assert.Equal(await RecordRows.Of(one), await RecordRows.Of(other));
        Assert.Empty((await new RecordVerifier(other.Store, TestDossier.Gsomia).VerifyAsync(moments: 50)).Breaches);
        Assert.Equal(0, other.Writer.Import([.. pieces.Select(p => (new IncomingText(p.Text, Origin.Command, null), p.Reading))]));
    }

    [Fact]
    public void A_text_that_comes_in_an_archive_while_it_waits_in_the_queue_waits_no_longer()
    {
        using var store = new TemporaryStore();
        var piece = MadeHistory.Of(206, 1)[0];
        var text = new IncomingText(piece.Text, Origin.Command, null);
        store.Intake.Accept([text]);
        Assert.Equal(1, store.Writer.Import([(text, piece.Reading)]));
        Assert.Empty(store.Intake.Next(10));
    }
}

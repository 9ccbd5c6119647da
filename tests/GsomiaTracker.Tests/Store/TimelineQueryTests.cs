using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Store.Queries.Timeline;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Store;

public sealed class TimelineQueryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Its_pages_put_together_are_the_chronicle_as_of_that_moment(int seed)
    {
        using var store = new TemporaryStore();
        var pieces = MadeHistory.Of(seed, 30).ToArray();
        new Random(seed).Shuffle(pieces);
        foreach (var piece in pieces)
        {
            store.Put(piece.Text, _ => piece.Reading);
        }

        var query = new TimelineQuery(store.Store);
        var contents = await store.Record.LoadAsync();
        var folded = FoldedRecord.Of(contents.Revisions, contents.Corrections, TestDossier.Gsomia);
        foreach (var moment in folded.Moments.Select(m => (DateTimeOffset?)m).Append(null))
        {
            var lines = new List<TimelineLine>();
            TimelinePlace? after = null;
            do
            {
                var page = query.Page(moment, after, 3);
                lines.AddRange(page.Lines);
                after = page.Next;
            }
            while (after is not null);

            Assert.Equal(
                folded.At(moment).Events.Select(e => $"{e.Id} {e.Days} {e.Status} {e.Title} {string.Join(',', e.Countries)} {e.Sources} {e.Reports.Count}"),
                lines.Select(l => $"{l.Id} {l.Days} {l.Status} {l.Title} {string.Join(',', l.Countries)} {l.Sources} {l.Reports}"));
        }
    }
}

using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Store;

/// <summary>How desks mark the takes of a story, from the text to the record, whatever arrives first.</summary>
public sealed class TakesOfWiresTests
{
    private static readonly ArticleReader Reader = new(TestDossier.Gsomia);

    [Theory]
    [InlineData("", "UPDATE 1-", "UPDATE 3-")]
    [InlineData("(LEAD) ", "(2nd LD) ", "(3rd LD-Writethru) ")]
    [InlineData("LD: ", "2ND LD: ", "3rd Ld-Writethru: ")]
    public async Task Takes_of_one_story_in_every_order_are_one_article_whose_latest_speaks(params string[] tags)
    {
        string[] headlines = ["Ferry crews call strike in Portville", "Ferry crews call strike in Portville after talks fail", "Ferry crews go on strike in Portville after talks fail"];
        var texts = tags.Select((tag, i) => $"""
            {tag}{headlines[i]}

            PORTVILLE, Nov. 18 (Reuters) - Crews of the ferries of Portville said on Monday that they would walk off their boats at midnight after talks with the owners had come to nothing.

            The union wants a shorter week from the first of January, its secretary told reporters at the quay.
            {string.Concat(Enumerable.Range(0, i).Select(n => $"\nThe owners answered in statement number {n + 1} that they could pay no more than they had offered in the spring.\n"))}
            """).ToList();
        int[][] orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0]];
        foreach (var order in orders)
        {
            using var store = new TemporaryStore();
            foreach (var i in order)
            {
                store.Put(texts[i], text => Read(text, 10 + i));
            }

            var takes = (await store.Record.LoadAsync()).Revisions;
            Assert.Equal(texts, takes.Order(KnownOrder.Instance).Select(t => t.Text));
            Assert.Single(takes.Select(t => t.Article).Distinct());
        }
    }

    /// <summary>As read, published at an hour of that day.</summary>
    private static Reading Read(string text, int hour) =>
        Reader.Read(text, GsomiaTracker.Domain.Time.PublicationTime.Parse($"2019-11-18T{hour}:00+09:00").Value);
}

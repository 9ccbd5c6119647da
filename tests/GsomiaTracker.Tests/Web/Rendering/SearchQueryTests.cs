using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Tests.Web.Rendering;

public sealed class SearchQueryTests
{
    [Fact]
    public void Fields_days_phrases_and_what_must_not_be_there_are_told_apart()
    {
        var query = SearchQuery.Parse("by:kono issue:keep-pact 2019-11-10/2019-11-20 \"export curbs\" -trade meet*", TestDossier.Gsomia);
        Assert.Empty(query.Faults);
        Assert.Equal(["by kono False", "issue keep-pact False", "text export curbs False", "text meet True"], query.Must.Select(t => $"{t.Column} {t.Words} {t.Prefix}"));
        Assert.Equal("trade", Assert.Single(query.Never).Words);
        Assert.Equal("2019-11-10/2019-11-20", query.Days.ToString());
    }

    [Theory]
    [InlineData("who:kono talks", 0, 8, "There is no field")]
    [InlineData("talks issue:peace", 6, 17, "There is no issue")]
    [InlineData("talks country:FR", 6, 16, "There is no country")]
    [InlineData("talks 2019-02-30", 6, 16, "neither a day")]
    [InlineData("talks 2019-11-20/2019-11-10", 6, 27, "the earlier first")]
    [InlineData("talks \"export curbs", 6, 19, "not closed")]
    [InlineData("-talks", 0, 6, "what should be there")]
    [InlineData("talks ***", 6, 9, "no letter or digit")]
    public void What_is_wrong_is_said_with_its_place(string typed, int start, int end, string reason)
    {
        var fault = Assert.Single(SearchQuery.Parse(typed, TestDossier.Gsomia).Faults);
        Assert.Equal((start, end), (fault.Start, fault.End));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_can_be_typed_throws()
    {
        var random = new Random(7);
        const string letters = "ab \"'-:*/()^{}+~\\\u201c\u201d2019-11by issue";
        for (var i = 0; i < 3000; i++)
        {
            var typed = new string([.. Enumerable.Range(0, random.Next(0, 30)).Select(_ => letters[random.Next(letters.Length)])]);
            var query = SearchQuery.Parse(typed, TestDossier.Gsomia);
            Assert.All(query.Faults, f => Assert.True(f.Start >= 0 && f.End <= typed.Length && f.Start <= f.End));
            _ = query.Mended();
            Assert.Equal(typed, string.Concat(QueryParts.Of(query).Select(p => p.Text)));
        }
    }

    [Fact]
    public void Sentences_end_where_a_reader_sees_them_end()
    {
        const string text = "Gen. Milley met Mr. Abe on Nov. 12. \"It is late,\" he said. Seoul (AP) agreed!\n\nThe U.S. Embassy did not. 2 more came.";
        Assert.Equal(
            ["Gen. Milley met Mr. Abe on Nov. 12.", "\"It is late,\" he said.", "Seoul (AP) agreed!", "The U.S. Embassy did not.", "2 more came."],
            Sentences.Of(text).Select(s => s.Of(text)));
    }
}

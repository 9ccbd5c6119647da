using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Web.Pages;

public sealed class SearchTests : IAsyncLifetime
{
    private TrackerSite _site = null!;

    public async Task InitializeAsync() => _site = await TrackerSite.Open();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("bangkok", 3)]
    [InlineData("bangkok minutes", 2)]
    [InlineData("bangkok -minutes", 1)]
    [InlineData("\"export curbs\"", 1)]
    [InlineData("curb", 1)]
    [InlineData("by:kono", 2)]
    [InlineData("by:jeong", 1)]
    [InlineData("issue:keep-pact by:kono", 2)]
    [InlineData("pact 2019-11-12", 1)]
    [InlineData("outlet:afp", 5)]
    [InlineData("minist*", 5)]
    [InlineData("zebra", 0)]
    public async Task A_search_finds_the_sentences(string query, int hits) =>
        Assert.Equal(hits, (await Get("/search?q=" + Uri.EscapeDataString(query))).QuerySelectorAll(".hits > li").Length);

    [Fact]
    public async Task Hits_come_newest_first_with_the_words_marked()
    {
        var hits = (await Get("/search?q=pact")).QuerySelectorAll(".hits > li").ToList();
        var times = hits.Select(h => DateTimeOffset.Parse(h.QuerySelector("time")!.GetAttribute("datetime")!, null)).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.All(hits, h => Assert.Equal("pact", h.QuerySelector("mark")!.TextContent, ignoreCase: true));
    }

    [Fact]
    public async Task What_was_not_known_then_is_not_found_and_a_replaced_take_is_found_as_of_its_time()
    {
        Assert.Empty((await Get("/search?q=bangkok&asof=2019-11-16")).QuerySelectorAll(".hits > li"));
        Assert.Empty((await Get("/search?q=LEAD")).QuerySelectorAll(".hits > li"));
        Assert.Single((await Get("/search?q=LEAD&asof=2019-11-22T18:30%2B09:00")).QuerySelectorAll(".hits > li"));
    }

    [Fact]
    public async Task A_query_that_cannot_be_read_is_shown_with_its_error_and_offers_one_that_works()
    {
        var answer = await _site.Client.GetAsync("/search?q=" + Uri.EscapeDataString("pact who:<script>"));
        Assert.Equal(400, (int)answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>", html.Replace("<script type=", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(html);
        Assert.Equal("who:<script>", page.QuerySelector("mark.wrong")!.TextContent);
        Assert.Equal("pact who:<script>", page.QuerySelector("#query")!.GetAttribute("value"));
        Assert.NotEmpty((await Get(page.QuerySelector(".near a")!.GetAttribute("href")!)).QuerySelectorAll(".hits > li"));
    }

    [Fact]
    public async Task What_becomes_known_can_be_found_at_once()
    {
        _site.Change([.. MadeUpCrisis.Revisions.Take(2)]);
        Assert.Empty((await Get("/search?q=bangkok")).QuerySelectorAll(".hits > li"));
        _site.Change(MadeUpCrisis.Revisions);
        Assert.Equal(3, (await Get("/search?q=bangkok")).QuerySelectorAll(".hits > li").Length);
    }

    private async Task<IHtmlDocument> Get(string path)
    {
        var answer = await _site.Client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}

using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using GsomiaTracker.Domain.Articles;
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

    [Fact]
    public async Task Pages_of_hits_lead_on_and_back_whatever_becomes_known_meanwhile()
    {
        _site.Change(Many(70));
        var pages = new List<IReadOnlyList<string>>();
        for (var next = "/search?q=consultation"; next is not null;)
        {
            var page = await Get(next);
            pages.Add(Hits(page));
            Assert.Equal(pages.Count == 1, page.QuerySelector(".page a[rel=prev]") is null);
            next = page.QuerySelector(".page a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal([25, 25, 20], pages.Select(p => p.Count));
        Assert.Equal(70, pages.SelectMany(p => p).Distinct().Count());

        var second = (await Get("/search?q=consultation")).QuerySelector(".page a[rel=next]")!.GetAttribute("href")!;
        _site.Change(Many(75));
        var later = await Get(second);
        Assert.Equal(pages[1], Hits(later));
        var back = await Get(later.QuerySelector(".page a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(pages[0], Hits(back));
        Assert.Equal(25, Hits(await Get(back.QuerySelector(".page a[rel=prev]")!.GetAttribute("href")!)).Count);

        _site.Change(Many(10));
        Assert.Empty(Hits(await Get(second)).Except(pages.SelectMany(p => p)));
        Assert.Equal(10, Hits(await Get("/search?q=consultation")).Count);

        static IReadOnlyList<string> Hits(IHtmlDocument page) => [.. page.QuerySelectorAll(".hits .says").Select(h => h.TextContent.Trim())];
    }

    /// <summary>As many takes as wanted, a minute apart, each with one sentence of its own.</summary>
    private static IReadOnlyList<ArticleRevision> Many(int count)
    {
        var like = MadeUpCrisis.Revisions[0];
        return [.. Enumerable.Range(0, count).Select(i => like with
        {
            Article = FormattableString.Invariant($"made-{i}"),
            Revision = FormattableString.Invariant($"{i:x64}"),
            Text = FormattableString.Invariant($"Consultation number {i} was held."),
            Reading = like.Reading with { Statements = [], Quotes = [], Stances = [], Events = [], Officials = [], Dates = [] },
            KnownSince = like.KnownSince.AddMinutes(i),
        })];
    }

    private async Task<IHtmlDocument> Get(string path)
    {
        var answer = await _site.Client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}

using System.Net;
using System.Text.Json;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Web.Api;

public sealed class ListPagesTests : IAsyncLifetime
{
    private TrackerSite _site = null!;

    public async Task InitializeAsync() => _site = await TrackerSite.Open();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/timeline.json", "events")]
    [InlineData("/articles.json", "articles")]
    [InlineData("/officials.json", "officials")]
    [InlineData("/disagreements.json", "disagreements")]
    public async Task Pages_of_one_entry_each_add_up_to_the_whole_list(string path, string name)
    {
        var whole = Body(await _site.Client.GetStringAsync(path));
        Assert.Null(whole.GetProperty("next").GetString());
        var all = whole.GetProperty(name).EnumerateArray().Select(e => e.GetProperty("id").GetString()).ToList();
        Assert.Equal(all.Count, whole.GetProperty("total").GetInt32());
        Assert.NotEmpty(all);
        var paged = new List<string?>();
        for (var next = path + "?limit=1&asof=2026-01-01"; next is not null;)
        {
            var body = Body(await _site.Client.GetStringAsync(next));
            paged.Add(Assert.Single(body.GetProperty(name).EnumerateArray()).GetProperty("id").GetString());
            next = body.GetProperty("next").GetString();
            Assert.True(next is null || next.Contains("asof=", StringComparison.Ordinal));
        }

        Assert.Equal(all, paged);
    }

    [Theory]
    [InlineData("/timeline.csv?country=JP")]
    [InlineData("/articles.csv")]
    [InlineData("/officials.csv")]
    [InlineData("/stances.csv")]
    [InlineData("/disagreements.csv")]
    public async Task A_table_s_link_header_leads_through_all_of_its_rows(string path)
    {
        var whole = await _site.Client.GetStringAsync(path);
        var heading = whole[..(whole.IndexOf("\r\n", StringComparison.Ordinal) + 2)];
        var rows = "";
        for (var next = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "limit=1"; next is not null;)
        {
            var answer = await _site.Client.GetAsync(next);
            var table = await answer.Content.ReadAsStringAsync();
            Assert.StartsWith(heading, table, StringComparison.Ordinal);
            rows += table[heading.Length..];
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0].TrimStart('<') : null;
        }

        Assert.Equal(whole, heading + rows);
    }

    [Fact]
    public async Task Positions_come_in_pages_and_conditions_on_the_first()
    {
        var whole = Body(await _site.Client.GetStringAsync("/stances.json"));
        Assert.NotEmpty(whole.GetProperty("conditions").EnumerateArray());
        var (paged, pages) = (new List<string>(), 0);
        for (var next = "/stances.json?limit=1"; next is not null; pages++)
        {
            var body = Body(await _site.Client.GetStringAsync(next));
            Assert.Equal(pages == 0, body.GetProperty("conditions").GetArrayLength() > 0);
            Assert.Equal(pages == 0, body.GetProperty("lastHeard").GetArrayLength() > 0);
            paged.Add(Assert.Single(body.GetProperty("stances").EnumerateArray()).GetRawText());
            next = body.GetProperty("next").GetString();
        }

        Assert.Equal(whole.GetProperty("stances").EnumerateArray().Select(s => s.GetRawText()), paged);
        Assert.Equal(whole.GetProperty("total").GetInt32(), pages);
    }

    [Theory]
    [InlineData("/articles.json?cursor=ZTpub25l", "bad-cursor")]
    [InlineData("/articles.csv?cursor=YTpub25l", "bad-cursor")]
    [InlineData("/officials.json?limit=0", "bad-limit")]
    [InlineData("/stances.csv?limit=10001", "bad-limit")]
    public async Task A_cursor_of_another_list_and_a_limit_out_of_bounds_are_refused(string path, string kind)
    {
        var answer = await _site.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = Body(await answer.Content.ReadAsStringAsync());
        Assert.EndsWith(kind, problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _site.Client.GetAsync(problem.GetProperty("nearest")[0].GetProperty("url").GetString())).StatusCode);
    }

    private static JsonElement Body(string json) => JsonDocument.Parse(json).RootElement;
}

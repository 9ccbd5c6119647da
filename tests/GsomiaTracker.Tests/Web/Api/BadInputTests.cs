using System.Text.Json;
using AngleSharp.Html.Parser;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Api;

namespace GsomiaTracker.Tests.Web.Api;

/// <summary>Whatever is typed into an address: a refusal that says what and leads somewhere good, and never the typed text as markup.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

    private static readonly string[] Pages =
    [
        "/", "/timeline", "/officials", "/officials/taro-kono", "/stances", "/articles", "/articles/yonhap-talks", "/articles/yonhap-suspends/takes", "/articles/yonhap-talks/changes",
        "/disagreements", "/about", "/brief", "/search",
    ];

    private static readonly string[] Parameters = ["asof", "zone", "view", "order", "from", "to", "country", "person", "kind", "status", "outlet"];

    private TrackerSite _site = null!;

    public async Task InitializeAsync() => _site = await TrackerSite.Open();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Every_page_refuses_a_wrong_value_of_every_parameter_and_offers_an_address_that_answers()
    {
        foreach (var page in Pages)
        {
            foreach (var parameter in Parameters)
            {
                foreach (var value in new[] { "nothing-such", Hostile })
                {
                    var address = $"{page}?{parameter}={Uri.EscapeDataString(value)}";
                    var answer = await _site.Client.GetAsync(address);
                    Assert.True((int)answer.StatusCode == 400, $"{address}: {answer.StatusCode}");
                    var html = await answer.Content.ReadAsStringAsync();
                    Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
                    Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
                    var document = new HtmlParser().ParseDocument(html);
                    Assert.NotEmpty(document.QuerySelector("h1")!.TextContent);
                    await LeadsSomewhere(address, document.QuerySelectorAll(".near a").Select(a => a.GetAttribute("href")!));
                }
            }
        }
    }

    [Fact]
    public async Task Every_address_for_programs_answers_a_wrong_value_with_a_problem_document()
    {
        var slug = JsonDocument.Parse(await _site.Client.GetStringAsync("/timeline.json?limit=1")).RootElement.GetProperty("events")[0].GetProperty("slug").GetString()!;
        foreach (var address in Catalogue.All.Where(a => a.Path is not "/oembed"))
        {
            foreach (var parameter in address.Parameters.Where(p => p.In == "query" && p.Name != "q"))
            {
                var path = Fill(address.Path, slug) + (address.Path == "/search.json" ? "?q=pact&" : "?") + $"{parameter.Name}={Uri.EscapeDataString(Hostile)}";
                await Problem(path);
            }

            if (address.Path.Contains('{', StringComparison.Ordinal))
            {
                await Problem(address.Path.Replace("{slug}", "%22%3E%3Cscript%3E", StringComparison.Ordinal).Replace("{id}", "%22%3E%3Cscript%3E", StringComparison.Ordinal), 404);
            }
        }
    }

    [Theory]
    [InlineData("/events/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404)]
    [InlineData("/articles/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404)]
    [InlineData("/officials/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404)]
    [InlineData("/articles/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E/takes", 404)]
    [InlineData("/events/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E/changes", 404)]
    [InlineData("/articles/yonhap-talks?take=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", 404)]
    [InlineData("/search?q=pact&cursor=-1", 400)]
    [InlineData("/search?q=pact&cursor=%3Cscript%3Ealert(1)%3C/script%3E", 400)]
    [InlineData("/search?q=who:%3Cscript%3Ealert(1)%3C/script%3E", 400)]
    [InlineData("/search?q=%22%3Cscript%3Ealert(1)%3C/script%3E", 400)]
    [InlineData("/%3Cscript%3Ealert(1)%3C/script%3E", 404)]
    [InlineData("/timeline?asof=2019-13-01", 400)]
    [InlineData("/timeline?asof=2019-11-14T25:00%2B09:00", 400)]
    [InlineData("/timeline?asof=2019-11-14T18:00", 400)]
    [InlineData("/timeline?asof=2019-11-14T18:00%2B99:00", 400)]
    [InlineData("/timeline?asof=0001-01-01", 400)]
    [InlineData("/timeline?asof=9999-12-31", 400)]
    [InlineData("/timeline?zone=../../etc/passwd", 400)]
    [InlineData("/timeline?from=2019-02-29", 400)]
    [InlineData("/timeline?from=2019-12-01&to=2019-01-01", 400)]
    [InlineData("/timeline?status=done", 400)]
    public async Task A_wrong_address_gets_a_page_that_says_so_and_leads_on(string path, int status)
    {
        var answer = await _site.Client.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        await LeadsSomewhere(path, new HtmlParser().ParseDocument(html).QuerySelectorAll(".near a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task A_day_that_is_none_is_called_so_and_the_last_of_its_month_is_offered()
    {
        var page = new HtmlParser().ParseDocument(await (await _site.Client.GetAsync("/timeline?asof=2019-02-30")).Content.ReadAsStringAsync());
        Assert.Contains("There is no day 2019-02-30", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/timeline?asof=2019-02-28", page.QuerySelector(".near a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_instant_without_its_offset_is_offered_with_the_dossier_s()
    {
        var page = new HtmlParser().ParseDocument(await (await _site.Client.GetAsync("/timeline?asof=2019-11-14T18:00")).Content.ReadAsStringAsync());
        Assert.Equal("/timeline?asof=2019-11-14T18:00%2B09:00", page.QuerySelector(".near a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/timeline?asof=2019-11-7", "/timeline?asof=2019-11-07")]
    [InlineData("/timeline?from=2019-12-01&to=2019-11-01", "/timeline?from=2019-11-01&to=2019-12-01")]
    [InlineData("/timeline?status=done", "/timeline?status=alleged")]
    [InlineData("/timeline?person=kono", "/timeline?person=taro-kono")]
    public async Task What_was_probably_meant_is_offered_first(string path, string offered)
    {
        var page = new HtmlParser().ParseDocument(await (await _site.Client.GetAsync(path)).Content.ReadAsStringAsync());
        Assert.Equal(offered, page.QuerySelector(".near a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Days_without_an_event_say_so_and_lead_back()
    {
        var page = new HtmlParser().ParseDocument(await _site.Client.GetStringAsync("/timeline?from=2020-06-01"));
        Assert.Equal("/timeline", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_search_shows_what_was_typed_as_text()
    {
        var html = await _site.Client.GetStringAsync("/search?q=" + Uri.EscapeDataString("pact -\"<b>bold</b>\""));
        Assert.DoesNotContain("<b>bold", html, StringComparison.Ordinal);
        Assert.Equal("pact -\"<b>bold</b>\"", new HtmlParser().ParseDocument(html).QuerySelector("#query")!.GetAttribute("value"));
    }

    private async Task Problem(string path, int status = 0)
    {
        var answer = await _site.Client.GetAsync(path);
        Assert.True(status == 0 ? (int)answer.StatusCode is 400 or 404 : (int)answer.StatusCode == status, $"{path}: {answer.StatusCode}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((int)answer.StatusCode, body.GetProperty("status").GetInt32());
        Assert.NotEmpty(body.GetProperty("detail").GetString()!);
        await LeadsSomewhere(path, body.GetProperty("nearest").EnumerateArray().Select(n => n.GetProperty("url").GetString()!));
    }

    private async Task LeadsSomewhere(string from, IEnumerable<string> links)
    {
        var all = links.ToList();
        Assert.True(all.Count > 0, from + " leads nowhere");
        foreach (var link in all.Distinct())
        {
            var there = await _site.Client.GetAsync(link);
            Assert.True(there.IsSuccessStatusCode, $"{from} leads to {link}: {there.StatusCode}");
        }
    }

    private static string Fill(string template, string slug) => template.Replace("/officials/{id}", "/officials/taro-kono", StringComparison.Ordinal)
        .Replace("{id}", MadeUpCrisis.TalksPiece, StringComparison.Ordinal).Replace("{slug}", slug, StringComparison.Ordinal);
}

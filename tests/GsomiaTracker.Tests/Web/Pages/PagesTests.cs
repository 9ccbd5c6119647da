using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Web.Pages;

public sealed class PagesTests : IAsyncLifetime
{
    private TrackerSite _site = null!;

    public async Task InitializeAsync() => _site = await TrackerSite.Open();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/?asof=2019-11-17T18:45%2B09:00", "5 days 5 hours")]
    [InlineData("/?asof=2019-11-17T18:45+09:00", "5 days 5 hours")]
    [InlineData("/?asof=2019-11-12", "10 days")]
    [InlineData("/?asof=2019-11-22T23:15:00Z", "Averted")]
    [InlineData("/", "Averted")]
    public async Task The_first_thing_says_where_it_stands(string path, string figure) =>
        Assert.Equal(figure, (await Get(path)).QuerySelector("h1 .figure")!.TextContent);

    [Fact]
    public async Task After_the_outcome_nothing_counts_down()
    {
        var page = await Get("/");
        Assert.Null(page.QuerySelector("[role=timer]"));
        Assert.Contains("6 hours before the deadline", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The pact will not expire on Saturday.", page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_that_passed_without_a_report_is_unknown_and_does_not_run()
    {
        _site.Change([.. MadeUpCrisis.Revisions.Where(r => r.KnownSince.Month == 11 && r.KnownSince.Day < 20)]);
        var page = await Get("/");
        Assert.Equal("Unknown", page.QuerySelector("h1 .figure")!.TextContent);
        Assert.Equal("5 days 5 hours", (await Get("/?asof=2019-11-17T18:45+09:00")).QuerySelector("h1 .figure")!.TextContent);
    }

    [Fact]
    public async Task The_title_and_the_bar_say_the_moment()
    {
        var page = await Get("/timeline?asof=2019-11-14T18:00+09:00");
        Assert.Contains("as known on Nov. 14, 2019, 18:00 (Seoul)", page.Title, StringComparison.Ordinal);
        Assert.Contains("As known on Nov. 14, 2019, 18:00 (Seoul)", page.QuerySelector(".asof")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_planned_talks_and_the_talks_are_one_event()
    {
        var before = (await Get("/timeline?asof=2019-11-13")).QuerySelectorAll(".ev.tentative h3 a");
        var after = (await Get("/timeline?asof=2019-11-18")).QuerySelectorAll(".ev.happened h3 a");
        var plan = Assert.Single(before).GetAttribute("href")!.Split('?')[0];
        Assert.Contains(after, a => a.GetAttribute("href")!.Split('?')[0] == plan);
        var history = (await Get(plan)).QuerySelectorAll(".history li b").Select(b => b.TextContent);
        Assert.Equal(["tentative", "happened"], history);
    }

    [Fact]
    public async Task A_plan_whose_days_have_begun_and_are_not_over_stands_with_what_is_to_come()
    {
        var newest = (await Get("/timeline?asof=2019-11-13")).QuerySelectorAll("#now, article.tentative");
        Assert.Equal(["ARTICLE", "LI"], newest.Select(e => e.TagName));
        var oldest = (await Get("/timeline?asof=2019-11-13&order=oldest")).QuerySelectorAll("#now, article.tentative");
        Assert.Equal(["LI", "ARTICLE"], oldest.Select(e => e.TagName));
    }

    [Fact]
    public async Task Of_a_plan_for_a_day_that_the_record_does_not_reach_nothing_is_said_to_be_missing()
    {
        _site.Change([.. MadeUpCrisis.Revisions.Where(r => r.Article == MadeUpCrisis.PlanPiece)]);
        Assert.Empty((await Get("/timeline")).QuerySelectorAll(".ev .lost"));
        Assert.NotEmpty((await Get("/timeline?asof=2019-11-22")).QuerySelectorAll(".ev .lost"));
        Assert.DoesNotContain("\"noReportFound\":true", await _site.Client.GetStringAsync("/timeline.json"), StringComparison.Ordinal);
        Assert.Contains("\"noReportFound\":true", await _site.Client.GetStringAsync("/timeline.json?asof=2019-11-22"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_stand_under_headings_that_count_to_the_deadline()
    {
        var page = await Get("/timeline");
        var day = page.QuerySelector("#d2019-11-17 > h2")!;
        Assert.Equal("T\u22126", day.QuerySelector(".t")!.TextContent);
        Assert.Equal("Sunday, Nov. 17", day.QuerySelector(".d")!.TextContent.Trim());
        Assert.Contains(page.QuerySelectorAll(".gap"), g => g.TextContent.Contains("86 days with nothing on the record", StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll(".rule.deadline"));
        Assert.Single(page.QuerySelectorAll(".rule.now"));
    }

    [Theory]
    [InlineData("/timeline?asof=2019-11-18")]
    [InlineData("/timeline?asof=2019-11-18&order=oldest")]
    public async Task Days_that_are_still_to_come_are_no_gap_in_the_record(string path)
    {
        var page = await Get(path);
        Assert.DoesNotContain(page.QuerySelectorAll(".gap"), g => g.TextContent.Contains("5 days", StringComparison.Ordinal) || g.TextContent.Contains("2 days", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll(".gap"), g => g.TextContent.Contains("86 days", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    public async Task Every_event_has_a_heading_and_a_time_with_its_offset(string order)
    {
        var page = await Get("/timeline?order=" + order);
        var events = page.QuerySelectorAll("main ol > li > article");
        Assert.Equal(6, events.Length);
        Assert.All(events, e =>
        {
            Assert.NotNull(e.QuerySelector("h3"));
            Assert.Matches(@"[+-]\d\d:\d\d$", e.QuerySelector("time")!.GetAttribute("datetime")!);
        });
    }

    [Fact]
    public async Task What_was_not_known_then_is_nowhere()
    {
        foreach (var path in new[] { "/", "/timeline", "/officials", "/timeline?view=compact", "/timeline.json", "/index.json", "/officials.json", "/articles.json" })
        {
            var text = await _site.Client.GetStringAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "asof=2019-11-16");
            Assert.DoesNotContain("Bangkok", text, StringComparison.Ordinal);
            Assert.DoesNotContain("suspend", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Yonhap", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Links_keep_the_moment_and_the_rest_of_the_state()
    {
        var page = await Get("/timeline?asof=2019-11-18&zone=America/New_York&country=JP");
        Assert.All(page.QuerySelectorAll("main article h3 a, .mast nav a"), a =>
        {
            var href = a.GetAttribute("href")!;
            Assert.Contains("asof=2019-11-18", href, StringComparison.Ordinal);
            Assert.Contains("zone=America/New_York", href, StringComparison.Ordinal);
            Assert.Contains("country=JP", href, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_facet_s_count_is_what_its_link_shows()
    {
        foreach (var link in (await Get("/timeline")).QuerySelectorAll(".facets a"))
        {
            var shown = (await Get(link.GetAttribute("href")!)).QuerySelectorAll("main ol > li > article").Length;
            Assert.Equal(int.Parse(link.QuerySelector(".n")!.TextContent, System.Globalization.CultureInfo.InvariantCulture), shown);
        }
    }

    [Fact]
    public async Task The_replay_steps_from_moment_to_moment_and_ends()
    {
        var path = "/timeline?asof=2019-08-22T18:40+09:00";
        var steps = 0;
        while ((await Get(path)).QuerySelector("[rel=next][data-step]")?.GetAttribute("href") is { } next)
        {
            path = next;
            steps++;
            Assert.True(steps < 10);
        }

        Assert.Equal(5, steps);
        Assert.Equal(6, (await Get(path)).QuerySelectorAll("main ol > li > article").Length);
    }

    [Fact]
    public async Task A_plan_without_a_report_shows_what_the_same_people_did_in_those_days()
    {
        const string plan = "Taro Kono is to visit Bangkok on Nov. 16.";
        const string talk = "Taro Kono spoke at a news conference in Bangkok on Nov. 17.";
        const string later = "Taro Kono visited Manila on Nov. 19.";
        Piece About(string article, string published, string sentence) => new Piece(article, "Kyodo", published, sentence, sentence + " It was raining.").Names("taro-kono", "Taro Kono", "JP", "defense minister", "Taro Kono");
        _site.Change([
            About("a", "2019-11-12", plan).Tells(EventKind.Visit, EventStatus.Scheduled, "Visit", plan, "2019-11-16", "JP TH", "taro-kono", "Bangkok").Revision(),
            About("b", "2019-11-17", talk).Tells(EventKind.Address, EventStatus.Happened, "News conference", talk, "2019-11-17", "JP", "taro-kono", "Bangkok").Revision(),
            About("c", "2019-11-19", later).Tells(EventKind.Visit, EventStatus.Happened, "Visit", later, "2019-11-19", "JP PH", "taro-kono", "Manila").Revision(),
        ]);
        var link = (await Get("/timeline")).QuerySelector(".ev.scheduled h3 a")!.GetAttribute("href")!;
        var page = await Get(link);
        var beside = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=beside] li"));
        Assert.Contains("News conference", beside.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".lost a[href='#beside']"));
        Assert.Null((await Get(link + "?asof=2019-11-16")).QuerySelector("#beside"));
    }

    [Fact]
    public async Task A_piece_without_a_headline_goes_by_its_outlet_and_day()
    {
        const string met = "The ministers met in Bangkok on Nov. 17.";
        _site.Change([new Piece("untitled", "Kyodo", "2019-11-17", null, met).Tells(EventKind.Meeting, EventStatus.Happened, "Ministers meet", met, "2019-11-17", "JP KR").Revision()]);
        Assert.Equal("Kyodo report, Nov. 17, 2019", (await Get("/articles/untitled")).QuerySelector("h1")!.TextContent);
        Assert.Contains("Kyodo report, Nov. 17, 2019", (await Get("/articles")).QuerySelector(".stories")!.TextContent, StringComparison.Ordinal);
        var link = (await Get("/timeline")).QuerySelector(".ev h3 a")!.GetAttribute("href")!;
        Assert.Equal("Kyodo report, Nov. 17, 2019", (await Get(link)).QuerySelector(".reports h3")!.TextContent);
    }

    [Fact]
    public async Task A_mark_leads_to_its_finding_and_back()
    {
        var page = await Get("/articles/" + MadeUpCrisis.TalksPiece);
        Assert.NotEmpty(page.QuerySelectorAll(".wire .ref"));
        Assert.All(page.QuerySelectorAll(".wire a"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")!.TrimStart('#'))));
        Assert.All(page.QuerySelectorAll(".findings .no"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")!.TrimStart('#'))));
    }

    [Fact]
    public async Task A_digest_is_never_given_out_as_the_outlet_s_text()
    {
        var page = await Get("/articles/nhk-talks");
        Assert.Contains("Digest in our words of NHK\u2019s report of Nov. 17, 2019", page.QuerySelector(".title")!.TextContent, StringComparison.Ordinal);
        var cites = (await Get("/timeline")).QuerySelectorAll("cite").Select(c => c.TextContent);
        Assert.DoesNotContain("NHK", cites);
    }

    [Theory]
    [InlineData("/events/no-such-thing", 404)]
    [InlineData("/articles/yonhap-talk", 404)]
    [InlineData("/officials/taro-konno", 404)]
    [InlineData("/nowhere", 404)]
    [InlineData("/timeline?asof=2019-02-30", 400)]
    [InlineData("/timeline?asof=yesterday", 400)]
    [InlineData("/timeline?zone=Mars/Olympus", 400)]
    [InlineData("/timeline?kind=<script>alert(1)</script>", 400)]
    [InlineData("/timeline?country=XX", 400)]
    [InlineData("/timeline?view=huge", 400)]
    [InlineData("/timeline?to=soon", 400)]
    [InlineData("/articles/yonhap-talks?take=feed", 404)]
    public async Task What_cannot_be_is_refused_with_a_page_that_offers_a_good_address(string path, int status)
    {
        var answer = await _site.Client.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(html);
        var links = page.QuerySelectorAll(".near a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, (await _site.Client.GetAsync(link)).StatusCode);
        }
    }

    [Fact]
    public async Task A_misspelt_name_is_offered_its_likely_spelling()
    {
        var html = await (await _site.Client.GetAsync("/officials/taro-konno")).Content.ReadAsStringAsync();
        Assert.Contains("/officials/taro-kono", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_record_says_so()
    {
        _site.Change([]);
        foreach (var path in new[] { "/", "/timeline", "/officials" })
        {
            var page = await Get(path);
            Assert.NotNull(page.QuerySelector(".empty"));
        }
    }

    [Fact]
    public async Task Pages_carry_no_inline_script_and_no_style_but_what_the_policy_names_by_its_hash()
    {
        foreach (var path in new[] { "/", "/timeline", "/officials", "/officials/taro-kono", "/articles/yonhap-talks" })
        {
            var page = await Get(path);
            Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), [style], [onclick]"));
            var policy = (await _site.Client.GetAsync(path)).Headers.GetValues("Content-Security-Policy").Single();
            Assert.All(page.QuerySelectorAll("style"), s =>
                Assert.Contains($"'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(s.TextContent)))}'", policy, StringComparison.Ordinal));
        }

        Assert.NotEmpty((await Get("/timeline")).QuerySelectorAll("style"));
        var headers = (await _site.Client.GetAsync("/")).Headers;
        Assert.DoesNotContain("unsafe", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
    }

    private async Task<IHtmlDocument> Get(string path)
    {
        var answer = await _site.Client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}

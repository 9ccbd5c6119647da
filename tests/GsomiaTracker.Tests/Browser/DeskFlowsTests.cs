using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Tests.Web.Desk;
using GsomiaTracker.Tests.Web.Ingestion;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static GsomiaTracker.Tests.Browser.DeskBrowser;

namespace GsomiaTracker.Tests.Browser;

/// <summary>A desk with reports that disagree, which may fetch from this machine.</summary>
public sealed class QuarrelHost : DeskHost
{
    protected override void Prepare(TrackerHost host)
    {
        host.Settings["Desk:FetchPrivateAddresses"] = "true";
        File.WriteAllText(Path.Combine(host.Articles, "longer.txt"), """
            Ministers talk for 40 minutes in Bangkok

            BANGKOK, Nov. 17 (Kyodo) -- Japanese Defense Minister Taro Kono held 40-minute talks with his South Korean counterpart, Jeong Kyeong-doo, in Bangkok on Sunday, officials said.

            """);
        File.WriteAllText(Path.Combine(host.Articles, "shorter.txt"), """
            Defense ministers meet briefly

            BANGKOK, Nov. 17 (AP) -- South Korean Defense Minister Jeong Kyeong-doo held 25-minute talks with his Japanese counterpart, Taro Kono, in Bangkok on Sunday.

            """);
        File.WriteAllText(Path.Combine(host.Articles, "undated.txt"), """
            An envoy, Per Lindqvist, the deputy trade minister, said the talks may go on some time, a person who knows of it said.

            """);
    }
}

/// <summary>What editors do at the desk, flow by flow, by keyboard alone, on a telephone and on a desk's screen.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeskFlowsTests(Chromium chromium, QuarrelHost desk) : IClassFixture<QuarrelHost>
{
    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_disagreement_is_explained_two_events_are_merged_and_one_is_split_each_undone_with_one_key(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.SignedIn("mina");
        var e = (await Chronicle()).Events.First(x => x.Disagreements.Count > 0);
        var count = (await Chronicle()).Events.Count;
        await page.GotoAsync("/desk/events/" + e.Slug);
        await at.Good(page);

        await Press(page, "x");
        await page.Keyboard.TypeAsync($"one counts the greeting {width}");
        await Press(page, "Enter");
        await at.Confirm(page);
        Assert.Contains($"one counts the greeting {width}", await Public(page, "/events/" + e.Slug), StringComparison.Ordinal);
        await Press(page, "z");
        await at.Confirm(page);

        await page.GotoAsync("/desk/events/" + e.Slug);
        await Press(page, "m", "Tab");
        await page.Keyboard.TypeAsync("told of the same day");
        await Press(page, "Enter");
        await at.Confirm(page);
        Assert.Equal(count - 1, (await Chronicle()).Events.Count);
        await Press(page, "z");
        await at.Confirm(page);
        Assert.Equal(count, (await Chronicle()).Events.Count);

        await page.GotoAsync("/desk/events/" + e.Slug);
        await Press(page, "s", "Space");
        await TabTo(page, "s-why");
        await page.Keyboard.TypeAsync("another meeting");
        await Press(page, "Enter");
        await at.Confirm(page);
        Assert.Equal(count + 1, (await Chronicle()).Events.Count);
        await Press(page, "z");
        await at.Confirm(page);
        Assert.Equal(count, (await Chronicle()).Events.Count);
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task An_events_facts_are_set_in_all_its_reports_at_once_and_it_can_be_rejected_whole(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.SignedIn("ben");
        var e = (await Chronicle()).Events.First(x => x.Disagreements.Count > 0);
        await page.GotoAsync("/desk/events/" + e.Slug);
        await Press(page, "e");
        Assert.Equal("f-kind", await Focused(page));
        await TabTo(page, "f-place");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Chiang Rai");
        await TabTo(page, "a-why");
        await page.Keyboard.TypeAsync("they met in the north");
        await Press(page, "Enter");
        await at.Confirm(page);
        Assert.Equal("Chiang Rai", (await Chronicle()).Find(e.Id)!.Place);
        await Press(page, "z");
        await at.Confirm(page);
        Assert.Equal(e.Place, (await Chronicle()).Find(e.Id)!.Place);

        await page.GotoAsync("/desk/events/" + e.Slug);
        await Press(page, "r");
        await page.Keyboard.TypeAsync("nobody met");
        await Press(page, "Enter");
        await at.Confirm(page);
        Assert.Null((await Chronicle()).Find(e.Id));
        await Press(page, "z");
        await at.Confirm(page);
        Assert.NotNull((await Chronicle()).Find(e.Id));
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task An_official_is_set_right_in_every_article_at_once(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.SignedIn("ben");
        await page.GotoAsync("/desk/officials");
        await page.Locator(".queue a", new() { HasText = "Taro Kono" }).FocusAsync();
        await Press(page, "Enter");
        await page.WaitForURLAsync("**/desk/officials/*");
        var named = await page.Locator(".queue > li").CountAsync();
        Assert.True(named > 1);
        await Press(page, "e");
        await TabTo(page, "f-office");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync($"minister of state {width}");
        await TabTo(page, "a-why");
        await page.Keyboard.TypeAsync("the cabinet's own list");
        await Press(page, "Enter");
        await at.Confirm(page);
        var record = await desk.Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None);
        Assert.All(record.Official("taro-kono")!.NamedIn, s => Assert.Equal($"minister of state {width}", s.Latest.Reading.Officials.First(o => o.Id == "taro-kono").Office));
        await Press(page, "z");
        await at.Confirm(page);
        record = await desk.Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None);
        Assert.DoesNotContain(record.Official("taro-kono")!.NamedIn, s => s.Latest.Reading.Officials.Any(o => o.Office == $"minister of state {width}"));
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task What_is_pasted_is_read_while_it_is_pasted_and_its_facts_are_said_before_it_is_filed(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.SignedIn("mina");
        var agency = width < 600 ? "Kyodo" : "NHK";
        await page.GotoAsync("/desk/add");
        await page.FocusAsync("#text");
        await page.Keyboard.InsertTextAsync($"Envoys to meet, quay {width} hears\n\nTOKYO, Nov. 20 ({agency}) -- Foreign Minister Toshimitsu Motegi will meet with his South Korean counterpart, Kang Kyung-wha, in Nagoya on Saturday, the harbor master of {width} Quay said.\n");
        await page.Locator("#live .wire").WaitForAsync();
        Assert.Equal(agency, (await page.Locator("#live .facts dd").First.InnerTextAsync()).Split(' ')[0]);
        Assert.True(await page.Locator("#live .wire .ref").CountAsync() > 0);
        Assert.Contains("What filing it changes", await page.Locator("#live").InnerTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("Read:", await page.Locator("#live-says").InnerTextAsync(), StringComparison.Ordinal);
        await at.Good(page);
        await page.Keyboard.InsertTextAsync("\nJapanese Prime Minister Shinzo Abe said Tokyo would keep the export curbs.\n");
        await page.Locator("#live .wire", new() { HasText = "Shinzo Abe" }).WaitForAsync();

        await Press(page, "Tab", "Enter");
        await page.WaitForURLAsync("**/desk/add/*");
        await Press(page, "e");
        Assert.Equal("f-agency", await Focused(page));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Jiji");
        await Press(page, "Enter");
        await page.GetByText("said by an editor").WaitForAsync();
        await at.Good(page);
        await page.EvaluateAsync("document.activeElement.blur()");
        await Press(page, "a");
        await page.GetByText("at the desk").WaitForAsync();
        await page.GetByText("at the desk").ClickAsync();
        await page.WaitForURLAsync("**/desk/articles/*");
        Assert.Equal("Jiji", await page.InputValueAsync("#f-agency"));
        await at.Good(page);
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task An_address_is_fetched_and_a_feed_watched_paused_and_left(int width)
    {
        await using var server = await LocalServer.Start(http =>
        {
            if (http.Request.Path == "/feed")
            {
                http.Response.ContentType = "application/rss+xml";
                return http.Response.WriteAsync("<rss version=\"2.0\"><channel><title>A wire of the quay</title></channel></rss>");
            }

            http.Response.ContentType = "text/html; charset=utf-8";
            return http.Response.WriteAsync($"<!DOCTYPE html><html><head><title>Harbor of {width} opens</title><meta property=\"article:published_time\" content=\"2019-11-19T10:00:00+09:00\"></head><body><article><h1>Harbor of {width} opens again</h1><p>The ministers of South Korea and Japan met in Seoul on Monday and spoke of the harbor of {width} for an hour, an official said.</p><p>They will meet again on Friday, the official said, to speak of the curbs on exports that were laid in July.</p></article></body></html>");
        });
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.SignedIn("mina");
        await page.GotoAsync("/desk/add");
        await page.FocusAsync("#address");
        await page.Keyboard.TypeAsync(server.Address + "story");
        await Press(page, "Enter");
        await page.GetByText("What filing it changes").WaitForAsync();
        Assert.Contains($"Harbor of {width} opens again", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("2019-11-19T10:00", await page.Locator(".facts").InnerTextAsync(), StringComparison.Ordinal);
        await Press(page, "r");
        Assert.Equal("Discard it", await Focused(page));
        await Press(page, "Enter");
        await page.WaitForURLAsync("**/desk/add");

        await page.GotoAsync("/desk/feeds");
        await page.FocusAsync("#address");
        await page.Keyboard.TypeAsync(server.Address + "feed");
        await Press(page, "Enter");
        await page.GetByText("The feed answered").WaitForAsync();
        await at.Good(page);
        foreach (var (button, told) in new[] { ("Pause: ", "The feed is paused"), ("Watch again: ", "The feed is watched again"), ("Watch no more: ", "watched no more") })
        {
            await page.GetByRole(AriaRole.Button, new() { NameString = button + server.Address + "feed" }).FocusAsync();
            await Press(page, "Enter");
            await page.GetByText(told).WaitForAsync();
        }

        await at.Good(page);
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Of_the_queue_one_takes_something_on_accepts_it_there_and_takes_it_back(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var (mina, ben) = (await at.SignedIn("mina"), await at.SignedIn("ben"));
        await mina.GotoAsync("/desk?only=unknown-official");
        await at.Good(mina);
        var title = await mina.Locator(".queue h2 a").First.InnerTextAsync();
        await mina.GetByRole(AriaRole.Button, new() { NameString = "Take it on: " + title }).FocusAsync();
        await Press(mina, "Enter");
        await mina.GetByText("you have taken it on").WaitForAsync();
        await mina.GotoAsync("/desk?whose=mine");
        Assert.Equal(1, await mina.Locator(".queue > li").CountAsync());
        await ben.GotoAsync("/desk");
        Assert.Contains("mina has taken it on", await ben.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await mina.GotoAsync("/desk?whose=mine");
        await Press(mina, "j", "a");
        await mina.GetByText("Done, as correction").WaitForAsync();
        await at.Good(mina);
        Assert.Equal(0, await mina.Locator(".queue h2 a", new() { HasText = title }).CountAsync());
        await Press(mina, "z");
        await at.Confirm(mina);
        await mina.GotoAsync("/desk?only=unknown-official");
        Assert.Equal(1, await mina.Locator(".queue h2 a", new() { HasText = title }).CountAsync());
        await mina.Locator(".give summary").First.FocusAsync();
        await Press(mina, "Enter");
        await mina.GetByRole(AriaRole.Button, new() { NameString = "Give it to ben: " + title }).FocusAsync();
        await at.Good(mina);
        await Press(mina, "Enter");
        await mina.GetByText("ben has taken it on").WaitForAsync();
        await ben.GotoAsync("/desk?whose=mine");
        Assert.Equal(1, await ben.Locator(".queue h2 a", new() { HasText = title }).CountAsync());
        await ben.GetByRole(AriaRole.Button, new() { NameString = "Give it back: " + title }).ClickAsync();
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Who_comes_second_is_shown_what_the_first_did_and_decides(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var (mina, ben) = (await at.SignedIn("mina"), await at.SignedIn("ben"));
        var report = (await Chronicle()).Events.First(x => x.Disagreements.Count > 0).Reports[0];
        var finding = $"/desk/articles/{Uri.EscapeDataString(report.Article)}/findings/{Uri.EscapeDataString(report.Finding.Key.Value)}";
        await Amend(mina, finding, $"Phuket {width}", "it was by the sea");
        await mina.Locator("#foreseen").WaitForAsync();
        await Amend(ben, finding, $"Pattaya {width}", "the second report says so");
        await at.Confirm(ben);

        await Press(mina, "Enter");
        await mina.GetByText("Somebody was faster").WaitForAsync();
        Assert.Contains($"Pattaya {width}", await mina.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await at.Good(mina);
        await Press(mina, "Enter");
        await mina.GetByText("Done, as correction").WaitForAsync();
        Assert.Equal($"Phuket {width}", await mina.InputValueAsync("#f-place"));
        await Press(mina, "z");
        await at.Confirm(mina);
        await Press(ben, "z");
        await at.Confirm(ben);
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task What_was_typed_outlives_a_lost_session(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.SignedIn("mina");
        await page.GotoAsync("/desk/add");
        await page.FocusAsync("#text");
        await page.Keyboard.InsertTextAsync($"A long piece of quay {width} that took a morning to type tells of a meeting.");
        await page.Locator("#live .wire").WaitForAsync();
        await page.Context.ClearCookiesAsync();
        await Press(page, "Tab", "Enter");
        await page.WaitForFunctionAsync("!document.getElementById('text')");
        await page.GotoAsync("/desk/add");
        await SignIn(page, "mina");
        await page.WaitForURLAsync("**/desk/add");
        await page.GetByText("What you had typed here before is back in the form").WaitForAsync();
        Assert.Contains($"quay {width} that took a morning", await page.InputValueAsync("#text"), StringComparison.Ordinal);
        await at.Good(page);
        await page.GetByRole(AriaRole.Button, new() { NameString = "Forget it" }).FocusAsync();
        await Press(page, "Enter");
        await page.WaitForFunctionAsync("document.getElementById('text')?.value === ''");
        at.Fine();
    }

    [BrowserFact]
    public async Task The_keys_can_be_turned_off_and_stay_off()
    {
        await using var at = new DeskBrowser(chromium, desk.Address, 1440);
        var page = await at.SignedIn("ben");
        await page.GotoAsync("/desk/events");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Turn the keys off" }).ClickAsync();
        await page.ReloadAsync();
        await Press(page, "j");
        Assert.Equal("BODY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.GetByRole(AriaRole.Button, new() { NameString = "Turn the keys on" }).ClickAsync();
        await Press(page, "j");
        Assert.Equal("A", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Every_page_of_the_desk_is_clean(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.Open();
        foreach (var path in new[] { "/desk/sign-in", "/desk/welcome?name=mina&key=x" })
        {
            await page.GotoAsync(path);
            await at.Good(page);
        }

        await page.GotoAsync("/desk");
        await SignIn(page, "chief");
        await page.WaitForURLAsync("**/desk");
        var e = (await Chronicle()).Events[0];
        var article = "/desk/articles/" + Uri.EscapeDataString(e.Reports[0].Article);
        foreach (var path in new[]
        {
            "/desk", "/desk/add", "/desk/feeds", "/desk/articles", article, $"{article}/findings/{Uri.EscapeDataString(e.Reports[0].Finding.Key.Value)}", $"{article}/add?start=0&end=12", "/desk/events", "/desk/events/" + e.Slug,
            "/desk/positions", "/desk/officials", "/desk/officials/" + e.People[0], "/desk/history", "/desk/history?q=met&from=2019-11-01", "/desk/account", "/desk/people",
        })
        {
            await page.GotoAsync(path);
            await at.Good(page);
        }

        at.Fine();
    }

    private static async Task Amend(IPage page, string finding, string place, string why)
    {
        await page.GotoAsync(finding);
        await page.FocusAsync("#f-place");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(place);
        await page.FocusAsync("#reason");
        await page.Keyboard.TypeAsync(why);
        await Press(page, "Enter");
    }

    private static async Task<string> Public(IPage page, string path) => await (await page.APIRequest.GetAsync(path)).TextAsync();

    private async Task<Chronicle> Chronicle() => (await desk.Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None)).Chronicle;
}

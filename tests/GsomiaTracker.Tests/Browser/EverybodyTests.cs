using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using GsomiaTracker.Tests.Support;
using Microsoft.Playwright;

namespace GsomiaTracker.Tests.Browser;

/// <summary>WCAG 2.2 AA and what axe cannot see, on every page, in a real browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class EverybodyTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly string[] Paths =
    [
        "/", "/?asof=2019-11-17T18:45%2B09:00", "/timeline", "/timeline?view=compact&country=JP&order=oldest", "/timeline?asof=2019-11-12", "/officials", "/officials/taro-kono", "/articles", "/articles/yonhap-suspends",
        "/articles/yonhap-suspends/takes", "/stances", "/disagreements", "/search?q=pact", "/search?q=who:me", "/about", "/brief", "/nowhere", "EVENT",
    ];

    private TrackerSite _site = null!;
    private string _event = "";

    public async Task InitializeAsync()
    {
        _site = await TrackerSite.Open();
        _event = "/events/" + System.Text.Json.JsonDocument.Parse(await _site.Client.GetStringAsync("/timeline.json")).RootElement.GetProperty("events")
            .EnumerateArray().First(e => e.GetProperty("kind").GetString() == "meeting").GetProperty("slug").GetString();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_page(int width, ColorScheme theme)
    {
        var page = await Open(width, theme);
        var found = new List<string>();
        foreach (var path in Paths)
        {
            await Go(page, path);
            var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
            found.AddRange(result.Violations.SelectMany(v => v.Nodes.Take(3).Select(n => $"{path}: {v.Id}: {n.Html} {string.Join(' ', n.Any.Select(a => a.Message).Take(1))}")));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(768)]
    public async Task No_page_scrolls_sideways(int width)
    {
        var page = await Open(width, ColorScheme.Light);
        var found = new List<string>();
        foreach (var path in Paths)
        {
            await Go(page, path);
            var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            if (wide > width)
            {
                var who = await page.EvaluateAsync<string>("w => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > w + 1 && !e.closest('.vh')).slice(0, 3).map(e => e.outerHTML.slice(0, 90)).join(' | ')", width);
                found.Add($"{path}: {wide} px: {who}");
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [BrowserFact]
    public async Task Everything_that_can_be_focused_by_tab_is_seen_with_its_focus()
    {
        var page = await Open(1280, ColorScheme.Light);
        await Go(page, "/timeline?asof=2019-11-18");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");

        // The jump inside the page moves the focus when it is done, not when the key is pressed.
        await page.WaitForFunctionAsync("() => location.hash.length > 1");
        await page.WaitForTimeoutAsync(300);
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => !!document.activeElement.closest('main')"));
        var seen = new HashSet<string>();
        for (var i = 0; i < 60; i++)
        {
            var state = await page.EvaluateAsync<string?>("""
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return null;
                  const r = e.getBoundingClientRect(), s = getComputedStyle(e);
                  const top = document.elementFromPoint(Math.min(innerWidth - 1, r.left + 3), Math.min(innerHeight - 1, Math.max(0, r.top + r.height / 2)));
                  const covered = top && !e.contains(top) && !top.contains(e) && getComputedStyle(top.closest('h2') ?? top).position === 'sticky';
                  return (s.outlineStyle === 'none' ? 'NO OUTLINE ' : '') + (covered ? 'COVERED ' : '') + (e.textContent.trim() || e.name || e.tagName);
                }
                """);
            if (state is null)
            {
                break;
            }

            Assert.DoesNotContain("NO OUTLINE", state, StringComparison.Ordinal);
            Assert.DoesNotContain("COVERED", state, StringComparison.Ordinal);
            seen.Add(state);
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Contains(seen, s => s.Contains("Bangkok", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Without_script_everything_is_there()
    {
        var page = await Open(1280, ColorScheme.Light, script: false);
        await Go(page, "/timeline?asof=2019-11-17T18:45%2B09:00");
        Assert.Equal("5 days 5 hours", await page.Locator(".head .state b").TextContentAsync());
        Assert.Contains("20:10", await page.Locator("a[data-step=on]").GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.Locator("a[data-step=on]").ClickAsync();
        await page.WaitForURLAsync(u => u.Contains("20:10", StringComparison.Ordinal));
        await page.Locator("h3 a", new PageLocatorOptions { HasText = "Bangkok" }).First.ClickAsync();
        await page.Locator(".reports h3 a").First.ClickAsync();
        Assert.True(await page.Locator(".wire .ref").CountAsync() > 0);
    }

    [BrowserFact]
    public async Task A_step_changes_the_page_in_place_and_the_address_with_it_and_back_goes_back()
    {
        var page = await Open(1280, ColorScheme.Light);
        await Go(page, "/timeline?asof=2019-11-17T18:45%2B09:00");
        await page.EvaluateAsync("() => { window.same = true; }");
        await page.Locator("a[data-step=on]").ClickAsync();
        await page.WaitForFunctionAsync("() => location.search.includes('20:10')");
        Assert.True(await page.EvaluateAsync<bool>("() => window.same === true"));
        Assert.Contains("20:10", await page.Locator(".asof p").TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("20:10", await page.Locator("#say").TextContentAsync(), StringComparison.Ordinal);
        await page.GoBackAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.asof p').textContent.includes('18:45')");
    }

    [BrowserFact]
    public async Task A_day_can_be_gone_to_from_a_field_that_opens_and_the_visitors_own_zone_is_offered()
    {
        var page = await Open(1280, ColorScheme.Light, zone: "Europe/Berlin");
        await Go(page, "/timeline");
        Assert.False(await page.Locator("#asof-day").IsVisibleAsync());
        await page.Locator(".to summary").ClickAsync();
        await page.Locator("#asof-day[type=date]").FillAsync("2019-11-18");
        await page.Locator(".to button").ClickAsync();
        await page.WaitForFunctionAsync("() => document.title.includes('Nov. 18, 2019')");
        await page.Locator(".zones button").ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.zones [aria-current]')?.textContent === 'Berlin'");
        Assert.Contains("Nov. 18, 2019", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".zones button").CountAsync());

        var bare = await Open(1280, ColorScheme.Light, script: false);
        await Go(bare, "/stances");
        await bare.Locator(".to summary").ClickAsync();
        await bare.Locator("#asof-day").FillAsync("2019-11-18");
        await bare.Locator(".to button").ClickAsync();
        await bare.WaitForURLAsync(u => u.EndsWith("/stances?asof=2019-11-18", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_bar_of_the_strip_leads_to_its_day()
    {
        var page = await Open(1280, ColorScheme.Light);
        await Go(page, "/timeline");
        var strip = (await page.Locator(".strip").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(strip.X + strip.Width / 2, strip.Y + 20);
        await page.Locator(".strip a").Nth(100).ClickAsync();
        await page.WaitForURLAsync(u => u.Contains("?asof=2019-", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Keys_move_between_events_outside_of_text_fields_and_can_be_turned_off()
    {
        var page = await Open(1280, ColorScheme.Light);
        await Go(page, "/timeline");
        await page.Keyboard.PressAsync("j");
        await page.WaitForFunctionAsync("() => document.activeElement.matches('h3 a')"); // the keys are fetched at the first of them
        var first = await Focused(page);
        await page.Keyboard.PressAsync("j");
        Assert.NotEqual(first, await Focused(page));
        await page.Keyboard.PressAsync("k");
        Assert.Equal(first, await Focused(page));
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.PressAsync("j");
        Assert.Equal("j", await page.Locator("#q").InputValueAsync());
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("?");
        await page.Locator(".help button", new PageLocatorOptions { HasText = "Turn the keys off" }).ClickAsync();
        await page.Locator(".help button", new PageLocatorOptions { HasText = "Close" }).ClickAsync();
        var before = await Focused(page);
        await page.Keyboard.PressAsync("j");
        Assert.Equal(before, await Focused(page));
    }

    [BrowserFact]
    public async Task New_updates_wait_behind_a_button_and_do_not_move_the_reader()
    {
        await using var site = await TrackerSite.Open([.. MadeUpCrisis.Revisions.Take(2)], TimeProvider.System);
        var page = await Open(1280, ColorScheme.Light);
        await page.GotoAsync(new Uri(site.Address, "/timeline").ToString());
        var events = await page.Locator("main ol > li > article").CountAsync();
        await page.WaitForTimeoutAsync(500);
        site.Change(MadeUpCrisis.Revisions);
        await page.Locator(".fresh").WaitForAsync(new LocatorWaitForOptions { Timeout = 15000 });
        Assert.Matches(@"^\d+ new updates?$", await page.Locator(".fresh").TextContentAsync());
        Assert.Equal(events, await page.Locator("main ol > li > article").CountAsync());
        await page.Locator(".fresh").ClickAsync();
        await page.WaitForFunctionAsync("n => document.querySelectorAll('main ol > li > article').length > n", events);
    }

    [BrowserFact]
    public async Task No_console_error_and_no_broken_policy_on_any_page()
    {
        var page = await Open(1280, ColorScheme.Light);
        var errors = new List<string>();
        page.Console += (_, m) =>
        {
            if (m.Type == "error" && !m.Text.Contains("the server responded with a status of 40", StringComparison.Ordinal))
            {
                errors.Add(m.Text);
            }
        };
        page.PageError += (_, e) => errors.Add(e);
        foreach (var path in Paths)
        {
            await Go(page, path);
        }

        Assert.Empty(errors);
    }

    [BrowserFact]
    public async Task Headings_of_days_stay_in_sight_once_one_scrolls()
    {
        var page = await Open(1280, ColorScheme.Light);
        await Go(page, "/timeline");
        Assert.Equal("relative", await page.EvaluateAsync<string>(Position));
        await page.Mouse.WheelAsync(0, 400);
        await page.WaitForFunctionAsync($"() => ({Position})() === 'sticky'");
    }

    private const string Position = "() => getComputedStyle(document.querySelector('.day > h2')).position";

    [BrowserFact]
    public async Task Names_are_told_in_their_language()
    {
        var page = await Open(1280, ColorScheme.Light);
        await Go(page, "/officials/taro-kono");
        Assert.Equal("ja", await page.Locator("h1 .native").GetAttributeAsync("lang"));
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.outerHTML");

    private async Task<IPage> Open(int width, ColorScheme theme, bool script = true, string? zone = null)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = theme,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = zone,
        });
        context.SetDefaultTimeout(10_000);
        return await context.NewPageAsync();
    }

    private Task<IResponse?> Go(IPage page, string path) => page.GotoAsync(new Uri(_site.Address, path == "EVENT" ? _event : path).ToString());
}

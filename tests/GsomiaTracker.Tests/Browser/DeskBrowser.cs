using Deque.AxeCore.Playwright;
using GsomiaTracker.Tests.Web.Desk;
using Microsoft.Playwright;

namespace GsomiaTracker.Tests.Browser;

/// <summary>The desk in a real browser: people signed in each in a browser of their own, and whatever it complains of collected.</summary>
public sealed class DeskBrowser(Chromium chromium, Uri address, int width) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _contexts = [];

    public List<string> Complaints { get; } = [];

    public static int HeightOf(int width) => width < 600 ? 844 : 900;

    public async Task<IPage> SignedIn(string name)
    {
        var page = await Open();
        await page.GotoAsync("/desk");
        await SignIn(page, name);
        await page.WaitForURLAsync("**/desk");
        return page;
    }

    public static Task SignIn(IPage page, string name) => TypeNameAndPassword(page, name);

    /// <summary>Fills a form that asks for both, and sends it.</summary>
    public static async Task TypeNameAndPassword(IPage page, string name)
    {
        await page.FocusAsync("#name");
        await page.Keyboard.TypeAsync(name);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(DeskHost.Password);
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task<IPage> Open()
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.ToString(), ViewportSize = new ViewportSize { Width = width, Height = HeightOf(width) } });
        _contexts.Add(context);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            // That a form was answered with what is wrong in it is no fault of the page.
            if (message.Type is "error" or "warning" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
            {
                Complaints.Add($"{page.Url} says {message.Text}");
            }
        };
        page.PageError += (_, error) => Complaints.Add($"{page.Url} fails: {error}");
        return page;
    }

    /// <summary>Nothing for axe to complain of in light or dark, and nothing to scroll sideways for. Where <c>TRACKER_DESK_PICTURES</c> names a folder, a picture of each is left there.</summary>
    public async Task Good(IPage page)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var axe = await page.RunAxe();
            Complaints.AddRange(axe.Violations.Select(v => $"{page.Url} ({scheme}) {v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
            if (Environment.GetEnvironmentVariable("TRACKER_DESK_PICTURES") is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
                var name = string.Concat(new Uri(page.Url).PathAndQuery.Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '-'));
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{width}-{scheme}-{name[..Math.Min(60, name.Length)]}.png"), FullPage = true });
            }
        }

        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
        {
            Complaints.Add(page.Url + " scrolls sideways");
        }
    }

    public void Fine() => Assert.True(Complaints.Count == 0, string.Join("\n", Complaints));

    public static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.textContent.trim()");

    /// <summary>Presses keys one after the other.</summary>
    public static async Task Press(IPage page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Tab until something has the focus.</summary>
    public static async Task TabTo(IPage page, string id)
    {
        for (var i = 0; i < 60 && await page.EvaluateAsync<string>("document.activeElement.id") != id; i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Equal(id, await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    /// <summary>From the list of articles into the one of that headline, by keyboard.</summary>
    public static async Task OpenArticle(IPage page, string headline)
    {
        await page.GotoAsync("/desk/articles");
        await page.Locator(".queue a", new() { HasText = headline }).FocusAsync();
        await Press(page, "Enter");
        await page.WaitForURLAsync("**/desk/articles/*");
    }

    /// <summary>On the page of a finding: another place, with a reason; what would change is shown then.</summary>
    public static async Task TypePlace(IPage page, string place)
    {
        await page.FocusAsync("#f-place");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(place);
        await page.FocusAsync("#reason");
        await page.Keyboard.TypeAsync("the report says Nagoya");
        await Press(page, "Enter");
        await page.Locator("#foreseen").WaitForAsync();
    }

    /// <summary>The form has been sent: what changes is shown, and Enter does it.</summary>
    public async Task Confirm(IPage page)
    {
        await page.Locator("#foreseen").WaitForAsync();
        await Good(page);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Done, as correction").WaitForAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }
    }
}

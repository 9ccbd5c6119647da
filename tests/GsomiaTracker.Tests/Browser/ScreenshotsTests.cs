using GsomiaTracker.Tests.Support;
using Microsoft.Playwright;

namespace GsomiaTracker.Tests.Browser;

/// <summary>
/// Pictures of every page, for looking at (tests/screenshots): at three widths, light and dark. Only where <c>TRACKER_PICTURES</c> names a folder;
/// <c>TRACKER_URL</c> takes them of a running tracker, else they show the made-up crisis.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class ScreenshotsTests(Chromium chromium)
{
    private static readonly string[] Pages =
    [
        "/", "/?asof=2019-11-17T18:45%2B09:00", "/timeline", "/timeline?asof=2019-11-12", "/timeline?view=compact", "/officials", "/articles", "/stances", "/disagreements", "/about", "/brief", "/articles/yonhap-suspends/takes",
        "/timeline?asof=2019-02-30", "/search?q=pact", "ARTICLE",
    ];

    [BrowserFact]
    public async Task Pictures_of_every_page_are_taken_where_a_folder_is_named()
    {
        if (Environment.GetEnvironmentVariable("TRACKER_PICTURES") is not { Length: > 0 } folder)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        await using var site = await TrackerSite.Open();
        var address = Environment.GetEnvironmentVariable("TRACKER_URL") is { Length: > 0 } url ? new Uri(url) : site.Address;
        var only = Environment.GetEnvironmentVariable("TRACKER_PAGES")?.Split(' ') ?? Pages;
        foreach (var (width, dark) in new[] { (1440, false), (1440, true), (768, false), (768, true), (390, false), (390, true), (1100, false) })
        {
            if (Environment.GetEnvironmentVariable("TRACKER_WIDTHS") is { } widths ? !widths.Split(' ').Contains($"{width}{(dark ? "d" : "")}") : width == 1100)
            {
                continue;
            }

            await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 844 : 1000 },
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            });
            var page = await context.NewPageAsync();
            foreach (var path in only)
            {
                var place = path == "ARTICLE" ? "/articles/" + await Longest(address) : path;
                await page.GotoAsync(new Uri(address, place).ToString());
                var name = (path == "ARTICLE" ? "article" : path.StartsWith("/?", StringComparison.Ordinal) ? "home" + path[1..] : path).Trim('/').Replace('/', '-').Replace('?', '_').Replace('&', '_').Replace(':', '-').Replace('%', '-');
                await Unfold(page, width);
                await page.ScreenshotAsync(new PageScreenshotOptions
                {
                    Path = System.IO.Path.Combine(folder, $"{(name.Length == 0 ? "home" : name.Length > 60 ? name[..60] : name)}.{width}{(dark ? "d" : "")}.png"),
                    FullPage = Environment.GetEnvironmentVariable("TRACKER_FOLD") is null,
                });
            }
        }
    }

    /// <summary>The story with the most marks.</summary>
    private static async Task<string> Longest(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        var best = ("", 0);
        foreach (var article in System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/articles.json")).RootElement.GetProperty("articles").EnumerateArray())
        {
            var id = article.GetProperty("id").GetString()!;
            var marks = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync($"/articles/{id}.json")).RootElement.GetProperty("marks").GetArrayLength();
            best = marks > best.Item2 ? (id, marks) : best;
        }

        return best.Item1;
    }

    /// <summary>Makes the window as high as the page, so that what is only drawn when it comes into view is drawn.</summary>
    private static async Task Unfold(IPage page, int width)
    {
        if (Environment.GetEnvironmentVariable("TRACKER_FOLD") is null)
        {
            for (var round = 0; round < 2; round++)
            {
                var height = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
                await page.SetViewportSizeAsync(width, Math.Clamp(height, 600, 12_000));
                await page.WaitForTimeoutAsync(200);
            }
        }
    }
}

using Deque.AxeCore.Playwright;
using GsomiaTracker.Tests.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GsomiaTracker.Tests.Browser;

/// <summary>The desk as an editor uses it: by keyboard alone, on a telephone and on a desk's screen.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeskTests(Chromium chromium) : IAsyncLifetime
{
    private readonly DeskHost _desk = new();
    private readonly List<string> _complaints = [];

    public Task InitializeAsync() => _desk.InitializeAsync();

    public Task DisposeAsync() => _desk.DisposeAsync();

    [BrowserTheory]
    [InlineData(390, 844)]
    [InlineData(1440, 900)]
    public async Task An_editor_signs_in_corrects_sees_it_in_public_and_undoes_it(int width, int height)
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = _desk.Address.ToString(), ViewportSize = new ViewportSize { Width = width, Height = height } });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{page.Url} says {message.Text}");
            }
        };

        await page.GotoAsync("/desk");
        await Good(page);
        await page.FocusAsync("#name");
        await page.Keyboard.TypeAsync("mina");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(DeskHost.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk");
        await Good(page);

        foreach (var path in new[] { "/desk/add", "/desk/feeds", "/desk/account", "/desk/history", "/desk/events", "/desk/articles" })
        {
            await page.GotoAsync(path);
            await Good(page);
        }

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk/articles/*");
        await Good(page);
        var finding = await page.Locator("aside a.edit[href*='/findings/event-']").First.GetAttributeAsync("href");
        var place = await Place(finding!);
        await page.GotoAsync(finding!);
        await Good(page);

        await page.FocusAsync("#f-place");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("Nagoya");
        await page.FocusAsync("#reason");
        await page.Keyboard.TypeAsync("the report says Nagoya");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("What changes on the public pages").WaitForAsync();
        await Good(page);
        Assert.Equal(place, await Place(finding!));

        await page.FocusAsync("button[value=do]");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Done, as correction").WaitForAsync();
        await Good(page);
        Assert.Equal("Nagoya", await Place(finding!));
        await page.GotoAsync(finding!.Split("/findings/")[0].Replace("/desk", "", StringComparison.Ordinal) + "/changes");
        Assert.Contains("the report says Nagoya", await page.ContentAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/desk/history");
        await page.Locator("input[name=reason]").First.FocusAsync();
        await page.Keyboard.TypeAsync("it does not");
        await page.Keyboard.PressAsync("Enter");
        await page.FocusAsync("button[value=do]");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Done, as correction").WaitForAsync();
        await Good(page);
        Assert.Equal(place, await Place(finding!));
        Assert.True(_complaints.Count == 0, string.Join("\n", _complaints));
    }

    private async Task<string?> Place(string finding)
    {
        var parts = finding.Split('/');
        var record = await _desk.Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None);
        return record.Story(Uri.UnescapeDataString(parts[3]))!.Latest.Reading.Events.Single(e => e.Key.Value == parts[5]).Place;
    }

    /// <summary>Nothing for axe to complain of, and nothing to scroll sideways for.</summary>
    private async Task Good(IPage page)
    {
        var axe = await page.RunAxe();
        _complaints.AddRange(axe.Violations.Select(v => $"{page.Url} {v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
        {
            _complaints.Add(page.Url + " scrolls sideways");
        }
    }
}

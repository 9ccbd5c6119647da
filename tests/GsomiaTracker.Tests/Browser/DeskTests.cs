using GsomiaTracker.Tests.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static GsomiaTracker.Tests.Browser.DeskBrowser;

namespace GsomiaTracker.Tests.Browser;

/// <summary>The desk as an editor uses it: by keyboard alone, on a telephone and on a desk's screen.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeskTests(Chromium chromium, DeskHost desk) : IClassFixture<DeskHost>
{
    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task An_editor_signs_in_corrects_sees_it_in_public_and_undoes_it(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.SignedIn("mina");

        foreach (var path in new[] { "/desk/add", "/desk/feeds", "/desk/account", "/desk/history", "/desk/events", "/desk/articles" })
        {
            await page.GotoAsync(path);
            await at.Good(page);
        }

        await OpenArticle(page, "Defense chiefs");
        await at.Good(page);
        var finding = await page.Locator("aside a.edit[href*='/findings/event-']").First.GetAttributeAsync("href");
        var place = await Place(finding!);
        await page.GotoAsync(finding!);
        await at.Good(page);

        await TypePlace(page, "Nagoya");
        await at.Good(page);
        Assert.Equal(place, await Place(finding!));

        await page.FocusAsync("button[value=do]");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Done, as correction").WaitForAsync();
        await at.Good(page);
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
        await at.Good(page);
        Assert.Equal(place, await Place(finding!));
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task An_editor_pastes_files_accepts_and_adds_by_keyboard_alone(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.SignedIn("mina");
        await page.GotoAsync("/desk/add");
        await page.FocusAsync("#text");
        await page.Keyboard.InsertTextAsync($"Ministers meet in Nagoya, seen at {width}\n\nNAGOYA, Nov. 22 ({(width < 600 ? "Kyodo" : "Jiji")}) -- Japanese Foreign Minister Toshimitsu Motegi met with his South Korean counterpart, Kang Kyung-wha, in Nagoya on Friday, the harbor master of {width} Quay said. He left on Friday.\n");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("What filing it changes").WaitForAsync();
        await at.Good(page);

        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("a");
        await page.GetByText("at the desk").WaitForAsync();
        await page.GetByText("at the desk").ClickAsync();
        await page.WaitForURLAsync("**/desk/articles/*");
        await at.Good(page);

        // The first finding: j walks there, a accepts it, and the next is at hand.
        await page.Keyboard.PressAsync("j");
        var first = await DeskBrowser.Focused(page);
        await page.Keyboard.PressAsync("a");
        await page.GetByText("Done, as correction").WaitForAsync();
        Assert.NotEqual(first, await DeskBrowser.Focused(page));
        Assert.Equal(1, await page.Locator(".right").CountAsync());

        // Words that stand twice, chosen as a reader would choose them.
        await page.EvaluateAsync("""
            () => {
              const walk = document.createTreeWalker(document.querySelector("[data-selectable]"), NodeFilter.SHOW_TEXT);
              let node, last;
              while ((node = walk.nextNode())) if (node.data.includes("Friday")) last = node;
              const at = last.data.lastIndexOf("Friday");
              getSelection().setBaseAndExtent(last, at, last, at + 6);
            }
            """);
        await page.WaitForFunctionAsync("document.getElementById('start').value !== ''");
        Assert.Equal("Friday", await page.Locator("#pick q").InnerTextAsync());
        await at.Good(page);
        await page.Keyboard.PressAsync("n");
        Assert.Equal("tell an event", await DeskBrowser.Focused(page));
        await page.Locator("#pick a[data-what=date]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("These words give a date").WaitForAsync();
        await at.Good(page);
        await page.FocusAsync("#f-days");
        await page.Keyboard.TypeAsync("2019-11-22");
        await page.FocusAsync("#reason");
        await page.Keyboard.TypeAsync("it was missed");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("What you are about to do").WaitForAsync();
        await page.FocusAsync("button[value=do]");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Done, as correction").WaitForAsync();
        await at.Good(page);
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Many_files_go_up_one_by_one_each_with_what_became_of_it(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.SignedIn("mina");
        await page.GotoAsync("/desk/add");
        await page.SetInputFilesAsync("#files", Enumerable.Range(0, 12).Select(i => new FilePayload
        {
            Name = $"piece-{i}.txt",
            MimeType = "text/plain",
            Buffer = i == 7 ? [0x4d, 0x00] : System.Text.Encoding.UTF8.GetBytes($"Piece {i} seen at {width} tells of a meeting on Nov. 4, 2019."),
        }));
        await page.FocusAsync("form[data-upload] button");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("12 of 12 done, 11 taken, 1 not").WaitForAsync();
        Assert.Equal(11, await page.Locator("#uploads a").CountAsync());
        Assert.Contains("NUL", await page.Locator("#uploads .fault").InnerTextAsync(), StringComparison.Ordinal);
        await at.Good(page);
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task A_chief_retracts_sees_the_radius_takes_it_back_and_looks_after_people(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.SignedIn("chief");
        await page.GotoAsync("/desk/people");
        await at.Good(page);
        await OpenArticle(page, "Defense chiefs");
        var article = new Uri(page.Url).AbsolutePath;
        await page.FocusAsync("#why");
        await page.Keyboard.TypeAsync("it was withdrawn by the agency");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("What changes on the public pages").WaitForAsync();
        Assert.Contains("goes", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await at.Good(page);
        await page.FocusAsync("button[value=do]");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Done, as correction").WaitForAsync();
        Assert.Equal(410, (await page.APIRequest.GetAsync(article.Replace("/desk", "", StringComparison.Ordinal))).Status);

        await page.Keyboard.PressAsync("z");
        await page.GetByText("What changes on the public pages").WaitForAsync();
        await page.FocusAsync("button[value=do]");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Done, as correction").WaitForAsync();
        Assert.Equal(200, (await page.APIRequest.GetAsync(article.Replace("/desk", "", StringComparison.Ordinal))).Status);
        await page.GotoAsync("/desk/events");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk/events/*");
        await at.Good(page);
        at.Fine();
    }

    private async Task<string?> Place(string finding)
    {
        var parts = finding.Split('/');
        var record = await desk.Services.GetRequiredService<Snapshots>().AsOf(null, CancellationToken.None);
        return record.Story(Uri.UnescapeDataString(parts[3]))!.Latest.Reading.Events.Single(e => e.Key.Value == parts[5]).Place;
    }
}

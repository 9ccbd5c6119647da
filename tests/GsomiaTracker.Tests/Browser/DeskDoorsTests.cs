using GsomiaTracker.Tests.Web.Desk;
using GsomiaTracker.Tests.Web.Ingestion;
using GsomiaTracker.Web.Desk;
using Microsoft.Extensions.DependencyInjection;
using static GsomiaTracker.Tests.Browser.DeskBrowser;

namespace GsomiaTracker.Tests.Browser;

/// <summary>The doors of the desk, by keyboard alone: the first chief comes in, makes somebody, who comes in and is refused elsewhere.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeskDoorsTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task The_first_chief_comes_by_the_setup_address_and_an_editor_by_the_one_that_the_chief_is_given(int width)
    {
        await using var host = new TrackerHost();
        host.UseKestrel(0);
        host.StartServer();
        var start = host.Services.GetRequiredService<DeskStart>();
        await start.Ready;
        await using var at = new DeskBrowser(chromium, DeskClient.AddressOf(host), width);

        var page = await at.Open();
        await page.GotoAsync(new Uri(start.SetupAddress!).PathAndQuery);
        await at.Good(page);
        await page.FocusAsync("#name");
        await page.Keyboard.TypeAsync("chief");
        await Press(page, "Tab");
        await page.Keyboard.TypeAsync("liverpool2019");
        await Press(page, "Enter");
        await page.Locator("#faults").WaitForAsync();
        await at.Good(page);
        await page.FocusAsync("#password");
        await page.Keyboard.TypeAsync(DeskHost.Password);
        await Press(page, "Enter");
        await page.WaitForURLAsync("**/desk");
        await at.Good(page);

        await page.GotoAsync("/desk/people");
        await page.FocusAsync("#name");
        await page.Keyboard.TypeAsync("mina");
        await Press(page, "Enter");
        await page.GetByText("/desk/welcome?").First.WaitForAsync();
        await at.Good(page);
        var welcome = System.Text.RegularExpressions.Regex.Match(await page.Locator("main").InnerTextAsync(), @"/desk/welcome\?\S+").Value;

        var hers = await at.Open();
        await hers.GotoAsync(welcome);
        await at.Good(hers);
        await hers.FocusAsync("#password");
        await hers.Keyboard.TypeAsync(DeskHost.Password);
        await Press(hers, "Enter");
        await hers.WaitForURLAsync("**/desk");

        var stranger = await at.Open();
        await stranger.GotoAsync("/desk");
        await at.Good(stranger);
        await TypeNameAndPassword(stranger, "nobody");
        await stranger.Locator("#faults").WaitForAsync();
        await at.Good(stranger);
        at.Fine();
    }
}

/// <summary>Every page of the desk, at rest.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeskPagesTests(Chromium chromium, QuarrelHost desk) : IClassFixture<QuarrelHost>
{
    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Every_page_is_in_order_in_light_and_dark(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var page = await at.SignedIn("chief");
        var contents = await desk.Contents();
        var take = contents.Revisions.First(r => r.Reading.Events.Count > 0 && r.Reading.Officials.Count > 0);
        var chronicle = await desk.Services.GetRequiredService<GsomiaTracker.Web.Rendering.Snapshots>().AsOf(null, CancellationToken.None);
        foreach (var path in (string[])
        [
            "/desk", "/desk?sure=over-half", "/desk/add", "/desk/feeds", "/desk/articles", "/desk/events", "/desk/positions", "/desk/officials", "/desk/history", "/desk/account", "/desk/people",
            "/desk/articles/" + take.Article, $"/desk/articles/{take.Article}/findings/{take.Reading.Events[0].Key}", $"/desk/articles/{take.Article}/add?start=0&end=20&what=event",
            "/desk/officials/" + take.Reading.Officials[0].Id, "/desk/events/" + chronicle.Chronicle.Events[0].Slug, "/desk/nowhere",
        ])
        {
            await page.GotoAsync(path);
            await at.Good(page);
        }

        await page.GotoAsync("/desk/add");
        await page.FocusAsync("#text");
        await page.Keyboard.InsertTextAsync(DeskHost.Piece.Replace("Bangkok", "Manila", StringComparison.Ordinal));
        await Press(page, "Tab", "Enter");
        await page.WaitForURLAsync("**/desk/add/*");
        await at.Good(page);
        at.Fine();
    }
}

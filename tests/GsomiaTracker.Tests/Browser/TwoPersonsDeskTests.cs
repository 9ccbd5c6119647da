using System.Text.RegularExpressions;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Tests.Web.Desk;
using GsomiaTracker.Tests.Web.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using static GsomiaTracker.Tests.Browser.DeskBrowser;

namespace GsomiaTracker.Tests.Browser;

/// <summary>A desk where nobody publishes alone.</summary>
public sealed class TwoPersonsHost : DeskHost
{
    protected override void Prepare(TrackerHost host) => host.Settings["Desk:TwoPersons"] = "true";
}

/// <summary>Publishing by two, as the two of them do it, by keyboard alone.</summary>
[Collection(BrowserTests.Name)]
public sealed class TwoPersonsDeskTests(Chromium chromium, TwoPersonsHost desk) : IClassFixture<TwoPersonsHost>
{
    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task One_proposes_the_other_finds_it_in_the_queue_and_publishes_it(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var (mina, ben) = (await at.SignedIn("mina"), await at.SignedIn("ben"));
        await OpenArticle(mina, "Defense chiefs");
        await Press(mina, "j", "e");
        await mina.WaitForURLAsync("**/findings/*");
        await TypePlace(mina, $"Nagoya {width}");
        await at.Good(mina);
        await Press(mina, "Enter");
        await mina.WaitForURLAsync("**/desk/proposals/*");
        await at.Good(mina);
        var before = await Corrections();

        await ben.GotoAsync("/desk");
        await at.Good(ben);
        Assert.Contains("proposed by mina", await ben.Locator(".queue > li").First.InnerTextAsync(), StringComparison.Ordinal);
        await Press(ben, "j", "Enter");
        await ben.WaitForURLAsync("**/desk/proposals/*");
        Assert.Contains($"Nagoya {width}", await ben.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await Corrections());
        await Press(ben, "a");
        await ben.GetByText("Done, as correction").WaitForAsync();
        Assert.Equal(before + 1, await Corrections());
        Assert.Contains("mina, published by ben", await ben.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await at.Good(ben);
        at.Fine();
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task An_article_waits_for_another_than_brought_it_in(int width)
    {
        await using var at = new DeskBrowser(chromium, desk.Address, width);
        var (mina, ben) = (await at.SignedIn("mina"), await at.SignedIn("ben"));
        await mina.GotoAsync("/desk/add");
        await mina.FocusAsync("#text");
        await mina.Keyboard.InsertTextAsync($"Envoys meet at quay {width}\n\nTOKYO, Nov. 20 (Kyodo) -- Envoys of Japan and South Korea met in Tokyo on Wednesday, the harbor master of {width} Quay said.\n");
        await Press(mina, "Tab", "Enter");
        await mina.WaitForURLAsync(new Regex("/desk/add/[0-9a-f]+$"));
        Assert.True(await mina.Locator("button[data-key=a]").IsDisabledAsync());
        await at.Good(mina);
        await ben.GotoAsync(new Uri(mina.Url).AbsolutePath);
        await Press(ben, "a");
        await ben.GetByText("at the desk").WaitForAsync();
        at.Fine();
    }

    private async Task<int> Corrections() => (await desk.Services.GetRequiredService<RecordQueries>().LoadAsync()).Corrections.Count;
}

using GsomiaTracker.Store.Editing;
using GsomiaTracker.Tests.Web.Desk;
using Microsoft.Playwright;

namespace GsomiaTracker.Tests.Browser;

/// <summary>A passkey made and used in a real browser, with a key that its developer tools stand in for.</summary>
[Collection(BrowserTests.Name)]
public sealed class PasskeyTests(Chromium chromium) : IAsyncLifetime
{
    private readonly DeskHost _desk = new();

    public Task InitializeAsync() => _desk.InitializeAsync();

    public Task DisposeAsync() => _desk.DisposeAsync();

    [BrowserFact]
    public async Task A_passkey_is_made_signs_in_without_a_password_and_works_no_more_once_removed()
    {
        // Passkeys need a name: an address of figures has none.
        var address = $"http://localhost:{_desk.Address.Port}";
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address });
        var page = await context.NewPageAsync();
        var tools = await context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync("/desk/sign-in");
        await page.FillAsync("#name", "mina");
        await page.FillAsync("#password", DeskHost.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk");
        await page.GotoAsync("/desk/account");
        await page.FillAsync("#keyname", "my telephone");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("is kept. You can sign in with it").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/desk/sign-in");
        await page.GotoAsync("/desk/history");
        await page.WaitForURLAsync("**/desk/sign-in?back=*");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync("**/desk/history");
        Assert.Equal("mina", await page.Locator(".who").TextContentAsync());

        await page.GotoAsync("/desk/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey my telephone" }).ClickAsync();
        await page.GetByText("works no more").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/desk/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.GetByText("This passkey is not known here").WaitForAsync();
    }

    [BrowserFact]
    public async Task What_was_typed_into_a_form_outlives_a_lost_session_and_goes_when_it_is_done()
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = _desk.Address.ToString() });
        var page = await context.NewPageAsync();
        await SignIn(page);
        await page.GotoAsync("/desk/articles");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk/articles/*");
        await page.Locator("aside a.edit[href*='/findings/event-']").First.ClickAsync();
        await page.WaitForURLAsync("**/findings/event-*");
        var finding = page.Url;
        await page.FillAsync("#f-place", "Kobe");
        await page.FillAsync("#reason", "the second report says Kobe");

        await context.ClearCookiesAsync();
        var lost = await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), r => r.Request.Method == "POST");
        Assert.Contains(lost.Status, new[] { 400, 401 });
        await page.WaitForFunctionAsync("!document.getElementById('f-place')");
        await SignIn(page);
        await page.GotoAsync(finding);
        Assert.Equal("Kobe", await page.InputValueAsync("#f-place"));
        Assert.Equal("the second report says Kobe", await page.InputValueAsync("#reason"));

        await page.FocusAsync("#reason");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("What changes on the public pages").WaitForAsync();
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("a");
        await page.GetByText("Done, as correction").WaitForAsync();
        Assert.Null(await page.EvaluateAsync<string?>("localStorage.getItem('desk:' + location.pathname)"));

        // Undone where it was done.
        await page.Keyboard.PressAsync("z");
        await page.GetByText("What changes on the public pages").WaitForAsync();
    }

    private static async Task SignIn(IPage page)
    {
        await page.GotoAsync("/desk/sign-in");
        await page.FillAsync("#name", "mina");
        await page.FillAsync("#password", DeskHost.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk");
    }
}

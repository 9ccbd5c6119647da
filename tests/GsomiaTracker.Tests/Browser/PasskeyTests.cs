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
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
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
}

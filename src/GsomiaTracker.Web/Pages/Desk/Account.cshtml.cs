using System.Globalization;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>One's own account: password, second factor, sessions, tokens.</summary>
public sealed class AccountPage(UserManager<Person> people, SignInManager<Person> cookies, PasswordRules rules, ApiTokens tokens, Sessions sessions, Passkeys passkeys, ILogger<AccountPage> log) : DeskPage
{
    public Person Person { get; private set; } = null!;

    public string AuthenticatorKey { get; private set; } = "";

    public string AuthenticatorUri { get; private set; } = "";

    /// <summary>The same address as a picture to point a telephone at.</summary>
    public Microsoft.AspNetCore.Html.IHtmlContent? AuthenticatorQr { get; private set; }

    public IReadOnlyList<UserPasskeyInfo> OwnPasskeys { get; private set; } = [];

    /// <summary>Shown once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Shown once.</summary>
    public string? NewToken { get; private set; }

    public IReadOnlyList<ApiTokenRow> Tokens { get; private set; } = [];

    public IReadOnlyList<SessionRow> OwnSessions { get; private set; } = [];

    /// <summary>The session that looks at this page.</summary>
    public string? OwnSession => DeskSession.IdOf(User);

    public Task<IActionResult> OnGetAsync() => Show();

    public async Task<IActionResult> OnPostPasswordAsync([FromForm] string? old, [FromForm] string? password)
    {
        var person = await Me();
        if (rules.Fault(password ?? "", person.UserName) is { } fault)
        {
            Fault(fault, "password");
        }
        else if (!(await people.ChangePasswordAsync(person, old ?? "", password!)).Succeeded)
        {
            Fault("The password so far is not right.", "old");
        }
        else
        {
            Done = "The password is changed; other sessions have ended.";
            log.LogInformation("{Name} changed the password", person.UserName);
            await sessions.EndAllAsync(person.Id, OwnSession);
            await cookies.RefreshSignInAsync(person);
        }

        return await Show();
    }

    public async Task<IActionResult> OnPostCodeAsync([FromForm] string? code)
    {
        var person = await Me();
        if (!await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, (code ?? "").Replace(" ", "", StringComparison.Ordinal)))
        {
            Fault("This code does not fit. Is the clock of the authenticator right?", "code");
            return await Show();
        }

        await people.SetTwoFactorEnabledAsync(person, true);
        RecoveryCodes = [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, 8) ?? []];
        Done = "From now on a code is asked for. Keep the recovery codes: each works once in place of one.";
        log.LogInformation("{Name} set up a second factor", person.UserName);
        await cookies.RefreshSignInAsync(person);
        return await Show();
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        var person = await Me();
        await people.UpdateSecurityStampAsync(person);
        await sessions.EndAllAsync(person.Id);
        await cookies.SignOutAsync();
        return Redirect("/desk/sign-in");
    }

    /// <summary>Ends one session; one's own is signed out.</summary>
    public async Task<IActionResult> OnPostEndOneAsync([FromForm] string? id)
    {
        if (id == OwnSession)
        {
            await cookies.SignOutAsync();
            return Redirect("/desk/sign-in");
        }

        Done = await sessions.EndAsync((await Me()).Id, id ?? "") ? "That session has ended." : null;
        return await Show();
    }

    public async Task<IActionResult> OnPostTokenAsync([FromForm] string? label)
    {
        label = label?.Trim() ?? "";
        if (label.Length is 0 or > 80)
        {
            Fault("Say in up to 80 characters what the token is for.", "label");
        }
        else
        {
            var person = await Me();
            NewToken = await tokens.CreateAsync(person, label);
            log.LogInformation("{Name} made a token", person.UserName);
        }

        return await Show();
    }

    /// <summary>What the browser is asked in order to make a passkey.</summary>
    public async Task<IActionResult> OnPostQuestionAsync() => Content(await passkeys.QuestionToMakeAsync(await Me()), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] string? answer, [FromForm] string? name)
    {
        name = name?.Trim() ?? "";
        if (name.Length is 0 or > 60)
        {
            Fault("Give it a name of up to 60 letters.", "keyname");
            return await Show();
        }

        var kept = await passkeys.KeepAsync(await Me(), answer, name);
        if (kept.Ok)
        {
            Done = $"The passkey \u201c{name}\u201d is kept. You can sign in with it from now on.";
        }
        else
        {
            Fault(kept.Fault!.Reason, "keyname");
        }

        return await Show();
    }

    public async Task<IActionResult> OnPostForgetAsync([FromForm] string? id)
    {
        Done = await passkeys.RemoveAsync(await Me(), id ?? "") ? "The passkey works no more." : null;
        return await Show();
    }

    public async Task<IActionResult> OnPostRevokeAsync([FromForm] int id)
    {
        Done = await tokens.RevokeAsync(await Me(), id) ? "The token is taken back." : null;
        return await Show();
    }

    private async Task<Person> Me() => Person ??= await people.GetUserAsync(User) ?? throw new InvalidOperationException("signed in as nobody");

    private async Task<IActionResult> Show()
    {
        (Title, Section) = ("Account", "/desk/account");
        var person = await Me();
        if (!person.TwoFactorEnabled)
        {
            var key = await people.GetAuthenticatorKeyAsync(person);
            if (key is null)
            {
                await people.ResetAuthenticatorKeyAsync(person);
                await cookies.RefreshSignInAsync(person);
                key = await people.GetAuthenticatorKeyAsync(person);
            }

            AuthenticatorKey = string.Join(' ', key!.Chunk(4).Select(c => new string(c))).ToLowerInvariant();
            AuthenticatorUri = string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/{Uri.EscapeDataString("GSOMIA Tracker:" + person.UserName)}?secret={key}&issuer={Uri.EscapeDataString("GSOMIA Tracker")}&digits=6");
        }

        AuthenticatorQr = AuthenticatorUri.Length > 0 && QrCode.Of(AuthenticatorUri) is { } code ? new Microsoft.AspNetCore.Html.HtmlString(code.Svg("The key as a picture for an authenticator app")) : null;
        OwnPasskeys = await passkeys.OfAsync(person);
        Tokens = await tokens.OfAsync(person);
        OwnSessions = await sessions.OfAsync(person.Id);
        return Faults.Count > 0 ? Again() : Page();
    }
}

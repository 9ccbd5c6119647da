using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>The door. One answer to everything that is wrong.</summary>
[AllowAnonymous]
public sealed class SignInPage(SignIns signIns, Passkeys passkeys) : DeskPage
{
    public string Name { get; private set; } = "";

    public string? Back { get; private set; }

    public IActionResult OnGet(string? back)
    {
        Title = "Sign in";
        Back = back;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? password, [FromForm] string? code, [FromForm] string? back)
    {
        Title = "Sign in";
        (Name, Back) = (name ?? "", back);
        var address = HttpContext.Connection.RemoteIpAddress;
        if (TooMany(address))
        {
            return Page();
        }

        if (await signIns.TryAsync(Name, password ?? "", code, address))
        {
            return In(back);
        }

        Fault("Name, password or code is not right, or the account is locked for a while.", "name");
        return Again();
    }

    /// <summary>What the browser is asked for a passkey.</summary>
    public async Task<IActionResult> OnPostQuestionAsync() =>
        signIns.Wait(HttpContext.Connection.RemoteIpAddress) is null ? Content(await passkeys.QuestionToUseAsync(), "application/json") : StatusCode(StatusCodes.Status429TooManyRequests);

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] string? answer, [FromForm] string? back)
    {
        (Title, Back) = ("Sign in", back);
        var address = HttpContext.Connection.RemoteIpAddress;
        if (TooMany(address))
        {
            return Page();
        }

        if (await passkeys.SignInAsync(answer, address))
        {
            return In(back);
        }

        Fault("This passkey is not known here, or the account is locked for a while.");
        return Again();
    }

    private LocalRedirectResult In(string? back) => LocalRedirect(back is not null && Url.IsLocalUrl(back) && back.StartsWith("/desk", StringComparison.Ordinal) ? back : "/desk");

    private bool TooMany(System.Net.IPAddress? address)
    {
        if (signIns.Wait(address) is not { } wait)
        {
            return false;
        }

        Response.Headers.RetryAfter = ((int)wait.TotalSeconds + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Fault("Too many sign-ins from this address have failed. Try again in a quarter of an hour.");
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return true;
    }
}

using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Where the first chief comes to be, by the one-time address of the first start.</summary>
[AllowAnonymous]
public sealed class SetupPage(SetupKey setup, PeopleDesk people, SignInManager<Person> cookies, PasswordRules rules) : DeskPage
{
    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public IActionResult OnGet(string? key)
    {
        Title = "Become the first chief";
        Key = key ?? "";
        return setup.Fits(key, HttpContext) ? Page() : Refuse(Gone());
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? key, [FromForm] string? name, [FromForm] string? password)
    {
        Title = "Become the first chief";
        (Key, Name) = (key ?? "", name?.Trim() ?? "");
        if (!setup.Fits(key, HttpContext) || await people.AnybodyAsync())
        {
            return Refuse(Gone());
        }

        if (rules.Fault(password ?? "", Name) is { } fault)
        {
            Fault(fault, "password");
            return Again();
        }

        var added = await people.AddAsync(Name, DeskRole.Chief, password);
        if (!added.Ok)
        {
            Fault(added.Fault!.Reason, "name");
            return Again();
        }

        if (!setup.Use(key, HttpContext))
        {
            return Refuse(Gone());
        }

        await cookies.SignInAsync(added.Value, isPersistent: false);
        return Redirect("/desk");
    }

    private static Refusal Gone() => Refusal.NotFound("no-setup", "This address does not work",
        "It works once, for an hour after the tracker's first start, on the machine the tracker runs on. A new start without people prints a new one.", new Nearest("Sign in", "/desk/sign-in"));
}

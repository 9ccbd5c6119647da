using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Where somebody added or reset chooses a password, by a one-time address.</summary>
[AllowAnonymous]
public sealed class WelcomePage(UserManager<Person> people, SignInManager<Person> cookies, PasswordRules rules) : DeskPage
{
    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public IActionResult OnGet(string? name, string? key)
    {
        Title = "Choose a password";
        (Name, Key) = (name ?? "", key ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? key, [FromForm] string? password)
    {
        Title = "Choose a password";
        (Name, Key) = (name ?? "", key ?? "");
        if (rules.Fault(password ?? "", Name) is { } fault)
        {
            Fault(fault, "password");
            return Again();
        }

        var person = await people.FindByNameAsync(Name);
        if (person is null || !(await people.ResetPasswordAsync(person, Key, password!)).Succeeded)
        {
            Fault("This address does not work any more: it works once, for an hour. A chief, or the server's console, can make a new one.");
            return Again();
        }

        await cookies.SignInAsync(person, isPersistent: false);
        return Redirect("/desk");
    }
}

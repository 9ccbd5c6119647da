using GsomiaTracker.Store.Editing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Ends this session.</summary>
public sealed class SignOutPage(SignInManager<Person> cookies) : DeskPage
{
    public IActionResult OnGet() => Redirect("/desk");

    public async Task<IActionResult> OnPostAsync()
    {
        await cookies.SignOutAsync();
        return Redirect("/desk/sign-in");
    }
}

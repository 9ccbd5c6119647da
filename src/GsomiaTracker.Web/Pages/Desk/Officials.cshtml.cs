using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Everybody who is named on the record: those that the dossier does not know first.</summary>
public sealed class DeskOfficialsPage(Correcting correcting) : CorrectingPage(correcting)
{
    public Task OnGetAsync([FromQuery] string? done)
    {
        (Title, Section) = ("Officials", "/desk/officials");
        return LookAsync(done);
    }
}

using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Every event, in order of days.</summary>
public sealed class DeskEventsPage(Correcting correcting) : CorrectingPage(correcting)
{
    public Task OnGetAsync([FromQuery] string? done)
    {
        (Title, Section) = ("Events", "/desk/events");
        return LookAsync(done);
    }
}

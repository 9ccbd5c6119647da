namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Every event, in order of days.</summary>
public sealed class DeskEventsPage : DeskPage
{
    public void OnGet() => (Title, Section) = ("Events", "/desk/events");
}

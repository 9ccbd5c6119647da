namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>What needs a decision.</summary>
public sealed class DeskIndexPage : DeskPage
{
    public void OnGet() => (Title, Section) = ("What needs a decision", "/desk");
}

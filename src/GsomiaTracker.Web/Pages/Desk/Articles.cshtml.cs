namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Every article, newest first.</summary>
public sealed class DeskArticlesPage : DeskPage
{
    public void OnGet() => (Title, Section) = ("Articles", "/desk/articles");
}

using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages;

/// <summary>What went wrong, in words, and where to go instead.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProblemPage : TrackerPage
{
    public Refusal Refusal { get; private set; } = null!;

    protected override bool ShowsRefusals => true;

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        Refusal = HttpContext.Items[typeof(Refusal)] as Refusal ?? Problems.OfStatus(Response.StatusCode, View);
        Title = Refusal.Title;
        Path = "/timeline";
    }
}

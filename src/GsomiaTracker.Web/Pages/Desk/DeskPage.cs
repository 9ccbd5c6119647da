using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>What every page of the desk stands on: only who may sees it, nothing of it is kept by caches, every form carries its token.</summary>
[Authorize(Policy = DeskPolicy.Editor)]
[AutoValidateAntiforgeryToken]
public abstract class DeskPage : TrackerPage
{
    private readonly List<(string? Field, string Words)> _faults = [];

    /// <summary>Who is signed in; "" on the pages before.</summary>
    public string Editor => User.Identity?.Name ?? "";

    public bool IsChief => User.IsInRole(DeskRole.Chief);

    /// <summary>What was wrong with a form: the id of its field where there is one, and the words.</summary>
    public IReadOnlyList<(string? Field, string Words)> Faults => _faults;

    /// <summary>What has just been done, in words.</summary>
    public string? Done { get; protected set; }

    public string? FaultOf(string field) => _faults.FirstOrDefault(f => f.Field == field).Words;

    protected void Fault(string words, string? field = null) => _faults.Add((field, words));

    /// <summary>The page again with what was wrong.</summary>
    protected IActionResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

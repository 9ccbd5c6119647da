using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>A page of something that several articles tell of (an event, an official): amended or rejected in all of them at once.</summary>
public abstract class ToldThingPage(Correcting correcting) : CorrectingPage(correcting)
{
    /// <summary>Its facts as they stand, to set them wherever it is told.</summary>
    public IReadOnlyList<EditField> Fields { get; protected set; } = [];

    /// <summary>Sets facts of it in every article that tells it.</summary>
    public Task<IActionResult> OnPostAmendAsync(string id, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step) =>
        FoundAsync(id, () => TakeAsync(SetInAll(Fields, Told()), reason, seen, step, AfterAmending));

    /// <summary>Says that there is no such thing: wherever it is told, it is misread.</summary>
    public Task<IActionResult> OnPostRejectAsync(string id, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step) =>
        FoundAsync(id, () => TakeAsync([.. Told().Select(t => new CorrectionDraft(CorrectionAct.Reject, t.Article, t.Key.Value))], reason, seen, step, Section));

    /// <summary>Where to go when it has been amended.</summary>
    protected virtual string AfterAmending => Path;

    /// <summary>Finds what the address names and sets up the page, or says that there is none.</summary>
    protected abstract IActionResult? Find(string id);

    /// <summary>Each finding that tells it, with its own fields.</summary>
    protected abstract IEnumerable<(string Article, FindingKey Key, IReadOnlyList<EditField> Own)> Told();

    /// <summary>Does something to what the address names, the form's state looked up.</summary>
    protected async Task<IActionResult> FoundAsync(string id, Func<Task<IActionResult>> act)
    {
        if (Find(id) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        return await act();
    }
}

using System.Globalization;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>
/// A page with a form that corrects: first it shows what would change, then it is done. The form carries the highest correction that its maker
/// saw; who comes second is shown what the first did, and decides again.
/// </summary>
public abstract class CorrectingPage(Correcting correcting) : DeskPage
{
    public const int LongestReason = 500;
    private const int MostAtOnce = 5_000;

    /// <summary>Why something is found right, where nothing else is said.</summary>
    public const string AcceptedBecause = "checked against the text";

    /// <summary>What is meant to be done; empty while the form is not filled in.</summary>
    public IReadOnlyList<CorrectionDraft> Drafts { get; private set; } = [];

    public Foreseen? Foreseen { get; private set; }

    public string Reason { get; protected set; } = "";

    /// <summary>What others did since.</summary>
    public IReadOnlyList<Correction> Meanwhile { get; protected set; } = [];

    /// <summary>The fields of the form to carry from the preview to the deed.</summary>
    public IEnumerable<(string Name, string Value)> Posted => Request.Form
        .Where(f => f.Key is not ("form-token" or "step" or "seen"))
        .SelectMany(f => f.Value.Select(v => (f.Key, v ?? "")));

    /// <summary>The highest correction on the record as shown.</summary>
    public long Seen { get; private set; }

    /// <summary>The corrections that have just been made here, in one act, for their undo; empty where none were.</summary>
    public IReadOnlyList<long> JustDone { get; private set; } = [];

    /// <summary>Whether "do it" proposes only.</summary>
    public bool NeedsAnother => correcting.NeedsAnother(Drafts);

    protected Correcting Way => correcting;

    protected Proposals Proposals => HttpContext.RequestServices.GetRequiredService<Proposals>();

    /// <param name="done">What the address says was just done: "12", or "12-15" for one act of several corrections.</param>
    protected async Task LookAsync(string? done)
    {
        var contents = await HttpContext.RequestServices.GetRequiredService<Rendering.Snapshots>().Contents(HttpContext.RequestAborted);
        Seen = contents.Corrections.Count == 0 ? 0 : contents.Corrections.Max(c => c.Sequence);
        var (first, last) = Range(done);
        var made = contents.Corrections.Where(c => c.Sequence >= first && c.Sequence <= last).OrderBy(c => c.Sequence).ToList();
        if (made.Count > 0)
        {
            JustDone = [.. made.Select(c => c.Sequence)];
            Done = made.Count == 1 ? $"Done, as correction {first}: {CorrectionWords.Of(made[0])}." : $"Done, as corrections {first} to {made[^1].Sequence}: {CorrectionWords.Of(made)}.";
        }
    }

    /// <summary>Shows what drafts would do, or does it.</summary>
    /// <param name="seen">The highest correction that the form's maker saw.</param>
    /// <param name="step">"do" to do it; anything else shows first.</param>
    /// <param name="after">Where to go when it is done, without a query.</param>
    protected async Task<IActionResult> TakeAsync(IReadOnlyList<CorrectionDraft> drafts, string? reason, long? seen, string? step, string after)
    {
        Reason = reason?.Trim() ?? "";
        if (drafts.Count == 0)
        {
            Fault("Nothing is changed yet.");
        }

        if (Reason.Length is < 3 or > LongestReason)
        {
            Fault("Say in a few words why: it stands in the public change log.", "reason");
        }

        if (Faults.Count > 0)
        {
            return Again();
        }

        if (step == "do" && correcting.NeedsAnother(drafts))
        {
            return Redirect(FormattableString.Invariant($"/desk/proposals/{await Proposals.KeepAsync(drafts, Editor, Reason, seen ?? 0)}"));
        }

        if (step == "do")
        {
            var appended = correcting.Append(drafts, seen ?? 0, Editor, Reason);
            if (appended.Done.Count > 0)
            {
                return Redirect($"{(Request.Form["back"] == "queue" ? "/desk" : after)}?done={DoneAs(appended)}");
            }

            Meanwhile = appended.Meanwhile;
        }

        return await ForeseeAsync(drafts, Editor);
    }

    /// <summary>What the form says otherwise than it was shown, set in every finding that does not say so yet.</summary>
    /// <param name="shown">The form's fields.</param>
    /// <param name="findings">Each with its own fields.</param>
    protected IReadOnlyList<CorrectionDraft> SetInAll(IReadOnlyList<EditField> shown, IEnumerable<(string Article, FindingKey Key, IReadOnlyList<EditField> Own)> findings)
    {
        var meant = shown.Where(f => Request.Form.TryGetValue(f.Id, out var typed) && !f.Same(typed.ToString())).Select(f => (f.Name, Json: f.Json(Request.Form[f.Id].ToString()))).ToList();
        return [.. findings.SelectMany(f => meant.Where(m => f.Own.First(o => o.Name == m.Name) is var own && own.Json(own.Value) != m.Json).Select(m => new CorrectionDraft(CorrectionAct.Amend, f.Article, f.Key.Value, m.Name, m.Json)))];
    }

    /// <summary>How an address tells what was done: "12", or "12-15".</summary>
    protected static string DoneAs(Appended appended) => appended.Done.Count == 1
        ? appended.Done[0].Sequence.ToString(CultureInfo.InvariantCulture)
        : FormattableString.Invariant($"{appended.Done[0].Sequence}-{appended.Done[^1].Sequence}");

    private static (long First, long Last) Range(string? done)
    {
        var parts = (done ?? "").Split('-');
        return parts.Length <= 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last - first <= MostAtOnce
            ? (first, last)
            : (1, 0);
    }

    /// <summary>Shows what drafts would do; 409 where others touched the same things meanwhile.</summary>
    protected async Task<IActionResult> ForeseeAsync(IReadOnlyList<CorrectionDraft> drafts, string author)
    {
        Drafts = drafts;
        var foreseen = await correcting.ForeseeAsync(drafts, author, Reason, HttpContext.RequestAborted);
        foreach (var orphan in foreseen.Refused)
        {
            Fault($"{CorrectionWords.Of(orphan.Correction)}: {orphan.Reason}", orphan.Correction.Field is { } field ? "f-" + field : null);
        }

        if (Faults.Count > 0)
        {
            return Again();
        }

        (Foreseen, Seen) = (foreseen, foreseen.Seen);
        Response.StatusCode = Meanwhile.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
        return Page();
    }
}

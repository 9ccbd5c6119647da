using System.Globalization;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>What one editor proposes, where two persons are demanded: another publishes it or turns it down, its author may take it back.</summary>
public sealed class ProposalPage(Correcting correcting, Snapshots snapshots, ILogger<ProposalPage> log) : CorrectingPage(correcting)
{
    public Proposal Proposal { get; private set; } = null!;

    public bool IsOwn => Proposal.Author == Editor;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await Find(id) is { } missing)
        {
            return missing;
        }

        var corrections = (await snapshots.Contents(HttpContext.RequestAborted)).Corrections;
        Meanwhile = [.. Proposal.Drafts.SelectMany(d => CorrectionThread.Since(corrections, d, Proposal.Seen)).DistinctBy(c => c.Sequence).OrderBy(c => c.Sequence)];
        var shown = await ForeseeAsync(Proposal.Drafts, Proposal.Author);
        Response.StatusCode = StatusCodes.Status200OK;
        return shown;
    }

    public async Task<IActionResult> OnPostPublishAsync(string id, [FromForm] long? seen)
    {
        if (await Find(id) is { } missing)
        {
            return missing;
        }

        if (IsOwn)
        {
            Fault("You proposed it: another editor publishes it.");
            return Again();
        }

        var appended = Way.Append(Proposal.Drafts, seen ?? 0, Proposal.Author, Proposal.Reason, Editor);
        if (appended.Done.Count > 0)
        {
            await Proposals.DropAsync(Proposal.Id);
            return Redirect("/desk/history?done=" + DoneAs(appended));
        }

        Meanwhile = appended.Meanwhile;
        return await ForeseeAsync(Proposal.Drafts, Proposal.Author);
    }

    /// <summary>Turned down by another, or taken back by its author: nothing of it was ever on the record.</summary>
    public async Task<IActionResult> OnPostDropAsync(string id)
    {
        if (await Find(id) is { } missing)
        {
            return missing;
        }

        await Proposals.DropAsync(Proposal.Id);
        log.LogInformation("{Name} put away proposal {Id} of {Author}", Editor, Proposal.Id, Proposal.Author);
        return Redirect("/desk");
    }

    private async Task<IActionResult?> Find(string id)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || await Proposals.FindAsync(number) is not { } proposal)
        {
            return Refuse(Refusal.NotFound("unknown-proposal", "No such proposal", "It has been published, turned down or taken back.", new Nearest("History", "/desk/history"), new Nearest("What needs a decision", "/desk")));
        }

        (Proposal, Reason, Title, Section) = (proposal, proposal.Reason, $"Proposal {id}, by {proposal.Author}", "/desk");
        return null;
    }
}

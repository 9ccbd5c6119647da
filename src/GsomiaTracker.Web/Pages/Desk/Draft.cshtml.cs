using GsomiaTracker.Domain.Time;
using GsomiaTracker.Store.Editing;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Store.Recording;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Ingestion;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>A draft as the reader reads it, and what filing it would change. It is filed through the same queue as everything else.</summary>
public sealed class DraftPage(Drafts drafts, DraftReading reading, RecordQueries record, Intake intake, QueueBell bell, DeskSettings settings, ILogger<DraftPage> log) : DeskPage
{
    /// <summary>How long filing waits for the text to be read before it says that it waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public DraftRow Draft { get; private set; } = null!;

    public ReadDraft Read { get; private set; } = null!;

    /// <summary>The article that the same text is on the record as; null where it is new.</summary>
    public string? OnRecord { get; private set; }

    /// <summary>Two persons are demanded, and this one brought the article in.</summary>
    public bool WaitsForAnother => settings.TwoPersons && Draft.Author == Editor;

    public string Published { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(string id) => Show(id);

    /// <summary>Settles the publication time where the text does not state one, and reads again.</summary>
    public async Task<IActionResult> OnPostSettleAsync(string id, [FromForm] string? published)
    {
        Published = published?.Trim() ?? "";
        if (Published.Length == 0)
        {
            await drafts.SettleAsync(id, null);
        }
        else if (PublicationTime.Parse(Published) is { Ok: true } time)
        {
            await drafts.SettleAsync(id, time.Value);
        }
        else
        {
            Fault(PublicationTime.Parse(Published).Fault!.Reason, "published");
            return await Show(id);
        }

        return Redirect("/desk/add/" + Uri.EscapeDataString(id));
    }

    public async Task<IActionResult> OnPostFileAsync(string id)
    {
        var shown = await Show(id);
        if (Draft is null || Faults.Count > 0)
        {
            return shown;
        }

        if (WaitsForAnother)
        {
            Fault("You brought it in: another editor files it.");
            return Again();
        }

        if (Read.Reading.Header.Published is null)
        {
            Fault("When was it published? The text does not say; settle it before it is filed.", "published");
            return Again();
        }

        intake.Accept(new IncomingText(Draft.Text, GsomiaTracker.Store.Tables.Origin.Desk, Draft.Source, Supplied(Draft)));
        bell.Ring();
        log.LogInformation("{Name} filed {Hash}, brought in by {Author}", Editor, id, Draft.Author);
        await drafts.DropAsync(id);
        for (var waited = TimeSpan.Zero; waited < Patience; waited += TimeSpan.FromMilliseconds(50))
        {
            if ((await record.ArticlesOfAsync([id])).ContainsKey(id))
            {
                break;
            }

            await Task.Delay(50, HttpContext.RequestAborted);
        }

        return Redirect("/desk/add?filed=" + Uri.EscapeDataString(id));
    }

    public async Task<IActionResult> OnPostDropAsync(string id)
    {
        await drafts.DropAsync(id);
        return Redirect("/desk/add");
    }

    private async Task<IActionResult> Show(string id)
    {
        if (await drafts.FindAsync(id) is not { } draft)
        {
            return Refuse(Refusal.NotFound("unknown-draft", "No such draft", "It has been filed or put away.", new Nearest("Add an article", "/desk/add"), new Nearest("Articles", "/desk/articles")));
        }

        Draft = draft;
        Read = await reading.ReadAsync(draft.Text, Supplied(draft), HttpContext.RequestAborted);
        OnRecord = (await record.ArticlesOfAsync([id])).GetValueOrDefault(id);
        Published = Published.Length > 0 ? Published : draft.Supplied ?? "";
        (Title, Section) = ("Draft: " + (Read.Reading.Header.Headline ?? draft.Source ?? "without a headline"), "/desk/add");
        return Faults.Count > 0 ? Again() : Page();
    }

    private static PublicationTime? Supplied(DraftRow draft) => draft.Supplied is { } s && PublicationTime.Parse(s) is { Ok: true } time ? time.Value : null;
}

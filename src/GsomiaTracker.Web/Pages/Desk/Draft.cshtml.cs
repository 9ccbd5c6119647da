using GsomiaTracker.Domain.Findings;
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
public sealed class DraftPage(Drafts drafts, DraftReading reading, RecordQueries record, Intake intake, QueueBell bell, FiledDrafts filed, DeskSettings settings, ILogger<DraftPage> log) : DeskPage
{
    /// <summary>How long filing waits for the text to be read before it says that it waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public DraftRow Draft { get; private set; } = null!;

    public string WaitsWhy => Draft.FactsBy == Editor ? "You said what its facts are: another editor files it." : "You brought it in: another editor files it.";

    public ReadDraft Read { get; private set; } = null!;

    /// <summary>The article that the same text is on the record as; null where it is new.</summary>
    public string? OnRecord { get; private set; }

    /// <summary>Two persons are demanded, and this one brought the article in, or said last what its facts are.</summary>
    public bool WaitsForAnother => settings.TwoPersons && (Draft.FactsBy ?? Draft.Author) == Editor;

    /// <summary>The facts of its header, to say them otherwise.</summary>
    public IReadOnlyList<EditField> Fields { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string id) => Show(id);

    /// <summary>Says facts of the header otherwise, and settles the publication time where the text does not state one; then reads again.</summary>
    public async Task<IActionResult> OnPostSettleAsync(string id)
    {
        var shown = await Show(id);
        if (Draft is null)
        {
            return shown;
        }

        var own = reading.Header(Draft.Text);
        var facts = new Dictionary<string, string>(Drafts.FactsOf(Draft));
        var supplied = Supplied(Draft);
        foreach (var field in EditField.Of(own).Where(f => Request.Form.ContainsKey(f.Id)))
        {
            var typed = Request.Form[field.Id].ToString();
            if (field.Name == "published" && own.PublishedHow != PublishedHow.Stated)
            {
                supplied = Time(typed, own);
            }
            else if (field.Same(typed))
            {
                facts.Remove(field.Name);
            }
            else if (HeaderFacts.Check(own, field.Name, field.Json(typed)) is { } fault)
            {
                Fault(fault.Reason, field.Id);
            }
            else
            {
                facts[field.Name] = field.Json(typed);
            }
        }

        if (Faults.Count > 0)
        {
            return Again();
        }

        await drafts.SettleAsync(id, supplied, facts, Editor);
        return Redirect("/desk/add/" + Uri.EscapeDataString(id));
    }

    /// <summary>What was typed as the publication time; null for nothing. The inferred day typed again is an editor's word from then on.</summary>
    private PublicationTime? Time(string typed, ReadingHeader own)
    {
        if (typed.Trim().Length == 0)
        {
            return null;
        }

        var time = PublicationTime.Parse(typed.Trim());
        if (!time.Ok)
        {
            Fault(time.Fault!.Reason, "f-published");
            return null;
        }

        return Supplied(Draft) is null && !Request.Form.ContainsKey("sure") && time.Value.ToString() == own.Published?.ToString() ? null : time.Value;
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
            Fault(WaitsWhy);
            return Again();
        }

        if (Read.Reading.Header.Published is null)
        {
            Fault("When was it published? The text does not say; settle it before it is filed.", "f-published");
            return Again();
        }

        intake.Accept(new IncomingText(Draft.Text, GsomiaTracker.Store.Tables.Origin.Desk, Draft.Source, Supplied(Draft)));
        bell.Ring();
        log.LogInformation("{Name} filed {Hash}, brought in by {Author}", Editor, id, Draft.Author);
        var facts = Draft.Facts is not null;
        if (facts)
        {
            await drafts.FiledAsync(id, Editor);
        }
        else
        {
            await drafts.DropAsync(id);
        }

        for (var waited = TimeSpan.Zero; waited < Patience; waited += TimeSpan.FromMilliseconds(50))
        {
            if ((await record.ArticlesOfAsync([id])).ContainsKey(id))
            {
                break;
            }

            await Task.Delay(50, HttpContext.RequestAborted);
        }

        if (facts && await filed.FinishAsync(HttpContext.RequestAborted) > 0)
        {
            filed.Ring();
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
        if (draft.FiledBy is not null)
        {
            return Redirect("/desk/add?filed=" + Uri.EscapeDataString(id));
        }

        Read = await reading.ReadAsync(draft.Text, Supplied(draft), Drafts.FactsOf(draft), HttpContext.RequestAborted);
        Fields = EditField.Of(Read.Reading.Header);
        OnRecord = (await record.ArticlesOfAsync([id])).GetValueOrDefault(id);
        (Title, Section) = ("Draft: " + (Read.Reading.Header.Headline ?? draft.Source ?? "without a headline"), "/desk/add");
        return Faults.Count > 0 ? Again() : Page();
    }

    private static PublicationTime? Supplied(DraftRow draft) => draft.Supplied is { } s && PublicationTime.Parse(s) is { Ok: true } time ? time.Value : null;
}

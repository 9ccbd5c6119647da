using System.Text.Json;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Adds an event or a position that selected words of an article carry.</summary>
public sealed class AddFindingPage(Correcting correcting) : CorrectingPage(correcting)
{
    public const int Longest = 700;

    public Story Story { get; private set; } = null!;

    public ArticleRevision Take { get; private set; } = null!;

    public TextSpan Span { get; private set; }

    public string Words { get; private set; } = "";

    public IReadOnlyList<EditField> EventFields { get; private set; } = [];

    public IReadOnlyList<EditField> StanceFields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, [FromQuery] int start, [FromQuery] int end)
    {
        if (Find(id, start, end) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        return Faults.Count > 0 ? Again() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, [FromQuery] int start, [FromQuery] int end, [FromForm] string? what, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (Find(id, start, end) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        if (Faults.Count > 0)
        {
            return Again();
        }

        var stance = what == "stance";
        var fields = stance ? StanceFields : EventFields;
        var value = new Dictionary<string, JsonElement> { ["words"] = JsonSerializer.SerializeToElement(Words) };
        foreach (var field in fields)
        {
            var given = Request.Form[field.Id].ToString();
            if (given.Trim().Length > 0)
            {
                value[field.Name] = JsonSerializer.SerializeToElement(JsonDocument.Parse(field.Json(given)).RootElement);
            }
        }

        // Named by the words, so that the same form sent twice adds one finding.
        var type = stance ? "stance" : "event";
        var key = FindingKey.Of(type, "added " + string.Join('|', (stance ? new[] { "f-country", "f-person", "f-issue" } : ["f-kind"]).Select(f => Request.Form[f].ToString())), Words);
        return await TakeAsync([new CorrectionDraft(CorrectionAct.Add, Story.Id, key.Value, type, JsonSerializer.Serialize(value))], reason, seen, step, "/desk/articles/" + Uri.EscapeDataString(Story.Id));
    }

    private IActionResult? Find(string id, int start, int end)
    {
        if (Record.Story(id) is not { } story)
        {
            return Refuse(Lookup.NoStory(Record, View, id));
        }

        (Story, Take) = (story, story.Latest);
        (Title, Section) = ("Add a finding", "/desk/articles");
        Path = $"/desk/articles/{Uri.EscapeDataString(story.Id)}/add";
        if (start < 0 || end <= start || end > Take.Text.Length || end - start > Longest || char.IsLowSurrogate(Take.Text[start]))
        {
            Fault($"The words must lie in the text ({Take.Text.Length} characters) and be at most {Longest} characters long.");
            return null;
        }

        // Without the spaces around a selection.
        var raw = Take.Text[start..end];
        start += raw.Length - raw.TrimStart().Length;
        Words = raw.Trim();
        Span = TextSpan.OfLength(start, Words.Length);
        if (Words.Length == 0)
        {
            Fault("There are no words in this selection.");
        }
        else if (Take.Text.IndexOf(Words, StringComparison.Ordinal) != start)
        {
            Fault("These words stand earlier in the text too: select more of the sentence, so that they stand once.");
        }

        FindingKey none = default;
        EventFields = EditField.Of(Record, new EventReported(none, EventKind.Meeting, Words.Length <= 80 ? Words : Words[..80], null, "", EventStatus.Happened, [], [], null, [], [], []));
        StanceFields = EditField.Of(Record, new StanceTaken(none, "", null, null, Record.Dossier.Issues[0].Key, Position.For, SpeechAct.State, null, []));
        return null;
    }
}

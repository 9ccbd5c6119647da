using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Web.Desk;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages.Desk;

/// <summary>Adds what selected words of an article carry: an event, a position, an official, a date, a quotation.</summary>
public sealed class AddFindingPage(Correcting correcting) : CorrectingPage(correcting)
{
    public const int Longest = 700;

    public Story Story { get; private set; } = null!;

    public ArticleRevision Take { get; private set; } = null!;

    public TextSpan Span { get; private set; }

    public string Words { get; private set; } = "";

    public AddedKind Kind { get; private set; }

    public IReadOnlyList<EditField> Fields { get; private set; } = [];

    /// <summary>The page for another kind, the words the same.</summary>
    public string Tab(AddedKind kind) => FormattableString.Invariant($"{Path}?start={Span.Start}&end={Span.End}&what={Vocabulary.Word(kind)}");

    public async Task<IActionResult> OnGetAsync(string id, [FromQuery] int start, [FromQuery] int end, [FromQuery] string? what)
    {
        if (Find(id, start, end, what) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        return Faults.Count > 0 ? Again() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, [FromQuery] int start, [FromQuery] int end, [FromForm] string? what, [FromForm] string? reason, [FromForm] long? seen, [FromForm] string? step)
    {
        if (Find(id, start, end, what) is { } missing)
        {
            return missing;
        }

        await LookAsync(null);
        if (Faults.Count > 0)
        {
            return Again();
        }

        var draft = AddedFinding.Draft(Take.Text, Span, Story.Id, Kind, Fields, f => Request.Form[f.Id].ToString());
        return await TakeAsync([draft], reason, seen, step, "/desk/articles/" + Uri.EscapeDataString(Story.Id));
    }

    private IActionResult? Find(string id, int start, int end, string? what)
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

        var raw = new TextSpan(start, end);
        Kind = what is not null && Vocabulary.TryParse<AddedKind>(what, out var kind) ? kind : AddedFinding.Guess(Record, raw.Of(Take.Text).Trim());
        Span = AddedFinding.Trim(Take.Text, raw, Kind);
        Words = Span.Of(Take.Text);
        if (Words.Length == 0)
        {
            Fault("There are no words in this selection.");
        }

        Fields = AddedFinding.Fields(Record, Kind, Words);
        return null;
    }
}

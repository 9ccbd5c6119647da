using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages;

/// <summary>The takes of one story and what changed from each to the next.</summary>
public sealed class TakesPage : TrackerPage
{
    public Story Story { get; private set; } = null!;

    /// <summary>What is compared, the latest first.</summary>
    public IReadOnlyList<TakePair> Pairs { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        if (Record.Story(id) is not { } story)
        {
            return Refuse(Lookup.NoStory(Record, View, id));
        }

        var (take, against) = (Request.Query["take"].ToString(), Request.Query["against"].ToString());
        var pairs = TakePairs.Of(Record, View, story, take, against);
        if (pairs.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }

        Story = story;
        Pairs = [.. pairs.Value!.Reverse()];
        Title = $"Takes of {Cite.Title(story.Header)}";
        Section = "/articles";
        Siblings = [("JSON", $"/articles/{Uri.EscapeDataString(story.Id)}/takes.json")];
        return Page();
    }
}

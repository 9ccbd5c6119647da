using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages;

/// <summary>The takes of one story and what changed from each to the next.</summary>
public sealed class TakesPage : TrackerPage
{
    public Story Story { get; private set; } = null!;

    public IActionResult OnGet(string id)
    {
        if (Record.Story(id) is not { } story)
        {
            return Refuse(Lookup.NoStory(Record, View, id));
        }

        Story = story;
        Title = $"Takes of {story.Header.Headline ?? story.Id}";
        Section = "/articles";
        Siblings = [("JSON", $"/articles/{Uri.EscapeDataString(story.Id)}/takes.json")];
        return Page();
    }
}

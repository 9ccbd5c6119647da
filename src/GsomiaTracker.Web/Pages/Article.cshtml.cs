using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Web.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace GsomiaTracker.Web.Pages;

/// <summary>One story: the text as it arrived with every finding marked in place, and the findings beside it.</summary>
public sealed class ArticlePage : TrackerPage
{
    public Story Story { get; private set; } = null!;

    public ArticleRevision Take { get; private set; } = null!;

    public IActionResult OnGet(string id, [FromQuery] string? take)
    {
        if (Record.Story(id) is not { } story)
        {
            return Refuse(Lookup.NoStory(Record, View, id));
        }

        if (story.Id != id)
        {
            return Redirect(View.Url("/articles/" + Uri.EscapeDataString(story.Id)));
        }

        if (take is not null && story.Takes.All(t => t.Revision != take))
        {
            return Refuse(Lookup.NoTake(Record, View, story, take));
        }

        Story = story;
        Take = take is null ? story.Latest : story.Takes.First(t => t.Revision == take);
        Title = Cite.Title(Take.Reading.Header);
        Section = "/articles";
        Description = Cite.DigestLine(Take.Reading.Header) ?? Title;
        Siblings = [("JSON", $"/articles/{Uri.EscapeDataString(story.Id)}.json"), ("text", $"/articles/{Uri.EscapeDataString(story.Id)}.txt")];
        return Page();
    }
}

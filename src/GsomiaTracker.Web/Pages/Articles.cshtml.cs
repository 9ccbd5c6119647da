using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Web.Pages;

/// <summary>Every story on the record, the last known first: who wrote it, when, in how many takes, and what was found in it.</summary>
public sealed class ArticlesPage : TrackerPage
{
    public ArticlesView Stories { get; private set; } = null!;

    /// <summary>Outlets that give other outlets as their source, the most frequent first; each pair's citations in order of becoming known.</summary>
    public IReadOnlyList<IGrouping<(string By, string Cited), Citation>> Citations { get; private set; } = [];

    public void OnGet()
    {
        Citations = [.. Citation.Of(Record).GroupBy(c => (c.By, c.Cited)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)];
        Stories = ArticlesView.Of(Record, View);
        Title = "Articles";
        Section = "/articles";
        Description = $"{TimeText.Count(Record.Stories.Count, "article")} of {Record.Dossier.Title}, each with every finding marked in its text.";
        Siblings = [("JSON", "/articles.json"), ("CSV", "/articles.csv")];
    }
}

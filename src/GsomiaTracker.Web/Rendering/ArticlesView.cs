namespace GsomiaTracker.Web.Rendering;

/// <summary>Stories newest first, in pages of whole days, each with an address of its own.</summary>
/// <param name="Newer">Address of the page before this; null on the first.</param>
public sealed record ArticlesView(IReadOnlyList<Story> Stories, string? Newer, string? Older)
{
    /// <summary>A page holds whole days until it has this many stories.</summary>
    public const int PageStories = 200;

    public static ArticlesView Of(RecordAsOf record, ViewState view, int pageStories = PageStories)
    {
        var days = record.Stories.Reverse().GroupBy(s => record.DayOf(s.KnownSince)).ToList();
        var starts = new List<int>();
        var held = int.MaxValue / 2;
        for (var i = 0; i < days.Count; i++)
        {
            var count = days[i].Count();
            if (held + count > pageStories)
            {
                starts.Add(i);
                held = 0;
            }

            held += count;
        }

        // The page that the address's last day falls on.
        var page = view.To is { } to ? Math.Max(0, starts.FindLastIndex(s => days[s].Key >= to)) : 0;
        if (starts.Count == 0)
        {
            return new ArticlesView([], null, null);
        }

        var end = page + 1 < starts.Count ? starts[page + 1] : days.Count;
        return new ArticlesView(
            [.. days[starts[page]..end].SelectMany(d => d)],
            page == 0 ? null : Url(page - 1),
            page + 1 < starts.Count ? Url(page + 1) : null);

        string Url(int p) => (view.Unpaged with { To = p == 0 ? null : days[starts[p]].Key }).Url("/articles");
    }
}

using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>
/// The day in the address of the page itself, as its own links tell it where no canonical address does: the linked headline, the permalink, "comments",
/// buttons that share it, and the archive of the day beside the headline ("/2012/10/30/").
/// </summary>
internal static class OwnAddress
{
    private const int MostLinks = 2000;
    private const int LongestAddress = 600;

    /// <summary>Nodes between the headline or the last paragraph and a link to the archive of the day.</summary>
    private const int Near = 60;

    /// <summary>How much of an address's last words must stand in the title, and how many at least.</summary>
    private const double SlugShare = 0.6;
    private const int SlugWords = 2;

    /// <param name="title">The article's title; null where it is not known.</param>
    /// <param name="first">Index of the article's first text node.</param>
    /// <param name="last">Index of its last.</param>
    public static FoundDate? Day(HtmlTree tree, PageFacts facts, string? title, int first, int last)
    {
        var words = Words(title ?? facts.PageTitle ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        FoundDate? archive = null;
        var links = 0;
        foreach (var node in tree.Nodes)
        {
            if (node.Name != "a" || node["href"] is not { Length: > 10 and < LongestAddress } link || ++links > MostLinks)
            {
                continue;
            }

            var address = link.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(link) : link;
            if (StampText.InAddress(address) is not { } day)
            {
                continue;
            }

            var slug = Slug(address);
            if (slug.Count >= SlugWords && slug.Count(words.Contains) is var shared && shared >= SlugWords && shared >= SlugShare * slug.Count)
            {
                return new FoundDate(new PublicationTime(day), $"link: {address}");
            }

            if (archive is null && slug.Count == 0 && node.Index > first - Near && node.Index < last + Near && (node.Index < first || node.Index > last))
            {
                archive = new FoundDate(new PublicationTime(day), $"link: {address}");
            }
        }

        return archive;
    }

    /// <summary>The words of an address's last part that has any, from the day on.</summary>
    private static List<string> Slug(string address)
    {
        var end = address.AsSpan().IndexOfAny('#', '&');
        var path = end < 0 ? address : address[..end];
        var at = path.TrimEnd('/').LastIndexOf('/');
        return [.. Words(path[(at + 1)..])];
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', '-', '_', '.', '/', ',', ':', ';', '\'', '’', '"', '?', '!', '+', '='], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 3 && !w.AsSpan().ContainsAnyInRange('0', '9') && w is not ("html" or "aspx" or "https" or "http"));
}

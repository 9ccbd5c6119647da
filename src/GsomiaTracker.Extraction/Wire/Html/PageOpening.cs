namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>The first words of a page's description, which are often the first of its article.</summary>
internal sealed class PageOpening(PageFacts facts)
{
    private const int Letters = 40;

    private readonly List<string> _openings =
    [
        .. new[] { facts.Meta("og:description"), facts.Meta("description"), facts.Meta("twitter:description") }.OfType<string>()
            .Select(d => Bare(System.Net.WebUtility.HtmlDecode(System.Net.WebUtility.HtmlDecode(d)), Letters)).Where(d => d.Length == Letters).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>What the page says that it is called; null where it does not.</summary>
    public string? Title { get; } = facts.Meta("og:title", "twitter:title") ?? facts.Linked?.Title ?? facts.PageTitle;

    /// <summary>Whether these words begin as the description does.</summary>
    public bool Opens(string words)
    {
        if (_openings.Count == 0)
        {
            return false;
        }

        var bare = Bare(words, 2 * Letters);
        return _openings.Exists(o => bare.Contains(o, StringComparison.Ordinal));
    }

    private static string Bare(string words, int most)
    {
        var bare = new System.Text.StringBuilder(most);
        foreach (var c in words)
        {
            if (char.IsLetterOrDigit(c))
            {
                bare.Append(char.ToLowerInvariant(c));
                if (bare.Length == most)
                {
                    break;
                }
            }
        }

        return bare.ToString();
    }
}

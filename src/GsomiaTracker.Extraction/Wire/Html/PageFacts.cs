using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>What a page says of its article in its head: meta tags, title, links, JSON-LD.</summary>
internal sealed partial class PageFacts
{
    private const int LongestScript = 1 << 18;
    private const int LongestField = 40;
    private readonly List<string> _scripts;
    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);

    public PageFacts(HtmlTree tree)
    {
        var scripts = new List<string>();
        var others = new List<string>();
        foreach (var node in tree.Nodes)
        {
            switch (node.Name)
            {
                case "meta":
                    var key = node["property"] is { Length: > 0 } property ? property : node["name"] is { Length: > 0 } name ? name : node["itemprop"] ?? node["http-equiv"];
                    // Microdata's dates may be another story's: they are looked at where they stand.
                    var dated = node["property"] is null && node["name"] is null && node["itemprop"] is { } item && item.StartsWith("date", StringComparison.OrdinalIgnoreCase);
                    if (key is not null && !dated && node["content"] is { } content && !string.IsNullOrWhiteSpace(content))
                    {
                        _metas.TryAdd(key.Trim(), content.Trim());
                        if (content.StartsWith('{'))
                        {
                            // A tag that holds data: "parsely-page".
                            others.Add(content);
                        }
                    }

                    break;
                case "script" when node["type"] is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase):
                    scripts.Add(node.Words);
                    break;
                case "script" when node.Words.Length > 0:
                    others.Add(node.Words);
                    break;
                case "title" when PageTitle is null && node.Words.Length > 0:
                    PageTitle = WhiteSpace.Collapsed(node.Words);
                    break;
                case "link" when node["rel"] == "canonical":
                    Canonical ??= node["href"];
                    break;
                case "input" when node["name"] is { } field && node["value"] is { Length: >= 8 and <= LongestField } stated && StampField(field):
                    _metas.TryAdd(field, stated);
                    break;
                case "link" when node["rel"] == "amphtml":
                    Amp ??= node["href"];
                    break;
                case "html":
                    Language ??= node["lang"] ?? node["xml:lang"];
                    break;
                default:
                    break;
            }
        }

        Linked = LinkedData.Best(scripts);
        _scripts = [.. scripts, .. others];
    }

    /// <summary>A date of publication that the page's scripts hold under such a name ("publishDate": "2019-11-17"): of broken data, and of data that a script was to show.</summary>
    public string? DataDate
    {
        get
        {
            foreach (var script in _scripts)
            {
                if (DataDates().Match(script.Length > LongestScript ? script[..LongestScript] : script) is { Success: true } found)
                {
                    return found.Groups["date"].Value;
                }
            }

            return null;
        }
    }

    /// <summary>A hidden field of a form that is named as the meta tags of publication are.</summary>
    private static bool StampField(string name) => DateKeys["published"].Contains(name, StringComparer.OrdinalIgnoreCase);

    public LinkedData? Linked { get; }

    public string? PageTitle { get; }

    public string? Canonical { get; }

    /// <summary>The address of the same article in another form.</summary>
    public string? Amp { get; }

    public string? Language { get; }

    /// <summary>The first of these meta tags that the page has.</summary>
    public string? Meta(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_metas.TryGetValue(key, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The meta tags of a kind ("published", "modified", "day"), by <c>Lexicon/en/wire/pagedates.tsv</c>, surest first.</summary>
    public IEnumerable<(string Key, string Value)> Dates(string kind)
    {
        foreach (var key in DateKeys.GetValueOrDefault(kind) ?? [])
        {
            if (_metas.TryGetValue(key, out var value))
            {
                yield return (key, value);
            }
        }
    }

    private static readonly FrozenDictionary<string, string[]> DateKeys = LexiconFile.Rows("wire/pagedates.tsv").Where(r => r[0] is "published" or "modified" or "day")
        .GroupBy(r => r[0]).ToFrozenDictionary(g => g.Key, g => g.Select(r => r[1]).ToArray(), StringComparer.Ordinal);

    [System.Text.RegularExpressions.GeneratedRegex("""(?<![A-Za-z])(?:date|article|page|post|content|story|first)?[_-]?(?:publish(?:ed|ing)?|publication|pub|posted|release|issue)[_-]?(?:date|time|at|on|datetime|timestamp)?(?:utc|iso)?\\?["']?\s{0,3}[:=]\s{0,3}\\?["'](?<date>[^"'\\]{8,40})""", System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex DataDates();
}

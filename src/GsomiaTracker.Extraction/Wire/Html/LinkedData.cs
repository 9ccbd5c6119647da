using System.Text.Json;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>The little that is wanted of a page's schema.org data (JSON-LD): the article's title, dates, writer, outlet and text.</summary>
internal sealed record LinkedData(string? Title, string? Published, string? Modified, string? Created, string? Author, string? Site, string? Body, string? Address, int Rank)
{
    private const int Longest = 1 << 19;
    private const int MostObjects = 500;

    /// <summary>The best of a page's scripts: an article before a page before anything that has a date.</summary>
    public static LinkedData? Best(IEnumerable<string> scripts)
    {
        var found = new List<LinkedData>();
        foreach (var script in scripts)
        {
            Read(script, found);
        }

        return found.Count == 0 ? null : found.Aggregate((best, next) => next.Rank > best.Rank ? next : best);
    }

    private static void Read(string script, List<LinkedData> found)
    {
        if (script.Length > Longest)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(Mended(script), new JsonDocumentOptions { MaxDepth = 40, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var left = MostObjects;
            Walk(document.RootElement, found, 6, ref left);
        }
        catch (JsonException)
        {
            // Many pages' data are broken; the page says the same elsewhere.
        }
    }

    /// <summary>Line ends inside strings and comment or CDATA marks round the whole are the commonest faults.</summary>
    private static string Mended(string script)
    {
        var text = script.Trim();
        foreach (var (open, close) in (ReadOnlySpan<(string, string)>)[("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>"), ("/*<![CDATA[*/", "/*]]>*/")])
        {
            text = text.StartsWith(open, StringComparison.Ordinal) ? text[open.Length..] : text;
            text = text.EndsWith(close, StringComparison.Ordinal) ? text[..^close.Length] : text;
        }

        return text.Trim().TrimEnd(';').Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
    }

    private static void Walk(JsonElement element, List<LinkedData> found, int depth, ref int left)
    {
        if (depth == 0 || --left < 0)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Walk(item, found, depth - 1, ref left);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Of(element) is { } data)
            {
                found.Add(data);
            }

            foreach (var property in element.EnumerateObject())
            {
                if (property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "article")
                {
                    Walk(property.Value, found, depth - 1, ref left);
                }
            }
        }
    }

    private static LinkedData? Of(JsonElement element)
    {
        var type = Name(element, "@type") ?? "";
        var article = type.Contains("Article", StringComparison.OrdinalIgnoreCase) || type.Contains("Posting", StringComparison.OrdinalIgnoreCase) || type is "Report" or "ReportageNewsArticle";
        var page = type.Contains("WebPage", StringComparison.OrdinalIgnoreCase);
        var published = Words(element, "datePublished");
        var body = Words(element, "articleBody");
        if (!article && published is null && body is null)
        {
            return null;
        }

        var other = !article && !page && type.Length > 0;
        var rank = (article ? 100 : page ? 40 : other ? 5 : 20) + (published is not null ? 10 : 0) + (body is not null ? 5 : 0);
        return new LinkedData(
            Words(element, "headline") ?? (article ? Words(element, "name") : null), published, Words(element, "dateModified"), Words(element, "dateCreated") ?? Words(element, "uploadDate"),
            Name(element, "author"), Name(element, "publisher"), body, Words(element, "url") ?? Words(element, "mainEntityOfPage"), rank);
    }

    private static string? Words(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString()!.Trim() : null;

    private static string? Name(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            var names = value.EnumerateArray().Take(10).Select(One).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            return names.Count == 0 ? null : string.Join(", ", names);
        }

        return One(value);
    }

    private static string? One(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
        _ => null,
    };
}

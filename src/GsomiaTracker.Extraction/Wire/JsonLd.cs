using System.Text.Json;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>The little that is wanted of a page's schema.org data: when, by whom and by which outlet it was published.</summary>
internal sealed record JsonLd(string? Published, string? Author, string? Site)
{
    private const int Longest = 1 << 16;

    public static JsonLd? Read(string script)
    {
        if (script.Length > Longest)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(script, new JsonDocumentOptions { MaxDepth = 16, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Of(document.RootElement, 3);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonLd? Of(JsonElement element, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().Take(20).Select(e => Of(e, depth - 1)).FirstOrDefault(f => f is not null);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (element.TryGetProperty("datePublished", out var published) && published.ValueKind == JsonValueKind.String)
        {
            return new JsonLd(published.GetString(), Name(element, "author"), Name(element, "publisher"));
        }

        return element.TryGetProperty("@graph", out var graph) ? Of(graph, depth - 1) : null;
    }

    private static string? Name(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out var value))
        {
            return null;
        }

        value = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object when value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => name.GetString(),
            _ => null,
        };
    }
}

using System.Buffers;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>Tells pages from texts.</summary>
internal static class HtmlSigns
{
    private static readonly SearchValues<string> _signs = SearchValues.Create(["<!doctype html", "<html", "<body", "<head>"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> _tags = SearchValues.Create(["<p>", "<p ", "<div", "</p>", "<br", "<span", "<h1", "<li>"], StringComparison.OrdinalIgnoreCase);

    public static bool Are(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart().TrimStart('\uFEFF').TrimStart();
        return head.Length > 0 && head[0] == '<' && (head.ContainsAny(_signs) || head.ContainsAny(_tags));
    }
}

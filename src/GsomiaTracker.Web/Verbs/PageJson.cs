using System.Text.Json;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Wire.Html;

namespace GsomiaTracker.Web.Verbs;

/// <summary>What <c>read --page</c> says of a web page: its article without the page, one object a file.</summary>
public static class PageJson
{
    /// <summary>Writes <c>file, title, author, site, published, publishedFrom, standfirst, body, captions</c>; or <c>file, error</c>. What is unknown is null.</summary>
    public static void Write(Utf8JsonWriter json, string file, Parsed<string> text)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        if (!text.Ok)
        {
            json.WriteString("error", text.Fault!.ToString());
        }
        else if (!HtmlArticle.IsHtml(text.Value) && !text.Value.Contains("</", StringComparison.Ordinal))
        {
            json.WriteString("error", "this is no HTML");
        }
        else
        {
            var page = HtmlArticle.Read(text.Value);
            json.WriteString("title", page.Title);
            json.WriteString("author", page.Author);
            json.WriteString("site", page.Site);
            json.WriteString("published", page.Published?.ToString());
            json.WriteString("publishedFrom", page.Published is null ? null : page.PublishedFrom);
            json.WriteString("standfirst", page.Blocks.Any(b => b.Kind == HtmlBlockKind.Standfirst) ? string.Join('\n', page.Blocks.Where(b => b.Kind == HtmlBlockKind.Standfirst).Select(b => b.Text)) : null);
            json.WriteString("body", page.Body);
            json.WriteStartArray("captions");
            foreach (var caption in page.Blocks.Where(b => b.Kind == HtmlBlockKind.Caption))
            {
                json.WriteStringValue(caption.Text);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}

using System.Text;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>
/// The article of a web page: what it is called, who wrote it, when it was published, and its own text without what the page prints round it.
/// Linear in the page's length; it never throws.
/// </summary>
/// <param name="Published">The publication time; null where the page does not tell.</param>
/// <param name="PublishedFrom">Where on the page that stands, and in what words.</param>
/// <param name="Blocks">The article's own blocks in order, the standfirst first, captions among them.</param>
public sealed record HtmlArticle(string? Title, string? Author, string? Site, PublicationTime? Published, string PublishedFrom, IReadOnlyList<HtmlBlock> Blocks)
{
    /// <summary>The article's text: paragraphs, subheadings and list items, an empty line between them; no title, no standfirst, no captions.</summary>
    public string Body => string.Join("\n\n", Blocks.Where(b => b.Kind == HtmlBlockKind.Text).Select(b => b.Text));

    /// <summary>Whether a text is a page: it begins as one, or its first lines have block tags.</summary>
    public static bool IsHtml(string text) => HtmlSigns.Are(text);

    public static HtmlArticle Read(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return PageReader.Read(html);
    }

    /// <summary>Title, then the blocks, an empty line between them: the text that spans index.</summary>
    /// <returns>The text, and where its captions stand.</returns>
    internal (string Text, IReadOnlyList<TextSpan> Captions) Flat()
    {
        var text = new StringBuilder();
        var captions = new List<TextSpan>();
        if (Title is not null)
        {
            text.Append(Title);
        }

        foreach (var block in Blocks)
        {
            if (text.Length > 0)
            {
                text.Append("\n\n");
            }

            if (block.Kind == HtmlBlockKind.Caption)
            {
                captions.Add(new TextSpan(text.Length, text.Length + block.Text.Length));
            }

            text.Append(block.Text);
        }

        return (text.ToString(), captions);
    }
}

/// <summary>What a block of an article is: its text (paragraph, subheading, list item), what tells of a picture, or the standfirst under the headline.</summary>
public enum HtmlBlockKind { Text, Caption, Standfirst }

/// <summary>A block of an article, as the page shows it on its own.</summary>
public sealed record HtmlBlock(string Text, HtmlBlockKind Kind);

using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>What a page's markup says of the piece beside its text.</summary>
internal sealed record HtmlHints(string? Title, string? Published, string? Author, string? Site);

/// <summary>
/// Turns a page into our own text: a line a block, an empty line between paragraphs, no markup. It reads the token stream and builds no tree, so that nesting without end
/// costs nothing: linear in the page's length.
/// </summary>
internal static class HtmlFlattener
{
    /// <summary>Text inside elements that are never an article's; a page that has nothing else is flattened with it.</summary>
    private static readonly FrozenSet<string> _aside = new[] { "nav", "aside", "footer", "form", "button", "select" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _blocks = new[]
    {
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _paragraphs = new[] { "p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "blockquote", "title" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> _raw = new[] { "style", "xmp", "iframe", "noembed", "noframes", "noscript" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly SearchValues<string> _signs = SearchValues.Create(["<!doctype html", "<html", "<body", "<head>"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> _tags = SearchValues.Create(["<p>", "<p ", "<div", "</p>", "<br", "<span", "<h1", "<li>"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is a page: it begins as one, or its first lines have block tags.</summary>
    public static bool IsHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart().TrimStart('\uFEFF').TrimStart();
        return head.Length > 0 && head[0] == '<' && (head.ContainsAny(_signs) || head.ContainsAny(_tags));
    }

    public static (string Text, HtmlHints Hints) Flatten(string html)
    {
        var (text, hints) = Flatten(html, true);
        return text.AsSpan().Trim().Length * 20 < Math.Min(html.Length, 4000) ? (Flatten(html, false).Text, hints) : (text, hints);
    }

    private static (string Text, HtmlHints Hints) Flatten(string html, bool dropAsides)
    {
        var output = new StringBuilder(html.Length / 2);
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        string? title = null, published = null, author = null, site = null, raw = null;
        var inTitle = false;
        var asides = 0;
        var json = false;
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    if (raw is not null)
                    {
                        if (json && JsonLd.Read(token.Data) is { } linked)
                        {
                            published ??= linked.Published;
                            author ??= linked.Author;
                            site ??= linked.Site;
                        }
                    }
                    else if (inTitle)
                    {
                        title = (title + token.Data).Trim();
                    }
                    else if (asides == 0)
                    {
                        Words(output, token.Data);
                    }

                    break;
                case HtmlTokenType.StartTag:
                    var tag = token.AsTag();
                    var name = tag.Name;
                    if (name == "meta")
                    {
                        var key = tag.GetAttribute("property");
                        key = string.IsNullOrEmpty(key) ? tag.GetAttribute("name") : key;
                        var content = tag.GetAttribute("content");
                        switch (key)
                        {
                            case "og:title":
                                title = content;
                                break;
                            case "article:published_time" or "datePublished" or "pubdate" or "date":
                                published ??= content;
                                break;
                            case "author" or "article:author":
                                author ??= content;
                                break;
                            case "og:site_name":
                                site ??= content;
                                break;
                            default:
                                break;
                        }
                    }
                    else if (name == "script")
                    {
                        tokenizer.State = HtmlParseMode.Script;
                        (raw, json) = (name, tag.GetAttribute("type") == "application/ld+json");
                    }
                    else if (_raw.Contains(name))
                    {
                        tokenizer.State = HtmlParseMode.Rawtext;
                        raw = name;
                    }
                    else if (name == "textarea")
                    {
                        tokenizer.State = HtmlParseMode.RCData;
                        raw = name;
                    }
                    else if (name == "title")
                    {
                        tokenizer.State = HtmlParseMode.RCData;
                        inTitle = true;
                    }
                    else if (name == "time")
                    {
                        published ??= tag.GetAttribute("datetime") is { Length: > 9 } stamp ? stamp : null;
                    }

                    asides += dropAsides && _aside.Contains(name) ? 1 : 0;
                    Break(output, name);
                    break;
                case HtmlTokenType.EndTag:
                    raw = null;
                    json = false;
                    inTitle = false;
                    asides -= dropAsides && asides > 0 && _aside.Contains(token.Name) ? 1 : 0;
                    Break(output, token.Name);
                    break;
                default:
                    break;
            }
        }

        return (output.ToString(), new HtmlHints(Trimmed(title), Trimmed(published), Trimmed(author), Trimmed(site)));
    }

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) || words.Length > 300 ? null : words.Trim();

    /// <summary>White space between words is one space, as a browser shows it.</summary>
    private static void Words(StringBuilder output, string data)
    {
        foreach (var c in data)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (output.Length > 0 && output[^1] is not ('\n' or ' '))
                {
                    output.Append(' ');
                }
            }
            else
            {
                output.Append(c);
            }
        }
    }

    private static void Break(StringBuilder output, string tag)
    {
        if (tag != "br" && !_blocks.Contains(tag))
        {
            return;
        }

        while (output.Length > 0 && output[^1] == ' ')
        {
            output.Length--;
        }

        var wanted = _paragraphs.Contains(tag) ? 2 : 1;
        var have = output.Length > 0 && output[^1] == '\n' ? (output.Length > 1 && output[^2] == '\n' ? 2 : 1) : 0;
        if (output.Length > 0 && have < wanted)
        {
            output.Append('\n', wanted - have);
        }
    }
}

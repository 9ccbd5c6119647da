using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace GsomiaTracker.Web.Rendering;

/// <summary>
/// A text with its marks as properly nested HTML, whatever nests or overlaps: a mark that runs across the end of another is cut there and goes on
/// behind it. The text itself comes through unchanged: strip the tags and the references and every character is there, in order.
/// </summary>
public static class MarkedText
{
    public static IHtmlContent Draw(string text, IReadOnlyList<Mark> marks, HtmlEncoder encoder)
    {
        var queue = new PriorityQueue<(Mark Mark, bool Continued), (int Start, int End, int Kind, int Order)>();
        var order = 0;
        foreach (var mark in marks.Where(m => !m.Span.IsEmpty && m.Span.Start >= 0 && m.Span.End <= text.Length))
        {
            queue.Enqueue((mark, false), (mark.Span.Start, -mark.Span.End, (int)mark.Kind, order++));
        }

        var html = new StringBuilder(text.Length * 2);
        var open = new Stack<(Mark Mark, int End, bool Link, bool Last)>();
        var at = 0;

        void WriteTo(int end)
        {
            if (end > at)
            {
                html.Append(encoder.Encode(text[at..end]));
                at = end;
            }
        }

        void Close()
        {
            var (mark, end, link, last) = open.Pop();
            WriteTo(end);
            html.Append(link ? "</a>" : "</span>");
            if (last && mark.Label is { } label)
            {
                html.Append("<a class=\"ref\" href=\"#f-").Append(encoder.Encode(mark.Finding)).Append("\">").Append(encoder.Encode(label)).Append("</a>");
            }
        }

        while (queue.TryDequeue(out var next, out _))
        {
            var (mark, continued) = next;
            while (open.Count > 0 && open.Peek().End <= mark.Span.Start)
            {
                Close();
            }

            var end = mark.Span.End;
            if (open.Count > 0 && open.Peek().End < end)
            {
                end = open.Peek().End;
                queue.Enqueue((mark with { Span = new(end, mark.Span.End) }, true), (end, -mark.Span.End, (int)mark.Kind, order++));
            }

            WriteTo(mark.Span.Start);
            var link = mark.IsWord && !open.Any(o => o.Link);
            html.Append(link ? "<a" : "<span");
            if (!continued && mark.Anchor is { } anchor)
            {
                html.Append(" id=\"").Append(encoder.Encode(anchor)).Append('"');
            }

            html.Append(" class=\"k ").Append(mark.Kind.ToString().ToLowerInvariant());
            if (mark.Tone is { } tone)
            {
                html.Append(' ').Append(encoder.Encode(tone));
            }

            html.Append('"');
            if (link)
            {
                html.Append(" href=\"#f-").Append(encoder.Encode(mark.Finding)).Append('"');
            }

            html.Append('>');
            open.Push((mark, end, link, end == mark.Span.End));
        }

        while (open.Count > 0)
        {
            Close();
        }

        WriteTo(text.Length);
        return new HtmlString(html.ToString());
    }
}

using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Extraction.Language;

/// <summary>
/// Finds what stands between quotation marks. Double marks, straight or curly; single ones only as the outer marks of a paragraph without double
/// ones. A quotation left open runs to its paragraph's end, and goes on where the next paragraph opens with a mark.
/// </summary>
internal static class QuoteScanner
{
    /// <summary>All quotations in order. One pass over the text: linear.</summary>
    public static Quoted[] Scan(string text, IReadOnlyList<WireParagraph> paragraphs)
    {
        var found = new List<Quoted>();
        var open = false;
        for (var p = 0; p < paragraphs.Count; p++)
        {
            if (paragraphs[p].IsOwn)
            {
                open = Paragraph(text, paragraphs[p].Span, p, open, found);
            }
        }

        return [.. found];
    }

    /// <summary>Returns whether the paragraph leaves a quotation open.</summary>
    private static bool Paragraph(string text, TextSpan span, int index, bool openBefore, List<Quoted> found)
    {
        var start = -1;
        var mark = 0;
        var continues = false;
        var doubles = 0;
        for (var i = span.Start; i < span.End; i++)
        {
            var length = MarkLength(text, i, span.End);
            if (length == 0)
            {
                continue;
            }

            doubles++;
            var opens = Opens(text, i, length, span);
            if (start < 0)
            {
                // A mark that can only close, with nothing open, is a stray one.
                if (opens)
                {
                    (start, mark) = (i, length);
                    continues = openBefore && OnlySpace(text, span.Start, i);
                }
            }
            else if (Closes(text, i, length, span) || !opens)
            {
                found.Add(new Quoted(new TextSpan(start, i + length), new TextSpan(start + mark, i), index, true, continues));
                start = -1;
            }

            i += length - 1;
        }

        if (start >= 0)
        {
            found.Add(new Quoted(new TextSpan(start, span.End), new TextSpan(start + mark, span.End), index, false, continues));
            return true;
        }

        if (doubles == 0)
        {
            Singles(text, span, index, found);
        }

        return false;
    }

    private static int MarkLength(string text, int i, int end) => text[i] switch
    {
        '"' => i > 0 && char.IsAsciiDigit(text[i - 1]) && i + 1 < end && (char.IsLetter(text[i + 1]) || text[i + 1] == '-') ? 0 : 1,
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB' or '\uFF02' => 1,
        '`' when i + 1 < end && text[i + 1] == '`' => 2,
        '\'' when i + 1 < end && text[i + 1] == '\'' => 2,
        _ => 0,
    };

    private static bool Opens(string text, int i, int length, TextSpan span)
    {
        var c = text[i];
        if (c is '\u201C' or '\u201E' or '\u201F' or '\u00AB' or '`')
        {
            return true;
        }

        if (c is '\u00BB')
        {
            return false;
        }

        // A closing curly mark opens where a typist had no other: at the start, or after a space with a letter behind.
        var before = i > span.Start ? text[i - 1] : ' ';
        var after = i + length < span.End ? text[i + length] : ' ';
        var room = char.IsWhiteSpace(before) || before is '(' or '[' or '\u2014' or '\u2013' or '-' or '\'' or '\u2018' or '/';
        return room && !char.IsWhiteSpace(after);
    }

    private static bool Closes(string text, int i, int length, TextSpan span)
    {
        var c = text[i];
        if (c is '\u201D' or '\u00BB')
        {
            return true;
        }

        if (c is '\u201C' or '\u201E' or '`' or '\u00AB')
        {
            return false;
        }

        // Straight: whatever comes while one is open closes it, unless it can only open.
        var before = i > span.Start ? text[i - 1] : ' ';
        var after = i + length < span.End ? text[i + length] : ' ';
        return !(char.IsWhiteSpace(before) && !char.IsWhiteSpace(after));
    }

    /// <summary>British usage: ' ... ' with a comma, full stop or question mark before the closing mark, so that apostrophes do not close.</summary>
    private static void Singles(string text, TextSpan span, int index, List<Quoted> found)
    {
        var start = -1;
        for (var i = span.Start; i < span.End; i++)
        {
            if (text[i] is not ('\'' or '\u2018' or '\u2019'))
            {
                continue;
            }

            var before = i > span.Start ? text[i - 1] : ' ';
            var after = i + 1 < span.End ? text[i + 1] : ' ';
            if (start < 0)
            {
                if (char.IsWhiteSpace(before) && (char.IsUpper(after) || text[i] == '\u2018' && char.IsLetter(after)))
                {
                    start = i;
                }
            }
            else if (!char.IsLetterOrDigit(after) && before is ',' or '.' or '?' or '!')
            {
                found.Add(new Quoted(new TextSpan(start, i + 1), new TextSpan(start + 1, i), index, true, false));
                start = -1;
            }
        }
    }

    private static bool OnlySpace(string text, int from, int to) => text.AsSpan(from, to - from).IsWhiteSpace();
}

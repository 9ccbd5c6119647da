using System.Buffers;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>A line of a piece (or a paragraph hard-wrapped over several lines), trimmed, with what its shape tells.</summary>
/// <param name="Span">Without white space at the ends.</param>
/// <param name="AfterBlank">A blank line or the text's start stands before it.</param>
/// <param name="Words">Words in it, counted up to <see cref="MostWords"/>.</param>
/// <param name="LowerWords">Of these, the ones that start with a lower-case letter.</param>
/// <param name="EndsSentence">It ends with a full stop, question or exclamation mark, or such a mark and closing quotes or brackets.</param>
internal sealed record WireLine(TextSpan Span, bool AfterBlank, int Words, int LowerWords, bool EndsSentence)
{
    public const int MostWords = 200;
    private const int LongestTitle = 130;
    private const int LongestShout = 12;

    /// <summary>What agencies put after the last sentence.</summary>
    private static readonly string[] _endMarks = ["Enditem", "(END)", "ENDS", "(end)", "###", "■", "□", "◆", "(Yonhap)", "(Kyodo)", "(PNA)"];

    private static readonly SearchValues<char> _lineEnds = SearchValues.Create("\n\r\u0085\u2028\u2029\v\f");

    /// <summary>Prose as papers print it: a sentence of some length, mostly in lower case.</summary>
    public bool IsProse => (EndsSentence && Words >= 6 && LowerWords * 2 >= Words) || (Words >= 25 && LowerWords * 2 >= Words);

    /// <summary>"Home   World   Asia": three and more short items divided by gaps, bars or arrows.</summary>
    public bool IsMenu(string text)
    {
        if (EndsSentence || Span.Length > 400)
        {
            return false;
        }

        int items = 1, words = 0, most = 0, gap = 0;
        var inWord = false;
        foreach (var c in In(text))
        {
            if (c is ' ' or '\u00A0')
            {
                gap++;
                inWord = false;
            }
            else if (c is '\t' or '|' or '>' or '»' or '·' or '•' or '›' or '/' && gap > 0)
            {
                gap = 9;
                inWord = false;
            }
            else
            {
                if (gap >= 2)
                {
                    items++;
                    words = 0;
                }

                words += inWord ? 0 : 1;
                most = Math.Max(most, words);
                inWord = true;
                gap = 0;
            }
        }

        return (items >= 3 && most <= 4) || (items == 2 && most <= 3);
    }

    /// <summary>The lines of a text that have anything in them. Linear in the text's length.</summary>
    public static List<WireLine> Split(string text)
    {
        var lines = new List<WireLine>();
        var blank = true;
        var at = 0;
        while (at <= text.Length)
        {
            var rest = text.AsSpan(at);
            var length = rest.IndexOfAny(_lineEnds);
            var end = length < 0 ? text.Length : at + length;
            var span = Trim(text, at, end);
            if (span.IsEmpty)
            {
                blank = true;
            }
            else
            {
                lines.Add(Of(text, span, blank));
                blank = false;
            }

            // "\r\n" is one line end.
            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    public static WireLine Of(string text, TextSpan span, bool afterBlank)
    {
        int words = 0, lower = 0, small = 0;
        var inWord = false;
        for (var i = span.Start; i < span.End && words < MostWords; i++)
        {
            var c = text[i];
            small += char.IsLower(c) ? 1 : 0;
            if (char.IsWhiteSpace(c))
            {
                inWord = false;
            }
            else if (!inWord && char.IsLetterOrDigit(c))
            {
                inWord = true;
                words++;
                lower += char.IsLower(c) ? 1 : 0;
            }
        }

        var stop = EndsWithStop(text, span);
        if (small == 0 && stop && words >= LongestShout)
        {
            // A wire in capitals: a sentence of that length is prose, whose words would be small elsewhere.
            lower = words * 3 / 4;
        }

        return new WireLine(span, afterBlank, words, lower, stop);
    }

    public ReadOnlySpan<char> In(string text) => Span.In(text);

    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u200E' or '\u200F' or '\0';

    private static bool EndsWithStop(string text, TextSpan span)
    {
        var end = span.End;
        foreach (var mark in _endMarks)
        {
            if (span.Length > mark.Length && text.AsSpan(span.Start, span.Length).EndsWith(mark))
            {
                end -= mark.Length;
                break;
            }
        }

        for (var i = end - 1; i >= span.Start && i > end - 6; i--)
        {
            var c = text[i];
            if (c == '.' && i >= span.Start + 3 && text[i - 2] == '.' && char.IsUpper(text[i - 1]) && char.IsUpper(text[i - 3]) && span.Length < LongestTitle)
            {
                // "... pact with U.S." may be a headline.
                return false;
            }

            if (c is '.' or '!' or '?' or '…')
            {
                return true;
            }

            if (c is not ('"' or '\'' or '”' or '’' or ')' or ']' or ' ' or '\u00A0' or '»'))
            {
                return false;
            }
        }

        return false;
    }
}

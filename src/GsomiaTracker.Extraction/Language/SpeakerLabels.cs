using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Extraction.Language;

/// <summary>Broadcast scripts name who is heard on a line of its own: "[Soundbite: (Korean)] Choi Hyun-soo, Spokesperson". The line is furniture, its names are not.</summary>
internal static class SpeakerLabels
{
    private const int Longest = 200;

    /// <summary>The part of a furniture line that names the speaker of the quotation below it; empty for other lines.</summary>
    public static TextSpan Of(WireText wire, int paragraph)
    {
        var (text, span) = (wire.Text, wire.Paragraphs[paragraph].Span);
        if (span.IsEmpty || span.Length > Longest || text[span.Start] is not ('[' or '(' or '<') || !QuotationFollows(wire, paragraph))
        {
            return default;
        }

        var close = text.AsSpan(span.Start, span.Length).LastIndexOfAny(']', '>', ')') + span.Start;
        var named = new TextSpan(close + 1, span.End);
        if (close <= span.Start || named.Length < 3)
        {
            var colon = text.AsSpan(span.Start, span.Length).IndexOf(':') + span.Start;
            var open = text.AsSpan(span.Start + 1, span.Length - 1).IndexOf('(') + span.Start + 1;
            var end = close > span.Start ? close : span.End;
            named = new TextSpan((colon > span.Start ? colon : span.Start) + 1, open > colon ? Math.Min(end, open) : end);
        }

        var (start, stop) = (named.Start, named.End);
        while (start < stop && !char.IsLetter(text[start]))
        {
            start++;
        }

        while (stop > start && (char.IsWhiteSpace(text[stop - 1]) || text[stop - 1] is ']' or ')'))
        {
            stop--;
        }

        return new TextSpan(start, stop);
    }

    private static bool QuotationFollows(WireText wire, int paragraph) =>
        paragraph + 1 < wire.Paragraphs.Count && wire.Paragraphs[paragraph + 1] is { IsOwn: true, Span: { IsEmpty: false } next }
        && wire.Text[next.Start] is '"' or '\u201C' or '\'' or '\u2018';
}

using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>Joins lines that were broken at a column, as mail and terminals do, into the paragraphs they were.</summary>
internal static class HardWrap
{
    private const int Narrowest = 40;
    private const int Widest = 120;

    public static List<WireLine> Join(string text, List<WireLine> lines)
    {
        var joined = new List<WireLine>(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && !lines[end].AfterBlank)
            {
                end++;
            }

            if (end - i >= 2 && IsWrapped(text, lines, i, end))
            {
                joined.Add(WireLine.Of(text, new TextSpan(lines[i].Span.Start, lines[end - 1].Span.End), lines[i].AfterBlank));
            }
            else
            {
                joined.AddRange(lines.GetRange(i, end - i));
            }

            i = end;
        }

        return joined;
    }

    /// <summary>Lines of about one width, of which most go on with a small letter or break off inside a sentence.</summary>
    private static bool IsWrapped(string text, List<WireLine> lines, int from, int to)
    {
        int goesOn = 0, breaksOff = 0, pairs = to - from - 1;
        for (var i = from; i < to; i++)
        {
            var length = lines[i].Span.Length;
            if (length > Widest || (i < to - 1 && length < Narrowest))
            {
                return false;
            }

            if (i > from)
            {
                goesOn += char.IsLower(text[lines[i].Span.Start]) ? 1 : 0;
                breaksOff += lines[i - 1].EndsSentence ? 0 : 1;
            }
        }

        return goesOn * 5 >= pairs * 2 && breaksOff * 2 >= pairs;
    }
}

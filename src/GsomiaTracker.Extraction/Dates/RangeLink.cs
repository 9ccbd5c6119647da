namespace GsomiaTracker.Extraction.Dates;

internal enum Link { None, Range, Touch }

/// <summary>What stands between two neighbouring expressions: "through" of a range, "and" of days that may touch, or something else.</summary>
internal static class RangeLink
{
    private static readonly int _to = Words.Id("to");
    private static readonly int _through = Words.Id("through");
    private static readonly int _until = Words.Id("until");
    private static readonly int _till = Words.Id("till");
    private static readonly int _and = Words.Id("and");
    private static readonly int _or = Words.Id("or");
    private static readonly int _from = Words.Id("from");
    private static readonly int _between = Words.Id("between");

    public static Link Between(string text, List<DateToken> tokens, int firstOfFirst, int endOfFirst, int second)
    {
        // A comma that the first expression took along does not count.
        var comma = endOfFirst > 0 && text[tokens[endOfFirst - 1].Start] == ',';
        switch (second - endOfFirst)
        {
            case 0:
                return comma ? Link.Touch : Link.None;
            case 1:
                var token = tokens[endOfFirst];
                var before = firstOfFirst > 0 ? tokens[firstOfFirst - 1].Word : 0;
                if (token.Word != 0)
                {
                    if (token.Word == _to || token.Word == _through || token.Word == _until || token.Word == _till)
                    {
                        return Link.Range;
                    }

                    return token.Word == _and && before == _between ? Link.Range : token.Word == _and || token.Word == _or ? Link.Touch : Link.None;
                }

                var mark = text[token.Start];
                var tight = token.Start == tokens[endOfFirst - 1].End && tokens[second].Start == token.End;
                return mark is '-' or '–' or '—' or '~' && (tight || before == _from) ? Link.Range : mark is ',' or '&' ? Link.Touch : Link.None;
            case 2:
                // ", and"; "through the"; "to the"; "and on"
                return comma || text[tokens[endOfFirst].Start] == ',' ? (tokens[second - 1].Word == _and ? Link.Touch : Link.None) : Link.None;
            default:
                return Link.None;
        }
    }
}

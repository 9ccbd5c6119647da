using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Dates;

/// <summary>Cuts a paragraph into words, figures and marks, each with what it can be in a time expression. One pass.</summary>
internal static class DateTokenizer
{
    /// <param name="sentence">Number of the first sentence; the answer is the number after the last.</param>
    public static int Cut(string text, TextSpan span, List<DateToken> tokens, int sentence)
    {
        tokens.Clear();
        var start = true;
        for (var at = span.Start; at < span.End;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || c == '\u200B')
            {
                at++;
                continue;
            }

            if (EndsSentence(text, tokens, at, c))
            {
                sentence++;
                start = true;
            }

            var from = at;
            if (char.IsAsciiDigit(c))
            {
                at = Figure(text, span.End, tokens, from, sentence, start);
                start = false;
            }
            else if (char.IsLetter(c))
            {
                while (at < span.End && char.IsLetter(text[at]))
                {
                    at++;
                }

                tokens.Add(Word(text, from, at, sentence, start));
                start = false;
            }
            else
            {
                at++;
                tokens.Add(new DateToken(from, at, 0, WordClass.None, 0, sentence, false));
                start = start && c is '"' or '“' or '\'' or '‘' or '(' or '[';
            }
        }

        return sentence + 1;
    }

    /// <summary>A capital, figure or opening quote after a full stop that ends no abbreviation.</summary>
    private static bool EndsSentence(string text, List<DateToken> tokens, int at, char c)
    {
        if (tokens.Count == 0 || at == 0 || !(char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '"' or '“'))
        {
            return false;
        }

        if (!(char.IsUpper(c) || char.IsAsciiDigit(c) || c is '"' or '“' or '(' or '[' || !char.IsAscii(c)))
        {
            return false;
        }

        var last = tokens.Count - 1;
        while (last >= 0 && text[tokens[last].Start] is '"' or '”' or '’' or '\'' or ')' or ']')
        {
            last--;
        }

        if (last < 0)
        {
            return false;
        }

        var mark = text[tokens[last].Start];
        if (mark is '?' or '!' or '…')
        {
            return true;
        }

        if (mark != '.' || last == 0)
        {
            return false;
        }

        var before = tokens[last - 1];
        if (before.End != tokens[last].Start)
        {
            return true;
        }

        var length = before.End - before.Start;
        return !(length == 1 && char.IsUpper(text[before.Start]))
            && (before.Classes & WordClass.Month) == 0
            && !IsTitle(text.AsSpan(before.Start, length));
    }

    private static bool IsTitle(ReadOnlySpan<char> word) =>
        word is "Mr" or "Mrs" or "Ms" or "Dr" or "Gen" or "Lt" or "Col" or "Maj" or "Adm" or "Sen" or "Rep" or "Gov" or "St" or "No" or "Prof" or "Capt" or "Sgt" or "Jr" or "Sr" or "Inc" or "Corp" or "Co";

    private static DateToken Word(string text, int from, int to, int sentence, bool start)
    {
        var word = text.AsSpan(from, to - from);
        var upper = char.IsUpper(word[0]);
        if (!Words.TryGet(word, out var entry))
        {
            return new DateToken(from, to, 0, upper ? WordClass.NameWord : WordClass.Noun, 0, sentence, start);
        }

        var classes = entry.Classes;
        if (!upper)
        {
            classes &= ~(WordClass.Month | WordClass.FullMonth | WordClass.Weekday | WordClass.FullWeekday);
        }
        else if (start && entry.Value == 3 && (classes & WordClass.FullMonth) != 0)
        {
            // "March on," he said.
            classes &= ~WordClass.FullMonth;
        }

        return new DateToken(from, to, entry.Id, classes, entry.Value, sentence, start);
    }

    /// <summary>Figures with what may be stuck to them: "22nd", "1990s", "2,019", "3.5".</summary>
    private static int Figure(string text, int end, List<DateToken> tokens, int from, int sentence, bool start)
    {
        var at = from;
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        // "2,019" and "3.5" are no days and no years.
        var amount = false;
        while (at + 1 < end && text[at] is ',' or '.' && char.IsAsciiDigit(text[at + 1]) && (text[at] == '.' ? !IsDottedDate(text, from, end) && !(tokens.Count > 1 && tokens[^1].End == from && text[from - 1] == '.' && IsDayFirst(text, tokens[^2].Start, end)) : at + 3 < end && IsThree(text, at + 1, end)))
        {
            amount = true;
            at++;
            while (at < end && char.IsAsciiDigit(text[at]))
            {
                at++;
            }
        }

        var length = at - from;
        var value = 0;
        for (var i = from; i < at && i < from + 7 && char.IsAsciiDigit(text[i]); i++)
        {
            value = (value * 10) + (text[i] - '0');
        }

        var classes = WordClass.None;
        if (!amount)
        {
            classes = length switch
            {
                <= 2 => (value is >= 1 and <= 31 ? WordClass.DayNum : 0) | (value is >= 1 and <= 12 ? WordClass.Number : 0) | (value > 0 ? WordClass.Count : 0) | (length == 2 ? WordClass.YearEnd : 0),
                3 => WordClass.Count,
                4 => value is >= 1900 and < 2200 ? WordClass.Year | WordClass.YearEnd : value is >= 1000 and < 1900 ? WordClass.OldYear | WordClass.YearEnd : 0,
                _ => 0,
            };
            classes |= length == 4 && value is >= 1000 and < 1900 ? WordClass.YearEnd : 0;
        }

        // "22nd", "1990s", "70s"
        if (!amount && at + 1 < end && text[at] == 's' && !(at + 1 < end && char.IsLetter(text[at + 1])) && (length == 4 || length == 2) && value % 10 == 0)
        {
            classes = WordClass.DecadeYears;
            value = length == 2 ? 1900 + value : value;
            at++;
        }
        else if (!amount && length <= 2 && at + 2 <= end && IsOrdinal(text.AsSpan(at, Math.Min(3, end - at))))
        {
            classes = (value is >= 1 and <= 31 ? WordClass.OrdDay | WordClass.DayNum : 0) | WordClass.OrdNum;
            at += 2;
        }
        else if (at < end && char.IsLetter(text[at]))
        {
            classes = WordClass.None;
        }

        tokens.Add(new DateToken(from, at, 0, classes, value, sentence, start));
        return at;
    }

    /// <summary>"2019.11.14", "14.11.2019".</summary>
    private static bool IsDottedDate(string text, int from, int end) => IsDayFirst(text, from, end) ||
        from + 7 < end && text[from + 4] == '.' && char.IsAsciiDigit(text[from + 3]) && (text[from + 6] == '.' || text[from + 7] == '.');

    private static bool IsDayFirst(string text, int from, int end)
    {
        var at = from;
        for (var part = 0; part < 2; part++)
        {
            var digits = 0;
            while (at < end && char.IsAsciiDigit(text[at]))
            {
                at++;
                digits++;
            }

            if (digits is 0 or > 2 || at >= end || text[at] != '.')
            {
                return false;
            }

            at++;
        }

        var year = 0;
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
            year++;
        }

        return year == 4 && (at >= end || text[at] != '.' || at + 1 >= end || !char.IsAsciiDigit(text[at + 1]));
    }

    private static bool IsThree(string text, int from, int end) =>
        from + 3 <= end && char.IsAsciiDigit(text[from]) && char.IsAsciiDigit(text[from + 1]) && char.IsAsciiDigit(text[from + 2]) && (from + 3 == end || !char.IsAsciiDigit(text[from + 3]));

    private static bool IsOrdinal(ReadOnlySpan<char> after) =>
        (after.StartsWith("st", StringComparison.OrdinalIgnoreCase) || after.StartsWith("nd", StringComparison.OrdinalIgnoreCase) || after.StartsWith("rd", StringComparison.OrdinalIgnoreCase) || after.StartsWith("th", StringComparison.OrdinalIgnoreCase)) && (after.Length < 3 || !char.IsLetter(after[2]));
}

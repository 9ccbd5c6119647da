using GsomiaTracker.Extraction.Dates;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>"Monday, Dec. 16" by itself: the heading of a day's entries in a diary, a week ahead, a chronology.</summary>
internal static class DayHeading
{
    private const int Longest = 40;

    /// <summary>"Monday 21 October: The council votes on it": an entry of an agenda or chronology in one line.</summary>
    public static bool IsEntry(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, Longest + 2)].IndexOf(':');
        return colon > 0 && colon + 2 < line.Length && line[colon + 1] == ' ' && char.IsLetter(line[0]) | char.IsAsciiDigit(line[0]) && Is(line[..colon]);
    }

    /// <summary>Whether a line is a weekday, a day of a month, or both, and nothing else.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest)
        {
            return false;
        }

        bool weekday = false, month = false, figure = false;
        foreach (var part in line.ToString().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.TrimEnd('.', ':');
            if (CalendarNames.Weekday(word) is not null)
            {
                weekday = true;
            }
            else if (CalendarNames.Month(word) > 0)
            {
                month = true;
            }
            else if (word.Length is > 0 and <= 4 && char.IsAsciiDigit(word[0]) && (word.All(char.IsAsciiDigit) || word.EndsWith("th", StringComparison.Ordinal) || word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal) || word.EndsWith("rd", StringComparison.Ordinal)))
            {
                figure = true;
            }
            else
            {
                return false;
            }
        }

        return month ? figure : weekday && !figure;
    }
}

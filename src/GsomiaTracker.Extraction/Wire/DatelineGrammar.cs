using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Dates;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>A dateline as it stands before a story's first words.</summary>
/// <param name="Place">City without its country, as printed in capitals or not; null for "(Yonhap) --".</param>
/// <param name="Year">0 where it states none; <paramref name="Month"/> is 0 without a date.</param>
/// <param name="End">Where the story's own words begin, in the line.</param>
internal sealed record FoundDateline(string? Place, int Year, int Month, int Day, Outlet? Outlet, int End);

/// <summary>
/// "BANGKOK, Nov. 17 (Yonhap) -- ", "SEOUL/TOKYO (Reuters) - ", "SEOUL, South Korea (AP) — ", "Tokyo, Nov. 22 (Jiji Press)--", "TOKYO -- ", "MANILA –":
/// place, date and agency in that order, any of them missing, closed by a dash.
/// </summary>
internal static class DatelineGrammar
{
    /// <summary>The longest dateline that is believed.</summary>
    private const int Longest = 100;

    /// <summary>Words in capitals that pages print before a dash and that are no places.</summary>
    private static readonly HashSet<string> NoPlaces = new(StringComparer.OrdinalIgnoreCase)
    {
        "FILE", "FILE PHOTO", "PHOTO", "PHOTOS", "WATCH", "VIDEO", "LIVE", "UPDATE", "UPDATED", "EXCLUSIVE", "ANALYSIS", "BREAKING", "BREAKING NEWS", "CORRECTED", "CORRECTION", "NEWS", "OPINION", "EDITORIAL",
        "EXPLAINER", "FACTBOX", "TIMELINE", "INTERVIEW", "FEATURE", "URGENT", "ALERT", "LEAD", "READ MORE", "NOTE", "ANCHOR", "REPORTER", "TRANSCRIPT", "POOL", "HANDOUT", "COMBO", "SOURCE", "INSIGHT",
    };

    public static FoundDateline? Find(ReadOnlySpan<char> line)
    {
        if (line.Length < 6 || !(char.IsUpper(line[0]) || line[0] is '(' or '['))
        {
            return null;
        }

        var head = line[..Math.Min(line.Length, Longest)];
        for (var from = 1; from < head.Length;)
        {
            var dash = DashAt(head, from, out var after);
            if (dash < 0)
            {
                return NoDash(head);
            }

            if (Parse(head[..dash], after) is { } found)
            {
                return found;
            }

            from = after;
        }

        return NoDash(head);
    }

    /// <summary>A line that is nothing but a dateline: "Tokyo (AFP)", "Seoul | Aug. 15, 2019".</summary>
    public static FoundDateline? Alone(ReadOnlySpan<char> line)
    {
        if (line.Length is < 5 or > 60 || !char.IsUpper(line[0]))
        {
            return null;
        }

        if (line[^1] is ')' or ']')
        {
            return Parse(line, line.Length) is { Place: not null, Outlet: not null } found ? found : null;
        }

        var bar = line.IndexOfAny('|', ',');
        if (bar > 2 && line[bar] == ',' && line[^1] != '.' && !line.ContainsAnyInRange('0', '9') && line[(bar + 1)..].ContainsAnyInRange('a', 'z')
            && IsPlace(line[..bar], out var capitals) && capitals && IsPlace(line[(bar + 1)..], out _))
        {
            // "LEFKOSA, Turkish Republic of Northern Cyprus"
            return new FoundDateline(PlaceName(line[..bar]), 0, 0, 0, null, line.Length);
        }

        return bar > 2 && Places.Has(line[..bar].Trim()) && Parse(string.Concat(line[..bar].TrimEnd(), ", ", line[(bar + 1)..].TrimStart()), line.Length) is { Month: > 0 } dated ? dated : null;
    }

    /// <summary>"Berlin (AFP)" before a stamp in the same line; the day is the stamp's.</summary>
    public static FoundDateline? BeforeStamp(ReadOnlySpan<char> words, Timestamp stamp)
    {
        var before = words[..stamp.Start].TrimEnd(" -–—|,\u00A0");
        return before.Length is > 4 and < 50 && before[^1] is ')' or ']' && Parse(before, words.Length) is { Place: { } place, Outlet: not null, Month: 0 } found
            && (Places.Has(place) || before[..place.Length].IndexOfAnyInRange('a', 'z') < 0)
            ? found with { Year = stamp.Year, Month = stamp.Month, Day = stamp.Day }
            : null;
    }

    /// <summary>The next dash that may close a dateline: an em or en dash, "--", or a hyphen with a space or bracket before it.</summary>
    private static int DashAt(ReadOnlySpan<char> head, int from, out int after)
    {
        for (var i = from; i < head.Length; i++)
        {
            var c = head[i];
            if (c is '—' or '–' or '―' or '‒' or '─' || (c is '-' or '−' && (i + 1 < head.Length && head[i + 1] == '-' || head[i - 1] is ' ' or ')' or '\u00A0')))
            {
                after = i + 1;
                while (after < head.Length && (head[after] is '-' or '—' or '–' || char.IsWhiteSpace(head[after])))
                {
                    after++;
                }

                return i;
            }
        }

        after = head.Length;
        return -1;
    }

    /// <summary>"SEOUL (Reuters): The ..." or "TOKYO, Nov. 22 (Kyodo) The ...": with an agency the dash may be missing.</summary>
    private static FoundDateline? NoDash(ReadOnlySpan<char> head)
    {
        if (Slashed(head) is { } slashed)
        {
            return slashed;
        }

        if (Coloned(head) is { } coloned)
        {
            return coloned;
        }

        var close = head.IndexOf(')');
        if (close < 0)
        {
            return null;
        }

        var found = Parse(head[..(close + 1)], close + 1);
        if (found?.Outlet is null || found.Place is null)
        {
            return null;
        }

        var after = close + 1;
        while (after < head.Length && (head[after] == ':' || char.IsWhiteSpace(head[after])))
        {
            after++;
        }

        return found with { End = after };
    }

    /// <summary>"LONDON, October 22. /TASS/. The ...": the agency between slashes, closed by a full stop, a dash or nothing.</summary>
    private static FoundDateline? Slashed(ReadOnlySpan<char> head)
    {
        var open = head.IndexOf('/');
        if (open < 4 || head[open - 1] is not (' ' or '.' or ',' or '\u00A0') || head[(open + 1)..].IndexOf('/') is not (> 1 and < 24 and var length))
        {
            return null;
        }

        var inside = head.Slice(open + 1, length);
        if (Outlets.Named(inside) is null)
        {
            return null;
        }

        var after = open + length + 2;
        while (after < head.Length && (head[after] is '.' or ':' or '-' or '–' or '—' || char.IsWhiteSpace(head[after])))
        {
            after++;
        }

        return Parse(string.Concat(head[..open].TrimEnd(" .,\u00A0"), " (", inside, ")"), after) is { Place: not null } found ? found : null;
    }

    /// <summary>"ISLAMABAD: Pakistan will ...", as papers of South Asia have it: a city that is known, in capitals.</summary>
    private static FoundDateline? Coloned(ReadOnlySpan<char> head)
    {
        var colon = head[..Math.Min(head.Length, 30)].IndexOf(':');
        return colon > 2 && colon + 2 < head.Length && head[colon + 1] == ' ' && (char.IsUpper(head[colon + 2]) || head[colon + 2] is '"' or '“')
            && IsPlace(head[..colon], out var capitals) && capitals && Places.Has(head[..colon])
            ? new FoundDateline(PlaceName(head[..colon]), 0, 0, 0, null, colon + 2)
            : null;
    }

    private static FoundDateline? Parse(ReadOnlySpan<char> words, int end)
    {
        words = words.Trim();
        Outlet? outlet = null;
        var brackets = false;
        if (words.Length > 0 && words[^1] is ')' or ']')
        {
            var open = words.LastIndexOfAny('(', '[');
            if (open < 0)
            {
                return null;
            }

            var inside = words[(open + 1)..^1];
            outlet = Outlets.Named(inside) ?? Outlets.In(inside)?.Outlet;
            if (outlet is null)
            {
                return null;
            }

            brackets = true;
            words = words[..open].TrimEnd(" ,\u00A0");
        }

        // "TOKYO, Nov. 22, Kyodo -"
        if (outlet is null && words.LastIndexOf(',') is > 0 and var last && words[..last].ContainsAnyInRange('0', '9') && Outlets.Named(words[(last + 1)..]) is { } behind)
        {
            (outlet, brackets) = (behind, true);
            words = words[..last].TrimEnd();
        }

        // The date: "Nov. 17", "Nov. 17, 2019", "17 Nov", after a comma or with no place at all.
        int year = 0, month = 0, day = 0;
        if (Timestamp.FindDay(words) is { } date)
        {
            if (!words[date.End..].Trim(" ,.").IsEmpty)
            {
                return null;
            }

            (year, month, day) = (date.Year, date.Month, date.Day);
            words = words[..date.Start].TrimEnd(" ,\u00A0");
            if (LastWord(words) is { Length: > 0 } weekday && CalendarNames.Weekday(weekday) is not null)
            {
                words = words[..^weekday.Length].TrimEnd(" ,\u00A0");
            }
        }

        if (words.IsEmpty)
        {
            return brackets || month > 0 ? new FoundDateline(null, year, month, day, outlet, end) : null;
        }

        // Agency without brackets between place and dash: "SEOUL, Reuters -".
        var comma = words.IndexOf(',');
        var city = comma < 0 ? words : words[..comma];
        if (comma >= 0 && outlet is null && Outlets.Named(words[(comma + 1)..]) is { } bare)
        {
            outlet = bare;
            brackets = true;
        }

        if (NoPlaces.Contains(city.Trim().ToString()) || !IsPlace(city, out var capitals) || (comma >= 0 && !IsPlace(words[(comma + 1)..], out _) && outlet is null))
        {
            return null;
        }

        // A name in capitals and small letters before a dash is a place only where more says so.
        if (!capitals && !brackets && month == 0)
        {
            return null;
        }

        return new FoundDateline(PlaceName(city), year, month, day, outlet, end);
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> words)
    {
        var at = words.LastIndexOfAny(' ', ',');
        return words[(at + 1)..].TrimEnd('.');
    }

    /// <summary>One to four words with capitals ("NEW YORK", "Camp Humphreys", "SEOUL/TOKYO", "UNITED NATIONS").</summary>
    private static bool IsPlace(ReadOnlySpan<char> words, out bool capitals)
    {
        words = words.Trim();
        int count = 0, letters = 0;
        capitals = true;
        var start = true;
        foreach (var c in words)
        {
            if (c is ' ' or '/' or '-' or '\u00A0')
            {
                start = true;
                continue;
            }

            if (!char.IsLetter(c) && c is not ('.' or '\'' or '’'))
            {
                return false;
            }

            if (start && char.IsLetter(c))
            {
                count++;
                if (!char.IsUpper(c) && count == 1)
                {
                    return false;
                }
            }

            capitals &= !char.IsLower(c);
            letters++;
            start = false;
        }

        return count is >= 1 and <= 5 && letters >= 3;
    }

    /// <summary>"BANGKOK" → "Bangkok"; a name in small letters too stays as printed.</summary>
    private static string PlaceName(ReadOnlySpan<char> words)
    {
        var name = words.Trim().ToString();
        if (name.Any(char.IsLower))
        {
            return name;
        }

        var letters = name.ToCharArray();
        for (var i = 1; i < letters.Length; i++)
        {
            if (char.IsLetter(letters[i - 1]) || (letters[i - 1] is '\'' or '’' && i > 1))
            {
                letters[i] = char.ToLowerInvariant(letters[i]);
            }
        }

        return new string(letters);
    }
}

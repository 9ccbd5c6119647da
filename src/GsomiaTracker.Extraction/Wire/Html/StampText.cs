using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Dates;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>A date with perhaps a clock time in words or figures.</summary>
/// <param name="Time">Its offset is null where none is stated.</param>
internal readonly record struct Stamp(PublicationTime Time, int Start, int End);

/// <summary>Reads the stamps of pages: ISO in all its spellings, figures, seconds since 1970, names of months in some twenty languages, years of East Asia.</summary>
internal static partial class StampText
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;
    private const int Longest = 400;

    private static readonly FrozenDictionary<string, int> _months = LexiconFile.Rows("wire/pagedates.tsv").Where(r => r[0] == "month")
        .ToFrozenDictionary(r => r[1], r => int.Parse(r[2], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>The first stamp in these words.</summary>
    /// <param name="monthFirst">Whether "02/08/2019" is in February.</param>
    public static Stamp? Find(string words, bool monthFirst)
    {
        Stamp? first = null;
        foreach (var stamp in All(words, monthFirst))
        {
            first = first is { } best && best.Start <= stamp.Start ? best : stamp;
        }

        return first;
    }

    /// <summary>Every stamp in these words, in no order, none overlapping an earlier found one.</summary>
    public static List<Stamp> All(string words, bool monthFirst)
    {
        var found = new List<Stamp>();
        if (words.Length > Longest)
        {
            words = words[..Longest];
        }

        var bare = words.Trim();
        if (bare.Length is >= 8 and <= 14 && bare.All(char.IsAsciiDigit))
        {
            if (Digits(bare) is { } time)
            {
                found.Add(new Stamp(time, 0, words.Length));
            }

            return found;
        }

        if (!words.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return found;
        }

        foreach (Match m in YearFirst().Matches(words))
        {
            Add(found, words, m, Number(m, "y"), Number(m, "m"), Number(m, "d"));
        }

        foreach (Match m in EastAsian().Matches(words))
        {
            Add(found, words, m, Number(m, "y"), Number(m, "m"), Number(m, "d"));
        }

        foreach (Match m in Figures().Matches(words))
        {
            int a = Number(m, "a"), b = Number(m, "b"), year = Number(m, "y");
            year = m.Groups["y"].Length == 2 ? 2000 + year : year;
            var dayFirst = a > 12 || (b <= 12 && (m.Groups["s"].Value != "/" || !monthFirst));
            Add(found, words, m, year, dayFirst ? b : a, dayFirst ? a : b);
        }

        foreach (Match m in Era().Matches(words))
        {
            // The first year of an era is called "the first", not 1.
            Add(found, words, m, (m.Groups["era"].Value == "令和" ? 2018 : 1988) + (m.Groups["y"].Value == "元" ? 1 : Number(m, "y")), Number(m, "m"), Number(m, "d"));
        }

        foreach (Match m in Buddhist().Matches(words))
        {
            Add(found, words, m, Number(m, "y") - 543, Month(m.Groups["m"].ValueSpan), Number(m, "d"));
        }

        foreach (Match m in DayMonthYear().Matches(words))
        {
            Add(found, words, m, Number(m, "y"), Month(m.Groups["m"].ValueSpan), Number(m, "d"));
        }

        foreach (Match m in MonthDayYear().Matches(words))
        {
            Add(found, words, m, Number(m, "y"), Month(Unglued(m.Groups["m"].ValueSpan)), Number(m, "d"));
        }

        foreach (Match m in YearThenName().Matches(words))
        {
            Add(found, words, m, Number(m, "y"), Month(m.Groups["m"].ValueSpan), Number(m, "d"));
        }

        foreach (Match m in NumberedMonth().Matches(words))
        {
            Add(found, words, m, Number(m, "y"), Number(m, "m"), Number(m, "d"));
        }

        foreach (Match m in Baltic().Matches(words))
        {
            Add(found, words, m, Number(m, "y"), Month(m.Groups["m"].ValueSpan), Number(m, "d"));
        }

        foreach (Match m in ShortYear().Matches(words))
        {
            Add(found, words, m, 2000 + Number(m, "y"), Month(m.Groups["m"].ValueSpan), Number(m, "d"));
        }

        foreach (Match m in YearLast().Matches(words))
        {
            Add(found, words, m, Number(m, "y"), Month(m.Groups["m"].ValueSpan), Number(m, "d"));
        }

        return found;
    }

    /// <summary>The day in an address: ".../2019/11/17/...", "...-20191117...".</summary>
    public static DateOnly? InAddress(string? address)
    {
        if (address is null || address.Length > 2000 || AddressDay().Match(address) is not { Success: true } m)
        {
            return null;
        }

        return Day(Number(m, "y"), Number(m, "m"), Number(m, "d"));
    }

    private static void Add(List<Stamp> found, string words, Match match, int year, int month, int day)
    {
        if (Day(year, month, day) is not { } date || found.Exists(f => match.Index < f.End && f.Start < match.Index + match.Length))
        {
            return;
        }

        var (start, end) = (match.Index, match.Index + match.Length);
        TimeOnly? time = null;
        TimeSpan? offset = null;
        // The clock stands after the day, else right before it, else in the midst of it ("Sun Nov 17 18:45:00 KST 2019").
        var clock = match.Groups["clock"].Success ? Clock().Match(match.Groups["clock"].Value) : Clock().Match(words[end..Math.Min(words.Length, end + 48)]);
        if (clock.Success && (match.Groups["clock"].Success || OnlyLinks(words.AsSpan(end, clock.Index))))
        {
            (time, offset) = Read(clock, date);
            end = match.Groups["clock"].Success ? end : end + clock.Index + clock.Length;
        }
        else if (ClockBefore().Match(words[Math.Max(0, start - 40)..start]) is { Success: true } before)
        {
            (time, offset) = Read(before, date);
        }

        found.Add(new Stamp(new PublicationTime(date, time, time is null ? null : offset), start, end));
    }

    private static (TimeOnly? Time, TimeSpan? Offset) Read(Match clock, DateOnly day)
    {
        int hour = Number(clock, "h"), minute = Number(clock, "min"), second = clock.Groups["s"].Success ? Number(clock, "s") : 0;
        var half = clock.Groups["half"].Value;
        if (half.Length == 0 && clock.Groups["east"].Value is { Length: > 0 } east)
        {
            half = east is "오후" or "午後" or "下午" ? "p" : "a";
        }

        if (half.Length > 0 && hour <= 12)
        {
            hour = (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        }

        if (hour > 23 || minute > 59 || second > 59)
        {
            return (null, null);
        }

        TimeSpan? offset = null;
        var zone = clock.Groups["zone"].Value;
        if (zone is "Z" or "z")
        {
            offset = TimeSpan.Zero;
        }
        else if (clock.Groups["oh"].Success)
        {
            var minutes = (Number(clock, "oh") * 60) + (clock.Groups["om"].Success ? Number(clock, "om") : 0);
            offset = minutes > 14 * 60 ? null : TimeSpan.FromMinutes(clock.Groups["sign"].Value is "-" or "−" ? -minutes : minutes);
        }
        else if (zone.Length > 0)
        {
            offset = Zones.Named(zone.ToUpperInvariant(), day);
        }

        return (new TimeOnly(hour, minute, second), offset);
    }

    private static bool OnlyLinks(ReadOnlySpan<char> between)
    {
        var letters = 0;
        foreach (var c in between)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            if (char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return letters <= 8;
    }

    private static PublicationTime? Digits(string digits)
    {
        var number = long.Parse(digits, CultureInfo.InvariantCulture);
        switch (digits.Length)
        {
            case 8 when Day((int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100)) is { } day:
                return new PublicationTime(day);
            case 12 or 14 when Day(int.Parse(digits.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(digits.AsSpan(4, 2), CultureInfo.InvariantCulture), int.Parse(digits.AsSpan(6, 2), CultureInfo.InvariantCulture)) is { } day:
                int hour = int.Parse(digits.AsSpan(8, 2), CultureInfo.InvariantCulture), minute = int.Parse(digits.AsSpan(10, 2), CultureInfo.InvariantCulture);
                return hour < 24 && minute < 60 ? new PublicationTime(day, new TimeOnly(hour, minute)) : new PublicationTime(day);
            case 10 or 13:
                var instant = DateTimeOffset.FromUnixTimeSeconds(digits.Length == 13 ? number / 1000 : number);
                return instant.Year is >= FirstYear and <= LastYear ? new PublicationTime(DateOnly.FromDateTime(instant.DateTime), TimeOnly.FromDateTime(instant.DateTime), TimeSpan.Zero) : null;
            default:
                return null;
        }
    }

    private static int Month(ReadOnlySpan<char> word) =>
        CalendarNames.Month(word.TrimEnd('.')) is > 0 and var english ? english
            : _months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.TrimEnd('.'), out var other) ? other : Shortened(word.TrimEnd('.'));

    /// <summary>Where two boxes stand side by side a name runs into the month: "Ines ValeApril 30, 2018".</summary>
    private static ReadOnlySpan<char> Unglued(ReadOnlySpan<char> word)
    {
        for (var i = word.Length - 1; i > 0; i--)
        {
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]))
            {
                return word[i..];
            }
        }

        return word;
    }

    /// <summary>"окт", "des": the beginning of one month's names and of no other's.</summary>
    private static int Shortened(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 5)
        {
            return 0;
        }

        var month = 0;
        foreach (var (name, number) in _months)
        {
            if (name.Length > word.Length && name.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                if (month != 0 && month != number)
                {
                    return 0;
                }

                month = number;
            }
        }

        return month;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private const RegexOptions Way = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string ClockForm = @"(?<east>오전|오후|午前|午後|上午|下午)?\s?(?<h>\d{1,2})(?::|h|\.(?=\d\d(?!\d))|시\s?|時|点)(?<min>\d{2})(?:[:.분](?<s>\d{2})(?:[.,]\d{1,9})?)?(?!\d|[.:]\d)\s*(?<half>[ap]\.?\s?m\b\.?)?\s*\(?(?<zone>(?:GMT|UTC)?\s?(?<sign>[+\-−])(?<oh>\d{1,2}):?(?<om>\d{2})?\b|Z\b|[A-Z]{2,5}\b)?";

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)\s?(?<s>[-/.])\s?(?<m>\d{1,2})\s?\k<s>\s?(?<d>\d{1,2})(?!\d)", Way)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<y>(?:19|20)\d\d)\s?[年년]\s?(?<m>\d{1,2})\s?[月월]\s?(?<d>\d{1,2})\s?[日일]", Way)]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"(?<![\d/.\-])(?<a>\d{1,2})(?<s>[-/.])\s?(?<b>\d{1,2})\k<s>\s?(?<y>(?:19|20)\d\d|\d\d(?=\s|$|,))(?![\d/\-])", Way)]
    private static partial Regex Figures();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s\-/]{0,2}(?:de |of |d'|\p{L}{2,12}/)?(?<m>[\p{L}\p{M}]{2,14})\.?,?[\s\-/]{0,2}(?:de |del |of )?(?<y>(?:19|20)\d\d)(?!\d)", Way)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?<!\p{L})(?<m>\p{L}{3,24})\.?[\s\-/]{0,2}(?<d>\d{1,2})(?:st|nd|rd|th)?\s?[,.\-/]?\s{0,2}(?<y>(?:19|20)\d\d)(?!\d)", Way)]
    private static partial Regex MonthDayYear();

    /// <summary>"令和元年10月22日".</summary>
    [GeneratedRegex(@"(?<era>令和|平成)\s?(?<y>元|\d{1,2})\s?年\s?(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?日", Way)]
    private static partial Regex Era();

    /// <summary>"20 มิถุนายน 2562": years of the Thai calendar.</summary>
    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\s(?<m>[\u0E00-\u0E7F]{3,14})\s(?:พ\.ศ\.\s)?(?<y>25\d\d)(?!\d)", Way)]
    private static partial Regex Buddhist();

    /// <summary>"2019-Oct-08", "2019. október 8."</summary>
    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)[.,]?[\s\-/]{1,2}(?<m>\p{L}{3,12})\.?[\s\-/]{1,2}(?<d>\d{1,2})(?!\d)", Way)]
    private static partial Regex YearThenName();

    /// <summary>"2019 m. kovo 18 d.", "2019. gada 18. maijs".</summary>
    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d\d)(?:\sm\.\s(?<m>\p{L}{4,12})\s(?<d>\d{1,2})\sd|\.?\sgada\s(?<d>\d{1,2})\.\s(?<m>\p{L}{4,12}))", Way)]
    private static partial Regex Baltic();

    /// <summary>"8 tháng 10 năm 2019".</summary>
    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\s?tháng\s?(?<m>\d{1,2}),?\s(?:năm\s)?(?<y>(?:19|20)\d\d)(?!\d)", Way)]
    private static partial Regex NumberedMonth();

    /// <summary>"08-Oct-19", "8 Oct '19".</summary>
    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:-(?<m>\p{L}{3})-|\s(?<m>\p{L}{3,9})\.?\s['’])(?<y>\d\d)(?!\d)", Way)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"(?<!\p{L})(?<m>\p{L}{3})\s{1,2}(?<d>\d{1,2}),?\s(?<clock>\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?(?:\s(?:[A-Z]{2,5}|[+-]\d{4}))?)\s(?<y>(?:19|20)\d\d)(?!\d)", Way)]
    private static partial Regex YearLast();

    [GeneratedRegex("(?<!\\d)" + ClockForm, Way)]
    private static partial Regex Clock();

    [GeneratedRegex("(?<!\\d)" + ClockForm + @"[\s,)|\-–—]{0,4}(?:on\s|le\s)?(?:\p{L}{3,9}\.?,?\s)?$", Way)]
    private static partial Regex ClockBefore();

    [GeneratedRegex(@"(?<=[/_\-.=])(?<y>(?:19|20)\d\d)(?<s>[/_\-.]?)(?:(?<=/)[A-Za-z_\-]{3,20}/)?(?<m>0?[1-9]|1[0-2])\k<s>(?<d>0[1-9]|[12]\d|3[01]|[1-9](?=/))(?!\d)", Way)]
    private static partial Regex AddressDay();
}

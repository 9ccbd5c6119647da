using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Dates;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>A time stamp found in a line.</summary>
/// <param name="Day">Null year (a stamp such as "Friday, Nov. 22, 18:34") leaves <see cref="Year"/> 0.</param>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="End">Where it ends, zone included.</param>
/// <param name="Swappable">A date of figures and slashes that may be day first or month first.</param>
internal readonly record struct Timestamp(int Year, int Month, int Day, TimeOnly? Time, TimeSpan? Offset, int Start, int End, bool Swappable = false)
{
    /// <summary>The other reading of "02/08/2019".</summary>
    public Timestamp Swapped => this with { Month = Day, Day = Month };

    /// <summary>The weekday that stands by the date; with it a date without a year tells its year.</summary>
    public DayOfWeek? Weekday { get; init; }

    public DateOnly? Date => Year == 0 ? null : new DateOnly(Year, Month, Day);

    public PublicationTime Published(int year, TimeSpan? homeOffset)
    {
        var day = new DateOnly(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
        var offset = Offset ?? homeOffset;
        return Time is { } time && offset is not null ? new PublicationTime(day, time, offset) : new PublicationTime(day);
    }

    /// <summary>
    /// Finds the first stamp in a line: a date (2019-11-17, 2019.11.17, 2019/11/17, November 17, 2019, 17 Nov 2019, Nov.17,2019, 11/17/2019, 17.11.2019) and, before or
    /// after it, a clock time (18:45, 18:45:11, 6:45 PM, 6:45 p.m., 7pm) with a zone (KST, GMT+9, +09:00). Without a year only where a clock time stands by.
    /// </summary>
    public static Timestamp? Find(ReadOnlySpan<char> line)
    {
        var pieces = Pieces(line);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (DateAt(line, pieces, i) is { } date)
            {
                var stamp = WithClock(line, pieces, i, date) with { Weekday = WeekdayBy(line, pieces, i, date.Last) };
                if (stamp.Year != 0 || stamp.Time is not null)
                {
                    return stamp;
                }
            }
        }

        return null;
    }

    /// <summary>The first date in these words, with or without a year, no clock time.</summary>
    public static Timestamp? FindDay(ReadOnlySpan<char> words)
    {
        var pieces = Pieces(words);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (DateAt(words, pieces, i) is { } date)
            {
                return new Timestamp(date.Year, date.Month, date.Day, null, null, pieces[i].Start, pieces[date.Last].End);
            }
        }

        return null;
    }

    private readonly record struct Piece(int Start, int End, char Kind, int Value)
    {
        public int Length => End - Start;
    }

    /// <summary>Numbers ('n'), words ('w') and marks (themselves) of a line, at most 200.</summary>
    private static List<Piece> Pieces(ReadOnlySpan<char> line)
    {
        var pieces = new List<Piece>(32);
        for (var at = 0; at < line.Length && pieces.Count < 200;)
        {
            var c = line[at];
            var start = at;
            if (char.IsAsciiDigit(c))
            {
                var value = 0;
                for (; at < line.Length && char.IsAsciiDigit(line[at]); at++)
                {
                    value = at - start < 6 ? value * 10 + (line[at] - '0') : 0;
                }

                pieces.Add(new Piece(start, at, 'n', value));
            }
            else if (char.IsLetter(c))
            {
                // "2019-11-17T18:45" has a T between two figures.
                for (; at < line.Length && char.IsLetter(line[at]) && (at == start || !(c == 'T' && start > 0 && char.IsAsciiDigit(line[start - 1]))); at++)
                {
                }

                pieces.Add(new Piece(start, at, 'w', 0));
            }
            else
            {
                at++;
                if (!char.IsWhiteSpace(c))
                {
                    pieces.Add(new Piece(start, at, c, 0));
                }
            }
        }

        return pieces;
    }

    private readonly record struct FoundDate(int Year, int Month, int Day, int Last, bool Swappable = false);

    private static FoundDate? DateAt(ReadOnlySpan<char> line, List<Piece> p, int i)
    {
        char Kind(int k) => k < p.Count ? p[k].Kind : '\0';
        int Value(int k) => p[k].Value;
        bool IsYear(int k) => Kind(k) == 'n' && p[k].Length == 4 && Value(k) is >= 1900 and < 2100;
        bool IsDay(int k) => Kind(k) == 'n' && p[k].Length <= 2 && Value(k) is >= 1 and <= 31;
        bool IsMonth(int k) => Kind(k) == 'n' && p[k].Length <= 2 && Value(k) is >= 1 and <= 12;

        // 2019-11-17, 2019.11.17., 2019/11/17
        if (IsYear(i) && Kind(i + 1) is '-' or '.' or '/' && IsMonth(i + 2) && Kind(i + 3) == Kind(i + 1) && IsDay(i + 4))
        {
            return Checked(Value(i), Value(i + 2), Value(i + 4), i + 4);
        }

        // 17.11.2019: with dots the day is first.
        if (IsDay(i) && Kind(i + 1) == '.' && IsMonth(i + 2) && Kind(i + 3) == '.' && IsYear(i + 4) && p[i + 4].Start == p[i].Start + p[i].Length + p[i + 2].Length + 2)
        {
            return Checked(Value(i + 4), Value(i + 2), Value(i), i + 4);
        }

        // 11/17/2019; a first number above 12 is the day.
        if (IsDay(i) && Kind(i + 1) == '/' && IsDay(i + 2) && Kind(i + 3) == '/' && IsYear(i + 4))
        {
            return Value(i) > 12 ? Checked(Value(i + 4), Value(i + 2), Value(i), i + 4) : Checked(Value(i + 4), Value(i), Value(i + 2), i + 4, Value(i + 2) <= 12);
        }

        if (Kind(i) == 'w' && CalendarNames.Month(line[p[i].Start..p[i].End]) is > 0 and var month)
        {
            // November 17, 2019; Nov. 17 2019; Nov.17,2019; Nov 17
            var k = i + 1;
            k += Kind(k) == '.' ? 1 : 0;
            if (!IsDay(k))
            {
                return null;
            }

            var day = Value(k);
            var last = k;
            k++;
            k += Kind(k) == 'w' && p[k].Length == 2 && p[k].Start == p[k - 1].End ? 1 : 0;
            k += Kind(k) is ',' or '.' ? 1 : 0;
            return IsYear(k) ? Checked(Value(k), month, day, k) : new FoundDate(0, month, Math.Min(day, DateTime.DaysInMonth(2020, month)), last);
        }

        if (IsDay(i) && !(i > 0 && p[i - 1].Kind == ':'))
        {
            // 17 November 2019; 17 Nov, 2019; 17th Nov. 2019
            var k = i + 1;
            k += Kind(k) == 'w' && p[k].Length == 2 && p[k].Start == p[k - 1].End ? 1 : 0;
            k += Kind(k) == '-' ? 1 : 0;
            if (Kind(k) == 'w' && CalendarNames.Month(line[p[k].Start..p[k].End]) is > 0 and var named)
            {
                var day = Value(i);
                var last = k;
                k++;
                k += Kind(k) is ',' or '.' or '-' ? 1 : 0;
                return IsYear(k) ? Checked(Value(k), named, day, k) : new FoundDate(0, named, Math.Min(day, DateTime.DaysInMonth(2020, named)), last);
            }
        }

        return null;
    }

    private static FoundDate? Checked(int year, int month, int day, int last, bool swappable = false) =>
        month is >= 1 and <= 12 && day <= DateTime.DaysInMonth(year, month) ? new FoundDate(year, month, day, last, swappable) : null;

    /// <summary>Looks for the clock time after the date (past marks and up to two words such as "at"), else right before it.</summary>
    private static Timestamp WithClock(ReadOnlySpan<char> line, List<Piece> p, int first, FoundDate date)
    {
        int start = p[first].Start, end = p[date.Last].End;
        var day = new DateOnly(date.Year == 0 ? 2019 : date.Year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(date.Year == 0 ? 2019 : date.Year, date.Month)));
        var words = 0;
        for (var k = date.Last + 1; k < p.Count && k < date.Last + 8; k++)
        {
            if (p[k].Kind == 'n')
            {
                if (Clock(line, p, k, day) is { } after)
                {
                    return new Timestamp(date.Year, date.Month, date.Day, after.Time, after.Offset, start, after.End, date.Swappable);
                }

                break;
            }

            if (p[k].Kind == 'w')
            {
                if (Zones.Named(line[p[k].Start..p[k].End], day) is not null)
                {
                    break;
                }

                // Another stamp's label ends this one.
                if (++words > 2 || (p[k].Length > 3 && CalendarNames.Weekday(line[p[k].Start..p[k].End]) is null))
                {
                    break;
                }
            }
        }

        // "7:54 pm, November 22, 2019", "05:34 AM January 24, 2020", "18:45 November 17, 2019"
        for (var k = Math.Max(0, first - 9); k < first; k++)
        {
            if (p[k].Kind == 'n' && (k == 0 || p[k - 1].Kind != ':') && Clock(line, p, k, day) is { } before && OnlyLinks(line, p, before.Last + 1, first))
            {
                return new Timestamp(date.Year, date.Month, date.Day, before.Time, before.Offset, p[k].Start, end, date.Swappable);
            }
        }

        return new Timestamp(date.Year, date.Month, date.Day, null, null, start, end, date.Swappable);
    }

    /// <summary>"Wednesday, Jan. 9", "9 January (Wed.)": the word before or after the date, past one mark.</summary>
    private static DayOfWeek? WeekdayBy(ReadOnlySpan<char> line, List<Piece> p, int first, int last)
    {
        var before = first > 1 && p[first - 1].Kind is ',' or '.' ? first - 2 : first - 1;
        var after = last + 2 < p.Count && p[last + 1].Kind is ',' or '(' ? last + 2 : last + 1;
        return before >= 0 && p[before].Kind == 'w' && CalendarNames.Weekday(line[p[before].Start..p[before].End]) is { } named ? named
            : after < p.Count && p[after].Kind == 'w' ? CalendarNames.Weekday(line[p[after].Start..p[after].End])
            : null;
    }

    private static bool OnlyLinks(ReadOnlySpan<char> line, List<Piece> p, int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (p[k].Kind == 'n' || (p[k].Kind == 'w' && p[k].Length > 2 && CalendarNames.Weekday(line[p[k].Start..p[k].End]) is null))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct FoundClock(TimeOnly Time, TimeSpan? Offset, int End, int Last);

    private static FoundClock? Clock(ReadOnlySpan<char> line, List<Piece> p, int k, DateOnly day)
    {
        char Kind(int n) => n < p.Count ? p[n].Kind : '\0';
        if (p[k].Length > 2 && !(p[k].Length == 4 && Kind(k + 1) == 'w'))
        {
            return null;
        }

        int hour = p[k].Value, minute = 0, second = 0, last = k;
        var exact = false;
        if (p[k].Length == 4)
        {
            (hour, minute) = (hour / 100, hour % 100);
        }
        else if (Kind(k + 1) is ':' or '.' && Kind(k + 2) == 'n' && p[k + 2].Length == 2 && p[k + 2].Value < 60)
        {
            (minute, last, exact) = (p[k + 2].Value, k + 2, Kind(k + 1) == ':');
            if (Kind(last + 1) == ':' && Kind(last + 2) == 'n' && p[last + 2].Length == 2 && p[last + 2].Value < 60)
            {
                (second, last) = (p[last + 2].Value, last + 2);
                if (Kind(last + 1) == '.' && Kind(last + 2) == 'n' && p[last + 2].Start == p[last].End + 1)
                {
                    last += 2;
                }
            }
        }

        // am, pm, a.m., p.m.
        if (Kind(last + 1) == 'w')
        {
            var word = line[p[last + 1].Start..p[last + 1].End];
            var half = word.Equals("am", StringComparison.OrdinalIgnoreCase) ? 'a' : word.Equals("pm", StringComparison.OrdinalIgnoreCase) ? 'p' : '\0';
            if (half != '\0')
            {
                last++;
            }
            else if (word.Length == 1 && char.ToLowerInvariant(word[0]) is 'a' or 'p' && Kind(last + 2) == '.' && Kind(last + 3) == 'w' && line[p[last + 3].Start] is 'm' or 'M')
            {
                half = char.ToLowerInvariant(word[0]);
                last += Kind(last + 4) == '.' ? 4 : 3;
            }

            if (half != '\0')
            {
                if (hour is < 1 or > 23)
                {
                    return null;
                }

                hour = hour > 12 ? hour : half == 'a' ? hour % 12 : (hour % 12) + 12;
                exact = true;
            }
        }

        var zone = ZoneAfter(line, p, last + 1, day);
        if (hour > 23 || minute > 59 || (!exact && zone is null))
        {
            return null;
        }

        return zone is { } stated
            ? new FoundClock(new TimeOnly(hour, minute, second), stated.Offset, stated.End, stated.Last)
            : new FoundClock(new TimeOnly(hour, minute, second), null, p[last].End, last);
    }

    private static (TimeSpan Offset, int End, int Last)? ZoneAfter(ReadOnlySpan<char> line, List<Piece> p, int k, DateOnly day)
    {
        char Kind(int n) => n < p.Count ? p[n].Kind : '\0';
        k += Kind(k) is '(' or ',' ? 1 : 0;
        if (Kind(k) == 'w')
        {
            if (Zones.Named(line[p[k].Start..p[k].End], day) is not { } named)
            {
                return null;
            }

            if (Kind(k + 1) is '+' or '-' && Kind(k + 2) == 'n' && p[k + 2].Start == p[k + 1].End && named == TimeSpan.Zero)
            {
                return Signed(p, k + 1) is { } shifted ? shifted : (named, p[k].End, k);
            }

            return (named, p[k].End, k);
        }

        return Kind(k) is '+' or '-' && Kind(k + 1) == 'n' && p[k].Start == p[k - 1].End && p[k + 1].Start == p[k].End ? Signed(p, k) : null;
    }

    /// <summary>"+9", "+09:00", "+0900", "-5".</summary>
    private static (TimeSpan Offset, int End, int Last)? Signed(List<Piece> p, int sign)
    {
        var number = p[sign + 1];
        int hours = number.Value, minutes = 0, last = sign + 1;
        if (number.Length == 4)
        {
            (hours, minutes) = (number.Value / 100, number.Value % 100);
        }
        else if (last + 2 < p.Count && p[last + 1].Kind == ':' && p[last + 2] is { Kind: 'n', Length: 2 } rest)
        {
            (minutes, last) = (rest.Value, last + 2);
        }

        if (hours > 14 || minutes > 59)
        {
            return null;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        return (p[sign].Kind == '-' ? -offset : offset, p[last].End, last);
    }
}

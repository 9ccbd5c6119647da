using System.Globalization;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Dates;

/// <summary>Weeks, months, seasons and years as day ranges, and their ISO-TimeML values. All answers stay within the years 1–9999.</summary>
internal static class Calendar
{
    public static DateOnly Day(int year, int month, int day) =>
        new(Math.Clamp(year, 1, 9998), month, Math.Min(day, DateTime.DaysInMonth(Math.Clamp(year, 1, 9998), month)));

    public static DateOnly Add(DateOnly day, int days)
    {
        var number = Math.Clamp((long)day.DayNumber + days, 400, DateOnly.MaxValue.DayNumber - 400L);
        return DateOnly.FromDayNumber((int)number);
    }

    /// <summary>Monday to Sunday.</summary>
    public static DayRange Week(DateOnly day)
    {
        var monday = Add(day, -(((int)day.DayOfWeek + 6) % 7));
        return new DayRange(monday, Add(monday, 6));
    }

    public static DayRange Month(DateOnly day, int months)
    {
        var index = Math.Clamp((long)(day.Year * 12) + day.Month - 1 + months, 12, 9998 * 12);
        return DayRange.Month((int)(index / 12), (int)(index % 12) + 1);
    }

    public static DayRange Year(int year) => DayRange.Year(Math.Clamp(year, 1, 9998));

    /// <summary>1 winter (December to February, of the year in which it begins), 2 spring, 3 summer, 4 autumn.</summary>
    public static DayRange Season(int season, int year)
    {
        year = Math.Clamp(year, 2, 9997);
        return season == 1
            ? new DayRange(new DateOnly(year, 12, 1), new DateOnly(year + 1, 3, 1).AddDays(-1))
            : new DayRange(new DateOnly(year, ((season - 1) * 3) + 0, 1), new DateOnly(year, ((season - 1) * 3) + 3, 1).AddDays(-1));
    }

    /// <summary>First to tenth, eleventh to twentieth, twenty-first to the end; other spans stay whole.</summary>
    public static DayRange Part(DayRange range, int part)
    {
        if (range.Days is < 28 or > 31)
        {
            return range;
        }

        return part switch
        {
            1 => new DayRange(range.From, range.From.AddDays(9)),
            2 => new DayRange(range.From.AddDays(10), range.From.AddDays(19)),
            _ => new DayRange(range.From.AddDays(20), range.To),
        };
    }

    /// <summary>ISO-TimeML value of a range that is a day, week, month, quarter, half, season, year or decade; the two days otherwise.</summary>
    public static string Value(DayRange range)
    {
        var (from, to) = (range.From, range.To);
        if (from == to)
        {
            return DayRange.Iso(from);
        }

        var year = from.Year.ToString("0000", CultureInfo.InvariantCulture);
        if (from.Day == 1 && to == new DateOnly(to.Year, to.Month, DateTime.DaysInMonth(to.Year, to.Month)))
        {
            var months = ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
            switch (months)
            {
                case 1:
                    return $"{year}-{from.Month.ToString("00", CultureInfo.InvariantCulture)}";
                case 3 when from.Month is 1 or 4 or 7 or 10:
                    return $"{year}-Q{(from.Month / 3) + 1}";
                case 3 when from.Month is 3 or 6 or 9 or 12:
                    return $"{year}-{(from.Month == 3 ? "SP" : from.Month == 6 ? "SU" : from.Month == 9 ? "FA" : "WI")}";
                case 6 when from.Month is 1 or 7:
                    return $"{year}-H{(from.Month / 6) + 1}";
                case 12 when from.Month == 1:
                    return year;
                case 120 when from.Month == 1 && from.Year % 10 == 0:
                    return year[..3];
                case 1200 when from.Month == 1 && from.Year % 100 == 1:
                    return year[..2];
                default:
                    break;
            }
        }

        var monday = from.DayOfWeek == DayOfWeek.Monday;
        if ((monday && range.Days == 7) || (from.DayOfWeek == DayOfWeek.Saturday && range.Days == 2))
        {
            var on = from.ToDateTime(TimeOnly.MinValue);
            var week = $"{ISOWeek.GetYear(on).ToString("0000", CultureInfo.InvariantCulture)}-W{ISOWeek.GetWeekOfYear(on).ToString("00", CultureInfo.InvariantCulture)}";
            return monday ? week : week + "-WE";
        }

        return range.ToString();
    }
}

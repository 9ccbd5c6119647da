using System.Globalization;

namespace GsomiaTracker.Domain.Time;

/// <summary>Calendar days, both inclusive. An inexact day ("mid-November") is the whole range it may stand for; nothing is invented inside it.</summary>
public readonly record struct DayRange(DateOnly From, DateOnly To) : IComparable<DayRange>
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool IsOneDay => From == To;

    public static DayRange Of(DateOnly day) => new(day, day);

    public static DayRange Month(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static DayRange Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>As papers are vague about a day: a week from Monday, a third of a month, a month or a year; not a stretch from one thing to another.</summary>
    public bool IsCalendarUnit =>
        IsOneDay
        || (Days == 7 && From.DayOfWeek == DayOfWeek.Monday)
        || (Days == 2 && From.DayOfWeek == DayOfWeek.Saturday)
        || (From.Month == To.Month && From.Year == To.Year && (From.Day, To.Day, To.AddDays(1).Day) is (1, 10, _) or (11, 20, _) or (21, _, 1) or (1, _, 1))
        || (From == new DateOnly(From.Year, 1, 1) && To == new DateOnly(From.Year, 12, 31));

    public bool Contains(DateOnly day) => From <= day && day <= To;

    public bool Contains(DayRange other) => From <= other.From && other.To <= To;

    public bool Overlaps(DayRange other) => From <= other.To && other.From <= To;

    public int CompareTo(DayRange other) => From != other.From ? From.CompareTo(other.From) : To.CompareTo(other.To);

    /// <summary>ISO 8601: <c>2019-11-17</c> or <c>2019-11-16/2019-11-18</c>.</summary>
    public override string ToString() => IsOneDay ? Iso(From) : $"{Iso(From)}/{Iso(To)}";

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static bool operator <(DayRange left, DayRange right) => left.CompareTo(right) < 0;

    public static bool operator >(DayRange left, DayRange right) => left.CompareTo(right) > 0;

    public static bool operator <=(DayRange left, DayRange right) => left.CompareTo(right) <= 0;

    public static bool operator >=(DayRange left, DayRange right) => left.CompareTo(right) >= 0;
}

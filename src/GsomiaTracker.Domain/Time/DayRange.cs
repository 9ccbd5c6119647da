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

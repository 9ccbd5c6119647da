using System.Globalization;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Days, instants and lengths of time in words, as wires write them: "Sunday, Nov. 17", "Nov. 16–18", "Nov. 14, 2019, 18:00", "T−6".</summary>
public static class TimeText
{
    private static readonly string[] FullMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>"Sunday, Nov. 17"; with the year where it is not <paramref name="usualYear"/>.</summary>
    public static string Weekday(DateOnly day, int usualYear) => $"{day.DayOfWeek}, {(day.Year == usualYear ? WireDate.MonthAndDay(day) : WireDate.Day(day))}";

    public static string Clock(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Nov. 14, 2019, 18:00" in the zone.</summary>
    public static string Instant(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return $"{WireDate.Day(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>"Nov. 14, 18:00": for places where the year is plain.</summary>
    public static string ShortInstant(DateTimeOffset instant, TimeZoneInfo zone, int usualYear)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return local.Year == usualYear ? $"{WireDate.MonthAndDay(DateOnly.FromDateTime(local.DateTime))}, {Clock(instant, zone)}" : Instant(instant, zone);
    }

    /// <summary>When something became known, short: "Nov. 17, 18:45"; "Nov. 12" where only the day is known, which then counts from its end.</summary>
    public static string Known(DateTimeOffset instant, TimeZoneInfo zone, TimeZoneInfo home, int usualYear) =>
        EndOfDay(instant, home) is { } day ? (day.Year == usualYear ? WireDate.MonthAndDay(day) : WireDate.Day(day)) : ShortInstant(instant, zone, usualYear);

    /// <summary>The day whose end an instant is, in the dossier's zone; null where it falls within a day.</summary>
    public static DateOnly? EndOfDay(DateTimeOffset instant, TimeZoneInfo home)
    {
        var local = TimeZoneInfo.ConvertTime(instant, home);
        return local.TimeOfDay == TimeSpan.Zero ? DateOnly.FromDateTime(local.DateTime).AddDays(-1) : null;
    }

    /// <summary>A publication time as it is known: a day stays a day, a minute is told in the zone.</summary>
    public static string Published(PublicationTime? published, TimeZoneInfo zone) => published switch
    {
        null => "date unknown",
        { Time: null } day => WireDate.Day(day.Day),
        var minute => Instant(minute.KnownSince(zone), zone),
    };

    /// <summary>"Nov. 17", "Nov. 16–18", "Oct. 30 – Nov. 2", "June 2019", "2018"; the year only where it is not the usual one.</summary>
    public static string Range(DayRange days, int usualYear)
    {
        var (from, to) = (days.From, days.To);
        if (days.IsOneDay)
        {
            return from.Year == usualYear ? WireDate.MonthAndDay(from) : WireDate.Day(from);
        }

        if (days == DayRange.Year(from.Year))
        {
            return from.Year.ToString(CultureInfo.InvariantCulture);
        }

        if (days == DayRange.Month(from.Year, from.Month))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{FullMonths[from.Month - 1]} {from.Year}");
        }

        if (from.Year == to.Year)
        {
            var year = from.Year == usualYear ? "" : string.Create(CultureInfo.InvariantCulture, $", {from.Year}");
            return from.Month == to.Month
                ? string.Create(CultureInfo.InvariantCulture, $"{WireDate.MonthAndDay(from)}–{to.Day}{year}")
                : $"{WireDate.MonthAndDay(from)} – {WireDate.MonthAndDay(to)}{year}";
        }

        return $"{WireDate.Day(from)} – {WireDate.Day(to)}";
    }

    /// <summary>ISO 8601 with the zone's offset and without seconds where there are none: what <c>datetime</c> attributes and links carry.</summary>
    public static string Iso(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return local.ToString(local.Second == 0 && local.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mmzzz" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    /// <summary>Minutes by which a zone's clocks are ahead of UTC at an instant.</summary>
    public static int Offset(DateTimeOffset instant, TimeZoneInfo zone) => (int)zone.GetUtcOffset(instant).TotalMinutes;

    /// <summary>"T−6" before the deadline's day, "T−0" on it, "T+1" after it; a true minus sign.</summary>
    public static string ToDeadline(int days) =>
        days >= 0 ? string.Create(CultureInfo.InvariantCulture, $"T\u2212{days:N0}") : string.Create(CultureInfo.InvariantCulture, $"T+{-days:N0}");

    /// <summary>"1 report", "2 reports", "12,000 reports".</summary>
    public static string Count(int n, string noun) => Count(n, noun, noun + "s");

    public static string Count(int n, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{n:N0} {(n == 1 ? one : many)}");
}

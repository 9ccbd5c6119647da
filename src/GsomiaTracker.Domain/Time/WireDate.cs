using System.Globalization;

namespace GsomiaTracker.Domain.Time;

/// <summary>Days and clock times as American wires print them: "Nov. 14, 2019", months of five letters and fewer unabridged.</summary>
public static class WireDate
{
    private static readonly string[] Months =
        ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    public static string Day(DateOnly day) => $"{MonthAndDay(day)}, {day.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>"Nov.", "June".</summary>
    public static string Month(DateOnly day) => Months[day.Month - 1];

    public static string MonthAndDay(DateOnly day) => $"{Month(day)} {day.Day.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>24-hour clock: "18:00".</summary>
    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Nov. 14, 2019, 18:00 (Seoul)": the instant on the clocks of <paramref name="zone"/>.</summary>
    public static string Instant(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        return $"{Day(DateOnly.FromDateTime(local))}, {Clock(TimeOnly.FromDateTime(local))} ({ZoneLabel(zone)})";
    }

    /// <summary>The city that gives an IANA zone its name: "Asia/Seoul" is "Seoul", "America/New_York" is "New York".</summary>
    public static string ZoneLabel(TimeZoneInfo zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}

using System.Globalization;
using System.Xml;

namespace GsomiaTracker.Domain.Time;

/// <summary>Time left to a deadline (or gone since it), as pages word it: days and hours, minutes only in the last hour; never seconds.</summary>
/// <param name="Remaining">Negative once the deadline has passed.</param>
public readonly record struct Countdown(TimeSpan Remaining)
{
    public static Countdown To(DateTimeOffset deadline, DateTimeOffset moment) => new(deadline - moment);

    public bool Passed => Remaining <= TimeSpan.Zero;

    /// <summary>"5 days 5 hours", "1 day", "6 hours", "42 minutes"; rounded down, so that it never promises more than is left. The sign is left out.</summary>
    public string Words => Phrase(Remaining);

    /// <summary>ISO 8601 duration of the time left ("P5DT5H15M"); null once it has passed.</summary>
    public string? Iso => Passed ? null : XmlConvert.ToString(Remaining);

    /// <summary>The length of a stretch of time in words, whatever its sign.</summary>
    public static string Phrase(TimeSpan length)
    {
        length = length.Duration();
        if (length < TimeSpan.FromHours(1))
        {
            return length < TimeSpan.FromMinutes(1) ? "less than a minute" : Count(length.Minutes, "minute");
        }

        if (length < TimeSpan.FromDays(1))
        {
            return Count(length.Hours, "hour");
        }

        var days = Count(length.Days, "day");
        return length.Hours == 0 ? days : $"{days} {Count(length.Hours, "hour")}";
    }

    /// <summary>Where a known moment stands to the deadline: "6 hours before the deadline", "2 days after the deadline", "at the deadline".</summary>
    public static string Against(TimeSpan before) =>
        before == TimeSpan.Zero ? "at the deadline" : $"{Phrase(before)} {(before > TimeSpan.Zero ? "before" : "after")} the deadline";

    private static string Count(int n, string unit) => $"{n.ToString(CultureInfo.InvariantCulture)} {unit}{(n == 1 ? "" : "s")}";
}

using System.Globalization;

namespace GsomiaTracker.Domain.Time;

/// <summary>When something was published, as far as it is known: a day, or a minute of it with its offset from UTC.</summary>
public sealed record PublicationTime(DateOnly Day, TimeOnly? Time = null, TimeSpan? Offset = null)
{
    /// <summary>
    /// The instant from which it counts as public knowledge: the stated minute; when only a day is known, the end of that day in
    /// <paramref name="zone"/> (never earlier than it can have been known).
    /// </summary>
    public DateTimeOffset KnownSince(TimeZoneInfo zone)
    {
        if (Time is { } time)
        {
            var local = Day.ToDateTime(time);
            return new DateTimeOffset(local, Offset ?? zone.GetUtcOffset(local));
        }

        var end = Day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(end, zone.GetUtcOffset(end));
    }

    /// <summary>ISO 8601: <c>2019-11-17</c>, <c>2019-11-17T18:45+09:00</c>; seconds only where they were given.</summary>
    public override string ToString()
    {
        if (Time is not { } time)
        {
            return DayRange.Iso(Day);
        }

        var clock = time.Second == 0 ? "HH:mm" : "HH:mm:ss";
        var text = $"{DayRange.Iso(Day)}T{time.ToString(clock, CultureInfo.InvariantCulture)}";
        return Offset is { } offset ? text + Iso(offset) : text;
    }

    public static string Iso(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.Duration().ToString("hh\\:mm", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>2019-11-17</c>, <c>2019-11-17T18:45+09:00</c>, <c>...Z</c>; a reason otherwise.</summary>
    public static Text.Parsed<PublicationTime> Parse(string text)
    {
        text = text.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Text.Parsed<PublicationTime>.Of(new PublicationTime(day));
        }

        string[] forms = ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"];
        var spelled = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        return DateTimeOffset.TryParseExact(spelled, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? Text.Parsed<PublicationTime>.Of(new PublicationTime(DateOnly.FromDateTime(instant.DateTime), TimeOnly.FromDateTime(instant.DateTime), instant.Offset))
            : Text.Parsed<PublicationTime>.No($"'{text}' is neither a day (2019-11-17) nor an instant with its offset (2019-11-17T18:45+09:00)");
    }
}

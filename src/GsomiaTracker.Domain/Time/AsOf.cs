using System.Globalization;
using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Domain.Time;

/// <summary>The moment up to which things were known: what a reader could have seen then, and nothing else.</summary>
/// <param name="Instant">Everything with known-since at or before it counts.</param>
/// <param name="Day">Set where a whole day was asked for; the instant is then its end in the dossier's zone.</param>
public readonly partial record struct AsOf(DateTimeOffset Instant, DateOnly? Day)
{
    private const string Example = "write a day (2019-11-14) or an instant with its offset (2019-11-14T18:00+09:00)";
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>
    /// Reads the <c>asof</c> of an address: an instant with its offset or <c>Z</c>, also where a plain '+' was decoded to a space, or a
    /// day, which stands for its end in <paramref name="zone"/>. Anything else is a fault that says what to write.
    /// </summary>
    public static Parsed<AsOf> Parse(string? text, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return No("no moment given: " + Example);
        }

        text = text.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return InRange(day) ?? Parsed<AsOf>.Of(EndOf(day, zone));
        }

        if (text is [_, _, _, _, '-', _, _, '-', _, _] && !text.AsSpan().ContainsAnyExcept("0123456789-"))
        {
            return No($"there is no day {text}: {Example}");
        }

        var match = Form().Match(text);
        if (!match.Success)
        {
            return No($"'{Shown(text)}' is not a moment: {Example}");
        }

        if (!DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return No($"there is no day {match.Groups["day"].Value}: {Example}");
        }

        if (!TimeOnly.TryParse(match.Groups["time"].Value, CultureInfo.InvariantCulture, out var time))
        {
            return No($"there is no clock time {match.Groups["time"].Value}: {Example}");
        }

        if (!match.Groups["offset"].Success)
        {
            return No($"'{Shown(text)}' does not say in which zone: add the offset, as in {match.Groups["day"].Value}T{match.Groups["time"].Value}{PublicationTime.Iso(zone.GetUtcOffset(day.ToDateTime(time)))}");
        }

        if (OffsetOf(match) is not { } offset)
        {
            return No($"'{match.Groups["offset"].Value}' is not an offset from UTC between -14:00 and +14:00: {Example}");
        }

        return InRange(day) ?? Parsed<AsOf>.Of(new AsOf(new DateTimeOffset(day.ToDateTime(time), offset), null));
    }

    /// <summary>The end of a day in a zone: everything that could be known on it, publications known by their day alone included.</summary>
    public static AsOf EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var end = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new AsOf(new DateTimeOffset(end, zone.GetUtcOffset(end)), day);
    }

    public static AsOf At(DateTimeOffset instant) => new(instant, null);

    /// <summary>"Nov. 14, 2019, 18:00 (Seoul)"; for a whole day "the end of Nov. 14, 2019 (Seoul)".</summary>
    public string Words(TimeZoneInfo zone) =>
        Day is { } day ? $"the end of {WireDate.Day(day)} ({WireDate.ZoneLabel(zone)})" : WireDate.Instant(Instant, zone);

    /// <summary>The value for <c>?asof=</c> that gives this moment again, before percent-encoding.</summary>
    public override string ToString()
    {
        if (Day is { } day)
        {
            return DayRange.Iso(day);
        }

        var form = Instant.Ticks % TimeSpan.TicksPerSecond != 0 ? "yyyy-MM-ddTHH:mm:ss.FFFFFFF" : Instant.Second != 0 ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm";
        return Instant.ToString(form, CultureInfo.InvariantCulture) + PublicationTime.Iso(Instant.Offset);
    }

    private static Parsed<AsOf>? InRange(DateOnly day) =>
        day < Earliest || day > Latest ? No($"{DayRange.Iso(day)} is outside the years 1900 to 2199") : null;

    private static Parsed<AsOf> No(string reason) => Parsed<AsOf>.No(reason, "asof");

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "...";

    private static TimeSpan? OffsetOf(Match match)
    {
        if (match.Groups["offset"].Value is "Z" or "z")
        {
            return TimeSpan.Zero;
        }

        var hours = int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (minutes > 59 || hours > 14 || (hours == 14 && minutes > 0))
        {
            return null;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        return match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    /// <summary>Loose in form, so that what is wrong can be named: a space may stand for the 'T', or for the '+' of the offset.</summary>
    [GeneratedRegex(@"^(?<day>\d{4}-\d\d-\d\d)[Tt ](?<time>\d\d:\d\d(:\d\d(\.\d{1,7})?)?)(?<offset>[Zz]|(?<sign>[-+ ])(?<hours>\d\d)(:?(?<minutes>\d\d))?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}

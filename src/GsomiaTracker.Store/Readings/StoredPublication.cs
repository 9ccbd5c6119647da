using System.Globalization;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Store.Readings;

/// <summary>Reads back what <see cref="PublicationTime.ToString"/> wrote, a clock time without its offset included.</summary>
public static class StoredPublication
{
    private static readonly string[] WithoutOffset = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    public static PublicationTime? Parse(string? words)
    {
        if (words is null)
        {
            return null;
        }

        var parsed = PublicationTime.Parse(words);
        if (parsed.Ok)
        {
            return parsed.Value;
        }

        return DateTime.TryParseExact(words, WithoutOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new PublicationTime(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : null;
    }
}

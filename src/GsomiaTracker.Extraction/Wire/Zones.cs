using System.Collections.Frozen;
using System.Globalization;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>Zone abbreviations of time stamps (<c>Lexicon/en/wire/zones.tsv</c>): fixed offsets, and US zones that change with the season.</summary>
internal static class Zones
{
    private static readonly FrozenDictionary<string, string> _offsets =
        LexiconFile.Rows("wire/zones.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    /// <summary>The offset that an abbreviation stands for on that day; null for an unknown one.</summary>
    public static TimeSpan? Named(ReadOnlySpan<char> abbreviation, DateOnly day)
    {
        if (!_offsets.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(abbreviation, out var offset))
        {
            return null;
        }

        return offset switch
        {
            "ET" => TimeSpan.FromHours(IsUsSummer(day) ? -4 : -5),
            "CT" => TimeSpan.FromHours(IsUsSummer(day) ? -5 : -6),
            "PT" => TimeSpan.FromHours(IsUsSummer(day) ? -7 : -8),
            _ => Offset(offset),
        };
    }

    /// <summary>"+09:00", "-05:00".</summary>
    public static TimeSpan Offset(string iso)
    {
        var hours = int.Parse(iso.AsSpan(1, 2), CultureInfo.InvariantCulture);
        var minutes = int.Parse(iso.AsSpan(4, 2), CultureInfo.InvariantCulture);
        var offset = new TimeSpan(hours, minutes, 0);
        return iso[0] == '-' ? -offset : offset;
    }

    /// <summary>United States rule since 2007: second Sunday of March to first Sunday of November.</summary>
    private static bool IsUsSummer(DateOnly day)
    {
        var march = new DateOnly(day.Year, 3, 8);
        var start = march.AddDays((7 - (int)march.DayOfWeek) % 7);
        var november = new DateOnly(day.Year, 11, 1);
        var end = november.AddDays((7 - (int)november.DayOfWeek) % 7);
        return start <= day && day < end;
    }
}

using System.Collections.Frozen;
using System.Globalization;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Dates;

/// <summary>Month and weekday names (<c>Lexicon/en/calendar.tsv</c>), long and short.</summary>
internal static class CalendarNames
{
    private static readonly FrozenDictionary<string, (bool IsMonth, int Value)> _names = LexiconFile.Rows("calendar.tsv")
        .ToFrozenDictionary(r => r[0], r => (r[1] == "MONTH", int.Parse(r[2], CultureInfo.InvariantCulture)), StringComparer.OrdinalIgnoreCase);

    /// <summary>1–12, or 0.</summary>
    public static int Month(ReadOnlySpan<char> word) =>
        _names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var name) && name.IsMonth ? name.Value : 0;

    public static DayOfWeek? Weekday(ReadOnlySpan<char> word) =>
        _names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var name) && !name.IsMonth ? (DayOfWeek)name.Value : null;
}

using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Values of details and disagreements as a reader would put them.</summary>
public static partial class Values
{
    /// <param name="about">What the value is of: "duration", "days", "place", "actor", "first".</param>
    /// <param name="words">The source's words for it, where the value itself is no word.</param>
    public static string InWords(RecordAsOf record, string about, string value, string words)
    {
        if (about == "actor")
        {
            return string.Join(", ", value.Split(", ").Select(record.NameOf));
        }

        if (about is "days" or "first")
        {
            return IsoDays().Replace(value, m => DayOf(m.Groups[1]) is { } from && DayOf(m.Groups[2].Success ? m.Groups[2] : m.Groups[1]) is { } to
                ? TimeText.Range(new DayRange(from, to), record.Dossier.Deadline.LastDay.Year)
                : m.Value);
        }

        if (about == "duration" && value.StartsWith('P'))
        {
            try
            {
                return Countdown.Phrase(XmlConvert.ToTimeSpan(value));
            }
            catch (FormatException)
            {
                return words;
            }
        }

        return value;
    }

    /// <summary>What a report says that can be checked, in its own words: "“40-minute”", "“first since July”"; who met at which level in ours.</summary>
    public static IReadOnlyList<string> Details(EventReported report) =>
        [.. report.Details
            .Where(d => d.Name != "action") // the title tells it
            .Select(d => d.Name == "level" ? $"{d.Value.Replace('-', ' ')} level" : $"\u201c{(d.Evidence.Words.Length > 0 ? d.Evidence.Words : d.Value)}\u201d")
            .Distinct()];

    private static DateOnly? DayOf(Group iso) => DateOnly.TryParseExact(iso.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"\b(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?\b")]
    private static partial Regex IsoDays();
}

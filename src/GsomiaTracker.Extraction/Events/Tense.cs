using System.Globalization;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Events;

/// <summary>A weekday or a day without a year is the one that fits what grammar says of the event: "is to fly on Saturday" is not last Saturday.</summary>
internal static class Tense
{
    public static Dated Fit(Telling telling, DateOnly? anchor)
    {
        var dated = telling.Dated;
        var fact = telling.Fact;
        var kind = telling.Kind;
        if (dated.Days is not { } days || anchor is not { } today || fact.Past && fact.Status is not EventStatus.Happened || dated.From.Any(char.IsAsciiDigit) && HasYear(dated.From))
        {
            return dated;
        }

        var planned = fact.Status is EventStatus.Scheduled or EventStatus.Tentative || kind == EventKind.Deadline && fact.Status is null && !fact.Past
            || kind == EventKind.Measure && fact.Status is null && !fact.Past && Begins(telling)
            || telling.Hit.Frame.IsVerb && fact.Status is null && !fact.Past && kind is EventKind.Visit or EventKind.Meeting && telling.View.Document.Role != Wire.ParagraphRole.Caption;
        planned |= fact.Status is EventStatus.Cancelled && HasMonth(dated.From) && telling.Hit.Frame.Behind is >= 0 and var behind && telling.View.Lemma(behind) is "plan" or "schedule" or "set" or "slate" && days.To.AddMonths(6) < today;
        var done = fact.Status is EventStatus.Happened && fact.Past;
        var weekday = IsWeekday(dated.From);
        if (kind == EventKind.Deadline && fact.Status is null && HasMonth(dated.From) && days.From > today.AddMonths(6))
        {
            return Year(dated, days, -1);
        }

        if (planned && days.To < today)
        {
            if (!telling.Hit.Frame.IsVerb && kind is EventKind.Measure or EventKind.Notice or EventKind.Decision or EventKind.Ruling)
            {
                // "could bring back its Aug. 23 notice": the thing is there, whatever becomes of it.
                return dated;
            }

            return weekday && days.IsOneDay && today.DayNumber - days.To.DayNumber < 7 ? dated with { Days = DayRange.Of(days.From.AddDays(7)) }
                : weekday || !HasMonth(dated.From) ? dated
                : Year(dated, days, 1) is var next && next.Days!.Value.To >= today && next.Days.Value.From < today.AddMonths(11) ? next : dated;
        }

        if (done && days.From > today)
        {
            return weekday && days.IsOneDay && days.From.DayNumber - today.DayNumber <= 7 ? dated with { Days = DayRange.Of(days.From.AddDays(-7)) }
                : weekday || !HasMonth(dated.From) ? dated
                : Year(dated, days, -1);
        }

        return dated;
    }

    /// <summary>"The curbs take effect on Friday": in the present, a beginning that is to come.</summary>
    private static bool Begins(Telling telling)
    {
        var frame = telling.Hit.Frame;
        var verb = frame.Predicate;
        return (frame.IsVerb || frame.Carried) && telling.View.Lemma(verb) is "take" or "come" or "enter" or "go" or "kick" or "begin" or "start"
            && telling.View.Syntax[verb].Tag is Language.Syntax.Xpos.VBZ or Language.Syntax.Xpos.VBP && !Form.Of(telling.View, verb).HasAux;
    }

    private static Dated Year(Dated dated, DayRange days, int by) => dated with
    {
        Days = days.From.Day == 1 && days == DayRange.Month(days.From.Year, days.From.Month)
            ? DayRange.Month(days.From.Year + by, days.From.Month)
            : new DayRange(days.From.AddYears(by), days.To.AddYears(by)),
    };

    private static bool HasYear(string words)
    {
        for (var i = 0; i + 4 <= words.Length; i++)
        {
            if (int.TryParse(words.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1800 and < 2200)
            {
                return true;
            }
        }

        return words.Contains("year", StringComparison.OrdinalIgnoreCase) || words.Contains("last", StringComparison.OrdinalIgnoreCase) || words.Contains("next", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsWeekday(string words) => words.EndsWith("day", StringComparison.Ordinal) && char.IsUpper(words[0]) && !words.Contains(' ', StringComparison.Ordinal);

    private static bool HasMonth(string words) => CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Any(m => m.Length > 0 && words.Contains(m[..3], StringComparison.Ordinal));
}

using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Positions in words: who holds what on which issue, as the dossier calls it.</summary>
public static class StanceWords
{
    /// <summary>"Taro Kono (Japan)", "Liberty Korea Party (South Korea)", "the Japanese government".</summary>
    public static string Holder(RecordAsOf record, string country, string? person, string? org) =>
        person is not null ? $"{record.NameOf(person)} ({record.CountryName(country)})"
        : org is not null ? $"{org} ({record.CountryName(country)})"
        : record.CountryName(country);

    /// <summary>"changed on Nov. 22", "no change in 63 days"; from one statement nothing is said to last.</summary>
    public static string Constancy(RecordAsOf record, StanceHistory history)
    {
        var year = record.Dossier.Deadline.LastDay.Year;
        if (history.Steps.Count > 1)
        {
            return $"changed on {TimeText.Range(DayRange.Of(record.DayOf(history.Now.From)), year)}";
        }

        return history.DaysUnchanged(record.Shown) is { } days ? days == 0 ? "told more than once in a day" : $"no change in {TimeText.Count(days, "day")}" : "one report";
    }

    /// <summary>A condition's clause without the comma that led on.</summary>
    public static string Clause(string words) => words.TrimEnd(',', ';', ':', ' ');

    public static string IssueTitle(RecordAsOf record, string issue) => record.Dossier.Issues.FirstOrDefault(i => i.Key == issue)?.Title ?? issue;

    /// <summary>What a position on an issue means, in the dossier's words: "end the pact".</summary>
    public static string Position(RecordAsOf record, string issue, Position position) =>
        record.Dossier.Issues.FirstOrDefault(i => i.Key == issue) is { } known
            ? position switch
            {
                Domain.Findings.Position.For => known.For,
                Domain.Findings.Position.Against => known.Against,
                _ => known.Conditional,
            }
            : Vocabulary.Word(position);
}

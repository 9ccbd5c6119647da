using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Web.Rendering;

/// <summary>The state of the deadline in words, as far as the record knows it.</summary>
public static class DeadlineWords
{
    /// <summary>"5 days 5 hours", "Averted", "Unknown".</summary>
    public static string Figure(DeadlineState state) => state.Kind switch
    {
        DeadlineStateKind.Running => new Countdown(state.Remaining ?? TimeSpan.Zero).Words,
        var kind => kind.ToString(),
    };

    /// <summary>What stands beside the figure: "to the deadline", "6 hours before the deadline".</summary>
    public static string Beside(DeadlineState state) => state.Kind switch
    {
        DeadlineStateKind.Running => "to the deadline",
        DeadlineStateKind.Unknown => "The deadline has passed; no report of what became of it is on the record.",
        _ => state.Before is { } before ? Countdown.Against(Rounded(before)) : "",
    };

    /// <summary>Time past is told to the nearest hour: 5 hours 58 minutes before is 6 hours before.</summary>
    private static TimeSpan Rounded(TimeSpan span) => span.Duration() < TimeSpan.FromHours(1) ? span : TimeSpan.FromHours(Math.Round(span.TotalHours));

    /// <summary>One sentence, for titles of links, feeds and previews.</summary>
    public static string Sentence(DeadlineState state) => state.Kind switch
    {
        DeadlineStateKind.Unknown => Beside(state),
        DeadlineStateKind.Running => $"{Figure(state)} to the deadline.",
        _ => $"{Figure(state)} {Beside(state)}".Trim() + ".",
    };

    /// <summary>How the sources put the deadline: the first five wordings, under who printed each first.</summary>
    public static IReadOnlyList<IGrouping<string, (string Words, Report Report)>> Wordings(RecordAsOf record) =>
        [.. record.Chronicle.Events
            .Where(e => e.Kind == EventKind.Deadline && e.About.Contains(record.Dossier.Deadline.Subject) && e.Days is { } d && record.Dossier.Deadline.PrintedDays.Any(d.Contains))
            .SelectMany(e => e.Reports)
            .Where(r => r.Finding.DaysFrom.Length is > 0 and < 60 && r.Finding.Evidence.Any(e => e.Words.Contains(r.Finding.DaysFrom, StringComparison.Ordinal)))
            .OrderBy(r => r.KnownSince)
            .DistinctBy(r => r.Finding.DaysFrom, StringComparer.OrdinalIgnoreCase)
            .Take(5)
            .Select(r => (Words: r.Finding.DaysFrom.TrimEnd('.', ','), Report: r))
            .GroupBy(w => Cite.Outlet(record, w.Report), StringComparer.Ordinal)];
}

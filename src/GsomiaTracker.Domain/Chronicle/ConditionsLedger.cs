using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>Open: nothing known has changed. Met: what it turns on has come about, as reports or an editor say. Overtaken: the holder has since taken another position on the issue.</summary>
public enum ConditionStatus { Open, Met, Overtaken }

/// <summary>One line of the ledger: who would do what if what came first. "If Tokyo lifts the curbs → Seoul reconsiders the pact."</summary>
/// <param name="If">The words of the condition, as told last.</param>
/// <param name="Then">The words of the position that hangs on it, as told last: those with the condition among them, where a position has several.</param>
/// <param name="Since">When its status became known: for an open one, when the condition did.</param>
/// <param name="MetBy">The words by which it is met: an editor's, or those of the report of <see cref="MetIn"/>.</param>
public sealed record Condition(
    string Id,
    string Country,
    string? Person,
    string? Org,
    string Issue,
    Evidence If,
    Evidence Then,
    ConditionStatus Status,
    DateTimeOffset Since,
    string? MetBy,
    IReadOnlyList<StanceReport> Reports)
{
    public DateTimeOffset KnownSince => Reports[0].KnownSince;

    /// <summary>The report that told what the condition turns on; null where an editor said that it is met.</summary>
    public Report? MetIn { get; init; }
}

/// <summary>
/// Keeps the conditions that holders have named, from their conditional stances. A condition is met when an editor says so (a correction "explain" whose
/// target is the condition's id), or when an act is reported, after the condition was, that undoes the act which the condition's words name of the same
/// subject: "if the curbs are lifted" names curbs that restrict, and is met by what eases them. What a condition's words deny ("unless", "if not") is left to
/// editors; and a holder who has moved on before is overtaken.
/// </summary>
public static class ConditionsLedger
{
    private const double SameWords = 0.5;

    private static readonly HashSet<string> Negations = Read("negations.txt");

    /// <param name="stances">As known at the moment shown.</param>
    /// <param name="met">Conditions that editors have marked as met: id to their words.</param>
    /// <param name="events">The events known at that moment.</param>
    /// <param name="readings">The readings of the takes known by then, by the hash of their text.</param>
    public static IReadOnlyList<Condition> Of(
        IEnumerable<StanceHistory> stances, IReadOnlyDictionary<string, string> met, IReadOnlyList<ChronicleEvent> events, Func<string, Reading?> readings)
    {
        var acts = new Lazy<List<Act>>(() => Acts(events));
        var ledger = new List<Condition>();
        foreach (var history in stances)
        {
            var conditional = history.Steps.SelectMany(s => s.Reports).Concat(history.Beside)
                .Where(r => r.Finding is { Position: Position.Conditional, Condition: not null })
                .OrderBy(r => r.KnownSince.UtcTicks).ThenBy(r => r.Revision, StringComparer.Ordinal);
            var groups = new List<(int[] Stems, List<StanceReport> Reports)>();
            foreach (var report in conditional)
            {
                var stems = Stems.Of(report.Finding.Condition!.Value.Words);
                var group = groups.Find(g => Stems.Overlap(stems, g.Stems) >= SameWords).Reports;
                if (group is null)
                {
                    groups.Add((stems, [report]));
                }
                else
                {
                    group.Add(report);
                }
            }

            ledger.AddRange(groups.Select(g => Line(history, g.Reports, met, acts, readings)));
        }

        return [.. ledger.OrderBy(c => c.KnownSince.UtcTicks).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

    /// <summary>An act that is reported to have happened: of which subject, what it does, and by which report.</summary>
    private readonly record struct Act(string Subject, string Does, Report Report);

    private static Condition Line(
        StanceHistory history, List<StanceReport> reports, IReadOnlyDictionary<string, string> met, Lazy<List<Act>> acts, Func<string, Reading?> readings)
    {
        var last = reports[^1];
        var condition = last.Finding.Condition!.Value;
        var names = reports.Select(r => ReportId.Of(r.Revision, r.Finding.Key)).ToList();
        var metBy = names.Select(met.GetValueOrDefault).FirstOrDefault(m => m is not null);
        var later = history.Steps.FirstOrDefault(s => s.From > last.KnownSince && s.Position != Position.Conditional);
        var undone = metBy is null ? Undone(history.Country, reports, acts, readings) : null;
        if (later is not null && undone?.KnownSince > later.From)
        {
            undone = null;
        }

        var (status, since) = metBy is not null ? (ConditionStatus.Met, last.KnownSince)
            : undone is not null ? (ConditionStatus.Met, undone.KnownSince)
            : later is not null ? (ConditionStatus.Overtaken, later.From)
            : (ConditionStatus.Open, reports[0].KnownSince);
        return new Condition(
            names[0], history.Country, history.Person, history.Org, history.Issue,
            condition, last.Finding.Evidence.Where(e => e.Span.Overlaps(condition.Span)).Append(last.Finding.Evidence[0]).First(), status, since, metBy ?? undone?.Words.Words, reports)
        {
            MetIn = undone,
        };
    }

    /// <summary>The first report, later than the condition, of an act that undoes one which the condition's words name.</summary>
    private static Report? Undone(string holder, List<StanceReport> reports, Lazy<List<Act>> acts, Func<string, Reading?> readings)
    {
        // What papers look back at was there before the condition and does not meet it.
        var day = DateOnly.FromDateTime(reports[0].KnownSince.UtcDateTime).DayNumber - 1;
        var named = reports.Where(r => !Denies(r.Finding.Condition!.Value.Words)).SelectMany(r => Named(r, readings(r.Revision))).Distinct().ToList();
        return named.Count == 0
            ? null
            : acts.Value.Where(a => a.Report.KnownSince > reports[0].KnownSince && a.Report.Finding.Days!.Value.From.DayNumber >= day && !IsOwn(a.Report.Finding, holder) && named.Exists(n => n.Subject == a.Subject && Lifts(n.Does, a.Does)))
                .Select(a => a.Report).MinBy(r => r.KnownSince.UtcTicks);
    }

    /// <summary>A measure that binds is undone by being eased. Talks that go on undo nothing, and what ends a pact is no measure's undoing.</summary>
    private static bool Lifts(string named, string done) => named is "restrict" or "remove" && done == "ease";

    /// <summary>A condition hangs on what the other side does: what the holder's state does alone meets none.</summary>
    private static bool IsOwn(EventReported act, string holder) => act.Countries.Count > 0 && act.Countries.All(c => c == holder);

    /// <summary>The acts that are told within a condition's words: of which subject, and what they do.</summary>
    private static IEnumerable<(string Subject, string Does)> Named(StanceReport report, Reading? reading)
    {
        var span = report.Finding.Condition!.Value.Span;
        return (reading?.Events ?? []).Where(e => e.Evidence.Any(v => v.Span.Overlaps(span)))
            .SelectMany(e => e.About.SelectMany(subject => Does(e).Select(does => (subject, does))));
    }

    /// <summary>Acts told as done, with a day, by each report that says so.</summary>
    private static List<Act> Acts(IReadOnlyList<ChronicleEvent> events) =>
    [
        .. events.Where(e => e.Status == EventStatus.Happened && e.About.Count > 0 && e.Kind is EventKind.Measure or EventKind.Decision or EventKind.Agreement or EventKind.Notice)
            .SelectMany(e => e.Telling.Where(r => r.Finding.Status == EventStatus.Happened && r.Finding.Days is not null)
                .SelectMany(r => r.Finding.About.SelectMany(subject => Does(r.Finding).Select(does => new Act(subject, does, r))))),
    ];

    private static IEnumerable<string> Does(EventReported finding) => finding.Details.Where(d => d.Name == "action").Select(d => d.Value);

    private static bool Denies(string words)
    {
        foreach (var word in words.Split([' ', '\n', '\r', '\t', ',', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Negations.Contains(word.Replace('’', '\'')))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> Read(string name)
    {
        using var lines = new StreamReader(typeof(ConditionsLedger).Assembly.GetManifestResourceStream(name)!);
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => l[0] != '#').ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}

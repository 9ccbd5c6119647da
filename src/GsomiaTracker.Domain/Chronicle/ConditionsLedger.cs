using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>Open: nothing known has changed. Met: an editor has said by what. Overtaken: the holder has since taken another position on the issue.</summary>
public enum ConditionStatus { Open, Met, Overtaken }

/// <summary>One line of the ledger: who would do what if what came first. "If Tokyo lifts the curbs → Seoul reconsiders the pact."</summary>
/// <param name="If">The words of the condition, as told last.</param>
/// <param name="Then">The words of the position that hangs on it, as told last.</param>
/// <param name="Since">When its status became known: for an open one, when the condition did.</param>
/// <param name="MetBy">The editor's words, for a condition met.</param>
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
}

/// <summary>
/// Keeps the conditions that holders have named, from their conditional stances. Whether a condition is met takes judgement: only an editor says so
/// (a correction "explain" whose target is the condition's id); what is seen here without judgement is that the holder has moved on.
/// </summary>
public static class ConditionsLedger
{
    private const double SameWords = 0.5;

    /// <param name="stances">As known at the moment shown.</param>
    /// <param name="met">Conditions that editors have marked as met: id to their words.</param>
    public static IReadOnlyList<Condition> Of(IEnumerable<StanceHistory> stances, IReadOnlyDictionary<string, string> met)
    {
        var ledger = new List<Condition>();
        foreach (var history in stances)
        {
            var conditional = history.Steps.SelectMany(s => s.Reports).Concat(history.Beside)
                .Where(r => r.Finding is { Position: Position.Conditional, Condition: not null })
                .OrderBy(r => r.KnownSince.UtcTicks).ThenBy(r => r.Revision, StringComparer.Ordinal);
            var groups = new List<List<StanceReport>>();
            foreach (var report in conditional)
            {
                var stems = Stems.Of(report.Finding.Condition!.Value.Words);
                var group = groups.Find(g => Stems.Overlap(stems, Stems.Of(g[0].Finding.Condition!.Value.Words)) >= SameWords);
                if (group is null)
                {
                    groups.Add([report]);
                }
                else
                {
                    group.Add(report);
                }
            }

            ledger.AddRange(groups.Select(g => Line(history, g, met)));
        }

        return [.. ledger.OrderBy(c => c.KnownSince.UtcTicks).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

    private static Condition Line(StanceHistory history, List<StanceReport> reports, IReadOnlyDictionary<string, string> met)
    {
        var last = reports[^1];
        var names = reports.Select(r => ReportId.Of(r.Revision, r.Finding.Key)).ToList();
        var metBy = names.Select(met.GetValueOrDefault).FirstOrDefault(m => m is not null);
        var later = history.Steps.FirstOrDefault(s => s.From > last.KnownSince && s.Position != Position.Conditional);
        var (status, since) = metBy is not null ? (ConditionStatus.Met, last.KnownSince)
            : later is not null ? (ConditionStatus.Overtaken, later.From)
            : (ConditionStatus.Open, reports[0].KnownSince);
        return new Condition(
            names[0], history.Country, history.Person, history.Org, history.Issue,
            last.Finding.Condition!.Value, last.Finding.Evidence[0], status, since, metBy, reports);
    }
}

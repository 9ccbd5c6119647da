using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Where a country stands on an issue: its government's position, or with none on the record, that of whoever spoke last for it.</summary>
/// <param name="Speaks">Whose position is shown.</param>
/// <param name="Others">Further holders of the country on this issue.</param>
/// <param name="Differ">How many of the others hold another position.</param>
public sealed record StanceCell(StanceHistory Speaks, int Others, int Differ);

public sealed record StanceRow(Issue Issue, IReadOnlyList<StanceCell?> Cells);

/// <summary>Issue by country: positions as of the moment, each with what it rests on.</summary>
public sealed record StanceMatrix(IReadOnlyList<string> Countries, IReadOnlyList<StanceRow> Rows)
{
    public static StanceMatrix Of(RecordAsOf record)
    {
        var stances = record.Chronicle.Stances;
        var order = record.Dossier.Parties.Select((p, i) => (p.Country, i)).ToDictionary(p => p.Country, p => p.i, StringComparer.Ordinal);
        var countries = stances.Select(s => s.Country).Distinct(StringComparer.Ordinal)
            .OrderBy(c => order.GetValueOrDefault(c, int.MaxValue)).ThenBy(c => c, StringComparer.Ordinal).ToList();
        var known = record.Dossier.Issues.ToDictionary(i => i.Key, StringComparer.Ordinal);
        var cells = stances.ToLookup(s => (s.Country, s.Issue));
        var issues = record.Dossier.Issues.OrderBy(i => i.Order)
            .Concat(stances.Select(s => s.Issue).Where(k => !known.ContainsKey(k)).Distinct(StringComparer.Ordinal).Select(k => new Issue(k, k, "for", "against", "on condition", int.MaxValue, "{}")));
        return new StanceMatrix(countries, [.. issues
            .Select(issue => new StanceRow(issue, [.. countries.Select(c => Cell([.. cells[(c, issue.Key)]]))]))
            .Where(r => r.Cells.Any(c => c is not null))]);
    }

    private static StanceCell? Cell(IReadOnlyList<StanceHistory> holders)
    {
        if (holders.Count == 0)
        {
            return null;
        }

        var speaks = holders.FirstOrDefault(h => h.Person is null && h.Org is null)
            ?? holders.Where(h => h.Org is null).DefaultIfEmpty(holders[0]).MaxBy(h => h.Now.LastSeen)!;
        return new StanceCell(speaks, holders.Count - 1, holders.Count(h => h.Now.Position != speaks.Now.Position));
    }

    /// <summary>Id of a cell's evidence within the page.</summary>
    public static string Anchor(string country, string issue) => $"s-{country}-{issue}";

    public static string Word(Position position) => Vocabulary.Word(position);
}

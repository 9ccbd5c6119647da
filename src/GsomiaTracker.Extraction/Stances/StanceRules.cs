using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>The stance rules of one dossier, made ready once: all phrases of all issues in one table.</summary>
internal sealed class StanceRules
{
    private StanceRules(IReadOnlyList<IssueRules> issues, PatternTable<IssueSeed> seeds, IReadOnlyList<Party> parties)
    {
        Issues = issues;
        Seeds = seeds;
        Nationals = parties.ToLookup(p => p.Adjective.ToLowerInvariant().Split(' ')[^1], p => p, StringComparer.Ordinal);
    }

    public IReadOnlyList<IssueRules> Issues { get; }

    public PatternTable<IssueSeed> Seeds { get; }

    /// <summary>Parties by the last word of their adjective, lower case.</summary>
    public ILookup<string, Party> Nationals { get; }

    public static StanceRules Of(Dossier dossier)
    {
        var issues = dossier.Issues.Select(i => IssueRules.Of(i, dossier)).ToArray();
        var seeds = new PatternTable<IssueSeed>();
        foreach (var (phrase, seed) in issues.SelectMany(i => i.Seeds))
        {
            seeds.Add(phrase, seed);
        }

        return new StanceRules(issues, seeds, dossier.Parties);
    }
}

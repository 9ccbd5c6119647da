using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>The stance rules of one dossier, made ready once: all phrases of all issues in one table.</summary>
internal sealed class StanceRules
{
    private StanceRules(IReadOnlyList<IssueRules> issues, PatternTable<IssueSeed> things, PatternTable<IssueSeed> deeds, IReadOnlyList<Party> parties)
    {
        Issues = issues;
        Things = things;
        Deeds = deeds;
        Heads = new HeadNouns(issues.SelectMany(i => i.Seeds));
        Relations = [.. issues.Where(i => i.HasClaims && !i.HasThings)];
        Concepts = new ConceptTable(issues.SelectMany(i => i.Concepts));
        Nationals = parties.ToLookup(p => p.Adjective.ToLowerInvariant().Split(' ')[^1], p => p, StringComparer.Ordinal);
    }

    public IReadOnlyList<IssueRules> Issues { get; }

    /// <summary>Names of things: their words stand together.</summary>
    public PatternTable<IssueSeed> Things { get; }

    /// <summary>Nouns that go on about a thing named before.</summary>
    public HeadNouns Heads { get; }

    /// <summary>What is done or claimed: a few other words may stand between.</summary>
    public PatternTable<IssueSeed> Deeds { get; }

    /// <summary>Issues about how others belong together: without things of their own, so that what is claimed of them is of no other issue.</summary>
    public IReadOnlyList<IssueRules> Relations { get; }

    /// <summary>Things told by ideas in any order.</summary>
    public ConceptTable Concepts { get; }

    /// <summary>Parties by the last word of their adjective, lower case.</summary>
    public ILookup<string, Party> Nationals { get; }

    /// <summary>Phrases of all issues that begin at this token, longest first.</summary>
    public void At(Sentence s, int token, List<(Phrase Phrase, IssueSeed Value, int Last)> into, List<(Phrase Phrase, IssueSeed Value, int Last)> spare)
    {
        Things.At(s, token, 0, into);
        Deeds.At(s, token, DeedGap, spare);
        if (spare.Count > 0 && s[token].Tag is Xpos.NNS or Xpos.NNP or Xpos.NNPS)
        {
            DropNouns(s[token], spare);
        }

        into.AddRange(spare);
        if (into.Count > 1)
        {
            into.Sort(static (a, b) => (b.Phrase.Length, b.Value.Kind, b.Last).CompareTo((a.Phrase.Length, a.Value.Kind, a.Last)));
        }
    }

    /// <summary>"ties between", "National Security": nouns and names that only look like the verb.</summary>
    private static void DropNouns(Token token, List<(Phrase Phrase, IssueSeed Value, int Last)> deeds) =>
        deeds.RemoveAll(m => !m.Phrase.First.Contains(token.Norm) || token.Tag != Xpos.NNS && m.Phrase.Length > 1 && !m.Phrase.Names);

    private const int DeedGap = 2;

    public static StanceRules Of(Dossier dossier)
    {
        var issues = dossier.Issues.Select(i => IssueRules.Of(i, dossier)).ToArray();
        var things = new PatternTable<IssueSeed>();
        var deeds = new PatternTable<IssueSeed>();
        foreach (var (phrase, seed) in issues.SelectMany(i => i.Seeds))
        {
            (seed.Kind == SeedKind.Thing ? things : deeds).Add(phrase, seed, seed.Kind == SeedKind.Thing ? null : Inflection.Forms(phrase.First[0]));
        }

        return new StanceRules(issues, things, deeds, dossier.Parties);
    }
}

using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// The nouns that the names of things end in, as far as they are of one issue only: a text that has named <i>the import duties</i> goes on about
/// <i>these duties</i>, <i>any duty</i>, <i>fair duties</i>. What the dossier lists need not hold every such turn.
/// </summary>
internal sealed class HeadNouns
{
    private readonly Dictionary<string, IssueSeed?> _seeds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _short = new(StringComparer.Ordinal);

    public HeadNouns(IEnumerable<(Phrase Phrase, IssueSeed Seed)> things)
    {
        foreach (var (phrase, seed) in things)
        {
            if (seed is { Kind: SeedKind.Thing, Subject: not null } && phrase.Noun is { } noun)
            {
                var head = Singular(noun);
                if (phrase.Length == 2 && phrase.First.Contains("the"))
                {
                    _short.Add(head);
                }

                // A noun of two issues, or of a thing and its opposite, tells nothing.
                _seeds[head] = !_seeds.TryGetValue(head, out var known) || known is not null && known.Issue == seed.Issue && known.Polarity == seed.Polarity && known.Weak == seed.Weak ? seed : null;
            }
        }
    }

    /// <summary>The thing that a noun may mean once it was named in full; null for other words, and where words beside it tell another thing. A short name (<i>the truce</i>) needs no other before it.</summary>
    public IssueSeed? At(Sentence s, int token, IReadOnlySet<IssueRules> named)
    {
        var t = s[token];
        if (t.Pos != Upos.Noun || t.Relation == Deprel.Compound || !_seeds.TryGetValue(t.Lemma, out var seed) || seed is null or { Weak: true }
            || !named.Contains(seed.Issue) && !_short.Contains(t.Lemma))
        {
            return null;
        }

        foreach (var c in s.Children(token))
        {
            if (s[c].Relation is Deprel.Compound or Deprel.Nmod or Deprel.NmodUnmarked or Deprel.Nummod or Deprel.Flat
                || s[c].Relation == Deprel.Amod && (s[c].Pos == Upos.Propn || IsAnother(s[c]) || c + 1 < s.Count && s[c + 1].Norm is "-" || c > 0 && s[c - 1].Norm is "-")
                || s[c].Relation == Deprel.NmodPoss && s[c].Pos == Upos.Noun)
            {
                return null;
            }
        }

        return seed;
    }

    private static string Singular(string noun) =>
        noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y"
        : noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) && !noun.EndsWith("us", StringComparison.Ordinal) ? noun[..^1] : noun;

    /// <summary><i>a new agreement</i>, <i>ground-launched missiles</i>: not the one that was named.</summary>
    private static bool IsAnother(in Token t) =>
        t.Lemma is "new" or "other" or "different" or "separate" or "similar" or "earlier" or "previous" or "former" or "own" or "old" || t.Norm.Contains('-', StringComparison.Ordinal);
}

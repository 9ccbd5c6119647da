using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Ideas made of the names of an issue's things, so that a few names know more wordings than their own: <i>ship inspections</i> knows
/// <i>inspected the ships</i> and <i>inspectors ... vessels</i>, <i>Russian exports</i> <i>what Russia sells</i>, <i>an exit without a deal</i>
/// <i>leave without an agreement</i>. Words of one family by their beginning, words of one meaning by <c>Lexicon/en/stances-kin.tsv</c>, a party by its
/// name, adjective and capital. What two issues would share, neither gets.
/// </summary>
internal static class KinIdeas
{
    private const int Window = 5;

    /// <summary>A state stands in every other sentence: what is its own must stand nearer.</summary>
    private const int StateWindow = 3;

    /// <summary>What is left of a word must be as long as this to stand for its family.</summary>
    private const int LeastStem = 5;

    private static readonly string[] Prepositions = ["of", "on", "from", "to", "for", "with", "in", "over", "between", "at", "by", "against", "into", "toward", "towards"];

    private static readonly string[] Empty = ["the", "a", "an", "and", "or", "its", "their", "own", "new", "any", "this", "that", "these", "those", "such", "our", "his", "her", "be", "not", "no", "'s"];

    // Longest first; what stands before the ending is the family.
    private static readonly string[] Endings =
        ["ifications", "ification", "izations", "ization", "isations", "isation", "ations", "ation", "itions", "ition", "sions", "sion", "tions", "tion", "ions", "ion", "ments", "ment", "ances", "ance", "ences", "ence", "ings", "ing", "ures", "ure", "als", "al", "ers", "er", "ors", "or", "ed"];

    private static readonly Dictionary<string, string> Meanings = LexiconTable.Rows("stances-kin.tsv")
        .SelectMany(r => LexiconTable.Parts(r[0]).Select(w => (Word: w, Row: r[1].Replace("; ", "|", StringComparison.Ordinal))))
        .ToDictionary(p => p.Word, p => p.Row, StringComparer.Ordinal);

    /// <summary>The ideas of all issues that tell hardly any themselves.</summary>
    public static List<(IReadOnlyList<string> Ideas, IssueSeed Seed, int Window)> Of(IReadOnlyList<IssueRules> issues, IReadOnlyList<Party> parties)
    {
        var made = new Dictionary<string, (string[] Ideas, IssueSeed Seed, int Window)?>(StringComparer.Ordinal);
        var states = States(parties);
        foreach (var issue in issues)
        {
            if (!issue.IsThin)
            {
                continue;
            }

            foreach (var (phrase, seed) in issue.Seeds)
            {
                if (seed.Kind != SeedKind.Thing)
                {
                    continue;
                }

                foreach (var (ideas, window) in Ideas(phrase.Text, states))
                {
                    var key = string.Join(' ', ideas.Order(StringComparer.Ordinal));
                    made[key] = !made.TryGetValue(key, out var known) ? (ideas, seed with { IsKin = true }, window)
                        : known is { } first && first.Seed.Issue == issue && first.Seed.Polarity == seed.Polarity ? (first.Ideas, seed.Weak ? first.Seed : seed with { IsKin = true }, window) : null;
                }
            }
        }

        return [.. made.Values.Where(v => v is not null).Select(v => ((IReadOnlyList<string>)v!.Value.Ideas, v.Value.Seed, v.Value.Window))];
    }

    /// <summary>The ideas of one name: any two of its words that tell something, the noun it ends in among them.</summary>
    private static IEnumerable<(string[] Ideas, int Window)> Ideas(string name, Dictionary<string, string> states)
    {
        if (name.Contains('|', StringComparison.Ordinal) || name.Contains("...", StringComparison.Ordinal))
        {
            yield break;
        }

        // Of "ground-launched missiles" the half of a word alone tells nothing.
        var words = name.Replace("'s", "", StringComparison.Ordinal).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var without = Array.IndexOf(words, "without");
        if (without >= 0 && without + 1 < words.Length)
        {
            if (words[(without + 1)..].FirstOrDefault(w => !Empty.Contains(w)) is { } missing)
            {
                yield return (["without|minus", Idea(missing, states)], 3);
            }

            yield break;
        }

        var told = words.Where(w => !Empty.Contains(w) && !Prepositions.Contains(w) && !w.Contains('-', StringComparison.Ordinal)).ToArray();
        if (told.Length == 1)
        {
            // A single word is an idea only if it has a family: "inspections", not "backstop".
            if (words.Length == 1 && Family(told[0]) is { } family && family.EndsWith('*'))
            {
                yield return ([family], 1);
            }

            yield break;
        }

        if (told.Length == 0)
        {
            yield break;
        }

        var at = Array.FindIndex(words, Prepositions.Contains);
        var head = at > 0 ? Array.FindLastIndex(told, w => Array.IndexOf(words, w) < at) : told.Length - 1;
        if (head < 0)
        {
            yield break;
        }

        var noun = Idea(told[head], states);
        for (var k = 0; k < told.Length; k++)
        {
            if (k != head && Idea(told[k], states) is var other && other != noun)
            {
                yield return ([other, noun], states.ContainsKey(told[k]) || states.ContainsKey(told[head]) ? StateWindow : Window);
            }
        }
    }

    private static string Idea(string word, Dictionary<string, string> states) => states.TryGetValue(word, out var state) ? state : Family(word);

    private static string Family(string word)
    {
        var singular = word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && word.Length > 3 ? word[..^1] : word;
        if (Meanings.TryGetValue(singular, out var row))
        {
            return row;
        }

        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= LeastStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length] + "*";
            }
        }

        return singular == word ? $"{word}|{word}s" : $"{singular}|{word}";
    }

    private static Dictionary<string, string> States(IReadOnlyList<Party> parties)
    {
        var states = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var party in parties)
        {
            // Of names in several words none is an idea.
            var names = new[] { party.Name, party.Adjective, party.Capital }.Where(n => n.Length > 3 && !n.Contains(' ', StringComparison.Ordinal)).Select(n => n.ToLowerInvariant()).ToArray();
            var idea = string.Join('|', names.SelectMany(n => new[] { n, n + "s" }));
            foreach (var name in names)
            {
                states.TryAdd(name, idea);
            }
        }

        return states;
    }
}

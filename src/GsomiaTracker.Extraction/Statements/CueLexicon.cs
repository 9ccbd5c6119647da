using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Statements;

/// <summary>How a verb of saying takes its content; see <c>cues.tsv</c>.</summary>
[Flags]
internal enum CueFrame { None = 0, Say = 1, Tell = 2, Urge = 4, Call = 8, Object = 16, Judge = 32, Infinitive = 64, Direct = 128, Clause = 256, Percept = 512, About = 1024, Hearsay = 2048 }

/// <param name="About">Prepositions behind which what is said of stands: "warned of", "stood by".</param>
internal sealed record Cue(CueFrame Frame, bool ClosesQuotation, IReadOnlyList<string> About);

/// <summary>Verbs of saying, thinking, asking by lemma.</summary>
internal static class CueLexicon
{
    private static readonly FrozenDictionary<string, Cue> Verbs = Build();

    private static readonly FrozenSet<string> Nouns =
        LexiconTable.Rows("cuenouns.tsv").SelectMany(r => LexiconTable.Parts(r[0])).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Cue> Adjectives = LexiconTable.Rows("cueadjectives.tsv")
        .SelectMany(r => LexiconTable.Parts(r[0]), (r, word) => (word, cue: new Cue(Enum.Parse<CueFrame>(r[1], ignoreCase: true), false, LexiconTable.Parts(r[2]))))
        .ToFrozenDictionary(p => p.word, p => p.cue, StringComparer.Ordinal);

    /// <summary>"confident", "skeptical", "eager".</summary>
    public static Cue? Adjective(string lemma) => Adjectives.GetValueOrDefault(lemma);

    /// <summary>"claim", "statement", "belief": nouns that take what is said as a clause.</summary>
    public static bool IsNoun(string lemma) => Nouns.Contains(lemma);

    public static Cue? Verb(string lemma) => Verbs.GetValueOrDefault(lemma);

    private static FrozenDictionary<string, Cue> Build()
    {
        var verbs = new Dictionary<string, Cue>(StringComparer.Ordinal);
        foreach (var row in LexiconTable.Rows("cues.tsv"))
        {
            var frame = LexiconTable.Parts(row[1]).Aggregate(CueFrame.None, (all, word) => all | Enum.Parse<CueFrame>(word, ignoreCase: true));
            verbs.TryAdd(row[0], new Cue(frame, row[2] == "yes", row.Length > 3 ? LexiconTable.Parts(row[3]) : []));
        }

        return verbs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

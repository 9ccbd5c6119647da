using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Whose a thing is by the adjective before it: <i>Polish warships</i>, <i>a South Korean drill</i>. Persons and bodies so described are references already.</summary>
internal static class StateAdjectives
{
    private static readonly Dictionary<string, string> _words = Build();

    /// <summary>The state that a token's adjective names ("South Korean" at its last word), or null.</summary>
    public static string? Of(Sentence s, int token)
    {
        if (!char.IsUpper(s.Text[s[token].Start]))
        {
            return null;
        }

        if (token > 0 && char.IsUpper(s.Text[s[token - 1].Start]) && _words.TryGetValue($"{s[token - 1].Norm} {s[token].Norm}", out var two))
        {
            return two;
        }

        return _words.GetValueOrDefault(s[token].Norm);
    }

    private static Dictionary<string, string> Build()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in LexiconTable.Rows("countries.tsv"))
        {
            foreach (var adjective in LexiconTable.Parts(row[2]))
            {
                words.TryAdd(adjective.TrimStart('?').ToLowerInvariant(), row[0]);
            }
        }

        words.TryAdd("korean", "KR");
        return words;
    }
}

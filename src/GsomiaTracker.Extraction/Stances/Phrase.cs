using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Words that stand for something: the first is the key, the others follow in order. A word matches the form or the lemma, <c>a|b</c> is either,
/// hyphens in the text are passed over. Written lower case in the data.
/// </summary>
internal sealed class Phrase
{
    private readonly string[][] _rest;

    private Phrase(string[] first, string[][] rest, string text, bool capitals)
    {
        First = first;
        _rest = rest;
        Text = text;
        Capitals = capitals;
    }

    /// <summary>The spellings of the first word.</summary>
    public IReadOnlyList<string> First { get; }

    public string Text { get; }

    /// <summary>Names in capitals ("NSC") match only so.</summary>
    public bool Capitals { get; }

    public int Length => _rest.Length + 1;

    /// <summary>The last word, where it is one: the preposition of <i>call for</i>.</summary>
    public string Last => _rest.Length == 0 ? First[0] : _rest[^1][0];

    public static Phrase? Parse(string text)
    {
        var words = text.Replace('-', ' ').Replace("'s", " 's", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return null;
        }

        var capitals = words.Length == 1 && words[0].Length > 1 && words[0].All(char.IsAsciiLetterUpper);
        var lower = Array.ConvertAll(words, w => w.ToLowerInvariant().Split('|', StringSplitOptions.RemoveEmptyEntries));
        return lower.All(w => w.Length > 0) ? new Phrase(lower[0], lower[1..], text, capitals) : null;
    }

    /// <summary>The last token of the phrase when it begins at this token, or -1.</summary>
    /// <param name="gap">How many other words may stand between two of its words; a full clause boundary never may.</param>
    public int MatchAt(Sentence sentence, int token, int gap)
    {
        if (Capitals && char.IsLower(sentence.Text[sentence[token].Start]))
        {
            return -1;
        }

        var at = token;
        foreach (var word in _rest)
        {
            var next = Next(sentence, at, word, gap);
            if (next < 0)
            {
                return -1;
            }

            at = next;
        }

        return at;
    }

    private static int Next(Sentence sentence, int from, string[] word, int gap)
    {
        for (var i = from + 1; i < sentence.Count; i++)
        {
            var token = sentence[i];
            if (Matches(token, word))
            {
                return i;
            }

            if (token.Pos == Upos.Punct)
            {
                if (token.Norm is "-" or "\u2010" or "\u2011" or "\"" or "(" or ")" or "'")
                {
                    continue;
                }

                return -1;
            }

            if (gap-- <= 0)
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool Matches(Token token, string[] word)
    {
        foreach (var spelling in word)
        {
            if (Matches(token, spelling))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool Matches(Token token, string spelling) =>
        string.Equals(token.Norm, spelling, StringComparison.Ordinal)
        || string.Equals(token.Lemma, spelling, StringComparison.Ordinal);
}

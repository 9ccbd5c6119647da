using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Words that stand for something: the first is the key, the others follow in order. A word matches the form or the lemma, <c>a|b</c> is either,
/// hyphens in the text are passed over, and at <c>...</c> up to seven other words of the clause may stand. Written lower case in the data.
/// </summary>
internal sealed class Phrase
{
    /// <summary>Other words that may stand at <c>...</c>; nowhere may more stand between two words.</summary>
    public const int MostBetween = 7;

    private readonly string[][] _rest;
    private readonly bool[] _open;

    private Phrase(string[] first, string[][] rest, bool[] open, string text, bool capitals)
    {
        First = first;
        _rest = rest;
        _open = open;
        Text = text;
        Capitals = capitals;
        SecondBits = rest.Length == 0 ? ulong.MaxValue : rest[0].Aggregate(0UL, (bits, word) => bits | SentenceWords.Bit(word));
    }

    /// <summary>Bits of the spellings of the second word (<see cref="SentenceWords.Bit"/>); all where there is none.</summary>
    public ulong SecondBits { get; }

    /// <summary>The spellings of the first word.</summary>
    public IReadOnlyList<string> First { get; }

    public string Text { get; }

    /// <summary>Names in capitals ("NSC") match only so.</summary>
    public bool Capitals { get; }

    /// <summary>Written with a capital in the data: a name may begin it.</summary>
    public bool Names => char.IsUpper(Text[0]);

    public int Length => _rest.Length + 1;

    /// <summary>Other words may stand between its first two, wherever it is looked for.</summary>
    public bool BeginsOpen => _open is [true, ..];

    /// <summary>The last word, where it is one: the preposition of <i>call for</i>.</summary>
    public string Last => _rest.Length == 0 ? First[0] : _rest[^1][0];

    public static Phrase? Parse(string text)
    {
        var pieces = Cut(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = pieces.Where(w => w != "...").ToArray();
        if (words.Length == 0)
        {
            return null;
        }

        var open = new bool[words.Length];
        for (int i = 0, word = 0; i < pieces.Length; i++)
        {
            if (pieces[i] == "...")
            {
                open[Math.Min(word, words.Length - 1)] = true;
            }
            else
            {
                word++;
            }
        }

        var capitals = words.Length == 1 && words[0].Length > 1 && words[0].All(char.IsAsciiLetterUpper);
        var lower = Array.ConvertAll(words, w => w.ToLowerInvariant().Split('|', StringSplitOptions.RemoveEmptyEntries));
        return lower.All(w => w.Length > 0) ? new Phrase(lower[0], lower[1..], open[1..], text, capitals) : null;
    }

    /// <summary>Words apart as sentences have them: <i>no - deal</i>, but <i>counter-tariffs</i>; <i>25 % duties</i>, <i>$ 250 billion</i>, <i>lenders ' terms</i>.</summary>
    private static string Cut(string text)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var hyphen = words[i].IndexOf('-', StringComparison.Ordinal);
            if (hyphen >= 0 && !(hyphen > 0 && AbbreviationList.English.IsPrefix(words[i].AsSpan(0, hyphen)) && words[i].IndexOf('-', hyphen + 1) < 0))
            {
                words[i] = words[i].Replace('-', ' ');
            }

            if (words[i].EndsWith("s'", StringComparison.Ordinal))
            {
                words[i] = words[i][..^1] + " '";
            }
        }

        return string.Join(' ', words).Replace("'s", " 's", StringComparison.Ordinal).Replace("%", " %", StringComparison.Ordinal).Replace("$", "$ ", StringComparison.Ordinal);
    }

    /// <summary>The noun that a name of several words is about: its last word, or the one before a preposition; null for one word, and where words may vary.</summary>
    public string? Noun
    {
        get
        {
            if (_rest.Length == 0 || _open.Contains(true))
            {
                return null;
            }

            var at = Array.FindIndex(_rest, w => w is ["of" or "on" or "from" or "to" or "for" or "with" or "in" or "over" or "between" or "at" or "by" or "without" or "against"]);
            var noun = at < 0 ? _rest[^1] : at == 0 ? [.. First] : _rest[at - 1];
            return noun is [{ Length: > 3 } word] ? word : null;
        }
    }

    /// <summary>The word is one of the phrase's, behind its first.</summary>
    public bool HoldsLater(in Token token)
    {
        foreach (var word in _rest)
        {
            if (Matches(token, word))
            {
                return true;
            }
        }

        return false;
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
        for (var i = 0; i < _rest.Length; i++)
        {
            var next = Next(sentence, at, _rest[i], _open[i] ? Math.Max(gap, MostBetween) : gap);
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
            ref readonly var token = ref sentence[i];
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

    private static bool Matches(in Token token, string[] word)
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

    internal static bool Matches(in Token token, string spelling) => token.Norm == spelling || token.Lemma == spelling;
}

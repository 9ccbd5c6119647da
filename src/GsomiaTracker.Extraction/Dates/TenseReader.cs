using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Dates;

/// <summary><see cref="FutureInPast"/>: "was to expire", "would expire": to come then; by now it may have been.</summary>
internal enum Tense { Unknown, Past, Future, FutureInPast }

/// <summary>
/// Tense of the clause around a time expression from its words alone (<c>Lexicon/en/dates/tense.tsv</c>): the nearest verb or sign to its left in the clause, else the first to its right.
/// </summary>
internal static class TenseReader
{
    private const int Left = 14;
    private const int Right = 14;

    private static readonly FrozenDictionary<int, string> _kinds =
        LexiconFile.Rows("dates/tense.tsv").Where(r => char.IsLetter(r[1][0]) || r[1].Length > 1).GroupBy(r => Words.Id(r[1])).ToFrozenDictionary(g => g.Key, g => g.First()[0]);

    private static readonly int _is = Words.Id("is");
    private static readonly int _are = Words.Id("are");
    private static readonly int _was = Words.Id("was");
    private static readonly int _were = Words.Id("were");
    private static readonly int _be = Words.Id("be");
    private static readonly int _to = Words.Id("to");

    public static Tense At(string text, List<DateToken> tokens, int first, int end)
    {
        var sentence = tokens[first].Sentence;
        var infinitive = false;
        for (var i = first - 1; i >= 0 && i >= first - Left && tokens[i].Sentence == sentence; i--)
        {
            var token = tokens[i];
            var mark = text[token.Start];
            if (mark is ',' or ';' or ':' or '"' or '“' or '”' or '—' or '–')
            {
                if (infinitive && mark is ';' or ':')
                {
                    // "...; diplomats to meet Friday"
                    return Tense.Future;
                }

                break;
            }

            if (infinitive && (token.Word == _is || token.Word == _are) && tokens[i + 1].Word == _to)
            {
                return Tense.Future;
            }

            if (infinitive && (token.Word == _was || token.Word == _were) && tokens[i + 1].Word == _to)
            {
                return Tense.FutureInPast;
            }

            if (token.Word == _to && i + 1 < first && (tokens[i + 1].Classes & WordClass.Noun) != 0)
            {
                infinitive = true;
                continue;
            }

            switch (Kind(text, token))
            {
                case "future" or "noun":
                    return Tense.Future;
                case "past" when ModalBefore(text, tokens, i, sentence):
                    return Tense.Future;
                case "past":
                    return infinitive ? Tense.Unknown : Tense.Past;
                case "break" when i < first - 1:
                    i = -1;
                    break;
                default:
                    break;
            }
        }

        var commas = 0;
        for (var i = end; i < tokens.Count && i < end + Right && tokens[i].Sentence == sentence; i++)
        {
            var mark = text[tokens[i].Start];
            if (mark is ';' or '"' or '“' or '”' || (mark == ',' && ++commas > 1))
            {
                break;
            }

            switch (Kind(text, tokens[i]))
            {
                case "future":
                    return Tense.Future;
                case "past":
                    return ModalBefore(text, tokens, i, sentence) ? Tense.Future : Tense.Past;
                case "break" when i > end:
                    return Tense.Unknown;
                default:
                    break;
            }
        }

        return Tense.Unknown;
    }

    /// <summary>"will be held", "is to be held": a participle of something to come.</summary>
    private static bool ModalBefore(string text, List<DateToken> tokens, int at, int sentence)
    {
        for (var i = at - 1; i >= 0 && i >= at - 4 && tokens[i].Sentence == sentence; i--)
        {
            if (tokens[i].Word == _be)
            {
                return i > 0 && (tokens[i - 1].Word == _to || Kind(text, tokens[i - 1]) == "future" || (i > 1 && Kind(text, tokens[i - 2]) == "future"));
            }
        }

        return false;
    }

    private static string? Kind(string text, DateToken token)
    {
        if (token.Word != 0)
        {
            return _kinds.GetValueOrDefault(token.Word);
        }

        var length = token.End - token.Start;
        return length > 4 && text[token.End - 1] == 'd' && text[token.End - 2] == 'e' && char.IsLower(text[token.Start]) ? "past" : null;
    }
}

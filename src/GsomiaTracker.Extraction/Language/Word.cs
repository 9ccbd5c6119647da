using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Language;

/// <summary>A word as a reader sees it: the parser's tokens, those joined by a hyphen made one again ("Kyeong-doo"), clitics left apart ("Abe" + "'s").</summary>
/// <param name="Norm">Lower case, straight marks.</param>
/// <param name="First">Its first token in the sentence.</param>
/// <param name="Last">Its last token, inclusive.</param>
internal readonly record struct Word(int Start, int End, int First, int Last, string Norm, bool Capital, bool IsPunctuation)
{
    public TextSpan Span => new(Start, End);

    /// <summary>Where tables of phrases look for it (<see cref="WordFilter.Place"/>).</summary>
    public uint Place { get; } = WordFilter.Place(Norm);

    /// <summary>Possessive ending.</summary>
    public bool IsPossessive => Norm is "'s" or "'" or "\u2019s" or "\u2019";
}

internal static class Words
{
    /// <summary>The words of a sentence, and for every token the word that holds it.</summary>
    public static (Word[] Words, int[] OfToken) Of(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var text = sentence.Text;
        var words = new Word[tokens.Length];
        var count = 0;
        var ofToken = new int[tokens.Length];
        for (var i = 0; i < tokens.Length;)
        {
            var last = i;
            if (IsWordy(text[tokens[i].Start]))
            {
                // token - token - token, without space between
                while (last + 2 < tokens.Length && tokens[last + 1].Start == tokens[last].End && IsHyphen(text, tokens[last + 1])
                       && tokens[last + 2].Start == tokens[last + 1].End && IsWordy(text[tokens[last + 2].Start])
                       && !(tokens[last].Norm is "ex" or "then" || IsApart(tokens[last].Norm) && char.IsUpper(text[tokens[last + 2].Start])) && !Gazetteer.IsStateWord(tokens[last].Norm) && !Gazetteer.IsStateWord(tokens[last + 2].Norm))
                {
                    last += 2;
                }
            }

            var (start, end) = (tokens[i].Start, tokens[last].End);
            var norm = last == i ? Straight(tokens[i].Norm) : Straight(text[start..end].ToLowerInvariant());
            for (var t = i; t <= last; t++)
            {
                ofToken[t] = count;
            }

            words[count++] = new Word(start, end, i, last, norm, char.IsUpper(text[start]), !IsWordy(text[start]) && !IsClitic(norm));
            i = last + 1;
        }

        return (count == words.Length ? words : words[..count], ofToken);
    }

    private static string Straight(string norm) => norm.Contains('\u2019', StringComparison.Ordinal) ? norm.Replace('\u2019', '\'') : norm;

    private static bool IsClitic(string norm) => norm.Length > 1 && norm[0] == '\'' && char.IsLetter(norm[1]) || norm is "'";

    private static bool IsWordy(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '$' or '%' or '&' or '#' or '@';

    /// <summary>"then-Defense Secretary": the first part says something about the rest.</summary>
    private static bool IsApart(string norm) => norm is "then" or "ex" or "pro" or "anti" or "non" or "mid" or "now" or "former" or "vice" or "pre" or "post";

    private static bool IsHyphen(string text, Token token) => token.End - token.Start == 1 && text[token.Start] is '-' or '\u2010' or '\u2011';
}

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>Which hyphens stay inside a word.</summary>
internal static class Hyphens
{
    /// <summary>Whether <c>text[start..hyphen)</c> and <c>text[hyphen+1..tail)</c> are one word.</summary>
    public static bool Joins(string text, int start, int hyphen, int tail, AbbreviationList words)
    {
        ReadOnlySpan<char> left = text.AsSpan(start, hyphen - start), right = text.AsSpan(hyphen + 1, tail - hyphen - 1);
        if (char.IsAsciiDigit(left[^1]) || char.IsAsciiDigit(right[0]))
        {
            // Dates and telephone numbers.
            return char.IsAsciiDigit(left[0]) && left.Length is 3 or 4 or 7 && IsDigits(right) && right.Length is 2 or 4
                || (char.IsAsciiDigit(left[0]) && left.Length == 3 && right.Length == 3 && IsDigits(right));
        }

        return words.IsPrefix(left) || IsGivenName(left, right, words);
    }

    /// <summary>
    /// Two syllables of a Korean or Chinese given name (<i>Jae-in</i>, <i>Wai-ching</i>): both are a consonant, a vowel and perhaps a
    /// closing consonant as those languages are romanised, the first has a capital, and the second is no English word that likes to follow a hyphen.
    /// </summary>
    private static bool IsGivenName(ReadOnlySpan<char> left, ReadOnlySpan<char> right, AbbreviationList words) =>
        char.IsUpper(left[0]) && IsSyllable(left) && IsSyllable(right) && !words.IsAfterHyphen(right);

    private static bool IsSyllable(ReadOnlySpan<char> part)
    {
        if (part.Length is < 2 or > 6)
        {
            return false;
        }

        Span<char> s = stackalloc char[part.Length];
        for (var i = 0; i < part.Length; i++)
        {
            s[i] = char.ToLowerInvariant(part[i]);
        }

        var at = 0;
        while (at < s.Length && !IsVowel(s[at]))
        {
            at++;
        }

        var onset = s[..at];
        var vowelsFrom = at;
        while (at < s.Length && IsVowel(s[at]))
        {
            at++;
        }

        var coda = s[at..];
        var vowels = at - vowelsFrom;
        return vowels is 1 or 2 or 3
            && IsOneOf(onset, "", "k", "kk", "kw", "g", "gw", "n", "d", "t", "tt", "r", "l", "m", "b", "p", "pp", "s", "ss", "sh", "j", "jj", "ch", "h", "hw", "wh", "hy", "y", "w", "ky", "gy", "ny", "my", "by", "py", "ry", "ly", "chw", "z", "zh", "x", "q", "c", "f", "ts", "tz")
            && IsOneOf(coda, "", "k", "g", "n", "t", "l", "r", "m", "p", "b", "ng", "h", "ck", "w", "rl");
    }

    private static bool IsOneOf(ReadOnlySpan<char> part, params ReadOnlySpan<string> options)
    {
        foreach (var option in options)
        {
            if (part.SequenceEqual(option))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'ü';

    private static bool IsDigits(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Globalization;
using System.Text;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Cuts a paragraph into words and marks as the English UD treebanks do: clitics apart (<c>minister|'s</c>, <c>did|n't</c>), compounds apart at
/// the hyphen (<c>Seoul|-|based</c>) but not after a prefix (<c>pro-Beijing</c>) nor in a name (<c>Wai-ching</c>), the full stop with its
/// abbreviation. One pass; every character that is not blank falls in exactly one token.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Appends the tokens of <c>text[from..to)</c>.</summary>
    public static void Cut(string text, int from, int to, AbbreviationList abbreviations, List<RawToken> tokens)
    {
        var at = from;
        while (at < to)
        {
            var c = text[at];
            if (IsBlank(c))
            {
                at++;
            }
            else if (IsWordAt(text, at, to))
            {
                at = Word(text, at, to, abbreviations, tokens);
            }
            else
            {
                at = Mark(text, at, to, tokens);
            }
        }
    }

    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\u00AD';

    private static bool IsWordChar(char c) => char.IsAsciiLetterOrDigit(c) || (c > 127 && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)) || c == '_';

    /// <summary>Whether a word character starts here, letters outside the basic plane included.</summary>
    private static bool IsWordAt(string text, int at, int to) =>
        IsWordChar(text[at]) || (char.IsHighSurrogate(text[at]) && at + 1 < to && char.IsLowSurrogate(text[at + 1]) && Rune.IsLetterOrDigit(new Rune(text[at], text[at + 1])));

    private static int RunEnd(string text, int at, int to)
    {
        while (at < to && IsWordAt(text, at, to))
        {
            at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        }

        return at;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘' or '`' or '´';

    private static int Mark(string text, int at, int to, List<RawToken> tokens)
    {
        var c = text[at];
        var end = at + 1;
        if (char.IsHighSurrogate(c) && end < to && char.IsLowSurrogate(text[end]))
        {
            end++;
        }
        else if (IsApostrophe(c) && end < to)
        {
            // A clitic after a mark ("U.S.'s"), a shortened year ('90s), or two strokes for a quotation mark.
            if (text[end] == c && c is '\'' or '`')
            {
                end = at + 2 <= to && text[end] == c ? end + 1 : end;
            }
            else if (text[end] is 's' or 'S' && (end + 1 == to || !IsWordChar(text[end + 1])) && at > 0 && !IsBlank(text[at - 1]))
            {
                end++;
            }
            else if (char.IsAsciiDigit(text[end]) && end + 1 < to && char.IsAsciiDigit(text[end + 1]) && (end + 2 == to || !char.IsAsciiDigit(text[end + 2])))
            {
                end = RunEnd(text, end, to);
            }
        }
        else if (c is '.' or '-' or '=' or '*' or '~' or '_' or '+' or '#' or '•' or '—' or '–')
        {
            while (end < to && text[end] == c)
            {
                end++;
            }
        }
        else if (c is '!' or '?')
        {
            while (end < to && text[end] is '!' or '?')
            {
                end++;
            }
        }

        tokens.Add(new RawToken(at, end, TokenEnd.None));
        return end;
    }

    private static int Word(string text, int start, int to, AbbreviationList abbreviations, List<RawToken> tokens)
    {
        if (Address(text, start, to) is var address and > 0)
        {
            tokens.Add(new RawToken(start, address, TokenEnd.None));
            return address;
        }

        var end = RunEnd(text, start, to);
        while (end < to)
        {
            var c = text[end];
            var more = end + 1 < to && IsWordAt(text, end + 1, to);
            if (c == '.')
            {
                var kind = abbreviations.Kind(text, start, end, to);
                if (kind == AbbreviationKind.Inner)
                {
                    // The dot of "U.S", "3.5", "e.g", "name.com".
                    end = RunEnd(text, end + 1, to);
                    continue;
                }

                if (kind != AbbreviationKind.None)
                {
                    tokens.Add(new RawToken(start, end + 1, kind == AbbreviationKind.Never ? TokenEnd.Abbreviation : TokenEnd.MayEnd));
                    return end + 1;
                }

                break;
            }

            if (!more)
            {
                break;
            }

            if (c is ',' or ':' or '/' && char.IsAsciiDigit(text[end - 1]) && char.IsAsciiDigit(text[end + 1]) && Number(text, c, end, to))
            {
                end = RunEnd(text, end + 1, to);
            }
            else if (c == '&' && char.IsUpper(text[end - 1]) && char.IsUpper(text[end + 1]))
            {
                end = RunEnd(text, end + 1, to);
            }
            else if (IsApostrophe(c))
            {
                var tail = RunEnd(text, end + 1, to);
                if (Clitics.Length(text, start, end, tail) is var clitic and > 0)
                {
                    if (tail - clitic > start)
                    {
                        Emit(text, start, tail - clitic, tokens);
                    }

                    tokens.Add(new RawToken(tail - clitic, tail, TokenEnd.None));
                    return tail;
                }

                end = tail;
            }
            else if (c is '-' or '‑' or '\u2010' && Hyphens.Joins(text, start, end, RunEnd(text, end + 1, to), abbreviations))
            {
                end = RunEnd(text, end + 1, to);
            }
            else
            {
                break;
            }
        }

        Emit(text, start, end, tokens);
        return end;
    }

    /// <summary>One word, or two that are written as one: <i>cannot</i>.</summary>
    private static void Emit(string text, int start, int end, List<RawToken> tokens)
    {
        if (end - start == 6 && text.AsSpan(start, 6).Equals("cannot", StringComparison.OrdinalIgnoreCase))
        {
            tokens.Add(new RawToken(start, start + 3, TokenEnd.None));
            start += 3;
        }

        tokens.Add(new RawToken(start, end, TokenEnd.None));
    }

    private static bool Number(string text, char c, int at, int to)
    {
        if (c != ',')
        {
            return true;
        }

        return at + 3 < to && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3]) && (at + 4 >= to || !char.IsAsciiDigit(text[at + 4]));
    }

    /// <summary>Where a web or mail address that starts here ends; 0 when none does. Looks only as far as it takes.</summary>
    private static int Address(string text, int start, int to)
    {
        var rest = text.AsSpan(start, Math.Min(to - start, 8));
        var web = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        var end = start;
        if (web)
        {
            while (end < to && !IsBlank(text[end]) && text[end] is not ('"' or '<' or '>' or '”' or '“' or ')' or ']'))
            {
                end++;
            }

            while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’')
            {
                end--;
            }

            return end;
        }

        // A name of up to 64 characters, an at sign, a host.
        var limit = Math.Min(to, start + 65);
        while (end < limit && (IsWordChar(text[end]) || text[end] is '.' or '-' or '+'))
        {
            end++;
        }

        if (end == start || end >= to || text[end] != '@' || end + 1 >= to || !IsWordChar(text[end + 1]))
        {
            return 0;
        }

        end++;
        while (end < to && (IsWordChar(text[end]) || (text[end] is '.' or '-' && end + 1 < to && IsWordChar(text[end + 1]))))
        {
            end++;
        }

        return end;
    }
}

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Finds where sentences end among the tokens of a paragraph: after a full stop, question or exclamation mark with the quotation marks and brackets
/// that close on it, if what follows can begin a sentence. A dateline is a sentence of its own. Whatever happens, no sentence is longer than
/// <see cref="MostTokens"/>, so that reading stays linear in the length of the text.
/// </summary>
internal static class SentenceSplitter
{
    public const int MostTokens = 160;

    private const int DatelineTokens = 24;

    /// <summary>Writes the index one past the last token of every sentence.</summary>
    public static void Split(string text, List<RawToken> tokens, AbbreviationList words, List<int> ends)
    {
        var start = 0;
        var dateline = Dateline(text, tokens);
        if (dateline > 0)
        {
            ends.Add(dateline);
            start = dateline;
        }

        for (var i = start; i < tokens.Count; i++)
        {
            if (i + 1 - start >= MostTokens)
            {
                i = CutEarlier(text, tokens, start, i);
                ends.Add(i + 1);
                start = i + 1;
            }
            else if (Ends(text, tokens, i, words) is var last and >= 0)
            {
                last = Math.Min(last, start + MostTokens - 1);
                ends.Add(last + 1);
                start = last + 1;
                i = last;
            }
        }

        if (start < tokens.Count)
        {
            ends.Add(tokens.Count);
        }
    }

    /// <summary>If a sentence ends with the mark at i: its last token, closing marks included. Else -1.</summary>
    private static int Ends(string text, List<RawToken> tokens, int i, AbbreviationList words)
    {
        var token = tokens[i];
        var c = text[token.Start];
        var stop = c is '.' && token.Ending == TokenEnd.None;
        var asks = c is '!' or '?';
        var dots = c is '…' || (stop && token.Length > 1);
        if (!stop && !asks && !dots && token.Ending != TokenEnd.MayEnd && c is not ('。' or '！' or '？'))
        {
            return -1;
        }

        var last = i;
        var quoted = false;
        while (last + 1 < tokens.Count && tokens[last + 1].Start == tokens[last].End && Closes(text, tokens, last + 1))
        {
            last++;
            quoted |= text[tokens[last].Start] is not (')' or ']');
        }

        if (last + 1 >= tokens.Count)
        {
            return last;
        }

        // What follows: opening marks are looked through.
        var next = last + 1;
        while (next < tokens.Count && next <= last + 3 && IsOpening(text[tokens[next].Start]))
        {
            next++;
        }

        if (next >= tokens.Count)
        {
            return last;
        }

        var first = text[tokens[next].Start];
        var form = text.AsSpan(tokens[next].Start, tokens[next].Length);
        var gap = tokens[last + 1].Start > tokens[last].End;
        if (token.Ending == TokenEnd.MayEnd)
        {
            return (char.IsUpper(first) && words.IsStarter(form) && gap && (form.Length > 1 || first is 'A' or 'I')) || quoted && char.IsUpper(first) ? last : -1;
        }

        if (char.IsLower(first))
        {
            return -1;
        }

        if (first is ',' or ';' or ':' or '-' or '—' or '–' or ')' or '%' || (!gap && !char.IsUpper(first) && !IsOpening(text[tokens[last + 1].Start])))
        {
            return -1;
        }

        if (asks && quoted && SaysNext(text, tokens, next, words))
        {
            return -1;
        }

        return last;
    }

    /// <summary>"...?" Mr. Name said: a verb of saying within a few tokens, before any mark.</summary>
    private static bool SaysNext(string text, List<RawToken> tokens, int from, AbbreviationList words)
    {
        for (var i = from; i < tokens.Count && i < from + 6; i++)
        {
            var form = text.AsSpan(tokens[i].Start, tokens[i].Length);
            if (char.IsLower(form[0]))
            {
                if (words.IsSaysNext(form))
                {
                    return true;
                }
            }
            else if (!char.IsLetter(form[0]))
            {
                return false;
            }
        }

        return false;
    }

    private static bool Closes(string text, List<RawToken> tokens, int i) => text[tokens[i].Start] switch
    {
        ')' or ']' or '”' or '’' or '»' => true,
        '"' or '\'' => i + 1 == tokens.Count || tokens[i + 1].Start > tokens[i].End || !char.IsLetterOrDigit(text[tokens[i + 1].Start]),
        _ => false,
    };

    private static bool IsOpening(char c) => c is '"' or '“' or '\'' or '‘' or '(' or '[' or '«' or '`' or '•' or '*';

    /// <summary>"SEOUL, Nov. 17 (Agency) --": how many tokens the dateline at the start of a paragraph has, the dash included.</summary>
    private static int Dateline(string text, List<RawToken> tokens)
    {
        if (tokens.Count == 0 || !char.IsUpper(text[tokens[0].Start]) && text[tokens[0].Start] != '(')
        {
            return 0;
        }

        var place = text.AsSpan(tokens[0].Start, tokens[0].Length);
        var capitals = place.Length > 2 && !place.ContainsAnyInRange('a', 'z');
        for (var i = 1; i < tokens.Count && i < DatelineTokens; i++)
        {
            var c = text[tokens[i].Start];
            var dash = c is '—' or '–' || (c is '-' && (tokens[i].Length > 1 || (tokens[i].Start > tokens[i - 1].End && i + 1 < tokens.Count && tokens[i + 1].Start > tokens[i].End)));
            if (dash)
            {
                return (capitals && i > 0 && !HasLowerWord(text, tokens, i)) || text[tokens[i - 1].Start] == ')' && !HasLowerWord(text, tokens, i) ? i + 1 : 0;
            }

            if (c is '.' or '"' or '“' or '?' or '!')
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Datelines have names, months and numbers: a word in small letters outside brackets is a sentence already.</summary>
    private static bool HasLowerWord(string text, List<RawToken> tokens, int until)
    {
        var inside = false;
        for (var i = 0; i < until; i++)
        {
            var c = text[tokens[i].Start];
            inside = c == '(' || (inside && c != ')');
            if (!inside && char.IsLower(c) && tokens[i].Length > 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where to cut a sentence that is too long: after the last semicolon, dash or comma of its second half; else where it stands.</summary>
    private static int CutEarlier(string text, List<RawToken> tokens, int start, int end)
    {
        for (var i = end; i > start + (MostTokens / 2); i--)
        {
            if (text[tokens[i].Start] is ';' or ',' or ':' or '—')
            {
                return i;
            }
        }

        return end;
    }
}

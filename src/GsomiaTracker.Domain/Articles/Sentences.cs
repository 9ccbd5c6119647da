using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Domain.Articles;

/// <summary>A sentence of a text, with a fingerprint of its letters and digits alone: case, marks and spaces do not count.</summary>
/// <param name="Letters">How many letters and digits it has.</param>
public readonly record struct Sentence(TextSpan Span, long Fingerprint, int Letters);

/// <summary>
/// Cuts a text into sentences well enough to compare two texts: at line ends, and after a full stop, question or exclamation mark that a
/// capital or a quotation mark follows and no one-letter or short capitalised abbreviation precedes. Reading for meaning is the extraction's work.
/// </summary>
public static class Sentences
{
    private const int LongestAbbreviation = 3;

    public static IReadOnlyList<Sentence> Of(string text)
    {
        var sentences = new List<Sentence>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r')
            {
                Add(text, start, i, sentences);
                start = i + 1;
            }
            else if (text[i] is '.' or '!' or '?' && EndsHere(text, start, i, out var next))
            {
                Add(text, start, next, sentences);
                start = next;
                i = next - 1;
            }
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

    private static bool EndsHere(string text, int start, int mark, out int next)
    {
        next = mark + 1;
        while (next < text.Length && text[next] is '"' or '”' or '’' or '\'' or ')')
        {
            next++;
        }

        if (next >= text.Length || text[next] is not (' ' or '\n' or '\r' or '\t'))
        {
            return next >= text.Length;
        }

        var follows = next;
        while (follows < text.Length && text[follows] == ' ')
        {
            follows++;
        }

        if (follows < text.Length && !char.IsUpper(text[follows]) && !char.IsDigit(text[follows]) && text[follows] is not ('"' or '“' or '(' or '\n' or '\r'))
        {
            return false;
        }

        // "Nov. 17", "U.S. Defense", "Gen. Mark": a short capitalised word before the stop is an abbreviation.
        var word = mark;
        while (word > start && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        var abbreviated = text[mark] == '.' && mark - word is > 0 and <= LongestAbbreviation && char.IsUpper(text[word]);
        return !abbreviated;
    }

    private static void Add(string text, int start, int end, List<Sentence> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var hash = Chronicle.Fnv.Start;
        var letters = 0;
        foreach (var c in text.AsSpan(start, end - start))
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                hash = hash.With(c);
                letters++;
            }
            else if (char.IsLetterOrDigit(c))
            {
                hash = hash.With(char.ToLowerInvariant(c));
                letters++;
            }
        }

        if (letters > 0)
        {
            sentences.Add(new Sentence(new TextSpan(start, end), hash.Long, letters));
        }
    }
}

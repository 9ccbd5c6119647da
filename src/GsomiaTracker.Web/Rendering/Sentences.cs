using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Sentences and lines of a text as a reader sees them: for search and for what changed between takes. Findings have sentences of their own.</summary>
public static partial class Sentences
{
    public static IEnumerable<TextSpan> Of(string text)
    {
        foreach (var part in Ends().EnumerateSplits(text).ToList(text.Length))
        {
            var (start, end) = (part.Start, part.End);
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            if (end > start)
            {
                yield return new TextSpan(start, end);
            }
        }
    }

    /// <summary>The words with every run of blanks as one.</summary>
    public static string Words(string text, TextSpan span) => Blanks().Replace(span.Of(text), " ");

    /// <summary>A sentence without the "SEOUL, Nov. 22 (Agency) -- " in front of a text's first one.</summary>
    public static string WithoutDateline(string sentence) => Dateline().Replace(sentence, "", 1);

    private static List<TextSpan> ToList(this Regex.ValueSplitEnumerator parts, int length)
    {
        var list = new List<TextSpan>();
        foreach (var part in parts)
        {
            var (start, count) = part.GetOffsetAndLength(length);
            list.Add(TextSpan.OfLength(start, count));
        }

        return list;
    }

    /// <summary>After a full stop with what closes on it, before a capital or an opening mark, where no short title stands before it; and at line ends.</summary>
    [GeneratedRegex("""(?:(?<=(?<!\b(?:Mr|Ms|Mrs|Dr|Gen|Sen|Rep|Lt|Adm|Prof|Jan|Feb|Aug|Sept|Oct|Nov|Dec|St|No|U\.S|U\.N))[.!?]["”’)]*)[ \t]+(?=["“‘(]?[A-Z0-9]))|(?:\r?\n)+""", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"^\p{Lu}[\p{Lu} .'’/-]+(?:, [\p{L}. ]{2,30}?)?(?:, (?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec|March|April|May|June|July)\.? \d{1,2}(?:, \d{4})?(?: \(\p{L}[^()]{0,40}\))?| \(\p{L}[^()]{0,40}\)) (?:--|—|–) (?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

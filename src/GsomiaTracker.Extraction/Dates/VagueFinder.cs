using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Dates;

/// <summary>
/// References to times that no calendar holds ("currently", "in recent years"): TIMEX3 DATE with PRESENT_REF, PAST_REF or FUTURE_REF. A reading leaves them out, since they place nothing;
/// who wants all of TIMEX3 asks here. Longest match, words whole, ignoring case.
/// </summary>
public static class VagueFinder
{
    private static readonly Dictionary<string, List<(string[] Words, string Value)>> _byFirst = Build();

    /// <summary>Those of a document's sentences; <c>Days</c> is null, <c>Value</c> the reference.</summary>
    public static IReadOnlyList<DatedExpression> Find(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var found = new List<DatedExpression>();
        foreach (var sentence in document.Sentences)
        {
            var s = sentence.Syntax;
            for (var i = 0; i < s.Count; i++)
            {
                if (!_byFirst.TryGetValue(s[i].Norm, out var phrases))
                {
                    continue;
                }

                foreach (var (words, value) in phrases)
                {
                    var after = i + words.Length;
                    if (after <= s.Count && Fits(words, k => s[i + k].Norm) && (after == s.Count || s[after].Norm != "-"))
                    {
                        var span = new TextSpan(s[i].Start, s[i + words.Length - 1].End);
                        found.Add(new DatedExpression(Evidence.In(document.Text, span), null, TimexType.Date, value, null, "no calendar day"));
                        i += words.Length - 1;
                        break;
                    }
                }
            }
        }

        return found;
    }

    private static bool Fits(string[] words, Func<int, string> at)
    {
        for (var k = 0; k < words.Length; k++)
        {
            if (at(k) != words[k])
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, List<(string[] Words, string Value)>> Build()
    {
        var byFirst = new Dictionary<string, List<(string[] Words, string Value)>>(StringComparer.Ordinal);
        foreach (var row in LexiconFile.Rows("dates/vague.tsv"))
        {
            var words = row[1].Split(' ');
            if (!byFirst.TryGetValue(words[0], out var list))
            {
                byFirst[words[0]] = list = [];
            }

            list.Add((words, row[0]));
        }

        foreach (var list in byFirst.Values)
        {
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }

        return byFirst;
    }
}

using System.Collections.Concurrent;
using GsomiaTracker.Extraction.Language;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>Sorts a post's plain words, as dossiers write them, into its class. Remembers: dossiers hold few.</summary>
internal static class OfficeClasses
{
    private static readonly ConcurrentDictionary<string, OfficeClass> Seen = new(StringComparer.Ordinal);

    public static OfficeClass Of(string office) => Seen.GetOrAdd(office, Sort);

    private static OfficeClass Sort(string office)
    {
        var parts = office.Replace(",", " ,", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = parts.Select((p, i) => new Word(i, i + 1, i, i, p.ToLowerInvariant(), false, p == ",")).ToArray();
        Title? found = null;
        var portfolio = "";
        var noun = "";
        for (var i = 0; i < words.Length; i++)
        {
            var length = OfficeLexicon.TitleAt(words, i, out var title);
            if (length > 0 && (found is null || i + length == words.Length && found.Rank != Rank.Ambassador))
            {
                found = title;
                noun = words[i + length - 1].Norm;
                for (var k = i + 1; k < i + length - 1; k++)
                {
                    noun = words[k].Norm is "of" ? words[k - 1].Norm : noun;
                }

                i += length - 1;
                continue;
            }

            if (OfficeLexicon.PortfolioAt(words, i, out var name) > 0 && name != "-" && portfolio.Length == 0)
            {
                portfolio = name;
            }
        }

        return new OfficeClass(found is { Rank: Rank.Head } && words[0].Norm is "deputy" or "vice" or "assistant" ? Rank.Deputy : found?.Rank ?? Rank.None, office.Contains("secretary of state", StringComparison.Ordinal) ? "foreign" : found is { Portfolio.Length: > 0 } ? found.Portfolio : portfolio, noun);
    }
}

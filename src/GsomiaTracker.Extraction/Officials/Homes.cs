using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>The state in which a text is at home: where a post without a country belongs.</summary>
internal static class Homes
{
    private static readonly Dictionary<string, string> ByOutlet = Build();
    private static readonly HashSet<string> OfTheWorld = [.. LexiconTable.Rows("homes.tsv").Where(r => r.Length > 2 && r[2] == "world").SelectMany(r => LexiconTable.Parts(r[1]))];
    private static readonly Dictionary<string, string> Capitals = BuildCapitals();

    /// <summary>The outlet's state; else the one the text names most; null when it names none.</summary>
    public static string? Of(Document document, IEnumerable<SentenceScan> scans)
    {
        var filed = document.Wire.Header.Dateline?.Place is { } place ? CapitalOf(place) : null;
        if (document.Wire.Header.Agency is { } agency && ByOutlet.TryGetValue(agency, out var country) && (filed is null || !OfTheWorld.Contains(agency)))
        {
            return country;
        }

        // An agency of the world is at home where it files from.
        if (filed is not null)
        {
            return filed;
        }

        return scans.SelectMany(s => s.Known).Where(h => h.Known.Country is not null and not "EU" and not "UN")
            .GroupBy(h => h.Known.Country, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
    }

    private static string? CapitalOf(string place) => Capitals.GetValueOrDefault(place.Split('/', ',')[0].Trim());

    private static Dictionary<string, string> BuildCapitals()
    {
        var capitals = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in LexiconTable.Rows("countries.tsv"))
        {
            foreach (var seat in LexiconTable.Parts(row[3]))
            {
                capitals.TryAdd(seat, row[0]);
            }
        }

        return capitals;
    }

    private static Dictionary<string, string> Build()
    {
        var homes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in LexiconTable.Rows("homes.tsv"))
        {
            foreach (var outlet in LexiconTable.Parts(row[1]))
            {
                homes.TryAdd(outlet, row[0]);
            }
        }

        return homes;
    }
}

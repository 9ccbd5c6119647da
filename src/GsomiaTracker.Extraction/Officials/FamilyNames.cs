using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>Countries told by the shape of a name, for want of anything better; see <c>familynames.tsv</c>.</summary>
internal static class FamilyNames
{
    private static readonly Dictionary<string, List<string>> Countries = Build();

    /// <summary>The country whose names look so, or null.</summary>
    public static string? Country(string[] parts)
    {
        if (parts.Length is < 2 or > 3 || !Countries.TryGetValue(parts[0], out var countries) || OfficeLexicon.Given(parts[0]) is 'm' or 'f')
        {
            return null;
        }

        // A hyphen joins the two syllables of a Korean given name; Chinese ones are written together.
        return parts.Length == 3 || parts[1].Contains('-', StringComparison.Ordinal) ? countries[0] : countries.Count == 1 ? countries[0] : countries[^1];
    }

    private static Dictionary<string, List<string>> Build()
    {
        var all = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var row in LexiconTable.Rows("familynames.tsv"))
        {
            foreach (var name in LexiconTable.Parts(row[2]))
            {
                if (!all.TryGetValue(name, out var list))
                {
                    all[name] = list = [];
                }

                if (!list.Contains(row[0]))
                {
                    list.Add(row[0]);
                }
            }
        }

        return all;
    }
}

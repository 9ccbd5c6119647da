using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Events;

/// <summary>The first English name of a state in countries.tsv; the code itself where the table does not have it.</summary>
public static class CountryNames
{
    private static readonly Lazy<Dictionary<string, string>> Names = new(() =>
        LexiconTable.Rows("countries.tsv").Where(r => r.Length > 1 && r[1].Length > 0).GroupBy(r => r[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => LexiconTable.Parts(g.First()[1])[0].TrimStart('?'), StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, string>> Adjectives = new(() =>
        LexiconTable.Rows("countries.tsv").Where(r => r.Length > 2 && r[2].Length > 0).GroupBy(r => r[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => LexiconTable.Parts(g.First()[2])[0].TrimStart('?'), StringComparer.Ordinal));

    /// <param name="code">ISO 3166-1 alpha-2, or EU, UN.</param>
    public static string Of(string code) => Names.Value.GetValueOrDefault(code, code);

    /// <summary>"Polish"; "" where the table has none.</summary>
    public static string Adjective(string code) => Adjectives.Value.GetValueOrDefault(code, "");
}

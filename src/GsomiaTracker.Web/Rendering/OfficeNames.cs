using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Web.Rendering;

/// <summary>
/// Offices as a page writes them. Dossiers and readings keep them in small letters, so that two spellings are one office; the names in them (states, bodies, places)
/// get their capitals back from the dossier's own spelling: "ambassador to Japan", "leader of the Liberty Korea Party".
/// </summary>
public static partial class OfficeNames
{
    private static readonly ConditionalWeakTable<Dossier, IReadOnlyList<(Regex Words, string Spelled)>> Names = [];

    public static string Spell(RecordAsOf record, string office)
    {
        if (office.Any(char.IsUpper))
        {
            return office; // as a text wrote it
        }

        foreach (var (words, spelled) in Names.GetValue(record.Dossier, Of))
        {
            office = words.Replace(office, spelled);
        }

        return Initials().Replace(office, m => m.Value.ToUpperInvariant());
    }

    /// <summary>The longest names first, so that "North Korea" is not taken for "Korea".</summary>
    private static IReadOnlyList<(Regex, string)> Of(Dossier dossier) =>
        [.. dossier.Parties.SelectMany(p => new[] { p.Name, p.Adjective, p.Capital, p.Name.Split(' ')[^1] })
            .Concat(dossier.Bodies.Select(b => b.Words))
            .Concat(dossier.Places.SelectMany(p => new[] { p.Name, p.Within }))
            .Concat(["East Asian", "East Asia", "Asian", "Asia", "Indo-Pacific", "Pacific", "Oceanian"])
            .Where(n => n.Length > 2 && char.IsUpper(n[0]))
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(n => n.Length)
            .Select(n => (new Regex($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(n.ToLower(CultureInfo.InvariantCulture))}(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant), n))];

    /// <summary>"u.s.", "u.n."</summary>
    [GeneratedRegex(@"\b(?:\p{Ll}\.){2,}")]
    private static partial Regex Initials();
}

using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Extraction.Events;

/// <summary>How a title names states and persons: by the dossier where it knows them, by the tables of states where it does not.</summary>
internal sealed class EventTitleNames(Dossier dossier)
{
    /// <summary>With its article: "the United States", "the Philippines".</summary>
    public string State(string country)
    {
        var name = dossier.Parties.FirstOrDefault(p => p.Country == country)?.Name ?? CountryNames.Of(country);
        return name.StartsWith("United ", StringComparison.Ordinal) || name.StartsWith("European ", StringComparison.Ordinal)
            || name is "Philippines" or "Netherlands" or "Bahamas" or "Maldives" or "Emirates" or "EU" or "UN" ? "the " + name : name;
    }

    /// <summary>"its export curbs" for "Japan's export curbs" where Japan alone acts.</summary>
    public string Own(string thing, string[] actors) =>
        actors is [var one] && State(one) + "'s " is var own && thing.StartsWith(own, StringComparison.Ordinal) ? "its " + thing[own.Length..] : thing;

    public string States(IEnumerable<string> countries) => And(countries.Select(State));

    /// <summary>"Japanese officials", "officials of the EU".</summary>
    public string Of(string country, string who) =>
        (dossier.Parties.FirstOrDefault(p => p.Country == country)?.Adjective ?? CountryNames.Adjective(country)) is { Length: > 0 } adjective
            ? $"{adjective} {who}"
            : $"{who} of {State(country)}";

    public static string Person(string id, IReadOnlyList<OfficialNamed> officials) => officials.FirstOrDefault(o => o.Id == id)?.Name ?? id;

    /// <summary>"A, B and C"; "" for none.</summary>
    public static string And(IEnumerable<string> parts)
    {
        var list = parts.ToArray();
        return list.Length switch
        {
            0 => "",
            1 => list[0],
            _ => string.Join(", ", list[..^1]) + " and " + list[^1],
        };
    }

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

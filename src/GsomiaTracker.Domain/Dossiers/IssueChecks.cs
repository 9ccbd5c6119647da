using System.Text.Json;
using GsomiaTracker.Domain.Officials;

namespace GsomiaTracker.Domain.Dossiers;

/// <summary>
/// Slips in an issue's <c>rules</c> that the reader would pass over without a word: a field that there is not, a subject, official or state that
/// the dossier does not know, a side that is none. Each is told with the path of the field it stands in.
/// </summary>
internal sealed class IssueChecks
{
    private static readonly HashSet<string> Fields =
        ["about", "for", "against", "ignore", "ownActionsOnly", "alone", "claims", "sides", "concepts", "near", "acts", "rivals", "reads", "readsNot"];

    private static readonly HashSet<string> AboutFields = ["subject", "words", "turned", "dear", "weak"];
    private static readonly HashSet<string> ConceptFields = ["ideas", "window", "turned", "weak", "dear", "claims", "hides"];
    private static readonly HashSet<string> AloneFields = ["for", "against"];
    private static readonly HashSet<string> ClaimFields = ["for", "against", "conditional"];
    private static readonly HashSet<string> SideValues = ["for", "against", "open"];

    private readonly HashSet<string> _subjects;
    private readonly HashSet<string> _officials;

    public IssueChecks(IEnumerable<string> subjects, IEnumerable<Official> officials)
    {
        _subjects = subjects.ToHashSet(StringComparer.Ordinal);
        _officials = officials.Select(o => $"{o.Country}/{o.Id}").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What is wrong with the rules and where, or null.</summary>
    /// <param name="at">Where they stand: <c>issues/keep.json:rules</c>.</param>
    public (string Reason, string At)? Fault(JsonElement rules, string at)
    {
        if (rules.ValueKind != JsonValueKind.Object)
        {
            return ("must be an object", at);
        }

        return Misspelt(rules, Fields, at)
            ?? Items(rules, "about", at).Select(i => About(i.Element, i.At)).FirstOrDefault(f => f is not null)
            ?? Items(rules, "concepts", at).Select(i => Misspelt(i.Element, ConceptFields, i.At)).FirstOrDefault(f => f is not null)
            ?? Section(rules, "alone", AloneFields, at)
            ?? Section(rules, "claims", ClaimFields, at)
            ?? Sides(rules, at)
            ?? Items(rules, "rivals", at).Where(i => i.Element.ValueKind != JsonValueKind.String || !CountryCodes.Has(i.Element.GetString()!))
                .Select(i => ((string, string)?)($"'{i.Element}' is no country code", i.At)).FirstOrDefault();
    }

    private (string Reason, string At)? About(JsonElement item, string at) =>
        Misspelt(item, AboutFields, at)
        ?? (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("subject", out var key) && !(key.ValueKind == JsonValueKind.String && _subjects.Contains(key.GetString()!))
            ? ($"'{key}' is no key of dossier.json's subjects", $"{at}:subject")
            : null);

    private (string Reason, string At)? Sides(JsonElement rules, string at)
    {
        if (!rules.TryGetProperty("sides", out var sides))
        {
            return null;
        }

        if (sides.ValueKind != JsonValueKind.Object)
        {
            return ("must be an object", $"{at}:sides");
        }

        foreach (var side in sides.EnumerateObject())
        {
            var where = $"{at}:sides:{side.Name}";
            var slash = side.Name.IndexOf('/', StringComparison.Ordinal);
            var state = slash < 0 ? side.Name : side.Name[..slash];
            if (!CountryCodes.Has(state))
            {
                return ($"'{state}' is no country code", where);
            }

            if (slash >= 0 && side.Name[slash..].All(static c => !char.IsUpper(c) && c != ' ') && !_officials.Contains(side.Name))
            {
                // Without a capital it is an official's id, with one a party's name, which may be any that texts have.
                return ($"'{side.Name[(slash + 1)..]}' is no official of that state in officials.tsv", where);
            }

            if (side.Value.ValueKind != JsonValueKind.String || !SideValues.Contains(side.Value.GetString()!))
            {
                return ($"'{side.Value}' is none of for, against, open", where);
            }
        }

        return null;
    }

    private static (string Reason, string At)? Section(JsonElement rules, string name, HashSet<string> fields, string at) =>
        rules.TryGetProperty(name, out var section) ? Misspelt(section, fields, $"{at}:{name}") : null;

    private static (string Reason, string At)? Misspelt(JsonElement element, HashSet<string> fields, string at)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in element.EnumerateObject())
            {
                if (!fields.Contains(field.Name))
                {
                    return ($"there is no field '{field.Name}' here, only {string.Join(", ", fields)}", at);
                }
            }
        }

        return null;
    }

    private static IEnumerable<(JsonElement Element, string At)> Items(JsonElement rules, string name, string at) =>
        rules.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select((e, i) => (e, $"{at}:{name}[{i}]")) : [];
}

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

    /// <summary>What is wrong with the rules and where.</summary>
    public void Check(JsonField rules)
    {
        if (rules.Element.ValueKind != JsonValueKind.Object)
        {
            rules.Faults.Add("must be an object", rules.At);
            return;
        }

        Misspelt(rules, Fields);
        foreach (var item in Items(rules, "about"))
        {
            About(item);
        }

        foreach (var item in Items(rules, "concepts"))
        {
            if (item.Element.ValueKind == JsonValueKind.Array)
            {
                Texts(item);
                continue;
            }

            MustBe(item, JsonValueKind.Object, "a list of ideas or an object");
            Misspelt(item, ConceptFields);
            Lists(item, "ideas");
        }

        Lists(rules, "for", "against", "ignore", "rivals", "reads", "readsNot");
        Section(rules, "alone", AloneFields);
        Section(rules, "claims", ClaimFields);
        Sides(rules);
        foreach (var rival in Items(rules, "rivals").Where(i => i.Element.ValueKind == JsonValueKind.String && !CountryCodes.Has(i.Element.GetString()!)))
        {
            rival.Faults.Add($"'{rival.Element}' is no country code", rival.At);
        }

        foreach (var example in Items(rules, "reads").Where(i => i.Element.ValueKind == JsonValueKind.String))
        {
            if (IssueExample.Fault(example.Element.GetString()!) is { } fault)
            {
                example.Faults.Add(fault, example.At);
            }
        }
    }

    private void About(JsonField item)
    {
        if (item.Element.ValueKind == JsonValueKind.String)
        {
            return;
        }

        MustBe(item, JsonValueKind.Object, "a phrase, a subject's key or an object");
        Misspelt(item, AboutFields);
        Lists(item, "words");
        if (Of(item, "subject") is { } key && !(key.Element.ValueKind == JsonValueKind.String && _subjects.Contains(key.Element.GetString()!)))
        {
            item.Faults.Add($"'{key.Element}' is no key of dossier.json's subjects", key.At);
        }
    }

    private void Sides(JsonField rules)
    {
        if (Of(rules, "sides") is not { } sides)
        {
            return;
        }

        if (sides.Element.ValueKind != JsonValueKind.Object)
        {
            sides.Faults.Add("must be an object", sides.At);
            return;
        }

        foreach (var side in sides.Element.EnumerateObject())
        {
            var where = $"{sides.At}:{side.Name}";
            var slash = side.Name.IndexOf('/', StringComparison.Ordinal);
            var state = slash < 0 ? side.Name : side.Name[..slash];
            if (!CountryCodes.Has(state))
            {
                sides.Faults.Add($"'{state}' is no country code", where);
            }
            else if (slash >= 0 && side.Name[slash..].All(static c => !char.IsUpper(c) && c != ' ') && !_officials.Contains(side.Name))
            {
                // Without a capital it is an official's id, with one a party's name, which may be any that texts have.
                sides.Faults.Add($"'{side.Name[(slash + 1)..]}' is no official of that state in officials.tsv", where);
            }

            if (side.Value.ValueKind != JsonValueKind.String || !SideValues.Contains(side.Value.GetString()!))
            {
                sides.Faults.Add($"'{side.Value}' is none of for, against, open", where);
            }
        }
    }

    private static void Section(JsonField rules, string name, HashSet<string> fields)
    {
        if (Of(rules, name) is { } section)
        {
            MustBe(section, JsonValueKind.Object, $"an object with {string.Join(", ", fields)}");
            Misspelt(section, fields);
            Lists(section, [.. fields]);
        }
    }

    private static void Misspelt(JsonField element, HashSet<string> fields)
    {
        foreach (var field in element.Strange([.. fields]))
        {
            element.Faults.Add($"there is no field '{field}' here, only {string.Join(", ", fields)}", element.At);
        }
    }

    /// <summary>A word where a list belongs would be passed over without a word.</summary>
    private static void Lists(JsonField element, params string[] names)
    {
        foreach (var name in names)
        {
            if (Of(element, name) is { } list)
            {
                Texts(list);
            }
        }
    }

    private static void Texts(JsonField list)
    {
        foreach (var item in list.Items)
        {
            MustBe(item, JsonValueKind.String, "a string");
        }
    }

    private static void MustBe(JsonField field, JsonValueKind kind, string what)
    {
        if (field.Element.ValueKind != kind)
        {
            field.Faults.Add($"must be {what}", field.At);
        }
    }

    private static JsonField? Of(JsonField element, string name) =>
        element.Element.ValueKind == JsonValueKind.Object && element.Element.TryGetProperty(name, out var value) ? new JsonField(value, $"{element.At}:{name}", element.Faults) : null;

    private static IReadOnlyList<JsonField> Items(JsonField rules, string name) => Of(rules, name) is { } list ? list.Items : [];
}

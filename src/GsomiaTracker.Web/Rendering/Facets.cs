using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Web.Rendering;

/// <summary>One value of a facet: how many events the list would hold of it, and the address that toggles it.</summary>
public sealed record FacetValue(string Value, string Label, int Count, bool On, string Url);

public sealed record FacetGroup(FacetKind Kind, string Title, IReadOnlyList<FacetValue> Values);

/// <summary>Narrowing of the timeline: within a facet any value will do, between facets all must hold. Counts are of what is known at the moment shown.</summary>
public static class Facets
{
    private static readonly FacetKind[] Kinds = Enum.GetValues<FacetKind>();

    public static IEnumerable<string> ValuesOf(ChronicleEvent e, FacetKind kind) => kind switch
    {
        FacetKind.Country => e.Countries.Distinct(StringComparer.Ordinal),
        FacetKind.Person => e.People.Distinct(StringComparer.Ordinal),
        FacetKind.Kind => [Vocabulary.Word(e.Kind)],
        FacetKind.Status => [Vocabulary.Word(e.Status)],
        _ => e.Telling.Select(r => r.Agency).OfType<string>().Distinct(StringComparer.Ordinal),
    };

    public static bool Match(ChronicleEvent e, ViewState view, FacetKind? except = null)
    {
        foreach (var (kind, wanted) in view.Facets)
        {
            if (kind != except && !ValuesOf(e, kind).Any(wanted.Contains))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Counted once for each record and address.</summary>
    public static IReadOnlyList<FacetGroup> Of(RecordAsOf record, ViewState view)
    {
        if (record.FacetGroups.Count > 64)
        {
            record.FacetGroups.Clear();
        }

        return record.FacetGroups.GetOrAdd(view.Unpaged.Url(""), _ => Count(record, view));
    }

    private static IReadOnlyList<FacetGroup> Count(RecordAsOf record, ViewState view) => [.. Kinds.Select(kind => Group(record, view, kind)).Where(g => g.Values.Count > 0)];

    private static FacetGroup Group(RecordAsOf record, ViewState view, FacetKind kind)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in view.Facets.GetValueOrDefault(kind) ?? [])
        {
            counts[value] = 0;
        }

        foreach (var e in record.Chronicle.Events)
        {
            if (Match(e, view, kind))
            {
                foreach (var value in ValuesOf(e, kind))
                {
                    counts[value] = counts.GetValueOrDefault(value) + 1;
                }
            }
        }

        return new FacetGroup(kind, Title(kind), [.. counts
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Where((c, place) => Shown(place, kind, view.Has(kind, c.Key)))
            .Select(c => new FacetValue(c.Key, Label(record, kind, c.Key), c.Value, view.Has(kind, c.Key), view.Toggled(kind, c.Key).Url("/timeline")))]);
    }

    /// <summary>A value that is on is shown however rare it is.</summary>
    private static bool Shown(int place, FacetKind kind, bool on) => on || place < (kind == FacetKind.Person ? 14 : 20);

    public static string Label(RecordAsOf record, FacetKind kind, string value) => kind switch
    {
        FacetKind.Country => record.CountryName(value),
        FacetKind.Person => record.NameOf(value),
        FacetKind.Kind => value.Replace('-', ' '),
        _ => value,
    };

    public static string Title(FacetKind kind) => kind switch
    {
        FacetKind.Country => "Country",
        FacetKind.Person => "Official",
        FacetKind.Kind => "Kind",
        FacetKind.Status => "Status",
        _ => "Outlet",
    };

    /// <summary>A value that can never match is refused; one that is only not known yet is not.</summary>
    public static Refusal? Check(RecordAsOf whole, ViewState view, string path)
    {
        foreach (var (kind, values) in view.Facets)
        {
            foreach (var value in values)
            {
                var known = Known(whole, kind);
                if (!known.Contains(value))
                {
                    var without = view.Toggled(kind, value);
                    var name = Title(kind).ToLowerInvariant();
                    // Of a closed list that is short, every value is near.
                    var near = known.Where(k => Near(k, value) || Near(Label(whole, kind, k), value)).Take(3).ToList();
                    near = near.Count == 0 && known.Count <= 5 ? [.. known] : near;
                    return Refusal.Bad("bad-facet", $"No such {name}", $"\u201c{value}\u201d is not {(name[0] is 'o' ? "an" : "a")} {name} on the record.",
                        [.. near.Select(k => new Nearest(Label(whole, kind, k), without.Toggled(kind, k).Url(path))), new Nearest("Without it", without.Url(path))]);
                }
            }
        }

        return null;
    }

    private static IReadOnlyCollection<string> Known(RecordAsOf whole, FacetKind kind) => kind switch
    {
        FacetKind.Kind => [.. Enum.GetValues<EventKind>().Select(Vocabulary.Word)],
        FacetKind.Status => [.. Enum.GetValues<EventStatus>().Select(Vocabulary.Word)],
        FacetKind.Country => [.. whole.Dossier.Parties.Select(p => p.Country).Concat(whole.Chronicle.Events.SelectMany(e => e.Countries)).Distinct(StringComparer.Ordinal)],
        FacetKind.Person => [.. whole.Dossier.Officials.Select(o => o.Id).Concat(whole.Chronicle.Events.SelectMany(e => e.People)).Distinct(StringComparer.Ordinal)],
        _ => [.. whole.Stories.SelectMany(s => s.Takes).Select(t => t.Reading.Header.Agency).OfType<string>().Distinct(StringComparer.Ordinal)],
    };

    private static bool Near(string known, string typed) =>
        typed.Length > 1 && (known.Contains(typed, StringComparison.OrdinalIgnoreCase) || typed.Contains(known, StringComparison.OrdinalIgnoreCase)
            || known.StartsWith(typed[..2], StringComparison.OrdinalIgnoreCase));
}

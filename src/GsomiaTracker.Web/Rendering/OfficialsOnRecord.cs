using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Officials;

namespace GsomiaTracker.Web.Rendering;

/// <summary>One statement of an official, in the story that carries it.</summary>
public sealed record Said(Story Story, Statement Statement);

/// <summary>An official as far as the record has named them by the moment shown.</summary>
/// <param name="Office">The post held at the moment shown, from the dossier; else as the last report words it.</param>
/// <param name="Known">The dossier's entry, or null for someone only the articles name.</param>
public sealed record OfficialOnRecord(
    string Id,
    string Name,
    string? Country,
    string? Office,
    Official? Known,
    IReadOnlyList<Story> NamedIn,
    IReadOnlyList<Said> Statements,
    IReadOnlyList<ChronicleEvent> Events,
    IReadOnlyList<StanceHistory> Stances);

/// <summary>Gathers who was named, by whom, and what they said, from the takes that speak for their stories.</summary>
public static class OfficialsOnRecord
{
    public static IReadOnlyList<OfficialOnRecord> Of(RecordAsOf record)
    {
        var known = record.Dossier.Officials.ToDictionary(o => o.Id, StringComparer.Ordinal);
        var named = record.Stories
            .SelectMany(s => s.Latest.Reading.Officials.Select(o => (Story: s, Named: o)))
            .ToLookup(x => x.Named.Id, StringComparer.Ordinal);
        var said = record.Stories
            .SelectMany(s => s.Latest.Reading.Statements.Where(st => st.Speaker is not null).Select(st => new Said(s, st)))
            .ToLookup(x => x.Statement.Speaker!, StringComparer.Ordinal);
        var events = record.Chronicle.Events
            .SelectMany(e => e.People.Distinct(StringComparer.Ordinal).Select(p => (Person: p, Event: e)))
            .ToLookup(x => x.Person, x => x.Event, StringComparer.Ordinal);
        var stances = record.Chronicle.Stances.Where(s => s.Person is not null).ToLookup(s => s.Person!, StringComparer.Ordinal);
        var day = record.ShownDay;

        return [.. named.Select(g => g.Key).Concat(events.Select(g => g.Key)).Concat(stances.Select(g => g.Key)).Distinct(StringComparer.Ordinal)
            .Select(id =>
            {
                var entry = known.GetValueOrDefault(id);
                var last = named[id].LastOrDefault().Named;
                return new OfficialOnRecord(
                    id,
                    entry?.Name ?? last?.Name ?? Spelled(id),
                    entry?.Country ?? last?.Country ?? stances[id].FirstOrDefault()?.Country,
                    (entry?.OfficeOn(day)?.Name ?? last?.Office) is { } office ? OfficeNames.Spell(record, office) : null,
                    entry,
                    [.. named[id].Select(x => x.Story).Distinct()],
                    [.. said[id]],
                    [.. events[id]],
                    [.. stances[id]]);
            })
            .OrderBy(o => PartyOrder(record, o.Country)).ThenByDescending(o => o.NamedIn.Count).ThenBy(o => o.Name, StringComparer.Ordinal)];
    }

    private static int PartyOrder(RecordAsOf record, string? country)
    {
        var parties = record.Dossier.Parties;
        for (var i = 0; i < parties.Count; i++)
        {
            if (parties[i].Country == country)
            {
                return i;
            }
        }

        return country is null ? int.MaxValue : parties.Count;
    }

    /// <summary>A name out of an id, for someone whom no dossier entry and no naming spells.</summary>
    public static string Spelled(string id) =>
        string.Join(' ', id.Split('-').Select(w => w.Length == 0 ? w : char.ToUpperInvariant(w[0]) + w[1..]));
}

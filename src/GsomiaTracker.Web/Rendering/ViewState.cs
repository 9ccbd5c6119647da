using System.Collections.Immutable;
using System.Text;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Web.Rendering;

/// <summary>How closely the timeline is set.</summary>
public enum Density { Reading, Compact }

public enum TimelineOrder { Newest, Oldest }

/// <summary>What the timeline can be narrowed by.</summary>
public enum FacetKind { Country, Person, Kind, Status, Outlet }

/// <summary>All state of a page, as its address carries it. Immutable; links are made from changed copies, so every link keeps the rest.</summary>
public sealed record ViewState(
    Dossier Dossier,
    AsOf? AsOf,
    TimeZoneInfo Zone,
    string ZoneLabel,
    Density Density,
    TimelineOrder Order,
    ImmutableSortedDictionary<FacetKind, ImmutableSortedSet<string>> Facets,
    DateOnly? From,
    DateOnly? To)
{
    public static ViewState Default(Dossier dossier) => new(
        dossier, null, dossier.Zone, LabelOf(dossier, dossier.Zone.Id), Density.Reading, TimelineOrder.Newest,
        ImmutableSortedDictionary<FacetKind, ImmutableSortedSet<string>>.Empty, null, null);

    public DateTimeOffset? Moment => AsOf?.Instant;

    public bool Narrowed => Facets.Count > 0 || From is not null || To is not null;

    public bool Has(FacetKind kind, string value) => Facets.TryGetValue(kind, out var set) && set.Contains(value);

    public ViewState Toggled(FacetKind kind, string value)
    {
        var set = Facets.GetValueOrDefault(kind) ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
        set = set.Contains(value) ? set.Remove(value) : set.Add(value);
        return this with { Facets = set.IsEmpty ? Facets.Remove(kind) : Facets.SetItem(kind, set), From = null, To = null };
    }

    public ViewState At(DateTimeOffset? instant) => this with { AsOf = instant is { } t ? Domain.Time.AsOf.At(TimeZoneInfo.ConvertTime(t, Dossier.Zone)) : null };

    public ViewState AtEndOf(DateOnly day) => this with { AsOf = Domain.Time.AsOf.EndOf(day, Dossier.Zone) };

    public static string LabelOf(Dossier dossier, string zone) =>
        dossier.Zones.FirstOrDefault(z => z.Zone == zone)?.Label ?? zone.Split('/')[^1].Replace('_', ' ');

    /// <summary>The address of <paramref name="path"/> with this state: only what differs from the default is written, always in the same order.</summary>
    /// <param name="path">From the root, already escaped; it may carry parameters of its own.</param>
    /// <param name="fragment">Id within the page, or null.</param>
    /// <param name="more">Further parameters of that page.</param>
    public string Url(string path, string? fragment = null, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var url = new StringBuilder(path);
        var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        void Add(string name, string value)
        {
            url.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal));
            mark = '&';
        }

        if (AsOf is { } asOf)
        {
            Add("asof", asOf.ToString());
        }

        if (Zone.Id != Dossier.Zone.Id)
        {
            Add("zone", Zone.Id);
        }

        if (Density == Density.Compact)
        {
            Add("view", "compact");
        }

        if (Order == TimelineOrder.Oldest)
        {
            Add("order", "oldest");
        }

        foreach (var (kind, values) in Facets)
        {
            foreach (var value in values)
            {
                Add(ParameterOf(kind), value);
            }
        }

        if (From is { } from)
        {
            Add("from", DayRange.Iso(from));
        }

        if (To is { } to)
        {
            Add("to", DayRange.Iso(to));
        }

        foreach (var (name, value) in more)
        {
            if (value is not null)
            {
                Add(name, value);
            }
        }

        return fragment is null ? url.ToString() : url.Append('#').Append(fragment).ToString();
    }

    /// <summary>This state without what only one list's window means.</summary>
    public ViewState Unpaged => From is null && To is null ? this : this with { From = null, To = null };

    public static string ParameterOf(FacetKind kind) => Domain.Findings.Vocabulary.Word(kind);
}

using System.Collections.Immutable;
using System.Globalization;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Web.Rendering;

/// <summary>Reads a page's state from its query string; what cannot be read is refused by name, with the nearest good address.</summary>
public static class ViewQuery
{
    public static Answer<ViewState> Parse(Dossier dossier, string path, IQueryCollection query)
    {
        var view = ViewState.Default(dossier);

        if (One(query, "asof") is { } asOfText)
        {
            var asOf = AsOf.Parse(asOfText, dossier.Zone);
            if (asOf.Fault is { } fault)
            {
                return BadMoment(view, path, asOfText, fault.Reason);
            }

            view = view with { AsOf = asOf.Value };
        }

        if (One(query, "zone") is { } zoneText)
        {
            if (FindZone(dossier, zoneText) is not { } zone)
            {
                return Refusal.Bad("bad-zone", "No such time zone", $"\u201c{zoneText}\u201d is not a time zone of the IANA database, such as {dossier.Zone.Id}.",
                    [.. dossier.Zones.Select(z => new Nearest($"Times in {z.Label}", (view with { Zone = TimeZoneInfo.FindSystemTimeZoneById(z.Zone) }).Url(path)))]);
            }

            view = view with { Zone = zone, ZoneLabel = ViewState.LabelOf(dossier, zone.Id) };
        }

        if (One(query, "view") is { } viewText)
        {
            if (!Vocabulary.TryParse<Density>(viewText, out var density))
            {
                return Refusal.Bad("bad-view", "No such view", $"\u201c{viewText}\u201d is neither \u201creading\u201d nor \u201ccompact\u201d.", new Nearest("Reading view", view.Url(path)));
            }

            view = view with { Density = density };
        }

        if (One(query, "order") is { } orderText)
        {
            if (!Vocabulary.TryParse<TimelineOrder>(orderText, out var order))
            {
                return Refusal.Bad("bad-order", "No such order", $"\u201c{orderText}\u201d is neither \u201cnewest\u201d nor \u201coldest\u201d.", new Nearest("Newest first", view.Url(path)));
            }

            view = view with { Order = order };
        }

        foreach (var (name, set) in new (string, Func<ViewState, DateOnly, ViewState>)[] { ("from", (v, d) => v with { From = d }), ("to", (v, d) => v with { To = d }) })
        {
            if (One(query, name) is { } text)
            {
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    return Refusal.Bad("bad-day", "No such day", $"\u201c{text}\u201d is not a day like {DayRange.Iso(dossier.LastDay)}.", new Nearest("All days", view.Url(path)));
                }

                view = set(view, day);
            }
        }

        if (view is { From: { } first, To: { } last } && first > last)
        {
            return Refusal.Bad("bad-day", "No such days", $"They would begin on {DayRange.Iso(first)} and end on {DayRange.Iso(last)}, before that.",
                new Nearest("The other way round", (view with { From = last, To = first }).Url(path)), new Nearest("All days", view.Unpaged.Url(path)));
        }

        foreach (var kind in Enum.GetValues<FacetKind>())
        {
            var values = query[ViewState.ParameterOf(kind)].SelectMany(v => (v ?? "").Split(',')).Select(v => v.Trim()).Where(v => v.Length > 0).ToImmutableSortedSet(StringComparer.Ordinal);
            if (!values.IsEmpty)
            {
                view = view with { Facets = view.Facets.SetItem(kind, values) };
            }
        }

        return view;
    }

    private static Refusal BadMoment(ViewState view, string path, string text, string why)
    {
        var nearest = new List<Nearest>();
        if (WithOffset(view.Dossier, text) is { } moment)
        {
            nearest.Add(new Nearest($"As known on {moment.Words(view.Dossier.Zone)}", (view with { AsOf = moment }).Url(path)));
        }

        if (NearDay(text) is { } day)
        {
            nearest.Add(new Nearest($"As known at the end of {WireDate.Day(day)}", view.AtEndOf(day).Url(path)));
        }

        nearest.Add(new Nearest("The whole record", view.Url(path)));
        return Refusal.Bad("bad-asof", "No such moment", char.ToUpperInvariant(why[0]) + why[1..] + ".", [.. nearest]);
    }

    /// <summary>A moment that lacks only its offset, on the dossier's clocks.</summary>
    private static AsOf? WithOffset(Dossier dossier, string text) =>
        DateTime.TryParseExact(text.Trim(), ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= 1900 and < 2200
            ? AsOf.At(new DateTimeOffset(local, dossier.Zone.GetUtcOffset(local)))
            : null;

    /// <summary>The day that was probably meant: the one the text begins with, or the last of a month with fewer days.</summary>
    private static DateOnly? NearDay(string text)
    {
        text = text.Trim();
        return DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var unpadded) && unpadded.Year is >= 1900 and < 2200 ? unpadded
            : text.Length >= 10 && Day(text[..10]) is { } day ? day
            : text.Length >= 7 && Day(text[..7] + "-01") is { } month ? month.AddMonths(1).AddDays(-1)
            : null;

        static DateOnly? Day(string iso) =>
            DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) && d.Year is >= 1900 and < 2200 ? d : null;
    }

    private static TimeZoneInfo? FindZone(Dossier dossier, string text)
    {
        var named = dossier.Zones.FirstOrDefault(z => z.Label.Equals(text, StringComparison.OrdinalIgnoreCase))?.Zone ?? text;
        return named.Contains('/', StringComparison.Ordinal) || named == "UTC" ? TimeZoneInfo.TryFindSystemTimeZoneById(named, out var zone) ? zone : null : null;
    }

    private static string? One(IQueryCollection query, string name) => query.TryGetValue(name, out var values) && values[^1] is { Length: > 0 } value ? value : null;
}

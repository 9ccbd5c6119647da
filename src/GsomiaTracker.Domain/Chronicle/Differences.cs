using System.Globalization;
using System.Xml;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// What independent sources of one event differ in. Of each voice its latest speaking report with a value counts, so that a source that has
/// corrected itself does not disagree with itself. Both sides keep their words; nothing is merged away.
/// </summary>
public static class Differences
{
    private const int WideDays = 7;

    public static IReadOnlyList<Disagreement> Within(ChronicleEvent e, Dossier dossier, Gazetteer places, IReadOnlyDictionary<string, string>? explained)
    {
        if (e.Sources < 2)
        {
            return [];
        }

        var voices = e.Telling.GroupBy(r => r.Voice, StringComparer.OrdinalIgnoreCase).Select(g => g.ToList()).ToList();
        var found = new List<Disagreement>();
        Add(found, e, "days", Days(voices, e, dossier), explained);
        Add(found, e, "place", Place(voices, places), explained);
        Add(found, e, "participants", Participants(voices, e), explained);
        Add(found, e, "actor", Actors(voices, e), explained);
        Add(found, e, "status", Status(voices, e), explained);
        Add(found, e, "duration", Durations(voices, e), explained);
        foreach (var (name, about) in new[] { ("count", "number"), ("number", "number"), ("rank", "rank") })
        {
            Add(found, e, about, Detail(voices, name, (a, b) => a != b), explained);
        }

        return found;
    }

    /// <summary>Its id is made of the event's and of what it is about; an explanation finds it under the id of any of the event's reports.</summary>
    public static Disagreement Make(ChronicleEvent e, string about, IReadOnlyList<DisagreementSide> sides, IReadOnlyDictionary<string, string>? explained)
    {
        string? because = null;
        if (explained is { Count: > 0 })
        {
            because = e.Aliases.Select(a => explained.GetValueOrDefault(Id(a, about))).FirstOrDefault(x => x is not null);
        }

        return new Disagreement(Id(e.Id, about), e.Id, about, sides, because);
    }

    private static string Id(string eventId, string about) => $"{eventId}-{about}";

    private static void Add(List<Disagreement> found, ChronicleEvent e, string about, IReadOnlyList<DisagreementSide> sides, IReadOnlyDictionary<string, string>? explained)
    {
        if (sides.Count > 1 && found.TrueForAll(d => d.About != about))
        {
            found.Add(Make(e, about, sides, explained));
        }
    }

    /// <summary>Days that exclude each other. The days that papers print for the dossier's deadline are one.</summary>
    private static List<DisagreementSide> Days(List<List<Report>> voices, ChronicleEvent e, Dossier dossier)
    {
        var printed = dossier.Deadline.PrintedDays;
        var isDeadline = e.Kind == EventKind.Deadline && e.About.Contains(dossier.Deadline.Subject);
        var sides = Latest(voices, r => r.Finding.Days is { Days: <= WideDays } && r.Finding.Status == e.Status);
        return Apart(sides, r => r.Finding.Days!.Value, (a, b) => !a.Overlaps(b) && !(isDeadline && printed.Any(a.Contains) && printed.Any(b.Contains)), r => r.Finding.Days!.Value.ToString());
    }

    /// <summary>Places neither of which lies in the other, by the dossier or by the words of the reports themselves.</summary>
    private static List<DisagreementSide> Place(List<List<Report>> voices, Gazetteer places)
    {
        var sides = Latest(voices, r => r.Finding.Place is not null);

        // Which reports have the words of a place in them is looked up once a place, not once a pair.
        var naming = new Dictionary<string, HashSet<Report>>(StringComparer.Ordinal);
        HashSet<Report> Naming(string place)
        {
            if (!naming.TryGetValue(place, out var reports))
            {
                naming[place] = reports = voices.SelectMany(v => v).Where(r => r.Finding.Evidence.Any(w => w.Words.Contains(place, StringComparison.OrdinalIgnoreCase)))
                    .ToHashSet<Report>(ReferenceEqualityComparer.Instance);
            }

            return reports;
        }

        return Apart(sides, r => r.Finding.Place!, (a, b) => !a.Contains(b, StringComparison.OrdinalIgnoreCase) && !b.Contains(a, StringComparison.OrdinalIgnoreCase)
            && !places.Nested(a, b) && !Naming(a).Overlaps(Naming(b)), r => r.Finding.Place!);
    }

    /// <summary>Of gatherings told at the same fullness: sets of two states and more that differ.</summary>
    private static List<DisagreementSide> Participants(List<List<Report>> voices, ChronicleEvent e)
    {
        if (e.Kind is not (EventKind.Meeting or EventKind.Call or EventKind.Exercise or EventKind.Agreement))
        {
            return [];
        }

        var sides = Latest(voices, r => r.Finding.Countries.Count is 2 or 3 && r.Finding.People.Count >= 2);
        return Apart(sides, Sorted, (a, b) => a != b, Sorted);

        static string Sorted(Report r) => string.Join(", ", r.Finding.Countries.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Who did it: acts that two sources lay to different persons, or to different states.</summary>
    private static List<DisagreementSide> Actors(List<List<Report>> voices, ChronicleEvent e)
    {
        if (e.Kind is EventKind.Meeting or EventKind.Call or EventKind.Exercise or EventKind.Agreement or EventKind.Deadline)
        {
            return [];
        }

        var people = Latest(voices, r => r.Finding.People.Count == 1 && r.Finding.Status == e.Status && r.Finding.Days is { IsOneDay: true });
        return Apart(people, r => (Person: r.Finding.People[0], Countries: string.Join(',', r.Finding.Countries)),
            (a, b) => a.Person != b.Person && a.Countries.Split(',').Intersect(b.Countries.Split(',')).Any(c => c.Length > 0), r => r.Finding.People[0]);
    }

    /// <summary>Alleged to one, a fact to another; called off to one, done to another, both told after the fact.</summary>
    private static List<DisagreementSide> Status(List<List<Report>> voices, ChronicleEvent e)
    {
        var over = e.Days is { } days ? days.To.DayNumber : int.MinValue;
        var sides = Latest(voices, r => r.Finding.Status is EventStatus.Happened or EventStatus.Cancelled or EventStatus.Alleged
            && StatusPath.Believable(r.Finding.Status, r.Finding.Days, r.Published?.Day.DayNumber ?? int.MaxValue) == r.Finding.Status
            && (r.Finding.Status == EventStatus.Alleged || r.Published is not { } p || p.Day.DayNumber >= over));
        return Apart(sides, r => r.Finding.Status, (a, b) => a != b, r => Vocabulary.Word(r.Finding.Status));
    }

    /// <summary>How long people sat together, in hours or in days: a stretch of another order is a stretch of something else in the sentence.</summary>
    private static List<DisagreementSide> Durations(List<List<Report>> voices, ChronicleEvent e)
    {
        const double sameOrder = 4;
        return e.Kind is EventKind.Meeting or EventKind.Call or EventKind.Visit or EventKind.Exercise or EventKind.Address
            ? Detail(voices, "duration", (a, b) => a != b && Length(a) is { } x && Length(b) is { } y && x != y && Math.Max(x, y) < sameOrder * Math.Min(x, y))
            : [];
    }

    /// <summary>Minutes of an ISO 8601 duration; null for months and years, whose length is none, and for what is no duration.</summary>
    private static double? Length(string iso)
    {
        if (iso.StartsWith('P') && iso.EndsWith('W') && int.TryParse(iso.AsSpan(1, iso.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks))
        {
            return TimeSpan.FromDays(7 * weeks).TotalMinutes;
        }

        if (iso.IndexOfAny(['Y', 'W']) >= 0 || iso.Split('T')[0].Contains('M', StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return XmlConvert.ToTimeSpan(iso).TotalMinutes;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static List<DisagreementSide> Detail(List<List<Report>> voices, string name, Func<string, string, bool> differ)
    {
        string Value(Report r) => r.Finding.Details.First(d => d.Name == name).Value;
        var sides = Latest(voices, r => r.Finding.Details.Any(d => d.Name == name));
        return Apart(sides, Value, differ, Value, r => r.Finding.Details.First(d => d.Name == name).Evidence);
    }

    private static List<Report> Latest(List<List<Report>> voices, Func<Report, bool> counts) =>
        [.. voices.Select(v => v.FindLast(r => counts(r))).OfType<Report>()];

    /// <summary>One side for each value, told first, when any two exclude each other.</summary>
    /// <param name="said">What of a report says whether it excludes another: reports that say the same are compared once, however many there are.</param>
    private static List<DisagreementSide> Apart<T>(
        List<Report> sides, Func<Report, T> said, Func<T, T, bool> differ, Func<Report, string> value, Func<Report, Text.Evidence>? words = null)
        where T : notnull
    {
        var each = sides.Select(said).Distinct().ToList();
        var excluding = each.Where(a => each.Exists(b => differ(a, b))).ToHashSet();
        return
        [
            .. sides.Where(r => excluding.Contains(said(r))).OrderBy(r => r.KnownSince.UtcTicks).ThenBy(r => r.Revision, StringComparer.Ordinal)
                .DistinctBy(value, StringComparer.OrdinalIgnoreCase)
                .Select(r => new DisagreementSide(value(r), r, words?.Invoke(r) ?? r.Words)),
        ];
    }
}

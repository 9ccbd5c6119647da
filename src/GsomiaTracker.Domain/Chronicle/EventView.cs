using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>Makes of one event's reports what is shown of it at one moment. A pure function; the rules of choice are in docs/RECORD.md.</summary>
public static class EventView
{
    /// <summary>How long after its last day a plan may go without a report before that is said.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <summary>Days between an event and its telling: news until then, and after the other background.</summary>
    private const int News = 2;
    private const int Season = 90;

    /// <summary>One event's reports cut at a moment: those known by then, silenced ones marked. At least one must be known.</summary>
    public static ChronicleEvent At(IEnumerable<Told> told, DateTimeOffset cut, DateTimeOffset moment, Dossier dossier, Gazetteer places, IReadOnlyDictionary<string, string>? explained = null) =>
        Of([.. told.TakeWhile(t => t.Report.KnownSince <= cut).Select(t => t.SilencedAt <= cut ? t.Report with { Superseded = true } : t.Report)], moment, dossier, places, explained);

    /// <param name="reports">All that were known by then, in known order, at least one.</param>
    /// <param name="moment">The moment shown; for the whole record its last known instant.</param>
    public static ChronicleEvent Of(IReadOnlyList<Report> reports, DateTimeOffset moment, Dossier dossier, Gazetteer places, IReadOnlyDictionary<string, string>? explained = null)
    {
        var speaking = Speaking(reports);
        var history = History(reports, dossier);
        var status = history[^1].Status;
        var days = Printed(speaking, dossier) ?? DaysOf(speaking, status);
        var place = PlaceOf(speaking, places);
        var countries = CountriesOf(speaking);
        var title = TitleOf(speaking, status, days?.Finding.Days);
        var first = reports[0];
        var id = ReportId.Of(first);
        var result = new ChronicleEvent(
            id,
            ReportId.Slug(first, id),
            first.Finding.Kind,
            title.Finding.Summary,
            days?.Finding.Days,
            status,
            countries?.Finding.Countries ?? [],
            PeopleOf(speaking),
            place?.Finding.Place,
            [.. Often(speaking, r => r.Finding.About).Order(StringComparer.Ordinal)],
            history,
            reports,
            [],
            speaking.Select(r => r.Voice).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            NoReport(status, days?.Finding.Days, moment, dossier))
        {
            Origins = new EventOrigins(title, days, place, countries),
            UnreportedFrom = NoReportFrom(status, days?.Finding.Days, dossier),
        };
        return result with { Disagreements = Differences.Within(result, dossier, places, explained) };
    }

    /// <summary>The same event's line of the timeline: what it shows without its history and disagreements.</summary>
    /// <param name="id">The event's id.</param>
    /// <param name="slug">Its address, where it is known: it is the first report's for ever.</param>
    public static EventLine Line(IReadOnlyList<Report> reports, string id, Dossier dossier, Gazetteer places, string? slug = null)
    {
        var first = reports[0];
        slug ??= ReportId.Slug(first, id);
        if (reports.Count == 1)
        {
            // Most events are told once: then every value is that report's.
            var told = first.Finding;
            return new EventLine(
                id, slug, told.Kind, told.Summary, told.Days, StatusPath.Believable(told.Status, told.Days, KnownDay(first, dossier)),
                told.Countries, told.People.Count < 2 ? told.People : [.. told.People.Distinct()], told.Place, first.KnownSince, 1, 1, first.Superseded);
        }

        var speaking = Speaking(reports);
        var status = StatusOf(reports, dossier);
        var days = (Printed(speaking, dossier) ?? DaysOf(speaking, status))?.Finding.Days;
        return new EventLine(
            id, slug, first.Finding.Kind, TitleOf(speaking, status, days).Finding.Summary, days, status,
            CountriesOf(speaking)?.Finding.Countries ?? [], PeopleOf(speaking), PlaceOf(speaking, places)?.Finding.Place, first.KnownSince, Voices(speaking), reports.Count, AllSuperseded(reports));
    }

    private static bool AllSuperseded(IReadOnlyList<Report> reports)
    {
        for (var i = 0; i < reports.Count; i++)
        {
            if (!reports[i].Superseded)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The last of <see cref="History"/>.</summary>
    private static EventStatus StatusOf(IReadOnlyList<Report> reports, Dossier dossier)
    {
        var status = reports[0].Finding.Status;
        DayRange? days = null;
        for (var i = 0; i < reports.Count; i++)
        {
            var finding = reports[i].Finding;
            days = finding.Days ?? days;
            var known = KnownDay(reports[i], dossier);
            status = i == 0 ? StatusPath.Believable(finding.Status, days, known) : StatusPath.Next(status, finding.Status, finding.Days, days, known);
        }

        return status;
    }

    /// <summary>The reports of takes that no later one has replaced; all of them where every one is replaced.</summary>
    private static List<Report> Speaking(IReadOnlyList<Report> reports)
    {
        var speaking = new List<Report>(reports.Count);
        for (var i = 0; i < reports.Count; i++)
        {
            if (!reports[i].Superseded)
            {
                speaking.Add(reports[i]);
            }
        }

        return speaking.Count == 0 ? [.. reports] : speaking;
    }

    /// <summary>The states in the order in which they became known, each by the report that said so.</summary>
    public static IReadOnlyList<EventState> History(IReadOnlyList<Report> reports, Dossier dossier)
    {
        var history = new List<EventState>();
        DayRange? days = null;
        foreach (var report in reports)
        {
            days = report.Finding.Days ?? days;
            var known = KnownDay(report, dossier);
            var next = history.Count == 0
                ? StatusPath.Believable(report.Finding.Status, days, known)
                : StatusPath.Next(history[^1].Status, report.Finding.Status, report.Finding.Days, days, known);
            if (history.Count == 0 || next != history[^1].Status)
            {
                history.Add(new EventState(next, report.KnownSince, report));
            }
        }

        return history;
    }

    /// <summary>The instant from which a plan counts as unreported, or null when it cannot.</summary>
    public static DateTimeOffset? NoReportFrom(EventStatus status, DayRange? days, Dossier dossier) =>
        status is EventStatus.Tentative or EventStatus.Scheduled && days is { } range ? AsOf.EndOf(range.To, dossier.Zone).Instant + Grace : null;

    private static bool NoReport(EventStatus status, DayRange? days, DateTimeOffset moment, Dossier dossier) =>
        NoReportFrom(status, days, dossier) is { } from && moment > from;

    private static int KnownDay(Report report, Dossier dossier) =>
        (report.Published?.Day ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(report.KnownSince, dossier.Zone).DateTime)).DayNumber;

    /// <summary>Of the days that papers print for the dossier's deadline, the one by which it goes; null for any other event.</summary>
    private static Report? Printed(List<Report> speaking, Dossier dossier)
    {
        var deadline = dossier.Deadline;
        return speaking.Exists(r => r.Finding.Kind == EventKind.Deadline && r.Finding.About.Contains(deadline.Subject))
            && speaking.TrueForAll(r => r.Finding.Days is not { IsOneDay: true } days || deadline.PrintedDays.Contains(days.From))
            ? speaking.FindLast(r => r.Finding.Days == DayRange.Of(deadline.LastDay))
            : null;
    }

    /// <summary>The narrowest days, by most voices, latest; a thing that lasts is as long as most voices have it.</summary>
    private static Report? DaysOf(List<Report> speaking, EventStatus status)
    {
        // What happened is dated by those who report that it happened.
        var told = speaking.Exists(r => r.Finding.Days is not null && r.Finding.Status == status);
        var groups = Tell.By(speaking, r => r.Finding.Days is not null && (!told || r.Finding.Status == status), static (a, b) => a.Finding.Days!.Value == b.Finding.Days!.Value);
        if (groups.Count == 0)
        {
            return null;
        }

        var narrowest = groups[0];
        foreach (var group in groups)
        {
            if ((Width(group), -group.Voices, -group.Last.KnownSince.UtcTicks).CompareTo((Width(narrowest), -narrowest.Voices, -narrowest.Last.KnownSince.UtcTicks)) < 0)
            {
                narrowest = group;
            }
        }

        var best = narrowest;
        foreach (var group in groups)
        {
            var lasts = group.Last.Finding.Days!.Value.From == narrowest.Last.Finding.Days!.Value.From && Width(group) <= 14 && group.Voices > narrowest.Voices;
            if (lasts && (group.Voices, group.Last.KnownSince.UtcTicks, group.Last.Finding.Days!.Value).CompareTo((best.Voices, best.Last.KnownSince.UtcTicks, best.Last.Finding.Days!.Value)) > 0)
            {
                best = group;
            }
        }

        return best.Last;

        static int Width(Tell group) => group.Last.Finding.Days!.Value.Days;
    }

    /// <summary>The narrowest place, by most voices, latest.</summary>
    private static Report? PlaceOf(List<Report> speaking, Gazetteer places)
    {
        var groups = Tell.By(speaking, static r => r.Finding.Place is not null, static (a, b) => string.Equals(a.Finding.Place, b.Finding.Place, StringComparison.OrdinalIgnoreCase));
        return Tell.Best(groups, (a, b) =>
        {
            var order = places.Depth(a.First.Finding.Place!).CompareTo(places.Depth(b.First.Finding.Place!));
            order = order != 0 ? order : a.Voices.CompareTo(b.Voices);
            order = order != 0 ? order : a.Last.KnownSince.UtcTicks.CompareTo(b.Last.KnownSince.UtcTicks);
            return order != 0 ? order : string.CompareOrdinal(b.First.Finding.Place, a.First.Finding.Place);
        });
    }

    /// <summary>The set of countries by most voices, then the fuller, then the latest.</summary>
    private static Report? CountriesOf(List<Report> speaking)
    {
        var groups = Tell.By(speaking, static r => r.Finding.Countries.Count > 0, static (a, b) => SameSet(a.Finding.Countries, b.Finding.Countries));
        return Tell.Best(groups, static (a, b) =>
        {
            var order = a.Voices.CompareTo(b.Voices);
            order = order != 0 ? order : a.Last.Finding.Countries.Count.CompareTo(b.Last.Finding.Countries.Count);
            order = order != 0 ? order : a.Last.KnownSince.UtcTicks.CompareTo(b.Last.KnownSince.UtcTicks);
            return order != 0 ? order : string.CompareOrdinal(Joined(b), Joined(a));
        });

        static string Joined(Tell group) => string.Join(',', group.Last.Finding.Countries.Order(StringComparer.Ordinal));
    }

    private static bool SameSet(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (!b.Contains(a[i]) || !a.Contains(b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static List<string> PeopleOf(List<Report> speaking) => Often(speaking, r => r.Finding.People);

    /// <summary>Values that at least a third as many voices give as give the most common one; most common first, then first told.</summary>
    private static List<string> Often(List<Report> speaking, Func<Report, IReadOnlyList<string>> values)
    {
        var tallies = new List<(string Value, VoiceSet Voices)>();
        foreach (var report in speaking)
        {
            var said = values(report);
            for (var i = 0; i < said.Count; i++)
            {
                var value = said[i];
                var at = tallies.FindIndex(t => t.Value == value);
                if (at < 0)
                {
                    at = tallies.Count;
                    tallies.Add((value, new VoiceSet()));
                }

                tallies[at].Voices.Add(report.Voice);
            }
        }

        var most = 0;
        foreach (var (_, voices) in tallies)
        {
            most = Math.Max(most, voices.Count);
        }

        // Stable: what was told first stands first among equals.
        return tallies.Count < 2 ? tallies.ConvertAll(t => t.Value) : [.. tallies.Where(t => t.Voices.Count * 3 >= most).OrderByDescending(t => t.Voices.Count).Select(t => t.Value)];
    }

    /// <summary>Told in the state it is in now, as news rather than long after, with what most say was done and to what, with names and a place; the latest of equals.</summary>
    private static Report TitleOf(List<Report> speaking, EventStatus status, DayRange? days)
    {
        var done = Tell.Best(Tell.By(speaking, r => ActionOf(r).Length > 0, (a, b) => ActionOf(a) == ActionOf(b)), (a, b) => a.Voices.CompareTo(b.Voices)) is { } told ? ActionOf(told) : "";
        var best = speaking[0];
        var bestScore = -1.0;
        foreach (var report in speaking)
        {
            var finding = report.Finding;
            var score = (finding.Status == status ? 4 : 0)
                + Nearness(report, days)
                + (finding.Days is not null ? 1 : 0)
                + (finding.About.Count > 0 && SameEvent.IsAct(finding.Kind) ? 2.5 : 0)
                - (SameEvent.AreOpposite(ActionOf(report), done) ? 4 : 0)
                + (Math.Min(finding.People.Count, 2) * 0.5)
                + (finding.Place is null ? 0 : 0.5);
            if (score >= bestScore)
            {
                (best, bestScore) = (report, score);
            }
        }

        return best;
    }

    /// <summary>Told as news, within two days, counts most; what is told a season later is background of another story.</summary>
    private static double Nearness(Report report, DayRange? days) => days is { } day && report.Published is { } published
        ? Math.Abs(published.Day.DayNumber - day.To.DayNumber) switch { <= News => 2, > Season when published.Day > day.To => -2, _ => 0 }
        : 0;

    private static string ActionOf(Report report)
    {
        foreach (var detail in report.Finding.Details)
        {
            if (detail.Name == "action")
            {
                return detail.Value;
            }
        }

        return "";
    }

    private static int Voices(List<Report> reports)
    {
        var voices = new VoiceSet();
        foreach (var report in reports)
        {
            voices.Add(report.Voice);
        }

        return voices.Count;
    }
}

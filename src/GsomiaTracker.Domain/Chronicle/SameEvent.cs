using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// Whether a report speaks of an event already on the record. What contradicts rules it out (<see cref="Score"/> is null); what agrees adds
/// up. The rule, its numbers and what was rejected: docs/decisions/0001-one-event.md.
/// </summary>
public sealed class SameEvent(Dossier dossier)
{
    /// <summary>What a score must reach when both sides have days of their own.</summary>
    public const double Dated = 4.5;

    /// <summary>... and when one side's days are unknown, or as wide as a season.</summary>
    public const double Loose = 3.25;

    /// <summary>How much more two findings of one text must agree: the reader took them for two events.</summary>
    public const double SameText = 1.5;

    private const int PlanHorizon = 60;
    private const int WideDays = 45;
    private const double MostForWords = 1;
    private const double MostForPeople = 3;
    private const double ForSubject = 1.5;
    private const double ForPlace = 1;
    private const double ForCourse = 1;
    private const double ForLevel = 0.75;
    private const double AnotherLevel = -1.5;
    private const double MostForWellTold = 0.75;

    /// <summary>What is done to a thing and what undoes it: one report cannot mean both.</summary>
    private static readonly (string, string)[] Opposites = [("end", "keep"), ("end", "resume"), ("restrict", "ease"), ("remove", "ease")];
    private const double Rounding = 1e-9;

    private readonly Gazetteer _places = new(dossier);

    /// <summary>What the score of this pair must reach.</summary>
    public static double Threshold(Mention m, EventCluster c)
    {
        var loose = m.Days is not { } a || c.Days is not { } b || a.Days > WideDays || b.Days > WideDays;
        return (loose ? Loose : Dated) + (m.Take == c.LastTake ? SameText : 0);
    }

    /// <summary>Agreement of a report with an event; null when they cannot be the same, whether for a contradiction or for too little in common.</summary>
    public double? Score(Mention m, EventCluster c)
    {
        if (m.Kind != c.Kind
            || (m.Take == c.LastTake && !AlikeEnoughForOneText(m, c))
            || Days(m, c) is not { } days
            || Countries(m, c) is not { } countries
            || !InReach(m, c, days + countries)
            || People(m, c) is not { } people
            || About(m, c) is not { } about
            || Course(m, c, days) is not { } course
            || !Plausible(m, c))
        {
            return null;
        }

        var place = Place(m, c, days, people);
        var extra = course + WellTold(m, c);
        if (Turned(m, c))
        {
            // A measure is as often told from the side it hits, on the same day or by what it does; what is served by both sides on one day is two notices.
            extra -= m.Kind == EventKind.Measure && (days >= 3 || (days >= 1.5 && course > 0)) ? 0.5 : 1;
        }

        if (m.Kind == EventKind.Deadline && countries >= 2)
        {
            // The same parties seldom have two deadlines at a time.
            extra += 1;
        }

        // Comparing words costs most; where not even the same words would do, it is left out.
        if (days + countries + people + about + place + extra + MostForWords < Threshold(m, c) - Rounding)
        {
            return null;
        }

        var words = Words(m, c);
        var score = days + countries + people + about + words + place + extra;
        if (about == 0 && people <= 0 && course <= 0 && words < Telling(m, c))
        {
            score -= 1;
        }

        return score;
    }

    /// <summary>Whether the best that people, subjects, place and words could still add would do: most candidates are left here, at the cost of a look.</summary>
    private static bool InReach(Mention m, EventCluster c, double score) =>
        score + MostForWords
        + (m.People.Count == 0 || !c.NamesPeople ? 0 : MostForPeople)
        + (m.About.Count == 0 || !c.NamesSubjects ? 0 : ForSubject)
        + (m.Place is null || !c.NamesPlaces ? 0 : ForPlace)
        + (m.Action.Length == 0 && m.Level.Length == 0 ? 0 : ForCourse)
        + WellTold(m, c)
        + (m.Kind == EventKind.Deadline ? 1 : 0) >= Threshold(m, c) - Rounding;

    /// <summary>What one side does to the other, all reports of the event lay to the other side.</summary>
    private static bool Turned(Mention m, EventCluster c)
    {
        foreach (var tally in c.ActorTallies)
        {
            if (tally.Value == m.Actor)
            {
                return false;
            }
        }

        return m.Actor.Length > 0 && c.ActorTallies.Length > 0;
    }

    /// <summary>
    /// The reader took two findings of one text for two events: a meeting and the forum beside which it is held have days, place and states in
    /// common. They are one only where it told the same twice: the same days and persons, or for an act the same subject.
    /// </summary>
    private static bool AlikeEnoughForOneText(Mention m, EventCluster c)
    {
        if (IsAct(m.Kind))
        {
            return SharesSubject(m, c) || SameDeadline(m, c);
        }

        var shared = 0;
        foreach (var tally in c.PeopleTallies)
        {
            shared += Names(m, tally.Value.Id) ? 1 : 0;
        }

        return shared > 0 && shared == m.People.Count && shared == c.PeopleTallies.Length && (m.Days is { } days ? Gives(c, days) : c.Days is null);
    }

    private static bool Gives(EventCluster c, DayRange days)
    {
        foreach (var tally in c.DayTallies)
        {
            if (tally.Value == days)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Names(Mention m, string person)
    {
        for (var i = 0; i < m.People.Count; i++)
        {
            if (m.People[i].Id == person)
            {
                return true;
            }
        }

        return false;
    }

    private static bool SharesSubject(Mention m, EventCluster c)
    {
        foreach (var tally in c.AboutTallies)
        {
            for (var i = 0; i < m.About.Count; i++)
            {
                if (m.About[i] == tally.Value)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Acts of one state on one day are many: without a subject or a person in common their words must speak for them, the more so without a day.</summary>
    private static double Telling(Mention m, EventCluster c) => m.Kind switch
    {
        EventKind.Decision or EventKind.Notice => m.Days is null || c.Days is null ? 0.5 : 0.25,
        EventKind.Measure or EventKind.Agreement or EventKind.Ruling when m.Days is null || c.Days is null => 0.5,
        EventKind.Meeting or EventKind.Visit when m.Days is null && c.Days is null => 0.5,
        _ => 0,
    };

    private double? Days(Mention m, EventCluster c)
    {
        if (m.Days is not { } a || c.Days is not { } b)
        {
            return m.Days is null && c.Days is null ? Undated(m, c) : OneDated(m, c);
        }

        if (IsTheDeadline(m, c, a) && IsTheDeadline(m, c, b))
        {
            return 3;
        }

        if (a == b)
        {
            return a.Days > WideDays ? 1.5 : a.Days > 7 ? 2.5 : 3;
        }

        if (a.Overlaps(b))
        {
            var shorter = Math.Min(a.Days, b.Days);
            var longer = Math.Max(a.Days, b.Days);

            // "Six times since July 25" is no single launch; "in October" may be one.
            if (Momentary(m.Kind) && longer > 3 && a.From != b.From && !(longer <= 31 && (a.Days > b.Days ? a : b).IsCalendarUnit))
            {
                return null;
            }

            return a.From == b.From && longer <= WideDays ? 2.5
                : longer <= 7 ? (Momentary(m.Kind) && shorter > 1 ? 1 : 2)
                : longer <= WideDays ? 1.5
                : 0.5;
        }

        var gap = a.From > b.To ? a.From.DayNumber - b.To.DayNumber : b.From.DayNumber - a.To.DayNumber;
        return gap == 1 && Math.Max(a.Days, b.Days) <= 3 && !Momentary(m.Kind) ? 0.5 : null;
    }

    /// <summary>Both without days: the nearer they were told, the likelier the same.</summary>
    private static double? Undated(Mention m, EventCluster c)
    {
        var apart = Math.Abs(m.Known - c.LastKnown);
        if (Momentary(m.Kind) && apart > 2 && m.About.Count == 0)
        {
            return null;
        }

        // "The curbs" that are in force and the curbs that may be lifted: a plan and a fact are seldom one, unless days say so.
        return (apart <= 14 ? 0.75 : 0.5) - (Planned(m.Status) == Planned(c.Status) ? 0 : 0.5);
    }

    private static double? OneDated(Mention m, EventCluster c)
    {
        const int soon = 7;

        // Where the dated side lies, seen from the undated one: a plan lies ahead of its telling, what happened lies behind it.
        var (day, told, status) = m.Days is { } own ? (own, c.LastKnown, c.Status) : (c.Days!.Value, m.Known, m.Status);
        var ahead = day.From.DayNumber - told;
        switch (status)
        {
            case EventStatus.Tentative or EventStatus.Scheduled when ahead > PlanHorizon || day.To.DayNumber < told - 1:
            case EventStatus.Happened or EventStatus.Alleged when ahead > 1:
                // "He flies on to Bangkok for talks with both": three and more are seldom brought together twice in a week. And a measure that is decided is told as taken.
                return ahead <= soon && (SameCircle(m, c) || IsSameMeasure(m, c)) ? 0.25 : null;
            case var _ when Momentary(m.Kind) && Math.Abs(ahead) > soon:
                return null;
            default:
                return Math.Abs(ahead) <= 2 * soon || m.Kind is EventKind.Ruling || SharesSubject(m, c) ? 0.75 : 0.25;
        }
    }

    /// <summary>A measure about the same subject that does not undo it.</summary>
    private static bool IsSameMeasure(Mention m, EventCluster c) =>
        m.Kind == EventKind.Measure && SharesSubject(m, c) && !IsOpposite(m.Action, c.ActionTallies);

    /// <summary>The very same persons, three or more.</summary>
    private static bool SameCircle(Mention m, EventCluster c)
    {
        if (m.People.Count < 3 || c.PeopleTallies.Length != m.People.Count)
        {
            return false;
        }

        foreach (var tally in c.PeopleTallies)
        {
            if (!Names(m, tally.Value.Id))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Planned(EventStatus status) => status is EventStatus.Tentative or EventStatus.Scheduled;

    private static double? Countries(Mention m, EventCluster c)
    {
        if (m.Countries.Count == 0 || c.Countries.Count == 0)
        {
            return 0;
        }

        if (m.Set != 0 && c.OnlySet != 0)
        {
            return Countries(m, m.Set == c.OnlySet ? m.Countries.Count : CountrySet.Shared(m.Set, c.OnlySet), CountrySet.Count(c.OnlySet));
        }

        double? best = null;
        foreach (var tally in c.CountryTallies)
        {
            var score = Countries(m, tally.Value);
            if (score is { } s && (best is null || s > best))
            {
                best = s;
            }
        }

        return best;
    }

    private static double? Countries(Mention m, string others)
    {
        var shared = 0;
        for (var i = 0; i < m.Countries.Count; i++)
        {
            if (others.Contains(m.Countries[i], StringComparison.Ordinal))
            {
                shared++;
            }
        }

        return Countries(m, shared, (others.Length + 1) / 3);
    }

    /// <param name="shared">How many countries both sides name.</param>
    /// <param name="theirs">How many the other side names.</param>
    private static double? Countries(Mention m, int shared, int theirs)
    {
        if (shared == 0)
        {
            return null;
        }

        if (shared == theirs && shared == m.Countries.Count)
        {
            return shared > 2 ? 2.5 : 2;
        }

        if (!IsGathering(m.Kind))
        {
            return 1;
        }

        // One state alone is a report's half knowledge; two sets of two and more are two gatherings, unless both are crowds.
        var smaller = Math.Min(theirs, m.Countries.Count);
        return smaller == 1 ? 0.25
            : smaller >= 4 && shared * 2 >= smaller ? 1
            : null;
    }

    /// <summary>For each country of which both sides name somebody: a shared name speaks for one event, none shared against it.</summary>
    private static double? People(Mention m, EventCluster c)
    {
        double score = 0;
        var rivals = false;
        for (var i = 0; i < m.People.Count; i++)
        {
            var person = m.People[i];
            var most = 0;
            var own = 0;
            foreach (var tally in c.PeopleTallies)
            {
                own = tally.Value.Id == person.Id ? tally.Count : own;
                most = tally.Value.Country == person.Country ? Math.Max(most, tally.Count) : most;
            }

            // Whom one report of many has put beside the one whom all name is no proof that it is this event.
            var found = own > 0 && own * 3 > most;
            var rival = most > 0;

            if (found)
            {
                score += 1.5;
            }
            else if (rival && !SharesCompatriot(m, c, person.Country))
            {
                rivals = true;
            }
        }

        if (rivals)
        {
            if (IsPersonal(m.Kind))
            {
                return null;
            }

            score -= 0.5;
        }

        return Math.Min(score, MostForPeople);
    }

    private static bool SharesCompatriot(Mention m, EventCluster c, string country)
    {
        foreach (var tally in c.PeopleTallies)
        {
            if (tally.Value.Country == country && Names(m, tally.Value.Id))
            {
                return true;
            }
        }

        return false;
    }

    private static double? About(Mention m, EventCluster c)
    {
        if (m.About.Count == 0 || c.AboutTallies.Length == 0)
        {
            return 0;
        }

        // A ruling is told with the quarrel around it, by one subject of it or another.
        return SharesSubject(m, c) ? ForSubject : IsAct(m.Kind) && m.Kind != EventKind.Ruling ? null : -0.5;
    }

    /// <summary>
    /// What an act does, or at which level people met: the same speaks for one event. Opposite acts are two events, unless they are laid to one state on
    /// the very same day: then one of the reports is more likely read wrongly.
    /// </summary>
    private static double? Course(Mention m, EventCluster c, double days)
    {
        if (m.Action.Length > 0 && c.ActionTallies.Length > 0)
        {
            // An envoy is summoned more than once: what a person does without a day is news of its own time.
            return Has(c.ActionTallies, m.Action) ? (days < 0.5 && m.People.Count > 0 ? 0 : ForCourse)
                : !IsOpposite(m.Action, c.ActionTallies) ? 0
                : days >= 3 ? -0.5
                : null;
        }

        return m.Level.Length == 0 || c.LevelTallies.Length == 0 ? 0 : Has(c.LevelTallies, m.Level) ? ForLevel : AnotherLevel;
    }

    private static bool Has(ReadOnlySpan<Tally<string>> tallies, string value)
    {
        foreach (var tally in tallies)
        {
            if (tally.Value == value)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one act undoes the other.</summary>
    internal static bool AreOpposite(string action, string other)
    {
        foreach (var (a, b) in Opposites)
        {
            if ((action == a && other == b) || (action == b && other == a))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOpposite(string action, ReadOnlySpan<Tally<string>> tallies)
    {
        foreach (var (one, other) in Opposites)
        {
            if ((action == one && Has(tallies, other)) || (action == other && Has(tallies, one)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An act told without a day, a subject or a person is the one that everybody talks about: "the decision", "the curbs".</summary>
    private static double WellTold(Mention m, EventCluster c) =>
        m.Days is null && m.About.Count == 0 && m.People.Count == 0 && m.Action.Length > 0 && IsAct(m.Kind) ? Math.Min(MostForWellTold, (c.Reports - 1) * 0.1) : 0;

    private static double Words(Mention m, EventCluster c)
    {
        if (m.Words.Length == 0 || c.WordTallies.Length == 0)
        {
            return 0;
        }

        var shared = 0;
        foreach (var tally in c.WordTallies)
        {
            shared += Array.BinarySearch(m.Words, tally.Value) >= 0 ? 1 : 0;
        }

        return Math.Min(MostForWords, 1.5 * shared / Math.Min(m.Words.Length, 12));
    }

    private double Place(Mention m, EventCluster c, double days, double people)
    {
        if (m.Place is not { } place || c.PlaceTallies.Length == 0)
        {
            return 0;
        }

        double best = days >= 3 && people >= 1.5 ? -0.5 : -1;
        foreach (var tally in c.PlaceTallies)
        {
            best = Math.Max(best, string.Equals(tally.Value, place, StringComparison.OrdinalIgnoreCase) ? ForPlace : _places.Nested(tally.Value, place) ? 0.7 : best);
        }

        return best;
    }

    /// <summary>A plan told on a later day than the one on which the event happened is another plan.</summary>
    private static bool Plausible(Mention m, EventCluster c) =>
        !(m.Days is null && Planned(m.Status) && c.Status == EventStatus.Happened && (c.Days is not { } days || days.To.DayNumber < m.Known));

    /// <summary>
    /// By how much an act's fame counts where a report fits several: papers look back at the one that everybody tells of. It decides between events that
    /// fit, and makes none fit.
    /// </summary>
    public static double Fame(EventCluster c) => IsAct(c.Kind) ? Math.Min(MostForWellTold, (c.Reports - 1) * 0.1) : 0;

    private bool IsTheDeadline(Mention m, EventCluster c, DayRange days) =>
        m.Kind == EventKind.Deadline && days.Days <= 2 && dossier.Deadline.PrintedDays.Any(days.Contains)
        && (m.About.Contains(dossier.Deadline.Subject) || IsAbout(c, dossier.Deadline.Subject));

    /// <summary>A finding of one text twice: its deadline is told again and again.</summary>
    private static bool SameDeadline(Mention m, EventCluster c) =>
        m.Kind == EventKind.Deadline && m.Days is { } days && c.Days is { } others && days.Overlaps(others);

    private static bool IsAbout(EventCluster c, string subject)
    {
        foreach (var tally in c.AboutTallies)
        {
            if (tally.Value == subject)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Told by who takes part: two sets of participants are two events.</summary>
    private static bool IsGathering(EventKind kind) =>
        kind is EventKind.Meeting or EventKind.Call or EventKind.Visit or EventKind.Exercise or EventKind.Agreement;

    /// <summary>Told by the very persons: other persons of the same state make it another event.</summary>
    private static bool IsPersonal(EventKind kind) =>
        kind is EventKind.Meeting or EventKind.Call or EventKind.Visit or EventKind.Address or EventKind.Appointment;

    /// <summary>Told by what it is about.</summary>
    private static bool IsAct(EventKind kind) =>
        kind is EventKind.Decision or EventKind.Measure or EventKind.Notice or EventKind.Ruling or EventKind.Deadline or EventKind.Agreement;

    /// <summary>Over within the day, and often repeated on the next.</summary>
    private static bool Momentary(EventKind kind) =>
        kind is EventKind.Address or EventKind.Call or EventKind.WeaponsTest or EventKind.Incident;
}

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
    private const int FewDays = 2;
    private const int Soon = 7;

    /// <summary>So many persons are seldom brought together twice in a week.</summary>
    private const int Circle = 3;
    private const double MostForWords = 1;
    private const double MostForPeople = 3;
    private const double ForSubject = 1.5;
    private const double ForPlace = 1;
    private const double ForCourse = 1;
    private const double ForName = 1.5;
    private const double ForLookingBack = 1;
    private const double SameWords = 0.75;
    private const double ForLevel = 0.75;
    private const double AnotherLevel = -1.5;
    private const double MostForWellTold = 0.75;

    /// <summary>What is done to a thing and what undoes it: one report cannot mean both.</summary>
    private static readonly (string, string)[] Opposites = [("end", "keep"), ("end", "resume"), ("restrict", "ease"), ("remove", "ease")];
    private const double Rounding = 1e-9;

    private readonly Gazetteer _places = new(dossier);
    private readonly DateOnly[] _printed = [.. dossier.Deadline.PrintedDays];

    /// <summary>What the score of this pair must reach.</summary>
    public static double Threshold(Mention m, EventCluster c)
    {
        var loose = m.Days is not { } a || c.Days is not { } b || a.Days > WideDays || b.Days > WideDays;
        return (loose ? Loose : Dated) + (m.Take != c.LastTake || IsSameDayBare(m, c) ? 0 : IsAct(m.Kind) && SharesSubject(m, c) ? SameText / 2 : SameText);
    }

    /// <summary>Whether days or countries alone rule an event out, as they do most that are filed under a report's keys: <see cref="Score"/> of it is null then.</summary>
    internal static bool TurnsAway(Mention m, in Glance c)
    {
        if (m.Set != 0 && c.Set != 0 && Countries(m, m.Set == c.Set ? m.Countries.Count : CountrySet.Shared(m.Set, c.Set), CountrySet.Count(c.Set)) is null)
        {
            return true;
        }

        if (m.Days is not { } days)
        {
            return c.From < 0
                ? Momentary(m.Kind) && m.About.Count == 0 && Math.Abs(m.Known - c.LastKnown) > FewDays
                : IsOutOfTime(m, m.Status, c.From, c.To, m.Known);
        }

        var (from, to) = (days.From.DayNumber, days.To.DayNumber);
        return c.From < 0
            ? IsOutOfTime(m, c.Status, from, to, c.LastKnown)
            : m.Kind != EventKind.Deadline && (from - c.To > 1 || c.From - to > 1);
    }

    private static bool IsOutOfTime(Mention m, EventStatus status, int from, int to, int told) => InTime(m.Kind, status, from, to, told) switch
    {
        Timing.Out => true,
        Timing.Doubtful => m.People.Count < Circle && m.Kind != EventKind.Measure && m.Name.Length == 0,
        _ => false,
    };

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
        var extra = course + WellTold(m, c) + (SameName(m, c) ? ForName : 0);
        if (Turned(m, c))
        {
            // A measure is as often told from the side it hits, on the same day or by what it does; what is served by both sides on one day is two notices.
            extra -= m.Kind == EventKind.Measure && (days >= 3 || (days >= 1.5 && course > 0)) ? 0.5 : 1;
        }

        var lookingBack = LooksBack(m, c, countries);
        if (lookingBack)
        {
            extra += ForLookingBack;
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
        if (about == 0 && people <= 0 && course <= 0 && words < Telling(m, c) && !lookingBack && !IsSameDayBare(m, c))
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
        + (m.Name.Length == 0 || c.NameTallies.Length == 0 ? 0 : ForName)
        + WellTold(m, c)
        + (m.Kind == EventKind.Deadline || IsAct(m.Kind) && m.About.Count == 0 ? 1 : 0) >= Threshold(m, c) - Rounding;

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
            return SharesSubject(m, c) || SameDeadline(m, c) || (m.Kind is EventKind.Measure or EventKind.Decision && IsSameDayBare(m, c));
        }

        if (SameName(m, c))
        {
            return true;
        }

        var shared = 0;
        foreach (var tally in c.PeopleTallies)
        {
            shared += Names(m, tally.Value.Id) ? 1 : 0;
        }

        return shared > 0 && shared == m.People.Count && shared == c.PeopleTallies.Length && (m.Days is { } days ? Gives(c, days) : c.Days is null);
    }

    /// <summary>Both bear the same name: the yearly meeting of that name.</summary>
    private static bool SameName(Mention m, EventCluster c) => m.Name.Length > 0 && Has(c.NameTallies, m.Name);

    /// <summary>
    /// An act of which one of the two says no more than who and on which day ("they went into force Thursday", "unveiled the plan on Aug. 12"): one state
    /// seldom does two such things to the same state on a day.
    /// </summary>
    private static bool IsSameDayBare(Mention m, EventCluster c) =>
        IsAct(m.Kind) && m.Kind != EventKind.Deadline
        && m.Days is { IsOneDay: true } day && c.Days == day
        && m.Set != 0 && m.Set == c.OnlySet
        && ((m.About.Count == 0 && m.Action.Length == 0) || (!c.NamesSubjects && c.ActionTallies.Length == 0))
        && (m.Kind != EventKind.Notice || !Turned(m, c));

    /// <summary>
    /// "The notice that it gave in August", told weeks later without a subject or a person: the act of that month that others have told of, or that one has told in much the same words.
    /// </summary>
    private static bool LooksBack(Mention m, EventCluster c, double countries) =>
        IsAct(m.Kind) && m.Kind != EventKind.Deadline && countries >= 2
        && m.About.Count == 0 && m.People.Count == 0
        && m.Days is { Days: > 27 and <= WideDays } month && c.Days is { Days: <= 3 } days && month.Contains(days)
        && m.Known - month.To.DayNumber > 14
        && m.Status == EventStatus.Happened && !Turned(m, c)
        && (c.Reports > 1 || Words(m, c) >= SameWords);

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
        return gap == 1 && Math.Max(a.Days, b.Days) <= 3 && !Momentary(m.Kind) && !(m.Kind == EventKind.Meeting && IsOfOneState(m, c)) ? 0.5 : null;
    }

    /// <summary>Nobody from elsewhere takes part, and nobody is named by both: a council that sits today sat yesterday as well.</summary>
    private static bool IsOfOneState(Mention m, EventCluster c) => m.Countries.Count == 1 && c.Countries == 1 && !SharesPerson(m, c);

    private static bool SharesPerson(Mention m, EventCluster c)
    {
        foreach (var tally in c.PeopleTallies)
        {
            if (Names(m, tally.Value.Id))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Both without days: the nearer they were told, the likelier the same.</summary>
    private static double? Undated(Mention m, EventCluster c)
    {
        var apart = Math.Abs(m.Known - c.LastKnown);
        if (Momentary(m.Kind) && apart > FewDays && m.About.Count == 0)
        {
            return null;
        }

        // "The curbs" that are in force and the curbs that may be lifted: a plan and a fact are seldom one, unless days say so.
        return (apart <= 14 ? 0.75 : 0.5) - (Planned(m.Status) == Planned(c.Status) ? 0 : 0.5);
    }

    private static double? OneDated(Mention m, EventCluster c)
    {
        // Where the dated side lies, seen from the undated one: a plan lies ahead of its telling, what happened lies behind it.
        var (day, told, status) = m.Days is { } own ? (own, c.LastKnown, c.Status) : (c.Days!.Value, m.Known, m.Status);
        var ahead = day.From.DayNumber - told;
        switch (InTime(m.Kind, status, day.From.DayNumber, day.To.DayNumber, told))
        {
            case Timing.Doubtful:
                // "He flies on to Bangkok for talks with both": three and more are seldom brought together twice in a week. And a measure that is decided is told as taken.
                return SameCircle(m, c) || IsSameMeasure(m, c) || SameName(m, c) ? 0.25 : null;
            case Timing.Out:
            case var _ when m.Kind == EventKind.Appointment && Math.Abs(ahead) > 2 * Soon && !SameName(m, c):
                // Who has quit since is not who took office then.
                return null;
            default:
                return Math.Abs(ahead) <= 2 * Soon || m.Kind is EventKind.Ruling || SharesSubject(m, c) ? 0.75 : 0.25;
        }
    }

    private enum Timing { In, Doubtful, Out }

    /// <summary>Whether what is told without a day, on the day <paramref name="told"/>, can be what has days: doubtful where only the same persons, measure or name could say so.</summary>
    /// <param name="status">The state of the side that has no day.</param>
    private static Timing InTime(EventKind kind, EventStatus status, int from, int to, int told)
    {
        var ahead = from - told;
        return status switch
        {
            EventStatus.Tentative or EventStatus.Scheduled when ahead > PlanHorizon || to < told - 1 => ahead <= Soon ? Timing.Doubtful : Timing.Out,
            EventStatus.Happened or EventStatus.Alleged when ahead > 1 => ahead <= Soon ? Timing.Doubtful : Timing.Out,
            _ => Momentary(kind) && Math.Abs(ahead) > Soon ? Timing.Out : Timing.In,
        };
    }

    /// <summary>A measure about the same subject that does not undo it.</summary>
    private static bool IsSameMeasure(Mention m, EventCluster c) =>
        m.Kind == EventKind.Measure && SharesSubject(m, c) && !IsOpposite(m.Action, c.ActionTallies);

    /// <summary>The very same persons, three or more.</summary>
    private static bool SameCircle(Mention m, EventCluster c)
    {
        if (m.People.Count < Circle || c.PeopleTallies.Length != m.People.Count)
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
        if (m.Countries.Count == 0 || c.Countries == 0)
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

        // What one state tells another it has not told a third: on one day an envoy is summoned, and another is asked in.
        var smaller = Math.Min(theirs, m.Countries.Count);
        if (!IsGathering(m.Kind))
        {
            return m.Kind == EventKind.Notice && smaller >= 2 && shared < smaller ? null : 1;
        }

        // One state alone is a report's half knowledge; two sets of two and more are two gatherings, unless both are crowds.
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
            // A reshuffle puts many into office; of each of them papers tell alone.
            var crowd = m.Kind == EventKind.Appointment && (SameName(m, c) || (c.NameTallies.Length > 0 && m.Days is { IsOneDay: true } && m.Days == c.Days));
            if (IsPersonal(m.Kind) && !crowd)
            {
                return null;
            }

            score -= crowd ? 0 : 0.5;
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
            return IsOpposite(m.Action, c.ActionTallies) ? (days >= 3 ? -0.5 : null)
                : Has(c.ActionTallies, m.Action) ? (days < 0.5 && m.People.Count > 0 ? 0 : ForCourse)
                : 0;
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

    /// <summary>Whether the reports say that the opposite was done; one of many that reads otherwise is no proof.</summary>
    private static bool IsOpposite(string action, ReadOnlySpan<Tally<string>> tallies)
    {
        var own = 0;
        var opposite = 0;
        foreach (var tally in tallies)
        {
            own = tally.Value == action ? tally.Count : own;
            opposite = AreOpposite(action, tally.Value) ? Math.Max(opposite, tally.Count) : opposite;
        }

        return opposite > 2 * own;
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
            shared += (m.WordBits & Mention.Bit(tally.Value)) != 0 && Array.BinarySearch(m.Words, tally.Value) >= 0 ? 1 : 0;
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
        m.Kind == EventKind.Deadline && days.Days <= 2 && IsPrinted(days)
        && (m.About.Contains(dossier.Deadline.Subject) || IsAbout(c, dossier.Deadline.Subject));

    private bool IsPrinted(DayRange days)
    {
        foreach (var day in _printed)
        {
            if (days.Contains(day))
            {
                return true;
            }
        }

        return false;
    }

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
    internal static bool IsAct(EventKind kind) =>
        kind is EventKind.Decision or EventKind.Measure or EventKind.Notice or EventKind.Ruling or EventKind.Deadline or EventKind.Agreement;

    /// <summary>Over within the day, and often repeated on the next.</summary>
    private static bool Momentary(EventKind kind) =>
        kind is EventKind.Address or EventKind.Call or EventKind.WeaponsTest or EventKind.Incident;
}

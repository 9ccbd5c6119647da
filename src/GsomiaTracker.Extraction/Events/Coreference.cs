using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Events;

/// <summary>
/// Brings the tellings of one event together: same kind, days that touch, sides that agree, the same course about the same subject.
/// "The talks" joins the nearest that it can mean; two rounds, two levels, a bilateral and a trilateral meeting stay apart.
/// </summary>
internal static class Coreference
{
    /// <summary>How many of the last told events a telling may be of: an article has some twenty; a bound keeps a text of a megabyte linear.</summary>
    private const int Reach = 100;

    public static List<EventCluster> Of(IReadOnlyList<Telling> tellings)
    {
        var clusters = new List<EventCluster>();
        foreach (var telling in tellings)
        {
            if (telling.OnlyPoints)
            {
                Nearest(clusters, telling)?.Add(telling);
                continue;
            }

            EventCluster? best = null;
            var bestScore = 0;
            for (var i = Math.Max(0, clusters.Count - Reach); i < clusters.Count; i++)
            {
                var cluster = clusters[i];
                var score = Score(cluster, telling);
                if (score > bestScore || score == bestScore && score > 0)
                {
                    best = cluster;
                    bestScore = score;
                }
            }

            if (best is null)
            {
                clusters.Add(new EventCluster(telling));
            }
            else
            {
                best.Add(telling);
            }
        }

        JoinStanding(clusters);
        return clusters;
    }

    /// <summary>"Its curbs", told without a day, are those that the text tells the day of, if it tells it of one measure of that state about that subject only.</summary>
    private static void JoinStanding(List<EventCluster> clusters)
    {
        var measures = clusters.Where(c => c.Kind == EventKind.Measure && c.Action is null or "restrict").Take(Reach).ToList();
        var dated = measures.Where(c => c.Days is not null && c.Action == "restrict").ToList();
        foreach (var standing in dated.Count == 0 ? [] : measures.Where(c => c.Days is null && c.About.Count > 0 && c.Status == EventStatus.Happened && c.Tellings.All(t => !t.Hit.Frame.IsVerb)))
        {
            var same = dated.Where(d => (d.About.Count == 0 || d.About.Overlaps(standing.About)) && (d.Sides.Countries.All(standing.Sides.Countries.Contains) || standing.Sides.Countries.All(d.Sides.Countries.Contains))).Take(2).ToList();
            if (same is [var one])
            {
                foreach (var telling in standing.Tellings)
                {
                    one.Add(telling);
                }

                clusters.Remove(standing);
            }
        }
    }

    /// <summary>What "the talks" means: the last told event of the kind, of the right number of sides.</summary>
    private static EventCluster? Nearest(List<EventCluster> clusters, Telling telling)
    {
        EventCluster? best = null;
        var bestAt = -1;
        for (var i = Math.Max(0, clusters.Count - Reach); i < clusters.Count; i++)
        {
            var cluster = clusters[i];
            if (cluster.Kind != telling.Kind || cluster.Tellings.All(t => t.IsEarlier) || telling.Arity > 0 && ArityOf(cluster) is var arity and > 0 && arity != telling.Arity)
            {
                continue;
            }

            var last = cluster.Tellings[^1];
            var at = last.Sentence * 2 + (last.OnlyPoints ? 0 : 1);
            if (at > bestAt)
            {
                best = cluster;
                bestAt = at;
            }
        }

        return best;
    }

    private static int ArityOf(EventCluster cluster) => cluster.Arity > 0 ? cluster.Arity : cluster.Sides.Countries.Count;

    /// <summary>How surely a telling is of the cluster's event; 0: it is not.</summary>
    private static int Score(EventCluster cluster, Telling telling)
    {
        if (cluster.Kind != telling.Kind || !DaysAgree(cluster.Days, telling.Days) || !StatusAgrees(cluster, telling))
        {
            return 0;
        }

        if ((telling.IsEarlier || cluster.First.IsEarlier) && (cluster.Days is null || telling.Days is null))
        {
            // The one before is another one: without a day nothing says that it is meant.
            return 0;
        }

        var about = cluster.About.Overlaps(telling.About);
        var aboutApart = !about && cluster.About.Count > 0 && telling.About.Count > 0;
        var actionApart = cluster.Action is not null && telling.Action is not null && cluster.Action != telling.Action;
        var mine = cluster.Sides.Countries;
        var theirs = telling.Sides.Countries;
        var same = mine.Count == theirs.Count && mine.All(theirs.Contains);
        var within = mine.All(theirs.Contains) || theirs.All(mine.Contains);
        var sameDays = cluster.Days is { } a && telling.Days is { } b && a == b;
        var sameWord = cluster.Has(telling.Hit.Trigger.Lemma);
        var score = 1 + (sameDays ? 4 : 0) + (same ? 2 : 0) + (sameWord ? 1 : 0) + (about ? 1 : 0);
        switch (telling.Kind)
        {
            case EventKind.Deadline:
                return aboutApart ? 0 : score;
            case EventKind.Decision:
                if (aboutApart || actionApart || !OneDecides(mine, theirs))
                {
                    return 0;
                }

                return cluster.Action is not null && cluster.Action == telling.Action || about || sameDays ? score : 0;
            case EventKind.Measure:
                return aboutApart || !within || actionApart && !(about && Related(cluster.Action!, telling.Action!)) ? 0 : about || same || sameDays
                    || cluster.Action is "restrict" && telling.Action is "restrict" || theirs.Count == 0 && telling.About.Count == 0 && telling.Definite ? score : 0;
            case EventKind.Notice:
                return aboutApart || !within || !sameWord && !sameDays && !(cluster.Tellings[^1].Sentence == telling.Sentence && !cluster.Sides.Conflicts(telling.Sides)) ? 0 : score;
            case EventKind.Ruling:
                return aboutApart || !within ? 0 : score;
            case EventKind.WeaponsTest:
                return within && !(cluster.Days is { Days: < 300 } != telling.Days is { Days: < 300 } && !telling.Definite && telling.Days is not null) ? score : 0;
            case EventKind.Exercise:
                return within ? score : 0;
            case EventKind.Agreement:
                return aboutApart || !within || !about && !sameDays && !sameWord ? 0 : score;
            case EventKind.Appointment:
                return PeopleMeet(cluster, telling) || within && (telling.Sides.People.Count == 0 || cluster.Sides.People.Count == 0
                    || (cluster.Has("reshuffle") || telling.Hit.Trigger.Lemma is "reshuffle" or "shakeup") && telling.Sentence - cluster.Tellings[^1].Sentence <= 2) ? score : 0;
            case EventKind.Visit:
                return within && !PeopleApart(cluster, telling) && mine.Count + theirs.Count > 0 && (theirs.Count > 0 || telling.Definite) ? score : 0;
            case EventKind.Address:
                return within && !PeopleApart(cluster, telling) && (sameWord || Group(cluster) == GroupOf(telling)) ? score : 0;
            case EventKind.Incident:
                return within && !PeopleApart(cluster, telling) && (sameWord || sameDays || PeopleMeet(cluster, telling)) ? score : 0;
            default:
                return MeetingScore(cluster, telling, score, same, within);
        }
    }

    private static int MeetingScore(EventCluster cluster, Telling telling, int score, bool same, bool within)
    {
        if (cluster.Level == Level.Forum && telling.Level == Level.Forum && (telling.ProperName is null || cluster.ProperName is null || telling.ProperName[..4] == cluster.ProperName[..4]))
        {
            return score;
        }

        if (telling.ProperName is not null && cluster.ProperName is not null && telling.ProperName != cluster.ProperName
            && !telling.ProperName.Contains(cluster.ProperName, StringComparison.Ordinal) && !cluster.ProperName.Contains(telling.ProperName, StringComparison.Ordinal))
        {
            return 0;
        }

        if (telling.ProperName is not null != cluster.ProperName is not null && !same)
        {
            return 0;
        }

        if (Staff(telling.Level) && cluster.Level == Level.None && cluster.Sides.People.Count > 0 && telling.Sides.People.Count == 0
            || Staff(cluster.Level) && telling.Level == Level.None && telling.Sides.People.Count > 0 && cluster.Sides.People.Count == 0)
        {
            // Bureau heads' talks are not the ministers'.
            return 0;
        }

        if (!within || PeopleApart(cluster, telling) || cluster.Sides.Conflicts(telling.Sides)
            || cluster.Level != Level.None && telling.Level != Level.None && cluster.Level != telling.Level
            || cluster.Level == Level.Internal != (telling.Level == Level.Internal) && (telling.Sides.Countries.Count + cluster.Sides.Countries.Count > 2 || !cluster.Has(telling.Hit.Trigger.Lemma) && !telling.Definite)
            || telling.Arity > 0 && ArityOf(cluster) is var arity and > 1 && arity != telling.Arity
            || cluster.Arity > 0 && telling.Sides.Countries.Count > 1 && telling.Sides.Countries.Count != cluster.Arity)
        {
            return 0;
        }

        var mine = cluster.Sides.Countries.Count;
        var theirs = telling.Sides.Countries.Count;
        if (!same && mine > 1 && theirs > 1)
        {
            return 0;
        }

        // An undated telling with a single side, or none, is too little to join a dated meeting unless it points.
        return theirs == 0 && !telling.Definite && telling.Days is null ? 0 : score;
    }

    private static bool Staff(Level level) => level is Level.Working or Level.ViceMinister;

    private static bool OneDecides(IReadOnlyList<string> mine, IReadOnlyList<string> theirs) =>
        mine.Count == 0 || theirs.Count == 0 || mine.Any(theirs.Contains);

    private static bool Related(string a, string b) => (a, b) is ("restrict", "remove") or ("remove", "restrict");

    private static string GroupOf(Telling telling) => telling.Hit.Trigger.Lemma is "conference" or "briefing" or "presser" ? "press" : "speech";

    private static string Group(EventCluster cluster) => GroupOf(cluster.First);

    private static bool DaysAgree(DayRange? a, DayRange? b) => a is not { } x || b is not { } y || x.Overlaps(y);

    private static bool StatusAgrees(EventCluster cluster, Telling telling)
    {
        if (cluster.Kind is EventKind.Deadline or EventKind.WeaponsTest or EventKind.Measure || cluster.Status == telling.Status)
        {
            return true;
        }

        if (cluster.Status == EventStatus.Cancelled || telling.Status == EventStatus.Cancelled)
        {
            return cluster.Status is not EventStatus.Happened && telling.Status is not EventStatus.Happened;
        }

        var done = cluster.Status is EventStatus.Happened;
        var tellsDone = telling.Status is EventStatus.Happened;
        return done == tellsDone || cluster.Days is not null && telling.Days is not null || telling.Definite && telling.Fact.Status is null;
    }

    private static bool PeopleApart(EventCluster cluster, Telling telling) =>
        cluster.Sides.People.Count > 0 && telling.Sides.People.Count > 0 && !PeopleMeet(cluster, telling);

    private static bool PeopleMeet(EventCluster cluster, Telling telling) => telling.Sides.People.Any(p => cluster.Sides.People.Contains(p));
}

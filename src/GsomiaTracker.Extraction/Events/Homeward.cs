using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Events;

/// <summary>A journey ends where it began: "arrived on Tuesday ... was to leave for home on Thursday" is one visit, from its first day to its last.</summary>
internal static class Homeward
{
    /// <summary>How many days a stay may last for a departure to be its end.</summary>
    private const int Longest = 10;

    public static void Join(List<EventCluster> clusters)
    {
        for (var i = clusters.Count - 1; i >= 0; i--)
        {
            if (clusters[i] is not { Kind: EventKind.Visit, Days: { IsOneDay: true } home } end || end.Status == EventStatus.Cancelled || !end.Tellings.All(IsHomeward))
            {
                continue;
            }

            var stay = clusters.Find(c => c != end && c is { Kind: EventKind.Visit, Status: EventStatus.Happened, Days: { } days } && days.From <= home.From && home.From.DayNumber - days.From.DayNumber <= Longest
                && c.Sides.People.Any(end.Sides.People.Contains) && !c.Tellings.All(IsHomeward));
            if (stay is { Days: { } from })
            {
                stay.Date(stay.Dated with { Days = new DayRange(from.From, from.To > home.To ? from.To : home.To) });
                clusters.RemoveAt(i);
            }
        }
    }

    /// <summary>"flew home", "left for home", "returned to Oslo": by the words right behind the verb.</summary>
    private static bool IsHomeward(Telling telling)
    {
        var s = telling.View.Syntax;
        var verb = telling.Hit.Frame.Predicate;
        if (telling.View.Lemma(verb) == "return")
        {
            return true;
        }

        for (var i = verb + 1; i < Math.Min(s.Count, verb + 4); i++)
        {
            if (s[i].Norm is "home" or "homeward")
            {
                return true;
            }
        }

        return false;
    }
}

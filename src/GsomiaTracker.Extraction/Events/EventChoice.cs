using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Extraction.Events;

/// <summary>
/// Takes from all that may tell an event what does: two small logistic models, one over the tellings, one over the entries that they add up to.
/// The weights are <c>Lexicon/en/events-choice.tsv</c>, made by the verb <c>train-events</c> of the benchmarks; a sign without a weight counts nothing.
/// </summary>
internal sealed class EventChoice(EventWeights ofTelling, EventWeights ofEntry)
{
    /// <summary>A telling has a say from these log odds on; whether it makes an entry is weighed then.</summary>
    public const double HeardFrom = -1.0;

    private const double Far = 5;

    public static EventChoice English { get; } = new(EventWeights.Of("telling"), EventWeights.Of("entry"));

    /// <summary>The events of a text by the odds of what tells them, each with its own; those above 0 are told.</summary>
    public List<EventEntry> Entries(IReadOnlyList<Telling> tellings)
    {
        var heard = new List<Telling>(tellings.Count);
        foreach (var telling in tellings)
        {
            telling.Odds = OddsOf(telling);
            if (telling.OnlyPoints ? telling.IsSure : telling.Odds >= HeardFrom)
            {
                heard.Add(telling);
            }
        }

        var entries = new List<EventEntry>();
        foreach (var cluster in Coreference.Of(heard))
        {
            entries.Add(new EventEntry(cluster));
        }

        foreach (var entry in entries)
        {
            Describe(entry, entries);
            foreach (var (sign, value) in entry.Signs)
            {
                entry.Odds += value * ofEntry.Of(entry.Cluster.Kind, sign);
            }
        }

        return entries;
    }

    private double OddsOf(Telling telling)
    {
        var odds = ofTelling.Of(telling.Kind, telling.Hit.Trigger.Lemma);
        foreach (var sign in telling.Signs)
        {
            odds += ofTelling.Of(telling.Kind, sign);
        }

        return odds;
    }

    /// <summary>Signs of an entry among the others of its text.</summary>
    private static void Describe(EventEntry entry, List<EventEntry> all)
    {
        var signs = entry.Signs;
        var cluster = entry.Cluster;
        var (best, second) = BestTwo(cluster);
        signs.Add((EventSign.Any, 1));
        signs.Add((EventSign.Best, Math.Clamp(best, -Far, Far)));
        signs.Add((EventSign.Second, Math.Clamp(second, -Far, Far) + Far));
        signs.Add((cluster.Tellings.Count switch { 1 => EventSign.Unmarked, 2 => EventSign.ToldTwice, _ => EventSign.ToldOften }, 1));
        signs.Add((cluster.Days is null ? EventSign.NoDay : cluster.Dated.Own ? EventSign.OwnDay : EventSign.LentDay, 1));
        signs.Add((cluster.Sides.Countries.Count switch { 0 => EventSign.NoState, 1 => EventSign.OneState, 2 => EventSign.TwoStates, _ => EventSign.MoreStates }, 1));
        signs.Add((cluster.Status switch
        {
            EventStatus.Happened => EventSign.Happened,
            EventStatus.Scheduled => EventSign.Scheduled,
            EventStatus.Tentative => EventSign.Tentative,
            EventStatus.Cancelled => EventSign.Cancelled,
            _ => EventSign.Alleged,
        }, 1));
        signs.Add((cluster.First.Sentence < 2 ? EventSign.Lead : cluster.First.Sentence < 6 ? EventSign.Early : EventSign.Late, 1));
        if (cluster.About.Count > 0)
        {
            signs.Add((EventSign.OfTheDossier, 1));
        }

        if (cluster.ProperName is not null)
        {
            signs.Add((EventSign.Named, 1));
        }

        if (!cluster.Tellings.Any(static t => t.IsSure))
        {
            signs.Add((EventSign.NoRowFits, 1));
        }

        Rivals(entry, best, all, signs);
    }

    private static void Rivals(EventEntry entry, double best, List<EventEntry> all, List<(EventSign, double)> signs)
    {
        var (here, thatDay, ofKind) = (false, false, false);
        var mine = entry.Cluster;
        foreach (var other in all)
        {
            var theirs = other.Cluster;
            if (ReferenceEquals(other, entry) || theirs.Kind != mine.Kind || BestTwo(theirs).Best < best)
            {
                continue;
            }

            here |= theirs.Tellings.Any(t => t.Sentence == mine.First.Sentence);
            var sides = mine.Sides.Countries.Count == 0 || theirs.Sides.Countries.Any(mine.Sides.Countries.Contains);
            var days = mine.Days is { } a && theirs.Days is { } b && a.Overlaps(b);
            thatDay |= sides && days;
            ofKind |= sides && (mine.Days is null || theirs.Days is null);
        }

        if (here)
        {
            signs.Add((EventSign.BetterHere, 1));
        }

        if (thatDay)
        {
            signs.Add((EventSign.BetterThatDay, 1));
        }

        if (ofKind)
        {
            signs.Add((EventSign.BetterOfKind, 1));
        }
    }

    private static (double Best, double Second) BestTwo(EventCluster cluster)
    {
        var (best, second) = (-Far, -Far);
        foreach (var telling in cluster.Tellings)
        {
            if (telling.OnlyPoints)
            {
                continue;
            }

            if (telling.Odds > best)
            {
                (best, second) = (telling.Odds, best);
            }
            else
            {
                second = Math.Max(second, telling.Odds);
            }
        }

        return (best, second);
    }
}

using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>Where a report went: its event.</summary>
/// <param name="Finding">Place of the finding in <c>take.Reading.Events</c>.</param>
/// <param name="Opens">The report is its event's first; its name is the event's id.</param>
/// <param name="NewKeys">The keys under which the event was not found before.</param>
public sealed record Placement(int Finding, Mention Mention, EventCluster Event, bool Opens, long[] NewKeys);

/// <summary>
/// Sorts reports into events, one take after the other in <see cref="KnownOrder"/>. A placement is never taken back, so the events as of a
/// moment are the fold of the takes known by then. Cost of a take: its findings times the few events under their keys, whatever the size of
/// the record. Where a store keeps the events, the fold asks it for a page of the index when it first looks there.
/// </summary>
/// <param name="stored">The events that are kept elsewhere; null where all are here.</param>
/// <param name="next">The ordinal of the next new event.</param>
public sealed class ChronicleFold(Dossier dossier, StoredEvents? stored = null, long next = 0)
{
    /// <summary>Raised whenever placements may come out differently: a chronicle that was kept under another number must be folded again.</summary>
    public const int Rules = 9;

    private readonly SameEvent _same = new(dossier);
    private readonly EventIndex _index = new(stored);
    private readonly List<long> _keys = [];
    private long _next = next;

    /// <summary>How many pages of the index it holds: a measure of its memory.</summary>
    public int Pages => _index.Pages;

    /// <summary>How often it has looked at a page of the index.</summary>
    public long Looks => _index.Looks;

    /// <summary>Lets go what of the index has not been used since a look: an old month's news is seldom asked for. All of it must be in the store.</summary>
    /// <returns>The ordinals of the events that it still holds.</returns>
    public IReadOnlySet<long> Trim(long unused) => _index.Trim(unused);

    /// <summary>The mentions of a take in the order in which they are placed: narrow days first, so that vaguer ones find them.</summary>
    public static IReadOnlyList<(int Finding, Mention Mention)> Mentions(ArticleRevision take, Dossier dossier)
    {
        var mentions = new (int Finding, Mention Mention)[take.Reading.Events.Count];
        for (var i = 0; i < mentions.Length; i++)
        {
            mentions[i] = (i, Mention.Of(take, take.Reading.Events[i], dossier));
        }

        Array.Sort(mentions, static (a, b) =>
        {
            var order = (a.Mention.Days?.Days ?? int.MaxValue).CompareTo(b.Mention.Days?.Days ?? int.MaxValue);
            return order != 0 ? order : a.Finding.CompareTo(b.Finding);
        });
        return mentions;
    }

    /// <summary>All that it was told is in the store now.</summary>
    public void Stored() => _index.Stored();

    /// <summary>The store has taken back reports: it forgets the events that had them, to ask for them again where it looks for them.</summary>
    /// <param name="changed">The events as they were with those reports.</param>
    /// <param name="next">The ordinal of the next new event.</param>
    public void TakeBack(IEnumerable<EventCluster> changed, long next)
    {
        _index.Drop(changed);
        _next = next;
    }

    /// <summary>The next take in known order.</summary>
    /// <param name="told">Where the findings of the story's earlier takes went, by <see cref="Mention.Link"/>; this take's are added. Null for a story of one take.</param>
    public IReadOnlyList<Placement> Add(ArticleRevision take, Dictionary<long, EventCluster>? told = null)
    {
        var mentions = Mentions(take, dossier);
        var placed = new List<Placement>(mentions.Count);
        foreach (var (finding, mention) in mentions)
        {
            var cluster = Linked(mention, placed, told) ?? Find(mention);
            var opens = cluster is null;
            cluster ??= new EventCluster(mention.ReportId, mention.Kind, _next++);
            _keys.Clear();
            cluster.Report(mention, _keys);
            _index.File(cluster, _keys);
            placed.Add(new Placement(finding, mention, cluster, opens, _keys.Count == 0 ? [] : [.. _keys]));
            if (told is not null)
            {
                Tell(told, mention.Link, cluster);
            }
        }

        return placed;
    }

    /// <summary>Notes where a finding of a story went; of two events the one that opened later.</summary>
    public static void Tell(Dictionary<long, EventCluster> told, long link, EventCluster cluster)
    {
        if (!told.TryGetValue(link, out var other) || other.Ordinal < cluster.Ordinal)
        {
            told[link] = cluster;
        }
    }

    /// <summary>The event of the same sentence of the same story, in an earlier take or earlier in this one.</summary>
    private static EventCluster? Linked(Mention m, List<Placement> placed, Dictionary<long, EventCluster>? told)
    {
        if (told is not null)
        {
            return told.GetValueOrDefault(m.Link);
        }

        EventCluster? latest = null;
        foreach (var other in placed)
        {
            if (other.Mention.Link == m.Link && (latest is null || latest.Ordinal < other.Event.Ordinal))
            {
                latest = other.Event;
            }
        }

        return latest;
    }

    private EventCluster? Find(Mention m)
    {
        _index.Search();
        EventCluster? best = null, second = null;
        double bestScore = 0, secondScore = 0;
        _keys.Clear();
        EventBlocking.Lookup(m, _keys);
        foreach (var key in _keys)
        {
            foreach (var slot in _index.Under(key))
            {
                if (!_index.IsNew(slot) || SameEvent.TurnsAway(m, _index.Glances[slot]))
                {
                    continue;
                }

                var candidate = _index.Cluster(slot);
                if (_same.Score(m, candidate) is not { } score || score < SameEvent.Threshold(m, candidate))
                {
                    continue;
                }

                score += SameEvent.Fame(candidate);

                if (best is null || Better(score, candidate, bestScore, best))
                {
                    (second, secondScore) = (best, bestScore);
                    (best, bestScore) = (candidate, score);
                }
                else if (second is null || Better(score, candidate, secondScore, second))
                {
                    (second, secondScore) = (candidate, score);
                }
            }
        }

        return best is not null && second is not null && Alike(m, best, bestScore, second, secondScore) ? Famous(best, second) : best;
    }

    private static bool Better(double score, EventCluster a, double other, EventCluster b) =>
        score != other ? score > other
        : a.Reports != b.Reports ? a.Reports > b.Reports
        : a.Ordinal > b.Ordinal;

    /// <summary>A vague report that fits two events alike ...</summary>
    private static bool Alike(Mention m, EventCluster best, double score, EventCluster second, double other) =>
        m.Days is null && best.Days is not null && score - other < 0.5;

    /// <summary>... belongs to the one that everybody talks about, or else to neither.</summary>
    private static EventCluster? Famous(EventCluster best, EventCluster second) =>
        best.Reports >= 2 * second.Reports ? best : second.Reports >= 2 * best.Reports ? second : null;
}

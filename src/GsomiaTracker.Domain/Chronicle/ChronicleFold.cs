using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Dossiers;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>Where a report went: its event, and the keys under which that event is found because of it.</summary>
/// <param name="Finding">Place of the finding in <c>take.Reading.Events</c>.</param>
/// <param name="Opens">The report is its event's first; its name is the event's id.</param>
public sealed record Placement(int Finding, Mention Mention, EventCluster Event, bool Opens);

/// <summary>
/// Sorts reports into events, one take after the other in <see cref="KnownOrder"/>. A placement is never taken back, so the events as of a
/// moment are the fold of the takes known by then. Cost of a take: its findings times the few events under their keys, whatever the size of
/// the record. A store need not hold all events in memory: it loads those under <see cref="Wanted"/> with <see cref="Load"/>, adds the take
/// and writes back the events of the placements.
/// </summary>
public sealed class ChronicleFold(Dossier dossier)
{
    /// <summary>Raised whenever placements may come out differently: a chronicle that was kept under another number must be folded again.</summary>
    public const int Rules = 3;

    private readonly SameEvent _same = new(dossier);
    private readonly Dictionary<long, List<EventCluster>> _index = [];
    private readonly Dictionary<string, EventCluster> _events = new(StringComparer.Ordinal);
    private long _next;

    public int Count => _events.Count;

    /// <summary>The mentions of a take in the order in which they are placed: narrow days first, so that vaguer ones find them.</summary>
    public static IReadOnlyList<(int Finding, Mention Mention)> Mentions(ArticleRevision take, Dossier dossier) =>
    [
        .. take.Reading.Events
            .Select((finding, i) => (Finding: i, Mention: Mention.Of(take, finding, dossier)))
            .OrderBy(p => p.Mention.Days?.Days ?? int.MaxValue)
            .ThenBy(p => p.Finding),
    ];

    /// <summary>The keys whose events a take may touch: for each the <see cref="EventBlocking.Depth"/> with the highest ordinal.</summary>
    public static IReadOnlySet<long> Wanted(ArticleRevision take, Dossier dossier) =>
        Mentions(take, dossier).SelectMany(p => EventBlocking.Lookup(p.Mention)).ToHashSet();

    /// <summary>An event from a store, with the keys under which it is filed. Ordinals of new events go on after the highest given here or to <see cref="ContinueAt"/>.</summary>
    public void Load(EventCluster cluster, IEnumerable<long> keys)
    {
        if (_events.TryAdd(cluster.Id, cluster))
        {
            File(cluster, keys);
            _next = Math.Max(_next, cluster.Ordinal + 1);
        }
    }

    /// <summary>The ordinal of the next new event is at least this.</summary>
    public void ContinueAt(long ordinal) => _next = Math.Max(_next, ordinal);

    /// <summary>The next take in known order.</summary>
    public IReadOnlyList<Placement> Add(ArticleRevision take)
    {
        var mentions = Mentions(take, dossier);
        var placed = new List<Placement>(mentions.Count);
        foreach (var (finding, mention) in mentions)
        {
            var cluster = Find(mention) ?? _events.GetValueOrDefault(mention.ReportId);
            var opens = cluster is null;
            if (cluster is null)
            {
                cluster = new EventCluster(mention.ReportId, mention.Kind, _next++);
                _events[cluster.Id] = cluster;
            }

            cluster.Add(mention);
            File(cluster, EventBlocking.Index(mention));
            placed.Add(new Placement(finding, mention, cluster, opens));
        }

        return placed;
    }

    private EventCluster? Find(Mention m)
    {
        var search = new object();
        EventCluster? best = null, second = null;
        double bestScore = 0, secondScore = 0;
        var first = true;
        foreach (var key in EventBlocking.Lookup(m))
        {
            var linked = first;
            first = false;
            if (!_index.TryGetValue(key, out var filed))
            {
                continue;
            }

            if (linked)
            {
                // The same sentence of the same story, in an earlier take.
                return filed[^1];
            }

            for (var i = Math.Max(0, filed.Count - EventBlocking.Depth); i < filed.Count; i++)
            {
                var candidate = filed[i];
                if (ReferenceEquals(candidate.Searched, search))
                {
                    continue;
                }

                candidate.Searched = search;
                if (_same.Score(m, candidate) is not { } score || score < SameEvent.Threshold(m, candidate))
                {
                    continue;
                }

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

        return best is not null && second is not null && Ambiguous(m, best, bestScore, second, secondScore) ? null : best;
    }

    private static bool Better(double score, EventCluster a, double other, EventCluster b) =>
        score != other ? score > other
        : a.Reports != b.Reports ? a.Reports > b.Reports
        : a.Ordinal > b.Ordinal;

    /// <summary>A vague report that fits two events alike belongs to neither, unless one of them is the one everybody talks about.</summary>
    private static bool Ambiguous(Mention m, EventCluster best, double score, EventCluster second, double other) =>
        m.Days is null && best.Days is not null && score - other < 0.5 && best.Reports < 2 * second.Reports;

    private void File(EventCluster cluster, IEnumerable<long> keys)
    {
        foreach (var key in keys)
        {
            if (!_index.TryGetValue(key, out var filed))
            {
                _index[key] = filed = new List<EventCluster>(1);
            }

            var at = filed.Count;
            while (at > 0 && filed[at - 1].Ordinal > cluster.Ordinal)
            {
                at--;
            }

            if (at > 0 && filed[at - 1].Ordinal == cluster.Ordinal)
            {
                continue;
            }

            filed.Insert(at, cluster);
        }
    }
}

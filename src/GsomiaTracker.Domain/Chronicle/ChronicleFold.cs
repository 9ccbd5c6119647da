using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
/// the record. Where a store keeps the events, the fold asks it for those under a key when it first looks there.
/// </summary>
/// <param name="stored">The events that are kept elsewhere under a key, the <see cref="EventBlocking.Depth"/> latest, by ascending ordinal, each always the same object; null where all are here.</param>
/// <param name="next">The ordinal of the next new event.</param>
public sealed class ChronicleFold(Dossier dossier, Func<long, IReadOnlyList<EventCluster>>? stored = null, long next = 0)
{
    /// <summary>Raised whenever placements may come out differently: a chronicle that was kept under another number must be folded again.</summary>
    public const int Rules = 4;

    private readonly SameEvent _same = new(dossier);
    private readonly Dictionary<long, Filed> _index = [];

    /// <summary>Events newly filed under keys that nobody has looked under yet.</summary>
    private readonly Dictionary<long, Filed> _unseen = [];
    private long _next = next;

    /// <summary>How many keys it holds: a measure of its memory.</summary>
    public int Keys => _index.Count + _unseen.Count;

    /// <summary>The mentions of a take in the order in which they are placed: narrow days first, so that vaguer ones find them.</summary>
    public static IReadOnlyList<(int Finding, Mention Mention)> Mentions(ArticleRevision take, Dossier dossier) =>
    [
        .. take.Reading.Events
            .Select((finding, i) => (Finding: i, Mention: Mention.Of(take, finding, dossier)))
            .OrderBy(p => p.Mention.Days?.Days ?? int.MaxValue)
            .ThenBy(p => p.Finding),
    ];

    /// <summary>All that it was told is in the store now.</summary>
    public void Stored() => _unseen.Clear();

    /// <summary>The next take in known order.</summary>
    public IReadOnlyList<Placement> Add(ArticleRevision take)
    {
        var mentions = Mentions(take, dossier);
        var placed = new List<Placement>(mentions.Count);
        foreach (var (finding, mention) in mentions)
        {
            var cluster = Find(mention);
            var opens = cluster is null;
            if (cluster is null)
            {
                cluster = new EventCluster(mention.ReportId, mention.Kind, _next++);
            }

            File(cluster, cluster.Report(mention));
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
            var filed = Under(key);
            if (filed.Count == 0)
            {
                continue;
            }

            if (linked)
            {
                // The same sentence of the same story, in an earlier take.
                return filed.Latest;
            }

            for (var i = 0; i < filed.Count; i++)
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

    private Filed Under(long key)
    {
        if (_index.TryGetValue(key, out var filed))
        {
            return filed;
        }

        foreach (var cluster in stored?.Invoke(key) ?? [])
        {
            filed.Add(cluster);
        }

        if (_unseen.Remove(key, out var newer))
        {
            for (var i = 0; i < newer.Count; i++)
            {
                filed.Add(newer[i]);
            }
        }

        // That a store has nothing there need not be asked twice.
        if (stored is not null || filed.Count > 0)
        {
            _index[key] = filed;
        }

        return filed;
    }

    private void File(EventCluster cluster, IReadOnlyList<long> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            ref var filed = ref CollectionsMarshal.GetValueRefOrNullRef(_index, keys[i]);
            if (Unsafe.IsNullRef(ref filed))
            {
                filed = ref CollectionsMarshal.GetValueRefOrAddDefault(_unseen, keys[i], out _);
            }

            filed.Add(cluster);
        }
    }

    /// <summary>The events under a key by ascending ordinal, no more than are looked at; most keys have one.</summary>
    private struct Filed
    {
        private EventCluster? _one;
        private List<EventCluster>? _many;

        public readonly int Count => _many?.Count ?? (_one is null ? 0 : 1);

        public readonly EventCluster this[int i] => _many is null ? _one! : _many[i];

        public readonly EventCluster Latest => this[Count - 1];

        public void Add(EventCluster cluster)
        {
            if (_many is null)
            {
                if (_one is null)
                {
                    _one = cluster;
                    return;
                }

                _many = new List<EventCluster>(2) { _one };
            }

            var at = _many.Count;
            while (at > 0 && _many[at - 1].Ordinal > cluster.Ordinal)
            {
                at--;
            }

            if (at == 0 || _many[at - 1].Ordinal != cluster.Ordinal)
            {
                _many.Insert(at, cluster);
                if (_many.Count > EventBlocking.Depth)
                {
                    _many.RemoveAt(0);
                }
            }
        }
    }
}

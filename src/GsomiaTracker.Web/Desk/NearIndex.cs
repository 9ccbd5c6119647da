using System.Runtime.CompilerServices;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// Where a record's events are filed and sought (the keys of <see cref="EventBlocking"/>), and who holds a position in which take, so that the takes near a new text are looked up instead of
/// going through all: made once for a state of the record, by its first preview.
/// </summary>
internal sealed class NearIndex
{
    private static readonly ConditionalWeakTable<IReadOnlyList<ArticleRevision>, NearIndex> _made = [];
    private static readonly ConditionalWeakTable<Chronicle, Dictionary<(string Revision, FindingKey Event), List<ChronicleEvent>>> _told = [];

    private readonly IReadOnlyList<ArticleRevision> _takes;
    private readonly (long[] Keys, Told[] At) _filed;
    private readonly (long[] Keys, Told[] At) _sought;
    private readonly Dictionary<(string, string?, string?, string), List<string>> _holders = [];

    /// <summary>An event of a take, by their numbers.</summary>
    private readonly record struct Told(int Take, int Event);

    private NearIndex(IReadOnlyList<ArticleRevision> takes, Dossier dossier)
    {
        _takes = takes;
        var (filed, sought) = (new List<(long Key, Told At)>(), new List<(long Key, Told At)>());
        for (var t = 0; t < takes.Count; t++)
        {
            for (var e = 0; e < takes[t].Reading.Events.Count; e++)
            {
                var mention = Mention.Of(takes[t], takes[t].Reading.Events[e], dossier);
                Add(filed, EventBlocking.Index, mention, new Told(t, e));
                Add(sought, EventBlocking.Lookup, mention, new Told(t, e));
            }

            foreach (var holder in takes[t].Reading.Stances.Select(Holder).Distinct())
            {
                if (!_holders.TryGetValue(holder, out var holding))
                {
                    _holders[holder] = holding = [];
                }

                holding.Add(takes[t].Revision);
            }
        }

        (_filed, _sought) = (Sorted(filed), Sorted(sought));
    }

    public static NearIndex Of(IReadOnlyList<ArticleRevision> takes, Dossier dossier) => _made.GetValue(takes, t => new NearIndex(t, dossier));

    /// <summary>The keys under which a text's events are filed, and those under which they are sought.</summary>
    public static (IReadOnlySet<long> Filed, IReadOnlySet<long> Sought) KeysOf(ArticleRevision take, Dossier dossier)
    {
        var (filed, sought) = (new List<long>(), new List<long>());
        foreach (var mention in take.Reading.Events.Select(e => Mention.Of(take, e, dossier)))
        {
            EventBlocking.Index(mention, filed);
            EventBlocking.Lookup(mention, sought);
        }

        return (filed.ToHashSet(), sought.ToHashSet());
    }

    /// <summary>Events that are filed where these are sought, or sought where these are filed.</summary>
    public HashSet<(string Revision, FindingKey Event)> Near(IReadOnlySet<long> filed, IReadOnlySet<long> sought)
    {
        var near = new HashSet<(string, FindingKey)>();
        Find(_filed, sought);
        Find(_sought, filed);
        return near;

        void Find((long[] Keys, Told[] At) index, IReadOnlySet<long> wanted)
        {
            foreach (var key in wanted)
            {
                var at = Array.BinarySearch(index.Keys, key);
                for (at = at < 0 ? index.Keys.Length : First(index.Keys, at); at < index.Keys.Length && index.Keys[at] == key; at++)
                {
                    var (take, told) = index.At[at];
                    near.Add((_takes[take].Revision, _takes[take].Reading.Events[told].Key));
                }
            }
        }
    }

    /// <summary>Takes that have a position of one of the same holders on the same issue.</summary>
    public HashSet<string> Holding(IEnumerable<StanceTaken> stances) =>
        stances.Select(Holder).Distinct().SelectMany(h => _holders.GetValueOrDefault(h) ?? []).ToHashSet(StringComparer.Ordinal);

    /// <summary>Takes that tell what one of these reports tells.</summary>
    public static IEnumerable<string> TellingWith(Chronicle chronicle, IEnumerable<(string Revision, FindingKey Event)> reports)
    {
        var told = _told.GetValue(chronicle, c =>
        {
            var by = new Dictionary<(string, FindingKey), List<ChronicleEvent>>();
            foreach (var e in c.Events.Concat(c.Withdrawn))
            {
                foreach (var report in e.Reports)
                {
                    if (!by.TryGetValue((report.Revision, report.Finding.Key), out var events))
                    {
                        by[(report.Revision, report.Finding.Key)] = events = [];
                    }

                    events.Add(e);
                }
            }

            return by;
        });
        return reports.SelectMany(r => told.GetValueOrDefault(r) ?? []).ToHashSet<ChronicleEvent>(ReferenceEqualityComparer.Instance).SelectMany(e => e.Reports.Select(r => r.Revision));
    }

    private static void Add(List<(long Key, Told At)> to, Action<Mention, List<long>> keysOf, Mention mention, Told at)
    {
        var keys = new List<long>();
        keysOf(mention, keys);
        to.AddRange(keys.Distinct().Select(k => (k, at)));
    }

    private static (long[] Keys, Told[] At) Sorted(List<(long Key, Told At)> entries)
    {
        var (keys, at) = (entries.ConvertAll(e => e.Key).ToArray(), entries.ConvertAll(e => e.At).ToArray());
        Array.Sort(keys, at);
        return (keys, at);
    }

    private static int First(long[] keys, int at)
    {
        while (at > 0 && keys[at - 1] == keys[at])
        {
            at--;
        }

        return at;
    }

    private static (string, string?, string?, string) Holder(StanceTaken s) => (s.Country, s.Person, s.Org, s.Issue);
}

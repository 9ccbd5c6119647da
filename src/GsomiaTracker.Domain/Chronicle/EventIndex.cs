using System.Runtime.InteropServices;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>The events that a store keeps.</summary>
/// <param name="Page">What stands on a page of the index: cells and the events' ordinals, of each cell by ascending ordinal, at least the <see cref="EventBlocking.Depth"/> latest.</param>
/// <param name="Event">The event of an ordinal, each always the same object.</param>
/// <param name="Has">Whether anything stands on a page, as far as can be told without looking: true where it cannot.</param>
public sealed record StoredEvents(Func<long, IReadOnlyList<(int Cell, long Event)>> Page, Func<long, EventCluster> Event, Func<long, bool> Has);

/// <summary>
/// What of an event turns most candidates away: kept side by side, since the fold looks at a hundred candidates for an article and the events themselves lie scattered.
/// </summary>
/// <param name="Set">The countries while all reports give the same few (see <see cref="CountrySet"/>); else 0.</param>
/// <param name="From">First day as a number; -1 without days.</param>
/// <param name="To">Last day.</param>
/// <param name="LastKnown">Day of the latest report.</param>
internal readonly record struct Glance(long Ordinal, ulong Set, int From, int To, int LastKnown, Findings.EventStatus Status)
{
    public static Glance At(EventCluster c) =>
        c.Days is { } days ? new(c.Ordinal, c.OnlySet, days.From.DayNumber, days.To.DayNumber, c.LastKnown, c.Status) : new(c.Ordinal, c.OnlySet, -1, -1, c.LastKnown, c.Status);
}

/// <summary>Which events are filed under which key, in memory, page by page; a page that is looked at for the first time comes from the store, where there is one. An event goes by its slot.</summary>
internal sealed class EventIndex(StoredEvents? stored)
{
    private readonly Dictionary<long, Page> _pages = [];

    private readonly List<EventCluster?> _clusters = [];
    private readonly Stack<int> _free = [];
    private Glance[] _glances = new Glance[64];

    /// <summary>By slot, the number of the last search that looked at it.</summary>
    private int[] _searched = new int[64];
    private int _search;

    /// <summary>The page that was looked at last: the days of a month stand on one, and are looked for together.</summary>
    private Page? _last;
    private long _lastName;

    /// <summary>What was newly filed on pages that nobody has looked at yet.</summary>
    private readonly Dictionary<long, Page> _unseen = [];

    /// <summary>Counts the looks at pages: by it a page knows when it was last used.</summary>
    private long _looks;

    public int Pages => _pages.Count + _unseen.Count;

    public long Looks => _looks;

    /// <summary>Lets go the pages that have not been used since a look; all must be in the store.</summary>
    /// <returns>The ordinals of the events on those that are left.</returns>
    public HashSet<long> Trim(long unused)
    {
        _last = null;
        var left = new HashSet<long>();
        foreach (var (name, page) in _pages)
        {
            if (page.Used < unused)
            {
                _pages.Remove(name);
            }
            else
            {
                page.AddTo(left, _glances);
            }
        }

        for (var slot = 0; slot < _clusters.Count; slot++)
        {
            if (_clusters[slot] is { } cluster && !left.Contains(cluster.Ordinal))
            {
                cluster.Slot = EventCluster.NoSlot;
                _clusters[slot] = null;
                _free.Push(slot);
            }
        }

        return left;
    }

    /// <summary>Lets go events that the store keeps otherwise now, and all pages on which they stand.</summary>
    public void Drop(IEnumerable<EventCluster> events)
    {
        _last = null;
        foreach (var cluster in events)
        {
            foreach (var key in cluster.Keys)
            {
                _pages.Remove(EventBlocking.Page(key));
            }

            if (cluster.Slot != EventCluster.NoSlot)
            {
                _clusters[cluster.Slot] = null;
                _free.Push(cluster.Slot);
                cluster.Slot = EventCluster.NoSlot;
            }
        }
    }

    /// <summary>The event in a slot.</summary>
    public EventCluster Cluster(int slot) => _clusters[slot]!;

    /// <summary>What there is to see of the events at a glance, by slot.</summary>
    public ReadOnlySpan<Glance> Glances => _glances;

    /// <summary>All that was filed is in the store now.</summary>
    public void Stored() => _unseen.Clear();

    /// <summary>The slots of the events under a key by ascending ordinal, the latest ones.</summary>
    public ReadOnlySpan<int> Under(long key)
    {
        var name = EventBlocking.Page(key);
        if (_last is { } page && _lastName == name)
        {
            page.Used = ++_looks;
            return page.Under(EventBlocking.Cell(key), this);
        }

        if (!_pages.TryGetValue(name, out page))
        {
            if (stored is null || !stored.Has(name))
            {
                return [];
            }

            page = new Page(stored.Page(name));
            if (_unseen.Remove(name, out var newer))
            {
                page.Add(newer, this);
            }

            // That a store has nothing there need not be asked twice.
            _pages[name] = page;
        }

        (_last, _lastName) = (page, name);
        page.Used = ++_looks;
        return page.Under(EventBlocking.Cell(key), this);
    }

    /// <summary>Begins to look for a report's event: it scores an event once, under however many keys it is found.</summary>
    public void Search()
    {
        if (++_search == 0)
        {
            Array.Clear(_searched);
            _search = 1;
        }
    }

    /// <summary>Whether this search has not come upon the event of a slot before; it has from now on.</summary>
    public bool IsNew(int slot)
    {
        ref var searched = ref _searched[slot];
        if (searched == _search)
        {
            return false;
        }

        searched = _search;
        return true;
    }

    /// <summary>Files an event under more keys, none perhaps; to be called after each report of it.</summary>
    public void File(EventCluster cluster, List<long> keys)
    {
        var slot = SlotOf(cluster);
        _glances[slot] = Glance.At(cluster);
        Page? page = null;
        long last = 0;
        foreach (var key in keys)
        {
            var name = EventBlocking.Page(key);
            if (page is null || name != last)
            {
                page = Of(name);
                last = name;
            }

            page.File(EventBlocking.Cell(key), slot, _glances);
        }
    }

    private int SlotOf(EventCluster cluster)
    {
        if (cluster.Slot != EventCluster.NoSlot)
        {
            return cluster.Slot;
        }

        if (!_free.TryPop(out var slot))
        {
            slot = _clusters.Count;
            _clusters.Add(null);
            if (slot == _glances.Length)
            {
                Array.Resize(ref _glances, slot * 2);
                Array.Resize(ref _searched, slot * 2);
            }
        }

        _clusters[slot] = cluster;
        _glances[slot] = Glance.At(cluster);
        return cluster.Slot = slot;
    }

    private int SlotOf(long ordinal) => SlotOf(stored!.Event(ordinal));

    private Page Of(long name)
    {
        if (_pages.TryGetValue(name, out var page))
        {
            return page;
        }

        // Of a page that is not in the store, all there is is here.
        ref var waiting = ref CollectionsMarshal.GetValueRefOrAddDefault(stored is null || !stored.Has(name) ? _pages : _unseen, name, out _);
        return waiting ??= new Page([]) { Used = _looks };
    }

    /// <summary>The cells of one page. What came from the store is only fetched for the cells that are looked at.</summary>
    private sealed class Page(IReadOnlyList<(int Cell, long Event)> elsewhere)
    {
        private readonly List<Filed> _cells = new(2);
        private ulong _fetched;

        /// <summary>The number of the last look at it.</summary>
        public long Used { get; set; }

        public void AddTo(HashSet<long> events, Glance[] glances)
        {
            foreach (var filed in _cells)
            {
                foreach (var slot in filed.Slots)
                {
                    events.Add(glances[slot].Ordinal);
                }
            }
        }

        public ReadOnlySpan<int> Under(int cell, EventIndex index)
        {
            if (elsewhere.Count > 0 && (_fetched & (1UL << cell)) == 0)
            {
                _fetched |= 1UL << cell;
                var most = EventBlocking.Depth;
                for (var i = elsewhere.Count - 1; i >= 0 && most > 0; i--)
                {
                    if (elsewhere[i].Cell == cell)
                    {
                        var slot = index.SlotOf(elsewhere[i].Event);
                        File(cell, slot, index._glances);
                        most--;
                    }
                }
            }

            var at = Find(cell);
            return at < 0 ? [] : CollectionsMarshal.AsSpan(_cells)[at].Slots;
        }

        public void File(int cell, int slot, Glance[] glances)
        {
            var at = Find(cell);
            if (at < 0)
            {
                at = _cells.Count;
                _cells.Add(new Filed(cell));
            }

            CollectionsMarshal.AsSpan(_cells)[at].Add(slot, glances);
        }

        public void Add(Page newer, EventIndex index)
        {
            foreach (var filed in newer._cells)
            {
                foreach (var slot in filed.Slots)
                {
                    File(filed.Cell, slot, index._glances);
                }
            }
        }

        private int Find(int cell)
        {
            var cells = CollectionsMarshal.AsSpan(_cells);
            for (var i = 0; i < cells.Length; i++)
            {
                if (cells[i].Cell == cell)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    /// <summary>The events of a cell by ascending ordinal, no more than are looked at.</summary>
    private struct Filed(int cell)
    {
        private int[]? _slots;
        private int _count;

        public int Cell { get; } = cell;

        public readonly ReadOnlySpan<int> Slots => _slots is null ? [] : _slots.AsSpan(0, _count);

        public void Add(int slot, Glance[] glances)
        {
            var ordinal = glances[slot].Ordinal;
            var at = _count;
            while (at > 0 && glances[_slots![at - 1]].Ordinal > ordinal)
            {
                at--;
            }

            if (at > 0 && _slots![at - 1] == slot)
            {
                return;
            }

            if (_count == EventBlocking.Depth)
            {
                if (at == 0)
                {
                    return;
                }

                // The earliest makes room.
                Array.Copy(_slots!, 1, _slots!, 0, --at);
                _slots![at] = slot;
                return;
            }

            if (_slots is null || _slots.Length == _count)
            {
                Array.Resize(ref _slots, _count == 0 ? 2 : Math.Min(EventBlocking.Depth, _count * 2));
            }

            Array.Copy(_slots!, at, _slots!, at + 1, _count - at);
            _slots![at] = slot;
            _count++;
        }
    }
}

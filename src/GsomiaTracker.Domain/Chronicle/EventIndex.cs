using System.Runtime.InteropServices;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>The events that a store keeps.</summary>
/// <param name="Page">What stands on a page of the index: cells and the events' ordinals, of each cell by ascending ordinal, at least the <see cref="EventBlocking.Depth"/> latest.</param>
/// <param name="Event">The event of an ordinal, each always the same object.</param>
/// <param name="Has">Whether anything stands on a page, as far as can be told without looking: true where it cannot.</param>
public sealed record StoredEvents(Func<long, IReadOnlyList<(int Cell, long Event)>> Page, Func<long, EventCluster> Event, Func<long, bool> Has);

/// <summary>Which events are filed under which key, in memory, page by page; a page that is looked at for the first time comes from the store, where there is one.</summary>
internal sealed class EventIndex(StoredEvents? stored)
{
    private readonly Dictionary<long, Page> _pages = [];

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
        var left = new HashSet<long>();
        foreach (var (name, page) in _pages)
        {
            if (page.Used < unused)
            {
                _pages.Remove(name);
            }
            else
            {
                page.AddTo(left);
            }
        }

        return left;
    }

    /// <summary>All that was filed is in the store now.</summary>
    public void Stored() => _unseen.Clear();

    /// <summary>The events under a key by ascending ordinal, the latest ones.</summary>
    public ReadOnlySpan<EventCluster> Under(long key)
    {
        var name = EventBlocking.Page(key);
        if (!_pages.TryGetValue(name, out var page))
        {
            if (stored is null || !stored.Has(name))
            {
                return [];
            }

            page = new Page(stored.Page(name));
            if (_unseen.Remove(name, out var newer))
            {
                page.Add(newer);
            }

            // That a store has nothing there need not be asked twice.
            _pages[name] = page;
        }

        page.Used = ++_looks;
        return page.Under(EventBlocking.Cell(key), stored);
    }

    public void File(EventCluster cluster, List<long> keys)
    {
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

            page.File(EventBlocking.Cell(key), cluster);
        }
    }

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

        public void AddTo(HashSet<long> events)
        {
            foreach (var filed in _cells)
            {
                foreach (var cluster in filed.Events)
                {
                    events.Add(cluster.Ordinal);
                }
            }
        }

        public ReadOnlySpan<EventCluster> Under(int cell, StoredEvents? stored)
        {
            if (elsewhere.Count > 0 && (_fetched & (1UL << cell)) == 0)
            {
                _fetched |= 1UL << cell;
                var most = EventBlocking.Depth;
                for (var i = elsewhere.Count - 1; i >= 0 && most > 0; i--)
                {
                    if (elsewhere[i].Cell == cell)
                    {
                        File(cell, stored!.Event(elsewhere[i].Event));
                        most--;
                    }
                }
            }

            var at = Find(cell);
            return at < 0 ? [] : CollectionsMarshal.AsSpan(_cells)[at].Events;
        }

        public void File(int cell, EventCluster cluster)
        {
            var at = Find(cell);
            if (at < 0)
            {
                at = _cells.Count;
                _cells.Add(new Filed(cell));
            }

            CollectionsMarshal.AsSpan(_cells)[at].Add(cluster);
        }

        public void Add(Page newer)
        {
            foreach (var filed in newer._cells)
            {
                foreach (var cluster in filed.Events)
                {
                    File(filed.Cell, cluster);
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
        private EventCluster[]? _events;
        private int _count;

        public int Cell { get; } = cell;

        public readonly ReadOnlySpan<EventCluster> Events => _events is null ? [] : _events.AsSpan(0, _count);

        public void Add(EventCluster cluster)
        {
            var at = _count;
            while (at > 0 && _events![at - 1].Ordinal > cluster.Ordinal)
            {
                at--;
            }

            if (at > 0 && _events![at - 1].Ordinal == cluster.Ordinal)
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
                Array.Copy(_events!, 1, _events!, 0, --at);
                _events![at] = cluster;
                return;
            }

            if (_events is null || _events.Length == _count)
            {
                Array.Resize(ref _events, _count == 0 ? 1 : Math.Min(EventBlocking.Depth, _count * 2));
            }

            Array.Copy(_events!, at, _events!, at + 1, _count - at);
            _events![at] = cluster;
            _count++;
        }
    }
}

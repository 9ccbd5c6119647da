using System.Runtime.InteropServices;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>
/// The events as the fold remembers them. The fold is kept in memory from one take to the next: it asks for the events under a key when it first
/// looks there; what comes to them is written down all at once by <see cref="Flush"/>, in the order of the tables.
/// </summary>
internal sealed class EventShelf(SqliteConnection connection, TakeShelf takes, PlaceShelf places, VersionShelf versions, Aside aside, Dossier dossier) : IDisposable
{
    /// <summary>With more than so many events or pages of the index in memory those are let go that have not been looked at for longest, and asked for again.</summary>
    private const int MostEvents = 60_000;
    private const int MostPages = 100_000;

    /// <summary>Of so many events the reports are kept, and so many reports.</summary>
    private const int MostRested = 16_000;
    private const int MostReports = 60_000;

    /// <summary>What an event was is kept every so many reports.</summary>
    private const int ReportsBetween = 16;

    /// <summary>A page that has not been looked at in so many looks is the first to go.</summary>
    private const long Unused = 400_000;

    /// <summary>A report's id is its take's place and, so far below it, its own among the take's.</summary>
    private const int ReportBits = 20;

    /// <summary>So many reports are worth writing down beside something else.</summary>
    private const int Many = 256;

    private readonly Dictionary<long, LiveEvent> _live = [];
    private readonly List<LiveEvent> _touched = [];

    /// <summary>The events written down lately whose reports are kept, and when.</summary>
    private readonly Queue<(LiveEvent Event, int Stretch)> _rested = new();
    private int _stretch = 1;
    private int _reportsRested;

    /// <summary>The last stretch that is written down; other threads write it.</summary>
    private volatile int _writtenDown;
    private EventsWaiting _waiting = new();

    /// <summary>One that has been written down, to be used again.</summary>
    private EventsWaiting? _spare;
    private ChronicleFold? _fold;

    /// <summary>The pages of the index on which anything has been written since the tables were empty; null where they were not.</summary>
    private HashSet<long>? _written;

    private readonly Command _latest = new(connection, FormattableString.Invariant($"""
        SELECT "EventId" FROM "EventKeys" WHERE "Key" = $0 ORDER BY "EventId" DESC LIMIT {EventBlocking.Depth}
        """), 1);
    private readonly Command _between = new(connection, """SELECT "Key", "EventId" FROM "EventKeys" WHERE "Key" > $0 AND "Key" <= $1""", 2);
    private readonly Command _cluster = new(connection, """SELECT "Cluster" FROM "Events" WHERE "Id" = $0""", 1);
    private readonly Command _nextId = new(connection, """SELECT COALESCE(MAX("Id"), -1) + 1 FROM "Events" """, 0);
    private readonly Command _open = new(connection, """INSERT INTO "Events" ("Id", "PublicId", "FirstKnown", "Cluster") VALUES ($0, $1, $2, $3)""", 4);
    private readonly Command _update = new(connection, """UPDATE "Events" SET "Cluster" = $1 WHERE "Id" = $0""", 2);
    private readonly Inserts _filed = new(connection, "EventKeys", ["Key", "EventId"], 16);
    private readonly Command _unkey = new(connection, """DELETE FROM "EventKeys" WHERE "Key" = $0 AND "EventId" = $1""", 2);
    private readonly Inserts _told = new(connection, "Reports", ["EventId", "Id", "PublicId", "RevisionId", "Finding"], 8);
    private readonly Command _dropReports = new(connection, """DELETE FROM "Reports" WHERE "EventId" = $0 AND "Id" >= $1""", 2);
    private readonly Command _dropEvent = new(connection, """DELETE FROM "Events" WHERE "Id" = $0""", 1);
    private readonly Command _members = new(connection, """SELECT "RevisionId", "Finding" FROM "Reports" WHERE "EventId" = $0 ORDER BY "Id" """, 1);

    private readonly Command[] _clear =
    [
        new(connection, """DELETE FROM "Reports" """, 0),
        new(connection, """DELETE FROM "EventKeys" """, 0),
        new(connection, """DELETE FROM "Events" """, 0),
    ];

    /// <summary>Adds the next take in known order.</summary>
    /// <returns>The events that it reports.</returns>
    public IReadOnlyList<LiveEvent> Add(SqliteTransaction transaction, StoredTake stored, Placing placing)
    {
        var take = stored.Take;
        var touched = new List<LiveEvent>();
        var told = take.Reading.Events.Count == 0 ? [] : new long[take.Reading.Events.Count];
        if (told.Length > 0)
        {
            var fold = Fold(transaction);
            var report = placing.Place << ReportBits;
            foreach (var placement in fold.Add(take, placing.Earlier.Count == 0 ? null : ToldBefore(transaction, take.Article, placing.Earlier)))
            {
                var cluster = placement.Event;
                foreach (var key in placement.NewKeys)
                {
                    _waiting.Keys.Add((key, cluster.Ordinal));
                }

                if (placement.Opens)
                {
                    _live[cluster.Ordinal] = new LiveEvent(cluster, stored: false) { Reports = new(1), Takes = new(1) };
                }

                var live = _live[cluster.Ordinal];
                Reports(transaction, live).Add(FoldedRecord.ReportOf(take, placement.Finding, placing.Voice));
                live.Takes!.Add(stored.RevisionId);
                Note(live, cluster);
                if (!touched.Contains(live))
                {
                    touched.Add(live);
                }

                told[placement.Finding] = cluster.Ordinal;
                Touch(live);
                _waiting.Reports.Add(new ReportWaiting(cluster.Ordinal, report++, placement.Mention.ReportId, stored.RevisionId, placement.Finding));
            }
        }

        places.Add(stored, placing, told);
        return touched;
    }

    /// <summary>An event's reports in the order of the fold. What is added to the list is not written down by that.</summary>
    public List<Report> Reports(SqliteTransaction transaction, LiveEvent live)
    {
        if (live.Reports is null)
        {
            var reports = new List<Report>();
            var told = new List<long>();
            if (live.LastTouched > _writtenDown)
            {
                aside.Wait();
            }

            foreach (var (revisionId, finding) in Read(transaction, live.Cluster.Ordinal))
            {
                reports.Add(FoldedRecord.ReportOf(takes.Get(transaction, revisionId).Take, finding, places.Told(transaction, revisionId).Voice));
                told.Add(revisionId);
            }

            (live.Reports, live.Takes) = (reports, told);
        }

        return live.Reports;
    }

    /// <summary>To be written down with the next <see cref="Flush"/>.</summary>
    public void Touch(LiveEvent live)
    {
        if (!live.Changed)
        {
            live.Changed = true;
            _touched.Add(live);
        }
    }

    /// <summary>The events of these ids, each once.</summary>
    public IEnumerable<LiveEvent> EventsOf(SqliteTransaction transaction, IEnumerable<long> ids) => ids.Distinct().Select(id => Live(transaction, id));

    /// <summary>Writes down all that has come to the events: much of it beside what is done next.</summary>
    public void Flush(SqliteTransaction transaction)
    {
        _touched.Sort(static (a, b) => a.Cluster.Ordinal.CompareTo(b.Cluster.Ordinal));
        var waiting = _waiting;
        foreach (var live in _touched)
        {
            var cluster = live.Cluster;
            waiting.Events.Add(new EventWaiting(cluster.Ordinal, cluster.Id, live.Stored ? null : live.Reports![0].KnownSince, ClusterCodec.Encode(cluster), live.Versions?.Count ?? 0));
            waiting.Known.AddRange(live.Versions ?? []);
            live.HandedOver();
        }

        foreach (var (key, _) in waiting.Keys)
        {
            _written?.Add(EventBlocking.Page(key));
        }

        var (stretch, placed) = (_stretch, places.HandOver());
        _waiting = Interlocked.Exchange(ref _spare, null) ?? new EventsWaiting();
        if (waiting.Reports.Count < Many)
        {
            aside.Wait();
            Write(transaction, stretch, waiting, placed);
        }
        else
        {
            aside.Do(() => Write(transaction, stretch, waiting, placed));
        }

        Rest();
        _touched.Clear();
        _fold?.Stored();
        Trim();
    }

    /// <summary>What was touched lately is likely to be touched again; of the others the reports need not stay.</summary>
    private void Rest()
    {
        foreach (var live in _touched)
        {
            live.LastTouched = _stretch;
            _rested.Enqueue((live, _stretch));
            _reportsRested += (live.Reports?.Count ?? 0) - live.ReportsRested;
            live.ReportsRested = live.Reports?.Count ?? 0;
        }

        _stretch++;
        while (_rested.Count > MostRested || _reportsRested > MostReports)
        {
            var (live, stretch) = _rested.Dequeue();
            if (live.LastTouched == stretch && !live.Changed)
            {
                _reportsRested -= live.ReportsRested;
                live.ReportsRested = 0;
                live.LetGo();
            }
        }
    }

    /// <returns>How many rows of events there were.</returns>
    private int Write(SqliteTransaction transaction, int stretch, EventsWaiting waiting, PlacesWaiting placed)
    {
        places.Write(placed);
        var at = 0;
        foreach (var e in waiting.Events)
        {
            if (e.Opens is { } first)
            {
                _open.With(e.Id).With(e.PublicId).With(first).With(e.Cluster).Run();
            }
            else
            {
                _update.With(e.Id).With(e.Cluster).Run();
            }

            versions.Write(transaction, e.Id, e.PublicId, e.Opens is null, CollectionsMarshal.AsSpan(waiting.Known).Slice(at, e.Versions));
            at += e.Versions;
        }

        waiting.Keys.Sort();
        _filed.Begin(waiting.Keys.Count);
        foreach (var (key, id) in waiting.Keys)
        {
            _filed.Row().With(key).With(id);
            _filed.End();
        }

        waiting.Reports.Sort(static (a, b) => a.EventId != b.EventId ? a.EventId.CompareTo(b.EventId) : a.Id.CompareTo(b.Id));
        _told.Begin(waiting.Reports.Count);
        foreach (var report in waiting.Reports)
        {
            _told.Row().With(report.EventId).With(report.Id).With(report.PublicId).With(report.RevisionId).With(report.Finding);
            _told.End();
        }

        var rows = waiting.Events.Count;
        waiting.Clear();
        _spare = waiting;
        _writtenDown = stretch;
        return rows;
    }

    /// <summary>
    /// Lets go what has not been looked at for longest. What is written down is found again; letting go of everything would have it all asked for at once,
    /// and the last months' events are asked for again and again.
    /// </summary>
    private void Trim()
    {
        for (var unused = Unused; _fold is { } fold && (_live.Count > MostEvents || fold.Pages > MostPages); unused /= 2)
        {
            var left = fold.Trim(fold.Looks - unused);
            foreach (var id in _live.Keys)
            {
                if (!left.Contains(id))
                {
                    _live.Remove(id);
                }
            }
        }
    }

    /// <summary>Takes back the reports of all takes from a place on; their events become what they were before, or go. Nothing may wait to be written down.</summary>
    /// <param name="events">The events that those takes tell; others do no harm.</param>
    public void Undo(SqliteTransaction transaction, long place, IEnumerable<long> events)
    {
        var changed = new List<EventCluster>();
        foreach (var id in events)
        {
            if (_dropReports.Run(transaction, id, place << ReportBits) > 0)
            {
                changed.Add(Restore(transaction, id));
            }
        }

        _fold?.TakeBack(changed, (long)_nextId.Scalar(transaction)!);
    }

    /// <summary>The reports of an event in the order of the fold, as they are written down.</summary>
    public List<(long RevisionId, int Finding)> Members(SqliteTransaction transaction, long eventId)
    {
        aside.Wait();
        return Read(transaction, eventId);
    }

    private List<(long RevisionId, int Finding)> Read(SqliteTransaction transaction, long eventId)
    {
        using var rows = _members.Rows(transaction, eventId);
        var members = new List<(long, int)>();
        while (rows.Read())
        {
            members.Add((rows.GetInt64(0), rows.GetInt32(1)));
        }

        return members;
    }

    /// <summary>Throws all events away.</summary>
    public void Clear(SqliteTransaction transaction)
    {
        Forget();
        foreach (var command in _clear)
        {
            command.Run(transaction);
        }

        _written = [];
    }

    /// <summary>What is in memory may not be what is in the database: ask again. What waits to be written down is lost.</summary>
    public void Forget()
    {
        _written = null;
        _live.Clear();
        _touched.Clear();
        _rested.Clear();
        _reportsRested = 0;
        _waiting.Clear();
        _fold = null;
    }

    public void Dispose()
    {
        IDisposable[] statements = [_latest, _between, _cluster, _nextId, _open, _update, _filed, _unkey, _told, _dropReports, _dropEvent, _members, .. _clear];
        foreach (var statement in statements)
        {
            statement.Dispose();
        }
    }

    private ChronicleFold Fold(SqliteTransaction transaction)
    {
        if (_fold is null)
        {
            aside.Wait();
            var next = (long)_nextId.Scalar(transaction)!;
            if (next == 0)
            {
                _written = [];
            }

            _fold = new ChronicleFold(dossier, new StoredEvents(Page, id => Live(null, id).Cluster, page => _written?.Contains(page) ?? true), next);
        }

        return _fold;
    }

    /// <summary>Where the findings of a story's earlier takes went.</summary>
    private Dictionary<long, EventCluster> ToldBefore(SqliteTransaction transaction, string story, List<Earlier> earlier)
    {
        var before = new Dictionary<long, EventCluster>();
        foreach (var (revisionId, told) in earlier)
        {
            var take = takes.Get(transaction, revisionId).Take;
            for (var i = 0; i < told.Length; i++)
            {
                ChronicleFold.Tell(before, Mention.LinkOf(story, take.Reading.Events[i].Key), Live(transaction, told[i]).Cluster);
            }
        }

        return before;
    }

    /// <summary>What stands on a page of the index.</summary>
    private List<(int Cell, long Event)> Page(long page)
    {
        aside.Wait();
        var found = new List<(int Cell, long Event)>();
        Latest(page, EventBlocking.Any, found);
        if (EventBlocking.HasDays(page))
        {
            using var rows = _between.Rows(null, EventBlocking.Key(page, EventBlocking.Any), EventBlocking.Key(page, EventBlocking.Own));
            while (rows.Read())
            {
                found.Add((EventBlocking.Cell(rows.GetInt64(0)), rows.GetInt64(1)));
            }
        }
        else
        {
            Latest(page, EventBlocking.Own, found);
        }

        return found;
    }

    private void Latest(long page, int cell, List<(int Cell, long Event)> found)
    {
        var from = found.Count;
        using var rows = _latest.Rows(null, EventBlocking.Key(page, cell));
        while (rows.Read())
        {
            found.Add((cell, rows.GetInt64(0)));
        }

        found.Reverse(from, found.Count - from);
    }

    private LiveEvent Live(SqliteTransaction? transaction, long id)
    {
        if (!_live.TryGetValue(id, out var live))
        {
            aside.Wait();
            _live[id] = live = new LiveEvent(ClusterCodec.Decode((byte[])_cluster.Scalar(transaction, id)!), stored: true);
        }

        return live;
    }

    /// <summary>Remembers an event anew from the reports that are left to it; one without any goes.</summary>
    /// <returns>The event as it was.</returns>
    private EventCluster Restore(SqliteTransaction transaction, long id)
    {
        var live = Live(transaction, id);
        var members = Read(transaction, id);
        live.Past?.RemoveAll(p => p.Reports > members.Count);
        var cluster = live.Past is [.., var last] ? ClusterCodec.Decode(last.Cluster) : null;
        var keys = new List<long>();
        for (var i = cluster?.Reports ?? 0; i < members.Count; i++)
        {
            var take = takes.Get(transaction, members[i].RevisionId).Take;
            var mention = Mention.Of(take, take.Reading.Events[members[i].Finding], dossier);
            cluster ??= new EventCluster(mention.ReportId, mention.Kind, id);
            keys.Clear();
            cluster.Report(mention, keys);
            Note(live, cluster);
        }

        foreach (var key in cluster is null ? live.Cluster.Keys : live.Cluster.Keys.Except(cluster.Keys))
        {
            _unkey.Run(transaction, key, id);
        }

        if (cluster is null)
        {
            _dropEvent.Run(transaction, id);
            _live.Remove(id);
        }
        else
        {
            _update.Run(transaction, id, ClusterCodec.Encode(cluster));
            _live[id] = live.With(cluster, members.Count);
        }

        return live.Cluster;
    }

    /// <summary>Keeps every so often what an event was, so that few reports are looked at again when the last ones are taken back.</summary>
    private static void Note(LiveEvent live, EventCluster cluster)
    {
        if (cluster.Reports % ReportsBetween == 0)
        {
            (live.Past ??= []).Add((cluster.Reports, ClusterCodec.Encode(cluster)));
        }
    }
}

using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>
/// The events as the fold remembers them. The fold is kept in memory from one take to the next: it asks for the events under a key when it first
/// looks there; what comes to them is written down all at once by <see cref="Flush"/>, in the order of the tables.
/// </summary>
internal sealed class EventShelf(SqliteConnection connection, TakeShelf takes, PlaceShelf places, Dossier dossier) : IDisposable
{
    /// <summary>With more than so many events or keys in memory all of them are let go, and asked for again.</summary>
    private const int MostEvents = 40_000;
    private const int MostKeys = 400_000;

    private readonly Dictionary<long, LiveEvent> _live = [];
    private readonly Dictionary<long, List<long>> _eventsOfTake = [];
    private readonly List<LiveEvent> _touched = [];
    private readonly List<LiveEvent> _before = [];
    private readonly List<ReportWaiting> _reports = [];
    private ChronicleFold? _fold;
    private long _nextReport;

    private readonly Command _under = new(connection, FormattableString.Invariant($"""
        SELECT "EventId" FROM "EventKeys" WHERE "Key" = $0 ORDER BY "EventId" DESC LIMIT {EventBlocking.Depth}
        """), 1);
    private readonly Command _cluster = new(connection, """SELECT "Cluster" FROM "Events" WHERE "Id" = $0""", 1);
    private readonly Command _nextIds = new(connection, """SELECT (SELECT COALESCE(MAX("Id"), -1) + 1 FROM "Events"), (SELECT COALESCE(MAX("Id"), -1) + 1 FROM "Reports")""", 0);
    private readonly Command _open = new(connection, """INSERT INTO "Events" ("Id", "PublicId", "FirstKnown", "Cluster") VALUES ($0, $1, $2, $3)""", 4);
    private readonly Command _update = new(connection, """UPDATE "Events" SET "Cluster" = $1 WHERE "Id" = $0""", 2);
    private readonly Command _key = new(connection, """INSERT INTO "EventKeys" ("Key", "EventId") VALUES ($0, $1)""", 2);
    private readonly Command _unkey = new(connection, """DELETE FROM "EventKeys" WHERE "Key" = $0 AND "EventId" = $1""", 2);
    private readonly Command _report = new(connection, """
        INSERT INTO "Reports" ("Id", "PublicId", "EventId", "RevisionId", "Finding", "KnownSince") VALUES ($0, $1, $2, $3, $4, $5)
        """, 6);
    private readonly Command _firstReport = new(connection, """
        SELECT MIN(+r."Id") FROM "Takes" t CROSS JOIN "Reports" r ON r."RevisionId" = t."RevisionId" WHERE t."KnownSince" >= $0
        """, 1);
    private readonly Command _reportsFrom = new(connection, """SELECT DISTINCT "EventId" FROM "Reports" WHERE "Id" >= $0""", 1);
    private readonly Command _dropReports = new(connection, """DELETE FROM "Reports" WHERE "Id" >= $0""", 1);
    private readonly Command _dropEvent = new(connection, """DELETE FROM "Events" WHERE "Id" = $0""", 1);
    private readonly Command _members = new(connection, """SELECT "RevisionId", "Finding" FROM "Reports" WHERE "EventId" = $0 ORDER BY "Id" """, 1);
    private readonly Command _eventsOf = new(connection, """SELECT DISTINCT "EventId" FROM "Reports" WHERE "RevisionId" = $0""", 1);

    private readonly Command[] _clear =
    [
        new(connection, """DELETE FROM "Reports" """, 0),
        new(connection, """DELETE FROM "EventKeys" """, 0),
        new(connection, """DELETE FROM "Events" """, 0),
    ];

    private readonly record struct ReportWaiting(long Id, string PublicId, long EventId, long RevisionId, int Finding, DateTimeOffset Known);

    /// <summary>Adds the next take in known order.</summary>
    /// <returns>The events that it reports.</returns>
    public IReadOnlyList<LiveEvent> Add(SqliteTransaction transaction, StoredTake stored, string? voice)
    {
        var take = stored.Take;
        if (take.Reading.Events.Count == 0)
        {
            return [];
        }

        var touched = new List<LiveEvent>();
        var ids = new List<long>();
        foreach (var placement in Fold(transaction).Add(take))
        {
            var cluster = placement.Event;
            if (placement.Opens)
            {
                _live[cluster.Ordinal] = new LiveEvent(cluster, stored: false) { Members = [] };
            }

            var live = _live[cluster.Ordinal];
            Members(transaction, live).Add(new Member(stored.RevisionId, placement.Finding, FoldedRecord.ReportOf(take, placement.Finding, voice)));
            if (!touched.Contains(live))
            {
                touched.Add(live);
                ids.Add(cluster.Ordinal);
            }

            Touch(live);
            _reports.Add(new ReportWaiting(_nextReport++, placement.Mention.ReportId, cluster.Ordinal, stored.RevisionId, placement.Finding, take.KnownSince));
        }

        _eventsOfTake[stored.RevisionId] = ids;
        return touched;
    }

    /// <summary>An event's reports in the order of the fold. What is added to the list is not written down by that.</summary>
    public List<Member> Members(SqliteTransaction transaction, LiveEvent live)
    {
        if (live.Members is null)
        {
            var members = new List<Member>();
            foreach (var (revisionId, finding) in Members(transaction, live.Cluster.Ordinal))
            {
                members.Add(new Member(revisionId, finding, FoldedRecord.ReportOf(takes.Get(transaction, revisionId).Take, finding, places.Told(transaction, revisionId).Voice)));
            }

            live.Members = members;
        }

        return live.Members;
    }

    /// <summary>To be written down with the next <see cref="Flush"/>.</summary>
    public void Touch(LiveEvent live)
    {
        if (!live.Changed)
        {
            live.Changed = true;
            live.JustTouched = true;
            _touched.Add(live);
        }
    }

    /// <summary>The events that a take reports.</summary>
    public IReadOnlyList<LiveEvent> EventsOf(SqliteTransaction transaction, long revisionId)
    {
        if (!_eventsOfTake.TryGetValue(revisionId, out var ids))
        {
            ids = [];
            using var rows = _eventsOf.Rows(transaction, revisionId);
            while (rows.Read())
            {
                ids.Add(rows.GetInt64(0));
            }
        }

        return [.. ids.Select(id => Live(transaction, id))];
    }

    /// <summary>Writes down all that has come to the events.</summary>
    /// <param name="versions">Writes down what was known of one, and when.</param>
    public void Flush(SqliteTransaction transaction, Action<LiveEvent> versions)
    {
        _touched.Sort(static (a, b) => a.Cluster.Ordinal.CompareTo(b.Cluster.Ordinal));
        var keys = new List<(long Key, long EventId)>();
        foreach (var live in _touched)
        {
            var cluster = live.Cluster;
            if (live.Stored)
            {
                _update.Run(transaction, cluster.Ordinal, ClusterCodec.Encode(cluster));
            }
            else
            {
                _open.Run(transaction, cluster.Ordinal, cluster.Id, live.Members![0].Report.KnownSince, ClusterCodec.Encode(cluster));
            }

            foreach (var key in live.NewKeys())
            {
                keys.Add((key, cluster.Ordinal));
            }

            versions(live);
            live.WrittenDown();
        }

        keys.Sort();
        foreach (var (key, id) in keys)
        {
            _key.RunNumbers(key, id);
        }

        foreach (var report in _reports)
        {
            _report.Run(transaction, report.Id, report.PublicId, report.EventId, report.RevisionId, report.Finding, report.Known);
        }

        // What the last stretch touched is likely to be touched again; of the others the reports need not stay.
        foreach (var live in _before)
        {
            if (!live.JustTouched)
            {
                live.Members = null;
            }
        }

        _before.Clear();
        _before.AddRange(_touched);
        foreach (var live in _before)
        {
            live.JustTouched = false;
        }

        _touched.Clear();
        _reports.Clear();
        _eventsOfTake.Clear();
        _fold?.Stored();
        if (_live.Count > MostEvents || _fold?.Keys > MostKeys)
        {
            Forget();
        }
    }

    /// <summary>Takes back all reports known at that instant or later; their events become what they were before, or go. Nothing may wait to be written down.</summary>
    public void Undo(SqliteTransaction transaction, DateTimeOffset from)
    {
        if (_firstReport.Scalar(transaction, from) is not long first)
        {
            return;
        }

        Forget();
        var touched = new List<long>();
        using (var rows = _reportsFrom.Rows(transaction, first))
        {
            while (rows.Read())
            {
                touched.Add(rows.GetInt64(0));
            }
        }

        _dropReports.Run(transaction, first);
        foreach (var id in touched)
        {
            Restore(transaction, id);
        }
    }

    /// <summary>The reports of an event in the order of the fold, as they are written down.</summary>
    public List<(long RevisionId, int Finding)> Members(SqliteTransaction transaction, long eventId)
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
    }

    /// <summary>What is in memory may not be what is in the database: ask again. What waits to be written down is lost.</summary>
    public void Forget()
    {
        _live.Clear();
        _eventsOfTake.Clear();
        _touched.Clear();
        _before.Clear();
        _reports.Clear();
        _fold = null;
    }

    public void Dispose()
    {
        Command[] commands = [_under, _cluster, _nextIds, _open, _update, _key, _unkey, _report, _firstReport, _reportsFrom, _dropReports, _dropEvent, _members, _eventsOf, .. _clear];
        foreach (var command in commands)
        {
            command.Dispose();
        }
    }

    private ChronicleFold Fold(SqliteTransaction transaction)
    {
        if (_fold is null)
        {
            using var rows = _nextIds.Rows(transaction);
            rows.Read();
            _nextReport = rows.GetInt64(1);
            _fold = new ChronicleFold(dossier, Under, rows.GetInt64(0));
        }

        return _fold;
    }

    /// <summary>The events filed under a key, the latest <see cref="EventBlocking.Depth"/>.</summary>
    private EventCluster[] Under(long key)
    {
        var ids = new List<long>();
        using (var rows = _under.Rows(null, key))
        {
            while (rows.Read())
            {
                ids.Add(rows.GetInt64(0));
            }
        }

        var clusters = new EventCluster[ids.Count];
        for (var i = 0; i < clusters.Length; i++)
        {
            clusters[^(i + 1)] = Live(null, ids[i]).Cluster;
        }

        return clusters;
    }

    private LiveEvent Live(SqliteTransaction? transaction, long id)
    {
        if (!_live.TryGetValue(id, out var live))
        {
            _live[id] = live = new LiveEvent(ClusterCodec.Decode((byte[])_cluster.Scalar(transaction, id)!), stored: true);
        }

        return live;
    }

    /// <summary>Remembers an event anew from the reports that are left to it; one without any goes.</summary>
    private void Restore(SqliteTransaction transaction, long id)
    {
        EventCluster? cluster = null;
        foreach (var (revisionId, finding) in Members(transaction, id))
        {
            var take = takes.Get(transaction, revisionId).Take;
            var mention = Mention.Of(take, take.Reading.Events[finding], dossier);
            cluster ??= new EventCluster(mention.ReportId, mention.Kind, id);
            cluster.Report(mention);
        }

        var before = ClusterCodec.Decode((byte[])_cluster.Scalar(transaction, id)!).Keys;
        foreach (var key in cluster is null ? before : before.Except(cluster.Keys))
        {
            _unkey.Run(transaction, key, id);
        }

        if (cluster is null)
        {
            _dropEvent.Run(transaction, id);
        }
        else
        {
            _update.Run(transaction, id, ClusterCodec.Encode(cluster));
        }
    }
}

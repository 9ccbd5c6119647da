using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>
/// The events as the fold remembers them. A take touches only the events under its keys: they are loaded, the take is added, they are written back.
/// </summary>
internal sealed class EventShelf(SqliteConnection connection, TakeShelf takes, Dossier dossier) : IDisposable
{
    private const int Most = 16384;
    private const int MostKeys = 65536;

    private readonly Dictionary<long, EventCluster> _kept = [];
    private readonly Dictionary<long, List<long>> _underKept = [];
    private readonly Command _under = new(connection, FormattableString.Invariant($"""
        SELECT "EventId" FROM "EventKeys" WHERE "Key" = $0 ORDER BY "EventId" DESC LIMIT {EventBlocking.Depth}
        """), 1);
    private readonly Command _cluster = new(connection, """SELECT "Cluster" FROM "Events" WHERE "Id" = $0""", 1);
    private readonly Command _next = new(connection, """SELECT (SELECT COALESCE(MAX("Id"), -1) + 1 FROM "Events"), (SELECT COALESCE(MAX("Id"), -1) + 1 FROM "Reports")""", 0);
    private readonly Command _open = new(connection, """INSERT INTO "Events" ("Id", "PublicId", "FirstKnown", "Cluster") VALUES ($0, $1, $2, $3)""", 4);
    private readonly Command _update = new(connection, """UPDATE "Events" SET "Cluster" = $1 WHERE "Id" = $0""", 2);
    private readonly Command _key = new(connection, """INSERT INTO "EventKeys" ("Key", "EventId") VALUES ($0, $1) ON CONFLICT DO NOTHING""", 2);
    private readonly Command _unkey = new(connection, """DELETE FROM "EventKeys" WHERE "Key" = $0 AND "EventId" = $1""", 2);
    private readonly Command _report = new(connection, """
        INSERT INTO "Reports" ("Id", "PublicId", "EventId", "RevisionId", "Finding", "KnownSince", "Keys") VALUES ($0, $1, $2, $3, $4, $5, $6)
        """, 7);
    private readonly Command _firstReport = new(connection, """
        SELECT MIN(+r."Id") FROM "Takes" t CROSS JOIN "Reports" r ON r."RevisionId" = t."RevisionId" WHERE t."KnownSince" >= $0
        """, 1);
    private readonly Command _reportsFrom = new(connection, """SELECT "EventId", "Keys" FROM "Reports" WHERE "Id" >= $0""", 1);
    private readonly Command _dropReports = new(connection, """DELETE FROM "Reports" WHERE "Id" >= $0""", 1);
    private readonly Command _dropEvent = new(connection, """
        DELETE FROM "Events" WHERE "Id" = $0 AND NOT EXISTS (SELECT 1 FROM "Reports" WHERE "EventId" = $0)
        """, 1);
    private readonly Command _members = new(connection, """SELECT "RevisionId", "Finding" FROM "Reports" WHERE "EventId" = $0 ORDER BY "Id" """, 1);
    private readonly Command _eventsOf = new(connection, """SELECT DISTINCT "EventId" FROM "Reports" WHERE "RevisionId" = $0""", 1);

    private readonly Command[] _clear =
    [
        new(connection, """DELETE FROM "Reports" """, 0),
        new(connection, """DELETE FROM "EventKeys" """, 0),
        new(connection, """DELETE FROM "Events" """, 0),
    ];

    /// <summary>Adds the next take in known order.</summary>
    /// <returns>The events that it reports, and whether it opened them.</returns>
    public IReadOnlyDictionary<long, bool> Add(SqliteTransaction transaction, StoredTake stored)
    {
        var take = stored.Take;
        if (take.Reading.Events.Count == 0)
        {
            return new Dictionary<long, bool>();
        }

        var fold = new ChronicleFold(dossier);
        var keysOf = new SortedDictionary<long, List<long>>();
        foreach (var key in ChronicleFold.Wanted(take, dossier))
        {
            foreach (var id in Under(transaction, key))
            {
                if (!keysOf.TryGetValue(id, out var keys))
                {
                    keysOf[id] = keys = [];
                }

                keys.Add(key);
            }
        }

        foreach (var (id, keys) in keysOf)
        {
            fold.Load(Cluster(transaction, id), keys);
        }

        var (nextEvent, nextReport) = Next(transaction);
        fold.ContinueAt(nextEvent);
        var touched = new Dictionary<long, EventCluster>();
        var opened = new Dictionary<long, bool>();
        foreach (var placement in fold.Add(take))
        {
            var cluster = placement.Event;
            if (placement.Opens)
            {
                _open.Run(transaction, cluster.Ordinal, cluster.Id, take.KnownSince, Array.Empty<byte>());
            }

            touched[cluster.Ordinal] = cluster;
            opened.TryAdd(cluster.Ordinal, placement.Opens);
            _report.Run(transaction, nextReport++, placement.Mention.ReportId, cluster.Ordinal, stored.RevisionId, placement.Finding, take.KnownSince, File(transaction, placement));
        }

        foreach (var (id, cluster) in touched)
        {
            _update.Run(transaction, id, ClusterCodec.Encode(cluster));
            Keep(cluster);
        }

        return opened;
    }

    /// <summary>Takes back all reports known at that instant or later; their events become what they were before, or go.</summary>
    public void Undo(SqliteTransaction transaction, DateTimeOffset from)
    {
        if (_firstReport.Scalar(transaction, from) is not long first)
        {
            return;
        }

        _underKept.Clear();
        var touched = new SortedSet<long>();
        var filed = new List<(long EventId, long[] Keys)>();
        using (var rows = _reportsFrom.Rows(transaction, first))
        {
            while (rows.Read())
            {
                touched.Add(rows.GetInt64(0));
                filed.Add((rows.GetInt64(0), KeyBytes.Decode(rows.GetBytes(1))));
            }
        }

        foreach (var (eventId, keys) in filed)
        {
            foreach (var key in keys)
            {
                _unkey.Run(transaction, key, eventId);
            }
        }

        _dropReports.Run(transaction, first);
        foreach (var id in touched)
        {
            _kept.Remove(id);
            if (_dropEvent.Run(transaction, id) == 0)
            {
                Restore(transaction, id);
            }
        }
    }

    /// <summary>The reports of an event, in the order of the fold.</summary>
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

    /// <summary>The events that a take reports.</summary>
    public List<long> EventsOf(SqliteTransaction transaction, long revisionId)
    {
        using var rows = _eventsOf.Rows(transaction, revisionId);
        var ids = new List<long>();
        while (rows.Read())
        {
            ids.Add(rows.GetInt64(0));
        }

        return ids;
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

    /// <summary>What is in memory may not be what is in the database: ask again.</summary>
    public void Forget()
    {
        _kept.Clear();
        _underKept.Clear();
    }

    public void Dispose()
    {
        Command[] commands = [_under, _cluster, _next, _open, _update, _key, _unkey, _report, _firstReport, _reportsFrom, _dropReports, _dropEvent, _members, _eventsOf, .. _clear];
        foreach (var command in commands)
        {
            command.Dispose();
        }
    }

    private byte[] File(SqliteTransaction transaction, Placement placement)
    {
        var fresh = new List<long>();
        foreach (var key in EventBlocking.Index(placement.Mention))
        {
            if (_key.Run(transaction, key, placement.Event.Ordinal) == 1)
            {
                fresh.Add(key);
                if (_underKept.TryGetValue(key, out var ids))
                {
                    Insert(ids, placement.Event.Ordinal);
                }
            }
        }

        return KeyBytes.Encode(fresh);
    }

    /// <summary>The events filed under a key, the latest <see cref="EventBlocking.Depth"/>. The same keys are asked for again and again, so they are kept.</summary>
    private List<long> Under(SqliteTransaction transaction, long key)
    {
        if (_underKept.TryGetValue(key, out var kept))
        {
            return kept;
        }

        if (_underKept.Count >= MostKeys)
        {
            _underKept.Clear();
        }

        var ids = new List<long>(4);
        using var rows = _under.Rows(transaction, key);
        while (rows.Read())
        {
            ids.Add(rows.GetInt64(0));
        }

        return _underKept[key] = ids;
    }

    /// <summary>Latest first, no more than are looked at.</summary>
    private static void Insert(List<long> ids, long id)
    {
        var at = 0;
        while (at < ids.Count && ids[at] > id)
        {
            at++;
        }

        ids.Insert(at, id);
        if (ids.Count > EventBlocking.Depth)
        {
            ids.RemoveAt(ids.Count - 1);
        }
    }

    /// <summary>Remembers an event anew from the reports that are left to it.</summary>
    private void Restore(SqliteTransaction transaction, long id)
    {
        EventCluster? cluster = null;
        foreach (var (revisionId, finding) in Members(transaction, id))
        {
            var take = takes.Get(transaction, revisionId).Take;
            var mention = Mention.Of(take, take.Reading.Events[finding], dossier);
            cluster ??= new EventCluster(mention.ReportId, mention.Kind, id);
            cluster.Add(mention);
        }

        _update.Run(transaction, id, ClusterCodec.Encode(cluster!));
        Keep(cluster!);
    }

    private EventCluster Cluster(SqliteTransaction transaction, long id)
    {
        if (!_kept.TryGetValue(id, out var cluster))
        {
            cluster = ClusterCodec.Decode((byte[])_cluster.Scalar(transaction, id)!);
            Keep(cluster);
        }

        return cluster;
    }

    private void Keep(EventCluster cluster)
    {
        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        _kept[cluster.Ordinal] = cluster;
    }

    private (long Event, long Report) Next(SqliteTransaction transaction)
    {
        using var rows = _next.Rows(transaction);
        rows.Read();
        return (rows.GetInt64(0), rows.GetInt64(1));
    }
}

/// <summary>Keys as bytes, 8 each, little-endian.</summary>
internal static class KeyBytes
{
    public static byte[] Encode(List<long> keys)
    {
        var bytes = new byte[keys.Count * sizeof(long)];
        for (var i = 0; i < keys.Count; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), keys[i]);
        }

        return bytes;
    }

    public static long[] Decode(ReadOnlySpan<byte> bytes)
    {
        var keys = new long[bytes.Length / sizeof(long)];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(bytes[(i * sizeof(long))..]);
        }

        return keys;
    }
}

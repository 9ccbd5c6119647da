using System.Diagnostics;
using System.Globalization;
using GsomiaTracker.Store;
using GsomiaTracker.Store.Projection;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Benchmarks.Store;

/// <summary>The yardstick: the very rows that ingesting made, inserted by nothing but prepared statements into tables that are as full, one durable transaction an article.</summary>
internal static class RawInserts
{
    private static readonly (string Table, string OfRevision)[] Tables =
    [
        ("Revisions", """ "Id" = $0"""),
        ("Readings", """ "RevisionId" = $0"""),
        ("Articles", """ "RevisionId" = $0"""),
        ("Takes", """ "RevisionId" = $0"""),
        ("Events", """ "Id" IN (SELECT "value" FROM json_each($1)) AND "FirstKnown" = (SELECT "KnownSince" FROM "Takes" WHERE "RevisionId" = $0)"""),
        ("Reports", """ "EventId" IN (SELECT "value" FROM json_each($1)) AND "RevisionId" = $0"""),
        ("EventVersions", """ "EventId" IN (SELECT "value" FROM json_each($1)) AND "KnownFrom" = (SELECT "KnownSince" FROM "Takes" WHERE "RevisionId" = $0)"""),
    ];

    public static long Count(TrackerStore store, string table)
    {
        using var connection = store.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>All that is in the log goes into the database, once the copying beside the last transaction is over.</summary>
    public static void CopyLog(TrackerStore store)
    {
        using var connection = store.Connect();
        for (var tries = 0; tries < 600 && (long)Scalar(connection, "PRAGMA wal_checkpoint(TRUNCATE)") != 0; tries++)
        {
            Thread.Sleep(50);
        }
    }

    public static double PerSecond(TrackerStore store, string folder, int articles)
    {
        using var from = store.Connect();
        CopyLog(store);
        var copy = TrackerStore.Open(folder);
        CopyLog(copy);
        SqliteConnection.ClearAllPools();
        File.Copy(store.DatabasePath, copy.DatabasePath, overwrite: true);
        using var to = copy.Connect();
        var last = (long)Scalar(from, """SELECT MAX("Id") FROM "Revisions" """);
        var revisions = Enumerable.Range(0, articles).Select(i => last - articles + 1 + i).ToList();
        var rows = revisions.Select(id => Tables.SelectMany(t => Rows(from, t.Table, t.OfRevision, id)).Concat(Keys(from, id)).ToList()).ToList();
        Remove(to, revisions[0]);

        var inserts = new Dictionary<string, SqliteCommand>();
        var watch = Stopwatch.StartNew();
        foreach (var article in rows)
        {
            using var transaction = to.BeginTransaction(deferred: false);
            foreach (var (table, values) in article)
            {
                if (!inserts.TryGetValue(table, out var insert))
                {
                    inserts[table] = insert = to.CreateCommand();
                    insert.CommandText = $"INSERT INTO \"{table}\" VALUES ({string.Join(", ", values.Select((_, i) => $"${i}"))})";
                    for (var i = 0; i < values.Length; i++)
                    {
                        insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
                    }
                }

                insert.Transaction = transaction;
                for (var i = 0; i < values.Length; i++)
                {
                    insert.Parameters[i].Value = values[i];
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return articles / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Takes the probes' rows out of the copy, so that they can be put in again.</summary>
    private static void Remove(SqliteConnection to, long first)
    {
        Execute(to, "PRAGMA foreign_keys=OFF");
        var id = first.ToString(CultureInfo.InvariantCulture);
        string[] triggers = ["Revisions", "Readings", "Articles"];
        foreach (var table in triggers)
        {
            Execute(to, $"DROP TRIGGER \"{table}_no_delete\"");
        }

        Execute(to, $"""DELETE FROM "EventVersions" WHERE "KnownFrom" >= (SELECT MIN("KnownSince") FROM "Takes" WHERE "RevisionId" >= {id})""");
        Execute(to, $"""DELETE FROM "EventKeys" WHERE "EventId" IN (SELECT "Id" FROM "Events" WHERE "FirstKnown" >= (SELECT MIN("KnownSince") FROM "Takes" WHERE "RevisionId" >= {id}))""");
        Execute(to, $"""DELETE FROM "Events" WHERE "FirstKnown" >= (SELECT MIN("KnownSince") FROM "Takes" WHERE "RevisionId" >= {id})""");
        Execute(to, $"""DELETE FROM "Reports" WHERE "RevisionId" >= {id}""");
        Execute(to, $"""DELETE FROM "Takes" WHERE "RevisionId" >= {id}""");
        Execute(to, $"""DELETE FROM "Articles" WHERE "RevisionId" >= {id}""");
        Execute(to, $"""DELETE FROM "Readings" WHERE "RevisionId" >= {id}""");
        Execute(to, $"""DELETE FROM "Revisions" WHERE "Id" >= {id}""");
        Execute(to, "PRAGMA foreign_keys=ON");
        Execute(to, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static List<(string Table, object[] Values)> Rows(SqliteConnection from, string table, string where, long revision)
    {
        using var command = from.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE {where}";
        command.Parameters.AddWithValue("$0", revision);
        command.Parameters.AddWithValue("$1", Events(from, revision));
        using var reader = command.ExecuteReader();
        var rows = new List<(string, object[])>();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add((table, values));
        }

        return rows;
    }

    /// <summary>The keys of events that the article opened; keys added to older events stay in the copy.</summary>
    private static List<(string Table, object[] Values)> Keys(SqliteConnection from, long revision)
    {
        using var command = from.CreateCommand();
        command.CommandText = """
            SELECT "Id", "Cluster" FROM "Events"
            WHERE "Id" IN (SELECT "value" FROM json_each($1)) AND "FirstKnown" = (SELECT "KnownSince" FROM "Takes" WHERE "RevisionId" = $0)
            """;
        command.Parameters.AddWithValue("$0", revision);
        command.Parameters.AddWithValue("$1", Events(from, revision));
        using var reader = command.ExecuteReader();
        var rows = new List<(string, object[])>();
        while (reader.Read())
        {
            foreach (var key in ClusterCodec.Decode((byte[])reader.GetValue(1)).Keys)
            {
                rows.Add(("EventKeys", [key, reader.GetInt64(0)]));
            }
        }

        return rows;
    }

    /// <summary>The events that a take tells, as a JSON array.</summary>
    private static string Events(SqliteConnection from, long revision)
    {
        using var command = from.CreateCommand();
        command.CommandText = """SELECT "Told" FROM "Takes" WHERE "RevisionId" = $0""";
        command.Parameters.AddWithValue("$0", revision);
        return System.Text.Json.JsonSerializer.Serialize(ToldCodec.Decode((byte[])command.ExecuteScalar()!));
    }

    private static object Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Readings;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Recording;

/// <summary>
/// The writer's statements for a change of reader: the newer readings are appended one by one while the older ones go on speaking; when every text has
/// one, all takes change over at once.
/// </summary>
internal sealed class RereadingCommands(SqliteConnection connection, TimeZoneInfo zone) : IDisposable
{
    private const int MostChanges = 1000;

    private readonly Command _current = new(connection, """SELECT "ReaderId" FROM "State" """, 0);
    private readonly Command _enqueue = new(connection, """
        INSERT INTO "Inbox" ("Hash", "Supplied", "ReceivedAt", "Origin", "FileName", "Attempts", "NextAttemptAt")
        SELECT r."Hash", r."Supplied", $1, r."Origin", r."FileName", 0, $1 FROM "Revisions" r
        WHERE NOT EXISTS (SELECT 1 FROM "Readings" g WHERE g."RevisionId" = r."Id" AND g."ReaderId" = $0)
        ORDER BY r."Id" ON CONFLICT ("Hash") DO NOTHING
        """, 2);
    private readonly Command _revision = new(connection, """SELECT "Id" FROM "Revisions" WHERE "Hash" = $0""", 1);
    private readonly Command _append = new(connection, """
        INSERT INTO "Readings" ("RevisionId", "ReaderId", "RecordedAt", "Payload") VALUES ($0, $1, $2, $3) ON CONFLICT ("RevisionId", "ReaderId") DO NOTHING
        """, 4);
    private readonly Command _unread = new(connection, """
        SELECT COUNT(*) FROM "Revisions" r WHERE NOT EXISTS (SELECT 1 FROM "Readings" g WHERE g."RevisionId" = r."Id" AND g."ReaderId" = $0)
        """, 1);
    private readonly Command _pairs = new(connection, """
        SELECT t."RevisionId", t."ArticleId", r."Text", r."RecordedAt", o."Payload", n."Id", n."Payload"
        FROM "Takes" t JOIN "Revisions" r ON r."Id" = t."RevisionId" JOIN "Readings" o ON o."Id" = t."ReadingId"
        JOIN "Readings" n ON n."RevisionId" = t."RevisionId" AND n."ReaderId" = $0 WHERE n."Id" <> o."Id" AND t."RevisionId" > $1 ORDER BY t."RevisionId" LIMIT 500
        """, 2);
    private readonly Command _change = new(connection, """
        UPDATE "Takes" SET "ReadingId" = $1, "ReadSince" = $2, "KnownSince" = $2, "Agency" = $3, "Headline" = $4, "Published" = $5 WHERE "RevisionId" = $0
        """, 6);
    private readonly Command _report = new(connection, """
        INSERT INTO "Rereadings" ("FromReaderId", "ToReaderId", "FinishedAt", "Texts", "Found", "Lost", "Altered", "Changes") VALUES ($0, $1, $2, $3, $4, $5, $6, $7)
        """, 8);
    private readonly Command _now = new(connection, """UPDATE "State" SET "ReaderId" = $0""", 1);

    /// <summary>The reader whose readings the chronicle is made of; null before the first.</summary>
    public int? Current(SqliteTransaction transaction) => _current.Scalar(transaction) is long id ? (int)id : null;

    /// <summary>Puts every text into the queue that this reader has not read.</summary>
    public int Enqueue(SqliteTransaction transaction, int reader, DateTimeOffset now) => _enqueue.Run(transaction, reader, now);

    public void Append(SqliteTransaction transaction, QueuedText queued, int reader, DateTimeOffset now, byte[] payload) =>
        _append.Run(transaction, _revision.Scalar(transaction, queued.Hash), reader, now, payload);

    /// <summary>How many texts this reader has yet to read.</summary>
    public long Unread(SqliteTransaction transaction, int reader) => (long)_unread.Scalar(transaction, reader)!;

    /// <summary>From now on the readings of this reader speak. The chronicle is to be folded anew after it.</summary>
    public Rereading ChangeOver(SqliteTransaction transaction, int from, int to, DateTimeOffset now)
    {
        var (texts, last) = (0, 0L);
        var counts = new int[3];
        var changes = new List<string>();
        for (var more = true; more;)
        {
            more = false;
            foreach (var pair in Pairs(transaction, to, last))
            {
                more = true;
                last = pair.RevisionId;
                texts++;
                foreach (var change in ReadingChange.Between(pair.Older, pair.Newer, pair.Article))
                {
                    counts[(int)change.Kind]++;
                    if (changes.Count < MostChanges)
                    {
                        changes.Add(change.ToString());
                    }
                }

                var header = pair.Newer.Header;
                var known = header.Published?.KnownSince(zone) ?? pair.RecordedAt;
                _change.Run(transaction, pair.RevisionId, pair.ReadingId, known, header.Agency, header.Headline, header.Published?.ToString());
            }
        }

        _report.Run(transaction, from, to, now, texts, counts[0], counts[1], counts[2], string.Join('\n', changes));
        _now.Run(transaction, to);
        return new Rereading(texts, counts[0], counts[1], counts[2], changes);
    }

    public void Dispose()
    {
        Command[] commands = [_current, _enqueue, _revision, _append, _unread, _pairs, _change, _report, _now];
        foreach (var command in commands)
        {
            command.Dispose();
        }
    }

    private List<(long RevisionId, string Article, DateTimeOffset RecordedAt, Reading Older, long ReadingId, Reading Newer)> Pairs(SqliteTransaction transaction, int reader, long after)
    {
        using var rows = _pairs.Rows(transaction, reader, after);
        var pairs = new List<(long, string, DateTimeOffset, Reading, long, Reading)>();
        while (rows.Read())
        {
            var text = rows.GetString(2);
            pairs.Add((
                rows.GetInt64(0),
                rows.GetString(1),
                new DateTimeOffset(rows.GetInt64(3), TimeSpan.Zero),
                StoredReading.Decode(rows.GetBytes(4), text),
                rows.GetInt64(5),
                StoredReading.Decode(rows.GetBytes(6), text)));
        }

        return pairs;
    }
}

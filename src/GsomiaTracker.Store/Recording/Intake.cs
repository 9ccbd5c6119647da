using GsomiaTracker.Store.Readings;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Recording;

/// <summary>
/// The durable queue between handing over and reading. A text is acknowledged when it lies here; it leaves only together with its
/// reading going on the record, in one transaction. Safe for several threads and processes.
/// </summary>
public sealed class Intake : IDisposable
{
    private readonly Lock _turn = new();
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;
    private readonly Command _onRecord;
    private readonly Command _enqueue;
    private readonly Command _next;
    private readonly Command _due;
    private readonly Command _fail;
    private readonly Command _refuse;

    public Intake(TrackerStore store, TimeProvider clock)
    {
        _clock = clock;
        _connection = store.Connect();
        _onRecord = new(_connection, """SELECT a."Id" FROM "Revisions" r JOIN "Articles" a ON a."RevisionId" = r."Id" WHERE r."Hash" = $0""", 1);
        _enqueue = new(_connection, """
            INSERT INTO "Inbox" ("Hash", "Text", "Supplied", "ReceivedAt", "Origin", "FileName", "Attempts", "NextAttemptAt", "LastError")
            VALUES ($0, $1, $2, $3, $4, $5, 0, $3, NULL) ON CONFLICT ("Hash") DO NOTHING
            """, 6);
        _next = new(_connection, """
            SELECT i."Id", i."Hash", COALESCE(i."Text", r."Text"), i."Supplied", i."FileName", i."Attempts", i."Text" IS NULL
            FROM "Inbox" i LEFT JOIN "Revisions" r ON i."Text" IS NULL AND r."Hash" = i."Hash"
            WHERE i."NextAttemptAt" <= $0 ORDER BY i."Text" IS NULL, i."Id" LIMIT $1
            """, 2);
        _due = new(_connection, """SELECT MIN("NextAttemptAt") FROM "Inbox" """, 0);
        _fail = new(_connection, """UPDATE "Inbox" SET "Attempts" = "Attempts" + 1, "NextAttemptAt" = $1, "LastError" = $2 WHERE "Id" = $0""", 3);
        _refuse = new(_connection, """UPDATE "State" SET "Refused" = "Refused" + 1, "LastRefusal" = $0""", 1);
    }

    /// <summary>Stores a text; when this returns, no power cut loses it.</summary>
    public Handover Accept(IncomingText text) => Accept([text])[0];

    /// <summary>Stores several texts in one transaction: all of them are safe when this returns.</summary>
    public IReadOnlyList<Handover> Accept(IReadOnlyList<IncomingText> texts)
    {
        lock (_turn)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            var now = _clock.GetUtcNow();
            var answers = new Handover[texts.Count];
            for (var i = 0; i < answers.Length; i++)
            {
                var text = texts[i];
                answers[i] = _onRecord.Scalar(transaction, text.Hash) is string article
                    ? new Handover(HandoverKind.OnRecord, text.Hash, article)
                    : _enqueue.Run(transaction, text.Hash, text.Text, text.Supplied?.ToString(), now, text.Origin, text.FileName) == 1
                        ? new Handover(HandoverKind.Queued, text.Hash, null)
                        : new Handover(HandoverKind.Waiting, text.Hash, null);
            }

            transaction.Commit();
            return answers;
        }
    }

    /// <summary>The texts whose turn it is, oldest first, at most <paramref name="most"/>; what is to be read again waits for what is new.</summary>
    public IReadOnlyList<QueuedText> Next(int most)
    {
        lock (_turn)
        {
            using var rows = _next.Rows(null, _clock.GetUtcNow(), most);
            var texts = new List<QueuedText>();
            while (rows.Read())
            {
                texts.Add(new QueuedText(
                    rows.GetInt64(0),
                    rows.GetString(1),
                    rows.GetString(2),
                    StoredPublication.Parse(rows.IsDBNull(3) ? null : rows.GetString(3)),
                    rows.IsDBNull(4) ? null : rows.GetString(4),
                    rows.GetInt32(5),
                    rows.GetBoolean(6)));
            }

            return texts;
        }
    }

    /// <summary>When the next text's turn comes; null with an empty queue.</summary>
    public DateTimeOffset? NextDue()
    {
        lock (_turn)
        {
            return _due.Scalar(null) is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        }
    }

    /// <summary>Notes that reading a text failed; its turn comes again later: after 2, 4, 8 ... seconds, at most an hour.</summary>
    /// <returns>When its turn comes again.</returns>
    public DateTimeOffset Failed(QueuedText text, string error)
    {
        var again = _clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, Math.Min(text.Attempts, 12) + 1)));
        lock (_turn)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            _fail.Run(transaction, text.Id, again, error);
            transaction.Commit();
        }

        return again;
    }

    /// <summary>Counts a hand-over that was refused, with its reason.</summary>
    public void Refused(string reason)
    {
        lock (_turn)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            _refuse.Run(transaction, reason);
            transaction.Commit();
        }
    }

    public void Dispose()
    {
        Command[] commands = [_onRecord, _enqueue, _next, _due, _fail, _refuse];
        foreach (var command in commands)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }
}

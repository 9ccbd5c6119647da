using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Tables;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Recording;

/// <summary>The writer's prepared statements on the append-only tables, the takes and the state.</summary>
internal sealed class ArchiveCommands(SqliteConnection connection) : IDisposable
{
    /// <summary>A take that no later one has silenced.</summary>
    public static readonly DateTimeOffset Forever = DateTimeOffset.MaxValue;

    /// <summary>The same as a number: an index over part of a table is only used by a statement that has the same number in words.</summary>
    public const long ForeverTicks = 3155378975999999999;

    private readonly Command _arrival = new(connection, """SELECT "Origin" FROM "Inbox" WHERE "Id" = $0""", 1);
    private readonly Command _dequeue = new(connection, """DELETE FROM "Inbox" WHERE "Id" = $0""", 1);
    private readonly Command _dequeueRecorded = new(connection, """DELETE FROM "Inbox" WHERE "Text" IS NOT NULL AND "Hash" IN (SELECT "Hash" FROM "Revisions")""", 0);
    private readonly Command _addRevision = new(connection, """
        INSERT INTO "Revisions" ("Hash", "Text", "Supplied", "RecordedAt", "Origin", "FileName") VALUES ($0, $1, $2, $3, $4, $5) RETURNING "Id"
        """, 6);
    private readonly Command _onRecord = new(connection, """SELECT 1 FROM "Revisions" WHERE "Hash" = $0""", 1);
    private readonly Command _findReader = new(connection, """SELECT "Id" FROM "Readers" WHERE "Version" = $0 AND "Lexicon" = $1 AND "Dossier" = $2""", 3);
    private readonly Command _addReader = new(connection, """INSERT INTO "Readers" ("Version", "Lexicon", "Dossier") VALUES ($0, $1, $2) RETURNING "Id" """, 3);
    private readonly Command _addReading = new(connection, """
        INSERT INTO "Readings" ("RevisionId", "ReaderId", "RecordedAt", "Payload") VALUES ($0, $1, $2, $3) RETURNING "Id"
        """, 4);
    private readonly Command _addArticle = new(connection, """INSERT INTO "Articles" ("Id", "RevisionId") VALUES ($0, $1) ON CONFLICT DO NOTHING RETURNING 1""", 2);
    private readonly Command _addTake = new(connection, """
        INSERT INTO "Takes" ("RevisionId", "ReadingId", "ArticleId", "Story", "ReadSince", "KnownSince", "KnownUntil", "Place", "Agency", "Headline", "Published")
        VALUES ($0, $1, $2, $2, $3, $3, $4, -1, $5, $6, $7)
        """, 8);
    private readonly Command _addCorrection = new(connection, """
        INSERT INTO "Corrections" ("Act", "Article", "Target", "Field", "Value", "Author", "RecordedAt", "Reason", "Seconder")
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8) RETURNING "Sequence"
        """, 9);
    private readonly Command _countIngest = new(connection, """
        UPDATE "State" SET "RecordVersion" = "RecordVersion" + 1, "LastIngestAt" = $0, "ReaderId" = COALESCE("ReaderId", $1)
        """, 2);
    private readonly Command _version = new(connection, """SELECT "RecordVersion" FROM "State" """, 0);
    private readonly Command _foldedBy = new(connection, """SELECT "FoldedBy" FROM "State" """, 0);
    private readonly Command _anyTake = new(connection, """SELECT 1 FROM "Takes" LIMIT 1""", 0);
    private readonly Command _setFoldedBy = new(connection, """UPDATE "State" SET "FoldedBy" = $0""", 1);
    private readonly Command _countChange = new(connection, """UPDATE "State" SET "RecordVersion" = "RecordVersion" + 1""", 0);

    /// <summary>Takes a piece of work out of the queue; false where it is gone already.</summary>
    public bool Dequeue(SqliteTransaction transaction, long id, out Origin origin)
    {
        origin = default;
        if (_arrival.Scalar(transaction, id) is not long stored)
        {
            return false;
        }

        origin = (Origin)stored;
        return _dequeue.Run(transaction, id) == 1;
    }

    /// <summary>Takes texts out of the queue that have come onto the record another way.</summary>
    public void DequeueRecorded(SqliteTransaction transaction) => _dequeueRecorded.Run(transaction);

    public long AddRevision(SqliteTransaction transaction, string hash, string text, string? supplied, DateTimeOffset recordedAt, Origin origin, string? fileName) =>
        (long)_addRevision.Scalar(transaction, hash, text, supplied, recordedAt, origin, fileName)!;

    public bool IsOnRecord(SqliteTransaction transaction, string hash) => _onRecord.Scalar(transaction, hash) is not null;

    public int ReaderId(SqliteTransaction transaction, ReaderIdentity reader) =>
        (int)(long)(_findReader.Scalar(transaction, reader.Version, reader.Lexicon, reader.Dossier)
            ?? _addReader.Scalar(transaction, reader.Version, reader.Lexicon, reader.Dossier)!);

    public long Version(SqliteTransaction transaction) => (long)_version.Scalar(transaction)!;

    public long AddReading(SqliteTransaction transaction, long revision, int reader, DateTimeOffset recordedAt, byte[] payload) =>
        (long)_addReading.Scalar(transaction, revision, reader, recordedAt, payload)!;

    /// <summary>Takes the id for the revision; false where another text has it already.</summary>
    public bool AddArticle(SqliteTransaction transaction, string article, long revision) => _addArticle.Scalar(transaction, article, revision) is not null;

    public void AddTake(SqliteTransaction transaction, long revision, long reading, string article, DateTimeOffset read, ReadingHeader header) =>
        _addTake.Run(transaction, revision, reading, article, read, Forever, header.Agency, header.Headline, header.Published?.ToString());

    public long AddCorrection(SqliteTransaction transaction, CorrectionDraft draft, string author, DateTimeOffset at, string reason, string? seconder) =>
        (long)_addCorrection.Scalar(transaction, Vocabulary.Word(draft.Act), draft.Article, draft.Target, draft.Field, draft.Value, author, at, reason, seconder)!;

    public void CountIngest(SqliteTransaction transaction, DateTimeOffset at, int reader) => _countIngest.Run(transaction, at, reader);

    public string? FoldedBy(SqliteTransaction transaction) => _foldedBy.Scalar(transaction) as string;

    public bool HasTakes(SqliteTransaction transaction) => _anyTake.Scalar(transaction) is not null;

    public void SetFoldedBy(SqliteTransaction transaction, string rules) => _setFoldedBy.Run(transaction, rules);

    public void CountChange(SqliteTransaction transaction) => _countChange.Run(transaction);

    public void Dispose()
    {
        Command[] commands = [_arrival, _dequeue, _dequeueRecorded, _addRevision, _onRecord, _findReader, _addReader, _addReading, _addArticle, _addTake, _addCorrection, _countIngest, _version, _foldedBy, _anyTake, _setFoldedBy, _countChange];
        foreach (var command in commands)
        {
            command.Dispose();
        }
    }
}

using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Readings;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>Takes of the record, decoded when first asked for and kept for a while: the news of a day asks for the same ones again and again.</summary>
internal sealed class TakeShelf(SqliteConnection connection, CorrectionShelf corrections, TimeZoneInfo zone) : IDisposable
{
    /// <summary>When so many are kept, those go that have not been asked for since the last time.</summary>
    private const int Most = 1500;

    private Dictionary<long, StoredTake> _kept = [];
    private Dictionary<long, StoredTake> _older = [];
    private readonly Command _one = new(connection, """
        SELECT t."Story", t."ReadSince", r."Hash", r."Text", r."RecordedAt", g."Payload"
        FROM "Takes" t JOIN "Revisions" r ON r."Id" = t."RevisionId" JOIN "Readings" g ON g."Id" = t."ReadingId" WHERE t."RevisionId" = $0
        """, 1);

    private readonly Command _id = new(connection, """SELECT "Id" FROM "Revisions" WHERE "Hash" = $0""", 1);

    /// <summary>The key of the text with that hash.</summary>
    public long IdOf(SqliteTransaction transaction, string hash) => (long)_id.Scalar(transaction, hash)!;

    public StoredTake Get(SqliteTransaction transaction, long revisionId)
    {
        if (_kept.TryGetValue(revisionId, out var kept))
        {
            return kept;
        }

        if (_older.TryGetValue(revisionId, out kept))
        {
            return Keep(kept);
        }

        var corrected = corrections.Active(transaction).Count > 0;
        string story, hash, text;
        DateTimeOffset read, recorded;
        Reading reading;
        using (var rows = _one.Rows(transaction, revisionId))
        {
            if (!rows.Read())
            {
                throw new InvalidDataException($"Revision {revisionId} has no take.");
            }

            (story, read, hash, text, recorded) = (rows.GetString(0), rows.GetInstant(1), rows.GetString(2), rows.GetString(3), rows.GetInstant(4));
            // A correction may hold for anything in a reading; the fold by itself looks at the events.
            reading = corrected ? StoredReading.Decode(rows.GetBytes(5), text) : StoredReading.DecodeEvents(rows.GetBytes(5), text);
        }

        return Keep(transaction, revisionId, hash, text, reading, story, read, recorded, new Lazy<TakeSketch>(() => TakeSketch.Of(hash, reading.Text ?? text, reading.Header, read)));
    }

    /// <summary>Puts a take on the shelf that is being recorded, so that it need not be read back.</summary>
    public StoredTake Keep(SqliteTransaction transaction, Arrival arrived) => Keep(
        transaction, arrived.RevisionId, arrived.Hash, arrived.Text, arrived.Reading, arrived.Article, arrived.Read, arrived.Recorded, new Lazy<TakeSketch>(arrived.Sketch));

    private StoredTake Keep(
        SqliteTransaction transaction, long id, string hash, string text, Reading reading, string story, DateTimeOffset read, DateTimeOffset recorded, Lazy<TakeSketch> sketch)
    {
        if (corrections.Active(transaction).Count == 0)
        {
            // The fold by itself looks at nothing else; thousands of takes are kept, and what they hold is moved about by each collection.
            var events = new Reading(reading.Reader, null, reading.Header, reading.Officials, [], reading.Events, [], [], [], []);
            return Keep(new StoredTake(id, new ArticleRevision(story, hash, "", events, read, recorded), sketch, Retracted: false));
        }

        var (take, retracted) = corrections.Apply(transaction, new ArticleRevision(story, hash, reading.Text ?? text, reading, read, recorded), zone);
        return Keep(new StoredTake(id, take, sketch, retracted));
    }

    /// <summary>A take has come to another story; where there are corrections, others may hold for it now.</summary>
    public void Move(SqliteTransaction transaction, long revisionId, string story)
    {
        if (corrections.Active(transaction).Count == 0 && (_kept.TryGetValue(revisionId, out var kept) || _older.TryGetValue(revisionId, out kept)))
        {
            Keep(kept with { Take = kept.Take with { Article = story } });
        }
        else
        {
            Forget(revisionId);
        }
    }

    /// <summary>What is in memory of a take is no longer so: ask again.</summary>
    public void Forget(long revisionId)
    {
        _kept.Remove(revisionId);
        _older.Remove(revisionId);
    }

    /// <summary>What is in memory may not be what is in the database: ask again.</summary>
    public void Clear()
    {
        _kept.Clear();
        _older.Clear();
    }

    public void Dispose()
    {
        _one.Dispose();
        _id.Dispose();
    }

    private StoredTake Keep(StoredTake take)
    {
        if (_kept.Count >= Most)
        {
            (_older, _kept) = (_kept, _older);
            _kept.Clear();
        }

        _older.Remove(take.RevisionId);
        return _kept[take.RevisionId] = take;
    }
}

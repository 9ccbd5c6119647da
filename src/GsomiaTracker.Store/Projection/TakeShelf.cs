using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Readings;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>Takes of the record, decoded when first asked for and kept for a while: the news of a day asks for the same ones again and again.</summary>
internal sealed class TakeShelf(SqliteConnection connection, Aside aside, CorrectionShelf corrections, TimeZoneInfo zone) : IDisposable
{
    private const int Most = 1500;
    private const int AtATime = 500;

    private readonly Recent<long, StoredTake> _kept = new(Most);
    private readonly Command _one = new(connection, """
        SELECT t."Story", t."ReadSince", r."Hash", r."Text", r."RecordedAt", g."Payload"
        FROM "Takes" t JOIN "Revisions" r ON r."Id" = t."RevisionId" JOIN "Readings" g ON g."Id" = t."ReadingId" WHERE t."RevisionId" = $0
        """, 1);

    private readonly Command _id = new(connection, """SELECT "Id" FROM "Revisions" WHERE "Hash" = $0""", 1);

    /// <summary>The key of the text with that hash.</summary>
    public long IdOf(SqliteTransaction transaction, string hash) => (long)_id.Scalar(transaction, hash)!;

    /// <summary>Takes with their sketches, one after the other; read many at a time, while nothing is written: two threads that ask one connection by turns wait for each other at every step.</summary>
    public IEnumerable<StoredTake> Each(SqliteTransaction transaction, IReadOnlyList<long> revisionIds)
    {
        var together = new List<StoredTake>();
        for (var at = 0; at < revisionIds.Count; at += AtATime)
        {
            var end = Math.Min(at + AtATime, revisionIds.Count);
            for (var i = at; i < end; i++)
            {
                if (!_kept.Has(revisionIds[i]))
                {
                    aside.Wait();
                    break;
                }
            }

            for (var i = at; i < end; i++)
            {
                var take = Get(transaction, revisionIds[i]);
                _ = take.Sketch;
                together.Add(take);
            }

            foreach (var take in together)
            {
                yield return take;
            }

            together.Clear();
        }
    }

    public StoredTake Get(SqliteTransaction transaction, long revisionId)
    {
        if (_kept.TryGet(revisionId, out var kept))
        {
            return kept;
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
            return _kept.Set(id, new StoredTake(id, new ArticleRevision(story, hash, "", events, read, recorded), sketch, Retracted: false));
        }

        var (take, retracted) = corrections.Apply(transaction, new ArticleRevision(story, hash, reading.Text ?? text, reading, read, recorded), zone);
        return _kept.Set(id, new StoredTake(id, take, sketch, retracted));
    }

    /// <summary>A take has come to another story; where there are corrections, others may hold for it now.</summary>
    public void Move(SqliteTransaction transaction, long revisionId, string story)
    {
        if (corrections.Active(transaction).Count == 0 && _kept.TryGet(revisionId, out var kept))
        {
            _kept.Set(revisionId, kept with { Take = kept.Take with { Article = story } });
        }
        else
        {
            Forget(revisionId);
        }
    }

    /// <summary>What is in memory of a take is no longer so: ask again.</summary>
    public void Forget(long revisionId) => _kept.Remove(revisionId);

    /// <summary>What is in memory may not be what is in the database: ask again.</summary>
    public void Clear() => _kept.Clear();

    public void Dispose()
    {
        _one.Dispose();
        _id.Dispose();
    }
}

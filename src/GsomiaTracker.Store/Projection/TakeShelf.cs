using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Readings;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>Takes of the record, decoded when first asked for and kept for a while: the news of a day asks for the same ones again and again.</summary>
internal sealed class TakeShelf(SqliteConnection connection, CorrectionShelf corrections, TimeZoneInfo zone) : IDisposable
{
    private const int Most = 4096;

    private readonly Dictionary<long, StoredTake> _kept = [];
    private readonly Command _one = new(connection, """
        SELECT t."Story", t."ReadSince", r."Hash", r."Text", r."RecordedAt", g."Payload"
        FROM "Takes" t JOIN "Revisions" r ON r."Id" = t."RevisionId" JOIN "Readings" g ON g."Id" = t."ReadingId" WHERE t."RevisionId" = $0
        """, 1);

    public StoredTake Get(SqliteTransaction transaction, long revisionId)
    {
        if (_kept.TryGetValue(revisionId, out var kept))
        {
            return kept;
        }

        using var rows = _one.Rows(transaction, revisionId);
        if (!rows.Read())
        {
            throw new InvalidDataException($"Revision {revisionId} has no take.");
        }

        var text = rows.GetString(3);
        return Keep(transaction, revisionId, rows.GetString(2), text, StoredReading.Decode(rows.GetBytes(5), text), rows.GetString(0), Ticks(rows, 1), Ticks(rows, 4));
    }

    /// <summary>Puts a take on the shelf that is being recorded, so that it need not be read back.</summary>
    public StoredTake Keep(SqliteTransaction transaction, long revisionId, string hash, string text, Reading reading, string story, DateTimeOffset read, DateTimeOffset recorded)
    {
        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        var own = reading.Text ?? text;
        var sketch = TakeSketch.Of(hash, own, reading.Header, read);
        var (take, retracted) = corrections.Apply(transaction, new ArticleRevision(story, hash, own, reading, read, recorded), zone);
        return _kept[revisionId] = new StoredTake(revisionId, take, sketch, retracted);
    }

    /// <summary>What is in memory of a take is no longer so: ask again.</summary>
    public void Forget(long revisionId) => _kept.Remove(revisionId);

    /// <summary>What is in memory may not be what is in the database: ask again.</summary>
    public void Clear() => _kept.Clear();

    public void Dispose() => _one.Dispose();

    private static DateTimeOffset Ticks(Rows rows, int column) => new(rows.GetInt64(column), TimeSpan.Zero);
}

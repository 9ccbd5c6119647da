using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Readings;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Recording;

/// <summary>
/// Puts readings and corrections on the record, each with all that follows from it in one durable transaction: after a kill at any moment
/// either all of it is there or the text still waits in the queue. It keeps nothing in memory that the database does not say, so that
/// processes may take turns. Safe for several threads; they take turns too.
/// </summary>
public sealed class RecordWriter : IDisposable
{
    private readonly Lock _turn = new();
    private readonly SqliteConnection _connection;
    private readonly Dossier _dossier;
    private readonly TimeProvider _clock;
    private readonly ArchiveCommands _archive;

    public RecordWriter(TrackerStore store, Dossier dossier, TimeProvider clock)
    {
        _connection = store.Connect();
        _dossier = dossier;
        _clock = clock;
        _archive = new ArchiveCommands(_connection);
    }

    /// <summary>Puts a text of the queue on the record with what was read in it, and takes it out of the queue.</summary>
    /// <returns>What became of it; null when another process was faster.</returns>
    public Recorded? Record(QueuedText queued, Reading reading)
    {
        lock (_turn)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            if (!_archive.Dequeue(transaction, queued.Id, out var arrival))
            {
                return null;
            }

            var now = _clock.GetUtcNow();
            var revision = _archive.AddRevision(transaction, queued.Hash, queued.Text, queued.Supplied?.ToString(), now, arrival.Origin, queued.FileName);
            var reader = _archive.ReaderId(transaction, reading.Reader);
            var readingId = _archive.AddReading(transaction, revision, reader, now, StoredReading.Encode(reading, queued.Text));
            var article = ArticleIds.Of(reading.Header, queued.Hash);
            if (!_archive.AddArticle(transaction, article, revision))
            {
                article = $"article-{queued.Hash}";
                _archive.AddArticle(transaction, article, revision);
            }

            var known = reading.Header.Published?.KnownSince(_dossier.Zone) ?? now;
            _archive.AddTake(transaction, revision, readingId, article, article, known, reading.Header);
            _archive.CountIngest(transaction, now, reader);
            transaction.Commit();
            return new Recorded(article, article, 1);
        }
    }

    /// <summary>Appends a correction. The order of commit is the order of its sequence; no two get the same, none is lost.</summary>
    /// <returns>The correction as it stands on the record.</returns>
    public Correction Append(CorrectionAct act, string? article, string target, string? field, string? value, string author, string reason)
    {
        lock (_turn)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            var now = _clock.GetUtcNow();
            var sequence = _archive.AddCorrection(transaction, act, article, target, field, value, author, now, reason);
            _archive.CountChange(transaction);
            transaction.Commit();
            return new Correction(sequence, act, article, target, field, value, author, now, reason);
        }
    }

    public void Dispose()
    {
        _archive.Dispose();
        _connection.Dispose();
    }
}

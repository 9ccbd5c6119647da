using System.Security.Cryptography;
using System.Text;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Projection;
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
    /// <summary>So many texts of an archive find their places together.</summary>
    private const int AtATime = 500;

    /// <summary>Nothing is folded before the first of them are put down, so those are few.</summary>
    private const int First = 100;

    private readonly Lock _turn = new();
    private readonly SqliteConnection _connection;
    private readonly Dossier _dossier;
    private readonly TimeProvider _clock;
    private readonly ArchiveCommands _archive;
    private readonly ChronicleProjection _projection;
    private readonly Aside _aside = new();
    private readonly Checkpoints _checkpoints;
    private readonly RereadingCommands _rereading;

    /// <summary>Names the rules of the fold: their number, the builds of domain and store, since what is shown of an event changes with them as well, and what the dossier adds.</summary>
    private readonly string _rules;
    private long _version;

    public RecordWriter(TrackerStore store, Dossier dossier, TimeProvider clock)
    {
        _connection = store.Connect();
        using (var cache = _connection.CreateCommand())
        {
            // Keys of events and of sentences come in every order: a large archive's pages would be read again and again.
            cache.CommandText = "PRAGMA cache_size=-131072";
            cache.ExecuteNonQuery();
        }

        _dossier = dossier;
        _clock = clock;
        _checkpoints = new Checkpoints(_connection, store.Connect);
        _archive = new ArchiveCommands(_connection);
        _projection = new ChronicleProjection(_connection, _aside, dossier);
        _rereading = new RereadingCommands(_connection, dossier.Zone);
        _rules = FormattableString.Invariant($"rules {ChronicleFold.Rules}, {typeof(ChronicleFold).Module.ModuleVersionId:N} {typeof(ChronicleProjection).Module.ModuleVersionId:N} {dossier.Id} {Shown(dossier)}");
    }

    /// <summary>Puts a text of the queue on the record with what was read in it, and takes it out of the queue.</summary>
    /// <returns>What became of it; null when another process was faster.</returns>
    public Recorded? Record(QueuedText queued, Reading reading) => InTurn(transaction =>
    {
        Refold(transaction);
        if (!_archive.Dequeue(transaction, queued.Id, out var origin))
        {
            return null;
        }

        var now = _clock.GetUtcNow();
        var text = new IncomingText(queued.Text, origin, queued.FileName, queued.Supplied);
        var arrival = Add(transaction, Prepare(text, queued.Hash, reading, now), queued.Hash, now, out var reader);
        _projection.Fold(transaction, _projection.Arrived(transaction, [arrival]));
        _archive.CountIngest(transaction, now, reader);
        var (story, takes) = _projection.StoryOf(transaction, arrival.RevisionId);
        return new Recorded(arrival.Article, story, takes);
    });

    /// <summary>
    /// Puts many texts that have been read already on the record, in one transaction: for an archive. Texts that are on the record are passed over; those that wait in the queue wait no longer. Fastest
    /// in order of publication, ten thousand at a time.
    /// </summary>
    /// <returns>How many were new; all of them are on disk.</returns>
    public int Import(IReadOnlyList<(IncomingText Text, Reading Reading)> texts) => InTurn(
        transaction =>
        {
            Refold(transaction);
            var now = _clock.GetUtcNow();
            var (reader, fresh) = (0, 0);
            var sorted = texts.OrderBy(t => t.Reading.Header.Published?.KnownSince(_dossier.Zone) ?? now).ToArray();
            var chunks = new[] { sorted[..Math.Min(First, sorted.Length)] }.Concat(sorted.Skip(First).Chunk(AtATime)).ToList();

            // While some find their places, the next ones' texts and readings are put down, and of those after them all is worked out that can be said of them by themselves.
            var prepared = Prepare(chunks, 0, now);
            var filed = File(transaction, prepared, now);
            for (var i = 0; i < chunks.Count; i++)
            {
                prepared = Prepare(chunks, i + 1, now);
                var arrivals = filed.GetAwaiter().GetResult();
                fresh += arrivals.Count;
                reader = arrivals.Count > 0 ? arrivals[^1].Reader : reader;

                // The tables are asked before the next texts are put down: two threads that use one connection by turns wait for each other at every row.
                var takes = arrivals.Count > 0 ? _projection.Arrived(transaction, [.. arrivals.Select(a => a.Arrival)]) : [];
                filed = File(transaction, prepared, now);
                _projection.Fold(transaction, takes);
            }

            if (fresh > 0)
            {
                _aside.Wait();
                _archive.DequeueRecorded(transaction);
                _archive.CountIngest(transaction, now, reader);
            }

            return fresh;
        },
        _checkpoints.Commit);

    /// <summary>What of the dossier the fold itself looks at: its deadline, which place lies in which, whom officials serve.</summary>
    private static string Shown(Dossier dossier)
    {
        var words = string.Join('\n', dossier.Places.Select(p => $"{p.Name}<{p.Within}")
            .Concat(dossier.Parties.Select(p => $"{p.Name}<{p.Capital}"))
            .Concat(dossier.Officials.Select(o => $"{o.Id} {o.Country}"))
            .Prepend(FormattableString.Invariant($"{dossier.Deadline.Instant:O} {dossier.Deadline.Zone} {dossier.Deadline.Subject} {string.Join(' ', dossier.Deadline.PrintedDays.Select(Domain.Time.DayRange.Iso))}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 8));
    }

    /// <summary>What a text brings onto the record, as far as it can be told without the record.</summary>
    private sealed record Prepared(IncomingText Text, Reading Reading, byte[] Payload, string Article, DateTimeOffset Known, TakeSketch Sketch);

    private Task<Prepared[]> Prepare(List<(IncomingText Text, Reading Reading)[]> chunks, int chunk, DateTimeOffset now) =>
        chunk == chunks.Count ? Task.FromResult<Prepared[]>([]) : Task.Run(() => Array.ConvertAll(chunks[chunk], t => Prepare(t.Text, t.Text.Hash, t.Reading, now)));

    private Prepared Prepare(IncomingText text, string hash, Reading reading, DateTimeOffset now)
    {
        var known = reading.Header.Published?.KnownSince(_dossier.Zone) ?? now;
        return new Prepared(
            text,
            reading,
            StoredReading.Encode(reading, text.Text),
            StoryMatcher.Name(reading.Header, hash),
            known,
            TakeSketch.Of(hash, reading.Text ?? text.Text, reading.Header, known));
    }

    private Arrival Add(SqliteTransaction transaction, Prepared some, string hash, DateTimeOffset now, out int reader)
    {
        (var arrival, reader) = File(transaction, some, hash, now);
        return arrival;
    }

    /// <summary>Puts down those texts that are new, beside what else is done.</summary>
    private Task<List<(Arrival Arrival, int Reader)>> File(SqliteTransaction transaction, Task<Prepared[]> prepared, DateTimeOffset now) => _aside.Do(() =>
    {
        var texts = prepared.GetAwaiter().GetResult();
        var filed = new List<(Arrival, int)>(texts.Length);
        foreach (var some in texts)
        {
            if (!_archive.IsOnRecord(transaction, some.Text.Hash))
            {
                filed.Add(File(transaction, some, some.Text.Hash, now));
            }
        }

        return filed;
    });

    /// <summary>Puts down a text and its reading, and gives it its own id and its row among the takes.</summary>
    private (Arrival Arrival, int Reader) File(SqliteTransaction transaction, Prepared some, string hash, DateTimeOffset now)
    {
        var (text, reading) = (some.Text, some.Reading);
        var revision = _archive.AddRevision(transaction, hash, text.Text, text.Supplied?.ToString(), now, text.Origin, text.FileName);
        var reader = _archive.ReaderId(transaction, reading.Reader);
        var readingId = _archive.AddReading(transaction, revision, reader, now, some.Payload);
        var article = some.Article;
        if (!_archive.AddArticle(transaction, article, revision))
        {
            article = $"article-{hash}";
            _archive.AddArticle(transaction, article, revision);
        }

        _archive.AddTake(transaction, revision, readingId, article, some.Known, reading.Header);
        return (new Arrival(revision, hash, text.Text, reading, article, some.Known, now, some.Sketch), reader);
    }

    /// <summary>Puts a newer reader's reading beside the one that speaks for a text, and takes the text out of the queue. No page changes by it.</summary>
    public void RecordAgain(QueuedText queued, Reading reading) => InTurn(transaction =>
    {
        if (_archive.Dequeue(transaction, queued.Id, out _))
        {
            _rereading.Append(transaction, queued, _archive.ReaderId(transaction, reading.Reader), _clock.GetUtcNow(), StoredReading.Encode(reading, queued.Text));
        }

        return 0;
    });

    /// <summary>
    /// Sees to it that the record is this reader's: puts what it has not read into the queue; once there is nothing left, lets its readings speak, all at
    /// once. To be called at the start and whenever the queue has run empty.
    /// </summary>
    /// <returns>What the change of reader came to, when it has just been completed.</returns>
    public Rereading? ReadBy(ReaderIdentity reader) => InTurn(transaction =>
    {
        if (_rereading.Current(transaction) is not { } current)
        {
            return null;
        }

        var wanted = _archive.ReaderId(transaction, reader);
        if (wanted == current)
        {
            return null;
        }

        var now = _clock.GetUtcNow();
        if (_rereading.Unread(transaction, wanted) > 0)
        {
            _rereading.Enqueue(transaction, wanted, now);
            return null;
        }

        var changed = _rereading.ChangeOver(transaction, current, wanted, now);
        _projection.Rebuild(transaction);
        _archive.SetFoldedBy(transaction, _rules);
        _archive.CountChange(transaction);
        return changed;
    });

    /// <summary>Whether another program or dossier folded what is on the record: the rules may be others.</summary>
    public bool FoldedByOthers => InTurn(transaction => _archive.FoldedBy(transaction) != _rules && _archive.HasTakes(transaction));

    /// <summary>
    /// Folds the chronicle anew where another program or dossier folded it. Whatever adds to the record does this first by itself, so this may be called late;
    /// that it is due is on the record, and stays there until it has been done: a kill in the middle leaves the old chronicle, and the work to be done.
    /// </summary>
    /// <returns>True where there was something to fold.</returns>
    public bool FoldByTheseRules() => InTurn(Refold);

    private bool Refold(SqliteTransaction transaction)
    {
        if (_archive.FoldedBy(transaction) == _rules)
        {
            return false;
        }

        _archive.SetFoldedBy(transaction, _rules);
        if (_projection.Rebuild(transaction) == 0)
        {
            return false;
        }

        _archive.CountChange(transaction);
        return true;
    }

    /// <summary>Throws the chronicle away and makes it again from the readings and corrections.</summary>
    /// <returns>How many takes were folded.</returns>
    public int Rebuild() => InTurn(transaction =>
    {
        var takes = _projection.Rebuild(transaction);
        _archive.SetFoldedBy(transaction, _rules);
        _archive.CountChange(transaction);
        return takes;
    });

    /// <summary>Appends a correction. The order of commit is the order of its sequence; no two get the same, none is lost.</summary>
    /// <returns>The correction as it stands on the record.</returns>
    public Correction Append(CorrectionAct act, string? article, string target, string? field, string? value, string author, string reason) =>
        InTurn(transaction => Append(transaction, new CorrectionDraft(act, article, target, field, value), author, reason));

    /// <summary>Appends what an editor means to do, all or nothing: nothing where others have touched the same things since the editor looked.</summary>
    /// <param name="seen">The highest sequence on the record when the editor looked; 0 for none.</param>
    /// <param name="seconder">Who publishes what <paramref name="author"/> proposed; null where one person does both.</param>
    public Appended Append(IReadOnlyList<CorrectionDraft> drafts, long seen, string author, string reason, string? seconder = null) => InTurn(transaction =>
    {
        var all = _projection.Corrections(transaction);
        var meanwhile = drafts.SelectMany(d => CorrectionThread.Since(all, d, seen)).DistinctBy(c => c.Sequence).OrderBy(c => c.Sequence).ToList();
        return meanwhile.Count > 0
            ? new Appended([], meanwhile)
            : new Appended([.. drafts.Select(d => Append(transaction, d, author, reason, seconder)).ToList()], []);
    });

    public void Dispose()
    {
        _checkpoints.Dispose();
        _projection.Dispose();
        _rereading.Dispose();
        _archive.Dispose();
        _connection.Dispose();
    }

    private Correction Append(SqliteTransaction transaction, CorrectionDraft draft, string author, string reason, string? seconder = null)
    {
        Refold(transaction);
        var now = _clock.GetUtcNow();
        var sequence = _archive.AddCorrection(transaction, draft, author, now, reason, seconder);
        var correction = new Correction(sequence, draft.Act, draft.Article, draft.Target, draft.Field, draft.Value, author, now, reason, seconder);
        _projection.Corrected(transaction, correction);
        _archive.CountChange(transaction);
        return correction;
    }

    /// <summary>One transaction at a time: all of what <paramref name="work"/> does is on disk when this returns, or none of it.</summary>
    private T InTurn<T>(Func<SqliteTransaction, T> work) => InTurn(work, static transaction => transaction.Commit());

    private T InTurn<T>(Func<SqliteTransaction, T> work, Action<SqliteTransaction> commit)
    {
        lock (_turn)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            try
            {
                // Another process may have had its turn since ours.
                if (_archive.Version(transaction) != _version)
                {
                    _projection.Forget();
                }

                var result = work(transaction);
                _aside.Wait();
                var version = _archive.Version(transaction);
                commit(transaction);
                _version = version;
                return result;
            }
            catch
            {
                _aside.GiveUp();
                _projection.Forget();
                throw;
            }
        }
    }
}

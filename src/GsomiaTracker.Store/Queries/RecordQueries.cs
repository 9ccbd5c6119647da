using System.Collections.Concurrent;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Readings;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Store.Queries;

/// <summary>What is on the record, for pages and verbs. Every call sees one moment of the database; several threads may ask at a time.</summary>
public sealed class RecordQueries(TrackerStore store, Dossier dossier)
{
    private static readonly Func<TrackerContext, long> StoredVersion =
        EF.CompileQuery((TrackerContext context) => context.State.Select(s => s.RecordVersion).Single());

    /// <summary>The takes of the last load by their readings, which never change: what is on the record already is not read again, and stays the same object.</summary>
    private volatile IReadOnlyDictionary<long, ArticleRevision> _known = new Dictionary<long, ArticleRevision>();

    /// <summary>How texts came, which never changes: grows with what is loaded.</summary>
    private readonly ConcurrentDictionary<(string Revision, ReaderIdentity Reader), Coming> _comings = new();

    /// <summary>The version of what is on the record now; it grows with every commit that a reader could see. Cheap.</summary>
    public long Version()
    {
        using var context = store.Context();
        return StoredVersion(context);
    }

    /// <summary>All of it in memory: takes in order of becoming known, corrections in order of commit.</summary>
    public async Task<RecordContents> LoadAsync(CancellationToken cancel = default)
    {
        await using var context = store.Context();
        await context.Database.OpenConnectionAsync(cancel);

        // Deferred: a reader takes no lock, and waits for no writer.
        await using var moment = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await context.Database.UseTransactionAsync(moment, cancel);
        return await LoadAsync(context, cancel);
    }

    /// <summary>The same within a transaction of the caller's.</summary>
    internal async Task<RecordContents> LoadAsync(TrackerContext context, CancellationToken cancel)
    {
        var version = await context.State.Select(s => s.RecordVersion).SingleAsync(cancel);
        var known = _known;
        var takes = await context.Takes
            .OrderBy(t => t.KnownSince).ThenBy(t => t.Story).ThenBy(t => t.RevisionId)
            .Select(t => new { t.RevisionId, t.ReadingId, t.Story, t.ArticleId, KnownSince = t.ReadSince })
            .ToListAsync(cancel);
        var missing = takes.Where(t => !known.ContainsKey(t.ReadingId)).Select(t => t.RevisionId).ToList();
        var rows = missing.Count < takes.Count ? context.Takes.Where(t => missing.Contains(t.RevisionId)) : context.Takes;
        var read = missing.Count == 0 ? [] : await rows
            .Select(t => new { t.ReadingId, t.Revision!.Hash, t.Revision.Text, t.Revision.RecordedAt, t.Revision.Origin, t.Reading!.Payload, ReadAt = t.Reading.RecordedAt })
            .ToDictionaryAsync(t => t.ReadingId, cancel);
        var revisions = new List<ArticleRevision>(takes.Count);
        var all = new Dictionary<long, ArticleRevision>(takes.Count);
        foreach (var take in takes)
        {
            if (!known.TryGetValue(take.ReadingId, out var revision))
            {
                var row = read[take.ReadingId];
                var reading = StoredReading.Decode(row.Payload, row.Text);
                _comings[(row.Hash, reading.Reader)] = new Coming(row.Origin, row.ReadAt);
                revision = new ArticleRevision(take.Story, row.Hash, reading.Text ?? row.Text, reading, take.KnownSince, row.RecordedAt) { Name = take.ArticleId };
            }
            else if (revision.Article != take.Story || revision.KnownSince != take.KnownSince)
            {
                revision = revision with { Article = take.Story, KnownSince = take.KnownSince };
            }

            revisions.Add(revision);
            all[take.ReadingId] = revision;
        }

        _known = all;
        return new RecordContents(version, dossier, revisions, await Corrections(context, cancel)) { Comings = _comings };
    }

    /// <summary>How ingestion is doing: for <c>/healthz</c> and the foot of a page.</summary>
    public async Task<IngestionStatus> StatusAsync(CancellationToken cancel = default)
    {
        await using var context = store.Context();
        var state = await context.State.SingleAsync(cancel);
        var waiting = await context.Inbox
            .Select(i => new { i.Attempts, i.ReceivedAt, i.LastError })
            .ToListAsync(cancel);
        return new IngestionStatus(
            state.LastIngestAt,
            waiting.Count,
            waiting.Count(w => w.Attempts > 0),
            waiting.LastOrDefault(w => w.LastError is not null)?.LastError,
            waiting.Count == 0 ? null : waiting.Min(w => w.ReceivedAt),
            state.Refused,
            state.LastRefusal);
    }

    /// <summary>The articles that texts of these hashes are on the record as; those that are not are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ArticlesOfAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel = default)
    {
        await using var context = store.Context();
        return await context.Articles
            .Where(a => hashes.Contains(a.Revision!.Hash))
            .Select(a => new { a.Revision!.Hash, a.Id })
            .ToDictionaryAsync(a => a.Hash, a => a.Id, cancel);
    }

    /// <summary>Names of the files that the texts on the record came in, one for each text that came in one.</summary>
    public async Task<IReadOnlyList<string>> FileNamesAsync(CancellationToken cancel = default)
    {
        await using var context = store.Context();
        return await context.Takes.Where(t => t.Revision!.FileName != null).OrderBy(t => t.RevisionId).Select(t => t.Revision!.FileName!).ToListAsync(cancel);
    }

    /// <summary>What changes of reader came to, the latest first.</summary>
    public async Task<IReadOnlyList<Rereading>> RereadingsAsync(CancellationToken cancel = default)
    {
        await using var context = store.Context();
        var rows = await context.Rereadings.OrderByDescending(r => r.Id).ToListAsync(cancel);
        return [.. rows.Select(r => new Rereading(r.Texts, r.Found, r.Lost, r.Altered, r.Changes.Split('\n', StringSplitOptions.RemoveEmptyEntries)))];
    }

    private static async Task<IReadOnlyList<Correction>> Corrections(TrackerContext context, CancellationToken cancel)
    {
        var rows = await context.Corrections.OrderBy(c => c.Sequence).ToListAsync(cancel);
        var articles = rows.Where(c => c.Article is not null).Select(c => c.Article!).Distinct().ToList();

        // A correction keeps hold of its article when an earlier take gives the story another id.
        var stories = await context.Takes.Where(t => articles.Contains(t.ArticleId)).ToDictionaryAsync(t => t.ArticleId, t => t.Story, cancel);
        return [.. rows.Select(c => new Correction(
            c.Sequence,
            Vocabulary.TryParse<CorrectionAct>(c.Act, out var act) ? act : throw new InvalidDataException($"Correction {c.Sequence} has the unknown act '{c.Act}'."),
            c.Article is { } article ? stories.GetValueOrDefault(article, article) : null,
            c.Target,
            c.Field,
            c.Value,
            c.Author,
            c.RecordedAt,
            c.Reason,
            c.Seconder))];
    }
}

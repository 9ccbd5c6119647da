using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>
/// Keeps the chronicle beside the archive, in the archive's own transactions. The chronicle is a fold over the takes in the order in which they became
/// known, and a fold of a prefix never changes; so a take that is the newest news is simply added, and one that turns up late, or is
/// corrected, takes back what became known since, and all of that is added again. The work is that of the takes known since, whatever
/// the size of the record. What it gives is held against <see cref="FoldedRecord"/> by <see cref="Verification.RecordVerifier"/>.
/// </summary>
internal sealed class ChronicleProjection : IDisposable
{
    private readonly CorrectionShelf _corrections;
    private readonly TakeShelf _takes;
    private readonly StoryShelf _stories;
    private readonly PlaceShelf _places;
    private readonly EventShelf _events;
    private readonly VersionShelf _versions;
    private readonly GroupShelf _groups;
    private readonly Command _storyOf;
    private readonly Command _first;

    public ChronicleProjection(SqliteConnection connection, Dossier dossier)
    {
        _corrections = new CorrectionShelf(connection);
        _takes = new TakeShelf(connection, _corrections, dossier.Zone);
        _stories = new StoryShelf(connection, _takes);
        _places = new PlaceShelf(connection, _takes);
        _events = new EventShelf(connection, _takes, dossier);
        _versions = new VersionShelf(connection, dossier);
        _groups = new GroupShelf(connection, _corrections, _places, _versions, ToldOf);
        _storyOf = new(connection, """SELECT "Story" FROM "Takes" WHERE "ArticleId" = $0""", 1);
        _first = new(connection, """SELECT MIN("KnownSince") FROM "Takes" """, 0);
    }

    /// <summary>A take that has just been put on the record, its row written, its place yet to be found.</summary>
    /// <returns>The story it is a take of, and how many takes that story has now.</returns>
    public (string Story, int Takes) Arrived(SqliteTransaction transaction, long revisionId, string hash, string text, Reading reading, string article, DateTimeOffset read, DateTimeOffset recorded)
    {
        var take = _takes.Keep(transaction, revisionId, hash, text, reading, article, read, recorded);
        var from = Min(read, take.Take.KnownSince);
        _places.Know(transaction, take);
        var moved = _stories.Assign(transaction, read);
        if (moved.Count > 0)
        {
            from = Min(from, Moved(transaction, moved));
        }

        if (_places.IsNewest(transaction, from, revisionId))
        {
            take = _takes.Get(transaction, revisionId);
            if (!take.Retracted)
            {
                Add(transaction, take);
            }

            Group(transaction);
        }
        else
        {
            Refold(transaction, from);
        }

        var story = _takes.Get(transaction, revisionId).Take.Article;
        return (story, _stories.TakesOf(transaction, story).Count);
    }

    /// <summary>A correction that has just been put on the record.</summary>
    public void Corrected(SqliteTransaction transaction, Correction correction)
    {
        _corrections.Clear();
        _corrections.Active(transaction);
        var meant = correction;
        while (ActiveCorrections.Undoes(meant) is { } undone && _corrections.All.FirstOrDefault(c => c.Sequence == undone && c.Sequence < meant.Sequence) is { } earlier)
        {
            meant = earlier;
        }

        switch (meant.Act)
        {
            case CorrectionAct.Merge or CorrectionAct.Split:
                _groups.Rewrite(transaction);
                break;
            case CorrectionAct.Amend or CorrectionAct.Reject or CorrectionAct.Add or CorrectionAct.Header or CorrectionAct.Retract:
                Reread(transaction, meant.Article ?? (meant.Act == CorrectionAct.Retract ? meant.Target : null));
                break;
            default:
                // An explanation changes no line of the timeline; an undo of nothing changes nothing.
                break;
        }
    }

    /// <summary>All corrections, bound to the stories as they are now.</summary>
    public IReadOnlyList<Correction> Corrections(SqliteTransaction transaction)
    {
        _corrections.Active(transaction);
        return _corrections.All;
    }

    /// <summary>Throws the chronicle away and folds it again from the first take.</summary>
    public int Rebuild(SqliteTransaction transaction)
    {
        Forget();
        _versions.Clear(transaction);
        _events.Clear(transaction);
        _places.Clear(transaction);
        _stories.Assign(transaction, DateTimeOffset.MinValue);
        _corrections.Clear();
        _takes.Clear();
        var count = 0;
        foreach (var take in _places.Since(transaction, DateTimeOffset.MinValue))
        {
            _places.Know(transaction, take);
        }

        foreach (var take in _places.Since(transaction, DateTimeOffset.MinValue))
        {
            Add(transaction, take);
            count++;
        }

        Group(transaction);
        return count;
    }

    /// <summary>After a transaction that came to nothing, or one of another process: what is in memory may not be what is in the database.</summary>
    public void Forget()
    {
        _corrections.Clear();
        _takes.Clear();
        _places.Forget();
        _events.Forget();
    }

    public void Dispose()
    {
        IDisposable[] parts = [_corrections, _takes, _stories, _places, _events, _versions, _groups, _storyOf, _first];
        foreach (var part in parts)
        {
            part.Dispose();
        }
    }

    /// <summary>Folds again all that became known at an instant or later.</summary>
    private void Refold(SqliteTransaction transaction, DateTimeOffset from)
    {
        _versions.Undo(transaction, from);
        _events.Undo(transaction, from);
        _places.Undo(transaction, from);
        foreach (var take in _places.Since(transaction, from))
        {
            Add(transaction, take);
        }

        Group(transaction);
    }

    /// <summary>The next take in known order.</summary>
    private void Add(SqliteTransaction transaction, StoredTake take)
    {
        var known = take.Take.KnownSince;
        var touched = new SortedDictionary<long, bool>();
        if (_places.Add(transaction, take) is { } silenced)
        {
            foreach (var id in _events.EventsOf(transaction, silenced))
            {
                touched[id] = false;
            }
        }

        foreach (var (id, opened) in _events.Add(transaction, take))
        {
            touched[id] = opened;
        }

        foreach (var (id, opened) in touched)
        {
            _versions.Write(transaction, id, ReportsOf(transaction, id), known, opened);
        }
    }

    private void Group(SqliteTransaction transaction)
    {
        _corrections.Active(transaction);
        if (_corrections.All.Count > 0)
        {
            _groups.Rewrite(transaction);
        }
    }

    /// <summary>Takes have come to other stories: corrections of those stories hold for them now, and theirs for the stories.</summary>
    /// <returns>The earliest instant at which any of them is or was known.</returns>
    private DateTimeOffset Moved(SqliteTransaction transaction, IReadOnlyList<long> moved)
    {
        _corrections.Clear();
        var from = DateTimeOffset.MaxValue;
        foreach (var id in moved)
        {
            from = Min(from, Recall(transaction, id));
        }

        if (_corrections.All.Count > 0)
        {
            foreach (var id in moved.SelectMany(m => _stories.TakesOf(transaction, _takes.Get(transaction, m).Take.Article)).Distinct().ToList())
            {
                from = Min(from, Recall(transaction, id));
            }
        }

        return from;
    }

    /// <summary>Takes of an article (null: of all) may read otherwise than before: they are folded again.</summary>
    private void Reread(SqliteTransaction transaction, string? article)
    {
        DateTimeOffset? from = null;
        if (article is null)
        {
            from = _first.Scalar(transaction) is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
            _takes.Clear();
        }
        else if (_storyOf.Scalar(transaction, article) is string story)
        {
            foreach (var id in _stories.TakesOf(transaction, story))
            {
                var earlier = Recall(transaction, id);
                from = from is { } before ? Min(before, earlier) : earlier;
            }
        }

        if (from is { } instant)
        {
            Refold(transaction, instant);
        }
    }

    /// <summary>Loads a take anew and writes down since when it is known now.</summary>
    /// <returns>The earlier of since when it was known and since when it is.</returns>
    private DateTimeOffset Recall(SqliteTransaction transaction, long revisionId)
    {
        _takes.Forget(revisionId);
        var take = _takes.Get(transaction, revisionId);
        return Min(take.Take.KnownSince, _places.Know(transaction, take));
    }

    private List<Report> ReportsOf(SqliteTransaction transaction, long eventId)
    {
        var reports = new List<Report>();
        foreach (var (revisionId, finding) in _events.Members(transaction, eventId))
        {
            var (silent, voice) = _places.Told(transaction, revisionId);
            reports.Add(FoldedRecord.ReportOf(_takes.Get(transaction, revisionId).Take, finding, voice) with { Superseded = silent });
        }

        return reports;
    }

    private List<Told> ToldOf(SqliteTransaction transaction, long eventId)
    {
        var told = new List<Told>();
        foreach (var (revisionId, finding) in _events.Members(transaction, eventId))
        {
            var (until, voice) = _places.Until(transaction, revisionId);
            told.Add(new Told(FoldedRecord.ReportOf(_takes.Get(transaction, revisionId).Take, finding, voice), until));
        }

        return told;
    }

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}

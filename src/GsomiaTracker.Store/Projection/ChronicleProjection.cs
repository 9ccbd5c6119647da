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
/// the size of the record. While takes are added everything that comes of them stays in memory; it is written down at the end, and in
/// stretches where there are many. What it gives is held against <see cref="FoldedRecord"/> by <see cref="Verification.RecordVerifier"/>.
/// </summary>
internal sealed class ChronicleProjection : IDisposable
{
    /// <summary>After so many takes what is in memory is written down.</summary>
    private const int Stretch = 2000;

    private readonly Aside _aside;
    private readonly CorrectionShelf _corrections;
    private readonly TakeShelf _takes;
    private readonly StoryShelf _stories;
    private readonly PlaceShelf _places;
    private readonly EventShelf _events;
    private readonly VersionShelf _versions;
    private readonly GroupShelf _groups;
    private readonly Command _storyOf;
    private readonly Command _first;

    /// <param name="aside">Writes beside the fold; empty whenever a transaction begins or ends.</param>
    public ChronicleProjection(SqliteConnection connection, Aside aside, Dossier dossier)
    {
        _aside = aside;
        _corrections = new CorrectionShelf(connection);
        _takes = new TakeShelf(connection, aside, _corrections, dossier.Zone);
        _stories = new StoryShelf(connection, _takes);
        _places = new PlaceShelf(connection, aside, _takes);
        _versions = new VersionShelf(connection, dossier);
        _events = new EventShelf(connection, _takes, _places, _versions, aside, dossier);
        _groups = new GroupShelf(connection, _corrections, _takes, _places, _versions, ToldOf);
        _storyOf = new(connection, """SELECT "Story" FROM "Takes" WHERE "ArticleId" = $0""", 1);
        _first = new(connection, """SELECT MIN("KnownSince") FROM "Takes" """, 0);
    }

    /// <summary>Takes that have just been put on the record, their rows written: finds their stories, and takes back what became known since the first of them.</summary>
    /// <returns>What is to be folded, for <see cref="Fold"/>.</returns>
    public IReadOnlyList<KnownTake> Arrived(SqliteTransaction transaction, IReadOnlyList<Arrival> arrivals)
    {
        var from = DateTimeOffset.MaxValue;
        var read = DateTimeOffset.MaxValue;
        foreach (var a in arrivals)
        {
            var take = _takes.Keep(transaction, a);
            read = Min(read, a.Read);
            from = Min(from, Min(a.Read, take.Take.KnownSince));
            if (take.Take.KnownSince != a.Read)
            {
                // A correction of its publication was there before it.
                _places.Know(transaction, take);
            }
        }

        var corrected = Corrected(transaction);
        var moved = new List<long>();
        foreach (var take in _stories.Assign(transaction, read))
        {
            if (take.Moved)
            {
                moved.Add(take.RevisionId);
            }
            else if (take.Begins && !corrected)
            {
                // What came earlier is in other stories, and what is of this one comes later in the fold as well.
                _places.Begins(take.Story);
            }
        }

        if (moved.Count > 0 && corrected)
        {
            from = Min(from, Moved(transaction, moved));
        }
        else
        {
            foreach (var id in moved)
            {
                from = Min(from, _takes.Get(transaction, id).Take.KnownSince);
            }
        }

        return TakeBack(transaction, from);
    }

    /// <summary>Folds takes that have no place yet, the next ones in known order, and writes down what comes of them: beside what is done next, where that is much.</summary>
    /// <returns>How many; retracted ones are not folded.</returns>
    public int Fold(SqliteTransaction transaction, IReadOnlyList<KnownTake> known)
    {
        var count = 0;
        foreach (var take in _places.InOrder(transaction, known))
        {
            count = Add(transaction, take, count);
        }

        _events.Flush(transaction);
        Group(transaction);
        return count;
    }

    /// <summary>The story that a text is a take of, and how many takes that story has.</summary>
    public (string Story, int Takes) StoryOf(SqliteTransaction transaction, long revisionId)
    {
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
        var count = 0;
        if (!Corrected(transaction))
        {
            // Then every take is known as of when it reads, and each can be folded as soon as its story is found.
            var together = new List<StoredTake>();
            _places.KnowAsRead(transaction);
            foreach (var next in _stories.Assign(transaction, DateTimeOffset.MinValue))
            {
                var take = _takes.Get(transaction, next.RevisionId);
                if (next.Begins)
                {
                    _places.Begins(next.Story);
                }

                if (together.Count > 0 && together[0].Take.KnownSince != take.Take.KnownSince)
                {
                    count = Add(transaction, together, count);
                }

                together.Add(take);
            }

            count = Add(transaction, together, count);
        }
        else
        {
            foreach (var _ in _stories.Assign(transaction, DateTimeOffset.MinValue))
            {
                // A correction holds for a story, so all stories are found before the first correction is laid over a take.
            }

            _corrections.Clear();
            _takes.Clear();
            foreach (var id in _places.All(transaction))
            {
                _places.Know(transaction, _takes.Get(transaction, id));
            }

            return Fold(transaction, _places.Since(transaction, DateTimeOffset.MinValue));
        }

        _events.Flush(transaction);
        return count;
    }

    /// <summary>After a transaction that came to nothing, or one of another process: what is in memory may not be what is in the database.</summary>
    public void Forget()
    {
        _corrections.Clear();
        _takes.Clear();
        _places.Forget();
        _events.Forget();
        _versions.Forget();
        _groups.Forget();
    }

    public void Dispose()
    {
        IDisposable[] parts = [_corrections, _takes, _stories, _places, _events, _versions, _groups, _storyOf, _first];
        foreach (var part in parts)
        {
            part.Dispose();
        }
    }

    /// <summary>Folds all that became known at an instant or later again.</summary>
    private void Refold(SqliteTransaction transaction, DateTimeOffset from) => Fold(transaction, TakeBack(transaction, from));

    /// <summary>Takes back the places of all that became known at an instant or later.</summary>
    private List<KnownTake> TakeBack(SqliteTransaction transaction, DateTimeOffset from)
    {
        if (_places.FirstPlace(transaction, from) is { } place)
        {
            _aside.Wait();
            var told = _places.ToldSince(transaction, from);
            _versions.Undo(transaction, from, told);
            _events.Undo(transaction, place, told);
            _places.Undo(transaction, from);
        }

        return _places.Since(transaction, from);
    }

    /// <summary>Adds takes that became known at one instant.</summary>
    private int Add(SqliteTransaction transaction, List<StoredTake> together, int count)
    {
        foreach (var take in together.Count == 1 ? together : [.. together.OrderBy(t => t.Take, KnownOrder.Instance)])
        {
            count = Add(transaction, take, count);
        }

        together.Clear();
        return count;
    }

    /// <summary>Adds the next take in known order; now and then writes down what has come of them.</summary>
    private int Add(SqliteTransaction transaction, StoredTake take, int count)
    {
        var known = take.Take.KnownSince;
        var touched = new List<LiveEvent>();
        var placing = _places.Next(transaction, take);
        if (placing.Earlier is [.., var (_, silenced)])
        {
            touched.AddRange(_events.EventsOf(transaction, silenced));
        }

        foreach (var live in _events.Add(transaction, take, placing))
        {
            if (!touched.Contains(live))
            {
                touched.Add(live);
            }
        }

        foreach (var live in touched)
        {
            _events.Touch(live);
            _versions.Note(live, ReportsOf(transaction, live), known);
        }

        if (++count % Stretch == 0)
        {
            _events.Flush(transaction);
        }

        return count;
    }

    private bool Corrected(SqliteTransaction transaction)
    {
        _corrections.Active(transaction);
        return _corrections.All.Count > 0;
    }

    private void Group(SqliteTransaction transaction)
    {
        if (Corrected(transaction))
        {
            _aside.Wait();
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

    private List<Report> ReportsOf(SqliteTransaction transaction, LiveEvent live)
    {
        var reports = _events.Reports(transaction, live);
        for (var i = 0; i < reports.Count; i++)
        {
            var silent = _places.Told(transaction, live.Takes![i]).Silent;
            if (reports[i].Superseded != silent)
            {
                reports[i] = reports[i] with { Superseded = silent };
            }
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

/// <summary>A text that has come onto the record, its rows written, its place in the chronicle yet to be found.</summary>
/// <param name="Article">Its own id.</param>
/// <param name="Read">Since when it is known by its own header.</param>
internal sealed record Arrival(long RevisionId, string Hash, string Text, Reading Reading, string Article, DateTimeOffset Read, DateTimeOffset Recorded, TakeSketch Sketch);

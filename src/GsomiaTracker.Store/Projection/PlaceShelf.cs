using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>The takes in the order of the fold: who speaks for a story and since when, and whose words each take's are.</summary>
internal sealed class PlaceShelf(SqliteConnection connection, Aside aside, TakeShelf takes) : IDisposable
{
    private const int MostKept = 65_536;
    private const int MostStories = 4096;
    private const long Unasked = -1;

    // A plus before a column keeps SQLite from walking that column's index from its far end.
    private readonly Command _since = new(connection, """SELECT "KnownSince", "RevisionId" FROM "Takes" WHERE "KnownSince" >= $0""", 1);
    private readonly Command _all = new(connection, """SELECT "RevisionId" FROM "Takes" ORDER BY "KnownSince" """, 0);
    private readonly Command _next = new(connection, """SELECT COALESCE(MAX("Place"), -1) + 1 FROM "Takes" """, 0);
    private readonly Command _place = new(connection, """UPDATE "Takes" SET "Place" = $1, "Voice" = $2, "KnownUntil" = $3, "Told" = $4 WHERE "RevisionId" = $0""", 5);
    private readonly Command _known = new(connection, """UPDATE "Takes" SET "KnownSince" = $1 WHERE "RevisionId" = $0""", 2);
    private readonly Command _knownAsRead = new(connection, """UPDATE "Takes" SET "KnownSince" = "ReadSince" WHERE "KnownSince" <> "ReadSince" """, 0);
    private readonly Command _knownSince = new(connection, """SELECT "KnownSince" FROM "Takes" WHERE "RevisionId" = $0""", 1);
    private readonly Command _placeOf = new(connection, """
        SELECT t."Place" FROM "Revisions" r JOIN "Takes" t ON t."RevisionId" = r."Id" WHERE r."Hash" = $0
        """, 1);
    private readonly Command _displace = new(connection, """UPDATE "Takes" SET "Place" = -1, "KnownUntil" = $1, "Told" = NULL WHERE "Place" >= $0""", 2);
    private readonly Command _silence = new(connection, """UPDATE "Takes" SET "KnownUntil" = $1 WHERE "RevisionId" = $0""", 2);
    private readonly Command _unsilence = new(connection, FormattableString.Invariant($"""
        UPDATE "Takes" SET "KnownUntil" = $1 WHERE "KnownUntil" >= $0 AND "KnownUntil" < {ArchiveCommands.ForeverTicks}
        """), 2);
    private readonly Command _firstPlace = new(connection, """SELECT MIN(+"Place") FROM "Takes" WHERE "KnownSince" >= $0 AND +"Place" >= 0""", 1);
    private readonly Command _told = new(connection, """SELECT "KnownUntil", "Voice" FROM "Takes" WHERE "RevisionId" = $0""", 1);
    private readonly Command _toldOf = new(connection, """SELECT "Told" FROM "Takes" WHERE "RevisionId" = $0""", 1);
    private readonly Command _takesOf = new(connection, """
        SELECT "RevisionId", "Told" FROM "Takes" WHERE "Story" = $0 AND +"Place" >= 0 ORDER BY +"Place"
        """, 1);
    private readonly Command _toldSince = new(connection, FormattableString.Invariant($"""
        SELECT "Told" FROM "Takes" WHERE "KnownSince" >= $0 AND "Told" IS NOT NULL
        UNION ALL SELECT "Told" FROM "Takes" WHERE "KnownUntil" >= $0 AND "KnownUntil" < {ArchiveCommands.ForeverTicks} AND "Told" IS NOT NULL
        """), 1);
    private readonly Command _otherwise = new(connection, FormattableString.Invariant($"""
        SELECT "RevisionId" FROM "Takes" WHERE "Place" >= $1
        UNION ALL SELECT "RevisionId" FROM "Takes" WHERE "KnownUntil" >= $0 AND "KnownUntil" < {ArchiveCommands.ForeverTicks}
        """), 2);
    private readonly Command _placedSince = new(connection, """
        SELECT "RevisionId", "Voice" FROM "Takes" WHERE "KnownSince" >= $0 AND "KnownSince" <= $1 AND +"Place" >= 0 ORDER BY +"Place"
        """, 2);

    private readonly Recent<long, (bool Silent, string? Voice)> _toldKept = new(MostKept);

    /// <summary>The takes of stories that have their places, in the order of the fold, and what they tell.</summary>
    private readonly Recent<string, List<Earlier>> _stories = new(MostStories);

    /// <summary>What has come to pass and is not written down yet.</summary>
    private PlacesWaiting _waiting = new([], []);

    /// <summary>The sentences of the week's takes; null until asked for.</summary>
    private Voices? _voices;
    private long _nextPlace = Unasked;

    /// <summary>The takes known at an instant or later.</summary>
    public List<KnownTake> Since(SqliteTransaction transaction, DateTimeOffset from)
    {
        var found = new List<KnownTake>();
        using (var rows = _since.Rows(transaction, from))
        {
            while (rows.Read())
            {
                found.Add(new KnownTake(rows.GetInt64(0), rows.GetInt64(1)));
            }
        }

        found.Sort(static (a, b) => a.Known != b.Known ? a.Known.CompareTo(b.Known) : a.RevisionId.CompareTo(b.RevisionId));
        return found;
    }

    /// <summary>Takes in the order of the fold, one after the other; retracted ones left out.</summary>
    /// <param name="found">By since when they are known.</param>
    public IEnumerable<StoredTake> InOrder(SqliteTransaction transaction, IReadOnlyList<KnownTake> found)
    {
        var together = new List<StoredTake>();
        var at = 0;
        foreach (var next in takes.Each(transaction, [.. found.Select(f => f.RevisionId)]))
        {
            together.Add(next);
            if (++at == found.Count || found[at].Known != found[at - 1].Known)
            {
                foreach (var take in together.Count == 1 ? together : [.. together.OrderBy(t => t.Take, KnownOrder.Instance)])
                {
                    if (!take.Retracted)
                    {
                        yield return take;
                    }
                }

                together.Clear();
            }
        }
    }

    /// <summary>All takes, in the order of their becoming known as it was last written down.</summary>
    public List<long> All(SqliteTransaction transaction)
    {
        var ids = new List<long>();
        using var rows = _all.Rows(transaction);
        while (rows.Read())
        {
            ids.Add(rows.GetInt64(0));
        }

        return ids;
    }

    /// <summary>Writes down since when a take is known, corrections included.</summary>
    /// <returns>Since when it was known so far.</returns>
    public DateTimeOffset Know(SqliteTransaction transaction, StoredTake take)
    {
        var before = new DateTimeOffset((long)_knownSince.Scalar(transaction, take.RevisionId)!, TimeSpan.Zero);
        if (before != take.Take.KnownSince)
        {
            _known.Run(transaction, take.RevisionId, take.Take.KnownSince);
        }

        return before;
    }

    /// <summary>Without corrections every take is known as of when it reads.</summary>
    public void KnowAsRead(SqliteTransaction transaction) => _knownAsRead.Run(transaction);

    /// <summary>A take's place in the order of the fold.</summary>
    public long PlaceOf(SqliteTransaction transaction, string revision) => (long)_placeOf.Scalar(transaction, revision)!;

    /// <summary>The place of the first take known at an instant or later that has one.</summary>
    public long? FirstPlace(SqliteTransaction transaction, DateTimeOffset from) => _firstPlace.Scalar(transaction, from) as long?;

    /// <summary>The events told by takes known, or silenced, at an instant or later.</summary>
    public SortedSet<long> ToldSince(SqliteTransaction transaction, DateTimeOffset from)
    {
        var events = new SortedSet<long>();
        using var rows = _toldSince.Rows(transaction, from);
        while (rows.Read())
        {
            events.UnionWith(ToldCodec.Decode(rows.GetBytes(0)));
        }

        return events;
    }

    /// <summary>The events that a take's findings went to, in the order of the reading; none for a take without a place.</summary>
    public long[] ToldOf(SqliteTransaction transaction, long revisionId)
    {
        using var rows = _toldOf.Rows(transaction, revisionId);
        return rows.Read() && !rows.IsDBNull(0) ? ToldCodec.Decode(rows.GetBytes(0)) : [];
    }

    /// <summary>A story's takes that have their places. The next one is added when it is written down.</summary>
    private List<Earlier> TakesOf(SqliteTransaction transaction, string story)
    {
        if (!_stories.TryGet(story, out var takesOf))
        {
            WriteDown();
            takesOf = _stories.Set(story, []);
            using var rows = _takesOf.Rows(transaction, story);
            while (rows.Read())
            {
                takesOf.Add(new Earlier(rows.GetInt64(0), ToldCodec.Decode(rows.GetBytes(1))));
            }
        }

        return takesOf;
    }

    /// <summary>No take of this story has a place yet.</summary>
    public void Begins(string story) => _stories.Set(story, []);

    /// <summary>Takes back the places of all takes known at an instant or later, and lets those speak again that they had silenced.</summary>
    public void Undo(SqliteTransaction transaction, DateTimeOffset from)
    {
        if (FirstPlace(transaction, from) is not { } first)
        {
            return;
        }

        using (var rows = _otherwise.Rows(transaction, from, first))
        {
            while (rows.Read())
            {
                _toldKept.Remove(rows.GetInt64(0));
            }
        }

        _stories.Clear();
        _nextPlace = Unasked;
        _voices?.TakeBack(from);
        _unsilence.Run(transaction, from, ArchiveCommands.Forever);
        _displace.Run(transaction, first, ArchiveCommands.Forever);
    }

    /// <summary>Throws all places away.</summary>
    public void Clear(SqliteTransaction transaction)
    {
        Forget();
        _displace.Run(transaction, 0, ArchiveCommands.Forever);
        _voices = new Voices(DateTimeOffset.MinValue);
    }

    /// <summary>What is in memory may not be what is in the database.</summary>
    public void Forget()
    {
        _toldKept.Clear();
        _stories.Clear();
        _waiting = new PlacesWaiting([], []);
        _voices = null;
        _nextPlace = Unasked;
    }

    /// <summary>Finds the next take in known order its place; the one that spoke for its story so far is silent from now on.</summary>
    public Placing Next(SqliteTransaction transaction, StoredTake take)
    {
        var earlier = TakesOf(transaction, take.Take.Article);
        if (earlier is [.., var (speaker, _)])
        {
            _waiting.Silenced.Add((speaker, take.Take.KnownSince));
            _toldKept.Set(speaker, (true, Told(transaction, speaker).Voice));
        }

        if (_nextPlace == Unasked)
        {
            _nextPlace = (long)_next.Scalar(transaction)!;
        }

        var voice = Week(transaction, take.Take.KnownSince).Add(take.Take, take.Sketch.Body);
        return new Placing(_nextPlace++, voice, earlier);
    }

    /// <summary>A take has its place: to be written down.</summary>
    /// <param name="told">The events that its findings went to, in the order of the reading.</param>
    public void Add(StoredTake take, Placing placing, long[] told)
    {
        _waiting.Placed.Add((take.RevisionId, placing.Place, placing.Voice, told));
        _toldKept.Set(take.RevisionId, (false, placing.Voice));
        placing.Earlier.Add(new Earlier(take.RevisionId, told));
    }

    /// <summary>All that waits to be written down, for <see cref="Write"/>.</summary>
    public PlacesWaiting HandOver()
    {
        var waiting = _waiting;
        _waiting = new PlacesWaiting(new(waiting.Placed.Count), []);
        return waiting;
    }

    public void Write(PlacesWaiting waiting)
    {
        foreach (var (revisionId, place, voice, told) in waiting.Placed)
        {
            _place.With(revisionId).With(place).With(voice).With(ArchiveCommands.Forever).With(ToldCodec.Encode(told)).Run();
        }

        foreach (var (revisionId, at) in waiting.Silenced)
        {
            _silence.With(revisionId).With(at).Run();
        }
    }

    /// <summary>Whether a take is silenced as the fold stands, and whose words it has.</summary>
    public (bool Silent, string? Voice) Told(SqliteTransaction transaction, long revisionId)
    {
        if (_toldKept.TryGet(revisionId, out var kept))
        {
            return kept;
        }

        WriteDown();
        var (until, voice) = Until(transaction, revisionId);
        return _toldKept.Set(revisionId, (until is not null, voice));
    }

    /// <summary>When a later take silenced it, null while none has; and whose words it has.</summary>
    public (DateTimeOffset? Until, string? Voice) Until(SqliteTransaction transaction, long revisionId)
    {
        using var rows = _told.Rows(transaction, revisionId);
        rows.Read();
        var until = rows.GetInt64(0);
        return (until == ArchiveCommands.Forever.UtcTicks ? null : new DateTimeOffset(until, TimeSpan.Zero), rows.IsDBNull(1) ? null : rows.GetString(1));
    }

    public void Dispose()
    {
        Command[] commands = [_since, _all, _next, _place, _known, _knownAsRead, _knownSince, _placeOf, _displace, _silence, _unsilence, _firstPlace, _told, _toldOf, _takesOf, _toldSince, _otherwise, _placedSince];
        foreach (var command in commands)
        {
            command.Dispose();
        }
    }

    /// <summary>The tables are asked for something that is not in memory: what has come to pass must stand in them.</summary>
    private void WriteDown()
    {
        aside.Wait();
        Write(HandOver());
    }

    /// <summary>The sentences of all takes that one known at an instant may be a copy of.</summary>
    private Voices Week(SqliteTransaction transaction, DateTimeOffset known)
    {
        if (_voices is null || !_voices.Reaches(known))
        {
            var before = Voices.Before(known);
            _voices = new Voices(before);
            var placed = new List<(long RevisionId, string Voice)>();
            using (var rows = _placedSince.Rows(transaction, before, known))
            {
                while (rows.Read())
                {
                    placed.Add((rows.GetInt64(0), rows.GetString(1)));
                }
            }

            foreach (var (revisionId, voice) in placed)
            {
                var take = takes.Get(transaction, revisionId);
                _voices.Know(take.Sketch.Body, take.Take.KnownSince, voice);
            }
        }

        return _voices;
    }
}

/// <summary>A take, and since when it is known, ticks.</summary>
internal readonly record struct KnownTake(long Known, long RevisionId);

/// <summary>A take that has its place.</summary>
/// <param name="Told">The events that its findings went to, in the order of the reading.</param>
internal readonly record struct Earlier(long RevisionId, long[] Told);

/// <summary>A take's place in the order of the fold, and whose words it has.</summary>
/// <param name="Earlier">The story's takes before it; the last one spoke so far.</param>
internal readonly record struct Placing(long Place, string Voice, List<Earlier> Earlier);

/// <summary>Takes whose places, and since when others are silent, are not written down yet.</summary>
internal sealed record PlacesWaiting(List<(long RevisionId, long Place, string Voice, long[] Told)> Placed, List<(long RevisionId, DateTimeOffset At)> Silenced);

using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>The takes in the order of the fold: who speaks for a story and since when, and whose words each take's are.</summary>
internal sealed class PlaceShelf(SqliteConnection connection, TakeShelf takes) : IDisposable
{
    /// <summary>As <see cref="Voices"/> has it: under a sentence only the first that carried it are looked at.</summary>
    private const int MostBearers = 24;
    private const int MostKept = 65_536;
    private const long Unasked = -1;

    // A plus before a column keeps SQLite from walking that column's index from its far end.
    private readonly Command _since = new(connection, """SELECT "KnownSince", "RevisionId" FROM "Takes" WHERE "KnownSince" >= $0""", 1);
    private readonly Command _all = new(connection, """SELECT "RevisionId" FROM "Takes" ORDER BY "KnownSince" """, 0);
    private readonly Command _next = new(connection, """SELECT COALESCE(MAX("Place"), -1) + 1 FROM "Takes" """, 0);
    private readonly Command _place = new(connection, """UPDATE "Takes" SET "Place" = $1, "Voice" = $2, "KnownUntil" = $3 WHERE "RevisionId" = $0""", 4);
    private readonly Command _known = new(connection, """UPDATE "Takes" SET "KnownSince" = $1 WHERE "RevisionId" = $0""", 2);
    private readonly Command _knownSince = new(connection, """SELECT "KnownSince" FROM "Takes" WHERE "RevisionId" = $0""", 1);
    private readonly Command _placeOf = new(connection, """
        SELECT t."Place" FROM "Revisions" r JOIN "Takes" t ON t."RevisionId" = r."Id" WHERE r."Hash" = $0
        """, 1);
    private readonly Command _displace = new(connection, """UPDATE "Takes" SET "Place" = -1, "KnownUntil" = $1 WHERE "Place" >= $0""", 2);
    private readonly Command _speaker = new(connection, """
        SELECT "RevisionId" FROM "Takes" WHERE "Story" = $0 AND +"Place" >= 0 ORDER BY +"Place" DESC LIMIT 1
        """, 1);
    private readonly Command _silence = new(connection, """UPDATE "Takes" SET "KnownUntil" = $1 WHERE "RevisionId" = $0""", 2);
    private readonly Command _unsilence = new(connection, FormattableString.Invariant($"""
        UPDATE "Takes" SET "KnownUntil" = $1 WHERE "KnownUntil" >= $0 AND "KnownUntil" < {ArchiveCommands.ForeverTicks}
        """), 2);
    private readonly Command _firstPlace = new(connection, """SELECT MIN(+"Place") FROM "Takes" WHERE "KnownSince" >= $0 AND +"Place" >= 0""", 1);
    private readonly Command _told = new(connection, """SELECT "KnownUntil", "Voice" FROM "Takes" WHERE "RevisionId" = $0""", 1);
    private readonly Command _bearers = new(connection, FormattableString.Invariant($"""
        SELECT "Place", "RevisionId" FROM "Marks" WHERE "Mark" = $0 ORDER BY "Place" LIMIT {MostBearers}
        """), 1);
    private readonly Command _mark = new(connection, """INSERT INTO "Marks" ("Mark", "Place", "RevisionId") VALUES ($0, $1, $2)""", 3);
    private readonly Command _unmark = new(connection, """DELETE FROM "Marks" WHERE "Place" >= $0""", 1);
    private readonly Command _placed = new(connection, """SELECT "RevisionId", "Place" FROM "Takes" WHERE "Place" >= $0""", 1);
    private readonly Command _unmarkOne = new(connection, """DELETE FROM "Marks" WHERE "Mark" = $0 AND "Place" = $1""", 2);

    private readonly Dictionary<long, (bool Silent, string? Voice)> _toldKept = [];

    /// <summary>Sentences and the takes that carry them, by place, not written down yet.</summary>
    private readonly Dictionary<long, List<(long Place, long RevisionId)>> _waiting = [];
    private long _nextPlace = Unasked;

    /// <summary>The takes known at an instant or later, in the order of the fold, one after the other; retracted ones left out.</summary>
    public IEnumerable<StoredTake> Since(SqliteTransaction transaction, DateTimeOffset from)
    {
        var found = new List<(long Known, long Id)>();
        using (var rows = _since.Rows(transaction, from))
        {
            while (rows.Read())
            {
                found.Add((rows.GetInt64(0), rows.GetInt64(1)));
            }
        }

        found.Sort();
        var together = new List<StoredTake>();
        for (var i = 0; i < found.Count; i++)
        {
            together.Add(takes.Get(transaction, found[i].Id));
            if (i + 1 == found.Count || found[i + 1].Known != found[i].Known)
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

    /// <summary>A take's place in the order of the fold.</summary>
    public long PlaceOf(SqliteTransaction transaction, string revision) => (long)_placeOf.Scalar(transaction, revision)!;

    /// <summary>Takes back the places of all takes known at an instant or later, and lets those speak again that they had silenced.</summary>
    public void Undo(SqliteTransaction transaction, DateTimeOffset from)
    {
        if (_firstPlace.Scalar(transaction, from) is not long first)
        {
            return;
        }

        Forget();

        var placed = new List<(long Id, long Place)>();
        using (var rows = _placed.Rows(transaction, first))
        {
            while (rows.Read())
            {
                placed.Add((rows.GetInt64(0), rows.GetInt64(1)));
            }
        }

        foreach (var (id, place) in placed)
        {
            foreach (var mark in takes.Get(transaction, id).Sketch.Body.Marks)
            {
                _unmarkOne.Run(transaction, mark, place);
            }
        }

        _unsilence.Run(transaction, from, ArchiveCommands.Forever);
        _displace.Run(transaction, first, ArchiveCommands.Forever);
    }

    /// <summary>Throws all places away.</summary>
    public void Clear(SqliteTransaction transaction)
    {
        Forget();
        _unmark.Run(transaction, 0);
        _displace.Run(transaction, 0, ArchiveCommands.Forever);
    }

    /// <summary>What is in memory may not be what is in the database. What waits to be written down is lost.</summary>
    public void Forget()
    {
        _toldKept.Clear();
        _waiting.Clear();
        _nextPlace = Unasked;
    }

    /// <summary>Writes down which take carries which sentence.</summary>
    public void Flush(SqliteTransaction transaction)
    {
        foreach (var (mark, bearers) in _waiting.OrderBy(p => p.Key))
        {
            foreach (var (place, revisionId) in bearers)
            {
                _mark.RunNumbers(mark, place, revisionId);
            }
        }

        _waiting.Clear();
        if (_toldKept.Count > MostKept)
        {
            _toldKept.Clear();
        }
    }

    /// <summary>Whether a take has become known at an instant or later that has its place already.</summary>
    public bool AnyPlacedSince(SqliteTransaction transaction, DateTimeOffset from) => _firstPlace.Scalar(transaction, from) is not null;

    /// <summary>Gives the next take in known order its place; the one that spoke for its story so far is silent from now on.</summary>
    /// <returns>The take that was silenced; null for a story's first.</returns>
    public long? Add(SqliteTransaction transaction, StoredTake take)
    {
        var silenced = _speaker.Scalar(transaction, take.Take.Article) as long?;
        if (silenced is { } earlier)
        {
            _silence.Run(transaction, earlier, take.Take.KnownSince);
            _toldKept[earlier] = (true, Told(transaction, earlier).Voice);
        }

        if (_nextPlace == Unasked)
        {
            _nextPlace = (long)_next.Scalar(transaction)!;
        }

        var place = _nextPlace++;
        var voice = Voice(transaction, take, place);
        _place.Run(transaction, take.RevisionId, place, voice, ArchiveCommands.Forever);
        _toldKept[take.RevisionId] = (false, voice);
        return silenced;
    }

    /// <summary>Whether a take is silenced as the fold stands, and whose words it has.</summary>
    public (bool Silent, string? Voice) Told(SqliteTransaction transaction, long revisionId)
    {
        if (_toldKept.TryGetValue(revisionId, out var kept))
        {
            return kept;
        }

        var (until, voice) = Until(transaction, revisionId);
        return _toldKept[revisionId] = (until is not null, voice);
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
        Command[] commands = [_since, _all, _next, _place, _known, _knownSince, _placeOf, _displace, _speaker, _silence, _unsilence, _firstPlace, _told, _bearers, _mark, _unmark, _placed, _unmarkOne];
        foreach (var command in commands)
        {
            command.Dispose();
        }
    }

    /// <summary>As <see cref="Voices.Add"/>, with the sentences found by index.</summary>
    private string? Voice(SqliteTransaction transaction, StoredTake take, long place)
    {
        var sketch = take.Sketch.Body;
        SortedDictionary<long, (int Marks, long RevisionId)>? shared = null;
        foreach (var mark in sketch.Marks)
        {
            var bearers = 0;
            using (var rows = _bearers.Rows(transaction, mark))
            {
                while (rows.Read())
                {
                    bearers++;
                    var at = rows.GetInt64(0);
                    (shared ??= [])[at] = (shared.GetValueOrDefault(at).Marks + 1, rows.GetInt64(1));
                }
            }

            if (_waiting.TryGetValue(mark, out var waiting))
            {
                for (var i = 0; i < waiting.Count && bearers < MostBearers; i++, bearers++)
                {
                    var (at, revisionId) = waiting[i];
                    (shared ??= [])[at] = (shared.GetValueOrDefault(at).Marks + 1, revisionId);
                }
            }

            if (bearers < MostBearers)
            {
                if (waiting is null)
                {
                    _waiting[mark] = waiting = new List<(long, long)>(1);
                }

                waiting.Add((place, take.RevisionId));
            }
        }

        foreach (var (_, (marks, revisionId)) in shared ?? [])
        {
            if (marks >= Voices.CopySentences && Voices.IsCopy(sketch, takes.Get(transaction, revisionId).Sketch.Body))
            {
                return Told(transaction, revisionId).Voice;
            }
        }

        return Voices.Own(take.Take.Reading.Header) ?? take.Take.Article;
    }
}

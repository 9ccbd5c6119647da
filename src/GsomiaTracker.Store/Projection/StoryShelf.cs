using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>
/// Which story a take belongs to: decided by the takes known before it by their own headers, as <see cref="StoryMatcher.Assign"/> would. A story goes by the
/// id of its earliest take. Only takes of the same agency within the matcher's window are looked at, by index.
/// </summary>
internal sealed class StoryShelf(SqliteConnection connection, TakeShelf takes) : IDisposable
{
    private readonly Command _near = new(connection, """
        SELECT "RevisionId" FROM "Takes" WHERE "Agency" = $0 AND "ReadSince" >= $1 AND "ReadSince" <= $2 AND "RevisionId" <> $3
        """, 4);
    private readonly Command _byArticle = new(connection, """SELECT "RevisionId" FROM "Takes" WHERE "ArticleId" = $0""", 1);
    private readonly Command _since = new(connection, """SELECT "RevisionId", "Story", "ArticleId" FROM "Takes" WHERE "ReadSince" >= $0""", 1);
    private readonly Command _move = new(connection, """UPDATE "Takes" SET "Story" = $1 WHERE "RevisionId" = $0""", 2);
    private readonly Command _takesOf = new(connection, """SELECT "RevisionId" FROM "Takes" WHERE "Story" = $0""", 1);

    /// <summary>Finds the stories of all takes read as of an instant or later, all earlier ones having theirs.</summary>
    /// <returns>The takes that have come to another story.</returns>
    public IReadOnlyList<long> Assign(SqliteTransaction transaction, DateTimeOffset from)
    {
        var pending = new Dictionary<long, (StoredTake Take, string Story, string Own)>();
        using (var rows = _since.Rows(transaction, from))
        {
            while (rows.Read())
            {
                pending[rows.GetInt64(0)] = (null!, rows.GetString(1), rows.GetString(2));
            }
        }

        foreach (var id in pending.Keys.ToList())
        {
            pending[id] = pending[id] with { Take = takes.Get(transaction, id) };
        }

        // Each goes by its own id until it has found its story; those that are still to come do not exist yet.
        var story = pending.ToDictionary(p => p.Key, p => p.Value.Own);
        var later = pending.Keys.ToHashSet();
        var moved = new List<long>();
        foreach (var (id, (take, before, _)) in pending.OrderBy(p => p.Value.Take.Sketch, Order))
        {
            if (Find(transaction, take, later, story) is { } found)
            {
                story[id] = found;
            }

            later.Remove(id);
            if (story[id] != before)
            {
                moved.Add(id);
            }
        }

        foreach (var id in moved)
        {
            _move.Run(transaction, id, story[id]);
            takes.Forget(id);
        }

        return moved;
    }

    public List<long> TakesOf(SqliteTransaction transaction, string story) => Ids(_takesOf.Rows(transaction, story));

    public void Dispose()
    {
        Command[] commands = [_near, _byArticle, _since, _move, _takesOf];
        foreach (var command in commands)
        {
            command.Dispose();
        }
    }

    /// <summary>The matcher's order of takes.</summary>
    private static readonly Comparer<TakeSketch> Order = Comparer<TakeSketch>.Create((a, b) =>
    {
        var order = a.KnownSince.UtcTicks.CompareTo(b.KnownSince.UtcTicks);
        order = order != 0 ? order : a.Number.CompareTo(b.Number);
        return order != 0 ? order : string.CompareOrdinal(a.Revision, b.Revision);
    });

    /// <summary>Of the stories with a take like this one, the one that began last.</summary>
    private string? Find(SqliteTransaction transaction, StoredTake take, HashSet<long> later, Dictionary<long, string> story)
    {
        if (take.Sketch.Agency is not { } agency)
        {
            return null;
        }

        StoredTake? first = null;
        string? found = null;
        var read = take.Sketch.KnownSince;
        foreach (var id in Ids(_near.Rows(transaction, agency, read - StoryMatcher.Window, read, take.RevisionId)))
        {
            if (later.Contains(id))
            {
                continue;
            }

            var near = takes.Get(transaction, id);
            if (StoryMatcher.SameStory(near.Sketch, take.Sketch))
            {
                var its = story.GetValueOrDefault(id, near.Take.Article);
                var start = takes.Get(transaction, (long)_byArticle.Scalar(transaction, its)!);
                if (first is null || Order.Compare(first.Sketch, start.Sketch) < 0)
                {
                    (first, found) = (start, its);
                }
            }
        }

        return found;
    }

    private static List<long> Ids(Rows rows)
    {
        using (rows)
        {
            var ids = new List<long>();
            while (rows.Read())
            {
                ids.Add(rows.GetInt64(0));
            }

            return ids;
        }
    }
}

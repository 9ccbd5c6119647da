using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>Which story a take belongs to: decided by the takes known before it by their own headers. A story goes by the id of its earliest take.</summary>
internal sealed class StoryShelf(SqliteConnection connection, TakeShelf takes) : IDisposable
{
    private readonly Command _near = new(connection, """
        SELECT o."RevisionId", s."RevisionId" FROM "Takes" t CROSS JOIN "Takes" o ON o."Agency" IS t."Agency" AND o."ReadSince" >= $1 AND o."ReadSince" < $2
            CROSS JOIN "Takes" s ON s."ArticleId" = o."Story" WHERE t."RevisionId" = $0
        """, 3);
    private readonly Command _between = new(connection, """
        SELECT o."RevisionId", s."RevisionId" FROM "Takes" o CROSS JOIN "Takes" s ON s."ArticleId" = o."Story" WHERE o."ReadSince" >= $0 AND o."ReadSince" < $1
        """, 2);
    private readonly Command _since = new(connection, """SELECT "ReadSince", "RevisionId", "Story", "ArticleId" FROM "Takes" WHERE "ReadSince" >= $0""", 1);
    private readonly Command _move = new(connection, """UPDATE "Takes" SET "Story" = $1 WHERE "RevisionId" = $0""", 2);
    private readonly Command _takesOf = new(connection, """SELECT "RevisionId" FROM "Takes" WHERE "Story" = $0""", 1);

    /// <summary>Finds the stories of all takes read as of an instant or later, all earlier ones having theirs, one after the other in the matcher's order.</summary>
    public IEnumerable<Assigned> Assign(SqliteTransaction transaction, DateTimeOffset from)
    {
        var pending = new List<(long Read, long Id, string Story, string Own)>();
        using (var rows = _since.Rows(transaction, from))
        {
            while (rows.Read())
            {
                pending.Add((rows.GetInt64(0), rows.GetInt64(1), rows.GetString(2), rows.GetString(3)));
            }
        }

        var window = new StoryWindow();
        if (from > DateTimeOffset.MinValue + StoryMatcher.Window)
        {
            var earliest = from - StoryMatcher.Window;
            var near = pending.Count == 1 ? Near(_near.Rows(transaction, pending[0].Id, earliest, from)) : Near(_between.Rows(transaction, earliest, from));
            foreach (var (earlier, start) in near.Select(n => (takes.Get(transaction, n.RevisionId), takes.Get(transaction, n.Start))).OrderBy(n => n.Item1.Sketch, StoryWindow.Order).ToList())
            {
                window.Know(earlier.Sketch, earlier.Take.Article, start.Sketch);
            }
        }

        pending.Sort();
        var together = new List<(long Id, string Story, string Own, TakeSketch Sketch)>();
        var at = 0;
        foreach (var take in takes.Each(transaction, pending.ConvertAll(p => p.Id)))
        {
            var (read, id, kept, name) = pending[at++];
            together.Add((id, kept, name, take.Sketch));
            if (at < pending.Count && pending[at].Read == read)
            {
                continue;
            }

            foreach (var (next, before, own, sketch) in together.Count == 1 ? together : [.. together.OrderBy(t => t.Sketch, StoryWindow.Order)])
            {
                var story = window.Place(sketch, own);
                if (story != before)
                {
                    _move.Run(transaction, next, story);
                    takes.Move(transaction, next, story);
                }

                yield return new Assigned(next, story, Moved: story != before, Begins: story == own);
            }

            together.Clear();
        }
    }

    public List<long> TakesOf(SqliteTransaction transaction, string story) => Ids(_takesOf.Rows(transaction, story));

    public void Dispose()
    {
        Command[] commands = [_near, _between, _since, _move, _takesOf];
        foreach (var command in commands)
        {
            command.Dispose();
        }
    }

    /// <summary>Takes, and each one's story's earliest.</summary>
    private static List<(long RevisionId, long Start)> Near(Rows rows)
    {
        using (rows)
        {
            var near = new List<(long, long)>();
            while (rows.Read())
            {
                near.Add((rows.GetInt64(0), rows.GetInt64(1)));
            }

            return near;
        }
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

/// <summary>A take whose story has been found.</summary>
/// <param name="Moved">It was in another one before.</param>
/// <param name="Begins">It is the story's earliest take.</param>
internal readonly record struct Assigned(long RevisionId, string Story, bool Moved, bool Begins);

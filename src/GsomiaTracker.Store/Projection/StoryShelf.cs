using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Store.Recording;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Projection;

/// <summary>Which story a take belongs to: decided by the takes known before it by their own headers. A story goes by the id of its earliest take.</summary>
internal sealed class StoryShelf(SqliteConnection connection, TakeShelf takes) : IDisposable
{
    private readonly Command _near = new(connection, """
        SELECT o."RevisionId" FROM "Takes" t CROSS JOIN "Takes" o ON o."Agency" IS t."Agency" AND o."ReadSince" >= $1 AND o."ReadSince" < $2 WHERE t."RevisionId" = $0
        """, 3);
    private readonly Command _between = new(connection, """SELECT "RevisionId" FROM "Takes" WHERE "ReadSince" >= $0 AND "ReadSince" < $1""", 2);
    private readonly Command _byArticle = new(connection, """SELECT "RevisionId" FROM "Takes" WHERE "ArticleId" = $0""", 1);
    private readonly Command _since = new(connection, """SELECT "ReadSince", "RevisionId", "Story", "ArticleId" FROM "Takes" WHERE "ReadSince" >= $0""", 1);
    private readonly Command _move = new(connection, """UPDATE "Takes" SET "Story" = $1 WHERE "RevisionId" = $0""", 2);
    private readonly Command _takesOf = new(connection, """SELECT "RevisionId" FROM "Takes" WHERE "Story" = $0""", 1);

    /// <summary>Finds the stories of all takes read as of an instant or later, all earlier ones having theirs, one after the other in the matcher's order.</summary>
    /// <returns>The takes, and whether each has come to another story.</returns>
    public IEnumerable<(long RevisionId, bool Moved)> Assign(SqliteTransaction transaction, DateTimeOffset from)
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
            var near = pending.Count == 1 ? Ids(_near.Rows(transaction, pending[0].Id, earliest, from)) : Ids(_between.Rows(transaction, earliest, from));
            foreach (var earlier in near.Select(id => takes.Get(transaction, id)).OrderBy(t => t.Sketch, StoryWindow.Order).ToList())
            {
                var story = earlier.Take.Article;
                window.Know(earlier.Sketch, story, takes.Get(transaction, (long)_byArticle.Scalar(transaction, story)!).Sketch);
            }
        }

        pending.Sort();
        for (var (i, end) = (0, 0); i < pending.Count; i = end)
        {
            for (end = i + 1; end < pending.Count && pending[end].Read == pending[i].Read;)
            {
                end++;
            }

            var together = pending[i..end].Select(p => (p.Id, p.Story, p.Own, Take: takes.Get(transaction, p.Id))).ToList();
            foreach (var (id, before, own, take) in together.Count == 1 ? together : [.. together.OrderBy(t => t.Take.Sketch, StoryWindow.Order)])
            {
                var story = window.Place(take.Sketch, own);
                if (story != before)
                {
                    _move.Run(transaction, id, story);
                    takes.Move(transaction, id, story);
                }

                yield return (id, story != before);
            }
        }
    }

    public List<long> TakesOf(SqliteTransaction transaction, string story) => Ids(_takesOf.Rows(transaction, story));

    public void Dispose()
    {
        Command[] commands = [_near, _between, _byArticle, _since, _move, _takesOf];
        foreach (var command in commands)
        {
            command.Dispose();
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

using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Queries.Search;

/// <summary>A sentence as it is put into the index.</summary>
/// <param name="Place">Where it stands among all; see <see cref="SentencePlaces"/>.</param>
/// <param name="By">Ids of those whose words it carries, with blanks between them; likewise issues and countries.</param>
/// <param name="Known">UTC ticks from which it counts as known.</param>
/// <param name="Until">UTC ticks from which a later take of the story speaks in its place; <see cref="long.MaxValue"/> while none does.</param>
public sealed record IndexedSentence(long Place, string Text, string By, string Issue, string Country, string Outlet, string Story, string Revision, int Start, int End, long Known, long Until);

/// <summary>A sentence found. <c>Marked</c> is its text with U+0001 before and U+0002 after each match.</summary>
public sealed record SentenceHit(long Place, string Marked, string Story, string Revision, int Start, int End, long Known);

/// <summary>What to look for: terms that must and must not be there, each in one column of the index.</summary>
public sealed record SentenceQuery(IReadOnlyList<SentenceTerm> Must, IReadOnlyList<SentenceTerm> Never, long From, long To, long AsOf);

/// <param name="Column">"text", "by", "issue", "country" or "outlet".</param>
/// <param name="Words">Matched as a phrase.</param>
/// <param name="Prefix">The last word may go on.</param>
public sealed record SentenceTerm(string Column, string Words, bool Prefix);

/// <summary>
/// Full text over sentences (SQLite FTS5), newest first: ranking is what costs. Derived from the record and kept in memory.
/// A sentence's place is its row's number, so that the order of rows is the order of hits and takes can come and go by themselves. Safe for several
/// threads, which take turns.
/// </summary>
public sealed class SentenceIndex : IDisposable
{
    private readonly Lock _turn = new();
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SentenceIndex()
    {
        _connection.Open();
        using var command = _connection.CreateCommand();
        command.CommandText = """
            CREATE VIRTUAL TABLE sentence USING fts5(
                text, "by", issue, country, outlet, story UNINDEXED, revision UNINDEXED, "start" UNINDEXED, "end" UNINDEXED, known UNINDEXED, until UNINDEXED,
                tokenize = 'porter unicode61 remove_diacritics 2', detail = full)
            """;
        command.ExecuteNonQuery();
    }

    /// <summary>Takes out all sentences of some takes and puts others in; who searches meanwhile finds either all of it done or nothing.</summary>
    /// <param name="gone">First places of takes.</param>
    public void Change(IEnumerable<long> gone, IEnumerable<IndexedSentence> come)
    {
        lock (_turn)
        {
            using var transaction = _connection.BeginTransaction();
            using var delete = _connection.CreateCommand();
            delete.Transaction = transaction;
            delete.CommandText = "DELETE FROM sentence WHERE rowid BETWEEN $from AND $to";
            var (from, to) = (delete.Parameters.Add("$from", SqliteType.Integer), delete.Parameters.Add("$to", SqliteType.Integer));
            foreach (var take in gone)
            {
                (from.Value, to.Value) = (take, take + SentencePlaces.OfOneTake - 1);
                delete.ExecuteNonQuery();
            }

            using var insert = _connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT INTO sentence(rowid, text, \"by\", issue, country, outlet, story, revision, \"start\", \"end\", known, until) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
            var values = Enumerable.Range(0, 12).Select(i => insert.Parameters.Add(string.Create(CultureInfo.InvariantCulture, $"${i}"), i is > 0 and < 8 ? SqliteType.Text : SqliteType.Integer)).ToList();
            foreach (var s in come)
            {
                object[] row = [s.Place, s.Text, s.By, s.Issue, s.Country, s.Outlet, s.Story, s.Revision, s.Start, s.End, s.Known, s.Until];
                for (var i = 0; i < row.Length; i++)
                {
                    values[i].Value = row[i];
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    /// <summary>The newest hits before a place, the newest first.</summary>
    /// <param name="before">A place; <see cref="long.MaxValue"/> for the newest of all.</param>
    public IReadOnlyList<SentenceHit> Before(SentenceQuery query, long before, int take) => Find(query, "rowid < $place", "DESC", before, take);

    /// <summary>The oldest hits after a place, the oldest first.</summary>
    public IReadOnlyList<SentenceHit> After(SentenceQuery query, long after, int take) => Find(query, "rowid > $place", "ASC", after, take);

    private List<SentenceHit> Find(SentenceQuery query, string where, string order, long place, int take)
    {
        lock (_turn)
        {
            using var command = _connection.CreateCommand();
            var match = Match(query);
            command.CommandText = $"""
                SELECT rowid, {(match is null ? "text" : "highlight(sentence, 0, char(1), char(2))")}, story, revision, "start", "end", known
                FROM sentence
                WHERE {(match is null ? "" : "sentence MATCH $match AND ")}{where} AND known <= $asof AND until > $asof AND known >= $from AND known <= $to
                ORDER BY rowid {order} LIMIT $take
                """;
            if (match is not null)
            {
                command.Parameters.AddWithValue("$match", match);
            }

            command.Parameters.AddWithValue("$asof", query.AsOf);
            command.Parameters.AddWithValue("$from", query.From);
            command.Parameters.AddWithValue("$to", query.To);
            command.Parameters.AddWithValue("$take", take);
            command.Parameters.AddWithValue("$place", place);
            using var reader = command.ExecuteReader();
            var hits = new List<SentenceHit>();
            while (reader.Read())
            {
                hits.Add(new SentenceHit(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt64(6)));
            }

            return hits;
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>The query in FTS5's own words; what was typed only ever stands between quotation marks. Null without a term.</summary>
    private static string? Match(SentenceQuery query)
    {
        if (query.Must.Count == 0)
        {
            return null;
        }

        var match = new StringBuilder().Append('(').AppendJoin(" AND ", query.Must.Select(Term)).Append(')');
        foreach (var never in query.Never)
        {
            match.Append(" NOT ").Append(Term(never));
        }

        return match.ToString();
    }

    private static string Term(SentenceTerm term) => $"{{{term.Column}}} : \"{term.Words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{(term.Prefix ? " *" : "")}";
}

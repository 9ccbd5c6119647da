using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Queries.Search;

/// <summary>A sentence as it is put into the index.</summary>
/// <param name="By">Ids of those whose words it carries, with blanks between them; likewise issues and countries.</param>
/// <param name="Known">UTC ticks from which it counts as known.</param>
/// <param name="Until">UTC ticks from which a later take of the story speaks in its place; <see cref="long.MaxValue"/> while none does.</param>
public sealed record IndexedSentence(string Text, string By, string Issue, string Country, string Outlet, string Story, string Revision, int Start, int End, long Known, long Until);

/// <summary>A sentence found. <c>Marked</c> is its text with U+0001 before and U+0002 after each match.</summary>
public sealed record SentenceHit(string Marked, string Story, string Revision, int Start, int End, long Known);

/// <summary>What to look for: terms that must and must not be there, each in one column of the index.</summary>
public sealed record SentenceQuery(IReadOnlyList<SentenceTerm> Must, IReadOnlyList<SentenceTerm> Never, long From, long To, long AsOf);

/// <param name="Column">"text", "by", "issue", "country" or "outlet".</param>
/// <param name="Words">Matched as a phrase.</param>
/// <param name="Prefix">The last word may go on.</param>
public sealed record SentenceTerm(string Column, string Words, bool Prefix);

/// <summary>
/// Full text over sentences (SQLite FTS5), newest first: ranking is what costs. Derived from the record, kept in memory, thrown away and made again at will.
/// Sentences go in in the order of becoming known, so that the order of rows is the order of hits. Safe for several threads, which take turns.
/// </summary>
public sealed class SentenceIndex : IDisposable
{
    private readonly Lock _turn = new();
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SentenceIndex(IEnumerable<IndexedSentence> sentences)
    {
        _connection.Open();
        Run("""
            CREATE VIRTUAL TABLE sentence USING fts5(
                text, "by", issue, country, outlet, story UNINDEXED, revision UNINDEXED, "start" UNINDEXED, "end" UNINDEXED, known UNINDEXED, until UNINDEXED,
                tokenize = 'porter unicode61 remove_diacritics 2', detail = full)
            """);
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO sentence VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        var values = Enumerable.Range(0, 11).Select(i => insert.Parameters.Add(string.Create(CultureInfo.InvariantCulture, $"${i}"), i < 7 ? SqliteType.Text : SqliteType.Integer)).ToList();
        foreach (var s in sentences)
        {
            object[] row = [s.Text, s.By, s.Issue, s.Country, s.Outlet, s.Story, s.Revision, s.Start, s.End, s.Known, s.Until];
            for (var i = 0; i < row.Length; i++)
            {
                values[i].Value = row[i];
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <param name="skip">Hits to leave out from the newest on.</param>
    public IReadOnlyList<SentenceHit> Find(SentenceQuery query, int skip, int take)
    {
        lock (_turn)
        {
            using var command = _connection.CreateCommand();
            var match = Match(query);
            command.CommandText = $"""
                SELECT {(match is null ? "text" : "highlight(sentence, 0, char(1), char(2))")}, story, revision, "start", "end", known
                FROM sentence
                WHERE {(match is null ? "" : "sentence MATCH $match AND ")}known <= $asof AND until > $asof AND known >= $from AND known <= $to
                ORDER BY rowid DESC LIMIT $take OFFSET $skip
                """;
            if (match is not null)
            {
                command.Parameters.AddWithValue("$match", match);
            }

            command.Parameters.AddWithValue("$asof", query.AsOf);
            command.Parameters.AddWithValue("$from", query.From);
            command.Parameters.AddWithValue("$to", query.To);
            command.Parameters.AddWithValue("$take", take);
            command.Parameters.AddWithValue("$skip", skip);
            using var reader = command.ExecuteReader();
            var hits = new List<SentenceHit>();
            while (reader.Read())
            {
                hits.Add(new SentenceHit(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt64(5)));
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

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

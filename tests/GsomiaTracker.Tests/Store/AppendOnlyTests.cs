using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Store;
using GsomiaTracker.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Tests.Store;

public sealed class AppendOnlyTests
{
    public static TheoryData<string> Tables => [.. TrackerContext.AppendOnlyTables];

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_database_itself_refuses_to_change_or_delete_what_was_written(string table)
    {
        using var temporary = WithOneOfEach();
        using var connection = temporary.Store.Connect();
        Assert.True(Count(connection, table) > 0);
        var column = Text(connection, $"SELECT name FROM pragma_table_info('{table}') WHERE pk = 0 LIMIT 1");

        Refuses(connection, $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\"", "append-only");
        Refuses(connection, $"DELETE FROM \"{table}\"", "append-only");
        Refuses(connection, $"INSERT OR REPLACE INTO \"{table}\" SELECT * FROM \"{table}\"", "append-only");
    }

    [Fact]
    public void The_context_refuses_before_the_database_has_to()
    {
        using var temporary = WithOneOfEach();
        using var context = temporary.Store.Context();
        var revision = context.Revisions.AsTracking().First();
        revision.FileName = "other.txt";
        Assert.Contains("append-only", Assert.Throws<InvalidOperationException>(() => context.SaveChanges()).Message, StringComparison.Ordinal);
        context.ChangeTracker.Clear();
        context.Corrections.Remove(context.Corrections.First());
        Assert.Throws<InvalidOperationException>(() => context.SaveChanges());
    }

    private static TemporaryStore WithOneOfEach()
    {
        var temporary = new TemporaryStore();
        temporary.Put("The ministers will meet on Sunday.", text => MadeReadings.Meeting(text, "2019-11-12"));
        var newer = new ReaderIdentity("newer", "test", "gsomia");
        temporary.Writer.ReadBy(newer);
        var again = temporary.Intake.Next(1)[0];
        temporary.Writer.RecordAgain(again, MadeReadings.Meeting(again.Text, "2019-11-12") with { Reader = newer });
        temporary.Writer.ReadBy(newer);
        temporary.Writer.Append(CorrectionAct.Reject, null, "event-000000000000", null, null, "an editor", "It is a rumour.");
        return temporary;
    }

    private static void Refuses(SqliteConnection connection, string sql, string reason)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Contains(reason, Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message, StringComparison.Ordinal);
    }

    private static long Count(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
        return (long)command.ExecuteScalar()!;
    }

    private static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }
}

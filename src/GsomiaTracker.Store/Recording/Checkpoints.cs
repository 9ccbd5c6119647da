using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Recording;

/// <summary>
/// Copies what a large transaction has committed from the log into the database, beside the next one. What is committed is on disk before that, in the log; SQLite by itself would
/// copy within the commit. Not for two threads at a time.
/// </summary>
internal sealed class Checkpoints(SqliteConnection writer, Func<SqliteConnection> connect) : IDisposable
{
    private Task _last = Task.CompletedTask;

    /// <summary>Commits without copying, and begins to copy.</summary>
    public void Commit(SqliteTransaction transaction)
    {
        // The log begins anew once all of it is copied: it stays as long as one transaction.
        Wait();
        Run(writer, "PRAGMA wal_autocheckpoint=0");
        try
        {
            transaction.Commit();
        }
        finally
        {
            Run(writer, "PRAGMA wal_autocheckpoint=1000");
        }

        _last = Task.Run(() =>
        {
            using var connection = connect();
            Run(connection, "PRAGMA wal_checkpoint(PASSIVE)");
        });
    }

    public void Dispose() => Wait();

    /// <summary>A copy that failed is none of the next transaction's business: what it was to copy is in the log, and SQLite copies it another time.</summary>
    private void Wait() => ((IAsyncResult)_last).AsyncWaitHandle.WaitOne();

    private static void Run(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
    }
}

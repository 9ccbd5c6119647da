using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Queries;

/// <summary>
/// The record's version at the price of some microseconds: SQLite is asked on a connection of its own whether anybody has committed since, and only
/// then for the number. Never behind a commit, by whatever process. Safe for several threads.
/// </summary>
public sealed class VersionProbe(TrackerStore store) : IDisposable
{
    private readonly Lock _turn = new();
    private SqliteConnection? _connection;
    private SqliteCommand? _commits;
    private SqliteCommand? _version;
    private long _seen = long.MinValue;
    private long _last;

    public long Current()
    {
        lock (_turn)
        {
            if (_connection is null)
            {
                _connection = store.Connect();
                _commits = Command("PRAGMA data_version");
                _version = Command("SELECT \"RecordVersion\" FROM \"State\"");
            }

            var commits = (long)_commits!.ExecuteScalar()!;
            if (commits != _seen)
            {
                _last = (long)_version!.ExecuteScalar()!;
                _seen = commits;
            }

            return _last;
        }
    }

    public void Dispose()
    {
        _commits?.Dispose();
        _version?.Dispose();
        _connection?.Dispose();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection!.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
        return command;
    }
}

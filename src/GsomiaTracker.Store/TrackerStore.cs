using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GsomiaTracker.Store;

/// <summary>
/// The database of one data directory. Many may read at a time; writing goes through one <see cref="Recording.RecordWriter"/> a process,
/// and processes take turns by SQLite's own lock.
/// </summary>
public sealed class TrackerStore
{
    /// <summary>How long a writer waits for another process's transaction, seconds.</summary>
    private const int BusySeconds = 60;

    private readonly PooledDbContextFactory<TrackerContext> _contexts;

    private TrackerStore(string directory)
    {
        DataDirectory = directory;
        DatabasePath = Path.Combine(directory, "tracker.db");
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = DatabasePath,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
        }.ToString();
        _contexts = new PooledDbContextFactory<TrackerContext>(Options(ConnectionString));
    }

    public string DataDirectory { get; }

    public string DatabasePath { get; }

    internal string ConnectionString { get; }

    /// <summary>Opens the store of a directory; makes directory, database and newest tables where they are missing.</summary>
    /// <exception cref="StoreException">The directory or database cannot be used; the message says why.</exception>
    public static TrackerStore Open(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var store = new TrackerStore(Path.GetFullPath(directory));
            store.Migrate();
            return store;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StoreException($"The data directory '{directory}' cannot be used: {failed.Message}", failed);
        }
    }

    /// <summary>True where a database is there already: verbs that only look refuse to make one.</summary>
    public static bool Exists(string directory) => File.Exists(Path.Combine(directory, "tracker.db"));

    /// <summary>
    /// Brings the tables up to date. Processes take turns by a lock that the operating system lets go of; EF's own is a row of a table, which a kill
    /// in the middle would leave behind, so that every later start would wait for ever.
    /// </summary>
    private void Migrate()
    {
        using var turn = Turn();
        using var context = Context();
        if (File.Exists(DatabasePath))
        {
            using var connection = Connect();
            using var stale = connection.CreateCommand();
            stale.CommandText = """SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'""";
            if (stale.ExecuteScalar() is 1L)
            {
                stale.CommandText = """DELETE FROM "__EFMigrationsLock" """;
                stale.ExecuteNonQuery();
            }
        }

        context.Database.Migrate();
        context.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
    }

    private FileStream Turn()
    {
        for (var waited = 0; ; waited++)
        {
            try
            {
                return new FileStream(Path.Combine(DataDirectory, "open.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < BusySeconds * 20)
            {
                Thread.Sleep(50);
            }
        }
    }

    internal static DbContextOptions<TrackerContext> Options(string connectionString) =>
        new DbContextOptionsBuilder<TrackerContext>()
            .UseSqlite(connectionString)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new AppendOnlyInterceptor(), new DurableConnections())
            .Options;

    internal TrackerContext Context() => _contexts.CreateDbContext();

    /// <summary>A connection of one's own, durable and with foreign keys on.</summary>
    internal SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        DurableConnections.Prepare(connection);
        return connection;
    }
}

/// <summary>The store cannot be used; the message is for the person who runs it.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);

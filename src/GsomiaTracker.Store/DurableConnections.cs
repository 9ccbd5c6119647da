using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GsomiaTracker.Store;

/// <summary>What SQLite keeps per connection and not in the file: every commit reaches the disk before it is acknowledged.</summary>
internal sealed class DurableConnections : DbConnectionInterceptor
{
    public static void Prepare(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA recursive_triggers=ON;";
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }
}

using GsomiaTracker.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Tests.Store;

public sealed class ModelTests
{
    [Fact]
    public void The_model_has_no_shadow_property_that_EF_made_up_from_a_name()
    {
        using var temporary = new TemporaryStore();
        using var context = temporary.Store.Context();
        var shadows = context.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.IsShadowProperty()).Select(p => $"{p.DeclaringType.Name}.{p.Name}");
        Assert.Empty(shadows);
    }

    [Fact]
    public void The_migrations_say_what_the_model_says()
    {
        using var temporary = new TemporaryStore();
        using var context = temporary.Store.Context();
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Commits_reach_the_disk_before_they_are_acknowledged()
    {
        using var temporary = new TemporaryStore();
        using var connection = temporary.Store.Connect();
        Assert.Equal("wal", Ask(connection, "PRAGMA journal_mode"));
        Assert.Equal(2L, Ask(connection, "PRAGMA synchronous"));
        Assert.Equal(1L, Ask(connection, "PRAGMA foreign_keys"));
    }

    private static object? Ask(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return command.ExecuteScalar();
    }
}

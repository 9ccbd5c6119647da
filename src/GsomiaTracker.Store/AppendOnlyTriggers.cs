using Microsoft.EntityFrameworkCore.Migrations;

namespace GsomiaTracker.Store;

/// <summary>The last guard of what was written: even a hand on the database file itself is refused (SQLite).</summary>
internal static class AppendOnlyTriggers
{
    public static void Create(MigrationBuilder migration)
    {
        foreach (var table in TrackerContext.AppendOnlyTables)
        {
            migration.Sql($"""
                CREATE TRIGGER "{table}_no_update" BEFORE UPDATE ON "{table}"
                BEGIN SELECT RAISE(ABORT, '{table} is append-only: what was written is never changed'); END;
                """);
            migration.Sql($"""
                CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}"
                BEGIN SELECT RAISE(ABORT, '{table} is append-only: what was written is never deleted'); END;
                """);
        }
    }
}

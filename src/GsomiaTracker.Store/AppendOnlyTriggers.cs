using Microsoft.EntityFrameworkCore.Migrations;

namespace GsomiaTracker.Store;

/// <summary>The last guard of what was written: even a hand on the database file itself is refused (SQLite).</summary>
internal static class AppendOnlyTriggers
{
    /// <param name="tables">The tables that the calling migration creates.</param>
    public static void Create(MigrationBuilder migration, params IEnumerable<string> tables)
    {
        foreach (var table in tables)
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

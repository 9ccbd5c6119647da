using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GsomiaTracker.Store.Migrations.Sqlite
{
    /// <summary>
    /// The chronicle's own tables without rows that lie scattered: reports stand with their event and are named by their take, whose copy a text is is found among the week's
    /// takes, and keys of events stand page by page. All of it is made from the archive, so it is emptied here, and folded anew before anything is added to it.
    /// </summary>
    [DbContext(typeof(TrackerContext))]
    [Migration("20261122053000_Pages")]
    public partial class Pages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TABLE "Marks";
                DROP TABLE "Reports";
                CREATE TABLE "Reports" (
                    "EventId" INTEGER NOT NULL,
                    "Id" INTEGER NOT NULL,
                    "PublicId" TEXT NOT NULL,
                    "RevisionId" INTEGER NOT NULL,
                    "Finding" INTEGER NOT NULL,
                    CONSTRAINT "PK_Reports" PRIMARY KEY ("EventId", "Id")
                ) WITHOUT ROWID;

                ALTER TABLE "Takes" ADD COLUMN "Told" BLOB NULL;
                DELETE FROM "EventKeys";
                DELETE FROM "Events";
                DELETE FROM "EventVersions";
                DELETE FROM "Days";
                UPDATE "Takes" SET "Place" = -1, "KnownUntil" = 3155378975999999999;
                UPDATE "State" SET "FoldedBy" = NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("An older program makes its chronicle anew from the archive: give it a copy of the database from before.");
    }
}

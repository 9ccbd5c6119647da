using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GsomiaTracker.Store.Migrations.Sqlite
{
    /// <summary>
    /// The chronicle's own tables with fewer indexes: an event's row has the keys it is found under, so reports need not have them. All of it is made from
    /// the archive, so it is emptied here, and folded anew before anything is added to it.
    /// </summary>
    [DbContext(typeof(TrackerContext))]
    [Migration("20261122023000_Fold")]
    public partial class Fold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TABLE "Reports";
                CREATE TABLE "Reports" (
                    "Id" INTEGER NOT NULL CONSTRAINT "PK_Reports" PRIMARY KEY,
                    "PublicId" TEXT NOT NULL,
                    "EventId" INTEGER NOT NULL,
                    "RevisionId" INTEGER NOT NULL,
                    "Finding" INTEGER NOT NULL,
                    "KnownSince" INTEGER NOT NULL
                );
                CREATE INDEX "IX_Reports_EventId" ON "Reports" ("EventId");
                CREATE INDEX "IX_Reports_PublicId" ON "Reports" ("PublicId");
                CREATE INDEX "IX_Reports_RevisionId" ON "Reports" ("RevisionId");

                DROP TABLE "EventVersions";
                CREATE TABLE "EventVersions" (
                    "EventId" INTEGER NOT NULL,
                    "KnownFrom" INTEGER NOT NULL,
                    "KnownUntil" INTEGER NOT NULL,
                    "FirstKnown" INTEGER NOT NULL,
                    "PublicId" TEXT NOT NULL,
                    "Slug" TEXT NOT NULL,
                    "Kind" INTEGER NOT NULL,
                    "Status" INTEGER NOT NULL,
                    "Title" TEXT NOT NULL,
                    "DayFrom" INTEGER NOT NULL,
                    "DayTo" INTEGER NOT NULL,
                    "Place" TEXT NULL,
                    "Countries" TEXT NOT NULL,
                    "People" TEXT NOT NULL,
                    "Sources" INTEGER NOT NULL,
                    "Reports" INTEGER NOT NULL,
                    "Withdrawn" INTEGER NOT NULL,
                    CONSTRAINT "PK_EventVersions" PRIMARY KEY ("EventId", "KnownFrom")
                ) WITHOUT ROWID;
                CREATE INDEX "IX_EventVersions_DayFrom_DayTo_FirstKnown_PublicId_KnownFrom_KnownUntil_Withdrawn"
                    ON "EventVersions" ("DayFrom", "DayTo", "FirstKnown", "PublicId", "KnownFrom", "KnownUntil", "Withdrawn");

                DROP INDEX "IX_Events_FirstKnown";
                DROP INDEX "IX_Takes_KnownUntil";
                CREATE INDEX "IX_Takes_KnownUntil" ON "Takes" ("KnownUntil") WHERE "KnownUntil" < 3155378975999999999;

                DELETE FROM "EventKeys";
                DELETE FROM "Events";
                DELETE FROM "Marks";
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

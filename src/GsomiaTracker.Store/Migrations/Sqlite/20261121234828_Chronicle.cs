using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GsomiaTracker.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Chronicle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Agency",
                table: "Takes",
                type: "TEXT",
                nullable: true,
                collation: "NOCASE",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Place",
                table: "Takes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ReadSince",
                table: "Takes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Voice",
                table: "Takes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql("""UPDATE "Takes" SET "ReadSince" = "KnownSince", "Place" = -1""");

            // By hand, for WITHOUT ROWID: the key is nearly the whole row, and rows are many.
            migrationBuilder.Sql("""
                CREATE TABLE "EventKeys" (
                    "Key" INTEGER NOT NULL,
                    "EventId" INTEGER NOT NULL,
                    CONSTRAINT "PK_EventKeys" PRIMARY KEY ("Key", "EventId")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "EventVersions",
                columns: table => new
                {
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstKnown = table.Column<long>(type: "INTEGER", nullable: false),
                    PublicId = table.Column<string>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    DayFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    DayTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: true),
                    Countries = table.Column<string>(type: "TEXT", nullable: false),
                    People = table.Column<string>(type: "TEXT", nullable: false),
                    Sources = table.Column<int>(type: "INTEGER", nullable: false),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventVersions", x => new { x.EventId, x.KnownFrom });
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    PublicId = table.Column<string>(type: "TEXT", nullable: false),
                    FirstKnown = table.Column<long>(type: "INTEGER", nullable: false),
                    Cluster = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                });

            // By hand, for WITHOUT ROWID: the key is nearly the whole row, and rows are many.
            migrationBuilder.Sql("""
                CREATE TABLE "Marks" (
                    "Mark" INTEGER NOT NULL,
                    "Place" INTEGER NOT NULL,
                    "RevisionId" INTEGER NOT NULL,
                    CONSTRAINT "PK_Marks" PRIMARY KEY ("Mark", "Place")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "Reports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    PublicId = table.Column<string>(type: "TEXT", nullable: false),
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Finding = table.Column<int>(type: "INTEGER", nullable: false),
                    KnownSince = table.Column<long>(type: "INTEGER", nullable: false),
                    Keys = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reports", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Takes_Agency_ReadSince",
                table: "Takes",
                columns: new[] { "Agency", "ReadSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Takes_ArticleId",
                table: "Takes",
                column: "ArticleId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Takes_KnownUntil",
                table: "Takes",
                column: "KnownUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Takes_Place",
                table: "Takes",
                column: "Place");

            migrationBuilder.CreateIndex(
                name: "IX_Takes_ReadSince",
                table: "Takes",
                column: "ReadSince");

            migrationBuilder.CreateIndex(
                name: "IX_EventVersions_DayFrom_DayTo_FirstKnown_PublicId_KnownFrom_KnownUntil_Withdrawn",
                table: "EventVersions",
                columns: new[] { "DayFrom", "DayTo", "FirstKnown", "PublicId", "KnownFrom", "KnownUntil", "Withdrawn" });

            migrationBuilder.CreateIndex(
                name: "IX_EventVersions_KnownFrom_EventId",
                table: "EventVersions",
                columns: new[] { "KnownFrom", "EventId" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_FirstKnown",
                table: "Events",
                column: "FirstKnown");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_EventId",
                table: "Reports",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_PublicId",
                table: "Reports",
                column: "PublicId");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_RevisionId",
                table: "Reports",
                column: "RevisionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EventKeys");

            migrationBuilder.DropTable(
                name: "EventVersions");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Marks");

            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Takes_Agency_ReadSince",
                table: "Takes");

            migrationBuilder.DropIndex(
                name: "IX_Takes_ArticleId",
                table: "Takes");

            migrationBuilder.DropIndex(
                name: "IX_Takes_KnownUntil",
                table: "Takes");

            migrationBuilder.DropIndex(
                name: "IX_Takes_Place",
                table: "Takes");

            migrationBuilder.DropIndex(
                name: "IX_Takes_ReadSince",
                table: "Takes");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Takes");

            migrationBuilder.DropColumn(
                name: "ReadSince",
                table: "Takes");

            migrationBuilder.DropColumn(
                name: "Voice",
                table: "Takes");

            migrationBuilder.AlterColumn<string>(
                name: "Agency",
                table: "Takes",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true,
                oldCollation: "NOCASE");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GsomiaTracker.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Record : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", nullable: false),
                    Article = table.Column<string>(type: "TEXT", nullable: true),
                    Target = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: true),
                    Value = table.Column<string>(type: "TEXT", nullable: true),
                    Author = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Days",
                columns: table => new
                {
                    DayFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    DayTo = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstKnown = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Days", x => new { x.DayFrom, x.DayTo });
                });

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

            migrationBuilder.CreateTable(
                name: "Inbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Supplied = table.Column<string>(type: "TEXT", nullable: true),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => x.Id);
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
                name: "Readers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<string>(type: "TEXT", nullable: false),
                    Lexicon = table.Column<string>(type: "TEXT", nullable: false),
                    Dossier = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Readers", x => x.Id);
                });

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

            migrationBuilder.CreateTable(
                name: "Revisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Supplied = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Origin = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Revisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "State",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    LastIngestAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Refused = table.Column<long>(type: "INTEGER", nullable: false),
                    LastRefusal = table.Column<string>(type: "TEXT", nullable: true),
                    ReaderId = table.Column<int>(type: "INTEGER", nullable: true),
                    FoldedBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_State", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Rereadings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    FromReaderId = table.Column<int>(type: "INTEGER", nullable: false),
                    ToReaderId = table.Column<int>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Texts = table.Column<int>(type: "INTEGER", nullable: false),
                    Found = table.Column<int>(type: "INTEGER", nullable: false),
                    Lost = table.Column<int>(type: "INTEGER", nullable: false),
                    Altered = table.Column<int>(type: "INTEGER", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rereadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rereadings_Readers_FromReaderId",
                        column: x => x.FromReaderId,
                        principalTable: "Readers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Rereadings_Readers_ToReaderId",
                        column: x => x.ToReaderId,
                        principalTable: "Readers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Articles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Articles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Articles_Revisions_RevisionId",
                        column: x => x.RevisionId,
                        principalTable: "Revisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Readings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReaderId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Readings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Readings_Readers_ReaderId",
                        column: x => x.ReaderId,
                        principalTable: "Readers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Readings_Revisions_RevisionId",
                        column: x => x.RevisionId,
                        principalTable: "Revisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Takes",
                columns: table => new
                {
                    RevisionId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReadingId = table.Column<long>(type: "INTEGER", nullable: false),
                    ArticleId = table.Column<string>(type: "TEXT", nullable: false),
                    Story = table.Column<string>(type: "TEXT", nullable: false),
                    ReadSince = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownSince = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<long>(type: "INTEGER", nullable: false),
                    Voice = table.Column<string>(type: "TEXT", nullable: true),
                    Agency = table.Column<string>(type: "TEXT", nullable: true, collation: "NOCASE"),
                    Headline = table.Column<string>(type: "TEXT", nullable: true),
                    Published = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Takes", x => x.RevisionId);
                    table.ForeignKey(
                        name: "FK_Takes_Readings_ReadingId",
                        column: x => x.ReadingId,
                        principalTable: "Readings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Takes_Revisions_RevisionId",
                        column: x => x.RevisionId,
                        principalTable: "Revisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "State",
                columns: new[] { "Id", "FoldedBy", "LastIngestAt", "LastRefusal", "ReaderId", "RecordVersion", "Refused" },
                values: new object[] { 1, null, null, null, null, 0L, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_RevisionId",
                table: "Articles",
                column: "RevisionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_Article",
                table: "Corrections",
                column: "Article");

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
                name: "IX_Inbox_Hash",
                table: "Inbox",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_NextAttemptAt",
                table: "Inbox",
                column: "NextAttemptAt");

            migrationBuilder.CreateIndex(
                name: "IX_Readers_Version_Lexicon_Dossier",
                table: "Readers",
                columns: new[] { "Version", "Lexicon", "Dossier" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Readings_ReaderId",
                table: "Readings",
                column: "ReaderId");

            migrationBuilder.CreateIndex(
                name: "IX_Readings_RevisionId_ReaderId",
                table: "Readings",
                columns: new[] { "RevisionId", "ReaderId" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_Rereadings_FromReaderId",
                table: "Rereadings",
                column: "FromReaderId");

            migrationBuilder.CreateIndex(
                name: "IX_Rereadings_ToReaderId",
                table: "Rereadings",
                column: "ToReaderId");

            migrationBuilder.CreateIndex(
                name: "IX_Revisions_Hash",
                table: "Revisions",
                column: "Hash",
                unique: true);

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
                name: "IX_Takes_KnownSince_RevisionId",
                table: "Takes",
                columns: new[] { "KnownSince", "RevisionId" });

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
                name: "IX_Takes_ReadingId",
                table: "Takes",
                column: "ReadingId");

            migrationBuilder.CreateIndex(
                name: "IX_Takes_Story_KnownSince",
                table: "Takes",
                columns: new[] { "Story", "KnownSince" });

            AppendOnlyTriggers.Create(migrationBuilder, TrackerContext.AppendOnlyTables);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Articles");

            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropTable(
                name: "Days");

            migrationBuilder.DropTable(
                name: "EventKeys");

            migrationBuilder.DropTable(
                name: "EventVersions");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Inbox");

            migrationBuilder.DropTable(
                name: "Marks");

            migrationBuilder.DropTable(
                name: "Reports");

            migrationBuilder.DropTable(
                name: "Rereadings");

            migrationBuilder.DropTable(
                name: "State");

            migrationBuilder.DropTable(
                name: "Takes");

            migrationBuilder.DropTable(
                name: "Readings");

            migrationBuilder.DropTable(
                name: "Readers");

            migrationBuilder.DropTable(
                name: "Revisions");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GsomiaTracker.Store.Migrations.Desk
{
    /// <inheritdoc />
    public partial class FeedsAndPasskeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DeskFeeds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Address = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    ETag = table.Column<string>(type: "TEXT", nullable: true),
                    LastModified = table.Column<string>(type: "TEXT", nullable: true),
                    NextPollAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastPollAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastSuccessAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    PausedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AddedBy = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskFeeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeskPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: true),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_DeskPasskeys_DeskPeople_UserId",
                        column: x => x.UserId,
                        principalTable: "DeskPeople",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeskFeedItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FeedId = table.Column<int>(type: "INTEGER", nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: false),
                    Published = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: true),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskFeedItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeskFeedItems_DeskFeeds_FeedId",
                        column: x => x.FeedId,
                        principalTable: "DeskFeeds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DeskFeedItems_FeedId_Link",
                table: "DeskFeedItems",
                columns: new[] { "FeedId", "Link" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeskFeedItems_FeedId_State",
                table: "DeskFeedItems",
                columns: new[] { "FeedId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_DeskFeeds_Address",
                table: "DeskFeeds",
                column: "Address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeskPasskeys_UserId",
                table: "DeskPasskeys",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeskFeedItems");

            migrationBuilder.DropTable(
                name: "DeskPasskeys");

            migrationBuilder.DropTable(
                name: "DeskFeeds");
        }
    }
}

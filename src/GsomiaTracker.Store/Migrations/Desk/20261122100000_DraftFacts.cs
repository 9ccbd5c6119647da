using GsomiaTracker.Store.Editing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GsomiaTracker.Store.Migrations.Desk
{
    /// <summary>Header facts of a draft that an editor says otherwise, and who filed it.</summary>
    [DbContext(typeof(PeopleContext))]
    [Migration("20261122100000_DraftFacts")]
    public partial class DraftFacts : Migration
    {
        private static readonly string[] Columns = ["Facts", "FactsBy", "FiledBy"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var column in Columns)
            {
                migrationBuilder.AddColumn<string>(name: column, table: "DeskDrafts", type: "TEXT", nullable: true);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var column in Columns)
            {
                migrationBuilder.DropColumn(name: column, table: "DeskDrafts");
            }
        }
    }
}

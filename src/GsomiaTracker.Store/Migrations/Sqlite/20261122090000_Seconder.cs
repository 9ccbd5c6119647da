using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GsomiaTracker.Store.Migrations.Sqlite
{
    /// <summary>Who published what another proposed.</summary>
    [DbContext(typeof(TrackerContext))]
    [Migration("20261122090000_Seconder")]
    public partial class Seconder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.AddColumn<string>(name: "Seconder", table: "Corrections", type: "TEXT", nullable: true);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("What two persons agreed on is not forgotten: give an older program a copy of the database from before.");
    }
}

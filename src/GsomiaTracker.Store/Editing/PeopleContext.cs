using GsomiaTracker.Store.Tables;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GsomiaTracker.Store.Editing;

/// <summary>The desk's own tables in the record's database: who may, with what keys, and what they have not finished. Nothing of the record is here.</summary>
public sealed class PeopleContext(DbContextOptions<PeopleContext> options) : IdentityDbContext<Person>(options)
{
    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<ProposalRow> Proposals => Set<ProposalRow>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<FeedRow> Feeds => Set<FeedRow>();

    public DbSet<FeedItemRow> FeedItems => Set<FeedItemRow>();

    /// <summary>Its migrations are counted apart from the record's.</summary>
    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString, sqlite => sqlite.MigrationsHistoryTable("__DeskMigrationsHistory"))
        .AddInterceptors(new DurableConnections());

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Person>().ToTable("DeskPeople");
        builder.Entity<IdentityRole>().ToTable("DeskRoles");
        builder.Entity<IdentityUserRole<string>>().ToTable("DeskPeopleRoles");
        builder.Entity<IdentityUserClaim<string>>().ToTable("DeskPeopleClaims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("DeskPeopleLogins");
        builder.Entity<IdentityUserToken<string>>().ToTable("DeskPeopleTokens");
        builder.Entity<IdentityRoleClaim<string>>().ToTable("DeskRoleClaims");
        builder.Entity<IdentityUserPasskey<string>>(row =>
        {
            row.ToTable("DeskPasskeys");
            row.HasKey(p => p.CredentialId);
            row.Property(p => p.CredentialId).HasMaxLength(1024);
            row.OwnsOne(p => p.Data).ToJson();
            row.HasOne<Person>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ApiTokenRow>(row =>
        {
            row.ToTable("DeskApiTokens");
            row.HasIndex(t => t.Hash).IsUnique();
            row.HasOne(t => t.Person).WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SessionRow>(row =>
        {
            row.ToTable("DeskSessions");
            row.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<DraftRow>().ToTable("DeskDrafts");
        builder.Entity<ProposalRow>().ToTable("DeskProposals");
        builder.Entity<AssignmentRow>().ToTable("DeskAssignments");
        builder.Entity<FeedRow>(row =>
        {
            row.ToTable("DeskFeeds");
            row.HasIndex(f => f.Address).IsUnique();
        });
        builder.Entity<FeedItemRow>(row =>
        {
            row.ToTable("DeskFeedItems");
            row.HasIndex(i => new { i.FeedId, i.Link }).IsUnique();
            row.HasIndex(i => new { i.FeedId, i.State });
            row.HasOne(i => i.Feed).WithMany().HasForeignKey(i => i.FeedId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

/// <summary>Only for writing migrations: <c>MIGRATIONS=true dotnet ef migrations add NAME --context PeopleContext --output-dir Migrations/Desk --project src/GsomiaTracker.Store</c>.</summary>
internal sealed class DesignTimePeople : IDesignTimeDbContextFactory<PeopleContext>
{
    public PeopleContext CreateDbContext(string[] args) =>
        new((DbContextOptions<PeopleContext>)PeopleContext.Configure(new DbContextOptionsBuilder<PeopleContext>(), "Data Source=:memory:").Options);
}

using GsomiaTracker.Store.Tables;
using Microsoft.EntityFrameworkCore;

namespace GsomiaTracker.Store;

/// <summary>The tables. Reading goes through here; what must be fast or durable is written by <see cref="Recording.RecordWriter"/>.</summary>
public sealed class TrackerContext(DbContextOptions<TrackerContext> options) : DbContext(options)
{
    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    public DbSet<ArticleRow> Articles => Set<ArticleRow>();

    public DbSet<ReaderRow> Readers => Set<ReaderRow>();

    public DbSet<ReadingRow> Readings => Set<ReadingRow>();

    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<StateRow> State => Set<StateRow>();

    public DbSet<TakeRow> Takes => Set<TakeRow>();

    /// <summary>The tables that triggers guard; the migration that creates one of them creates its triggers.</summary>
    public static IReadOnlyList<string> AppendOnlyTables { get; } = ["Revisions", "Articles", "Readers", "Readings", "Corrections"];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RevisionRow>(row =>
        {
            row.HasIndex(r => r.Hash).IsUnique();
        });
        modelBuilder.Entity<ArticleRow>(row =>
        {
            row.HasKey(a => a.Id);
            row.HasIndex(a => a.RevisionId).IsUnique();
            row.HasOne(a => a.Revision).WithMany().HasForeignKey(a => a.RevisionId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ReaderRow>().HasIndex(r => new { r.Version, r.Lexicon, r.Dossier }).IsUnique();
        modelBuilder.Entity<ReadingRow>(row =>
        {
            row.HasIndex(r => new { r.RevisionId, r.ReaderId }).IsUnique();
            row.HasOne(r => r.Revision).WithMany().HasForeignKey(r => r.RevisionId).OnDelete(DeleteBehavior.Restrict);
            row.HasOne(r => r.Reader).WithMany().HasForeignKey(r => r.ReaderId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<CorrectionRow>(row =>
        {
            row.HasKey(c => c.Sequence);
            row.HasIndex(c => c.Article);
        });
        modelBuilder.Entity<InboxRow>(row =>
        {
            row.HasIndex(i => i.Hash).IsUnique();
            row.HasIndex(i => i.NextAttemptAt);
        });
        modelBuilder.Entity<StateRow>(row =>
        {
            row.Property(s => s.Id).ValueGeneratedNever();
            row.HasData(new StateRow { Id = 1 });
        });
        modelBuilder.Entity<TakeRow>(row =>
        {
            row.HasKey(t => t.RevisionId);
            row.Property(t => t.RevisionId).ValueGeneratedNever();
            row.HasOne(t => t.Revision).WithMany().HasForeignKey(t => t.RevisionId).OnDelete(DeleteBehavior.Restrict);
            row.HasOne(t => t.Reading).WithMany().HasForeignKey(t => t.ReadingId).OnDelete(DeleteBehavior.Restrict);
            row.HasIndex(t => new { t.Story, t.KnownSince });
            row.HasIndex(t => new { t.KnownSince, t.RevisionId });
        });
    }
}

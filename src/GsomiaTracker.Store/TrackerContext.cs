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

    public DbSet<RereadingRow> Rereadings => Set<RereadingRow>();

    public DbSet<TakeRow> Takes => Set<TakeRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<EventKeyRow> EventKeys => Set<EventKeyRow>();

    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<DaysRow> Days => Set<DaysRow>();

    public DbSet<EventVersionRow> EventVersions => Set<EventVersionRow>();

    /// <summary>The tables that triggers guard; the migration that creates one of them creates its triggers.</summary>
    public static IReadOnlyList<string> AppendOnlyTables { get; } = ["Revisions", "Articles", "Readers", "Readings", "Corrections", "Rereadings"];

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
        modelBuilder.Entity<RereadingRow>(row =>
        {
            row.HasOne(r => r.FromReader).WithMany().HasForeignKey(r => r.FromReaderId).OnDelete(DeleteBehavior.Restrict);
            row.HasOne(r => r.ToReader).WithMany().HasForeignKey(r => r.ToReaderId).OnDelete(DeleteBehavior.Restrict);
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
            row.HasIndex(t => new { t.Agency, t.ReadSince });
            row.HasIndex(t => t.ReadSince);
            row.HasIndex(t => t.ArticleId).IsUnique();
            row.HasIndex(t => t.Place);
            row.HasIndex(t => t.KnownUntil).HasFilter(FormattableString.Invariant($"\"KnownUntil\" < {Recording.ArchiveCommands.ForeverTicks}"));
            row.Property(t => t.Agency).UseCollation("NOCASE");
        });
        Projected(modelBuilder);
    }

    private static void Projected(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EventRow>(row =>
        {
            row.Property(e => e.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<EventKeyRow>(row =>
        {
            row.HasKey(k => new { k.Key, k.EventId });
        });
        modelBuilder.Entity<ReportRow>(row =>
        {
            // By its event and no other way: every index more would be written in as many places as there are reports.
            row.HasKey(r => new { r.EventId, r.Id });
        });
        modelBuilder.Entity<DaysRow>(row =>
        {
            row.HasKey(d => new { d.DayFrom, d.DayTo });
            row.Property(d => d.DayFrom).ValueGeneratedNever();
        });
        modelBuilder.Entity<EventVersionRow>(row =>
        {
            row.HasKey(v => new { v.EventId, v.KnownFrom });
            // The timeline as of a moment: in the order of the page, with both ends of the stretch in the index, so that only the page's rows are fetched.
            row.HasIndex(v => new { v.DayFrom, v.DayTo, v.FirstKnown, v.PublicId, v.KnownFrom, v.KnownUntil, v.Withdrawn });
        });
    }
}

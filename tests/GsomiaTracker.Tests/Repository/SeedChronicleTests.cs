using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction;
using GsomiaTracker.Tests.Domain.Chronicle;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Repository;

/// <summary>What the first start shows: the articles that come with the dossier, read by the reader and folded.</summary>
public class SeedChronicleTests
{
    private static readonly Dossier Dossier = DossierFolder.Load(Checkout.File("seeds", "gsomia")).Value;
    private static readonly Lazy<IReadOnlyList<ArticleRevision>> Takes = new(Read);

    private static List<ArticleRevision> Read()
    {
        var reader = new ArticleReader(Dossier);
        var takes = new List<ArticleRevision>();
        foreach (var file in Directory.GetFiles(DossierFolder.Articles(Checkout.File("seeds", "gsomia")), "*.txt").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var reading = reader.Read(text);
            takes.Add(new ArticleRevision(Path.GetFileName(file), file, reading.Text ?? text, reading, reading.Header.Published!.KnownSince(Dossier.Zone), default));
        }

        return takes;
    }

    [Fact]
    public void The_deadline_is_one_event_averted_six_hours_before_by_the_take_that_says_so()
    {
        var chronicle = ChronicleBuilder.Build(Takes.Value, [], Dossier, null);
        Assert.Equal(DeadlineStateKind.Averted, chronicle.Deadline.Kind);
        Assert.Equal(TimeSpan.FromHours(6), chronicle.Deadline.Before);
        Assert.Equal([EventStatus.Scheduled, EventStatus.Cancelled], chronicle.Deadline.Outcome!.History.Select(h => h.Status));
        Assert.Single(chronicle.Events, e => e.Kind == EventKind.Deadline && e.Days is { } days && Dossier.Deadline.PrintedDays.Any(days.Contains));

        var before = ChronicleBuilder.Build(Takes.Value, [], Dossier, Dossier.Deadline.Instant.AddHours(-6).AddMinutes(-1));
        Assert.Equal(DeadlineStateKind.Running, before.Deadline.Kind);
    }

    [Fact]
    public void Two_at_a_table_and_three_at_a_table_are_two_meetings()
    {
        var day = new DateOnly(2019, 11, 17);
        var meetings = ChronicleBuilder.Build(Takes.Value, [], Dossier, null).Events.Where(e => e.Kind == EventKind.Meeting && e.Days is { IsOneDay: true } d && d.From == day).ToList();
        Assert.Single(meetings, m => m.Countries.Count == 2);
    }

    [Fact]
    public void Any_order_gives_the_same_chronicle_at_every_moment()
    {
        var random = new Random(11);
        var whole = FoldedRecord.Of(Takes.Value, [], Dossier);
        var moments = whole.Moments.ToList();
        for (var n = 0; n < 50; n++)
        {
            var shuffled = FoldedRecord.Of(Takes.Value.OrderBy(_ => random.Next()), [], Dossier);
            var moment = moments[random.Next(moments.Count)];
            Assert.Equal(RandomHistory.Print(whole.At(moment)), RandomHistory.Print(shuffled.At(moment)));
        }
    }
}

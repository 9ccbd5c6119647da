using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Store.Queries;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Tests.Web.Rendering;

/// <summary>Addresses that have been given out outlive what editors take away.</summary>
public sealed class RemovedEventsTests
{
    private static readonly DateTimeOffset Recorded = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_name_of_an_event_leads_to_it_as_long_as_one_report_is_left_and_says_that_it_was_rejected_once_none_is()
    {
        var whole = With([]);
        var events = whole.Chronicle.Events.Where(e => e.Reports.Select(r => r.Article).Distinct().Count() > 1).Take(6).ToList();
        Assert.NotEmpty(events);
        foreach (var e in events)
        {
            var names = e.Reports.Select(ReportId.Of).Append(e.Slug).ToList();
            var rejections = new List<Correction>();
            foreach (var report in e.Reports.DistinctBy(r => (r.Article, r.Finding.Key)))
            {
                rejections.Add(Correction(rejections.Count + 1, CorrectionAct.Reject, report.Article, report.Finding.Key.Value));
                var record = With(rejections);
                var left = e.Reports.Where(r => record.EventOf(r.Revision, r.Finding.Key) is not null).ToList();
                Assert.All(names, name => Assert.Equal(left.Count > 0, record.Event(name) is not null));
                Assert.All(names, name => Assert.Equal(left.Count == 0, record.Event(name) is null && record.Removed.Find(name) is { By.Act: CorrectionAct.Reject } gone && gone.Event.Title == e.Title));
            }
        }
    }

    [Fact]
    public void What_an_article_told_alone_says_that_it_was_withdrawn_with_it_but_not_before_it_was_known()
    {
        var whole = With([]);
        var alone = whole.Chronicle.Events.First(e => e.Reports.Select(r => r.Article).Distinct().Count() == 1);
        var retraction = Correction(1, CorrectionAct.Retract, null, alone.Reports[0].Article);
        Assert.Equal(CorrectionAct.Retract, With([retraction]).Removed.Find(alone.Slug)?.By.Act);
        Assert.Null(With([retraction], alone.KnownSince.AddMinutes(-1)).Removed.Find(alone.Slug));
        Assert.Null(With([retraction, Correction(2, CorrectionAct.Undo, null, "1")]).Removed.Find(alone.Slug));
    }

    [Fact]
    public void A_name_that_was_never_given_out_is_unknown()
    {
        var record = With([Correction(1, CorrectionAct.Reject, null, "event-000000000000")]);
        Assert.Null(record.Event("never-given-out"));
        Assert.Null(record.Removed.Find("never-given-out"));
    }

    private static Correction Correction(long sequence, CorrectionAct act, string? article, string target) => new(sequence, act, article, target, null, null, "mina", Recorded, "a test");

    private static RecordAsOf With(IReadOnlyList<Correction> corrections, DateTimeOffset? asOf = null)
    {
        IReadOnlyList<ArticleRevision> takes = MadeUpCrisis.Revisions;
        var contents = new RecordContents(1, TestDossier.Gsomia, takes, corrections);
        return new Snapshots(_ => Task.FromResult(contents), () => 1, TimeProvider.System).AsOf(asOf, CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }
}

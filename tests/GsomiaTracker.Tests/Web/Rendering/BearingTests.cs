using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Rendering;

namespace GsomiaTracker.Tests.Web.Rendering;

public sealed class BearingTests
{
    [Fact]
    public void What_rests_on_an_article_alone_is_what_goes_with_it()
    {
        var record = Of(MadeUpCrisis.Revisions);
        foreach (var story in record.Stories)
        {
            var without = Of([.. MadeUpCrisis.Revisions.Where(r => r.Article != story.Id)]);
            var bearing = Bearing.Of(record, story);
            Assert.Equal(
                bearing.Events.Where(b => b.Alone).Select(b => b.Event.Id).Order(StringComparer.Ordinal),
                record.Chronicle.Events.Where(e => e.Reports.All(r => without.Event(ReportId.Of(r)) is null)).Select(e => e.Id).Order(StringComparer.Ordinal));
            Assert.All(bearing.Positions, b => Assert.Equal(
                b.Alone,
                without.Chronicle.Stances.FirstOrDefault(h => (h.Country, h.Person, h.Org, h.Issue) == (b.History.Country, b.History.Person, b.History.Org, b.History.Issue))?.Now.Position != b.History.Now.Position));
            Assert.Equal(bearing.Outcome, record.Chronicle.Deadline.Kind != without.Chronicle.Deadline.Kind);
        }
    }

    [Fact]
    public void An_article_that_only_repeats_what_others_tell_bears_nothing_alone()
    {
        var record = Of(MadeUpCrisis.Revisions);
        Assert.Contains(record.Stories, s => Bearing.Of(record, s).Events is { Count: > 0 } events && events.Any(b => !b.Alone));
    }

    [Fact]
    public void An_outlet_named_as_the_source_is_cited_and_the_article_s_own_is_not()
    {
        const string told = "Tokyo will send a letter next week";
        const string own = "The offices were closed";
        var record = Of([.. new[]
        {
            new Piece("ap-cites", "AP", "2019-11-14T09:00+09:00", "A letter may come", $"Kyodo News reported that {told}. {own}, an AP reporter said.")
                .Tells(EventKind.Notice, EventStatus.Tentative, "Tokyo may send a letter", $"Kyodo News reported that {told}.", "2019-11-18", "JP")
                .Says(null, null, null, "Kyodo News", "reported", StatementForm.Indirect, told)
                .Says(null, null, null, "an AP reporter", "said", StatementForm.Indirect, own),
        }.Select(p => p.Revision())]);
        var citation = Assert.Single(Citation.Of(record));
        Assert.Equal(("AP", "Kyodo", told), (citation.By, citation.Cited, citation.Statement.Content[0].Words));
        Assert.Equal("Kyodo", Citation.Behind(record, record.Chronicle.Events[0].Reports[0]));
    }

    private static RecordAsOf Of(IReadOnlyList<ArticleRevision> takes)
    {
        var dossier = TestDossier.Gsomia;
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new RecordAsOf(1, dossier, null, now, ChronicleBuilder.Build(takes, [], dossier, now), takes, []);
    }
}

using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction;
using GsomiaTracker.Tests.Domain.Chronicle;
using GsomiaTracker.Tests.Support;
using GsomiaTracker.Web.Rendering;

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
        var sketches = new List<TakeSketch>();
        foreach (var file in Directory.GetFiles(DossierFolder.Articles(Checkout.File("seeds", "gsomia")), "*.txt").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var reading = reader.Read(text);
            takes.Add(new ArticleRevision("", file, reading.Text ?? text, reading, reading.Header.Published!.KnownSince(Dossier.Zone), default));
            sketches.Add(TakeSketch.Of(file, takes[^1].Text, reading.Header, takes[^1].KnownSince));
        }

        var stories = StoryMatcher.Assign(sketches).ToDictionary(p => p.Revision, p => p.Story);
        return [.. takes.Select(t => t with { Article = Path.GetFileName(stories[t.Revision]) })];
    }

    private static Chronicle Whole => ChronicleBuilder.Build(Takes.Value, [], Dossier, null);

    /// <summary>The event of a kind on a day with just these persons.</summary>
    private static ChronicleEvent Event(EventKind kind, DateOnly day, params string[] people) =>
        Assert.Single(Whole.Events, e => e.Kind == kind && e.Days == DayRange.Of(day) && e.People.ToHashSet().SetEquals(people));

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
    public void What_was_arranged_then_set_then_held_is_one_event_with_that_history()
    {
        EventStatus[] path = [EventStatus.Tentative, EventStatus.Scheduled, EventStatus.Happened];
        Assert.Equal(path, Event(EventKind.Meeting, new(2019, 11, 17), "jeong-kyeong-doo", "taro-kono").History.Select(h => h.Status));
        Assert.Equal(path, Event(EventKind.Meeting, new(2019, 12, 24), "moon-jae-in", "shinzo-abe").History.Select(h => h.Status));
    }

    [Fact]
    public void Officials_who_tell_it_differently_are_shown_differing()
    {
        var talk = Assert.Single(Event(EventKind.Meeting, new(2019, 11, 4), "moon-jae-in", "shinzo-abe").Disagreements);
        Assert.Equal(("duration", "PT10M PT11M"), (talk.About, string.Join(' ', talk.Sides.Select(s => s.Value).Order(StringComparer.Ordinal))));

        var first = Assert.Single(Event(EventKind.Meeting, new(2019, 11, 17), "jeong-kyeong-doo", "taro-kono").Disagreements);
        Assert.Equal("first", first.About);

        var officers = Assert.Single(Event(EventKind.Meeting, new(2019, 11, 14), "mark-milley", "park-han-ki").Disagreements);
        Assert.Equal("days", officers.About);
    }

    [Fact]
    public void What_a_paper_carries_of_an_agency_is_no_second_source()
    {
        var talks = Event(EventKind.Meeting, new(2019, 11, 17), "jeong-kyeong-doo", "taro-kono");
        Assert.Contains(talks.Telling, r => r.Agency == "Japan Times" && r.Voice == "Kyodo");
        Assert.Equal(["Kyodo", "Yonhap"], talks.Telling.Select(r => r.Voice).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, talks.Sources);
    }

    [Theory]
    [InlineData("2019-11-17-bangkok-lead.txt", "2019-11-17-bangkok.txt")]
    [InlineData("2019-11-22-suspension.txt", "2019-11-22-suspension-2nd-lead.txt")]
    [InlineData("2019-11-28-launch.txt", "2019-11-28-launch-2nd-lead.txt")]
    public void A_later_take_is_no_other_article(string earlier, string later) =>
        Assert.Equal(earlier, Takes.Value.Single(t => Path.GetFileName(t.Revision) == later).Article);

    [Fact]
    public void What_became_of_the_pact_later_leaves_the_outcome_of_the_deadline_as_it_was()
    {
        Assert.Contains(Whole.Events, e => e.Kind == EventKind.Decision && e.About.Contains("pact") && e.Days == DayRange.Of(new(2023, 3, 21)));
        Assert.Equal((DeadlineStateKind.Averted, TimeSpan.FromHours(6)), (Whole.Deadline.Kind, Whole.Deadline.Before));
    }

    [Fact]
    public void The_first_page_says_what_became_of_the_pact_later_once_the_deadline_has_an_outcome()
    {
        Assert.Equal(new DateOnly(2023, 3, 21), HomeView.LaterOf(Whole, Dossier)!.Days!.Value.From);
        Assert.Null(HomeView.LaterOf(ChronicleBuilder.Build(Takes.Value, [], Dossier, Dossier.Deadline.Instant.AddDays(-2)), Dossier));
    }

    [Fact]
    public void What_everybody_mentions_in_passing_is_no_key_event()
    {
        var keys = HomeView.KeysOf(Whole, Dossier);
        Assert.Contains(keys, e => e.Kind == EventKind.Deadline);
        var curbs = Assert.Single(Whole.Events, e => e.Kind == EventKind.Measure && e.Days == DayRange.Of(new DateOnly(2019, 7, 4)));
        Assert.True(curbs.Sources >= keys.Min(k => k.Sources), "the curbs are mentioned by fewer sources now: the test says nothing");
        Assert.DoesNotContain(curbs, keys);
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

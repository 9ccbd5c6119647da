using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using static GsomiaTracker.Tests.Domain.Chronicle.RandomHistory;
using static GsomiaTracker.Tests.Domain.Chronicle.Telling;

namespace GsomiaTracker.Tests.Domain.Chronicle;

/// <summary>The laws of the record on random histories; a failing one is shrunk to the fewest takes that break it.</summary>
public class ChronicleLaws
{
    private const int Histories = 1000;

    [Fact]
    public void Any_order_of_arrival_gives_the_same_chronicle() => Hold((takes, random) =>
    {
        var expected = Print(ChronicleBuilder.Build(takes, [], Dossier, null));
        for (var n = 0; n < 2; n++)
        {
            var shuffled = takes.OrderBy(_ => random.Next()).ToList();
            Assert.Equal(expected, Print(ChronicleBuilder.Build(shuffled, [], Dossier, null)));
        }
    });

    [Fact]
    public void As_of_a_moment_equals_the_chronicle_of_what_was_known_then() => Hold((takes, random) =>
    {
        var whole = FoldedRecord.Of(takes, [], Dossier);
        for (var n = 0; n < 4; n++)
        {
            var moment = At("2019-11-09T00:00+09:00").AddHours(random.Next(18 * 24));
            var known = takes.Where(t => t.KnownSince <= moment);
            Assert.Equal(Print(ChronicleBuilder.Build(known, [], Dossier, moment)), Print(whole.At(moment)));
        }

        Assert.Equal(Print(ChronicleBuilder.Build(takes, [], Dossier, null)), Print(whole.At(null)));
    });

    [Fact]
    public void Going_on_from_the_record_before_equals_folding_all_of_it() => Hold((takes, random) =>
    {
        // Mostly in order of becoming known, now and then one late.
        var arriving = takes.Order(KnownOrder.Instance).ToList();
        if (arriving.Count > 0 && random.Next(3) == 0)
        {
            var late = arriving[random.Next(arriving.Count)];
            arriving.Remove(late);
            arriving.Add(late);
        }

        Correction[] corrections = takes.Count == 0 || random.Next(2) == 0 ? [] : [new(1, CorrectionAct.Header, takes[random.Next(takes.Count)].Article, "header", "headline", "\"Otherwise\"", "an editor", At("2019-12-01T00:00Z"), "because")];
        FoldedRecord? before = null;
        for (var count = 0; count < arriving.Count;)
        {
            count = Math.Min(arriving.Count, count + random.Next(1, 4));
            var some = arriving[..count];
            var whole = FoldedRecord.Of(some, corrections, Dossier);
            var further = FoldedRecord.Of(some, corrections, Dossier, before);
            Assert.Equal(Print(whole.At(null)), Print(further.At(null)));
            var moment = At("2019-11-09T00:00+09:00").AddHours(random.Next(18 * 24));
            Assert.Equal(Print(whole.At(moment)), Print(further.At(moment)));
            Assert.Equal(before is null ? "" : Print(before.At(moment)), before is null ? "" : Print(FoldedRecord.Of(before.Takes, [], Dossier).At(moment)));
            before = further;
        }
    });

    [Fact]
    public void Take_after_take_from_a_store_of_small_states_equals_the_fold_in_memory() => Hold((takes, _) =>
    {
        var ordered = takes.Order(KnownOrder.Instance).ToList();
        var memory = new ChronicleFold(Dossier);
        var states = new SortedDictionary<long, ClusterState>();
        var told = new Dictionary<string, Dictionary<long, EventCluster>>(StringComparer.Ordinal);
        foreach (var take in ordered)
        {
            var loaded = new Dictionary<long, EventCluster>();
            EventCluster Load(long ordinal) => loaded.TryGetValue(ordinal, out var cluster) ? cluster : loaded[ordinal] = EventCluster.Restore(states[ordinal]);
            IReadOnlyList<(int, long)> Page(long page) => [.. states.Values.SelectMany(s => s.Keys.Where(k => EventBlocking.Page(k) == page).Select(k => (EventBlocking.Cell(k), s.Ordinal))).Order()];
            var fold = new ChronicleFold(Dossier, new StoredEvents(Page, Load, _ => true), states.Count);
            var before = told.GetValueOrDefault(take.Article);
            var stored = fold.Add(take, before?.ToDictionary(p => p.Key, p => Load(p.Value.Ordinal)));
            var kept = memory.Add(take, before);
            told.TryAdd(take.Article, []);
            foreach (var placement in kept)
            {
                ChronicleFold.Tell(told[take.Article], placement.Mention.Link, placement.Event);
            }

            Assert.Equal(kept.Select(p => (p.Finding, p.Event.Id, p.Event.Ordinal, p.Opens)), stored.Select(p => (p.Finding, p.Event.Id, p.Event.Ordinal, p.Opens)));
            Assert.Equal(kept.Select(p => JsonSerializer.Serialize(p.Event.ToState())), stored.Select(p => JsonSerializer.Serialize(p.Event.ToState())));
            foreach (var placement in stored)
            {
                states[placement.Event.Ordinal] = placement.Event.ToState();
            }
        }
    });

    [Fact]
    public void Letting_go_of_pages_that_were_not_looked_at_for_a_while_changes_no_placement() => Hold((takes, random) =>
    {
        var memory = new ChronicleFold(Dossier);
        var states = new SortedDictionary<long, ClusterState>();
        var written = new HashSet<long>();
        var live = new Dictionary<long, EventCluster>();
        EventCluster Load(long ordinal) => live.TryGetValue(ordinal, out var cluster) ? cluster : live[ordinal] = EventCluster.Restore(states[ordinal]);
        IReadOnlyList<(int, long)> Page(long page) => [.. states.Values.SelectMany(s => s.Keys.Where(k => EventBlocking.Page(k) == page).Select(k => (EventBlocking.Cell(k), s.Ordinal))).Order()];
        var fold = new ChronicleFold(Dossier, new StoredEvents(Page, Load, written.Contains));
        foreach (var take in takes.Order(KnownOrder.Instance))
        {
            var expected = memory.Add(take);
            var placed = fold.Add(take);
            Assert.Equal(expected.Select(p => (p.Finding, p.Event.Id, p.Event.Ordinal, p.Opens)), placed.Select(p => (p.Finding, p.Event.Id, p.Event.Ordinal, p.Opens)));
            foreach (var placement in placed)
            {
                live[placement.Event.Ordinal] = placement.Event;
                states[placement.Event.Ordinal] = placement.Event.ToState();
                written.UnionWith(placement.NewKeys.Select(EventBlocking.Page));
            }

            Assert.Equal(states.Values.SelectMany(s => s.Keys).Select(EventBlocking.Page).ToHashSet().Order(), written.Order());
            if (random.Next(3) == 0)
            {
                fold.Stored();
                var left = fold.Trim(fold.Looks - random.Next(30));
                foreach (var id in live.Keys.Where(id => !left.Contains(id)).ToList())
                {
                    live.Remove(id);
                }
            }
        }
    });

    [Fact]
    public void A_line_of_the_timeline_is_its_event_without_the_rest() => Hold((takes, random) =>
    {
        var chronicle = FoldedRecord.Of(takes, [], Dossier).At(At("2019-11-09T00:00+09:00").AddHours(random.Next(18 * 24)));
        var places = new Gazetteer(Dossier);
        foreach (var e in chronicle.Events.Concat(chronicle.Withdrawn))
        {
            Assert.Equal(JsonSerializer.Serialize(EventLine.Of(e)), JsonSerializer.Serialize(EventView.Line(e.Reports, e.Id, Dossier, places)));
        }
    });

    [Fact]
    public void Every_report_is_in_exactly_one_event_and_leads_to_it() => Hold((takes, _) =>
    {
        var chronicle = ChronicleBuilder.Build(takes, [], Dossier, null);
        var events = chronicle.Events.Concat(chronicle.Withdrawn).ToList();
        Assert.Equal(takes.Sum(t => t.Reading.Events.Count), events.Sum(e => e.Reports.Count));
        foreach (var e in events)
        {
            Assert.All(e.Reports, r => Assert.Equal(e.Id, chronicle.Find(ReportId.Of(r))!.Id));
            Assert.All(e.Reports, r => Assert.Equal(e.Kind, r.Finding.Kind));
            Assert.True(e.History.Zip(e.History.Skip(1)).All(p => p.First.Status != p.Second.Status && p.First.KnownSince <= p.Second.KnownSince));
            Assert.DoesNotContain(e.Id, events.Where(o => o != e).SelectMany(o => o.Aliases));
        }
    });

    private static void Hold(Action<IReadOnlyList<ArticleRevision>, Random> law) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Histories).WithStartSize(2).WithEndSize(40),
            Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), codes => law(Of(codes), new Random(codes.Length))));
}

using FsCheck;
using FsCheck.Fluent;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Chronicle;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Tests.Domain.Chronicle;
using static GsomiaTracker.Domain.Findings.EventKind;
using static GsomiaTracker.Domain.Findings.EventStatus;
using static GsomiaTracker.Tests.Domain.Chronicle.Telling;

namespace GsomiaTracker.Tests.Domain.Corrections;

public class CorrectionTests
{
    private static readonly EventReported Talks = Event(Meeting, "The ministers talked in Bangkok", "2019-11-17", Happened, "JP KR kono jeong", "Bangkok");
    private static readonly EventReported Others = Event(Meeting, "Aides of both met in Seoul", "2019-11-15", Happened, "JP KR", "Seoul");
    private static readonly ArticleRevision First = Take("ap-talks", "2019-11-17T18:00+09:00", Talks, Others);
    private static readonly ArticleRevision Second = Take("nhk-talks", "2019-11-17T20:00+09:00", Event(Meeting, "They talked for an hour", "2019-11-17", Happened, "JP KR kono jeong", "Bangkok"));

    private static Correction Make(long sequence, CorrectionAct act, string target, string? field = null, string? value = null, string? article = "ap-talks") =>
        new(sequence, act, article, target, field, value, "an editor", At("2026-02-01T00:00Z"), "because");

    private static GsomiaTracker.Domain.Chronicle.Chronicle Build(params Correction[] corrections) => ChronicleBuilder.Build([First, Second], corrections, Dossier, null);

    [Fact]
    public void An_amended_field_shows_and_its_undo_takes_it_back_and_the_undo_of_that_brings_it_again()
    {
        var amend = Make(1, CorrectionAct.Amend, Others.Key.Value, "days", "\"2019-11-14\"");
        var undo = Make(2, CorrectionAct.Undo, "1");
        var redo = Make(3, CorrectionAct.Undo, "2");
        Assert.Contains(Build(amend).Events, e => e.Days == On("2019-11-14"));
        Assert.DoesNotContain(Build(amend, undo).Events, e => e.Days == On("2019-11-14"));
        Assert.Contains(Build(undo, redo, amend).Events, e => e.Days == On("2019-11-14"));
    }

    [Fact]
    public void A_rejected_finding_is_gone_and_a_retracted_article_with_all_that_hangs_on_it()
    {
        Assert.Single(Build(Make(1, CorrectionAct.Reject, Others.Key.Value)).Events);
        var left = Build(Make(1, CorrectionAct.Retract, "ap-talks"));
        Assert.Equal("nhk-talks", Assert.Single(Assert.Single(left.Events).Reports).Article);
    }

    [Fact]
    public void An_added_event_has_the_words_of_the_text_for_evidence()
    {
        var chronicle = Build(Make(1, CorrectionAct.Add, "event-added", "event", """{"kind":"visit","status":"happened","days":"2019-11-16","countries":["JP","TH"],"people":["kono"],"place":"Bangkok","words":"talked in Bangkok"}"""));
        var added = Assert.Single(chronicle.Events, e => e.Kind == Visit);
        var words = Assert.Single(added.Reports).Words;
        Assert.Equal("talked in Bangkok", First.Text[words.Span.Start..words.Span.End]);
        Assert.Empty(chronicle.Orphans);
    }

    [Fact]
    public void What_cannot_be_applied_is_shown_with_its_reason()
    {
        var orphans = Build(
            Make(1, CorrectionAct.Amend, "event-000000000000", "status", "\"happened\""),
            Make(2, CorrectionAct.Amend, Talks.Key.Value, "status", "\"perhaps\""),
            Make(3, CorrectionAct.Amend, Talks.Key.Value, "colour", "\"red\""),
            Make(4, CorrectionAct.Add, "event-x", "event", """{"kind":"visit","status":"happened","words":"nowhere in the text"}"""),
            Make(5, CorrectionAct.Undo, "77"),
            Make(6, CorrectionAct.Merge, "none", "nothing", article: null),
            Make(7, CorrectionAct.Retract, "no-such-article", article: null)).Orphans;
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], orphans.Select(o => o.Correction.Sequence).Order());
        Assert.Contains("expected one of alleged, tentative", orphans.Single(o => o.Correction.Sequence == 2).Reason, StringComparison.Ordinal);
        Assert.Contains("'colour'", orphans.Single(o => o.Correction.Sequence == 3).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Merged_events_are_one_and_both_addresses_lead_to_it_and_undone_they_are_two_again()
    {
        var events = Build().Events;
        Assert.Equal(2, events.Count);
        var merge = Make(1, CorrectionAct.Merge, events[0].Id, events[1].Slug, article: null);
        var merged = Build(merge);
        var one = Assert.Single(merged.Events);
        Assert.All(events, e => Assert.Same(one, merged.Find(e.Slug)));
        Assert.Equal(3, one.Reports.Count);
        Assert.Equal(2, Build(merge, Make(2, CorrectionAct.Undo, "1")).Events.Count);
    }

    [Fact]
    public void A_split_report_stands_alone_and_keeps_its_address()
    {
        var talks = Build().Events.Single(e => e.Reports.Count == 2);
        var leaving = ReportId.Of(talks.Reports[1]);
        var split = Build(Make(1, CorrectionAct.Split, talks.Id, leaving, article: null));
        Assert.Equal(3, split.Events.Count);
        Assert.Equal(leaving, split.Find(leaving)!.Id);
        Assert.Equal(talks.Id, split.Find(talks.Id)!.Id);
        Assert.Single(split.Find(leaving)!.Reports);
    }

    [Fact]
    public void A_corrected_publication_moves_an_article_in_known_time()
    {
        var moved = Make(1, CorrectionAct.Header, "header", "published", "\"2019-11-18T09:00+09:00\"");
        var before = ChronicleBuilder.Build([First], [moved], Dossier, At("2019-11-17T23:00+09:00"));
        Assert.Empty(before.Events);
        Assert.Equal(2, ChronicleBuilder.Build([First], [moved], Dossier, At("2019-11-18T09:00+09:00")).Events.Count);
    }

    [Fact]
    public void An_explained_disagreement_keeps_both_sides_and_says_why()
    {
        ArticleRevision[] takes =
        [
            Take("ap-talks", "2019-11-17T18:00+09:00", Event(Meeting, "They talked for 40 minutes", "2019-11-17", Happened, "JP KR kono jeong", null, ("duration", "PT40M"))),
            Take("nhk-talks", "2019-11-17T20:00+09:00", Event(Meeting, "They talked for an hour", "2019-11-17", Happened, "JP KR kono jeong", null, ("duration", "PT1H"))),
        ];
        var open = Assert.Single(ChronicleBuilder.Build(takes, [], Dossier, null).Disagreements);
        Assert.Equal(("duration", null), (open.About, open.ExplainedBy));
        Assert.Equal(["PT40M", "PT1H"], open.Sides.Select(s => s.Value));
        var explained = Make(1, CorrectionAct.Explain, open.Id, null, "\"one counts the greeting\"", article: null);
        var closed = Assert.Single(ChronicleBuilder.Build(takes, [explained], Dossier, null).Disagreements);
        Assert.Equal("one counts the greeting", closed.ExplainedBy);
        Assert.Equal(2, closed.Sides.Count);
    }

    [Fact]
    public void Laid_over_twice_corrections_change_no_more_and_undone_in_full_they_change_nothing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), codes =>
        {
            var take = RandomHistory.Of([codes.Length, codes.Sum()])[0];
            var corrections = codes.Select((code, i) => Random(i + 1, code, take)).ToList();
            var once = CorrectionOverlay.Apply(take.Reading, take.Text, take.Article, corrections);
            var twice = CorrectionOverlay.Apply(once.Reading, take.Text, take.Article, corrections);
            Assert.Equal(Print(once.Reading), Print(twice.Reading));

            var undos = corrections.Where(c => c.Act != CorrectionAct.Undo).Select((c, i) => Make(1000 + i, CorrectionAct.Undo, $"{c.Sequence}"));
            var undone = CorrectionOverlay.Apply(take.Reading, take.Text, take.Article, [.. corrections, .. undos]);
            Assert.Equal(Print(take.Reading), Print(undone.Reading));
            Assert.Empty(undone.Applied);
        }));

    private static Correction Random(long sequence, int code, ArticleRevision take)
    {
        var random = new Random(code);
        var keys = take.Reading.Events.Select(e => e.Key.Value).Concat(take.Reading.Stances.Select(s => s.Key.Value)).Append("event-none").ToList();
        var target = keys[random.Next(keys.Count)];
        var head = take.Text.Length > 5 ? take.Text[..5] : "?";
        return random.Next(6) switch
        {
            0 => Make(sequence, CorrectionAct.Reject, target, article: take.Article),
            1 => Make(sequence, CorrectionAct.Add, $"event-{random.Next(3)}", "event", $$"""{"kind":"call","status":"tentative","words":"{{head}}"}""", take.Article),
            2 => Make(sequence, CorrectionAct.Undo, $"{random.Next((int)sequence)}", article: null),
            3 => Make(sequence, CorrectionAct.Header, "header", "agency", $"\"Agency {random.Next(3)}\"", take.Article),
            4 => Make(sequence, CorrectionAct.Amend, target, "position", "\"conditional\"", take.Article),
            _ => Make(sequence, CorrectionAct.Amend, target, "status", random.Next(2) == 0 ? "\"happened\"" : "\"cancelled\"", take.Article),
        };
    }

    private static string Print(Reading reading) =>
        string.Join('\n', reading.Events.Select(e => $"{e.Key} {e.Kind} {e.Status} {e.Days}")
            .Concat(reading.Stances.Select(s => $"{s.Key} {s.Position}")).Append($"{reading.Header.Agency}"));
}

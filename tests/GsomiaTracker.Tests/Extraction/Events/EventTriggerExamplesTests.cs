using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Events;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>Runs the sentences that stand beside each row of events-triggers.tsv.</summary>
public sealed class EventTriggerExamplesTests
{
    public static TheoryData<EventKind, string> Tells => Rows(t => t.Tells);

    public static TheoryData<EventKind, string> DoesNotTell => Rows(t => t.DoesNot);

    [Theory]
    [MemberData(nameof(Tells))]
    public void A_sentence_that_tells_it_is_read_so(EventKind kind, string sentence)
    {
        var events = Told.By(sentence);

        Assert.True(events.Any(e => e.Kind == kind), $"no {kind} in '{sentence}', only: {Told.Shown(events)}");
    }

    [Theory]
    [MemberData(nameof(DoesNotTell))]
    public void A_sentence_that_does_not_tell_it_is_left_alone(EventKind kind, string sentence)
    {
        var events = Told.By(sentence);

        Assert.False(events.Any(e => e.Kind == kind), $"a {kind} in '{sentence}': {Told.Shown(events)}");
    }

    [Fact]
    public void Every_kind_has_a_row() =>
        Assert.Equal(Enum.GetValues<EventKind>().Order(), EventLexicon.Load().Triggers.Select(t => t.Kind).Distinct().Order());

    private static TheoryData<EventKind, string> Rows(Func<Trigger, string> sentence)
    {
        var data = new TheoryData<EventKind, string>();
        foreach (var (kind, words) in EventLexicon.Load().Triggers.Where(t => !t.Has(TriggerMarks.Never)).Select(t => (t.Kind, sentence(t))).Where(r => r.Item2.Length > 0).Distinct())
        {
            data.Add(kind, words);
        }

        return data;
    }
}

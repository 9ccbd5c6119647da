using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Events;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>What is proposed widely and what of it is told: the examples beside the rows of <c>events-wide.tsv</c>, the weights, and what the choice makes of odds.</summary>
public sealed class EventChoiceTests
{
    /// <summary>How many of the wide rows' own examples are told, not only proposed: they may be weighed too light.</summary>
    private const double MostTold = 0.9;

    public static TheoryData<EventKind, string> DoesNotTell
    {
        get
        {
            var data = new TheoryData<EventKind, string>();
            foreach (var (kind, words) in EventLexicon.Load().Wide.Select(t => (t.Kind, t.DoesNot)).Where(r => r.DoesNot.Length > 0).Distinct())
            {
                data.Add(kind, words);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(DoesNotTell))]
    public void A_wide_row_s_counter_example_is_not_told(EventKind kind, string sentence)
    {
        var events = Told.By(sentence);

        Assert.False(events.Any(e => e.Kind == kind), $"a {kind} in '{sentence}': {Told.Shown(events)}");
    }

    [Fact]
    public void Nearly_all_wide_rows_examples_are_told()
    {
        var rows = EventLexicon.Load().Wide.Select(t => (t.Kind, t.Tells)).Distinct().ToList();
        var missed = rows.Where(r => Told.By(r.Tells).All(e => e.Kind != r.Kind)).Select(r => r.Tells).ToList();

        Assert.True(missed.Count <= (1 - MostTold) * rows.Count, $"{missed.Count} of {rows.Count}: {string.Join(" | ", missed)}");
    }

    [Fact]
    public void Every_wide_row_has_an_example_and_a_counter_example() =>
        Assert.All(EventLexicon.Load().Wide, t => Assert.True(t.Tells.Length > 0 && t.DoesNot.Length > 0, $"{t.Kind} {t.Lemma}"));

    [Fact]
    public void The_weights_name_kinds_and_signs_that_there_are()
    {
        Assert.NotNull(EventChoice.English);
        Assert.Contains(LexiconTable.Rows("events-choice.tsv"), r => r[0] == "telling");
        Assert.Contains(LexiconTable.Rows("events-choice.tsv"), r => r[0] == "entry");
        Assert.Throws<InvalidOperationException>(() => new EventWeights().Set("meeting", "NoSuchSign", 1));
        Assert.Throws<InvalidOperationException>(() => new EventWeights().Set("nokind", "Past", 1));
    }

    [Fact]
    public void That_a_row_fits_speaks_for_a_telling_and_that_it_is_only_wanted_against()
    {
        var weights = EventWeights.Of("telling");

        Assert.True(weights.Of(EventSign.RowFits) > weights.Of(EventSign.RowNearly));
        Assert.True(weights.Of(EventSign.RowFits) > weights.Of(EventSign.RowWide));
        Assert.True(weights.Of(EventSign.OnlyWanted) < 0);
    }

    [Fact]
    public void A_weight_for_one_kind_is_added_to_the_weight_for_all()
    {
        var weights = new EventWeights();
        weights.Set(EventWeights.AnyKind, "Past", 1);
        weights.Set("meeting", "Past", 0.5);
        weights.Set("visit", EventWeights.Word + "stop", 0.25);

        Assert.Equal(1.5, weights.Of(EventKind.Meeting, EventSign.Past));
        Assert.Equal(1, weights.Of(EventKind.Visit, EventSign.Past));
        Assert.Equal(0.25, weights.Of(EventKind.Visit, "stop"));
        Assert.Equal(0, weights.Of(EventKind.Meeting, "stop"));
    }
}

using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Tests.Extraction.Events;

public sealed class EventSummaryTests
{
    [Theory]
    [InlineData(EventKind.Meeting, "The foreign ministers of Poland and Denmark met in Oslo on Monday.", "Diplomats of Poland and Denmark meet in Oslo")]
    [InlineData(EventKind.Meeting, "Danish Foreign Minister Lars Jensen may meet Polish Foreign Minister Jan Berg in Oslo next week.", "Lars Jensen and Jan Berg may meet in Oslo")]
    [InlineData(EventKind.Decision, "Denmark decided on Tuesday to expel three diplomats.", "Denmark decides to expel diplomats")]
    [InlineData(EventKind.Notice, "Danish Foreign Minister Lars Jensen summoned the Polish ambassador on Tuesday.", "Lars Jensen summons an envoy")]
    [InlineData(EventKind.WeaponsTest, "North Korea fired two short-range missiles into the sea on Tuesday.", "North Korea fires missiles")]
    [InlineData(EventKind.Incident, "Polish opposition leader Jan Berg began a hunger strike in Warsaw on Tuesday.", "Hunger strike in Warsaw (Jan Berg)")]
    [InlineData(EventKind.Exercise, "Poland and the United States will hold a joint military exercise in May.", "Poland and the United States to hold a military exercise")]
    [InlineData(EventKind.Address, "Danish Foreign Minister Lars Jensen gave a speech in Copenhagen on Tuesday.", "Lars Jensen gives a speech in Copenhagen")]
    [InlineData(EventKind.Visit, "Polish President Jan Berg visited the United States on Tuesday.", "Jan Berg visits the United States")]
    public void Titles_say_who_does_what_as_far_as_the_words_do(EventKind kind, string sentence, string title) =>
        Assert.Equal(title, Told.Only(kind, sentence).Summary);

    [Fact]
    public void Who_only_stands_beside_it_is_not_said_to_do_it() =>
        Assert.DoesNotContain("Lars Jensen summons", Told.Only(EventKind.Notice, "The ambassador of Poland was summoned on Tuesday by officials who serve under Danish Foreign Minister Lars Jensen.").Summary, StringComparison.Ordinal);
}

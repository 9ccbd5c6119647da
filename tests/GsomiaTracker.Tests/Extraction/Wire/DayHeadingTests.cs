using GsomiaTracker.Extraction.Wire;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Wire;

public sealed class DayHeadingTests
{
    [Theory]
    [InlineData("Monday, Dec. 16")]
    [InlineData("Dec. 16, 2019")]
    [InlineData("16 December")]
    [InlineData("Wednesday")]
    [InlineData("Friday, November 22nd")]
    public void A_day_by_itself_is_a_heading(string line) => Assert.True(DayHeading.Is(line));

    [Theory]
    [InlineData("Updated Dec. 16, 2019")]
    [InlineData("Dec. 16, 2019 17:30")]
    [InlineData("December")]
    [InlineData("Friday 13 soldiers left")]
    [InlineData("2019")]
    [InlineData("")]
    public void A_stamp_or_a_sentence_is_none(string line) => Assert.False(DayHeading.Is(line));

    [Theory]
    [InlineData("Monday 21 October: The council votes on it", true)]
    [InlineData("Nov. 22: The pact would end", true)]
    [InlineData("Updated Nov. 22: The pact would end", false)]
    [InlineData("Nov. 22 17:30", false)]
    [InlineData("What happens next: The council votes on it", false)]
    public void An_agenda_s_line_begins_with_its_day(string line, bool entry) => Assert.Equal(entry, DayHeading.IsEntry(line));

    [Fact]
    public void The_days_of_a_diary_are_read_with_it_and_a_lone_day_is_not()
    {
        const string Diary = """
            DIARY: What comes next week

            By Tom Barrow
            Dec 13, 2019 - 17:30

            The following is a list of what is planned in Oslo for the week to come, as far as it is known.

            Monday, Dec. 16

            -- Officials of both ministries meet behind closed doors and speak to the press in the evening.

            Wednesday, Dec. 18

            -- The council of ministers takes up the bill that was handed in by the opposition last month.
            """;
        Assert.Equal(["Monday, Dec. 16", "Wednesday, Dec. 18"], Own(Diary).Where(p => DayHeading.Is(p)));
        Assert.DoesNotContain(Own(Diary.Replace("Wednesday, Dec. 18", "What else", StringComparison.Ordinal)), p => DayHeading.Is(p));
    }

    private static IEnumerable<string> Own(string text)
    {
        var wire = WireDesk.Open(text, TestDossier.Gsomia);
        return wire.Own.Select(p => p.Span.Of(wire.Text));
    }
}

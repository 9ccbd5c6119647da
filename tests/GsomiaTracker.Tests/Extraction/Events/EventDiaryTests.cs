using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>Under a heading that is a day, the present tense tells of that day.</summary>
public sealed class EventDiaryTests
{
    [Fact]
    public void What_stands_in_the_present_under_a_day_of_a_diary_is_planned_for_it()
    {
        var events = Told.By(
            "The following is a list of events of the coming days.",
            "Friday, Nov. 22",
            "Polish and Danish foreign ministers meet in Oslo for a two-day conference.",
            "Monday, Nov. 25",
            "Danish Prime Minister Lars Jensen holds talks with Polish President Jan Berg in Copenhagen.",
            "Officials said the list may change.");
        var meetings = events.Where(e => e.Kind == EventKind.Meeting).ToList();

        Assert.Contains(meetings, e => e.Days?.ToString() == "2019-11-22/2019-11-23" && e.Status == EventStatus.Scheduled);
        Assert.Contains(meetings, e => e.Days?.ToString() == "2019-11-25" && e.Status == EventStatus.Scheduled);
    }

    [Fact]
    public void A_day_before_a_colon_holds_for_its_paragraph_and_not_for_the_past()
    {
        var events = Told.By(
            "Friday: The money. Trade officials of Poland and Denmark meet in Geneva for a second round of talks. In October they signed an agreement in Oslo.",
            "Poland fired two missiles.");

        Assert.Contains(events, e => e.Kind == EventKind.Meeting && e.Days?.ToString() == "2019-11-22" && e.Status == EventStatus.Scheduled);
        Assert.DoesNotContain(events, e => e.Kind == EventKind.Agreement && e.Days?.ToString() == "2019-11-22");
        Assert.DoesNotContain(events, e => e.Kind == EventKind.WeaponsTest && e.Days?.ToString() == "2019-11-22");
    }

    [Fact]
    public void A_weekday_that_opens_a_sentence_is_no_heading() =>
        Assert.DoesNotContain(
            Told.By("Friday was a long day for the minister.", "Polish and Danish trade officials meet in Geneva twice a year."),
            e => e.Days?.ToString() is "2019-11-15" or "2019-11-22");
}

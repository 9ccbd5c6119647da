using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>Meetings of which the text tells nothing but the word.</summary>
public sealed class EventOccasionTests
{
    [Theory]
    [InlineData("Polish Defense Minister Jan Berg and his Danish counterpart, Lars Jensen, met in Vienna on Saturday on the sidelines of a regional forum.")]
    [InlineData("Polish Foreign Minister Anna Nowak met Danish Foreign Minister Lars Jensen in Vienna on Monday on the margins of a conference.")]
    public void What_another_is_held_beside_is_no_meeting_of_its_own(string sentence) => Told.Only(EventKind.Meeting, sentence);

    [Theory]
    [InlineData("Poland and Denmark want to settle the dispute through dialogue.")]
    [InlineData("The two ministers agreed to end the row through talks.")]
    public void A_means_is_no_meeting(string sentence) => Assert.DoesNotContain(Told.By(sentence), e => e.Kind == EventKind.Meeting);

    [Theory]
    [InlineData("Polish Vice Minister Jan Berg will lead the delegation.")]
    public void Who_will_lead_a_side_is_no_meeting_where_none_is_told_of(string sentence) => Assert.DoesNotContain(Told.By(sentence), e => e.Kind == EventKind.Meeting);

    [Theory]
    [InlineData("Poland and Denmark settled the dispute through talks that their ministers held in Oslo on Monday.")]
    [InlineData("Polish Vice Minister Anna Nowak led the Polish side in talks with Denmark in Oslo on Monday.")]
    public void Talks_with_a_day_are_a_meeting(string sentence) => Assert.Contains(Told.By(sentence), e => e.Kind == EventKind.Meeting && e.Days is not null);
}

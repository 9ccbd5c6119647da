using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>Tense, modality, verbs of planning, negation and condition say what becomes of an event.</summary>
public sealed class EventStatusTests
{
    [Theory]
    [InlineData("Polish Foreign Minister Anna Nowak met her Danish counterpart in Geneva on Monday.", EventStatus.Happened)]
    [InlineData("The Polish and Danish foreign ministers will hold talks in Geneva on Friday.", EventStatus.Scheduled)]
    [InlineData("The Polish and Danish foreign ministers are set to meet in Geneva on Friday.", EventStatus.Scheduled)]
    [InlineData("The Polish and Danish foreign ministers plan to hold talks in Geneva next month.", EventStatus.Scheduled)]
    [InlineData("The Polish and Danish foreign ministers may hold talks in Geneva next month.", EventStatus.Tentative)]
    [InlineData("The Polish and Danish foreign ministers are expected to meet in Geneva next month.", EventStatus.Tentative)]
    [InlineData("Poland and Denmark are arranging talks between their foreign ministers in Geneva next month.", EventStatus.Tentative)]
    [InlineData("Poland is making arrangements with Denmark for their foreign ministers to hold talks in Geneva next month.", EventStatus.Tentative)]
    [InlineData("Poland called off talks with Denmark that were set for Friday.", EventStatus.Cancelled)]
    public void A_meeting_is_as_grammar_has_it(string sentence, EventStatus status) =>
        Assert.Equal(status, Told.Only(EventKind.Meeting, sentence).Status);

    [Theory]
    [InlineData(EventKind.Meeting, "The Polish and Danish foreign ministers had been expected to meet in Oslo in mid-October.", EventStatus.Cancelled)]
    [InlineData(EventKind.Meeting, "The Polish and Danish foreign ministers had met in Oslo in mid-October.", EventStatus.Happened)]
    [InlineData(EventKind.Decision, "Poland on Monday suspended its decision to leave the treaty with Denmark.", EventStatus.Happened)]
    public void What_had_been_due_did_not_come_about_and_a_decision_suspended_is_one(EventKind kind, string sentence, EventStatus status) => Assert.Equal(status, Told.Only(kind, sentence).Status);

    [Theory]
    [InlineData("Poland announced on Sunday that a joint air exercise with Denmark planned for later this month would not go ahead for now.", EventStatus.Cancelled)]
    [InlineData("Poland announced on Sunday that a joint air exercise with Denmark scheduled for next month would be postponed.", EventStatus.Cancelled)]
    [InlineData("Poland announced on Sunday that a joint air exercise with Denmark scheduled for next month would go ahead.", EventStatus.Scheduled)]
    public void The_verb_behind_a_participle_tells_what_becomes_of_a_plan(string sentence, EventStatus status) => Assert.Equal(status, Told.Only(EventKind.Exercise, sentence).Status);

    [Theory]
    [InlineData("The ministry is revising the export rules for Denmark, a change that could take effect in late December.", EventStatus.Tentative)]
    public void What_lies_ahead_has_not_happened(string sentence, EventStatus status) => Assert.Contains(Told.By(sentence), e => e.Kind == EventKind.Measure && e.Status == status);

    [Theory]
    [InlineData("South Korea would try to the last moment to keep GSOMIA from expiring, a minister said on Tuesday. If Japan does not want the pact to end, it should talk, the minister said.")]
    [InlineData("If Japan does not want the pact to end, it should talk, a minister said on Tuesday. GSOMIA expires on Saturday.")]
    public void What_is_only_supposed_to_be_called_off_is_still_due(string text) => Assert.DoesNotContain(Told.By(text), e => e.Status == EventStatus.Cancelled);

    [Theory]
    [InlineData("Poland wants talks with Denmark.")]
    [InlineData("Denmark called for talks with Poland.")]
    [InlineData("Talks are the only way out, the minister said.")]
    [InlineData("The offer did not meet Poland's demands.")]
    public void What_is_only_wanted_is_no_event(string sentence) => Assert.DoesNotContain(Told.By(sentence), e => e.Kind == EventKind.Meeting);

    [Theory]
    [InlineData("South Korea's decision to terminate GSOMIA drew protests.", 1)]
    [InlineData("Japan urged South Korea to reconsider its decision to terminate GSOMIA.", 1)]
    [InlineData("Japan urged South Korea to extend GSOMIA.", 0)]
    [InlineData("South Korea may extend GSOMIA if Japan lifts its export curbs.", 0)]
    public void A_decision_counts_when_it_was_taken(string sentence, int count) => Assert.Equal(count, Told.By(sentence).Count(e => e.Kind == EventKind.Decision));

    [Fact]
    public void A_deadline_that_a_decision_kept_from_coming_is_cancelled()
    {
        var deadline = Told.Only(EventKind.Deadline, "South Korea decided on Tuesday to suspend the termination of GSOMIA.", "GSOMIA was due to expire on Nov. 23.");

        Assert.Equal(EventStatus.Cancelled, deadline.Status);
    }
}

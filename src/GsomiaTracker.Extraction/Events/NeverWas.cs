using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>
/// Meetings, visits and drills of which it is said only that there were none: "closed without talks", "had not met for 15 months", "no minister had come in
/// six years", "twelve years since he last came". Nothing was planned, so nothing was called off.
/// </summary>
internal static class NeverWas
{
    public static bool Says(EventSentence view, Frame frame, Fact fact)
    {
        if (!frame.IsVerb && (view.Preposition(frame.Trigger) == "without" || view.Preposition(frame.Top) == "without"))
        {
            return true;
        }

        var verb = frame.Predicate;
        if (!view.IsVerb(verb))
        {
            return false;
        }

        var form = Form.Of(view, verb);
        return fact.Status == EventStatus.Cancelled && form.Perfect && form.Modal.Length == 0 && form.Negated && !DayFinder.HasDay(view, verb)
            || LastTime(view.Syntax, verb);
    }

    /// <summary>"it is six years since a minister last came": of a day long past that nobody tells.</summary>
    private static bool LastTime(Sentence s, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(1, verb - 3); i--)
        {
            if (s[i].Norm == "last" && s[i].Relation == Deprel.Advmod)
            {
                for (var k = i - 1; k >= Math.Max(0, i - 10); k--)
                {
                    if (s[k].Norm == "since")
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}

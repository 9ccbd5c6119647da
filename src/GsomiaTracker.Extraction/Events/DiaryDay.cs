using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>
/// The day that a diary's heading sets: "Monday, Dec. 16" as a line of its own holds until the next, "Tuesday: The law. Officials meet ..." for its paragraph.
/// Below it the present tense tells of that day.
/// </summary>
internal sealed class DiaryDay
{
    private DayRange? _day;
    private string _words = "";
    private int _paragraph = -1;
    private bool _paragraphOnly;

    /// <summary>Takes note of a sentence before its events are read.</summary>
    public void Open(EventSentence view)
    {
        if (view.Document.Paragraph == _paragraph)
        {
            return;
        }

        _paragraph = view.Document.Paragraph;
        if (_paragraphOnly)
        {
            (_day, _paragraphOnly) = (null, false);
        }

        if (view.Dates.Count == 0 || view.Dates[0] is not { First: 0, Date: { Days: { IsOneDay: true } day, Type: TimexType.Date } date } hit)
        {
            return;
        }

        var s = view.Syntax;
        var rest = hit.Last + 1;
        if (rest < s.Count && s[rest].Norm == ":")
        {
            (_day, _words, _paragraphOnly) = (day, date.Words.Words, true);
            return;
        }

        while (rest < s.Count && s[rest].Pos == Upos.Punct)
        {
            rest++;
        }

        if (rest == s.Count)
        {
            (_day, _words) = (day, date.Words.Words);
        }
    }

    /// <summary>The heading's day for what is told in the present tense, or as planned, without a day of its own; null for all else.</summary>
    public Dated? For(Telling telling)
    {
        var frame = telling.Hit.Frame;
        if (_day is not { } day || !frame.IsVerb && !frame.Carried)
        {
            return null;
        }

        var view = telling.View;
        var verb = view.ClauseOf(frame.Predicate);
        var form = Form.Of(view, verb);
        var present = !form.Perfect && !form.Negated && form.Modal.Length == 0 && (view.Syntax[verb].Tag is Xpos.VBZ or Xpos.VBP || view.Syntax[verb].Tag == Xpos.VB && !form.To && view.Syntax.Has(verb, Deprel.Nsubj) || form.HasAux && !form.BePast);
        return present || telling.Fact.Status is EventStatus.Scheduled or EventStatus.Tentative ? new Dated(DayFinder.Stretch(view, frame, day, "from"), _words, false) : null;
    }
}

using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Things that last: "has fired missiles since July 25", "on a hunger strike since Wednesday", and the turn "have not met since June", which tells of June.</summary>
internal static class Running
{
    public static (Dated Dated, Fact Fact)? Of(EventSentence view, TriggerHit hit, Dated dated, Fact fact)
    {
        var s = view.Syntax;
        var frame = hit.Frame;
        foreach (var date in view.Dates)
        {
            if (date.First == 0 || s[date.First - 1].Norm != "since" || date.Date.Days is not { } days || date.First < frame.Trigger && date.First < frame.Predicate)
            {
                continue;
            }

            var clause = view.ClauseOf(frame.Predicate);
            if (view.ClauseOf(date.First) != clause && !s.IsUnder(date.First, clause))
            {
                continue;
            }

            var form = Form.Of(view, clause);
            if (form.Negated && form.Have && hit.Trigger.Kind is EventKind.Meeting or EventKind.Call or EventKind.Visit or EventKind.WeaponsTest)
            {
                return (new Dated(days, date.Date.Words.Words, true), new Fact(EventStatus.Happened, Past: true));
            }

            if (hit.Trigger.Kind is EventKind.WeaponsTest or EventKind.Incident or EventKind.Exercise && dated.Days is null && (form.Have || s[clause].Tag is Xpos.VBZ or Xpos.VBP))
            {
                return (new Dated(days, date.Date.Words.Words, true) { Lasting = true }, fact);
            }
        }

        if (hit.Trigger.Kind == EventKind.Incident && frame.Clauses.Any(c => view.Lemma(c) is "begin" or "start" or "launch") && dated.Days is { IsOneDay: true } && !frame.IsVerb)
        {
            return (dated with { Lasting = true }, fact);
        }

        return Nth(view, hit, dated) is { } begun ? (begun, fact) : null;
    }

    /// <summary>"a hunger strike for a fourth day Saturday", "the eighth day of a fast": counted back.</summary>
    private static Dated? Nth(EventSentence view, TriggerHit hit, Dated dated)
    {
        if (hit.Trigger.Kind != EventKind.Incident)
        {
            return null;
        }

        var s = view.Syntax;
        for (var i = 0; i + 1 < s.Count; i++)
        {
            if (s[i + 1].Norm == "day" && Array.IndexOf(Ordinals, s[i].Norm) is var nth and > 1 && Math.Abs(i - hit.Frame.Trigger) < 12)
            {
                return dated.Days is { IsOneDay: true } day
                    ? new Dated(new DayRange(day.From.AddDays(1 - nth), day.From), dated.From, true)
                    : new Dated(null, "", false) { DaysBefore = nth - 1 };
            }
        }

        return null;
    }

    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
}

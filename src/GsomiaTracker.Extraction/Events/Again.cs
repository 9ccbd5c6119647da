using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>"He did so again in November", "Seoul followed suit on Sept. 18": what was told last happened once more, on a day of its own.</summary>
internal static class Again
{
    public static Telling? Of(EventSentence view, int verb, IReadOnlyList<Telling> told, EventLexicon lexicon)
    {
        if (!Stands(view.Syntax, verb) || told.Count == 0 || told[^1] is var last && (view.Index - last.Sentence > 1 || last.OnlyPoints))
        {
            return null;
        }

        var frame = Frame.OfVerb(view, verb);
        var dated = DayFinder.Of(view, frame, lexicon);
        if (dated.Days is null || dated.Days == last.Days)
        {
            return null;
        }

        var doers = Sides.Of(view, frame.Subjects);
        var sides = new Sides();
        sides.Add(doers);
        if (doers.IsEmpty || last.Sides.Countries.Any(doers.Countries.Contains))
        {
            sides.Add(last.Sides);
        }

        var form = Form.Of(view, verb);
        var status = form.Modal.Length > 0 || form.IsTo || form.To ? last.Fact with { Status = Domain.Findings.EventStatus.Scheduled, Past = false } : last.Fact with { Status = Domain.Findings.EventStatus.Happened, Past = true };
        return last.Repeated(view, new TriggerHit(last.Hit.Trigger, frame), EvidenceSpan.Of(view, frame), status, dated, sides);
    }

    private static bool Stands(Sentence s, int verb) =>
        verb + 1 < s.Count && (s[verb].Lemma == "do" && (s[verb + 1].Norm is "so" || verb + 2 < s.Count && s[verb + 1].Norm == "the" && s[verb + 2].Norm == "same" || s[verb + 1].Norm == "likewise")
            || s[verb].Lemma == "follow" && s[verb + 1].Norm == "suit");
}

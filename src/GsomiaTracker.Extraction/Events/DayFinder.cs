using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>The days of a telling and the words that gave them; <c>Days</c> is null when none can be worked out.</summary>
internal readonly record struct Dated(DayRange? Days, string From, bool Own)
{
    public static readonly Dated Unknown = new(null, "", false);
}

/// <summary>Which date of a sentence is a trigger's: the one in its own phrase, else in its own clause, never that of the verb of saying above it.</summary>
internal static class DayFinder
{
    public static Dated Of(EventSentence view, Frame frame, EventLexicon lexicon)
    {
        var best = -1;
        var bestScore = int.MinValue;
        for (var i = 0; i < view.Dates.Count; i++)
        {
            if (view.Dates[i].Date.Days is null || view.Dates[i].Date.Type is not (TimexType.Date or TimexType.Time))
            {
                continue;
            }

            var score = Score(view, frame, view.Dates[i], lexicon);
            if (score > bestScore)
            {
                best = i;
                bestScore = score;
            }
        }

        if (best < 0 || bestScore <= 0)
        {
            return Dated.Unknown;
        }

        var hit = view.Dates[best];
        return new Dated(hit.Date.Days, hit.Date.Words.Words, true);
    }

    /// <summary>How surely a date is the trigger's; 0 or less: it is not.</summary>
    private static int Score(EventSentence view, Frame frame, DateHit hit, EventLexicon lexicon)
    {
        var s = view.Syntax;
        var trigger = frame.Trigger;
        var token = TopOf(s, hit);
        var near = Math.Abs(token - trigger);

        // "Sunday's meeting", "the Nov. 17 talks", "the ruling on Oct. 30".
        for (var at = token; at >= 0; at = s[at].Head)
        {
            if (at == trigger)
            {
                // Inside the trigger's phrase, but in a clause of its own that tells another thing?
                var clause = view.ClauseOf(token);
                if (clause == view.ClauseOf(trigger) || clause == trigger)
                {
                    return Since(view, hit) ? 0 : 1000 - near;
                }

                // "curbs imposed in July": a participle right behind the noun speaks of it.
                if (s[clause].Head == trigger && s[clause].Relation is Deprel.Acl or Deprel.AclRelcl)
                {
                    return frame.IsVerb ? 0 : 900 - near;
                }

                // "is scheduled to arrive on Thursday"
                return s[clause].Relation == Deprel.Xcomp && frame.IsVerb && !Tells(view, clause, lexicon) ? 700 - near : 0;
            }
        }

        var predicate = frame.Predicate;
        var own = view.ClauseOf(predicate);
        var its = view.ClauseOf(token);
        var crossing = Crosses(s, Math.Min(token, trigger), Math.Max(token, trigger));
        if (frame.IsVerb || frame.Carried)
        {
            if (its == own && !AmongOtherNoun(view, token, predicate, trigger))
            {
                return 800 - near - (crossing ? 100 : 0);
            }

            // Up a chain of infinitives: "On Thursday he is scheduled to arrive".
            var at = own;
            for (var steps = 0; steps < 4 && s[at].Relation == Deprel.Xcomp && s[at].Head >= 0; steps++)
            {
                at = view.ClauseOf(s[at].Head);
                if (its == at && !lexicon.Report.Contains(s[at].Lemma))
                {
                    return 600 - near;
                }
            }
        }
        else if (its == view.ClauseOf(trigger) && !AmongOtherNoun(view, token, -1, trigger) && near <= 4 && !crossing && token > trigger)
        {
            // A shaky tree: "... curbs in July ..." hung on the verb.
            return 300 - near;
        }

        return 0;
    }

    /// <summary>A date inside the phrase of another noun ("Sunday's report", "the treaty of 1965") is that noun's.</summary>
    private static bool AmongOtherNoun(EventSentence view, int token, int predicate, int trigger)
    {
        var s = view.Syntax;
        for (var at = s[token].Head; at >= 0; at = s[at].Head)
        {
            if (at == predicate || at == trigger || view.IsVerb(at))
            {
                return false;
            }

            if (s[at].Pos is Upos.Noun or Upos.Propn && s[token].Relation is Deprel.NmodPoss or Deprel.Compound or Deprel.NmodUnmarked or Deprel.Nmod or Deprel.Amod)
            {
                return at != s[trigger].Head || view.IsVerb(at);
            }
        }

        return false;
    }

    private static bool Tells(EventSentence view, int clause, EventLexicon lexicon) => lexicon.Report.Contains(view.Lemma(clause));

    /// <summary>"the first since October": the date is another meeting's.</summary>
    private static bool Since(EventSentence view, DateHit hit) => hit.First > 0 && view.Syntax[hit.First - 1].Norm == "since";

    private static bool Crosses(Sentence s, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (s[i].Tag is Xpos.OpenQuote or Xpos.CloseQuote || s[i].Norm is "said" or "told" or "saying")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token of an expression that hangs on something outside it.</summary>
    public static int TopOf(Sentence s, DateHit hit)
    {
        for (var i = hit.First; i <= hit.Last; i++)
        {
            if (s[i].Head < hit.First || s[i].Head > hit.Last)
            {
                return i;
            }
        }

        return hit.Last;
    }
}

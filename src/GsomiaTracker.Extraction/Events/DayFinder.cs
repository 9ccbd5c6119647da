using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>The days of a telling and the words that gave them; <c>Days</c> is null when none can be worked out.</summary>
internal readonly record struct Dated(DayRange? Days, string From, bool Own)
{
    public static readonly Dated Unknown = new(null, "", false);

    /// <summary>From its first day on: it lasts to publication.</summary>
    public bool Lasting { get; init; }

    /// <summary>How many days before the story's day it began; 0 where the words do not say.</summary>
    public int DaysBefore { get; init; }
}

/// <summary>Which date of a sentence is a trigger's: the one in its own phrase, else in its own clause, never that of the verb of saying above it.</summary>
internal static class DayFinder
{
    public static Dated Of(EventSentence view, Frame frame, EventLexicon lexicon)
    {
        if (WhenDate(view, frame) is { } set)
        {
            return new Dated(set.Date.Days, set.Date.Words.Words, true);
        }

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
        return new Dated(Stretch(view, frame, hit), hit.Date.Words.Words, true);
    }

    /// <summary>The day by which something must be done, behind the verb; null without one.</summary>
    public static Dated? Term(EventSentence view, int trigger)
    {
        foreach (var hit in view.Dates)
        {
            if (hit.First > trigger && hit.First - trigger <= 10 && hit.Date.Days is { } days && view.Syntax[hit.First - 1].Norm is "by" or "until" or "before")
            {
                return new Dated(days, hit.Date.Words.Words, true);
            }
        }

        return null;
    }

    /// <summary>"in October last year, when the court ordered ...", "July 4, when Japan began to ...": the day that a clause with "when" hangs on.</summary>
    private static DateHit? WhenDate(EventSentence view, Frame frame)
    {
        var s = view.Syntax;
        var clause = view.ClauseOf(frame.Predicate);
        for (var steps = 0; steps < 3; steps++)
        {
            foreach (var c in s.Children(clause))
            {
                if (s[c].Norm == "when" && c < frame.Trigger)
                {
                    foreach (var hit in view.Dates)
                    {
                        if (hit.Date.Days is not null && hit.Last < c && c - hit.Last <= 2)
                        {
                            return hit;
                        }
                    }
                }
            }

            if (s[clause].Relation is not (Deprel.Xcomp or Deprel.Conj) || s[clause].Head < 0)
            {
                return null;
            }

            clause = view.ClauseOf(s[clause].Head);
        }

        return null;
    }

    /// <summary>"A two-day forum until Monday", "a three-day visit from Monday": the days that the number gives.</summary>
    private static DayRange Stretch(EventSentence view, Frame frame, DateHit hit)
    {
        var days = hit.Date.Days!.Value;
        var s = view.Syntax;
        if (!days.IsOneDay)
        {
            return days;
        }

        // For a verb the number stands behind it: "arrives on Tuesday for a three-day visit".
        var count = 0;
        var stays = false;
        var to = frame.IsVerb ? Math.Min(s.Count - 3, frame.Trigger + 16) : frame.Trigger - 2;
        for (var i = frame.IsVerb ? frame.Trigger : Math.Max(0, frame.Trigger - 6); i <= to && i + 2 < s.Count; i++)
        {
            if (s[i + 1].Norm == "-" && s[i + 2].Norm is "day" or "days")
            {
                count = Array.IndexOf(Numbers, s[i].Norm);
                count = count > 0 ? count : int.TryParse(s[i].Norm, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits : 0;
                stays = i + 3 < s.Count && view.Lemma(i + 3) is "visit" or "trip" or "stay" or "tour" or "official";
            }
        }

        if (frame.IsVerb && !stays)
        {
            return days;
        }

        if (count is < 2 or > 30)
        {
            return days;
        }

        var before = hit.First > 0 ? s[hit.First - 1].Norm : "";
        var verb = frame.Carried ? view.Lemma(frame.Predicate) : "";
        return before is "until" or "through" or "till" || verb is "end" or "conclude" or "close" or "wrap" or "finish"
            ? new DayRange(days.To.AddDays(1 - count), days.To)
            : before is "from" or "starting" or "beginning" or "since" || verb is "begin" or "start" or "kick" or "open" or "embark" or "arrive" || frame.IsVerb || view.Lemma(frame.Trigger) is "visit" or "trip" or "tour"
                ? new DayRange(days.From, days.From.AddDays(count - 1))
                : days;
    }

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>How surely a date is the trigger's; 0 or less: it is not.</summary>
    private static int Score(EventSentence view, Frame frame, DateHit hit, EventLexicon lexicon)
    {
        var s = view.Syntax;
        var trigger = frame.Trigger;
        var token = TopOf(s, hit);
        var near = Math.Abs(token - trigger);
        if (Sourced(view, hit) || frame.IsVerb && hit.Last + 1 < s.Count && s[hit.Last + 1].Norm is "after" or "before" && hit.Last + 1 < trigger && s.IsUnder(hit.Last + 1, view.ClauseOf(trigger)))
        {
            // A source's day; or "a day after it did": the main clause's.
            return 0;
        }

        // "Sunday's meeting", "the Nov. 17 talks", "the ruling on Oct. 30".
        for (var at = token; at >= 0; at = s[at].Head)
        {
            if (at == trigger)
            {
                // "suspended the expiry of the pact on Nov. 22": the day is the verb's.
                if (!frame.IsVerb && !frame.Carried && s[trigger].Relation == Deprel.Obj && token > trigger && s[trigger].Head >= 0 && !lexicon.Verbs(view.Lemma(s[trigger].Head)).IsEmpty)
                {
                    return 0;
                }

                // Inside the trigger's phrase, but in a clause of its own that tells another thing?
                var clause = view.ClauseOf(token);
                if (clause == view.ClauseOf(trigger) || clause == trigger)
                {
                    return Since(view, hit, frame) ? 0 : 1000 - near;
                }

                // "curbs imposed in July": a participle right behind the noun speaks of it.
                while (s[clause].Relation is Deprel.Xcomp && s[clause].Head >= 0 && !frame.IsVerb && s[clause].Head != trigger)
                {
                    // "a drill that was to take place this month"
                    clause = view.ClauseOf(s[clause].Head);
                }

                if (s[clause].Head == trigger && s[clause].Relation is Deprel.Acl or Deprel.AclRelcl)
                {
                    return frame.IsVerb ? 0 : 900 - near;
                }

                // "is scheduled to arrive on Thursday"
                return s[clause].Relation == Deprel.Xcomp && frame.IsVerb && !Tells(view, clause, lexicon) ? 700 - near : 0;
            }
        }

        if (!frame.IsVerb && InForce(view, frame, hit))
        {
            return 860 - near;
        }

        if (frame.Behind >= 0 && (s[token].Head == frame.Behind || view.ClauseOf(token) == view.ClauseOf(frame.Behind) && token > frame.Behind && token - frame.Behind < 8 && !PunctuationBetween(s, frame.Behind, hit.First)))
        {
            return Since(view, hit, frame) ? 0 : 850 - near;
        }

        if (hit.First > 0 && s[hit.First - 1].Norm == "dated" && view.Lemma(hit.First - 2 >= 0 ? hit.First - 2 : 0) is "note" or "letter" or "notice" or "document" or "memo" && frame.IsVerb)
        {
            return 650;
        }

        var predicate = frame.Predicate;
        var own = view.ClauseOf(predicate);
        var its = view.ClauseOf(token);
        var crossing = Crosses(s, Math.Min(token, trigger), Math.Max(token, trigger));
        if (frame.Purpose && !frame.WithWhom)
        {
            return 0;
        }

        if (frame.IsVerb || frame.Carried)
        {
            if (its == own && BelongsToNeighbour(view, frame, hit, lexicon))
            {
                return 0;
            }

            if (its == own && AmongOtherNoun(view, token, predicate, trigger) is var other)
            {
                return other == 0 ? 800 - near - (crossing ? 100 : 0) : other == 1 ? 500 - near : Loose(view, frame, hit, token, lexicon) ? 280 - near : 0;
            }

            // Up a chain of infinitives: "On Thursday he is scheduled to arrive".
            var at = own;
            for (var steps = 0; steps < 4 && s[at].Relation == Deprel.Xcomp && s[at].Head >= 0; steps++)
            {
                at = view.ClauseOf(s[at].Head);
                if (its == at && !lexicon.Report.Contains(view.Lemma(at)))
                {
                    return 600 - near;
                }
            }
        }
        else if (SubjectsDate(view, frame, hit))
        {
            return 700 - near;
        }
        else if (its == view.ClauseOf(trigger) && AmongOtherNoun(view, token, -1, trigger) == 0 && !crossing && token > trigger
            && (near <= 4 || Neighbour(view, trigger) && near <= 14 && !PunctuationBetween(s, trigger, hit.First)))
        {
            // A shaky tree: "... curbs in July ..." hung on the verb; "will come ahead of the expiration of the pact on Nov. 23".
            return 300 - near;
        }

        // "raised it when he met Moon here on Nov. 15": right behind, whatever verb the tree hangs it on.
        if ((frame.IsVerb || frame.Carried) && hit.First > frame.Predicate && hit.First - frame.Predicate <= 12 && its != own && !Since(view, hit) && !VerbOrMark(view, frame.Predicate, hit.First) && !BelongsToNeighbour(view, frame, hit, lexicon))
        {
            return 450 - near;
        }

        // "and, on Friday, sits down with ...": right before the verb.
        if ((frame.IsVerb || frame.Carried) && hit.Last < frame.Predicate && frame.Predicate - hit.Last <= 3 && !Enumerable.Range(hit.Last + 1, frame.Predicate - hit.Last - 1).Any(i => view.IsVerb(i) && s[i].Pos != Upos.Aux))
        {
            return 250 - near;
        }

        return 0;
    }

    /// <summary>"A meeting between Kono and Kang on Thursday got nowhere": right behind a subject's phrase, before its verb, the day is the subject's.</summary>
    private static bool SubjectsDate(EventSentence view, Frame frame, DateHit hit)
    {
        var s = view.Syntax;
        if (s[frame.Top].Relation is not (Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter) || hit.First <= frame.Trigger || hit.Last >= s[frame.Top].Head || hit.First - frame.Trigger > 14)
        {
            return false;
        }

        for (var i = frame.Trigger + 1; i < hit.First; i++)
        {
            if (view.IsVerb(i) || s[i].Norm is "," or ";" or "since" || s[i].Pos is Upos.Sconj)
            {
                return false;
            }
        }

        return hit.First > 0 && s[hit.First - 1].Norm is "on" or "in" or "at" || s[hit.First].Pos is Upos.Propn;
    }

    /// <summary>"lifted its ban on imports from Denmark in March": "in March", last in the clause, was hung on the nearest noun.</summary>
    private static bool Loose(EventSentence view, Frame frame, DateHit hit, int token, EventLexicon lexicon)
    {
        var s = view.Syntax;
        if (!frame.IsVerb || token < frame.Trigger || hit.First == 0 || s[hit.First - 1].Norm is not ("on" or "in") || hit.Last + 1 < s.Count && s[hit.Last + 1].Norm is not ("." or "," or ";" or "and" or "but"))
        {
            return false;
        }

        var head = s[token].Head;
        for (var i = frame.Trigger + 1; i < hit.First; i++)
        {
            if (view.IsVerb(i) || s[i].Norm is "," or ";" || s[i].Pos == Upos.Noun && !lexicon.Nouns(view.Lemma(i)).IsEmpty && i == head)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a date stands in the phrase of another noun: 0 no; 1 yes, but that noun is itself the occasion of the predicate
    /// ("will speak at a session on Monday"); 2 yes ("Sunday's report", "the treaty of 1965").
    /// </summary>
    private static int AmongOtherNoun(EventSentence view, int token, int predicate, int trigger)
    {
        var s = view.Syntax;
        for (var at = s[token].Head; at >= 0; at = s[at].Head)
        {
            if (at == predicate || at == trigger || view.IsVerb(at))
            {
                return 0;
            }

            if (s[at].Pos is Upos.Noun or Upos.Propn && s[token].Relation is Deprel.NmodPoss or Deprel.Compound or Deprel.NmodUnmarked or Deprel.Nmod or Deprel.Amod)
            {
                if (at == s[trigger].Head)
                {
                    return 0;
                }

                return predicate >= 0 && s[at].Head == predicate && s[at].Relation is Deprel.Obl && view.Preposition(at) is "at" or "during" or "in" or "on" or "for" ? 1
                    : predicate >= 0 && s[token].Relation is Deprel.Nmod && s[at].Head == predicate ? 1 : 2;
            }
        }

        return 0;
    }

    /// <summary>"will come ahead of the expiry on Nov. 23": the day is the neighbour's.</summary>
    private static bool BelongsToNeighbour(EventSentence view, Frame frame, DateHit hit, EventLexicon lexicon)
    {
        var s = view.Syntax;
        for (var i = hit.First - 1; i > frame.Predicate; i--)
        {
            // "an intelligence-sharing pact": what stands behind a hyphen is no verb.
            if (s[i].Pos == Upos.Punct && s[i].Norm is "," or ";" || view.IsVerb(i) && s[i - 1].Norm != "-")
            {
                return false;
            }

            if (i != frame.Trigger && s[i].Pos == Upos.Noun && !lexicon.Nouns(view.Lemma(i)).IsEmpty && Neighbour(view, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A noun told by its place in time: "ahead of the expiry", "after the talks".</summary>
    public static bool Neighbour(EventSentence view, int noun)
    {
        var s = view.Syntax;
        for (var i = noun - 1; i >= Math.Max(0, noun - 6); i--)
        {
            switch (s[i].Norm)
            {
                case "before" or "after" or "until" or "following" or "since" or "till" or "despite":
                    return true;
                case "of" when i > 0 && s[i - 1].Norm is "ahead" or "eve" or "wake" or "runup" or "days" or "weeks":
                case "to" when i > 0 && s[i - 1].Norm is "prior" or "up":
                    return true;
                default:
                    if (s[i].Pos is Upos.Adp or Upos.Verb or Upos.Punct && s[i].Tag is not (Xpos.Hyph or Xpos.VBN or Xpos.VBG))
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    private static bool PunctuationBetween(Sentence s, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (s[i].Norm is "," or ";" or ":" || s[i].Tag is Xpos.OpenQuote or Xpos.CloseQuote)
            {
                return true;
            }
        }

        return false;
    }

    private static bool VerbOrMark(EventSentence view, int from, int to)
    {
        var s = view.Syntax;
        for (var i = from + 1; i < to; i++)
        {
            if (view.IsVerb(i) || s[i].Norm is "," or ";" or ":" or "that" || s[i].Pos is Upos.Sconj || s[i].Tag is Xpos.OpenQuote or Xpos.CloseQuote)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"According to a report on Sunday": the day is the source's.</summary>
    private static bool Sourced(EventSentence view, DateHit hit)
    {
        var s = view.Syntax;
        for (var i = hit.First - 1; i >= 1 && hit.First - i <= 10; i--)
        {
            if (s[i].Norm == "to" && s[i - 1].Norm == "according")
            {
                return true;
            }

            if (s[i].Norm is "," or ";" || s[i].Norm is "said" or "says")
            {
                return false;
            }
        }

        return false;
    }

    private static bool Tells(EventSentence view, int clause, EventLexicon lexicon) => lexicon.Report.Contains(view.Lemma(clause));

    /// <summary>"the curbs, in place since July": since when a thing is in force is when it began.</summary>
    private static bool InForce(EventSentence view, Frame frame, DateHit hit)
    {
        var s = view.Syntax;
        if (hit.First < 3 || s[hit.First - 1].Norm != "since" || s[hit.First - 2].Norm is not ("place" or "force" or "effect") || hit.First <= frame.Trigger || hit.First - frame.Trigger > 14)
        {
            return false;
        }

        for (var i = frame.Trigger + 1; i < hit.First; i++)
        {
            if (view.IsVerb(i) && s[i].Tag is not (Xpos.VBN or Xpos.VBG) || s[i].Pos == Upos.Noun && s[i].Norm is "removal" or "exclusion" or "curbs" or "restrictions" or "controls")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"the first since October": the date is another meeting's; what stands against a measure since then began then.</summary>
    private static bool Since(EventSentence view, DateHit hit, Frame frame) => !IsMeasure(view, frame) && Since(view, hit);

    private static bool IsMeasure(EventSentence view, Frame frame) =>
        view.Lemma(frame.Trigger) is "curb" or "restriction" or "control" or "sanction" or "ban" or "embargo" or "tariff" or "blockade" or "restrict" or "limit";

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

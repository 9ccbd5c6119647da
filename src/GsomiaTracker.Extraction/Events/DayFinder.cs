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
internal static partial class DayFinder
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

    /// <summary>"A two-day forum until Monday", "a three-day visit from Monday", "in Oslo for three days from Tuesday": the days that the number gives.</summary>
    private static DayRange Stretch(EventSentence view, Frame frame, DateHit hit) =>
        hit.Date.Days!.Value is { IsOneDay: true } day ? Stretch(view, frame, day, Bound(view, frame, hit)) : hit.Date.Days.Value;

    /// <summary>Whether a day is the first or the last: by the word before it, or by the clause that it stands in ("a two-day forum that opened on Monday").</summary>
    private static string Bound(EventSentence view, Frame frame, DateHit hit)
    {
        var before = hit.First > 0 ? view.Syntax[hit.First - 1].Norm : "";
        var clause = view.ClauseOf(hit.First);
        return clause > frame.Trigger && view.Syntax[clause].Relation is Deprel.AclRelcl or Deprel.Acl && view.ClauseOf(frame.Predicate) != clause
            ? view.Lemma(clause) switch { "begin" or "start" or "open" or "kick" => "from", "end" or "close" or "conclude" or "finish" or "wrap" => "until", _ => before }
            : before;
    }

    /// <param name="before">The word before the day.</param>
    public static DayRange Stretch(EventSentence view, Frame frame, DayRange day, string before)
    {
        var s = view.Syntax;

        // For a verb the number stands behind it: "arrives on Tuesday for a three-day visit".
        var count = 0;
        var stays = false;
        var to = frame.IsVerb ? Math.Min(s.Count - 3, frame.Trigger + 16) : frame.Trigger - 2;
        for (var i = frame.IsVerb ? frame.Trigger : Math.Max(0, frame.Trigger - 6); i <= to && i + 2 < s.Count; i++)
        {
            if (s[i + 1].Norm == "-" && s[i + 2].Norm is "day" or "days")
            {
                count = Count(s[i].Norm);
                stays = i + 3 < s.Count && view.Lemma(i + 3) is "visit" or "trip" or "stay" or "tour" or "official" or "swing" or "meeting" or "conference" or "forum" or "summit" or "session" or "gathering" && !(frame.IsVerb && OnTheFringes(s, i));
            }
            else if (frame.IsVerb && s[i].Norm == "for" && s[i + 2].Norm is "days" && Count(s[i + 1].Norm) is var lasting and > 1)
            {
                (count, stays) = (lasting, true);
            }
            else if (!frame.IsVerb && i + 2 == frame.Trigger && i > 0 && s[i + 1].Norm == "of" && s[i].Norm == "days" && Count(s[i - 1].Norm) is var many and > 1)
            {
                // "two days of talks"
                count = many;
            }
        }

        if (frame.IsVerb && !stays || count is < 2 or > 30)
        {
            return day;
        }

        var verb = frame.Carried || frame.IsVerb ? view.Lemma(frame.Predicate) : "";
        var home = verb == "return" || (frame.Carried || frame.IsVerb) && frame.Predicate + 1 < s.Count && s[frame.Predicate + 1].Norm is "home" or "back";
        return before is "until" or "through" or "till" || home || verb is "end" or "conclude" or "close" or "wrap" or "finish"
            ? new DayRange(day.To.AddDays(1 - count), day.To)
            : before is "from" or "starting" or "beginning" or "since" || verb is "begin" or "start" or "kick" or "open" or "embark" or "arrive" || frame.IsVerb || view.Lemma(frame.Trigger) is "visit" or "trip" or "tour"
                ? new DayRange(day.From, day.From.AddDays(count - 1))
                : day;
    }

    /// <summary>"talked on the fringes of a two-day meeting": not they met for two days.</summary>
    private static bool OnTheFringes(Sentence s, int count)
    {
        for (var i = count - 1; i >= Math.Max(0, count - 4); i--)
        {
            if (s[i].Norm is "of" or "after" or "before" or "ahead")
            {
                return true;
            }
        }

        return false;
    }

    private static int Count(string word) => Array.IndexOf(Numbers, word) is var known and > 0 ? known : int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits : 0;

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>How surely a date is the trigger's; 0 or less: it is not.</summary>
    private static int Score(EventSentence view, Frame frame, DateHit hit, EventLexicon lexicon)
    {
        var s = view.Syntax;
        var trigger = frame.Trigger;
        var token = TopOf(s, hit);
        var near = Math.Abs(token - trigger);
        if (Sourced(view, hit))
        {
            return 0;
        }

        if (s[hit.Last] is { Norm: "after" or "before", Relation: Deprel.Mark } && view.ClauseOf(hit.Last) is var counting && counting != view.ClauseOf(hit.First)
            && counting != view.ClauseOf(frame.Predicate) && counting != view.ClauseOf(trigger) && !view.Dates.Any(d => d.First > hit.Last && view.ClauseOf(d.First) == counting))
        {
            // "arrived, ten days before it runs out": counted to the other clause's day, which is not told.
            return 0;
        }

        if (IsNewTerm(view, frame, hit, lexicon))
        {
            // "put off the vote until Monday": the vote is Monday's, putting it off is not.
            return frame.IsVerb ? 0 : 990 - near;
        }

        if (hit.Last + 1 < s.Count && s[hit.Last].Norm is "day" or "days" or "week" or "weeks" && s[hit.Last + 1] is { Norm: "after" or "before", Relation: Deprel.Mark } && view.ClauseOf(hit.Last + 1) is var counted && counted != view.ClauseOf(hit.First))
        {
            // "two days after they met": the day of their meeting, unless that has a date of its own, from which it is counted.
            var inside = (frame.IsVerb || frame.Carried ? view.ClauseOf(frame.Predicate) : view.ClauseOf(trigger)) == counted && (frame.IsVerb || frame.Carried);
            var dated = view.Dates.Any(d => d.First > hit.Last + 1 && view.ClauseOf(d.First) == counted);
            if (inside || !dated)
            {
                return inside && !dated ? 950 - near : 0;
            }
        }

        // "Sunday's meeting", "the Nov. 17 talks", "the ruling on Oct. 30".
        for (var at = token; at >= 0; at = s[at].Head)
        {
            if (at == trigger)
            {
                // "suspended the expiry of the pact on Nov. 22": the day is the verb's.
                if (!frame.IsVerb && !frame.Carried && s[trigger].Relation == Deprel.Obj && token > trigger && s[trigger].Head >= 0 && !lexicon.Verbs(view.Lemma(s[trigger].Head)).IsEmpty
                    && !(view.ClauseOf(token) is var inner && inner != view.ClauseOf(trigger) && s[inner].Head == trigger && s[inner].Relation is Deprel.Acl or Deprel.AclRelcl))
                {
                    return 0;
                }

                // Inside the trigger's phrase, but in a clause of its own that tells another thing?
                var clause = view.ClauseOf(token);
                if (clause == view.ClauseOf(trigger) || clause == trigger)
                {
                    if (frame.IsVerb && s[token].Relation is Deprel.NmodPoss or Deprel.Compound && s[token].Head != trigger)
                    {
                        // "called off this year's drill": the year is the drill's.
                        return 200 - near;
                    }

                    return Since(view, hit, frame) && s[token].Relation is not Deprel.NmodPoss ? 0 : 1000 - near;
                }

                // "curbs imposed in July": a participle right behind the noun speaks of it.
                while (s[clause].Relation is Deprel.Xcomp && s[clause].Head >= 0 && !frame.IsVerb && s[clause].Head != trigger)
                {
                    // "a drill that was to take place this month"
                    clause = view.ClauseOf(s[clause].Head);
                }

                if (s[clause].Head == trigger && s[clause].Relation is Deprel.Acl or Deprel.AclRelcl)
                {
                    return frame.IsVerb || Other(view, lexicon, clause, hit.First) ? 0 : 900 - near;
                }

                if (!frame.IsVerb && s[clause].Relation is Deprel.Acl or Deprel.AclRelcl && clause > trigger && lexicon.Status(StatusPlace.Xcomp, view.Lemma(clause)) is StatusEffect.Scheduled or StatusEffect.Tentative
                    && lexicon.Nouns(view.Lemma(s[clause].Head)).IsEmpty && !Other(view, lexicon, trigger, hit.First))
                {
                    // "a meeting of ministers that was planned for Friday": the meeting is, wherever the tree hangs the clause.
                    return 880 - near;
                }

                if (!frame.IsVerb && s[clause].Relation is Deprel.AclRelcl && clause > trigger && s[clause].Head > trigger && s[s[clause].Head].Head == trigger && lexicon.Nouns(view.Lemma(s[clause].Head)).IsEmpty
                    && view.Lemma(clause) is "open" or "begin" or "start" or "close" or "end" or "conclude" && !Other(view, lexicon, trigger, hit.First))
                {
                    // "a two-day meeting of ministers that opened on Tuesday": the meeting did.
                    return 870 - near;
                }

                if (CameAbout(view, frame, clause))
                {
                    // "its removal from the list, which followed in late August": the removal did.
                    return 865 - near;
                }

                if (frame.IsVerb && s[clause].Head == trigger && NamesThing(view, clause) && !Since(view, hit))
                {
                    // "fired what it called a rocket on Saturday": the clause only names the thing.
                    return 480 - near;
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
                // "told a news conference after a Cabinet meeting on Tuesday": both are Tuesday's.
                return !frame.IsVerb && view.Lemma(trigger) is "conference" or "briefing" && view.Lemma(predicate) is "tell" or "say" or "speak" && RightAfter(view, trigger, hit.First) ? 230 - near : 0;
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
        else if (AimedAt(view, frame, hit))
        {
            // "agreed to work toward a summit in Oslo in late December": the summit is then, the work is not.
            return 690 - near;
        }
        else if (!IsMatter(view, frame, lexicon) && its == view.ClauseOf(trigger) && AmongOtherNoun(view, token, -1, trigger) == 0 && !crossing && token > trigger
            && (near <= 4 || near <= 12 && OnlyOf(view, trigger, hit.First) || Neighbour(view, trigger) && near <= 14 && !PunctuationBetween(s, trigger, hit.First)))
        {
            // A shaky tree: "... curbs in July ..." hung on the verb; "will come ahead of the expiration of the pact on Nov. 23".
            return 300 - near;
        }

        if (frame.IsVerb && AtWhich(view, own, hit, token))
        {
            return 520 - near;
        }

        if ((frame.IsVerb || frame.Carried) && BesideMain(view, own, its))
        {
            return 380 - near;
        }

        if ((frame.IsVerb || frame.Carried) && Leading(view, hit, frame.Predicate))
        {
            return 420 - near;
        }

        // "raised it when he met Moon here on Nov. 15": right behind, whatever verb the tree hangs it on.
        if ((frame.IsVerb || frame.Carried) && hit.First > frame.Predicate && hit.First - frame.Predicate <= 12 && its != own && !Since(view, hit) && !VerbOrMark(view, frame.Predicate, hit.First) && !BelongsToNeighbour(view, frame, hit, lexicon))
        {
            return 450 - near;
        }

        // "tested what it called a large launcher on Thursday": the clause only names the thing.
        if ((frame.IsVerb || frame.Carried) && its > predicate && its - predicate <= 6 && hit.First > its && !Since(view, hit) && NamesThing(view, its) && s.IsUnder(its, predicate))
        {
            return 480 - near;
        }

        // "said it carried out a "very important test" at its site on Saturday": behind the verb that is told of, with nothing between, whatever the tree says.
        if ((frame.IsVerb || frame.Carried) && hit.First > predicate && hit.First - predicate <= 20 && s[own].Relation is Deprel.Ccomp && s[own].Head is var teller and >= 0 && teller < own && its == view.ClauseOf(teller)
            && lexicon.Report.Contains(view.Lemma(teller)) && !Since(view, hit) && !Halts(view, predicate, hit.First) && !BelongsToNeighbour(view, frame, hit, lexicon))
        {
            return 400 - near;
        }

        // "and, on Friday, sits down with ...": right before the verb.
        if ((frame.IsVerb || frame.Carried) && hit.Last < frame.Predicate && frame.Predicate - hit.Last <= 3 && !Enumerable.Range(hit.Last + 1, frame.Predicate - hit.Last - 1).Any(i => view.IsVerb(i) && s[i].Pos != Upos.Aux))
        {
            return 250 - near;
        }

        return 0;
    }

    /// <summary>Whether the clause of a verb names a day, "since" one apart.</summary>
    public static bool HasDay(EventSentence view, int verb)
    {
        foreach (var hit in view.Dates)
        {
            if (hit.Date.Days is { IsOneDay: true } && view.ClauseOf(hit.First) == view.ClauseOf(verb) && !(hit.First > 0 && view.Syntax[hit.First - 1].Norm is "since" or "before"))
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

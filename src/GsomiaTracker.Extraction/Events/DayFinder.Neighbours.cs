using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Whether a date of the clause is another word's: a neighbouring noun's, a source's, that of what has been so since.</summary>
internal static partial class DayFinder
{
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

    /// <summary>"talks on export curbs in Geneva on Friday", "a complaint over the rulings": the thing that is spoken of has not the day of the speaking.</summary>
    private static bool IsMatter(EventSentence view, Frame frame, EventLexicon lexicon) =>
        !frame.IsVerb && !frame.Carried && lexicon.IsTopic(view.Lemma(frame.Trigger)) && BeforePhrase(view, frame.Trigger) is "on" or "over" or "about" or "against" or "regarding" or "concerning";

    /// <summary>The preposition before a noun and the words that belong to it, whatever the tree hung it on; "" without one.</summary>
    private static string BeforePhrase(EventSentence view, int noun)
    {
        var s = view.Syntax;
        for (var i = noun - 1; i >= Math.Max(0, noun - 6); i--)
        {
            if (s[i].Pos == Upos.Adp && s[i].Tag != Xpos.POS)
            {
                return s[i].Norm;
            }

            if (s[i].Pos is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Num) && s[i].Tag is not (Xpos.POS or Xpos.PRPPoss or Xpos.Hyph or Xpos.VBN))
            {
                break;
            }
        }

        return view.Preposition(noun);
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

    /// <summary>Whether what stands between is another occasion that it followed.</summary>
    private static bool RightAfter(EventSentence view, int from, int to)
    {
        var s = view.Syntax;
        var after = false;
        for (var i = from + 1; i < to; i++)
        {
            after |= s[i].Norm is "after" or "following";
            if (view.IsVerb(i) && s[i].Norm != "following" || s[i].Norm is "," or ";" or "before" or "until")
            {
                return false;
            }
        }

        return after;
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

    /// <summary>"curbs, which it sees as payback for the rulings last year": between the clause's verb and the day stands another act.</summary>
    private static bool Other(EventSentence view, EventLexicon lexicon, int verb, int day)
    {
        for (var i = verb + 1; i < day; i++)
        {
            if (view.Syntax[i].Pos == Upos.Noun && !lexicon.Nouns(view.Lemma(i)).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"In March, the Senate asked ...": a day that opens the sentence is of its first verb, whatever the tree hangs it on.</summary>
    private static bool Leading(EventSentence view, DateHit hit, int predicate)
    {
        var s = view.Syntax;
        if (hit.First > 3 || hit.Last + 1 >= s.Count || predicate < hit.Last)
        {
            return false;
        }

        for (var i = 0; i < hit.First; i++)
        {
            if (s[i].Pos is not (Upos.Adp or Upos.Adv or Upos.Cconj or Upos.Det or Upos.Adj) && s[i].Norm is not ("morning" or "dawn" or "afternoon"))
            {
                return false;
            }
        }

        for (var i = hit.Last + 1; i < predicate; i++)
        {
            if (view.IsVerb(i) && s[i].Relation is not (Deprel.Aux or Deprel.AuxPass or Deprel.Cop or Deprel.AclRelcl or Deprel.Acl) || s[i].Norm is ";" or ":")
            {
                return false;
            }
        }

        return true;
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

    /// <summary>"a ruling last October in which the court ordered ...": what is done in it has its day.</summary>
    private static bool AtWhich(EventSentence view, int clause, DateHit hit, int token)
    {
        var s = view.Syntax;
        if (s[clause].Relation != Deprel.AclRelcl || s[clause].Head < 0 || s[token].Head != s[clause].Head || hit.Last >= clause)
        {
            return false;
        }

        for (var i = hit.Last + 1; i < clause; i++)
        {
            if (s[i].Norm == "which" && s[i - 1].Norm is "in" or "at" or "during" || s[i].Norm == "where")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"its removal from the list, which followed in August": a clause that says when the deed came about, hung on a noun that belongs to the deed.</summary>
    private static bool CameAbout(EventSentence view, Frame frame, int clause)
    {
        var s = view.Syntax;
        return !frame.IsVerb && clause > frame.Trigger && s[clause].Relation is Deprel.AclRelcl && s[clause].Head is var noun && noun > frame.Trigger && s[noun].Head == frame.Trigger && s[noun].Relation == Deprel.Nmod
            && view.Lemma(clause) is "follow" or "come" or "happen" or "occur" or "take" or "enter" or "go" && view.Lemma(frame.Trigger) is "removal" or "exclusion" or "deletion" or "delisting" or "demotion" or "ouster" or "expulsion" or "withdrawal" or "termination" or "suspension" or "imposition" or "tightening" or "lifting" or "downgrade";
    }

    /// <summary>"work toward a summit in Oslo in late December": the day behind what is worked for is its own, though the tree hangs it on the verb.</summary>
    private static bool AimedAt(EventSentence view, Frame frame, DateHit hit)
    {
        var s = view.Syntax;
        var verb = s[frame.Top].Head;
        return !frame.Carried && hit.First > frame.Trigger && hit.First - frame.Trigger <= 12 && s[frame.Top].Relation is Deprel.Obl or Deprel.Nmod && verb >= 0 && verb < frame.Trigger
            && view.Preposition(frame.Top) is "toward" or "towards" or "for" or "on" && view.Lemma(verb) is "work" or "prepare" or "aim" or "push" or "strive" or "press" or "preparation" or "effort" or "groundwork" or "plan"
            && !VerbOrMark(view, frame.Trigger, hit.First);
    }

    /// <summary>
    /// "protested on Monday when the two sat down", "the thaw set in on Thursday at a hotel, where the two talked": what a clause with "when" or "where" tells in the past goes with the day
    /// of the clause that it hangs on, if it has none of its own.
    /// </summary>
    private static bool BesideMain(EventSentence view, int own, int main)
    {
        var s = view.Syntax;
        if (s[own].Relation is not (Deprel.Advcl or Deprel.AclRelcl or Deprel.AdvclRelcl or Deprel.Ccomp) || s[own].Tag is not Xpos.VBD || s[own].Head < 0 || view.ClauseOf(s[own].Head) != main || main > own || s[main].Tag is not Xpos.VBD)
        {
            return false;
        }

        var word = -1;
        foreach (var c in s.Children(own))
        {
            if (c < own && (s[c].Norm == "when" && s[own].Relation != Deprel.Ccomp && c > 0 && s[c - 1].Norm != "than" || s[c].Norm == "where" && c > 0 && s[c - 1].Norm == ","))
            {
                word = c;
            }
        }

        if (word < 0 || Form.Of(view, own) is not { Perfect: false, Negated: false, Modal: "" })
        {
            return false;
        }

        foreach (var date in view.Dates)
        {
            if (view.ClauseOf(date.First) == own || date.First > word && date.First < own)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"what it called", "what Seoul described as"</summary>
    private static bool NamesThing(EventSentence view, int verb)
    {
        var s = view.Syntax;
        if (view.Lemma(verb) is not ("call" or "describe" or "term" or "label" or "say" or "claim" or "dub" or "believe" or "appear" or "seem" or "look"))
        {
            return false;
        }

        for (var i = verb - 1; i >= Math.Max(0, verb - 4); i--)
        {
            if (s[i].Norm == "what")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"rulings of its Supreme Court last year", "verdicts by the top court in October": nothing between but what the noun is of.</summary>
    private static bool OnlyOf(EventSentence view, int noun, int day)
    {
        var s = view.Syntax;
        for (var i = noun + 1; i < day; i++)
        {
            if (view.IsVerb(i) || s[i].Pos == Upos.Punct && s[i].Norm != "-" || s[i].Pos is Upos.Adp && s[i].Norm is not ("of" or "by") && !(i == day - 1 && s[i].Norm is "in" or "on") && s[i].Tag != Xpos.POS || s[i].Pos is Upos.Sconj or Upos.Cconj)
            {
                return false;
            }
        }

        return noun + 1 < s.Count && s[noun + 1].Norm is "of" or "by";
    }

    /// <summary>Whether a verb or a mark of clauses stands between; quotation marks and participles before nouns do not count.</summary>
    private static bool Halts(EventSentence view, int from, int to)
    {
        var s = view.Syntax;
        for (var i = from + 1; i < to; i++)
        {
            if (view.IsVerb(i) && s[i].Relation is not (Deprel.Amod or Deprel.Compound) || s[i].Norm is "," or ";" or ":" or "that" || s[i].Pos is Upos.Sconj)
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
}

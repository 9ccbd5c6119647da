using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>Whether what a noun names comes about: by the verb that carries it, the words before it and the noun or verb it hangs on.</summary>
internal sealed partial class Factuality
{
    private Fact OfNoun(EventSentence view, Frame frame, bool presupposed)
    {
        var s = view.Syntax;
        var noun = frame.Trigger;
        var own = Modifiers(view, frame);
        if (DayFinder.Deferred(view, noun, lexicon))
        {
            // "put off the departure until Jan. 31": it is due then.
            return new Fact(EventStatus.Scheduled);
        }

        if (view.Lemma(noun) is "complaint" or "petition" or "lawsuit" or "notice" or "notification" && Pending(view, frame))
        {
            // "will halt its complaint", "would not pursue the complaint": it was made all the same.
            return new Fact(EventStatus.Happened, Past: true);
        }

        if (presupposed)
        {
            // "unless Japan lifts its curbs": the curbs are there all the same; "the ruling is due next month".
            return s[noun].Relation is Deprel.Nsubj or Deprel.NsubjPass && s[noun].Head is var due and >= 0 && view.Lemma(due) is "due" or "expect" or "schedule" or "set" or "slate" && (s.Has(due, Deprel.Cop) || s.Has(due, Deprel.AuxPass))
                ? OfVerb(view, due, 0).With(OnSubject(view, due) ?? StatusEffect.Scheduled) : own;
        }

        if (Beyond(view, frame) is var main and >= 0)
        {
            var told = OfVerb(view, main, 0);
            told = OnSubject(view, main) is { } passive ? Combine(told, passive) : told;
            if (told.Status is EventStatus.Cancelled)
            {
                return told;
            }
        }

        foreach (var c in frame.Clauses)
        {
            // "the notice it served on Aug. 23", "a strike he began on Wednesday"
            if (s[c].Relation == Deprel.AclRelcl && view.Lemma(noun) is "notice" or "complaint" or "petition" or "strike" or "fast" or "letter" && lexicon.Light.Contains(view.Lemma(c)) && !TellsWhat(view, noun, c))
            {
                return OfVerb(view, c, 0);
            }
        }

        if (s.Child(noun, Deprel.Det) is var no and >= 0 && s[no].Norm == "no" && !(frame.Carried && s[frame.Top].Relation is Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass && OfVerb(view, frame.Predicate, 0).Status == EventStatus.Happened
            && OnSubject(view, frame.Predicate) is null))
        {
            // "no talks have been arranged": there are none to tell of.
            return Fact.Dropped;
        }

        if (s.Has(noun, Deprel.Cop) && Form.Of(view, noun).Modal.Length > 0)
        {
            // "It would be the first formal talks".
            return OfVerb(view, noun, 0);
        }

        var top = noun;
        while (s[top].Relation == Deprel.Conj && s[top].Head >= 0)
        {
            top = s[top].Head;
        }

        var head = s[top].Head;
        if (frame.Carried)
        {
            var carried = OfVerb(view, frame.Predicate, 0);
            var lemma = view.Lemma(frame.Predicate);
            var role = s[top].Relation;
            if (role is Deprel.Obl && s[frame.Predicate].Pos == Upos.Adj && view.Preposition(top) is "for" or "to"
                && lexicon.Status(StatusPlace.Xcomp, lemma) is StatusEffect.Drop or StatusEffect.Scheduled or StatusEffect.Tentative)
            {
                // "ready for talks", "open to a meeting": what somebody would do.
                return Fact.Dropped;
            }

            if (role is Deprel.Obj && lexicon.Status(StatusPlace.Object, WithParticle(view, frame.Predicate)) is { } onObject && !lexicon.Light.Contains(WithParticle(view, frame.Predicate))
                || role is Deprel.Obj && lexicon.Status(StatusPlace.Object, lemma) is { } && Applies(view, lemma, StatusPlace.Object, out onObject))
            {
                carried = Combine(carried, onObject);
            }
            else if (role is Deprel.NsubjPass && OnSubject(view, frame.Predicate) is { } onSubject)
            {
                carried = Combine(carried, onSubject);
            }

            if (role is Deprel.Obl && view.Preposition(top) is "toward" or "towards" or "for" && lemma is "work" or "prepare" or "push" or "aim" or "strive" && carried.Status is null or EventStatus.Scheduled)
            {
                // "agreed to prepare for a summit": not that they will meet.
                return carried with { Status = EventStatus.Tentative };
            }

            if (role is Deprel.Obl && carried.Status is EventStatus.Cancelled && view.Preposition(top) is "at" or "in" or "during" or "after" or "following"
                && lemma is not ("participate" or "attend" or "go" or "come" or "show" or "appear" or "take" or "be" or "engage" or "sit"))
            {
                // "At the news conference he did not say": the conference was held.
                carried = carried with { Status = carried.Past ? EventStatus.Happened : null, Drop = false };
            }

            if (frame.Purpose && !frame.WithWhom && carried.Status is EventStatus.Happened && carried.Past)
            {
                carried = carried with { Status = EventStatus.Scheduled };
            }

            return own.Status is { } status && carried.Status is null or EventStatus.Happened && !(carried.Past && status is EventStatus.Scheduled)
                ? carried with { Status = status }
                : carried;
        }

        if (head < 0)
        {
            return own;
        }

        var above = s[top].Relation;
        var fact = own;
        switch (above)
        {
            case Deprel.Obj:
                if (lexicon.Status(StatusPlace.Object, WithParticle(view, head)) is { } effect && !(view.Lemma(head) is "announce" && view.Lemma(noun) is "decision" or "withdrawal" or "termination" or "removal" or "resignation"))
                {
                    fact = Combine(OfVerb(view, head, 0), effect);
                    fact = own.Status is { } o && fact.Status is null ? fact with { Status = o } : fact;
                }

                break;
            case Deprel.NsubjPass or Deprel.Nsubj:
                if (OnSubject(view, head) is { } said && (above == Deprel.NsubjPass || s[head].Pos == Upos.Adj || s.Has(head, Deprel.Cop)))
                {
                    fact = Combine(OfVerb(view, head, 0), said);
                }

                break;
            case Deprel.Obl or Deprel.OblAgent when view.Lemma(head) is "follow" or "precede" or "accompany":
                fact = OfVerb(view, head, 0) is { Status: { } followed } ? fact with { Status = followed } : fact;
                break;
            case Deprel.Obl:
                var preposition = view.Preposition(top);
                if (preposition is "toward" or "towards" or "on" or "to" or "for" && view.Lemma(head) is "work" or "look" or "sound" or "aim" or "prepare" or "push")
                {
                    // "are working toward a summit", "sounding each other out on a meeting"
                    fact = fact.With(StatusEffect.Tentative);
                }
                else if (preposition == "for" && lexicon.Status(StatusPlace.Object, view.Lemma(head) + " for") is { } called)
                {
                    fact = fact.With(called);
                }
                else if (preposition == "for" && view.Lemma(head) is "call" or "press" or "push" or "appeal" or "ask" or "hope" or "wait" or "lobby")
                {
                    fact = fact with { Drop = true };
                }

                break;
            case Deprel.Nmod:
                var noun2 = view.Lemma(head);
                if (noun2 is "call" or "demand" or "appeal" or "request" or "need" or "proposal" or "offer" or "hope" or "desire" or "support" or "door" or "condition" or "opposition" or "prospect" or "room")
                {
                    fact = fact with { Drop = true };
                }
                else if (noun2 is "possibility" or "chance" or "option" or "arrangement" or "idea")
                {
                    fact = fact.With(StatusEffect.Tentative);
                }
                else if (noun2 is "plan" or "preparation" or "date" or "schedule" or "agenda")
                {
                    fact = fact.With(StatusEffect.Scheduled);
                }
                else if (noun2 is "cancellation" or "postponement" or "suspension")
                {
                    fact = fact.With(StatusEffect.Cancelled);
                }

                break;
            default:
                break;
        }

        if (fact.Status is null && ClauseVerb(view, top) is var verb and >= 0 && Conditioned(view, verb))
        {
            fact = fact with { Conditional = true };
        }

        return fact;
    }

    /// <summary>"its complaint", "the complaint" as what is halted, pursued, withdrawn or put on hold.</summary>
    private static bool Pending(EventSentence view, Frame frame)
    {
        var s = view.Syntax;
        var noun = frame.Trigger;
        if (s[noun].Relation is not (Deprel.Obj or Deprel.NsubjPass) || s[noun].Head is not (>= 0 and var verb) || frame.Possessors.Count == 0 && !(s.Child(noun, Deprel.Det) is var the and >= 0 && s[the].Norm is "the" or "that" or "this"))
        {
            return false;
        }

        return view.Lemma(verb) is "halt" or "pursue" or "suspend" or "withdraw" or "drop" or "freeze" or "pause" or "revive" or "resume" or "rescind" or "revoke" or "retract" or "shelve" or "restore"
            || s[verb].Norm == "hold" && verb > 1 && s[verb - 1].Norm == "on" && view.Lemma(verb - 2) is "put" or "place"
            || view.Lemma(verb) is "put" or "place" && Enumerable.Range(verb + 1, Math.Min(4, s.Count - verb - 1)).Any(i => s[i].Norm == "on" && i + 1 < s.Count && s[i + 1].Norm is "hold" or "ice");
    }

    /// <summary>"a drill planned for later this month would not go ahead": the finite verb behind a participle that the tree took for the noun's own; -1 without one.</summary>
    private static int Beyond(EventSentence view, Frame frame)
    {
        var s = view.Syntax;
        var participle = frame.Behind >= 0 ? frame.Behind : s[frame.Trigger].Relation is Deprel.NsubjPass or Deprel.Nsubj ? s[frame.Trigger].Head : -1;
        if (participle <= frame.Trigger || s[participle].Tag is not (Xpos.VBN or Xpos.VBD) || s.Has(participle, Deprel.Aux) || s.Has(participle, Deprel.AuxPass))
        {
            return -1;
        }

        for (var i = participle + 1; i < s.Count && i - participle <= 12; i++)
        {
            if (s[i].Norm is ";" or ":" or "that" or "who" or "which")
            {
                return -1;
            }

            if (view.IsVerb(i) && s[i].Pos != Upos.Aux && s[i].Relation is not (Deprel.Amod or Deprel.Compound))
            {
                var owned = s.Child(i, Deprel.Nsubj) is var subject and >= 0 && subject > participle || s.Child(i, Deprel.NsubjPass) is var passive and >= 0 && passive > participle;
                return !owned && (s.Has(i, Deprel.Aux) || s.Has(i, Deprel.AuxPass)) && s.Leftmost(i) is var first && s[first].Norm is not ("to" or "and") ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>"gave notice that it would end the pact": the clause says what the notice is of, though the tree takes it for a relative one.</summary>
    private static bool TellsWhat(EventSentence view, int noun, int clause)
    {
        var s = view.Syntax;
        for (var i = noun + 1; i < clause; i++)
        {
            if (s[i].Norm == "that")
            {
                return s.Has(clause, Deprel.Nsubj) && HasObjectBehind(s, clause);
            }
        }

        return false;
    }

    private static bool HasObjectBehind(Sentence s, int verb)
    {
        foreach (var c in s.Children(verb))
        {
            if (s[c].Relation is Deprel.Obj && c > verb)
            {
                return true;
            }
        }

        return false;
    }

    private static int ClauseVerb(EventSentence view, int token) => view.ClauseOf(token);

    private bool Applies(EventSentence view, string lemma, StatusPlace place, out StatusEffect effect)
    {
        effect = lexicon.Status(place, lemma) ?? StatusEffect.Happened;
        return effect != StatusEffect.Drop;
    }

    private static Fact Combine(Fact verb, StatusEffect effect)
    {
        // "called off the talks": the calling off happened, so the talks are off; "will cancel": they will be.
        if (effect == StatusEffect.Drop || verb.Drop)
        {
            return verb with { Drop = true };
        }

        if (verb.Status == EventStatus.Cancelled)
        {
            return effect == StatusEffect.Cancelled ? new Fact(EventStatus.Scheduled, false, verb.Conditional, verb.Past) : verb;
        }

        return verb with
        {
            Status = effect switch
            {
                StatusEffect.Cancelled => EventStatus.Cancelled,
                StatusEffect.Tentative => EventStatus.Tentative,
                StatusEffect.Scheduled => EventStatus.Scheduled,
                StatusEffect.Alleged => EventStatus.Alleged,
                _ => verb.Status,
            }
        };
    }

    private Fact Modifiers(EventSentence view, Frame frame)
    {
        foreach (var c in view.Syntax.Children(frame.Trigger))
        {
            if (c < frame.Trigger && view.Syntax[c].Relation is Deprel.Amod or Deprel.Compound
                && (lexicon.Status(StatusPlace.Modifier, view.Syntax[c].Norm) ?? lexicon.Status(StatusPlace.Modifier, view.Lemma(c))) is { } effect)
            {
                return Fact.Unmarked.With(effect);
            }
        }

        // A participle behind the noun: "talks scheduled for Sunday", "a pact set to expire".
        foreach (var c in frame.Clauses)
        {
            if ((view.Syntax[c].Tag == Xpos.VBN || c == frame.Behind) && !(c + 1 < view.Syntax.Count && view.Syntax[c + 1].Norm is "off" or "up" or "out" or "aside" or "back" && view.Lemma(c) is "set" or "put") && OnSubject(view, c) is { } behind && behind != StatusEffect.Drop)
            {
                return Fact.Unmarked.With(behind);
            }
        }

        return Fact.Unmarked;
    }

    /// <summary>What a verb says of its passive subject: "were called off", "are planned".</summary>
    private StatusEffect? OnSubject(EventSentence view, int verb) => lexicon.Status(StatusPlace.Subject, WithParticle(view, verb)) ?? lexicon.Status(StatusPlace.Subject, view.Lemma(verb));

    /// <summary>"call off", "put off": the verb with its particle, else the bare lemma.</summary>
    private static string WithParticle(EventSentence view, int verb)
    {
        var s = view.Syntax;
        var particle = s.Child(verb, Deprel.CompoundPrt);
        if (particle < 0 && verb + 1 < s.Count && s[verb + 1].Norm is "off" or "out")
        {
            particle = verb + 1;
        }

        return particle >= 0 ? $"{view.Lemma(verb)} {s[particle].Norm}" : view.Lemma(verb);
    }
}

using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>What grammar says of whether a thing happens.</summary>
/// <param name="Status">Null where nothing marks it: the days decide.</param>
/// <param name="Drop">Only wanted, asked for or thought of: no event.</param>
/// <param name="Conditional">Under an "if".</param>
/// <param name="Past">Told in a past tense.</param>
internal readonly record struct Fact(EventStatus? Status, bool Drop = false, bool Conditional = false, bool Past = false)
{
    public static readonly Fact Unmarked = new(null);
    public static readonly Fact Dropped = new(null, Drop: true);

    /// <summary>What a word above adds: its effect where it is itself so, its own unreality where not.</summary>
    public Fact With(StatusEffect effect) => effect switch
    {
        StatusEffect.Drop => this with { Drop = true },
        StatusEffect.Cancelled => Status is EventStatus.Tentative or EventStatus.Scheduled ? this : this with { Status = EventStatus.Cancelled },
        StatusEffect.Tentative => Status == EventStatus.Cancelled ? this with { Drop = true } : this with { Status = EventStatus.Tentative },
        StatusEffect.Scheduled => Status is EventStatus.Tentative or EventStatus.Cancelled ? this : this with { Status = EventStatus.Scheduled },
        StatusEffect.Alleged => this with { Status = EventStatus.Alleged },
        _ => this,
    };
}

/// <summary>Reads tense, modality, negation, condition and the verbs of planning, arranging, expecting, refusing over a trigger.</summary>
internal sealed partial class Factuality(EventLexicon lexicon)
{
    private const int MaxSteps = 12;

    public Fact Of(EventSentence view, Frame frame, bool presupposed)
    {
        if (frame.IsVerb && view.Lemma(frame.Trigger) is "due" or "expect" && lexicon.Status(StatusPlace.Subject, view.Lemma(frame.Trigger)) is { } own)
        {
            // "is due in Seoul", "is expected in Seoul": the verb is the plan itself.
            return OfVerb(view, frame.Trigger, 0).With(own);
        }

        var fact = frame.IsVerb ? OfVerb(view, frame.Trigger, 0) : OfNoun(view, frame, presupposed);
        if (presupposed)
        {
            return fact;
        }

        return Adverbs(view, frame.Predicate, fact);
    }

    private Fact Adverbs(EventSentence view, int predicate, Fact fact)
    {
        foreach (var c in view.Syntax.Children(predicate))
        {
            if (view.Syntax[c].Relation == Deprel.Advmod && lexicon.Status(StatusPlace.Adverb, view.Lemma(c)) is { } effect && fact.Status is null or EventStatus.Happened)
            {
                return fact.With(effect);
            }
        }

        return fact;
    }

    private Fact OfVerb(EventSentence view, int verb, int depth)
    {
        var s = view.Syntax;
        if (depth > MaxSteps)
        {
            return Fact.Unmarked;
        }

        if (verb >= 2 && s[verb - 1].Norm == "to" && s[verb - 2].Norm == "yet" || Asks(view, verb))
        {
            // "has yet to decide", "decide whether": open.
            return Fact.Dropped;
        }

        var form = Form.Of(view, verb);
        var t = s[verb];
        var fact = Fact.Unmarked;
        var climb = false;
        switch (form.Modal)
        {
            case "will" or "shall" or "'ll" or "wo" or "’ll":
                fact = new Fact(EventStatus.Scheduled);
                break;
            case "may" or "might" or "could":
                fact = new Fact(EventStatus.Tentative);
                break;
            case "would" or "'d":
                fact = form.Perfect ? new Fact(EventStatus.Cancelled) : new Fact(EventStatus.Scheduled);
                break;
            case "should" or "must" or "ought" or "can" or "ca":
                return Fact.Dropped;
            default:
                if (form.IsTo)
                {
                    // "was to have met": it did not come about.
                    fact = new Fact(form.BePast && form.Have ? EventStatus.Cancelled : EventStatus.Scheduled, Past: form.BePast);
                }
                else if (form.To)
                {
                    climb = true;
                }
                else if (t.Tag == Xpos.VBD || form.Perfect || t.Tag == Xpos.VBN && !form.HasAux && s.Has(verb, Deprel.Nsubj) || form.HasAux && t.Tag is Xpos.VBN && form.Finite)
                {
                    fact = new Fact(EventStatus.Happened, Past: true);
                }
                else if (t.Tag == Xpos.VBG && form.HasAux)
                {
                    fact = form.Going ? new Fact(EventStatus.Scheduled) : Fact.Unmarked;
                }
                else if (t.Tag is Xpos.VBZ or Xpos.VBP || form.HasAux)
                {
                    fact = Fact.Unmarked;
                }
                else
                {
                    climb = true;
                }

                break;
        }

        if (climb)
        {
            fact = Above(view, verb, form, depth);
        }
        else if (t.Relation is Deprel.Ccomp or Deprel.Conj or Deprel.Parataxis or Deprel.Csubj or Deprel.Root or Deprel.Xcomp or Deprel.Advcl or Deprel.AclRelcl or Deprel.Acl)
        {
            fact = Under(view, verb, fact);
        }

        if (form.Negated && Until(view, verb))
        {
            // "does not lapse until Saturday": it does then.
        }
        else if (form.Negated)
        {
            fact = fact.Status is EventStatus.Tentative ? Fact.Dropped : new Fact(EventStatus.Cancelled, fact.Drop, fact.Conditional, fact.Past);
        }

        if (Conditioned(view, verb))
        {
            fact = fact with { Conditional = true };
        }

        return fact;
    }

    /// <summary>"asked that the curbs <b>be scrapped</b>"</summary>
    private static bool Bare(Sentence s, int verb)
    {
        var be = s.Child(verb, Deprel.AuxPass);
        if (be < 0 || s[be].Norm != "be")
        {
            return false;
        }

        foreach (var c in s.Children(verb))
        {
            if (s[c].Tag is Xpos.MD or Xpos.TO)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Asks(EventSentence view, int verb) =>
        view.Lemma(verb) is "decide" or "determine" or "choose" or "vote" && verb + 1 < view.Syntax.Count
        && (view.Syntax[verb + 1].Norm is "whether" or "if" or "how" || verb + 2 < view.Syntax.Count && view.Syntax[verb + 1].Norm == "on" && view.Syntax[verb + 2].Norm == "whether");

    private static bool Until(EventSentence view, int verb)
    {
        foreach (var date in view.Dates)
        {
            if (date.First > verb && date.First - verb <= 4 && view.Syntax[date.First - 1].Norm is "until" or "till" or "before")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>For a verb without tense of its own: what the word above makes of it.</summary>
    private Fact Above(EventSentence view, int verb, Form form, int depth)
    {
        var s = view.Syntax;
        var head = s[verb].Head;
        if (head < 0)
        {
            return s[verb].Tag is Xpos.VBN or Xpos.VBD ? new Fact(EventStatus.Happened, Past: true) : Fact.Unmarked;
        }

        switch (s[verb].Relation)
        {
            case Deprel.Conj:
                return OfVerb(view, head, depth + 1);
            case Deprel.Xcomp or Deprel.Ccomp or Deprel.Csubj:
                var effect = lexicon.Status(StatusPlace.Xcomp, view.Lemma(head));
                var above = view.IsVerb(head) || s[head].Pos is Upos.Adj or Upos.Aux ? OfVerb(view, head, depth + 1) : Fact.Unmarked;
                if (effect is null)
                {
                    return form.To ? above.With(StatusEffect.Scheduled) : above;
                }

                if (effect is StatusEffect.Scheduled or StatusEffect.Tentative && HadBeen(view, head))
                {
                    // "had been due to meet in Oslo": it did not come about.
                    return new Fact(EventStatus.Cancelled, above.Drop, above.Conditional, Past: true);
                }

                if (effect is StatusEffect.Scheduled or StatusEffect.Tentative && above.Status is EventStatus.Happened)
                {
                    return new Fact(null, above.Drop, above.Conditional, above.Past).With(effect.Value);
                }

                return above.With(effect.Value);
            case Deprel.Acl when form.To:
                // "arrangements for the ministers to meet"
                if (view.Preposition(head) == "for" && s[head].Head >= 0)
                {
                    var over2 = s[head].Head;
                    return s[over2].Pos is Upos.Noun ? NounWithInfinitive(view, over2)
                        : lexicon.Status(StatusPlace.Xcomp, view.Lemma(over2)) is { } arranged ? OfVerb(view, over2, depth + 1).With(arranged) : Fact.Dropped;
                }

                return NounWithInfinitive(view, head);
            case Deprel.Acl when s[verb].Tag == Xpos.VBN:
                return OnSubject(view, verb) is { } planned && planned != StatusEffect.Drop
                    ? Fact.Unmarked.With(planned)
                    : new Fact(EventStatus.Happened, Past: true);
            case Deprel.Advcl when form.To && lexicon.Status(StatusPlace.Xcomp, view.Lemma(head)) is StatusEffect.Drop && s.Has(head, Deprel.Obj):
                // "urged Denmark on Tuesday to renew": a wish, whatever the tree hangs it on.
                return Fact.Dropped;
            case Deprel.Advcl when form.To && Prepared(view, head) is { } prepared:
                return prepared;
            case Deprel.Advcl when form.To:
                // Purpose: "flew to Seoul to meet Kang".
                return OfVerb(view, head, depth + 1) is { Status: EventStatus.Happened } done ? done : OfVerb(view, head, depth + 1);
            case Deprel.Advcl or Deprel.Acl or Deprel.Parataxis or Deprel.Obl or Deprel.Nmod:
                var over = view.IsVerb(head) ? OfVerb(view, head, depth + 1) : Fact.Unmarked;
                return over with { Drop = false };
            default:
                return s[verb].Tag is Xpos.VBN ? new Fact(EventStatus.Happened, Past: true) : Fact.Unmarked;
        }
    }

    private static bool HadBeen(EventSentence view, int head)
    {
        var s = view.Syntax;
        for (var i = Math.Max(0, head - 4); i + 1 < head; i++)
        {
            if (s[i].Norm == "had" && s[i + 1].Norm is "been" or "originally" or "initially" or "long" or "earlier" && s[head - 1].Norm is "been" or "originally" or "initially")
            {
                return view.Lemma(head) is "due" or "expect" or "schedule" or "slate" or "set" or "plan" or "suppose" or "book";
            }
        }

        return false;
    }

    /// <summary>"is making arrangements for the ministers to meet": what the object says of the infinitive that hangs on its verb, or null.</summary>
    private static Fact? Prepared(EventSentence view, int verb)
    {
        foreach (var c in view.Syntax.Children(verb))
        {
            if (view.Syntax[c].Relation == Deprel.Obj && NounWithInfinitive(view, c) is { Drop: false, Status: EventStatus.Scheduled or EventStatus.Tentative } fact)
            {
                return fact;
            }
        }

        return null;
    }

    private static Fact NounWithInfinitive(EventSentence view, int noun) => view.Lemma(noun) switch
    {
        "plan" or "schedule" or "agreement" or "decision" or "commitment" or "promise" or "pledge" or "announcement" or "preparation" or "vow" or "vote" => new Fact(EventStatus.Scheduled),
        "arrangement" or "intention" or "possibility" or "effort" or "bid" or "chance" or "opportunity" or "option" or "proposal" => new Fact(EventStatus.Tentative),
        "first" or "last" or "second" or "third" or "president" or "leader" => new Fact(EventStatus.Happened),
        _ => Fact.Dropped,
    };

    /// <summary>What a word over a clause with tense adds: "denied that it had", "demanded that it end".</summary>
    private Fact Under(EventSentence view, int verb, Fact fact)
    {
        var s = view.Syntax;
        var at = verb;
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            var head = s[at].Head;
            if (head < 0)
            {
                return fact;
            }

            if (s[at].Relation is Deprel.Ccomp or Deprel.Xcomp)
            {
                var lemma = view.Lemma(head);
                if (lemma is "allege" or "accuse" or "claim" or "deny" && fact.Status is EventStatus.Happened)
                {
                    return fact with { Status = EventStatus.Alleged };
                }

                if ((s[at].Tag is Xpos.VB || Bare(s, at)) && lemma is "demand" or "urge" or "insist" or "propose" or "suggest" or "recommend" or "request" or "want" or "hope" or "wish" or "ask")
                {
                    return fact with { Drop = true };
                }

                if (fact.Status is EventStatus.Scheduled && lemma is "announce" or "say" or "declare" or "decide" or "agree" && (Form.Of(view, head).Modal is "may" or "might" or "could"
                    || s[head].Relation == Deprel.Xcomp && s[head].Head >= 0 && lexicon.Status(StatusPlace.Xcomp, view.Lemma(s[head].Head)) is StatusEffect.Tentative))
                {
                    // "could announce that they will meet"
                    return fact with { Status = EventStatus.Tentative };
                }

                if (lemma is "hope" or "wish" or "want" or "fear" or "worry" or "expect" && fact.Status is EventStatus.Scheduled)
                {
                    return lemma == "expect" ? fact with { Status = EventStatus.Tentative } : fact with { Drop = true };
                }
            }
            else if (s[at].Relation != Deprel.Conj)
            {
                return fact;
            }

            at = head;
        }

        return fact;
    }

    /// <summary>Whether the clause, or one that it stands in, hangs on "if", "unless", "should" or the like.</summary>
    private static bool Conditioned(EventSentence view, int verb)
    {
        var s = view.Syntax;
        var at = verb;
        for (var steps = 0; at >= 0 && steps < MaxSteps; steps++)
        {
            foreach (var c in s.Children(at))
            {
                if (s[c].Relation is Deprel.Mark or Deprel.Advmod && s[c].Norm is "if" or "unless" or "whether" or "provided" or "lest" && c < at)
                {
                    return true;
                }
            }

            if (s[at].Relation is not (Deprel.Conj or Deprel.Xcomp or Deprel.Ccomp))
            {
                return false;
            }

            at = s[at].Head;
        }

        return false;
    }
}

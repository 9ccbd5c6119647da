using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <content>The proposition as subject, as condition and beside a clause: what comes of it.</content>
internal sealed partial class Ascent
{
    /// <summary>The proposition is the subject of this word.</summary>
    private void FromBelow(int from, int head)
    {
        if (_aside)
        {
            FromAside(head);
            return;
        }

        if (!_judged && (_engaged || !_seed.Weak) && InterestOrRule(head) is var worth0 and not 0)
        {
            Mark(head, head);
            _rules.Add(worth0 > 0 ? "good" : "bad");
            Judge(head, worth0, StanceWordKind.Evaluation, worth0 > 0 ? SpeechAct.State : SpeechAct.Regret);
            return;
        }

        if (!_judged && (!_seed.Weak || _engaged) && Clause.IsNoun(s[head]) && s[head].Lemma is "danger" or "risk" or "jeopardy" or "peril" or "threat" or "trouble" && Clause.CaseOf(s, head) is "in" or "at" or "under")
        {
            // "the pact is in danger": befalls it.
            Mark(head, head);
            _rules.Add("lapse");
            Effect(head, -1, acts: false);
            return;
        }

        if (s[head].Norm is "what" or "one" or "ones" or "thing" && s.Child(head, Deprel.AclRelcl) is var told and >= 0)
        {
            // "the treaty is what keeps the peace"
            head = told;
        }

        lexicon.At(s, head, _entries);
        var hasObject = s.Has(head, Deprel.Obj);
        if (hasObject && !_judged && s[head].Lemma is "have" or "hold" or "carry" or "play" or "bring" or "deserve" or "provide" && ObjectJudgement(head) is { } worth)
        {
            Judge(head, worth.Value, StanceWordKind.Evaluation, worth.Act);
            return;
        }

        lexicon.At(s, head, _entries);
        StanceWord? best = null;
        var bestLast = head;
        var bestRank = 0;
        foreach (var (phrase, word, last) in _entries)
        {
            var rank = word.Kind switch
            {
                StanceWordKind.Effect when word.OfSubject && !hasObject => 9,
                StanceWordKind.Effect when !word.OfSubject && !hasObject && !Clause.IsVerb(s[head]) && !s.Has(head, Deprel.Cop) => 6,
                StanceWordKind.Effect when !word.OfSubject && hasObject && Clause.IsVerb(s[head]) => 5,
                StanceWordKind.Effect when !word.OfSubject && !hasObject && s[head].Tag is Xpos.VBN or Xpos.VBD && s[head].Relation is Deprel.Ccomp or Deprel.Xcomp => 6,
                StanceWordKind.Evaluation => 8,
                StanceWordKind.Consequence => 7,
                StanceWordKind.Deontic when phrase.Length == 1 && s[head].Lemma is "have" => 0,
                StanceWordKind.Deontic => 4,
                StanceWordKind.Pass when !hasObject => 3,
                StanceWordKind.Hold when !hasObject => 2,
                _ => 0,
            };
            if (rank > 0 && (rank += phrase.Length * 20) > bestRank)
            {
                (best, bestLast, bestRank) = (word, last, rank);
            }
        }

        if (!_judged && !hasObject && Action(head, Arrival.Object))
        {
            return;
        }

        if (best is null or { Kind: StanceWordKind.Pass } && Clause.IsNoun(s[head]) && JudgingModifier(head) is { } modifier)
        {
            Judge(head, modifier.Value, StanceWordKind.Evaluation, modifier.Act);
            return;
        }

        if (best is null)
        {
            // "the pact's fate hangs in the balance": said of it, nothing done to it.
            if (_engaged || _judged)
            {
                Mood(head);
                if (!_judged)
                {
                    Drop();
                }
            }
            else if (_seed.Kind == SeedKind.Thing && !_seed.Weak && Clause.IsVerb(s[head]))
            {
                // Something happens to it; what, shows only in how somebody takes it.
                _vague = true;
            }
            else
            {
                Drop();
            }

            return;
        }

        Note(best, head, bestLast);
        switch (best.Kind)
        {
            case StanceWordKind.Effect when best.OfSubject || !hasObject:
                if (!_judged)
                {
                    Effect(head, best.Value, acts: false);
                    if (best.Value > 0 && !_stop && (Clause.Modal(s, head) is "will" or "would" || Clause.Modal(s, head) is "can" or "could" && Clause.IsNegated(s, head)))
                    {
                        // "the controls would stay": who says so means it.
                        _judged = true;
                        _act = SpeechAct.Promise;
                    }
                }

                break;
            case StanceWordKind.Effect or StanceWordKind.Consequence:
                Judge(head, Outcome(head, best.Value), StanceWordKind.Consequence, best.Act);
                break;
            case StanceWordKind.Evaluation:
                Judge(head, best.Value, best.Kind, best.Act);
                break;
            case StanceWordKind.Deontic:
                _judged |= _engaged;
                break;
            case StanceWordKind.Pass:
                _polarity *= best.Value;
                Surroundings(head, best.Kind);
                break;
            case StanceWordKind.Hold:
                _polarity = -_polarity;
                _engaged = true;
                break;
        }
    }

    /// <summary><i>is in our interest</i> +1, <i>is in nobody's interest</i>, <i>is against the rules</i> -1, anything else 0.</summary>
    private int InterestOrRule(int noun)
    {
        if (!Clause.IsNoun(s[noun]))
        {
            return 0;
        }

        switch (Clause.CaseOf(s, noun))
        {
            case "in" when s[noun].Lemma == "interest":
                var whose = s.Child(noun, Deprel.NmodPoss);
                return whose >= 0 && (s[whose].Norm is "nobody" or "none" or "neither" or "no-one" || s.Child(whose, Deprel.Det) is var det and >= 0 && s[det].Lemma is "no" or "neither") ? -1 : 1;
            case "against" when s[noun].Lemma is "rule" or "law" or "interest" or "spirit" or "principle" or "norm" or "treaty" or "agreement" or "constitution" or "will":
            case "outside" when s[noun].Lemma is "rule" or "law":
                return -1;
            default:
                return 0;
        }
    }

    /// <summary><i>has strategic value</i>, <i>plays a vital role</i>: the judgement is the verb's object or stands before it.</summary>
    private StanceWord? ObjectJudgement(int verb)
    {
        var obj = s.Child(verb, Deprel.Obj);
        lexicon.At(s, obj, _entries);
        foreach (var (_, word, last) in _entries)
        {
            if (word.Kind == StanceWordKind.Evaluation)
            {
                Note(word, obj, last);
                return word;
            }
        }

        return JudgingModifier(obj);
    }

    /// <summary><i>a matter of concern</i>, <i>an unfriendly act</i>: the judgement hangs on an empty noun.</summary>
    private StanceWord? JudgingModifier(int noun)
    {
        foreach (var c in s.Children(noun))
        {
            if (s[c].Relation is not (Deprel.Amod or Deprel.Nmod or Deprel.Compound))
            {
                continue;
            }

            lexicon.At(s, c, _entries);
            foreach (var (_, word, last) in _entries)
            {
                if (word.Kind == StanceWordKind.Evaluation && word.Rule != "hard" || word is { Kind: StanceWordKind.Attitude, Act: SpeechAct.Regret } && Clause.IsNoun(s[c]))
                {
                    Note(word, c, last);
                    return word;
                }
            }
        }

        return null;
    }

    /// <summary>Help is harm when it goes to a rival, or to one side only; what ends something bad does good, what prolongs it harm.</summary>
    private int Outcome(int head, int value)
    {
        if (s.Child(head, Deprel.Obj) is var thing and >= 0 && Clause.IsNoun(s[thing]))
        {
            lexicon.At(s, thing, _entries);
            foreach (var (_, word, last) in _entries)
            {
                if (word.Kind == StanceWordKind.Evaluation && word.Value < 0)
                {
                    // "the extension has removed a danger", "a delay would only prolong the uncertainty"
                    Note(word, thing, last);
                    return -value;
                }
            }
        }

        if (value < 0)
        {
            return value;
        }

        foreach (var c in s.Children(head))
        {
            if (s[c].Relation is Deprel.Advmod && s[c].Norm is "only" or "merely" or "solely")
            {
                return -1;
            }

            if (s[c].Relation is Deprel.Obj && (s[c].Norm is "nobody" or "none" or "no-one" || Only(c)))
            {
                return -1;
            }

            if (s[c].Relation is Deprel.Obj or Deprel.Iobj or Deprel.Obl or Deprel.Xcomp && isRival(c, _seed.Issue))
            {
                return -1;
            }
        }

        return value;
    }

    private bool Only(int noun)
    {
        foreach (var c in s.Children(noun))
        {
            if (s[c].Norm is "only" or "no" && s[c].Relation is Deprel.Advmod or Deprel.Det)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><i>Nothing would be gained</i>, <i>much to lose</i> -1, <i>much to gain</i> +1; 0 where nothing is at stake.</summary>
    private int Stakes(int verb)
    {
        var gain = s[verb].Lemma is "gain" or "win" or "profit" or "benefit" or "achieve";
        if (!gain && s[verb].Lemma is not "lose")
        {
            return 0;
        }

        var amount = s[verb].Relation is Deprel.Acl or Deprel.Xcomp && s[verb].Head >= 0 ? s[verb].Head : Clause.OwnSubject(s, verb);
        if (amount >= 0 && Clause.IsVerb(s[amount]))
        {
            // "has much to lose": the object of "has".
            amount = s.Child(amount, Deprel.Obj);
        }

        if (amount < 0)
        {
            return 0;
        }

        return s[amount].Norm switch
        {
            "nothing" or "little" or "none" => gain ? -1 : 0,
            "much" or "everything" or "all" or "lot" or "more" or "most" => gain ? 1 : -1,
            _ => 0,
        };
    }

    /// <summary>The proposition stands in an <i>if</i> clause: it is feared (a bad outcome) or asked for (a price).</summary>
    private void FromCondition(int from, int head)
    {
        if (Outcome(head) is var outcome and not 0)
        {
            Judge(head, outcome, StanceWordKind.Consequence, SpeechAct.State);
            return;
        }

        if (!_engaged)
        {
            Drop();
            return;
        }

        var price = false;
        var span = (First: s.Leftmost(from), Last: s.Rightmost(from));
        for (var i = s.Leftmost(head); i <= s.Rightmost(head) && !price; i++)
        {
            price = (i < span.First || i > span.Last) && isHot(i);
        }

        if (!price)
        {
            Drop();
            return;
        }

        _judged = true;
        _argued = true;
        _actor = -1;
        _act = SpeechAct.Demand;
        _rules.Add("price");
        Mark(head, head);
        var subject = Clause.IsPassive(s, head) ? -1 : Clause.Subject(s, head);
        if (subject >= 0 && Clause.Modal(s, head) is "could" or "can" or "will" or "would" or "may" or "might")
        {
            Hold(head, SpeechAct.Demand, subject);
        }
    }

    /// <summary>+1 or -1 when the word at this place is a good or bad outcome by itself, 0 when it is neither.</summary>
    private int Outcome(int head)
    {
        if (RivalGains(head))
        {
            return -1;
        }

        if (Stakes(head) is var stakes and not 0)
        {
            Mark(head, head);
            _rules.Add(stakes > 0 ? "help" : "backfire");
            return stakes;
        }

        if (s[head].Lemma == "be" && s.Has(head, Deprel.Expl) && Clause.OwnSubject(s, head) is var there and >= 0)
        {
            // "there would be chaos"
            head = there;
        }

        lexicon.At(s, head, _entries);
        foreach (var (_, word, last) in _entries)
        {
            if (word.Kind is StanceWordKind.Consequence or StanceWordKind.Evaluation && (word.Value < 0 || word.Kind == StanceWordKind.Evaluation))
            {
                Note(word, head, last);
                return word.Value;
            }

            if (word.Kind == StanceWordKind.Effect && word.Value < 0 && (word.Rule == "harm" || word.OfSubject && !s.Has(head, Deprel.Obj) && !HotSubject(head)) && !Clause.IsNegated(s, head))
            {
                Note(word, head, last);
                return -1;
            }
        }

        return 0;
    }

    /// <summary>The subject is itself a thing of the dossier: <i>the pact will end</i>.</summary>
    private bool HotSubject(int head)
    {
        var subject = Clause.OwnSubject(s, head);
        if (subject < 0)
        {
            return false;
        }

        for (var i = s.Leftmost(subject); i <= s.Rightmost(subject); i++)
        {
            if (isHot(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><i>Pyongyang would be the one to benefit</i>.</summary>
    private bool RivalGains(int head)
    {
        var subject = Clause.OwnSubject(s, head);
        if (subject < 0 || !RivalAmong(head))
        {
            return false;
        }

        for (var i = head; i <= s.Rightmost(head); i++)
        {
            if (s[i].Lemma is "benefit" or "gain" or "profit" or "rejoice" or "win" or "beneficiary" or "winner" or "happy" or "pleased" or "heart" or "celebrate" or "cheer" or "smile" or "delight" or "gladden" or "embolden")
            {
                Mark(head, i);
                _rules.Add("gain");
                return true;
            }
        }

        return false;
    }

    private bool RivalAmong(int head)
    {
        foreach (var c in s.Children(head))
        {
            if (s[c].Relation is Deprel.Nsubj or Deprel.NsubjOuter && isRival(c, _seed.Issue))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The proposition stands beside the clause (<i>after the expiry</i>): it counts where the clause tells harm that comes of it, or minds it.</summary>
    private void FromAside(int head)
    {
        _aside = true;
        if (!_judged && _engaged && Outcome(head) < 0)
        {
            _aside = false;
            _polarity = -_polarity;
            _judged = _argued = true;
            return;
        }

        lexicon.At(s, head, _entries);
        foreach (var (_, word, last) in _entries)
        {
            if (word.Kind == StanceWordKind.Attitude && word.Value < 0 && word.Act == SpeechAct.Regret && _engaged)
            {
                Note(word, head, last);
                Attitude(head, word);
                return;
            }
        }

        Drop();
    }
}

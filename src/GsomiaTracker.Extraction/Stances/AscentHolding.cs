using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <content>Judgements and attitudes, and whose they are.</content>
internal sealed partial class Ascent
{
    /// <summary>A judgement on the proposition; whoever says so holds it.</summary>
    private void Judge(int head, int value, StanceWordKind kind, SpeechAct act)
    {
        if (_seed.Weak && !_engaged && kind != StanceWordKind.Consequence)
        {
            Drop();
            return;
        }

        if (_judged)
        {
            return;
        }

        _polarity *= value;
        if (Clause.IsNegated(s, head) != (s[head].Relation is Deprel.Amod or Deprel.Acl && s[s[head].Head].Norm == "nothing"))
        {
            // "is not wrong", "nothing wrong with it"
            _polarity = -_polarity;
        }

        _judged = true;
        _argued = kind == StanceWordKind.Consequence;
        _act = act;
        Surroundings(head, kind, negation: false);
    }

    private void Attitude(int head, StanceWord word)
    {
        if (!_engaged && _seed.Weak)
        {
            Drop();
            return;
        }

        if (!_engaged && word.Rule == "worry" && _seed.Dear)
        {
            // "concern over the pact" may be concern for it or about it: only what the words around it say can tell.
            Drop();
            return;
        }

        var verb = Clause.IsVerb(s[head]) && (word.Classes & StanceWordClass.Verb) != 0;
        var negated = Clause.IsNegated(s, head);
        if (word.Rule == "brook" && !negated)
        {
            // "heard of it": only what nobody would hear of is refused.
            Drop();
            return;
        }

        var nobody = verb && !Clause.IsPassive(s, head) && Clause.Subject(s, head) is var none and >= 0 && IsNobody(none);
        negated ^= nobody;
        var value = _argued && word.Act == SpeechAct.Regret ? 1 : word.Value;
        if (_judged && !_argued && word.Act == SpeechAct.Regret && word.Value < 0)
        {
            // "criticized it as a mistake": one judgement, told twice.
            value = 1;
        }

        _polarity *= value;
        if (!verb && s[head].Head is var carrier and >= 0 && s[head].Relation == Deprel.Obj && Clause.IsVerb(s[carrier]) && Clause.Possessor(s, head) < 0)
        {
            // "has shown no willingness", "has not shown willingness"
            negated ^= Clause.IsNegated(s, carrier);
        }

        if (negated)
        {
            if (word.Rule is not ("brook" or "want" or "back" or "friend" or "agree" or "demand" or "welcome" or "like") && word.Value > 0 || word.Act is SpeechAct.Regret or SpeechAct.Protest or SpeechAct.Reject)
            {
                // What was not urged, or not ruled out, is nobody's position.
                Drop();
                return;
            }

            _polarity = -_polarity;
        }

        if (verb && (Clause.IsConditionClause(s, head) || OpensWith(head, "whether", "if")))
        {
            Drop();
            return;
        }

        var modal = verb ? Clause.Modal(s, head) : "";
        if (Clause.IsDeontic(modal))
        {
            _judged = true;
            _engaged = true;
            _act = SpeechAct.Demand;
            return;
        }

        var holder = nobody ? Utterer : verb ? VerbHolder(head) : NounHolder(head);
        if (verb && IsDirected(head) || modal is "may" or "might")
        {
            // "urged Seoul to reject": what another is asked to hold is not held.
            _engaged = true;
            return;
        }

        _engaged = true;
        Conditions(head);
        if (holder == Nobody && verb && s[head].Lemma is "need" or "require" or "warrant" or "justify")
        {
            // "the levy was needed"
            _judged = true;
            _act = SpeechAct.State;
            return;
        }

        if (holder == Nobody)
        {
            // "was urged to": somebody wants it, but not the one named.
            Drop();
            return;
        }

        if (!verb && IsTurnedAway(head))
        {
            // "brushed aside calls to renew it", "backed away from its threat to quit": what the verb does to it comes next.
            return;
        }

        Hold(head, word.Act, holder);
    }

    /// <summary>The noun of wanting is what its clause's subject refuses, minds or gives up, and not said to be another's.</summary>
    private bool IsTurnedAway(int noun)
    {
        var verb = s[noun].Head;
        if (verb < 0 || !Clause.IsVerb(s[verb]) || s[noun].Relation is not (Deprel.Obj or Deprel.Obl))
        {
            return false;
        }

        var owner = Clause.Possessor(s, noun);
        if (owner >= 0 && s[owner].Pos != Upos.Pron)
        {
            return false;
        }

        var way = s[noun].Relation == Deprel.Obj ? Arrival.Object : Arrival.Preposition;
        lexicon.At(s, verb, _entries);
        foreach (var (phrase, word, _) in _entries)
        {
            if (word.Value < 0 && (word.Kind == StanceWordKind.Attitude && owner < 0 || word.Kind == StanceWordKind.Effect && !word.OfSubject) && Rank(noun, verb, word, phrase, way) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><i>Nobody voted for it</i>.</summary>
    private bool IsNobody(int subject) => s[subject].Norm is "nobody" or "none" or "no-one" || s[subject].Norm == "one" && subject > 0 && s[subject - 1].Norm == "no";

    /// <summary><i>I am for this treaty</i>, <i>Berlin is against the levy</i>: the thing is the predicate.</summary>
    private bool IsSideTaken(int start)
    {
        if (!s.Has(start, Deprel.Cop) || _seed.Weak || Clause.OwnSubject(s, start) is var subject && (subject < 0 || IsNobody(subject)))
        {
            return false;
        }

        var side = Clause.CaseOf(s, start) switch { "for" or "behind" => 1, "against" => -1, _ => 0 };
        if (side == 0)
        {
            return false;
        }

        _polarity *= Clause.IsNegated(s, start) ? -side : side;
        _engaged = true;
        _rules.Add(side > 0 ? "back" : "reject");
        Hold(start, SpeechAct.State, subject);
        return true;
    }

    private const int Utterer = -1;
    private const int Nobody = -2;

    /// <summary>Token of the holder, <see cref="Utterer"/> where the clause names none, <see cref="Nobody"/> where it hides him (an agentless passive).</summary>
    private int VerbHolder(int verb)
    {
        if (!IsFeeling(verb) && Clause.IsPassive(s, verb))
        {
            return Clause.Agent(s, verb) is var agent and >= 0 ? agent : Nobody;
        }

        var subject = Clause.Subject(s, verb);
        return subject >= 0 ? subject : Utterer;
    }

    /// <summary>A participle that tells what its subject feels: <i>disappointed</i>.</summary>
    private bool IsFeeling(int verb) =>
        s[verb].Norm is "concerned" or "worried" or "disappointed" or "alarmed" or "committed" or "determined" or "prepared" or "pleased"
            or "relieved" or "satisfied" or "dismayed" or "opposed" or "interested" or "inclined" or "resolved" or "encouraged" or "heartened"
            or "saddened" or "troubled" or "frustrated" or "upset" or "poised" or "set" or "angered";

    private int NounHolder(int noun)
    {
        var owner = Clause.Possessor(s, noun);
        if (owner >= 0)
        {
            return owner;
        }

        if (Clause.IsVerb(s[noun]) || s[noun].Pos is Upos.Adj or Upos.Adv or Upos.Adp
            || s.Has(noun, Deprel.Cop) && Clause.OwnSubject(s, noun) is var named and >= 0 && s[named].Pos is Upos.Noun or Upos.Propn && s[noun].Lemma is not ("aim" or "goal" or "hope"))
        {
            var subject = Clause.Subject(s, noun);
            return subject >= 0 ? subject : Utterer;
        }

        foreach (var c in s.Children(noun))
        {
            if (s[c].Relation is Deprel.Amod or Deprel.Compound or Deprel.NmodUnmarked && isNational(c))
            {
                return c;
            }
        }

        var carried = Clause.NounHolder(s, noun);
        if (carried >= 0)
        {
            return carried;
        }

        // "it is Tokyo's hope that", "our concern is": a predicate noun belongs to its owner, else to nobody.
        return s[noun].Relation is Deprel.Root or Deprel.Nsubj or Deprel.Conj ? Nobody : Utterer;
    }

    /// <summary>The verb is what somebody is asked to do.</summary>
    private bool IsDirected(int verb)
    {
        var at = verb;
        while (s[at].Relation == Deprel.Conj && s[at].Head >= 0)
        {
            at = s[at].Head;
        }

        var head = s[at].Head;
        if (head < 0)
        {
            return false;
        }

        if (s[at].Relation == Deprel.Xcomp && Clause.Directed(s, head) >= 0 && Clause.OwnSubject(s, at) < 0)
        {
            return true;
        }

        // "demanded that Seoul drop": a bare verb under a demand
        return s[at].Relation == Deprel.Ccomp && s[at].Tag is Xpos.VB && !s.Has(at, Deprel.Aux);
    }

    /// <summary><i>called the decision a mistake</i>, <i>described it as regrettable</i>: the judgement follows its object.</summary>
    private void Called(int head, Arrival arrival)
    {
        if (_judged || arrival == Arrival.Clause || s[head].Lemma is not ("call" or "describe" or "label" or "deem" or "consider" or "view" or "regard" or "see" or "judge" or "find" or "brand" or "term" or "believe" or "think" or "declare" or "rule" or "hold"))
        {
            return;
        }

        for (var i = _right + 1; i < s.Count && s[i].Pos is not (Upos.Punct or Upos.Sconj) || i < s.Count && s[i].Norm is "\"" or "“" or "”"; i++)
        {
            lexicon.At(s, i, _entries);
            foreach (var (_, word, last) in _entries)
            {
                if (word.Kind == StanceWordKind.Evaluation)
                {
                    Note(word, i, last);
                    Judge(i, word.Value, word.Kind, word.Act);
                    return;
                }
            }
        }
    }

    private void Said(int head)
    {
        if (Clause.IsNegated(s, head))
        {
            Drop();
            _judged = false;
            return;
        }

        if (!_judged)
        {
            // Reported, not judged: a course, or what hangs on a condition.
            if (_engaged && _found.Count == 0 && (_actor >= 0 || _condition >= 0))
            {
                Add(StandForm.Done, _promised ? SpeechAct.Promise : SpeechAct.Act, _actor);
            }

            Drop();
            return;
        }

        var holder = Clause.IsPassive(s, head) ? Clause.Agent(s, head) : Clause.Subject(s, head);
        Hold(head, _act, holder);
        _judged = false;
        _stop = true;
    }

    /// <summary>Puts a position down and climbs on.</summary>
    private void Hold(int head, SpeechAct act, int holder)
    {
        if (!_engaged && !_judged)
        {
            return;
        }

        Mark(head, head);
        Add(StandForm.Held, act, holder);
        _judged = false;
        _argued = false;
        _actor = -1;
    }
}

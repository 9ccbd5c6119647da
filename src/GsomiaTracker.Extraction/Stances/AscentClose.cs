using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <content>Denial, mood and condition round a word, and what is put down at the end.</content>
internal sealed partial class Ascent
{
    private void Unknown(int head, Arrival arrival)
    {
        if (arrival == Arrival.Clause)
        {
            _carried |= Clause.IsNoun(s[head]) && _engaged;
            Surroundings(head, StanceWordKind.Pass);
            return;
        }

        if (_judged || _carried && Clause.IsNoun(s[head]))
        {
            // "wanted the two countries' diplomats to go on talking": the infinitive's own subject lies between.
            return;
        }

        if (arrival == Arrival.Preposition && _engaged)
        {
            FromAside(head);
            return;
        }

        Drop();
    }

    /// <summary>Denial, modal and condition at a word that the proposition has reached.</summary>
    private void Surroundings(int head, StanceWordKind kind, bool negation = true)
    {
        if (negation && kind is not StanceWordKind.Saying && Clause.IsNegated(s, head))
        {
            _polarity = -_polarity;
        }

        Mood(head);
        Attributes(head);
        Conditions(head);
    }

    private void Mood(int head)
    {
        if (Clause.MarkOf(s, head) == "to" && s.Child(head, Deprel.Cop) is var cop and >= 0 && s[cop].Norm is "was" or "were")
        {
            // "was to renew it": and did not.
            Drop();
            return;
        }

        if (_engaged && Clause.IsDeontic(Clause.Modal(s, head)))
        {
            _judged = true;
            _act = SpeechAct.Demand;
        }
    }

    private void Conditions(int head)
    {
        if (_engaged && _condition < 0)
        {
            _condition = Clause.Condition(s, head);
        }
    }

    /// <summary>An adjective before the noun may judge it: <i>unjust curbs</i>.</summary>
    private void Attributes(int noun)
    {
        if (_judged || !Clause.IsNoun(s[noun]) || _seed.Weak && !_engaged)
        {
            return;
        }

        foreach (var c in s.Children(noun))
        {
            if (s[c].Relation != Deprel.Amod)
            {
                continue;
            }

            lexicon.At(s, c, _entries);
            foreach (var (_, word, last) in _entries)
            {
                if (word.Kind == StanceWordKind.Evaluation && word.Value < 0 && word.Rule != "hard")
                {
                    Note(word, c, last);
                    _polarity = -_polarity;
                    _judged = true;
                    _act = word.Act;
                    return;
                }
            }
        }
    }

    /// <summary>The phrase's own words deny: "have nothing in common", "not meant as".</summary>
    private bool HoldsNegation(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (s[i].Lemma is "not" or "no" or "never" or "n't" or "nothing" or "cannot")
            {
                return true;
            }
        }

        return false;
    }

    private bool NounNegated(int noun) => Clause.IsNoun(s[noun]) && Clause.IsNegated(s, noun);

    private int ActorOf(int head)
    {
        if (!Clause.IsVerb(s[head]))
        {
            return Clause.Possessor(s, head) is var owner and >= 0 ? owner : Clause.NounHolder(s, head);
        }

        return Clause.IsPassive(s, head) ? Clause.Agent(s, head) : Clause.Subject(s, head);
    }

    private void Note(StanceWord word, int head, int last)
    {
        _rules.Add(word.Rule);
        Mark(head, last);
    }

    private void Mark(int head, int last)
    {
        _left = Math.Min(_left, head);
        _right = Math.Max(_right, Math.Max(head, last));
    }

    private void Drop()
    {
        _stop = true;
    }

    private void End()
    {
        if (_judged)
        {
            Add(StandForm.Uttered, _act, Utterer);
        }
        else if (_engaged && (_actor >= 0 || _condition >= 0) && _found.Count == 0 && !_stop)
        {
            Add(StandForm.Done, _promised ? SpeechAct.Promise : SpeechAct.Act, _actor);
        }
    }

    private void Add(StandForm form, SpeechAct act, int holder)
    {
        var left = holder >= 0 && holder < _left && _left - holder < 12 ? holder : _left;
        _found.Add(new Stand(
            _seed.Issue, _polarity, form, act, holder, _start, _condition, _suspended,
            new TextSpan(s[left].Start, s[_right].End), string.Join(" ", _rules)));
    }
}

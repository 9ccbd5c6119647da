using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <content>What is done to the thing: kept, ended, told beside it.</content>
internal sealed partial class Ascent
{
    /// <summary><i>let the pact expire</i>, <i>keep it alive</i>, <i>wants the pact renewed</i>: the second verb is done to the first one's object.</summary>
    private void Raised(int from, int head)
    {
        foreach (var c in s.Children(head))
        {
            if (c < from || s[c].Relation is not (Deprel.Xcomp or Deprel.Ccomp) || s.Has(c, Deprel.Obj))
            {
                continue;
            }

            if (IsPartOfMore(c))
            {
                return;
            }

            lexicon.At(s, c, _entries);
            foreach (var (_, word, last) in _entries)
            {
                if (word.Kind == StanceWordKind.Effect && (word.OfSubject || s[c].Tag == Xpos.VBN || s[c].Tag == Xpos.VBD && s[head].Lemma is "want" or "get" or "have" or "see" or "like"))
                {
                    Note(word, c, last);
                    _polarity *= word.Value;
                    if (Clause.IsNegated(s, c))
                    {
                        _polarity = -_polarity;
                    }

                    _engaged = true;
                    return;
                }
            }
        }
    }

    /// <summary><i>prevent the pact from lapsing</i>, <i>saved it from being scrapped</i>: what does not befall it.</summary>
    private bool KeptFrom(int from, int head)
    {
        if (s[head].Lemma is not ("prevent" or "keep" or "stop" or "save" or "rescue" or "spare" or "protect" or "hinder"))
        {
            return false;
        }

        foreach (var c in s.Children(head))
        {
            if (c < from || s[c].Relation is not (Deprel.Advcl or Deprel.Xcomp or Deprel.Obl) || Clause.MarkOf(s, c) != "from")
            {
                continue;
            }

            lexicon.At(s, c, _entries);
            foreach (var (_, word, last) in _entries)
            {
                if (word.Kind == StanceWordKind.Effect)
                {
                    Note(word, c, last);
                    Effect(head, -word.Value);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary><i>scrapping the pact would ...</i>: a verb right before the phrase whose object the parser lost.</summary>
    private void Adjacent(int first)
    {
        var before = first - 1;
        for (var steps = 0; before >= 0 && steps < 7; steps++, before--)
        {
            var t = s[before];
            if (!(t.Pos is Upos.Det or Upos.Adj or Upos.Num or Upos.Part || t.Tag == Xpos.PRPPoss
                  || t.Pos is Upos.Propn or Upos.Noun && before + 1 < s.Count && (s[before + 1].Tag == Xpos.POS || s[before + 1].Pos == Upos.Propn || s[before + 1].Norm is "-")
                  || t.Norm is "-" or "\"" or "“" or "”"))
            {
                break;
            }
        }

        if (before >= 0 && Lets(before) && s[_start].Head != before && Falls(before))
        {
            return;
        }

        if (before < 0 || s[_start].Head == before || s.IsUnder(_start, before) || s[before].Head < 0 || s.Has(before, Deprel.Obj) || s.Has(before, Deprel.AuxPass))
        {
            return;
        }

        lexicon.At(s, before, _entries);
        foreach (var (phrase, word, last) in _entries)
        {
            if (word.Kind == StanceWordKind.Effect && !word.OfSubject && phrase.Length == 1 && (word.Classes & StanceWordClass.Verb) != 0
                && (s[before].Tag is Xpos.VBG or Xpos.VB or Xpos.VBZ or Xpos.VBP || !Clause.IsVerb(s[before]) && s[before].Norm != phrase.First[0]))
            {
                Note(word, before, last);
                _polarity *= word.Value;
                _engaged = true;
                return;
            }
        }
    }

    private bool Lets(int verb) => s[verb].Lemma is "let" or "allow" or "leave" or "see" or "watch" or "permit" or "make" or "have";

    /// <summary><i>letting the pact die</i>, where the parser lost the second verb.</summary>
    private bool Falls(int verb)
    {
        var next = _right + 1;
        if (next < s.Count && s[next].Norm == "to")
        {
            next++;
        }

        if (next >= s.Count)
        {
            return false;
        }

        lexicon.At(s, next, _entries, anyClass: true);
        foreach (var (_, word, last) in _entries)
        {
            if (word.Kind == StanceWordKind.Effect && word.OfSubject)
            {
                Note(word, verb, last);
                _polarity *= word.Value;
                _engaged = true;
                return true;
            }
        }

        return false;
    }

    /// <summary><i>the possibility of cooperation being weakened</i>: a participle after the thing is done to it.</summary>
    private void Participle(int noun)
    {
        foreach (var c in s.Children(noun))
        {
            if (s[c].Relation is not (Deprel.Acl or Deprel.Amod))
            {
                continue;
            }

            var at = c;
            for (var step = 0; step < 2 && at >= 0; step++)
            {
                if (s[at].Tag == Xpos.VBN && s.Child(at, Deprel.AuxPass) is var aux and >= 0 && s[aux].Norm == "being")
                {
                    lexicon.At(s, at, _entries);
                    foreach (var (_, word, last) in _entries)
                    {
                        if (word.Kind == StanceWordKind.Effect && !word.OfSubject)
                        {
                            Note(word, at, last);
                            _polarity *= word.Value;
                            _engaged = true;
                            return;
                        }
                    }
                }

                at = s.Child(at, Deprel.Xcomp);
            }
        }
    }

    /// <summary>The issue's own word for what is done to its things; true when it settled the step.</summary>
    private bool Action(int head, Arrival arrival)
    {
        if (arrival == Arrival.Clause)
        {
            return false;
        }

        _seed.Issue.Actions.At(s, head, 4, _actions);
        if (_actions.Count == 0)
        {
            return false;
        }

        var (_, action, last) = _actions[0];
        Mark(head, last);
        if (action.Value == 0)
        {
            Drop();
            return true;
        }

        _rules.Add(action.Value > 0 ? "for" : "against");
        Effect(head, action.Value * (_engaged ? 1 : _seed.Polarity));
        return true;
    }

    private void Effect(int head, int value, bool acts = true)
    {
        if (_seed.Issue.OwnActionsOnly && _rules[^1] is not ("for" or "against") && !_engaged)
        {
            Drop();
            return;
        }

        _polarity *= value;
        _engaged = true;
        if (acts && _actor < 0 && _rules[^1] != "hold")
        {
            _actor = ActorOf(head);
            if (!_judged && !_stop && !_seed.Weak && Planner(head) is var planner and >= 0)
            {
                // "Johnson's plan does away with it"
                Surroundings(head, StanceWordKind.Effect);
                Hold(head, SpeechAct.Urge, planner);
                return;
            }
        }

        Surroundings(head, StanceWordKind.Effect);
        _promised |= Clause.Modal(s, head) is "will" or "would";
        TakeDeed(head);
    }

    /// <summary>Whose plan it is that does this, or under which it is done; -1 without.</summary>
    private int Planner(int head)
    {
        if (!Clause.IsVerb(s[head]))
        {
            return -1;
        }

        if (!Clause.IsPassive(s, head))
        {
            return PlannerOf(Clause.OwnSubject(s, head));
        }

        foreach (var c in s.Children(head))
        {
            if (s[c].Relation is Deprel.Obl or Deprel.OblAgent && Clause.CaseOf(s, c) is "under" or "in" or "by" && PlannerOf(c) is var owner and >= 0)
            {
                return owner;
            }
        }

        return -1;
    }

    private void TakeDeed(int head)
    {
        if (_rules[^1] is not "hold" && Deed == 0 && !_seed.Weak && !_judged && (_actor >= 0 || !Clause.IsVerb(s[head])) && Clause.Modal(s, head) is "" or "will" && _condition < 0)
        {
            Deed = _polarity;
            DeedBy = _actor;
        }
    }
}

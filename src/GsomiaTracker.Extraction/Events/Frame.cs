using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Events;

/// <summary>A prepositional phrase of a frame: its preposition and the head of its noun phrase.</summary>
internal readonly record struct Phrase(string Preposition, int Token);

/// <summary>
/// Who does what to whom around a trigger, wherever grammar put it: active or passive, infinitive or participle, relative clause, second verb
/// of a pair, or noun carried by a light verb ("held talks"). Roles are tokens that head noun phrases, conjuncts included.
/// </summary>
internal sealed partial class Frame
{
    private readonly EventSentence _view;
    private readonly Sentence _s;

    private Frame(EventSentence view, int trigger, int predicate)
    {
        _view = view;
        _s = view.Syntax;
        Trigger = trigger;
        Predicate = predicate;
        Top = trigger;
        while (predicate != trigger && _s[Top].Head >= 0 && _s[Top].Head != predicate)
        {
            Top = _s[Top].Head;
        }
    }

    public int Trigger { get; }

    /// <summary>The verb (or adjective) whose tense and subject are the event's; the trigger itself for a verb and for a noun that nothing carries.</summary>
    public int Predicate { get; }

    public bool IsVerb => Predicate == Trigger && (_view.IsVerb(Trigger) || _s[Trigger].Norm is "due" or "effective");

    public bool Carried => Predicate != Trigger;

    /// <summary>"arrives on Tuesday for talks": the noun is what somebody travels for; the day is the journey's.</summary>
    public bool Purpose => Carried && _view.Preposition(Top) is "for" or "to" && _s[Top].Relation is Deprel.Obl or Deprel.Nmod
        && _view.Lemma(Predicate) is "arrive" or "fly" or "travel" or "head" or "leave" or "depart" or "land" or "come" or "visit" or "return" or "go" && _view.Lemma(Trigger) is not ("visit" or "trip" or "tour" or "stay");

    /// <summary>Whom the talks are with is said: "travels to Oslo on Friday for talks with the minister" are Friday's.</summary>
    public bool WithWhom => Phrases.Exists(p => p.Preposition is "with" && _s[p.Token].Head == Trigger);

    /// <summary>The noun is what is held, given or takes place, not the occasion of another act.</summary>
    public bool Held => Carried && _s[Top].Relation is Deprel.Obj or Deprel.NsubjPass or Deprel.Nsubj or Deprel.NsubjOuter && !(_s[Top].Relation is Deprel.Obj or Deprel.NsubjPass && _view.Lemma(Predicate) is "announce");

    /// <summary>The noun that hangs on the predicate: the trigger, or what it is part of ("a round of talks").</summary>
    public int Top { get; private set; }

    public bool Passive { get; private set; }

    public List<int> Subjects { get; } = [];

    public List<int> Objects { get; } = [];

    public List<int> Agents { get; } = [];

    /// <summary>What else a relative pronoun in the subject's place may stand for: "the missiles of North Korea, which fired ...".</summary>
    public List<int> Alternates { get; } = [];

    public List<Phrase> Phrases { get; } = [];

    /// <summary>Nouns and names before a noun trigger in its phrase, possessors apart.</summary>
    public List<int> Before { get; } = [];

    public List<int> Possessors { get; } = [];

    public List<int> Particles { get; } = [];

    /// <summary>Heads of clauses that complete the trigger: <i>decided <b>to end</b></i>, <i>announced that it would <b>leave</b></i>, <i>decision <b>to end</b></i>.</summary>
    public List<int> Clauses { get; } = [];

    /// <summary>The participle right behind a noun ("a drill planned for ...", "the talks, held in ..."), whatever the tree makes of it; -1 without one.</summary>
    public int Behind { get; private set; } = -1;

    public static Frame OfVerb(EventSentence view, int verb)
    {
        var frame = new Frame(view, verb, verb);
        frame.ReadVerb(verb);
        return frame;
    }

    public static Frame OfNoun(EventSentence view, int noun, EventLexicon lexicon)
    {
        var predicate = Carrier(view, noun, lexicon);
        var frame = new Frame(view, noun, predicate);
        if (predicate != noun)
        {
            frame.ReadVerb(predicate);
            frame.Clauses.Clear();
            if (view.Syntax[noun].Relation is Deprel.Nsubj or Deprel.NsubjPass)
            {
                // "Talks were held by the two ministers", "the talks began": the noun is no party to itself.
                frame.Subjects.Remove(noun);
            }

            frame.Objects.Remove(noun);
        }

        frame.ReadNoun(noun);
        return frame;
    }

    /// <summary>The verb that carries a noun: a light verb over it, a verb of happening, or of speech "at a news conference".</summary>
    private static int Carrier(EventSentence view, int noun, EventLexicon lexicon)
    {
        var s = view.Syntax;
        var top = noun;
        // "a round of talks", "a series of meetings", conjuncts: the carrier is over the first.
        while (s[top].Head >= 0 && (s[top].Relation == Deprel.Conj || s[top].Relation == Deprel.Nmod && view.Preposition(top) == "of" && view.Lemma(s[top].Head) is "round" or "series" or "set" or "spate" or "string" or "session" or "pair" or "total" or "number" or "day" or "first" or "latest" or "last" or "second" or "third"))
        {
            top = s[top].Head;
        }

        var head = s[top].Head;
        if (head < 0)
        {
            return noun;
        }

        switch (s[top].Relation)
        {
            case Deprel.Obj when lexicon.Light.Contains(view.Lemma(head)):
            case Deprel.Obj or Deprel.Obl or Deprel.Iobj when view.Lemma(head) is "tell" && view.Lemma(top) is "conference" or "briefing" or "hearing" or "meeting" or "forum" or "assembly" or "symposium" or "seminar" or "presser" or "hall" or "session" or "audience" or "gathering":
            case Deprel.NsubjPass when lexicon.Light.Contains(view.Lemma(head)):
            case Deprel.Nsubj or Deprel.NsubjOuter when lexicon.Happen.Contains(view.Lemma(head)) && view.IsVerb(head):
                return head;
            case Deprel.Nsubj or Deprel.NsubjPass when Raised(s, head) is var raised and >= 0 && view.IsVerb(raised) && (lexicon.Light.Contains(view.Lemma(raised)) || lexicon.Happen.Contains(view.Lemma(raised))):
                // "Talks are likely to take place in early December"
                return raised;
            case Deprel.NsubjPass when view.Lemma(head) is "expect" or "anticipate":
                // "Talks are expected next week"
                return head;
            case Deprel.Acl or Deprel.Xcomp:
                return noun;
            case Deprel.Obl or Deprel.Nmod:
                var preposition = view.Preposition(top);
                if (s[head].Relation == Deprel.Ccomp && s[head].Head is var said and >= 0 && said < head && noun < said && lexicon.Report.Contains(view.Lemma(said)))
                {
                    // "At a news conference, he said there would be ...": the occasion is of the saying.
                    head = said;
                }

                if (preposition is "on" or "over" && view.IsVerb(head) && lexicon.IsTopic(view.Lemma(noun)))
                {
                    // "held talks on the curbs", "remained apart on the ruling": what it was about is no occasion of it.
                    return noun;
                }

                if (preposition == "for" && view.Lemma(head) is "call" or "press" or "push" or "appeal" or "ask" or "hope" or "wait" or "lobby" or "argue" or "plead")
                {
                    // "called for talks": only wanted.
                    return noun;
                }

                if (preposition is "at" or "in" or "during" or "to" or "for" or "on" or "into" or "through" or "over" && (view.IsVerb(head) || preposition is "for" or "on" && s.Has(head, Deprel.Cop) && s.Has(head, Deprel.Nsubj)))
                {
                    return head;
                }

                return noun;
            default:
                return noun;
        }
    }

    /// <summary>The infinitive whose subject stands over it: "are likely to <b>be held</b>"; -1 without one.</summary>
    private static int Raised(Sentence s, int over)
    {
        var verb = s.Child(over, Deprel.Xcomp);
        return verb > over && s.Child(verb, Deprel.Mark) is var to and >= 0 && s[to].Norm == "to" ? verb : -1;
    }

    private void ReadVerb(int verb)
    {
        var t = _s[verb];
        var ownSubject = false;
        var byWho = -1;
        foreach (var c in _s.Children(verb))
        {
            switch (_s[c].Relation)
            {
                case Deprel.Nsubj or Deprel.NsubjOuter:
                    ownSubject = true;
                    AddWithConjuncts(Subjects, Antecedent(c));
                    Alternatives(c);
                    break;
                case Deprel.NsubjPass when t.Tag is Xpos.VBN or Xpos.VBD && t.Relation is Deprel.Root or Deprel.Ccomp or Deprel.Conj or Deprel.Parataxis && !_s.Has(verb, Deprel.AuxPass) && !_s.Has(verb, Deprel.Aux) && !_s.Has(verb, Deprel.OblAgent):
                    // "The minister hauled in the ambassador": no passive without its auxiliary.
                    ownSubject = true;
                    AddWithConjuncts(Subjects, Antecedent(c));
                    break;
                case Deprel.NsubjPass:
                    ownSubject = true;
                    Passive = true;
                    AddWithConjuncts(Objects, Antecedent(c));
                    Alternatives(c);
                    break;
                case Deprel.AuxPass:
                    Passive = true;
                    break;
                case Deprel.Obj or Deprel.Iobj when _view.Preposition(c) == "without":
                    break;
                case Deprel.Obj or Deprel.Iobj:
                    AddWithConjuncts(Objects, Antecedent(c));
                    ReadPhrases(c, ofNoun: true);
                    break;
                case Deprel.OblAgent:
                    byWho = c;
                    break;
                case Deprel.CompoundPrt:
                    Particles.Add(c);
                    break;
                case Deprel.Advmod when _s[c].Pos == Upos.Adp || _s[c].Norm is "off" or "in" or "out" or "down" or "over" or "up" or "together":
                    Particles.Add(c);
                    break;
                case Deprel.Xcomp or Deprel.Ccomp:
                case Deprel.Advcl when c > verb && _s[c].Tag == Xpos.VB && _s.Has(c, Deprel.Mark):
                    Clauses.Add(c);
                    break;
                default:
                    break;
            }
        }

        if (t.Relation is Deprel.Case or Deprel.Fixed or Deprel.Advmod && t.Norm == "due" && t.Head >= 0)
        {
            // "is due in Oslo", taken for a preposition of two words.
            Phrases.Add(new Phrase("in", t.Head));
            TakeSubjects(t.Head, Subjects);
            ownSubject = true;
        }

        ReadPhrases(verb, ofNoun: false);
        if (byWho >= 0)
        {
            Passive = true;
            AddWithConjuncts(Agents, byWho);
        }

        if (t.Tag == Xpos.VBN && !_s.Has(verb, Deprel.Aux) && (t.Relation is Deprel.Acl && !FiniteInDisguise(verb) || t.Relation is Deprel.Advcl or Deprel.Parataxis && !ownSubject && Objects.Count == 0))
        {
            Passive = true;
        }

        if (t.Relation == Deprel.Conj && !ownSubject && Objects.Count == 0 && t.Tag is Xpos.VBN or Xpos.VBD && t.Head >= 0
            && (_s[t.Head] is { Relation: Deprel.Acl, Tag: Xpos.VBN } && _s.Has(t.Head, Deprel.OblAgent) || t.Tag == Xpos.VBN && _s.Has(t.Head, Deprel.AuxPass) && !_s.Has(verb, Deprel.Aux)))
        {
            // "the treaty, brokered by Norway and signed in May", "was struck in July and renewed in May": the second is a participle, too.
            Passive = true;
        }

        if (!ownSubject)
        {
            var inherited = InheritedSubjects(verb);
            if (inherited.Count == 0 && t.Relation is not (Deprel.Xcomp or Deprel.Acl or Deprel.AclRelcl) && (t.Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP || _s.Has(verb, Deprel.Aux) || _s.Has(verb, Deprel.AuxPass)))
            {
                Leftward(verb, inherited);
            }

            foreach (var subject in inherited)
            {
                AddWithConjuncts(Passive ? Objects : Subjects, subject);
            }
        }

        if (t.Relation == Deprel.AclRelcl && Objects.Count == 0 && !Passive && t.Head >= 0 && !Subjects.Contains(t.Head))
        {
            // "the talks that Kono held"
            AddWithConjuncts(Objects, t.Head);
        }
    }

    private void ReadNoun(int noun)
    {
        // "its decision (not) to end", whatever the tree hangs the infinitive on.
        var to = noun + 1;
        if (to < _s.Count && _s[to].Norm == "not")
        {
            to++;
        }

        if (to + 1 < _s.Count && _s[to].Tag == Xpos.TO && _s[to + 1].Tag == Xpos.VB)
        {
            Clauses.Add(to + 1);
        }

        var behind = noun + 1;
        if (behind < _s.Count && _s[behind].Norm == ",")
        {
            behind++;
        }

        if (behind + 1 < _s.Count && behind != Predicate && (_s[behind].Tag == Xpos.VBN || _s[behind].Tag == Xpos.VBD && behind == noun + 1)
            && (_s[behind + 1].Pos is Upos.Adp or Upos.Part || _s[behind + 1].Norm is "later" or "early" or "next" or "last"))
        {
            Behind = behind;
            if (!Clauses.Contains(behind))
            {
                Clauses.Add(behind);
            }

            ReadPhrases(behind, ofNoun: true);
        }

        foreach (var c in _s.Children(noun))
        {
            switch (_s[c].Relation)
            {
                case Deprel.NmodPoss:
                    AddWithConjuncts(Possessors, c);
                    break;
                case Deprel.Nsubj when c < noun && noun - c <= 3 && _view.IsVerb(noun):
                    Before.Add(c);
                    break;
                case Deprel.Compound or Deprel.Amod or Deprel.Flat or Deprel.NmodDesc or Deprel.Nummod when c < noun:
                    AddWithConjuncts(Before, c);
                    foreach (var inner in _s.Children(c))
                    {
                        if (_s[inner].Relation is Deprel.Compound or Deprel.Amod or Deprel.Flat or Deprel.Obl or Deprel.Obj)
                        {
                            AddWithConjuncts(Before, inner);
                        }
                    }

                    break;
                case Deprel.Acl or Deprel.AclRelcl or Deprel.Ccomp or Deprel.Xcomp when !Clauses.Contains(c):
                    Clauses.Add(c);
                    break;
                default:
                    break;
            }
        }

        ReadPhrases(noun, ofNoun: true);
    }

    private void ReadPhrases(int token, bool ofNoun)
    {
        foreach (var c in _s.Children(token))
        {
            if (_s[c].Relation is Deprel.Obl or Deprel.Nmod or Deprel.OblAgent)
            {
                var preposition = _view.Preposition(c);
                if (preposition.Length == 0)
                {
                    continue;
                }

                var list = new List<int>();
                AddWithConjuncts(list, c);
                foreach (var head in list)
                {
                    var own = head == c ? preposition : _view.Preposition(head) is { Length: > 0 } p ? p : preposition;
                    Phrases.Add(new Phrase(own, head));
                    if (own == "by" && Passive && !ofNoun)
                    {
                        Agents.Add(head);
                    }
                }

                // Nouns within nouns: "talks with the minister in Geneva".
                if (list.Count == 1 && preposition != "without")
                {
                    foreach (var inner in _s.Children(c))
                    {
                        if (_s[inner].Relation == Deprel.Nmod && (_view.Preposition(inner) is "in" or "at" or "with" or "on" or "between" or "by" || preposition == "of" && _view.Preposition(inner) is "to" or "against" or "from"))
                        {
                            Phrases.Add(new Phrase(_view.Preposition(inner), inner));
                        }
                    }
                }
            }
        }
    }

    private void AddWithConjuncts(List<int> into, int token)
    {
        if (!into.Contains(token))
        {
            into.Add(token);
        }

        foreach (var c in _s.Children(token))
        {
            if (_s[c].Relation == Deprel.Conj && !_view.IsVerb(c) && !into.Contains(c))
            {
                into.Add(c);
            }
        }
    }
}

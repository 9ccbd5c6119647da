using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Climbs from a phrase of an issue to the root of its sentence and composes what the words on the way do to it: <i>retract</i> its decision
/// to <i>end</i> the pact is twice turned, hence "for"; <i>regret</i> turns once more. Where somebody wants or minds it, a position is put down.
/// One step a token of the path: linear in the depth of the tree.
/// </summary>
internal sealed class Ascent(
    StanceLexicon lexicon, Sentence s, Func<int, bool> isHot, Func<int, IssueRules, bool> isRival, Func<int, bool> isNational)
{
    private readonly List<(Phrase Phrase, StanceWord Value, int Last)> _entries = [];
    private readonly List<(Phrase Phrase, IssueAction Value, int Last)> _actions = [];
    private readonly List<Stand> _found = [];
    private readonly List<string> _rules = [];

    private IssueSeed _seed = null!;
    private int _start;
    private int _polarity;
    private bool _engaged;
    private bool _judged;
    private bool _argued;
    private bool _aside;
    private bool _carried;
    private bool _promised;
    private bool _vague;
    private bool _suspended;
    private int _condition;
    private int _actor;
    private SpeechAct _act;
    private int _left;
    private int _right;
    private bool _stop;

    /// <summary>What the sentence says was done to the thing, before anybody minds it: +1, -1, or 0 for nothing.</summary>
    public int Deed { get; private set; }

    /// <summary>Token of who did it, or -1.</summary>
    public int DeedBy { get; private set; }

    /// <summary>What the sentence says about the phrase that ends in this token. <paramref name="first"/> and <paramref name="last"/>: its tokens.</summary>
    public IReadOnlyList<Stand> From(IssueSeed seed, int first, int last, SeedForm form)
    {
        var engaged = form is SeedForm.Deed or SeedForm.Bare;
        Deed = 0;
        _found.Clear();
        _rules.Clear();
        _seed = seed;
        _start = HeadOf(first, last);
        _polarity = seed.Polarity;
        _engaged = engaged || seed.Kind != SeedKind.Thing;
        _judged = seed.Kind == SeedKind.Claim;
        _argued = _carried = _promised = _aside = _vague = _suspended = _stop = false;
        _condition = _actor = -1;
        _act = SpeechAct.State;
        (_left, _right) = (first, last);
        _rules.Add(seed.Issue.Key);

        if (form == SeedForm.Bare)
        {
            lexicon.At(s, _start, _entries);
            var attitude = _entries.Find(e => e.Value is { Kind: StanceWordKind.Attitude, Act: SpeechAct.Regret or SpeechAct.Protest }).Value;
            _rules.Add(attitude.Rule);
            Attitude(_start, attitude);
            Climb();
            return _found;
        }

        // Words of the phrase may be words of the lexicon too ("the termination").
        if (seed.Kind != SeedKind.Thing)
        {
            if (seed.Kind == SeedKind.Done && form == SeedForm.Named && Clause.IsVerb(s[_start]))
            {
                _actor = ActorOf(_start);
            }

            Surroundings(_start, StanceWordKind.Effect, negation: !HoldsNegation(first, last));
        }
        else
        {
            Adjacent(first);
            if (!_engaged)
            {
                Participle(_start);
            }

            Attributes(_start);
            if (NounNegated(_start))
            {
                _polarity = -_polarity;
                _engaged = true;
            }
        }

        Climb();
        return _found;
    }

    /// <summary>What the nearest word of keeping or ending in a stretch does to a phrase in it, by the words alone: +1 for, -1 against, 0 nothing.</summary>
    public int EffectOn(IssueSeed seed, int first, int last, int from, int to)
    {
        if (seed.Kind != SeedKind.Thing)
        {
            return seed.Polarity;
        }

        for (var distance = 1; distance < to - from; distance++)
        {
            foreach (var at in (ReadOnlySpan<int>)[first - distance, last + distance])
            {
                if (at < from || at >= to)
                {
                    continue;
                }

                lexicon.At(s, at, _entries);
                foreach (var (_, word, _) in _entries)
                {
                    if (word.Kind == StanceWordKind.Effect && (at > last || !word.OfSubject))
                    {
                        return seed.Polarity * word.Value * (Clause.IsNegated(s, at) ? -1 : 1);
                    }
                }

                if (s[at].Lemma is "go" or "leave" && at > last)
                {
                    return -seed.Polarity;
                }
            }
        }

        return 0;
    }

    /// <summary>Uppermost token of a phrase: the one nearest to the root, the first of several.</summary>
    public int HeadOf(int first, int last)
    {
        var best = last;
        var least = int.MaxValue;
        for (var i = first; i <= last; i++)
        {
            if (s[i].Pos == Upos.Punct || s[i].Head >= first && s[i].Head <= last)
            {
                continue;
            }

            var depth = 0;
            for (var at = s[i].Head; at >= 0 && depth < s.Count; at = s[at].Head)
            {
                depth++;
            }

            if (depth < least)
            {
                (best, least) = (i, depth);
            }
        }

        return best;
    }

    private void Climb()
    {
        var from = _start;
        for (var step = 0; step <= s.Count && !_stop; step++)
        {
            var relation = s[from].Relation;
            var head = s[from].Head;
            if (head < 0)
            {
                break;
            }

            if (relation is Deprel.Conj)
            {
                Shared(from, head);
                from = head;
                continue;
            }

            if (relation is Deprel.Appos or Deprel.Flat or Deprel.Fixed or Deprel.Goeswith or Deprel.List or Deprel.Dep or Deprel.NmodDesc)
            {
                from = head;
                continue;
            }

            var noun = Reattached(from, relation, head);
            if (noun < 0)
            {
                noun = Carried(from, relation, head);
            }

            if (noun >= 0)
            {
                Apply(from, noun, Arrival.Clause);
                from = noun;
                continue;
            }

            if (relation is Deprel.AclRelcl && IsContent(from))
            {
                // "the stance that ..." is no relative clause, whatever the parser says.
                Apply(from, head, Arrival.Clause);
                from = head;
                continue;
            }

            if (relation is Deprel.AclRelcl && SayingOver(from, head) is var saying and >= 0)
            {
                // "reiterated at a conference Thursday that Japan would": hung on the nearest noun by the parser.
                Apply(from, saying, Arrival.Clause);
                from = saying;
                continue;
            }

            if (relation is Deprel.AclRelcl && _engaged && s[from].Lemma is "make" or "take" or "announce" or "introduce" or "launch" or "adopt")
            {
                // "the move it made to tighten controls"
                Apply(from, head, Arrival.Clause);
                from = head;
                continue;
            }

            if (relation is Deprel.Parataxis or Deprel.AclRelcl or Deprel.AdvclRelcl or Deprel.Vocative or Deprel.Discourse or Deprel.Punct)
            {
                break;
            }

            Step(from, relation, head);
            from = head;
        }

        End();
    }

    /// <summary>A conjunct shares the first one's modal and denial.</summary>
    private void Shared(int from, int head)
    {
        if (_engaged && Clause.IsVerb(s[from]) && Clause.OwnSubject(s, from) < 0 && !s.Has(from, Deprel.Aux))
        {
            if (Clause.IsNegated(s, head) && !Clause.IsNegated(s, from) && s.Has(head, Deprel.Aux))
            {
                _polarity = -_polarity;
            }

            Mood(head);
            Conditions(head);
        }
    }

    private void Step(int from, Deprel relation, int head)
    {
        if (relation is Deprel.Advcl or Deprel.Obl or Deprel.Nsubj or Deprel.Xcomp && Clause.IsConditionClause(s, from))
        {
            FromCondition(from, head);
            return;
        }

        switch (relation)
        {
            case Deprel.Nsubj or Deprel.NsubjOuter or Deprel.Csubj or Deprel.CsubjOuter when !Clause.IsPassive(s, head):
                FromBelow(from, head);
                return;
            case Deprel.Advcl:
                var mark = Clause.MarkOf(s, from);
                if (mark is "after" or "before" or "when" or "while" or "as" or "by" or "because" or "since" or "with" or "without" or "through" or "although" or "though")
                {
                    FromAside(head);
                    return;
                }

                Apply(from, head, Arrival.Clause);
                return;
            case Deprel.Ccomp or Deprel.Xcomp or Deprel.Acl or Deprel.CsubjPass or Deprel.Csubj or Deprel.CsubjOuter:
                if (HasWhether(from))
                {
                    Drop();
                    return;
                }

                Apply(from, head, Arrival.Clause);
                return;
            case Deprel.Obl or Deprel.Nmod or Deprel.OblAgent when Clause.IsVerb(s[head]) || s[head].Pos is Upos.Adj or Upos.Adv:
                Apply(from, head, Arrival.Preposition);
                return;
            default:
                Apply(from, head, Arrival.Object);
                return;
        }
    }

    /// <summary>
    /// The noun just before a phrase that the parser hung on the verb, where that noun takes such a phrase: <i>its decision not to renew</i>,
    /// <i>the need for cooperation</i>. -1 when it stays where it hangs.
    /// </summary>
    private int Reattached(int from, Deprel relation, int head)
    {
        if (relation is not (Deprel.Xcomp or Deprel.Advcl or Deprel.Obl or Deprel.Ccomp or Deprel.Parataxis or Deprel.AclRelcl))
        {
            return -1;
        }

        var before = s.Leftmost(from) - 1;
        while (before > 0 && s[before].Pos == Upos.Punct && s[before].Norm is "\"" or "''" or "”" or "“")
        {
            before--;
        }

        if (before < 0 || before == head || s[before].Pos is Upos.Punct or Upos.Adp or Upos.Det)
        {
            return -1;
        }

        var tie = relation == Deprel.Obl ? Clause.CaseOf(s, from) : Clause.MarkOf(s, from);
        if (tie == "that")
        {
            // "... and hoped that": a content clause belongs to the word before it.
            return TakesPhrase(before, tie) ? before : -1;
        }

        if (!Clause.IsNoun(s[before]) && s[before].Relation != Deprel.Xcomp || s[before].Head != head || s[before].Relation is Deprel.Nsubj)
        {
            return -1;
        }

        return TakesPhrase(before, tie) ? before : -1;
    }

    /// <summary>The verb's object, where an infinitive further on belongs to it: <i>stepped up pressure on Seoul to keep</i>.</summary>
    private int Carried(int from, Deprel relation, int head)
    {
        if (relation is not (Deprel.Xcomp or Deprel.Advcl) || Clause.MarkOf(s, from) != "to")
        {
            return -1;
        }

        var carried = s.Child(head, Deprel.Obj);
        if (carried < 0 || carried > from || !Clause.IsNoun(s[carried]))
        {
            return -1;
        }

        lexicon.At(s, carried, _entries);
        return _entries.Exists(e => e.Value.Kind is StanceWordKind.Attitude) ? carried : -1;
    }

    private bool TakesPhrase(int noun, string tie)
    {
        if (tie.Length == 0)
        {
            return false;
        }

        if (tie is not ("to" or "of" or "for" or "on" or "over" or "at" or "about" or "that" or "against" or "toward" or "towards"))
        {
            return false;
        }

        lexicon.At(s, noun, _entries);
        foreach (var (_, word, _) in _entries)
        {
            if (word.Kind is StanceWordKind.Attitude or StanceWordKind.Evaluation or StanceWordKind.Stance or StanceWordKind.Decide or StanceWordKind.Effect
                || word.Kind == StanceWordKind.Pass && tie is "to" or "of" || word.Kind == StanceWordKind.Saying && tie == "that")
            {
                return true;
            }
        }

        return false;
    }

    private enum Arrival { Object, Clause, Preposition }

    /// <summary>The verb of saying, still without its clause, over the noun on which a <i>that</i> clause with a subject of its own hangs; -1 without.</summary>
    private int SayingOver(int clause, int noun)
    {
        if (s[s.Leftmost(clause)].Norm != "that" || Clause.OwnSubject(s, clause) is var subject && (subject < 0 || s[subject].Norm == "that"))
        {
            return -1;
        }

        var at = noun;
        for (var step = 0; step < 8 && at >= 0 && !Clause.IsVerb(s[at]); step++)
        {
            at = s[at].Head;
        }

        if (at < 0 || s.Has(at, Deprel.Ccomp))
        {
            return -1;
        }

        lexicon.At(s, at, _entries);
        return _entries.Exists(e => e.Value.Kind is StanceWordKind.Saying or StanceWordKind.Decide) ? at : -1;
    }

    /// <summary>Marked as a content clause, or with a subject besides its <i>that</i>.</summary>
    private bool IsContent(int clause)
    {
        var subjects = 0;
        foreach (var c in s.Children(clause))
        {
            if (s[c].Relation == Deprel.Mark)
            {
                return true;
            }

            subjects += s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass ? 1 : 0;
        }

        return subjects > 1;
    }

    private bool HasWhether(int clause)
    {
        foreach (var c in s.Children(clause))
        {
            if (s[c].Relation is Deprel.Mark or Deprel.Advmod && s[c].Norm is "whether" or "if")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The proposition stands as object or complement of this word.</summary>
    private void Apply(int from, int head, Arrival arrival)
    {
        if (_aside)
        {
            FromAside(head);
            return;
        }

        if (!_judged && Action(head, arrival))
        {
            return;
        }

        if (arrival == Arrival.Preposition && _engaged && !_judged && RivalGains(head))
        {
            // "Pyongyang would take heart from the loss of the pact"
            _polarity = -_polarity;
            _judged = _argued = true;
            return;
        }

        if (arrival == Arrival.Object && s[from].Relation == Deprel.Obj && !_judged)
        {
            Raised(from, head);
        }

        lexicon.At(s, head, _entries);
        var entry = Choose(from, head, arrival);
        if (entry is not { } chosen)
        {
            Unknown(head, arrival);
            return;
        }

        var (word, last) = chosen;
        if (_vague && !Taken(word, arrival))
        {
            Drop();
            return;
        }

        Note(word, head, last);
        switch (word.Kind)
        {
            case StanceWordKind.Effect:
                if (_judged && arrival != Arrival.Clause)
                {
                    // Already judged: "stop calling the rulings unlawful" is beyond this reader.
                    break;
                }

                Effect(head, word.Value);
                if (!_stop && Clause.IsPassive(s, head) && Clause.Agent(s, head) < 0 && Clause.Modal(s, head) is "will" or "would"
                    && (Clause.IsNegated(s, head) || word.Rule == "keep"))
                {
                    // "would not be eased", "will be kept": who says so means it.
                    _judged = true;
                    _act = SpeechAct.Promise;
                }

                break;
            case StanceWordKind.Hold:
                if (_engaged && _polarity < 0)
                {
                    _polarity = 1;
                    _suspended = true;
                    Deed = 1;
                }
                else
                {
                    _polarity = -_polarity;
                }

                _engaged = true;
                _actor = ActorOf(head);
                Surroundings(head, word.Kind);
                break;
            case StanceWordKind.Attitude:
                Attitude(head, word);
                break;
            case StanceWordKind.Evaluation when s[head].Pos == Upos.Adj && arrival == Arrival.Preposition && Clause.CaseOf(s, from) is "for" or "to":
                // "harmful to cooperation", "vital for it": either way it is held dear.
                if (!_judged)
                {
                    _judged = _argued = true;
                    _act = word.Act;
                }

                break;
            case StanceWordKind.Evaluation or StanceWordKind.Consequence:
                Judge(head, word.Value, word.Kind, word.Act);
                break;
            case StanceWordKind.Deontic:
                if (_engaged)
                {
                    _judged = true;
                    _act = SpeechAct.Demand;
                }

                if (Clause.IsNegated(s, head))
                {
                    _polarity = -_polarity;
                }

                break;
            case StanceWordKind.Decide:
                _actor = ActorOf(head);
                Surroundings(head, word.Kind);
                if (_engaged)
                {
                    TakeDeed(head);
                    DeedBy = _actor >= 0 ? _actor : DeedBy;
                }

                break;
            case StanceWordKind.Pass:
                _polarity *= word.Value;
                Surroundings(head, word.Kind);
                break;
            case StanceWordKind.Saying:
                Conditions(head);
                Called(head, arrival);
                Said(head);
                break;
            case StanceWordKind.Stance:
                if (!_engaged)
                {
                    // "their positions on the pact" tells none of them.
                    Drop();
                    break;
                }

                Hold(head, SpeechAct.State, NounHolder(head));
                break;
            case StanceWordKind.Light:
                if (_judged)
                {
                    Said(head);
                }

                break;
        }
    }

    /// <summary>What befell the thing is feared or regretted: for a thing held dear, harm befell it.</summary>
    private bool Taken(StanceWord word, Arrival arrival)
    {
        var minds = word.Value < 0 && (word.Kind == StanceWordKind.Evaluation || word is { Kind: StanceWordKind.Attitude, Act: SpeechAct.Regret });
        if (!minds || arrival != Arrival.Clause)
        {
            return word.Kind == StanceWordKind.Pass && arrival == Arrival.Clause;
        }

        if (_seed.Dear)
        {
            _polarity = -_polarity;
        }

        _engaged = true;
        _vague = false;
        return true;
    }

    /// <summary><i>let the pact expire</i>, <i>keep it alive</i>, <i>wants the pact renewed</i>: the second verb is done to the first one's object.</summary>
    private void Raised(int from, int head)
    {
        foreach (var c in s.Children(head))
        {
            if (c < from || s[c].Relation is not (Deprel.Xcomp or Deprel.Ccomp) || s.Has(c, Deprel.Obj))
            {
                continue;
            }

            lexicon.At(s, c, _entries);
            foreach (var (_, word, last) in _entries)
            {
                if (word.Kind == StanceWordKind.Effect && (word.OfSubject || s[c].Tag == Xpos.VBN))
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

        if (before >= 0 && s[before].Lemma is "let" or "allow" or "leave" or "see" or "watch" or "permit" or "make" or "have" && s[_start].Head != before && Falls(before))
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

    private (StanceWord Word, int Last)? Choose(int from, int head, Arrival arrival)
    {
        (StanceWord, int)? best = null;
        var bestRank = 0;
        foreach (var (phrase, word, last) in _entries)
        {
            var rank = Rank(from, head, word, phrase, arrival);
            if (word.Kind == StanceWordKind.Deontic && last != head + phrase.Length - 1)
            {
                continue;
            }

            if (phrase.Length > 1 && from > head && last >= from && IsPreposition(phrase.Last))
            {
                // "approved the removal of" is no "approve of".
                continue;
            }

            if (rank > 0)
            {
                rank += phrase.Length * 20;
                if (rank > bestRank)
                {
                    (best, bestRank) = ((word, last), rank);
                }
            }
        }

        return best;
    }

    private static bool IsPreposition(string word) =>
        word is "of" or "for" or "on" or "to" or "about" or "against" or "with" or "over" or "at" or "in" or "from" or "upon";

    /// <summary>How well an entry fits the way the proposition hangs on it; 0 not at all.</summary>
    private int Rank(int from, int head, StanceWord word, Phrase phrase, Arrival arrival)
    {
        var verb = Clause.IsVerb(s[head]);
        if (word.OfSubject)
        {
            // "the lapse of": nouns are listed apart; a verb's own subject arrives from below.
            return 0;
        }

        if (arrival == Arrival.Preposition)
        {
            var preposition = Clause.CaseOf(s, from);
            if (preposition.Length == 0)
            {
                preposition = Clause.MarkOf(s, from);
            }

            if (phrase.Length > 1 && (phrase.Last == preposition || preposition.Length == 0))
            {
                return 19;
            }

            return word.Kind switch
            {
                StanceWordKind.Attitude when word.Value < 0 && preposition is "about" or "over" or "at" or "on" or "of" or "against" or "regarding" or "concerning" or "toward" or "towards" or "with" or "to" => 10,
                StanceWordKind.Attitude when preposition == "by" && IsFeeling(head) => 10,
                StanceWordKind.Attitude when word.Value > 0 && preposition is "on" or "about" or "to" or "of" or "for" or "regarding" => phrase.Length > 1 ? 0 : 9,
                StanceWordKind.Evaluation when preposition is "of" or "for" or "to" or "in" or "about" => 6,
                StanceWordKind.Decide when preposition is "on" or "of" or "to" => 8,
                StanceWordKind.Pass when preposition is "on" or "to" or "of" or "for" or "toward" or "towards" or "from" or "in" => 7,
                StanceWordKind.Saying when preposition is "of" or "about" or "on" => 4,
                StanceWordKind.Effect when phrase.Length > 1 && preposition.Length > 0 => 0,
                StanceWordKind.Effect or StanceWordKind.Hold when !verb => 12,
                _ => 0,
            };
        }

        var clause = arrival == Arrival.Clause;
        return word.Kind switch
        {
            StanceWordKind.Effect or StanceWordKind.Hold => clause ? (word.Value < 0 ? 6 : 2) : 15,
            StanceWordKind.Attitude => clause ? 14 : 13,
            StanceWordKind.Evaluation when Clause.IsNoun(s[head]) && s[from].Relation is Deprel.Nmod && Clause.CaseOf(s, from) is not ("of" or "in") => 0,
            StanceWordKind.Evaluation => 12,
            StanceWordKind.Deontic => clause ? 16 : 1,
            StanceWordKind.Decide => 11,
            StanceWordKind.Stance => 11,
            StanceWordKind.Saying => clause ? 15 : 9,
            StanceWordKind.Pass => clause ? 7 : 8,
            StanceWordKind.Consequence => clause ? 0 : 5,
            StanceWordKind.Light => clause ? 1 : 3,
            _ => 0,
        };
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
        }

        Surroundings(head, StanceWordKind.Effect);
        _promised |= Clause.Modal(s, head) is "will" or "would";
        TakeDeed(head);
    }

    private void TakeDeed(int head)
    {
        if (_rules[^1] is not "hold" && Deed == 0 && !_seed.Weak && !_judged && (_actor >= 0 || !Clause.IsVerb(s[head])) && Clause.Modal(s, head) is "" or "will" && _condition < 0)
        {
            Deed = _polarity;
            DeedBy = _actor;
        }
    }

    /// <summary>The proposition is the subject of this word.</summary>
    private void FromBelow(int from, int head)
    {
        if (_aside)
        {
            FromAside(head);
            return;
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
                    if (best.Value > 0 && !_stop && Clause.Modal(s, head) is "will" or "would")
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

    /// <summary>Help is harm when it goes to a rival, or to one side only.</summary>
    private int Outcome(int head, int value)
    {
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

            if (s[c].Relation is Deprel.Obj or Deprel.Iobj or Deprel.Obl or Deprel.Xcomp && isRival(c, _seed.Issue))
            {
                return -1;
            }
        }

        return value;
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
        if (Clause.IsNegated(s, head))
        {
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
            // "concern over the pact" is concern for it.
            _polarity = -_polarity;
            _engaged = true;
        }

        var verb = Clause.IsVerb(s[head]) && (word.Classes & StanceWordClass.Verb) != 0;
        var negated = Clause.IsNegated(s, head);
        var value = _argued && word.Act == SpeechAct.Regret ? 1 : word.Value;
        if (_judged && !_argued && word.Act == SpeechAct.Regret && word.Value < 0)
        {
            // "criticized it as a mistake": one judgement, told twice.
            value = 1;
        }

        _polarity *= value;
        if (!verb && s[head].Head is var carrier and >= 0 && s[head].Relation == Deprel.Obj && Clause.IsVerb(s[carrier]))
        {
            // "has shown no willingness", "has not shown willingness"
            negated ^= Clause.IsNegated(s, carrier);
        }

        if (negated)
        {
            if (word.Rule is not ("want" or "back" or "agree" or "demand" or "welcome" or "like") && word.Value > 0 || word.Act is SpeechAct.Regret or SpeechAct.Protest or SpeechAct.Reject)
            {
                // What was not urged, or not ruled out, is nobody's position.
                Drop();
                return;
            }

            _polarity = -_polarity;
        }

        if (verb && (Clause.IsConditionClause(s, head) || HasWhether(head)))
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

        var holder = verb ? VerbHolder(head) : NounHolder(head);
        if (verb && IsDirected(head) || modal is "may" or "might")
        {
            // "urged Seoul to reject": what another is asked to hold is not held.
            _engaged = true;
            return;
        }

        _engaged = true;
        Conditions(head);
        if (holder == Nobody)
        {
            // "was urged to": somebody wants it, but not the one named.
            Drop();
            return;
        }

        Hold(head, word.Act, holder);
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

        if (Clause.IsVerb(s[noun]) || s[noun].Pos is Upos.Adj or Upos.Adv or Upos.Adp)
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
        if (_judged || arrival == Arrival.Clause || s[head].Lemma is not ("call" or "describe" or "label" or "deem" or "consider" or "view" or "regard" or "see" or "judge" or "find" or "brand" or "term"))
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

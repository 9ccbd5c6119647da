using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <content>What a word of the lexicon does to the proposition that stands below it.</content>
internal sealed partial class Ascent
{
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

        if (arrival == Arrival.Object && s[from].Relation == Deprel.NsubjPass && !_judged && !_engaged)
        {
            Raised(from, head);
        }

        if (arrival == Arrival.Object && s[from].Relation == Deprel.Obj && !_judged)
        {
            if (!_engaged && Lets(head) && s[Math.Min(_right + 1, s.Count - 1)] is { Relation: Deprel.Obj, Head: var over } && over == head && Falls(head))
            {
                // "see the accord go", read as a noun
                return;
            }

            if (KeptFrom(from, head))
            {
                return;
            }

            Raised(from, head);
        }

        if (IsPartOfMore(head))
        {
            return;
        }

        if (arrival == Arrival.Preposition && !_judged && !_seed.Weak && Stakes(head) is var stakes and not 0)
        {
            // "nothing to gain from it"
            Mark(head, head);
            _rules.Add(stakes > 0 ? "help" : "backfire");
            Judge(head, stakes, StanceWordKind.Consequence, SpeechAct.State);
            return;
        }

        if (arrival == Arrival.Clause && _engaged && !_judged && DoesUtmost(from, head))
        {
            // "would do what it could to save it"
            if (Clause.IsNegated(s, head))
            {
                _polarity = -_polarity;
            }

            _rules.Add("want");
            Conditions(head);
            if (VerbHolder(head) is var doer && doer != Nobody)
            {
                Hold(head, SpeechAct.Promise, doer);
            }

            return;
        }

        if (arrival == Arrival.Clause && IsAllThatIsLeft(from, head))
        {
            _judged |= _engaged;
            _act = SpeechAct.Demand;
            Mark(head, head);
            return;
        }

        if ((arrival == Arrival.Clause && Clause.MarkOf(s, from) == "to" || arrival == Arrival.Preposition && !_seed.Weak && Clause.CaseOf(s, from) is "for") && !_judged && IsTooMuch(head))
        {
            if (s[from].Lemma is "say" or "tell" or "know" or "judge" or "see" or "ask")
            {
                Drop();
                return;
            }

            Mark(head, head);
            _rules.Add("hard");
            Judge(head, -1, StanceWordKind.Evaluation, SpeechAct.Reject);
            return;
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
                if (!_stop && Clause.IsPassive(s, head) && Clause.Agent(s, head) < 0
                    && (Clause.Modal(s, head) is "will" or "would" && (Clause.IsNegated(s, head) || word.Rule is "keep" or "end" or "make") || Clause.Modal(s, head) is "could" or "can" && Clause.IsNegated(s, head)))
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
                if (_engaged && !_judged && s[head].Lemma == "one" && s.Has(head, Deprel.Cop) && Clause.Modal(s, head) is "will" or "would")
                {
                    // "will not be the ones to break it"
                    _judged = true;
                    _act = SpeechAct.Promise;
                }

                break;
            case StanceWordKind.Saying when _engaged && !_judged && s[head].Lemma is "tell" or "warn" or "caution" or "remind" && Clause.MarkOf(s, from) == "to" && arrival == Arrival.Clause:
                // "told Oslo to drop it", "warned them not to leave"
                Conditions(head);
                if (VerbHolder(head) is var teller && teller != Nobody)
                {
                    Hold(head, SpeechAct.Urge, teller);
                }

                break;
            case StanceWordKind.Saying when _engaged && !_judged && _actor < 0 && _polarity < 0 && s[head].Lemma is "warn" or "caution" && arrival == Arrival.Clause && VerbHolder(head) is var warner && warner != Nobody:
                // "warned that it would lapse": what befalls it is feared.
                _polarity = -_polarity;
                Hold(head, SpeechAct.Regret, warner);
                break;
            case StanceWordKind.Saying:
                Conditions(head);
                Called(head, arrival);
                Said(head);
                break;
            case StanceWordKind.Stance:
                if (!_engaged && s[head].Lemma is "idea" or "thought")
                {
                    // "the idea of talks"
                    break;
                }

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

    /// <summary>The word belongs to a longer entry of the word over it, which says more: the <i>need</i> of <i>sees no need</i>, the <i>end</i> of <i>put an end to</i>.</summary>
    private bool IsPartOfMore(int word)
    {
        var over = s[word].Head;
        for (var (up, step) = (over < 0 ? -1 : s[over].Head, 0); step < 2 && up >= 0; step++, up = s[up].Head)
        {
            // "wants nothing to do with it"
            if (up < word && IsWithin(word, up))
            {
                return true;
            }
        }

        if (over < 0 || over >= word)
        {
            return false;
        }

        var arrival = s[word].Relation switch
        {
            Deprel.Ccomp or Deprel.Xcomp => Arrival.Clause,
            Deprel.Obl => Arrival.Preposition,
            Deprel.Obj => Arrival.Object,
            _ => (Arrival?)null,
        };
        if (arrival is not { } way)
        {
            return false;
        }

        lexicon.At(s, over, _entries);
        foreach (var (phrase, entry, last) in _entries)
        {
            if (phrase.Length > 1 && last >= word && !entry.OfSubject && phrase.HoldsLater(s[word]) && Rank(word, over, entry, phrase, way) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWithin(int word, int over)
    {
        lexicon.At(s, over, _entries);
        foreach (var (phrase, entry, last) in _entries)
        {
            if (phrase.Length > 3 && last >= word && !entry.OfSubject && phrase.HoldsLater(s[word]))
            {
                return true;
            }
        }

        return false;
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

            if (phrase.Length > 1 && from > head && last >= from && IsPreposition(phrase.Last) && !phrase.HoldsLater(s[from]))
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

    private bool HasCase(int noun, string preposition)
    {
        foreach (var c in s.Children(noun))
        {
            if (s[c].Relation == Deprel.Case && s[c].Norm == preposition)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><i>insists that the levy be scrapped</i>: the subjunctive of a demand.</summary>
    private bool IsBare(int clause)
    {
        if (s[clause].Relation != Deprel.Ccomp || Clause.OwnSubject(s, clause) < 0 || Clause.Modal(s, clause).Length > 0)
        {
            return false;
        }

        if (s.Child(clause, Deprel.AuxPass) is var aux and >= 0 || (aux = s.Child(clause, Deprel.Cop)) >= 0)
        {
            return s[aux].Norm == "be" && !s.Has(clause, Deprel.Aux);
        }

        return false;
    }

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

            if (phrase.Length > 1 && (phrase.Last == preposition || preposition.Length == 0 || HasCase(from, phrase.Last) || phrase.HoldsLater(s[from]) && from > head))
            {
                return 19;
            }

            return word.Kind switch
            {
                StanceWordKind.Attitude when word.Value < 0 && preposition is "about" or "over" or "at" or "on" or "of" or "against" or "regarding" or "concerning" or "toward" or "towards" or "with" or "to" => 10,
                StanceWordKind.Attitude when preposition == "by" && IsFeeling(head) => 10,
                StanceWordKind.Attitude when word.Value < 0 && phrase.Length > 1 && preposition == "for" => 10,
                StanceWordKind.Attitude when word.Act == SpeechAct.Welcome && preposition is "with" or "at" or "by" or "over" => 9,
                StanceWordKind.Attitude when phrase.Length == 1 && s[head].Lemma is "ask" or "press" or "quiz" && preposition is "about" or "on" or "over" => 0,
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
            StanceWordKind.Evaluation when Clause.IsNoun(s[head]) && s[from].Relation is Deprel.Nmod && Clause.CaseOf(s, from) is var tie && tie is not ("of" or "in") && !(phrase.Length > 1 && phrase.Last == tie) => 0,
            StanceWordKind.Evaluation => 12,
            StanceWordKind.Deontic => clause ? 16 : 1,
            StanceWordKind.Decide => 11,
            StanceWordKind.Stance => 11,
            StanceWordKind.Saying => clause ? IsBare(from) ? 1 : 15 : 9,
            StanceWordKind.Pass => clause ? 7 : 8,
            StanceWordKind.Consequence => clause ? 0 : 5,
            StanceWordKind.Light => clause ? 1 : 3,
            _ => 0,
        };
    }
}

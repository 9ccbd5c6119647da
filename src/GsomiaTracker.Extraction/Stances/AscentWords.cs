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
}

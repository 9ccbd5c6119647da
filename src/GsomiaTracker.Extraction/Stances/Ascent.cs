using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Climbs from a phrase of an issue to the root of its sentence and composes what the words on the way do to it: <i>retract</i> its decision
/// to <i>end</i> the pact is twice turned, hence "for"; <i>regret</i> turns once more. Where somebody wants or minds it, a position is put down.
/// One step a token of the path: linear in the depth of the tree.
/// </summary>
internal sealed partial class Ascent(
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
        _argued = _carried = _promised = _aside = _vague = _stop = false;
        _suspended = seed.Conditional;
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

            if (IsSideTaken(_start))
            {
                return _found;
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
                        return seed.Polarity * word.Value * (Clause.IsNegated(s, at) && !HasCase(at, "without") ? -1 : 1);
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

            if (relation == Deprel.Compound && head == _right + 1 && s[head].Relation == Deprel.Obj && s[head].Head is var seen and >= 0 && seen < from && Lets(seen) && Falls(seen))
            {
                // "let the accord lapse", read as a noun
                from = seen;
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

        if (relation is Deprel.Ccomp or Deprel.Xcomp or Deprel.Acl or Deprel.Advcl or Deprel.CsubjPass && OpensWith(from, "whether", "why"))
        {
            if (s[head].Lemma is "see" or "understand" or "know" && Clause.IsNegated(s, head) && OpensWith(from, "why"))
            {
                // "could not see why it should go"
                _polarity = -_polarity;
                _judged |= _engaged;
                Mark(head, head);
                return;
            }

            _judged = false;
            Drop();
            return;
        }

        switch (relation)
        {
            case Deprel.Nsubj or Deprel.NsubjOuter or Deprel.Csubj or Deprel.CsubjOuter when !Clause.IsPassive(s, head):
                FromBelow(from, head);
                return;
            case Deprel.Advcl:
                var mark = Clause.MarkOf(s, from);
                if (mark == "before" && _engaged && s[head].Lemma is "think" or "hesitate" or "pause" or "reflect")
                {
                    // "think twice before ending it"
                    _polarity = -_polarity;
                    Mark(head, head);
                    return;
                }

                if (mark is "after" or "before" or "when" or "while" or "as" or "by" or "because" or "since" or "with" or "without" or "through" or "although" or "though")
                {
                    FromAside(head);
                    return;
                }

                Apply(from, head, Arrival.Clause);
                return;
            case Deprel.Ccomp or Deprel.Xcomp or Deprel.Acl or Deprel.CsubjPass or Deprel.Csubj or Deprel.CsubjOuter:
                if (OpensWith(from, "whether", "if"))
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
}

using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Stances;

/// <content>What the text, or somebody, tells of another's wanting or minding.</content>
internal sealed partial class Argument
{
    /// <summary>What the text tells of somebody's wanting or minding: the subject of a word of attitude, with a thing below or after it.</summary>
    private void Told(DocumentSentence sentence, Utterance utterance, IReadOnlyList<Holder> speakers)
    {
        if (utterance.Statement is not null && speakers.Count == 0)
        {
            return;
        }

        var s = sentence.Syntax;
        foreach (var i in utterance.Tokens)
        {
            var verb = Clause.IsVerb(s[i]);
            if (!verb && (_words.Weight[i] < 1 || !Clause.IsNoun(s[i]) && s[i].Pos != Upos.Adj) || s[i].Pos == Upos.Aux || s[i].Relation is Deprel.Amod or Deprel.Compound)
            {
                continue;
            }

            if (verb && s[i].Relation == Deprel.Xcomp && s[i].Head is var asking and >= 0 && Clause.IsPassive(s, asking) && lexicon.IsUrging(s[asking].Lemma))
            {
                // "Norway was urged to keep the accord": what others want of it.
                continue;
            }

            var token = verb
                ? Clause.IsPassive(s, i) ? Clause.Agent(s, i) : Clause.Subject(s, i)
                : Clause.Possessor(s, i) is var owner and >= 0 ? owner : Clause.NounHolder(s, i) is var carrier and >= 0 ? carrier : FromWhere(s, i);
            if (token < 0 || holders.Of(sentence.Index, token) is not { Count: > 0 } who)
            {
                continue;
            }

            _signs.Clear();
            _signs.Add(Steps("a:word", _words.Weight[i]));
            _signs.Add(verb ? "a:by verb" : "a:by noun");
            _signs.Add(utterance.Statement is null ? "a:told by the text"
                : speakers.Any(h => who.Contains(h)) ? "a:told by himself"
                : speakers.Any(h => who.Any(w => w.Country == h.Country)) ? "a:told by a countryman" : "a:told by another");
            if (verb && IsAskedOf(s, i))
            {
                _signs.Add("a:asked of");
            }

            if (verb && InCondition(s, i))
            {
                _signs.Add("a:in a condition");
            }

            if (Clause.IsNegated(s, i))
            {
                _signs.Add("a:denied");
            }

            who = InOwnVoice(who, speakers);
            var common = _signs.Count;
            foreach (var m in _mentions)
            {
                if (!m.Weak && utterance.Holds(m.First) && !(m.First <= token && token <= m.Last) && (s.IsUnder(m.First, i) || s.IsUnder(m.Last, i))
                    && (m.Issue.ActsCount || _words.Weight[i] >= ArgueNeeds) && (_words.Weight[i] >= ArgueNeeds || m.Near(s, utterance, _words) is >= ArgueNeeds or < -ArgueNeeds))
                {
                    Cut(common);
                    Describe(s, utterance, m);
                    Propose(sentence, utterance, m, who, "told", token, i);
                }
            }

            Cut(common);
            var pointer = ObjectPointer(s, i);
            _signs.Add(pointer == 2 ? "a:object points at several" : pointer == 1 ? "a:object points" : "a:object points not");
            if (_words.Reacts(i))
            {
                _signs.Add("a:reacts");
            }

            _signs.Add(_mentions.Exists(m => m.Issue.ActsCount) ? "a:beside a name" : "a:beside no name");
            var root = s[i].Relation is Deprel.Root or Deprel.Conj;
            _signs.Add(root ? "a:of the main clause" : "a:of a side clause");
            if (_words.Weight[i] > 0 || pointer > 0 || s[i].Relation == Deprel.Root && _mentions.Count == 0)
            {
                foreach (var holder in who)
                {
                    Topical(sentence, utterance, holder, _spokeOf.TryGetValue(holder, out var last) && last.Sentence < sentence.Index ? last : null, "told topical", _issues, token, i);
                }
            }
        }
    }

    /// <summary><i>Kono said Tokyo wanted</i>: what a government's own official tells of it is his.</summary>
    private static IReadOnlyList<Holder> InOwnVoice(IReadOnlyList<Holder> who, IReadOnlyList<Holder> speakers) =>
        speakers is [{ Person: not null } speaker] ? [.. who.Select(h => h is { Person: null, Org: null } && h.Country == speaker.Country ? speaker : h)] : who;

    /// <summary><i>anger in Seoul</i>, <i>pleas from Tokyo</i>: whose a noun of feeling is.</summary>
    private static int FromWhere(Sentence s, int noun)
    {
        foreach (var c in s.Children(noun))
        {
            if (s[c].Relation == Deprel.Nmod && Clause.CaseOf(s, c) is "from" or "in" or "by" or "of")
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>The text's own words about what a state or an official holds: the subject of the whole sentence, with something argued in it.</summary>
    private void ToldOf(DocumentSentence sentence, Utterance utterance)
    {
        var s = sentence.Syntax;
        var weight = 0;
        var root = -1;
        foreach (var i in utterance.Tokens)
        {
            weight += _words.Taking[i];
            root = root < 0 && s[i].Relation == Deprel.Root ? i : root;
        }

        if (root < 0 || Clause.IsDeontic(Clause.Modal(s, root)) || !Clause.IsVerb(s[root]) && !s.Has(root, Deprel.Cop))
        {
            return;
        }

        var subject = Clause.IsPassive(s, root) ? Clause.Agent(s, root) : Clause.OwnSubject(s, root);
        if (subject < 0 || holders.Of(sentence.Index, subject) is not { Count: > 0 } who)
        {
            return;
        }

        _signs.Clear();
        _signs.Add(Steps("a:taking", weight));
        _signs.Add(Steps("a:root", _words.Weight[root]));
        var common = _signs.Count;
        Relate(sentence, utterance, who, subject, root);
        foreach (var m in _mentions)
        {
            if (!m.Weak && utterance.Holds(m.First) && !(m.First <= subject && subject <= m.Last)
                && (m.Issue.ActsCount || ArguingWords.Near(s, utterance, m.First, m.Last, _words.Taking) >= ArgueNeeds)
                && (weight >= ArgueNeeds || m.Near(s, utterance, _words) is >= ArgueNeeds or < -ArgueNeeds))
            {
                Cut(common);
                Describe(s, utterance, m);
                _signs.Add(Steps("a:taking near", ArguingWords.Near(s, utterance, m.First, m.Last, _words.Taking)));
                Propose(sentence, utterance, m, who, "told of", subject, root);
            }
        }
    }

    /// <summary>How many things a word that names none stands for below this word, other than as the subject of a clause.</summary>
    private static int ObjectPointer(Sentence s, int head)
    {
        for (var k = head; k <= s.Rightmost(head); k++)
        {
            if (Topics.Pointer(s, k) is var pointer and > 0 && (s[k].Relation is not (Deprel.Nsubj or Deprel.NmodPoss) || s[k].Head >= 0 && Clause.IsPassive(s, s[k].Head)))
            {
                return pointer;
            }
        }

        return 0;
    }

    /// <summary>The verb is what somebody else is asked to do: <i>urged Seoul to change course</i>, <i>demanded that it reconsider</i>.</summary>
    private static bool IsAskedOf(Sentence s, int verb)
    {
        var at = verb;
        while (s[at].Relation == Deprel.Conj && s[at].Head >= 0)
        {
            at = s[at].Head;
        }

        return s[at].Tag == Xpos.VB && s[at].Relation is Deprel.Xcomp or Deprel.Ccomp or Deprel.Acl or Deprel.Advcl && s[at].Head >= 0
            && (s[at].Relation != Deprel.Xcomp || Clause.Directed(s, s[at].Head) >= 0) && Clause.Modal(s, at).Length == 0
            || Clause.IsDeontic(Clause.Modal(s, at));
    }

    private static bool InCondition(Sentence s, int token)
    {
        for (var (at, step) = (token, 0); at >= 0 && step < 12; at = s[at].Head, step++)
        {
            if (Clause.IsConditionClause(s, at))
            {
                return true;
            }
        }

        return false;
    }
}

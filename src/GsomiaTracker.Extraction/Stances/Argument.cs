using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Proposes positions off what somebody argues where no tree composes them: he speaks of an issue's thing, takes a side in some way
/// (<see cref="Opinions"/>), and the issue's data tell where his state usually stands. It proposes widely; <see cref="StanceChoice"/> takes what holds.
/// </summary>
internal sealed class Argument(StanceLexicon lexicon, StanceRules rules, Document document, Holders holders, Action<Ground> put)
{
    private const int LongestEvidence = 380;

    /// <summary>What weighs less tells, and argues nothing: see <see cref="ArguingWords"/>.</summary>
    private const int ArgueNeeds = 2;

    private readonly Leaning _leaning = new(lexicon);
    private readonly ArguingWords _words = new(lexicon, document, holders);
    private readonly List<ArguedThing> _mentions = [];
    private readonly List<IssueRules> _issues = [];
    private readonly List<string> _signs = [];
    private readonly Dictionary<Holder, (int Sentence, List<IssueRules> Issues)> _spokeOf = [];
    private readonly HashSet<(string Issue, string Country)> _related = [];
    private readonly Topics _topics = new();
    private bool _conditional;
    private IReadOnlyList<Ground> _composed = [];

    /// <param name="concepts">What <see cref="ConceptTable"/> found in the sentence.</param>
    /// <param name="conditional">The sentence sets a condition (<see cref="Bargain"/>).</param>
    /// <param name="composed">What was composed in the sentence.</param>
    public void Read(DocumentSentence sentence, List<SeedAt> seeds, List<ConceptAt> concepts, bool conditional, IReadOnlyList<Ground> composed)
    {
        _related.Clear();
        _conditional = conditional;
        _composed = composed;
        Gather(seeds, concepts);
        if (_mentions.Count == 0 && !_topics.Any(sentence.Index))
        {
            // Nothing named, nothing to point back at.
            return;
        }

        _words.Read(sentence);
        foreach (var utterance in Utterance.In(sentence, holders))
        {
            IReadOnlyList<Holder> who = utterance.Statement is { } said ? [.. holders.Speaker(said).Select(h => holders.Voice(h, said))] : [];
            if (who.Count > 0)
            {
                Spoken(sentence, utterance, who);
            }

            Told(sentence, utterance, who);
            if (utterance.Statement is null)
            {
                ToldOf(sentence, utterance);
            }
        }

        _topics.Remember(sentence.Index, [.. _mentions.Where(m => !m.Weak).OrderBy(m => m.Last).Select(m => m.Issue)]);
    }

    private void Gather(List<SeedAt> seeds, List<ConceptAt> concepts)
    {
        _mentions.Clear();
        _issues.Clear();
        foreach (var x in seeds)
        {
            Add(new ArguedThing(x.Seed, x.First, x.Last, false));
        }

        var named = _mentions.Count;
        foreach (var x in concepts)
        {
            // What is named need not be told by ideas once more.
            var known = false;
            for (var k = 0; k < named && !known; k++)
            {
                known = _mentions[k].Issue == x.Seed.Issue && !_mentions[k].Weak && _mentions[k].First <= x.Last && x.First <= _mentions[k].Last;
            }

            if (!known)
            {
                Add(new ArguedThing(x.Seed, x.First, x.Last, true));
            }
        }

        void Add(ArguedThing thing)
        {
            _mentions.Add(thing);
            if (!thing.Weak && !_issues.Contains(thing.Issue))
            {
                _issues.Add(thing.Issue);
            }
        }
    }

    /// <summary>What somebody says: of whichever things he names, or goes on about.</summary>
    private void Spoken(DocumentSentence sentence, Utterance utterance, IReadOnlyList<Holder> who)
    {
        var s = sentence.Syntax;
        var statement = utterance.Statement!;
        var cue = utterance.Further.Aggregate(_words.OfCue(statement), (most, further) => Math.Max(most, _words.OfCue(further)));
        var weight = cue;
        foreach (var i in utterance.Tokens)
        {
            weight += _words.Weight[i];
        }

        _signs.Clear();
        _signs.Add(Steps("a:cue", cue));
        _signs.Add(Steps("a:weight", weight));
        _signs.Add(lexicon.IsDecision(statement.CueLemma) ? "a:announced" : "a:said");
        if (document.IsQuoted(s[utterance.Tokens[utterance.Tokens.Count / 2]].Start))
        {
            _signs.Add("a:quoted");
        }

        var common = _signs.Count;
        Relate(sentence, utterance, who);
        var named = new List<IssueRules>();
        foreach (var m in _mentions.OrderBy(m => rules.Relations.Contains(m.Issue) ? 0 : 1))
        {
            if (!utterance.Holds(m.First) && !utterance.Holds(m.Last) || named.Contains(m.Issue) && m.Weak)
            {
                continue;
            }

            if (!m.Weak)
            {
                named.Add(m.Issue);
            }

            if (weight < ArgueNeeds)
            {
                continue;
            }

            Cut(common);
            Describe(s, utterance, m);
            Propose(sentence, utterance, m, who, m.Weak ? "argued weakly" : "argued");
        }

        Cut(common);
        Point(s, utterance, named.Exists(x => x.ActsCount));
        common = _signs.Count;
        foreach (var holder in who)
        {
            _spokeOf.TryGetValue(holder, out var last);
            Topical(sentence, utterance, holder, last.Issues is not null && sentence.Index > last.Sentence ? last : null, "topical", named);
            Cut(common);
            if (named.Count > 0)
            {
                _spokeOf[holder] = (sentence.Index, named);
            }
        }
    }

    /// <summary>Signs of words that point back at what was named before.</summary>
    private void Point(Sentence s, Utterance utterance, bool named)
    {
        var pointer = 0;
        var reacts = false;
        foreach (var token in utterance.Tokens)
        {
            pointer = Math.Max(pointer, Topics.Pointer(s, token));
            reacts |= _words.Reacts(token);
        }

        _signs.Add(named ? pointer > 0 ? "a:points beside a name" : "a:points not, beside a name" : pointer == 2 ? "a:points at several" : pointer == 1 ? "a:points" : "a:points not");
        if (reacts)
        {
            _signs.Add(named ? "a:reacts beside a name" : "a:reacts");
        }
    }

    /// <summary>What somebody may speak of without naming it: the things named shortly before.</summary>
    private void Topical(DocumentSentence sentence, Utterance utterance, Holder holder, (int Sentence, List<IssueRules> Issues)? spoke, string rule, List<IssueRules> named, int holderToken = -1, int at = -1)
    {
        var common = _signs.Count;
        foreach (var (issue, distance, rank) in _topics.Lately(sentence.Index))
        {
            if (named.Contains(issue) || issue.SideOf(holder) == 0)
            {
                continue;
            }

            Cut(common);
            _signs.Add(Steps("a:after", distance));
            _signs.Add(Steps("a:rank", rank));
            _signs.Add(spoke is { } own && own.Issues.Contains(issue) ? Steps("a:went on", sentence.Index - own.Sentence) : "a:went on never");
            _signs.Add(_topics.Main == issue ? "a:main topic" : "a:by-topic");
            Propose(sentence, utterance, at < 0 ? utterance.Tokens[0] : at, issue, 0, [holder], rule, holderToken, at);
        }

        Cut(common);
    }

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

    /// <summary><i>Those were a different story</i>: a word for belonging together or apart, with things named here or just before.</summary>
    private void Relate(DocumentSentence sentence, Utterance utterance, IReadOnlyList<Holder> who, int subject = -1, int root = -1)
    {
        var relating = utterance.Tokens.Find(_words.Relates);
        if (!_words.Relates(relating))
        {
            return;
        }

        var things = _mentions.Where(m => !m.Weak && !rules.Relations.Contains(m.Issue) && m.Issue.ActsCount).Select(m => m.Issue).Distinct().Count();
        if (things == 0 && !_topics.Lately(sentence.Index).Any(t => t.Issue.ActsCount))
        {
            return;
        }

        var common = _signs.Count;
        _signs.Add(Steps("a:relates", things));
        foreach (var issue in rules.Relations)
        {
            Propose(sentence, utterance, relating, issue, 0, who, "related", subject, root);
        }

        Cut(common);
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
                && (weight >= ArgueNeeds || m.Near(s, utterance, _words) is >= ArgueNeeds or < -ArgueNeeds))
            {
                Cut(common);
                Describe(s, utterance, m);
                _signs.Add(Steps("a:taking near", ArguingWords.Near(s, utterance, m.First, m.Last, _words.Taking)));
                Propose(sentence, utterance, m, who, "told of", subject, root);
            }
        }
    }

    private void Cut(int signs) => _signs.RemoveRange(signs, _signs.Count - signs);

    /// <summary>Signs of a thing where it stands.</summary>
    private void Describe(Sentence s, Utterance utterance, ArguedThing m)
    {
        var near = m.Near(s, utterance, _words);
        _signs.Add(near < 0 ? "a:in passing" : Steps("a:near", near));
        _signs.Add(m.Concept ? "a:idea" : m.Kind switch { SeedKind.Thing => "a:name", SeedKind.Done => "a:deed", _ => "a:claim" });
        var head = ArguingWords.HeadIn(s, m.First, m.Last);
        _signs.Add(s[head].Relation switch
        {
            Deprel.Nsubj or Deprel.NsubjPass => "a:as subject",
            Deprel.Obj => "a:as object",
            Deprel.Obl or Deprel.OblUnmarked => "a:as oblique",
            Deprel.Nmod or Deprel.NmodPoss or Deprel.Compound or Deprel.Amod => "a:as modifier",
            _ => "a:as other",
        });
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

    private static string Steps(string sign, int value) => SignNames.Steps(sign, value);

    private void Propose(
        DocumentSentence sentence, Utterance utterance, ArguedThing thing, IReadOnlyList<Holder> who, string rule, int holderToken = -1, int cueToken = -1) =>
        Propose(sentence, utterance, thing.First, thing.Issue, thing.Weak ? 0 : thing.Leans(sentence.Syntax, utterance, _leaning), who, rule, holderToken, cueToken);

    private void Propose(
        DocumentSentence sentence, Utterance utterance, int at, IssueRules issue, int leaning, IReadOnlyList<Holder> who, string rule,
        int holderToken = -1, int cueToken = -1)
    {
        if (issue.OwnActionsOnly)
        {
            return;
        }

        var s = sentence.Syntax;
        foreach (var holder in who)
        {
            var side = issue.SideOf(holder);
            if (side == 0 && leaning == 0)
            {
                continue;
            }

            var usual = side != 0;
            side = usual ? side : leaning;
            var (first, last) = (utterance.Tokens[0], utterance.Tokens[^1]);
            if (holderToken >= 0)
            {
                first = Math.Max(first, Math.Min(Math.Min(holderToken, cueToken), at));
            }

            var span = new TextSpan(s[first].Start, s[last].End);
            if (span.Length > LongestEvidence)
            {
                var start = Math.Max(span.Start, Math.Min(s[at].Start - LongestEvidence / 2, span.End - LongestEvidence));
                span = new TextSpan(start, Math.Min(span.End, start + LongestEvidence));
            }

            var stand = new Stand(issue, side, StandForm.Held, SpeechAct.State, holderToken, at, -1, false, span, usual ? $"{rule}, usual side" : $"{rule}, leaning");
            var position = side > 0 ? Position.For : Position.Against;
            var ground = new Ground(holder, stand, position, span, null, sentence);
            ground.Signs.AddRange(_signs);
            ground.Signs.Add(SignNames.Rule(rule));
            ground.Signs.Add(!usual ? "a:leaning" : leaning == 0 ? "a:usual" : leaning == side ? "a:usual, leaning so" : "a:usual, leaning away");
            ground.Signs.Add(Beside(issue, holder, position));
            if (_conditional)
            {
                ground.Signs.Add("a:with a condition");
            }

            if (IsRelated(issue, holder))
            {
                ground.Signs.Add("a:beside a relation");
            }

            if (rules.Relations.Contains(issue))
            {
                _related.Add((issue.Key, holder.Country));
            }

            ground.Signs.Add(SignNames.Things(_issues.Count));
            put(ground);
        }
    }

    /// <summary>Whether somebody of this state was found to tell how issues belong together in the sentence.</summary>
    private bool IsRelated(IssueRules issue, Holder holder)
    {
        foreach (var relation in rules.Relations)
        {
            if (relation == issue)
            {
                continue;
            }

            if (_related.Contains((relation.Key, holder.Country)))
            {
                return true;
            }

            foreach (var c in _composed)
            {
                if (c.Stand.Issue == relation && c.Holder.Country == holder.Country)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What was composed for the same state and issue in the sentence.</summary>
    private string Beside(IssueRules issue, Holder holder, Position position)
    {
        var beside = "a:beside nothing";
        foreach (var c in _composed)
        {
            if (c.Stand.Issue == issue && c.Holder.Country == holder.Country)
            {
                if (c.Position == position)
                {
                    return "a:beside the same";
                }

                beside = "a:beside another";
            }
        }

        return beside;
    }
}

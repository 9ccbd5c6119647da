using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Reads positions off what somebody argues where no tree composes them: he speaks of an issue's thing, takes a side in some way
/// (<see cref="Opinions"/>), and the issue's data tell where his state usually stands. Never for what is told without arguing.
/// </summary>
internal sealed class Argument(StanceLexicon lexicon, StanceRules rules, Document document, Holders holders)
{
    private readonly Leaning _leaning = new(lexicon);
    private const int LongestEvidence = 380;

    private readonly List<(Phrase Phrase, StanceWord Value, int Last)> _entries = [];
    private readonly List<(Phrase Phrase, Opinion Value, int Last)> _opinions = [];
    private readonly List<Mention> _mentions = [];
    private readonly Dictionary<Holder, (int Sentence, List<IssueRules> Issues)> _spokeOf = [];
    private readonly HashSet<(string Issue, string Country)> _related = [];
    private readonly Topics _topics = new();
    private int[] _weight = [];
    private int[] _taking = [];
    private bool[] _reacts = [];
    private bool[] _relates = [];
    private int _scopeWeight;
    private bool _conditional;

    /// <summary>A thing of an issue in a sentence.</summary>
    private readonly record struct Mention(IssueRules Issue, int First, int Last, bool Weak, int Polarity);

    /// <summary>What one party to the text utters of a sentence; the text's own words where there is no statement.</summary>
    private sealed record Scope(Attribution? Statement, List<int> Tokens)
    {
        /// <summary>Further statements of the same speaker in the sentence.</summary>
        public List<Attribution> Further { get; } = [];
    }

    /// <param name="concepts">What <see cref="ConceptTable"/> found in the sentence.</param>
    /// <param name="conditional">The sentence sets a condition (<see cref="Bargain"/>).</param>
    /// <param name="taken">Issue and country of positions already composed in the sentence.</param>
    public void Read(DocumentSentence sentence, List<SeedAt> seeds, List<ConceptAt> concepts, bool conditional, HashSet<(string Issue, string Country)> taken, Action<Holder, Stand> put)
    {
        var s = sentence.Syntax;
        _related.Clear();
        _conditional = conditional;
        Gather(seeds, concepts);
        if (_mentions.Count == 0 && _topics.At(sentence.Index, false).Count == 0)
        {
            // Nothing named, nothing to point back at.
            return;
        }

        Weigh(s, sentence.Index);
        foreach (var scope in Scopes(sentence))
        {
            var who = scope.Statement is null ? [] : holders.Speaker(scope.Statement);
            if (who.Count > 0)
            {
                Spoken(sentence, scope, who, taken, put);
            }

            Told(sentence, scope, who, taken, put);
            if (scope.Statement is null)
            {
                ToldOf(sentence, scope, taken, put);
            }
        }

        _topics.Remember(s, sentence.Index, [.. _mentions.Where(m => !m.Weak).OrderBy(m => m.Last).Select(m => (m.Issue, m.Last))]);
    }

    private void Gather(List<SeedAt> seeds, List<ConceptAt> concepts)
    {
        _mentions.Clear();
        foreach (var x in seeds.Where(x => !x.Seed.Conditional))
        {
            _mentions.Add(new Mention(x.Seed.Issue, x.First, x.Last, x.Seed.Weak, x.Seed.Polarity));
        }

        foreach (var x in concepts)
        {
            _mentions.Add(new Mention(x.Seed.Issue, x.First, x.Last, x.Seed.Weak, x.Seed.Polarity));
        }
    }

    /// <summary>How much each word argues; titles and names never do (<i>Defense Minister</i>).</summary>
    private void Weigh(Sentence s, int index)
    {
        if (_weight.Length < s.Count)
        {
            _weight = new int[Math.Max(64, s.Count * 2)];
            _taking = new int[_weight.Length];
            _reacts = new bool[_weight.Length];
            _relates = new bool[_weight.Length];
        }

        Array.Clear(_weight, 0, s.Count);
        Array.Clear(_taking, 0, s.Count);
        Array.Clear(_reacts, 0, s.Count);
        Array.Clear(_relates, 0, s.Count);
        for (var i = 0; i < s.Count; i++)
        {
            var t = s[i];
            if (t.Pos is Upos.Punct or Upos.Propn or Upos.Det or Upos.Num || holders.At(index, i) is not null)
            {
                continue;
            }

            Opinions.English.At(s, i, _opinions);
            foreach (var (_, value, _) in _opinions)
            {
                _weight[i] = Math.Max(_weight[i], value.Weight);
                _reacts[i] |= value.Reacts;
                _relates[i] |= value.Relates;
            }

            lexicon.At(s, i, _entries);
            foreach (var (_, value, _) in _entries)
            {
                var weight = value.Kind switch
                {
                    StanceWordKind.Attitude or StanceWordKind.Evaluation or StanceWordKind.Deontic or StanceWordKind.Turnabout => 2,
                    StanceWordKind.Consequence or StanceWordKind.Effect or StanceWordKind.Hold or StanceWordKind.Stance => 1,
                    _ => 0,
                };
                _weight[i] = Math.Max(_weight[i], weight);
            }

            _taking[i] = _weight[i] >= 2 ? _weight[i] : 0;
            if (t.Tag == Xpos.MD || t.Norm is "not" or "n't" or "never" or "no" or "nothing" or "?")
            {
                _weight[i] = Math.Max(_weight[i], 1);
            }
        }
    }

    /// <summary>
    /// Who utters which tokens of a sentence. What lies between a verb of saying and what it was found to introduce is said too (<i>said the accord
    /// | mattered</i>); what one speaker says in several pieces is one.
    /// </summary>
    private List<Scope> Scopes(DocumentSentence sentence)
    {
        var s = sentence.Syntax;
        var owners = new Attribution?[s.Count];
        for (var i = 0; i < s.Count; i++)
        {
            owners[i] = holders.StatementAt(s[i].Start);
        }

        for (var i = s.Count - 1; i > 0; i--)
        {
            if (owners[i] is { CueToken: >= 0 } said && said.Sentence == sentence.Index && owners[i - 1] is null && said.CueToken < i - 1 && said.CueLemma.Length > 0
                && s[i - 1].Pos is not Upos.Punct)
            {
                owners[i - 1] = said;
            }
        }

        var scopes = new List<Scope>();
        Scope? current = null;
        for (var i = 0; i < s.Count; i++)
        {
            var at = owners[i];
            if (i > 0 && ReferenceEquals(at, owners[i - 1]))
            {
                current!.Tokens.Add(i);
                continue;
            }

            var scope = Known(scopes, at);
            if (scope is null)
            {
                scopes.Add(scope = new Scope(at, []));
            }
            else if (at is not null && !ReferenceEquals(scope.Statement, at) && !scope.Further.Contains(at))
            {
                scope.Further.Add(at);
            }

            scope.Tokens.Add(i);
            current = scope;
        }

        return scopes;
    }

    private static Scope? Known(List<Scope> scopes, Attribution? at)
    {
        for (var k = scopes.Count - 1; k >= 0; k--)
        {
            var known = scopes[k].Statement;
            if (ReferenceEquals(known, at) || at?.Speaker is not null && ReferenceEquals(known?.Speaker, at.Speaker))
            {
                return scopes[k];
            }
        }

        return null;
    }

    /// <summary>What somebody says: of whichever things he names, or goes on about.</summary>
    private void Spoken(DocumentSentence sentence, Scope scope, IReadOnlyList<Holder> who, HashSet<(string Issue, string Country)> taken, Action<Holder, Stand> put)
    {
        var s = sentence.Syntax;
        var statement = scope.Statement!;
        if (lexicon.IsDecision(statement.CueLemma))
        {
            return;
        }

        var cue = scope.Further.Aggregate(CueWeight(statement), (most, further) => Math.Max(most, CueWeight(further)));
        _scopeWeight = cue;
        foreach (var i in scope.Tokens)
        {
            _scopeWeight += _weight[i];
        }

        Relate(sentence, scope, who, taken, put);
        var argued = false;
        var named = new List<IssueRules>();
        foreach (var m in _mentions.OrderBy(m => rules.Relations.Contains(m.Issue) ? 0 : 1))
        {
            if (!Contains(scope.Tokens, m.First) && !Contains(scope.Tokens, m.Last) || named.Contains(m.Issue) && m.Weak)
            {
                continue;
            }

            if (!m.Weak)
            {
                named.Add(m.Issue);
            }

            var near = NearWeight(s, scope, m.First, m.Last, _weight);
            if (near >= 0 && near + cue >= (m.Weak || !m.Issue.ActsCount ? 2 : 0) && _scopeWeight >= (m.Weak ? WeakNeeds : NamedNeeds))
            {
                argued = true;
                Put(sentence, scope, m.First, m.Last, m.Polarity, m.Issue, who, m.Weak ? "argued weakly" : "argued", taken, put);
            }
        }

        foreach (var holder in who)
        {
            if (!argued && _scopeWeight >= CarryNeeds && !named.Exists(x => x.ActsCount))
            {
                if (_spokeOf.TryGetValue(holder, out var last) && sentence.Index - last.Sentence is > 0 and <= CarryReach)
                {
                    foreach (var issue in last.Issues)
                    {
                        Put(sentence, scope, scope.Tokens[0], scope.Tokens[0], 1, issue, [holder], "went on", taken, put);
                    }
                }
                else if (scope.Tokens.Exists(t => Topics.Pointer(s, t) > 0 || _reacts[t]))
                {
                    var several = scope.Tokens.Exists(t => Topics.Pointer(s, t) == 2);
                    foreach (var issue in _topics.At(sentence.Index, several))
                    {
                        if (issue.ActsCount)
                        {
                            Put(sentence, scope, scope.Tokens[0], scope.Tokens[0], 1, issue, [holder], "pointed", taken, put);
                        }
                    }
                }
            }

            if (named.Count > 0)
            {
                _spokeOf[holder] = (sentence.Index, named);
            }
        }
    }

    /// <summary>What the text tells of somebody's wanting or minding: the subject of a word of attitude, with a thing below or after it.</summary>
    private void Told(DocumentSentence sentence, Scope scope, IReadOnlyList<Holder> speakers, HashSet<(string Issue, string Country)> taken, Action<Holder, Stand> put)
    {
        if (scope.Statement is not null && speakers.Count == 0)
        {
            return;
        }

        var s = sentence.Syntax;
        foreach (var i in scope.Tokens)
        {
            if (_weight[i] < 2 || s[i].Relation is Deprel.Amod or Deprel.Compound || !NamesBelow(s, i) && (_mentions.Count > 0 || ObjectPointer(s, i) == 0))
            {
                continue;
            }

            var verb = Clause.IsVerb(s[i]);
            var token = verb
                ? Clause.IsPassive(s, i) ? Clause.Agent(s, i) : Clause.Subject(s, i)
                : Clause.Possessor(s, i) is var owner and >= 0 ? owner : Clause.NounHolder(s, i);
            if (token < 0 || verb && (IsAskedOf(s, i) || InCondition(s, i)) || holders.Of(sentence.Index, token) is not { Count: > 0 } who)
            {
                continue;
            }

            foreach (var m in _mentions)
            {
                if (!m.Weak && Contains(scope.Tokens, m.First) && !(m.First <= token && token <= m.Last) && (s.IsUnder(m.First, i) || s.IsUnder(m.Last, i))
                    && NearWeight(s, scope, m.First, m.Last, _weight) >= 0)
                {
                    Put(sentence, scope, m.First, m.Last, m.Polarity, m.Issue, who, "told", taken, put, token, i);
                }
            }

            if (_mentions.Count == 0 && ObjectPointer(s, i) is var pointer and > 0)
            {
                foreach (var issue in _topics.At(sentence.Index, pointer == 2))
                {
                    if (issue.ActsCount)
                    {
                        Put(sentence, scope, i, i, 1, issue, who, "told pointed", taken, put, token, i);
                    }
                }
            }
        }
    }

    /// <summary><i>Those were a different story</i>: a word for belonging together or apart, with things named here or just before.</summary>
    private void Relate(DocumentSentence sentence, Scope scope, IReadOnlyList<Holder> who, HashSet<(string Issue, string Country)> taken, Action<Holder, Stand> put, int subject = -1, int root = -1)
    {
        var relating = scope.Tokens.Find(t => _relates[t]);
        if (!_relates[relating])
        {
            return;
        }

        var things = _mentions.Where(m => !m.Weak && !rules.Relations.Contains(m.Issue)).Select(m => m.Issue).Concat(_topics.At(sentence.Index, false)).Any(issue => issue.ActsCount);
        if (!things)
        {
            return;
        }

        foreach (var issue in rules.Relations)
        {
            Put(sentence, scope, relating, relating, 1, issue, who, "related", taken, put, subject, root);
        }
    }

    /// <summary>The text's own words about what a state or an official holds: the subject of the whole sentence, with something argued in it.</summary>
    private void ToldOf(DocumentSentence sentence, Scope scope, HashSet<(string Issue, string Country)> taken, Action<Holder, Stand> put)
    {
        var s = sentence.Syntax;
        var weight = 0;
        var root = -1;
        foreach (var i in scope.Tokens)
        {
            weight += _taking[i];
            root = root < 0 && s[i].Relation == Deprel.Root ? i : root;
        }

        if (weight < RootNeeds || root < 0 || Clause.IsDeontic(Clause.Modal(s, root)) || !Clause.IsVerb(s[root]) && !s.Has(root, Deprel.Cop))
        {
            return;
        }

        var subject = Clause.IsPassive(s, root) ? Clause.Agent(s, root) : Clause.OwnSubject(s, root);
        if (subject < 0 || holders.Of(sentence.Index, subject) is not { Count: > 0 } who)
        {
            return;
        }

        Relate(sentence, scope, who, taken, put, subject, root);
        var named = false;
        foreach (var m in _mentions)
        {
            if (!m.Weak && Contains(scope.Tokens, m.First) && !(m.First <= subject && subject <= m.Last))
            {
                named = true;
                if (NearWeight(s, scope, m.First, m.Last, _taking) >= 2)
                {
                    Put(sentence, scope, m.First, m.Last, m.Polarity, m.Issue, who, "told of", taken, put, subject, root);
                }
            }
        }

        if (!named && ObjectPointer(s, root) is var pointer and > 0)
        {
            foreach (var issue in _topics.At(sentence.Index, pointer == 2))
            {
                if (issue.ActsCount)
                {
                    Put(sentence, scope, root, root, 1, issue, who, "told of pointed", taken, put, subject, root);
                }
            }
        }
    }

    private const int RootNeeds = 2;

    private bool NamesBelow(Sentence s, int head)
    {
        foreach (var m in _mentions)
        {
            if (s.IsUnder(m.First, head) || s.IsUnder(m.Last, head))
            {
                return true;
            }
        }

        return false;
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

    private const int NamedNeeds = 2;
    private const int WeakNeeds = 3;
    private const int CarryNeeds = 2;
    private const int CarryReach = 1;

    private int CueWeight(Attribution statement)
    {
        if (statement.CueToken < 0)
        {
            return 0;
        }

        var s = document.Sentences[statement.Sentence].Syntax;
        var weight = 0;
        Opinions.English.At(s, statement.CueToken, _opinions);
        foreach (var (_, value, _) in _opinions)
        {
            weight = Math.Max(weight, value.Weight);
        }

        return weight;
    }

    /// <summary>How much is argued by the words between a thing and the root of what is said, with their near dependents; -1 where it is told in passing only.</summary>
    private int NearWeight(Sentence s, Scope scope, int first, int last, int[] weight)
    {
        var at = HeadIn(s, first, last);
        var sum = 0;
        var below = -1;
        for (var step = 0; step < 24 && at >= 0 && Contains(scope.Tokens, at); step++)
        {
            sum += at < first || at > last ? weight[at] : 0;
            foreach (var c in s.Children(at))
            {
                if (c != below && Contains(scope.Tokens, c) && s[c].Relation is not (Deprel.Advcl or Deprel.AclRelcl or Deprel.Parataxis))
                {
                    sum += c < first || c > last ? weight[c] : 0;
                    foreach (var d in s.Children(c))
                    {
                        sum += (d < first || d > last) && Contains(scope.Tokens, d) ? weight[d] : 0;
                    }
                }
            }

            if (s[at].Relation is Deprel.AclRelcl or Deprel.Parataxis || s[at].Relation == Deprel.Advcl && Clause.MarkOf(s, at) is "after" or "before" or "when" or "while" or "since" or "as"
                || s[at].Relation is Deprel.Obl && Clause.CaseOf(s, at) is "after" or "before" or "since" or "during" or "amid")
            {
                return -sum - 1;
            }

            below = at;
            at = s[at].Head;
        }

        return sum;
    }

    private static int HeadIn(Sentence s, int first, int last)
    {
        var at = last;
        while (s[at].Head >= first && s[at].Head <= last && s[at].Head != at)
        {
            at = s[at].Head;
        }

        return at;
    }

    private static bool Contains(List<int> tokens, int token) => tokens.BinarySearch(token) >= 0;

    private void Put(
        DocumentSentence sentence, Scope scope, int at, int atLast, int polarity, IssueRules issue, IReadOnlyList<Holder> who, string rule,
        HashSet<(string Issue, string Country)> taken, Action<Holder, Stand> put, int holderToken = -1, int cueToken = -1)
    {
        var s = sentence.Syntax;
        foreach (var holder in who)
        {
            var side = issue.SideOf(holder);
            var usual = side != 0;
            if (!usual && rule is "argued" && !_conditional)
            {
                side = _leaning.Of(s, scope.Tokens, issue, at, atLast, polarity);
            }

            if (side == 0 || taken.Contains((issue.Key, holder.Country)) || rules.Relations.Any(r => r != issue && (taken.Contains((r.Key, holder.Country)) || _related.Contains((r.Key, holder.Country)))) || issue.OwnActionsOnly)
            {
                continue;
            }

            var (first, last) = (scope.Tokens[0], scope.Tokens[^1]);
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

            if (rules.Relations.Contains(issue))
            {
                _related.Add((issue.Key, holder.Country));
            }

            put(holder, new Stand(issue, side, StandForm.Held, SpeechAct.State, holderToken, at, -1, false, span, usual ? $"{rule}, usual side" : $"{rule}, leaning"));
        }
    }
}

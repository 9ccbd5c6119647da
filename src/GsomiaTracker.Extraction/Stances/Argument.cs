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
internal sealed partial class Argument(StanceLexicon lexicon, StanceRules rules, Document document, Holders holders, List<Ground> grounds)
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
        var before = grounds.Count;
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

        _lately.RemoveAll(g => sentence.Index - g.Sentence.Index > EchoReach);
        _lately.AddRange(composed);
        _lately.AddRange(grounds.GetRange(before, grounds.Count - before));
        Echo(sentence);
        _topics.Remember(sentence.Index, [.. _mentions.Where(m => !m.Weak).OrderBy(m => m.Last).Select(m => m.Issue)]);
    }

    private void Put(Ground ground) => grounds.Add(ground);

    private void Gather(List<SeedAt> seeds, List<ConceptAt> concepts)
    {
        _mentions.Clear();
        _issues.Clear();
        foreach (var x in seeds)
        {
            Add(new ArguedThing(x.Seed, x.First, x.Last, x.Form, false));
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
                Add(new ArguedThing(x.Seed, x.First, x.Last, SeedForm.Named, true));
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

    private void Cut(int signs) => _signs.RemoveRange(signs, _signs.Count - signs);

    /// <summary>Signs of a thing where it stands.</summary>
    private void Describe(Sentence s, Utterance utterance, ArguedThing m)
    {
        var near = m.Near(s, utterance, _words);
        _signs.Add(near < 0 ? "a:in passing" : Steps("a:near", near));
        _signs.Add(m.Concept ? "a:idea" : m.Form == SeedForm.Headed ? "a:headed" : m.Kind switch { SeedKind.Thing => "a:name", SeedKind.Done => "a:deed", _ => "a:claim" });
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

    private static string Steps(string sign, int value) => SignNames.Steps(sign, value);
}

using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Reads what is made to depend on another side's move: <i>unless Tokyo lifts its curbs, the pact will end</i>. What hangs on the move is held
/// conditionally, and the move itself is wanted. One module for all shapes of a condition (<see cref="Bargain"/>).
/// </summary>
internal sealed class Terms(Document document, Holders holders, StanceLexicon lexicon)
{
    private const int LongestClause = 400;

    /// <summary>Sentences after which "the decision" no longer is taken for the course told last.</summary>
    private const int Reach = 8;

    private readonly List<(Phrase Phrase, StanceWord Value, int Last)> _entries = [];
    private readonly List<SeedAt> _all = [];
    private (IssueSeed Seed, int Sentence)? _course;

    public void Read(DocumentSentence sentence, IReadOnlyList<Bargain> bargains, List<SeedAt> seeds, List<ConceptAt> concepts, Ascent ascent, List<Ground> grounds)
    {
        Open = null;
        Gather(seeds, bargains.Count > 0 ? concepts : []);
        foreach (var bargain in bargains)
        {
            if (Strike(sentence, bargain, ascent, grounds))
            {
                break;
            }
        }

        foreach (var x in _all)
        {
            if (!x.Seed.Weak && x.Seed.Subject is { } key && key == document.Dossier.Deadline.Subject)
            {
                _course = (x.Seed, sentence.Index);
            }
        }
    }

    private void Gather(List<SeedAt> seeds, List<ConceptAt> concepts)
    {
        _all.Clear();
        _all.AddRange(seeds);
        foreach (var c in concepts)
        {
            if (!_all.Exists(x => x.Seed.Issue == c.Seed.Issue && x.First <= c.Last && c.First <= x.Last))
            {
                _all.Add(new SeedAt(c.Seed, c.First, c.Last, SeedForm.Named));
            }
        }
    }

    private bool Strike(DocumentSentence sentence, Bargain bargain, Ascent ascent, List<Ground> grounds)
    {
        var s = sentence.Syntax;
        var who = Parties(sentence, bargain);
        if (who.Count == 0)
        {
            return false;
        }

        var othersMove = OthersMove(sentence, bargain, who);
        if (othersMove)
        {
            Open = bargain;
        }

        var move = othersMove ? "c:others' move" : "c:nobody's move";
        var condition = bargain.Span(s);
        var struck = false;
        foreach (var holder in who)
        {
            var given = Given(s, bargain, holder, sentence.Index);
            struck |= given is not null && move == "c:others' move";
            if ((given ?? Course(s, bargain, holder, sentence.Index)) is not { } thing)
            {
                continue;
            }

            var clause = new TextSpan(s[thing.First].Start, s[thing.Last].End);
            var stand = new Stand(thing.Seed.Issue, 1, StandForm.Held, SpeechAct.Demand, -1, thing.First, -1, false, clause.Union(condition), "bargain");
            var ground = new Ground(holder, stand, Position.Conditional, Cut(clause, condition, sentence.Span), condition, sentence);
            ground.Signs.Add(given is null ? "c:bargain, nothing named" : "c:bargain");
            ground.Signs.Add(move);
            ground.Signs.Add(bargain.Wanted < 0 ? "c:as long as" : bargain.Ties ? "c:tied to" : bargain.Hangs ? "c:hangs on" : "c:if");
            if (given is not null && thing.Seed.Issue.SideOf(holder) != 0)
            {
                ground.Signs.Add("c:bargain over its side");
            }

            if (!IsParty(thing.Seed, holder))
            {
                ground.Signs.Add("c:bargain of no party");
            }

            grounds.Add(ground);
        }

        if (struck)
        {
            Price(sentence, bargain, who, ascent, grounds);
        }

        return struck;
    }

    /// <summary>What the text is about, unnamed here: <i>unless they change, there will be no change here</i>.</summary>
    private SeedAt? Course(Sentence s, Bargain bargain, Holder holder, int index)
    {
        if (_course is not { } course || index - course.Sentence > Reach || course.Seed.Issue.SideOf(holder) != 0 || !IsParty(course.Seed, holder))
        {
            return null;
        }

        var at = bargain.From > 0 ? 0 : Math.Min(bargain.To, s.Count - 1);
        return new SeedAt(course.Seed, at, at, SeedForm.Deed);
    }

    /// <summary>The thing that the holder gives or withholds: one on which his state has no usual side, and to which it is a party.</summary>
    private SeedAt? Given(Sentence s, Bargain bargain, Holder holder, int index)
    {
        SeedAt? asked = null;
        SeedAt? other = null;
        foreach (var x in _all)
        {
            if (x.Seed.Weak || x.Seed.Kind == SeedKind.Claim)
            {
                continue;
            }

            if (x.Seed.Dear && x.Seed.Subject != document.Dossier.Deadline.Subject || x.Seed.Issue.SideOf(holder) != 0 || !IsParty(x.Seed, holder))
            {
                // Whoever has a usual side, or is no party, may set terms too: less often.
                if (other is null && !bargain.Holds(x.First) && IsPledge(s, x, bargain))
                {
                    other = x;
                }

                continue;
            }

            if (!bargain.Holds(x.First))
            {
                if (IsPledge(s, x, bargain))
                {
                    return x;
                }
            }
            else if (Demands(s, bargain))
            {
                // "If it wishes to keep the pact, it should take the controls back"
                asked = x;
            }
        }

        if (asked is null && _course is { } course && index - course.Sentence <= Reach && course.Seed.Issue.SideOf(holder) == 0 && IsParty(course.Seed, holder)
            && Turn(s, bargain) is var turn and >= 0)
        {
            // "The decision would stand unless", "could think again if"
            return new SeedAt(course.Seed, turn, turn, SeedForm.Deed);
        }

        return asked ?? other;
    }

    /// <summary>The last condition of the sentence read last that is for another side to meet; null without.</summary>
    public Bargain? Open { get; private set; }

    private bool IsParty(IssueSeed seed, Holder holder) =>
        document.Dossier.Subjects.FirstOrDefault(x => x.Key == seed.Subject) is not { Parties: { Count: > 0 } parties } || parties.Contains(holder.Country);

    /// <summary>Outside the condition something ought to be done about a thing on which there are sides.</summary>
    private bool Demands(Sentence s, Bargain bargain)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (!bargain.Holds(i) && s[i].Tag == Xpos.MD && s[i].Lemma is "should" or "must" or "ought" or "need" or "have")
            {
                return _all.Exists(x => !bargain.Holds(x.First) && x.Seed.Issue.Sides.Count > 0);
            }
        }

        return false;
    }

    /// <summary>A word outside the condition for a course that may be turned: <i>the decision</i>, <i>reconsider</i>; -1 without.</summary>
    private int Turn(Sentence s, Bargain bargain)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (bargain.Holds(i))
            {
                continue;
            }

            if (s[i].Lemma is "decision" or "reconsider" or "reconsideration" or "rethink" or "review" or "revisit")
            {
                return i;
            }

            lexicon.At(s, i, _entries);
            if (_entries.Exists(e => e.Value.Kind == StanceWordKind.Turnabout))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whatever the condition asks of the other side: each issue's usual side where there is one, else what the words do to it.</summary>
    private void Price(
        DocumentSentence sentence, Bargain bargain, IReadOnlyList<Holder> who, Ascent ascent, List<Ground> grounds)
    {
        var s = sentence.Syntax;
        var span = bargain.Span(s);
        foreach (var x in _all)
        {
            if (x.Seed.Weak)
            {
                continue;
            }

            foreach (var holder in who)
            {
                if (grounds.Exists(g => ReferenceEquals(g.Sentence, sentence) && g.Stand.Issue == x.Seed.Issue && g.Holder.Country == holder.Country))
                {
                    continue;
                }

                var side = x.Seed.Issue.SideOf(holder);
                var inside = bargain.Holds(x.First);
                if (side == 0 && inside)
                {
                    side = Math.Sign(ascent.EffectOn(x.Seed, x.First, x.Last, bargain.From, bargain.To) * Wanted(s, bargain));
                }

                if (side == 0 || !inside && x.Seed.Issue.SideOf(holder) == 0 || !x.Seed.Issue.ActsCount)
                {
                    continue;
                }

                var words = inside ? span : new TextSpan(s[x.First].Start, s[x.Last].End).Union(span);
                var stand = new Stand(x.Seed.Issue, side, StandForm.Held, SpeechAct.Demand, -1, x.First, -1, false, words, "bargain price");
                var ground = new Ground(holder, stand, side > 0 ? Position.For : Position.Against, Cut(words, span, sentence.Span), null, sentence);
                ground.Signs.Add("c:price");
                grounds.Add(ground);
            }
        }
    }

    /// <summary>Whether he wants what the condition says: what he withholds <i>as long as</i> it is so, he wants gone; what he gives as long as, he wants to stay.</summary>
    private static int Wanted(Sentence s, Bargain bargain)
    {
        if (bargain.Wanted > 0)
        {
            return 1;
        }

        for (var i = 0; i < s.Count; i++)
        {
            if (!bargain.Holds(i) && s[i].Norm is "no" or "not" or "n't" or "n’t" or "never" or "nothing" or "cannot" or "none" or "neither" or "impossible" or "hard" or "difficult" or "refuse" or "refused")
            {
                return -1;
            }
        }

        return 1;
    }

    /// <summary>Who sets the terms: whoever utters the clause that hangs on them; in the text's own words its subject.</summary>
    private IReadOnlyList<Holder> Parties(DocumentSentence sentence, Bargain bargain)
    {
        var s = sentence.Syntax;
        for (var i = 0; i < s.Count; i++)
        {
            if (!bargain.Holds(i) && Clause.IsVerb(s[i]) && holders.StatementAt(s[i].Start) is { } statement)
            {
                return holders.Speaker(statement);
            }
        }

        if (holders.StatementAt(s[bargain.From].Start) is { } over)
        {
            return holders.Speaker(over);
        }

        for (var i = 0; i < s.Count; i++)
        {
            if (!bargain.Holds(i) && s[i].Relation is Deprel.Nsubj or Deprel.NmodPoss && s[i].Head >= 0 && holders.Of(sentence.Index, i) is { Count: 1 } found)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>The condition is for another side to meet: it names one, or a thing of an issue.</summary>
    private bool OthersMove(DocumentSentence sentence, Bargain bargain, IReadOnlyList<Holder> who)
    {
        var s = sentence.Syntax;
        for (var i = bargain.From; i < bargain.To; i++)
        {
            if (s[i].Lemma is "condition" or "demand" or "guarantee" or "request" or "promise" or "obligation" or "commitment" or "term" && s[i].Relation is Deprel.NsubjPass)
            {
                // "if its conditions were met": by the others.
                return true;
            }

            if (Clause.IsNoun(s[i]) && holders.CountryOf(sentence.Index, i) is { } country)
            {
                // The first one named does it.
                return who.All(h => h.Country != country);
            }
        }

        return _all.Exists(x => bargain.Holds(x.First) && !x.Seed.Weak && who.All(h => x.Seed.Issue.SideOf(h) != 0 || Foreign(x.Seed, h)));
    }

    private bool Foreign(IssueSeed seed, Holder holder) =>
        document.Dossier.Subjects.FirstOrDefault(x => x.Key == seed.Subject) is { Parties: [var first, ..] } && first != holder.Country;

    /// <summary>The proposition is something that can be given or withheld: done under <i>will</i>, <i>would</i>, <i>could</i>, <i>can</i>, or denied.</summary>
    private static bool IsPledge(Sentence s, SeedAt seed, Bargain bargain)
    {
        if (bargain.Hangs)
        {
            return seed.Last < bargain.From;
        }

        for (var (step, at) = (0, seed.First); step < 12 && at >= 0; step++, at = s[at].Head)
        {
            if (!bargain.Holds(at) && (Clause.Modal(s, at) is "will" or "would" or "could" or "can" or "may" or "might" or "cannot" || Clause.IsNegated(s, at)))
            {
                return true;
            }
        }

        for (var i = 0; i < s.Count; i++)
        {
            if (!bargain.Holds(i) && (s[i].Tag == Xpos.MD && s[i].Lemma is "will" or "would" or "could" or "can" or "may" or "might" || s[i].Norm is "no" or "not" or "n't" or "only" or "stance" or "position"))
            {
                return true;
            }
        }

        // "... , the accord goes"
        var head = s[seed.Last].Head;
        return head >= 0 && s[seed.Last].Relation == Deprel.Nsubj && s[head].Tag is Xpos.VBZ && !bargain.Holds(head)
            && s[head].Lemma is "go" or "end" or "lapse" or "expire" or "stay" or "die";
    }

    private static TextSpan Cut(TextSpan clause, TextSpan condition, TextSpan sentence)
    {
        var both = clause.Union(condition);
        return both.Length <= LongestClause ? both : new TextSpan(clause.Start, Math.Min(sentence.End, clause.Start + LongestClause));
    }
}

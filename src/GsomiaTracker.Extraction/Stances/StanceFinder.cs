using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Statements;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Finds who is for or against what. In every sentence the dossier's phrases are found (<see cref="Seeding"/>), each is followed up the tree
/// to what is said about it (<see cref="Ascent"/>), and whoever says so is looked up (<see cref="Holders"/>). Linear in the length of the text.
/// </summary>
internal sealed class StanceFinder(StanceRules rules)
{
    private readonly StanceLexicon _lexicon = StanceLexicon.English;

    public IReadOnlyList<StanceTaken> Find(Document document, References references, Attributions attributions) =>
        StanceChoice.English.Choose(Propose(document, references, attributions), document.Text, document.Trace);

    /// <summary>Everything in a text that may carry a position, with the signs by which it is weighed.</summary>
    public List<Ground> Propose(Document document, References references, Attributions attributions)
    {
        var lexicon = _lexicon.ForOneReading();
        var holders = new Holders(document, references, attributions, rules);
        var seeding = new Seeding(rules, lexicon, holders.CountryOf);
        var grounds = new List<Ground>();
        var seeds = new List<SeedAt>();
        var concepts = new List<ConceptAt>();
        var bargains = new List<Bargain>();
        var lead = LeadParagraph(document);
        var argument = new Argument(lexicon, rules, document, holders, grounds);
        var terms = new Terms(document, holders, lexicon);
        foreach (var sentence in document.Sentences)
        {
            var s = sentence.Syntax;
            seeding.Find(s, sentence.Index, seeds);
            rules.Concepts.Find(s, concepts);
            Claim(concepts, seeds);
            bargains.Clear();
            bargains.AddRange(Bargain.In(s));
            var before = grounds.Count;
            if (seeds.Count == 0)
            {
                argument.Read(sentence, seeds, concepts, bargains.Count > 0, []);
                continue;
            }

            var hot = new bool[s.Count];
            foreach (var seed in seeds)
            {
                hot[seed.First] = true;
            }

            var ascent = new Ascent(
                lexicon,
                s,
                token => hot[token],
                (token, issue) => holders.CountryOf(sentence.Index, token) is { } country && issue.Rivals.Contains(country),
                token => holders.National(sentence.Index, token) is not null);
            terms.Read(sentence, bargains, seeds, concepts, ascent, grounds);

            foreach (var seed in seeds)
            {
                if (!MayCount(seed, seeds, s) || IsToldWhole(seed, seeds, s))
                {
                    continue;
                }

                foreach (var stand in ascent.From(seed.Seed, seed.First, seed.Last, seed.Form))
                {
                    Put(holders, sentence, stand, seed, sentence.Paragraph <= lead, terms.Open is { } open && !open.Holds(seed.First), grounds);
                }

                if (ascent.Deed != 0 && seed.Form != SeedForm.Deed)
                {
                    seeding.Remember(seed.Seed, ascent.Deed, Doer(document, holders, sentence, seed.Seed, ascent.DeedBy), sentence.Index);
                }
            }

            argument.Read(sentence, seeds, concepts, bargains.Count > 0, grounds.GetRange(before, grounds.Count - before));
        }

        Dated.Mark(grounds);
        return grounds;
    }

    /// <summary>Ideas that together hold a position are claims like those told in a phrase; others only hide what looks like a thing of the issue.</summary>
    private static void Claim(List<ConceptAt> concepts, List<SeedAt> seeds)
    {
        for (var k = concepts.Count - 1; k >= 0; k--)
        {
            var (seed, first, last) = concepts[k];
            if (seed.Kind == SeedKind.Thing)
            {
                continue;
            }

            concepts.RemoveAt(k);
            if (seed.Kind == SeedKind.Claim)
            {
                if (!IsClaimed(seeds, seed, first, last))
                {
                    seeds.Add(new SeedAt(seed, first, last, SeedForm.Named));
                }

                continue;
            }

            for (var x = seeds.Count - 1; x >= 0; x--)
            {
                if (seeds[x].Seed.Issue == seed.Issue && seeds[x].First <= last && first <= seeds[x].Last)
                {
                    seeds.RemoveAt(x);
                }
            }

            for (var x = concepts.Count - 1; x >= 0; x--)
            {
                if (concepts[x].Seed.Issue == seed.Issue && concepts[x].First <= last && first <= concepts[x].Last)
                {
                    concepts.RemoveAt(x);
                    k -= x < k ? 1 : 0;
                }
            }
        }
    }

    private static bool IsClaimed(List<SeedAt> seeds, IssueSeed claim, int first, int last)
    {
        foreach (var x in seeds)
        {
            if (x.Seed.Issue == claim.Issue && x.Seed.Kind == SeedKind.Claim && x.First <= last && first <= x.Last)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The state that did it: the verb's subject, else the first party of the dossier's subject.</summary>
    private static string? Doer(Document document, Holders holders, DocumentSentence sentence, IssueSeed seed, int token)
    {
        if (token >= 0 && Clause.IsVerb(sentence.Syntax[sentence.Syntax[token].Head < 0 ? token : sentence.Syntax[token].Head])
            && holders.CountryOf(sentence.Index, token) is { } country)
        {
            return country;
        }

        return seed.Subject is { } key && document.Dossier.Subjects.FirstOrDefault(x => x.Key == key) is { Parties: [var first, ..] } ? first : null;
    }

    /// <summary>A claim that needs several of the dossier's things near it has them.</summary>
    private static bool MayCount(SeedAt seed, List<SeedAt> all, Sentence s) => seed.Seed.Near == 0 || Near(seed, all, s) >= seed.Seed.Near;

    /// <summary>"the termination of the pact": the thing itself is told, the word that stands alone for it adds nothing.</summary>
    private static bool IsToldWhole(SeedAt seed, List<SeedAt> all, Sentence s) =>
        seed.Seed.Kind == SeedKind.Done && seed.Form == SeedForm.Named
        && all.Exists(x => x.Seed.Kind == SeedKind.Thing && x.Seed.Issue == seed.Seed.Issue && x.First > seed.Last && s.IsUnder(x.Last, seed.Last));

    private static int Near(SeedAt seed, List<SeedAt> all, Sentence s) =>
        all.Where(x => x.Seed.Kind == SeedKind.Thing && x.Seed.Issue != seed.Seed.Issue && x.Seed.Subject is not null).Select(x => x.Seed.Subject).Distinct().Count();

    private void Put(Holders holders, DocumentSentence sentence, Stand stand, SeedAt seed, bool lead, bool onTerms, List<Ground> grounds)
    {
        var s = sentence.Syntax;
        var place = s[stand.Seed].Start;
        var who = stand.Holder >= 0 ? holders.Of(sentence.Index, stand.Holder) : holders.Utterer(place);
        var statement = holders.StatementAt(place);
        var found = stand.Holder >= 0 ? "c:named" : "c:uttered";
        if (who.Count == 0 && statement is null && (stand.Holder < 0 || stand.Form == StandForm.Held && stand.Said))
        {
            found = "c:viewed";
            who = holders.Viewer(sentence.Index);
            if (who.Count == 0)
            {
                found = "c:sayer";
                who = holders.Sayer(sentence.Index, stand.Seed, _lexicon);
            }
        }
        else if (who.Count == 0 && stand.Said && stand.Holder >= 0 && holders.At(sentence.Index, stand.Holder) is null)
        {
            found = "c:utterer instead";
            who = holders.Utterer(place);
        }

        if (who.Count == 0)
        {
            return;
        }

        if (stand.Holder >= 0)
        {
            who = holders.WithCounterpart(sentence.Index, stand.Holder, who);
        }

        TextSpan? condition = stand.Condition >= 0 && IsOthersTurn(holders, sentence, stand, who) ? s.Subtree(stand.Condition) : null;
        if (stand.Form == StandForm.Done && condition is null && !stand.Issue.ActsCount)
        {
            // Doing it is no position on this issue.
            return;
        }

        var signs = new List<string> { found, SignNames.Form(stand.Form), SignNames.Act(stand.Act), SignNames.Seed(seed.Form, seed.Seed.Kind) };
        if (stand.Form == StandForm.Done && condition is null)
        {
            signs.Add(stand.Holder < 0 ? "c:done, no course" : Told(holders, who, statement, lead));
        }

        if (stand.Condition >= 0)
        {
            signs.Add(condition is null ? "c:own condition" : "c:condition");
        }

        if (onTerms && condition is null)
        {
            signs.Add("c:beside terms");
        }

        signs.Add(statement is null ? "c:told by the text" : "c:in a statement");
        signs.Add(stand.IsComposed ? "c:several rows" : "c:one row");
        foreach (var row in stand.Rule.Split(' ').Skip(1).Distinct(StringComparer.Ordinal))
        {
            signs.Add(SignNames.Row(row));
        }

        var position = stand.Suspended || condition is not null ? Position.Conditional : stand.Polarity > 0 ? Position.For : Position.Against;
        foreach (var holder in who)
        {
            var voice = Voice(holders, holder, stand, statement, s, sentence.Index);
            var side = stand.Issue.SideOf(holder);
            var away = side != 0 && (position == Position.Conditional || stand.Polarity != side);
            Ground(position, away ? "c:away from its side" : side != 0 ? "c:on its side" : "c:no side");
            if (away && position != Position.Conditional | stand.IsComposed)
            {
                Ground(side > 0 ? Position.For : Position.Against, "c:put on its side");
            }

            void Ground(Position as_, string sign)
            {
                var ground = new Ground(voice, stand, as_, stand.Words, condition, sentence);
                ground.Signs.AddRange(signs);
                ground.Signs.Add(sign);
                if (sign == "c:no side" && signs.Contains(News))
                {
                    // A state that could go either way took a course: that is its position.
                    ground.Signs.Add("c:done, the news, no side");
                }

                if (stand.Suspended)
                {
                    ground.Signs.Add("c:suspended");
                }

                grounds.Add(ground);
            }
        }
    }

    /// <summary>A condition counts when it is for another side to meet: it names one, or a thing of the dossier.</summary>
    private bool IsOthersTurn(Holders holders, DocumentSentence sentence, Stand stand, IReadOnlyList<Holder> who)
    {
        var s = sentence.Syntax;
        for (var i = s.Leftmost(stand.Condition); i <= s.Rightmost(stand.Condition); i++)
        {
            if (Clause.IsNoun(s[i]) && holders.CountryOf(sentence.Index, i) is { } other && who.All(h => h.Country != other))
            {
                return true;
            }
        }

        return HasSeed(s, stand.Condition);
    }

    /// <summary>A government's wish that its own official utters is his; what the news tells was done is the government's.</summary>
    private static Holder Voice(Holders holders, Holder holder, Stand stand, Attribution? statement, Sentence s, int sentence) =>
        stand is { Form: StandForm.Done, Act: SpeechAct.Act, Condition: < 0, Holder: >= 0 } && s[stand.Holder].Pos != Upos.Pron
            ? holder with { Person = null }
            : statement is null ? holders.GoingOn(sentence, holder) : holders.Voice(holder, statement);

    private bool HasSeed(Sentence s, int clause)
    {
        var matches = new List<(Phrase Phrase, IssueSeed Value, int Last)>();
        var spare = new List<(Phrase Phrase, IssueSeed Value, int Last)>();
        for (var i = s.Leftmost(clause); i <= s.Rightmost(clause); i++)
        {
            rules.At(s, i, matches, spare);
            if (matches.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private const string News = "c:done, the news";

    /// <summary>What somebody did or decided is a position where it is the news itself, or where he speaks of it himself.</summary>
    private string Told(Holders holders, IReadOnlyList<Holder> who, Attribution? statement, bool lead)
    {
        if (statement is null || _lexicon.IsDecision(statement.CueLemma))
        {
            return lead ? News : "c:done, background";
        }

        return !holders.Speaker(statement).Any(p => who.Any(h => h.Country == p.Country)) ? "c:done, told by others" : lead ? News : "c:done, argued";
    }

    /// <summary>Index of the first body paragraph; everything up to it tells the news.</summary>
    private static int LeadParagraph(Document document)
    {
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Role == ParagraphRole.Body)
            {
                return sentence.Paragraph;
            }
        }

        return -1;
    }
}

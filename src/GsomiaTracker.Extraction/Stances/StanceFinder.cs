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

    public IReadOnlyList<StanceTaken> Find(
        Document document, References references, Attributions attributions)
    {
        var lexicon = _lexicon.ForOneReading();
        var holders = new Holders(document, references, attributions, rules);
        var seeding = new Seeding(rules, lexicon, holders.CountryOf);
        var ledger = new StanceLedger(document.Text, document.Trace);
        var seeds = new List<SeedAt>();
        var concepts = new List<ConceptAt>();
        var bargains = new List<Bargain>();
        var taken = new HashSet<(string Issue, string Country)>();
        var lead = LeadParagraph(document);
        var argument = new Argument(lexicon, rules, document, holders);
        var terms = new Terms(document, holders, lexicon);
        foreach (var sentence in document.Sentences)
        {
            var s = sentence.Syntax;
            seeding.Find(s, sentence.Index, seeds);
            rules.Concepts.Find(s, concepts);
            Claim(concepts, seeds);
            bargains.Clear();
            bargains.AddRange(Bargain.In(s));
            taken.Clear();
            if (seeds.Count == 0)
            {
                argument.Read(sentence, seeds, concepts, bargains.Count > 0, taken, (holder, stand) => ledger.Add(holder, stand, stand.Polarity > 0 ? Position.For : Position.Against, stand.Words, null, sentence.Span));
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
            terms.Read(sentence, bargains, seeds, concepts, ascent, taken, ledger);

            foreach (var seed in seeds)
            {
                if (!MayCount(seed, seeds, s) || IsToldWhole(seed, seeds, s))
                {
                    continue;
                }

                foreach (var stand in ascent.From(seed.Seed, seed.First, seed.Last, seed.Form))
                {
                    Put(holders, sentence, stand, sentence.Paragraph <= lead, taken, ledger);
                }

                if (ascent.Deed != 0 && seed.Form != SeedForm.Deed)
                {
                    seeding.Remember(seed.Seed, ascent.Deed, Doer(document, holders, sentence, seed.Seed, ascent.DeedBy), sentence.Index);
                }
            }

            argument.Read(sentence, seeds, concepts, bargains.Count > 0, taken, (holder, stand) => ledger.Add(holder, stand, stand.Polarity > 0 ? Position.For : Position.Against, stand.Words, null, sentence.Span));
        }

        return ledger.Close();
    }

    /// <summary>Ideas that together hold a position are claims like those told in a phrase.</summary>
    private static void Claim(List<ConceptAt> concepts, List<SeedAt> seeds)
    {
        foreach (var c in concepts)
        {
            if (c.Seed.Kind == SeedKind.Claim && !seeds.Exists(x => x.Seed.Issue == c.Seed.Issue && x.Seed.Kind == SeedKind.Claim && x.First <= c.Last && c.First <= x.Last))
            {
                seeds.Add(new SeedAt(c.Seed, c.First, c.Last, SeedForm.Named));
            }
        }

        concepts.RemoveAll(c => c.Seed.Kind == SeedKind.Claim);
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

    private void Put(Holders holders, DocumentSentence sentence, Stand stand, bool lead, HashSet<(string Issue, string Country)> taken, StanceLedger ledger)
    {
        var s = sentence.Syntax;
        var place = s[stand.Seed].Start;
        var who = stand.Holder >= 0 ? holders.Of(sentence.Index, stand.Holder) : holders.Utterer(place);
        var statement = holders.StatementAt(place);
        if (who.Count == 0 && statement is null && (stand.Holder < 0 || stand.Form == StandForm.Held && stand.Said))
        {
            who = holders.Viewer(sentence.Index);
            if (who.Count == 0)
            {
                who = holders.Sayer(sentence.Index, stand.Seed, _lexicon);
            }
        }
        else if (who.Count == 0 && stand.Said && stand.Holder >= 0 && holders.At(sentence.Index, stand.Holder) is null)
        {
            who = holders.Utterer(place);
        }

        if (who.Count == 0)
        {
            return;
        }

        TextSpan? condition = stand.Condition >= 0 && IsOthersTurn(holders, sentence, stand, who) ? s.Subtree(stand.Condition) : null;
        if (stand.Form == StandForm.Done && condition is null && (!stand.Issue.ActsCount || stand.Holder < 0 || !IsNewsOrArgued(holders, who, statement, lead)))
        {
            return;
        }

        var position = stand.Suspended || condition is not null ? Position.Conditional : stand.Polarity > 0 ? Position.For : Position.Against;
        foreach (var holder in who)
        {
            taken.Add((stand.Issue.Key, holder.Country));
            if (stand.Issue.SideOf(holder) is var side and not 0 && (position == Position.Conditional || stand.Polarity != side))
            {
                if (stand.Form == StandForm.Done || !stand.IsComposed)
                {
                    continue;
                }

                position = side > 0 ? Position.For : Position.Against;
            }

            ledger.Add(Voice(holders, holder, stand, statement, s, sentence.Index), stand, position, stand.Words, condition, sentence.Span);
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

    private const int DeepestVoice = 3;

    /// <summary>A government's wish that its own official utters is his; what the news tells was done is the government's.</summary>
    private static Holder Voice(Holders holders, Holder holder, Stand stand, Attribution? statement, Sentence s, int sentence)
    {
        if (stand is { Form: StandForm.Done, Act: SpeechAct.Act, Condition: < 0, Holder: >= 0 } && s[stand.Holder].Pos != Upos.Pron)
        {
            return holder with { Person = null };
        }

        if (holder is not { Person: null, Org: null })
        {
            return holder;
        }

        // "Kono said Tokyo wanted": whoever utters it, the innermost first.
        for (var (said, step) = (statement, 0); said is not null && step < DeepestVoice; step++)
        {
            if (holders.Speaker(said) is [{ Person: not null } speaker] && speaker.Country == holder.Country)
            {
                return speaker;
            }

            var outer = said.CueToken >= 0 ? holders.StatementAt(holders.StartOf(said.Sentence, said.CueToken)) : null;
            said = ReferenceEquals(outer, said) ? null : outer;
        }

        return statement is null ? holders.GoingOn(sentence, holder) : holder;
    }

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

    /// <summary>What somebody did or decided is a position where it is the news itself, or where he speaks of it himself.</summary>
    private bool IsNewsOrArgued(Holders holders, IReadOnlyList<Holder> who, Attribution? statement, bool lead)
    {
        if (statement is null || _lexicon.IsDecision(statement.CueLemma))
        {
            return lead;
        }

        return holders.Speaker(statement).Any(p => who.Any(h => h.Country == p.Country));
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

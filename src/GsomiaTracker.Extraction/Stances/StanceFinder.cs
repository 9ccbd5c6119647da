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
        var holders = new Holders(document, references, attributions, rules);
        var seeding = new Seeding(rules, _lexicon, holders.CountryOf);
        var ledger = new StanceLedger(document.Text);
        var seeds = new List<SeedAt>();
        var lead = LeadParagraph(document);
        foreach (var sentence in document.Sentences)
        {
            var s = sentence.Syntax;
            seeding.Find(s, sentence.Index, seeds);
            if (seeds.Count == 0)
            {
                continue;
            }

            var hot = new bool[s.Count];
            foreach (var seed in seeds)
            {
                hot[seed.First] = true;
            }

            var ascent = new Ascent(
                _lexicon,
                s,
                token => hot[token],
                (token, issue) => holders.CountryOf(sentence.Index, token) is { } country && issue.Rivals.Contains(country),
                token => holders.National(sentence.Index, token) is not null);
            if (Bargain.In(s) is { } bargain)
            {
                Strike(document, holders, sentence, bargain, seeds, ascent, ledger);
            }

            foreach (var seed in seeds)
            {
                if (!MayCount(seed, seeds, s) || IsToldWhole(seed, seeds, s))
                {
                    continue;
                }

                foreach (var stand in ascent.From(seed.Seed, seed.First, seed.Last, seed.Form))
                {
                    Put(holders, sentence, stand, sentence.Paragraph <= lead, ledger);
                }

                if (ascent.Deed != 0 && seed.Form != SeedForm.Deed)
                {
                    seeding.Remember(seed.Seed, ascent.Deed, Doer(document, holders, sentence, seed.Seed, ascent.DeedBy), sentence.Index);
                }
            }
        }

        return ledger.Close();
    }

    /// <summary>
    /// <i>Unless Tokyo lifts its curbs, the pact will end</i>: what hangs on the other side's move is held conditionally, and the move is wanted.
    /// </summary>
    private void Strike(
        Document document, Holders holders, DocumentSentence sentence, Bargain bargain, List<SeedAt> seeds, Ascent ascent, StanceLedger ledger)
    {
        var s = sentence.Syntax;
        var main = seeds.Find(x => !bargain.Holds(x.First) && IsPledge(document, x, s, bargain));
        if (main.Seed is null)
        {
            return;
        }

        var who = holders.Utterer(s[main.First].Start);
        if (who.Count == 0 && holders.StatementAt(s[main.First].Start) is null)
        {
            who = Promiser(holders, sentence, main, bargain);
        }

        // The other side: whoever the condition names besides the holder, by its own words or by its things.
        var other = Other(document, holders, sentence, bargain, seeds, who);
        if (who.Count == 0 || !other)
        {
            return;
        }

        var parties = Parties(document, main.Seed);
        if (parties.Count > 0 && !who.All(h => parties.Contains(h.Country)))
        {
            return;
        }

        var span = bargain.Span(s);
        var clause = new TextSpan(s[main.First].Start, s[main.Last].End);
        foreach (var holder in who)
        {
            var stand = new Stand(main.Seed.Issue, 1, StandForm.Held, SpeechAct.Demand, -1, main.First, -1, false, clause.Union(span), "bargain");
            ledger.Add(holder, stand, Position.Conditional, Cut(clause, span, sentence.Span), span, sentence.Span);
        }

        foreach (var seed in seeds)
        {
            if (!bargain.Holds(seed.First) || seed.Seed.Issue == main.Seed.Issue || seed.Seed.Weak)
            {
                continue;
            }

            var effect = ascent.EffectOn(seed.Seed, seed.First, seed.Last, bargain.From, bargain.To);
            if (effect == 0)
            {
                continue;
            }

            var position = effect * bargain.Wanted > 0 ? Position.For : Position.Against;
            foreach (var holder in who)
            {
                var stand = new Stand(seed.Seed.Issue, effect, StandForm.Held, SpeechAct.Demand, -1, seed.First, -1, false, span, "bargain price");
                ledger.Add(holder, stand, position, span, null, sentence.Span);
            }
        }
    }

    private static TextSpan Cut(TextSpan clause, TextSpan condition, TextSpan sentence)
    {
        var both = clause.Union(condition);
        return both.Length <= 400 ? both : new TextSpan(clause.Start, Math.Min(sentence.End, clause.Start + 400));
    }

    private static HashSet<string> Parties(Document document, IssueSeed seed) =>
        [.. document.Dossier.Subjects.FirstOrDefault(x => x.Key == seed.Subject)?.Parties ?? []];

    /// <summary>The proposition is something that can be given or withheld: a deed taken back, or a thing kept or ended under will, would, could, can.</summary>
    private bool IsPledge(Document document, SeedAt seed, Sentence s, Bargain bargain)
    {
        if (seed.Seed.Weak || seed.Seed.Kind == SeedKind.Claim || seed.Seed.Dear && seed.Seed.Subject != document.Dossier.Deadline.Subject)
        {
            return false;
        }

        var verb = -1;
        var at = seed.First;
        for (var step = 0; step < 12 && at >= 0; step++, at = s[at].Head)
        {
            if (!bargain.Holds(at) && Clause.Modal(s, at) is "will" or "would" or "could" or "can" or "may" or "cannot")
            {
                verb = at;
                break;
            }
        }

        if (verb < 0)
        {
            // "... , the accord goes"
            var head = s[seed.Last].Head;
            return head >= 0 && s[seed.Last].Relation == Deprel.Nsubj && s[head].Tag is Xpos.VBZ && !bargain.Holds(head)
                && s[head].Lemma is "go" or "end" or "lapse" or "expire" or "stay" or "die";
        }

        return !s.Has(verb, Deprel.Expl) || seed.Form != SeedForm.Named;
    }

    /// <summary>In the reporter's own words the subject of the main clause makes the offer.</summary>
    private static IReadOnlyList<Holder> Promiser(Holders holders, DocumentSentence sentence, SeedAt main, Bargain bargain)
    {
        var s = sentence.Syntax;
        for (var i = 0; i < s.Count; i++)
        {
            if (!bargain.Holds(i) && s[i].Relation is Deprel.Nsubj or Deprel.NmodPoss && s[i].Head >= 0
                && (i < main.First || main.First <= i && i <= main.Last) && holders.Of(sentence.Index, i) is { Count: 1 } found)
            {
                return found;
            }
        }

        return [];
    }

    private static bool Other(Document document, Holders holders, DocumentSentence sentence, Bargain bargain, List<SeedAt> seeds, IReadOnlyList<Holder> who)
    {
        var s = sentence.Syntax;
        for (var i = bargain.From; i < bargain.To; i++)
        {
            if (Clause.IsNoun(s[i]) && holders.CountryOf(sentence.Index, i) is { } country)
            {
                // The first one named does it.
                return who.All(h => h.Country != country);
            }
        }

        return seeds.Exists(x => bargain.Holds(x.First) && Parties(document, x.Seed) is { Count: > 0 } parties && who.All(h => parties.First() != h.Country));
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

    private void Put(Holders holders, DocumentSentence sentence, Stand stand, bool lead, StanceLedger ledger)
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
            ledger.Add(Voice(holders, holder, stand, statement, s), stand, position, stand.Words, condition, sentence.Span);
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
    private static Holder Voice(Holders holders, Holder holder, Stand stand, Attribution? statement, Sentence s)
    {
        if (stand is { Form: StandForm.Done, Act: SpeechAct.Act, Condition: < 0, Holder: >= 0 } && s[stand.Holder].Pos != Upos.Pron)
        {
            return holder with { Person = null };
        }

        if (holder is { Person: null, Org: null } && statement is not null && holders.Speaker(statement) is [{ Person: not null } speaker] && speaker.Country == holder.Country)
        {
            return speaker;
        }

        return holder;
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

using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>Walks the sentences in order with what is in focus, and gives each title, body, group and pronoun its referent.</summary>
internal sealed partial class DiscourseWalk
{
    private static readonly Referent[] None = [];

    private static readonly Dictionary<string, BodyKind> BodyNouns = new(StringComparer.Ordinal)
    {
        ["government"] = BodyKind.Government,
        ["side"] = BodyKind.Government,
        ["administration"] = BodyKind.Government,
        ["authorities"] = BodyKind.Government,
        ["delegation"] = BodyKind.Government,
        ["officials"] = BodyKind.Government,
        ["cabinet"] = BodyKind.Government,
        ["ministry"] = BodyKind.Ministry,
        ["parliament"] = BodyKind.Parliament,
        ["military"] = BodyKind.Military,
        ["army"] = BodyKind.Military,
        ["navy"] = BodyKind.Military,
        ["embassy"] = BodyKind.ForeignMinistry,
        ["court"] = BodyKind.Court,
        ["leadership"] = BodyKind.Government,
        ["regime"] = BodyKind.Government,
        ["office"] = BodyKind.Government,
    };

    private static readonly Dictionary<string, string> GroupNouns = new(StringComparer.Ordinal)
    {
        ["sides"] = "state",
        ["countries"] = "state",
        ["nations"] = "state",
        ["governments"] = "state",
        ["allies"] = "state",
        ["neighbors"] = "state",
        ["neighbours"] = "state",
        ["parties"] = "state",
        ["capitals"] = "state",
        ["states"] = "state",
        ["partners"] = "state",
        ["koreas"] = "state",
        ["men"] = "person",
        ["officials"] = "person",
        ["diplomats"] = "person",
        ["politicians"] = "person",
        ["women"] = "person",
    };

    private readonly Document _document;
    private readonly SentenceScan[] _scans;
    private readonly People _people;
    private readonly string? _home;
    private readonly List<Mention> _mentions = [];
    private readonly int[][] _mentionOf;
    private readonly ILookup<int, PersonMention> _named;
    private readonly Focus _focus = new();
    private string? _mission;
    private readonly Dictionary<Referent, PersonEntry> _byReferent = new(ReferenceEqualityComparer.Instance);

    public DiscourseWalk(Document document, SentenceScan[] scans, People people, string? home)
    {
        _document = document;
        _scans = scans;
        _people = people;
        _home = home;
        _mentionOf = new int[scans.Length][];
        _named = people.Mentions.ToLookup(m => m.Sentence);
    }

    public References Run()
    {
        Succession.Settle(_document, _scans, _people);
        TitlesApart.Settle(_document, _scans, _people);
        var officials = OfficialsNamed.From(_document, _people);
        foreach (var person in _people.All)
        {
            var kind = person.Classes.Count > 0 ? Counterparts.Body(person.Classes[0].Portfolio) : null;
            _byReferent[person.Referent = new Referent(ReferentKind.Person, person.IsOfficial ? person.Id : null, person.Name, person.Country, person.IsOfficial ? kind : null, null, None)] = person;
        }

        for (var s = 0; s < _scans.Length; s++)
        {
            Sentence(s);
        }

        return new References(_document, _mentions, _mentionOf, officials, _home);
    }

    private void Sentence(int s)
    {
        var scan = _scans[s];
        var of = _mentionOf[s] = new int[scan.Syntax.Count];
        Array.Fill(of, -1);
        var taken = new bool[scan.Count];
        var named = _named[s].OrderBy(m => m.First).ToArray();
        var nextNamed = 0;
        _focus.Begin(s);
        foreach (var mention in named)
        {
            Array.Fill(taken, true, mention.First, mention.Last - mention.First + 1);
            foreach (var office in mention.Offices)
            {
                for (var i = Math.Max(0, office.First); i <= office.Last; i++)
                {
                    taken[i] |= !scan.IsKnown(i) || scan.InTitle(i);
                }
            }
        }

        for (var i = 0; i < scan.Count; i++)
        {
            while (nextNamed < named.Length && named[nextNamed].First < i)
            {
                nextNamed++;
            }

            if (nextNamed < named.Length && named[nextNamed].First == i)
            {
                Name(scan, named, nextNamed, of);
                i = named[nextNamed++].Last;
                continue;
            }

            if (taken[i])
            {
                continue;
            }

            if (scan.KnownOf(i) is { } hit && hit.First == i && KnownPhrase(scan, hit))
            {
                i = hit.Last;
                continue;
            }

            if (Pronoun(scan, i))
            {
                continue;
            }

            if (scan.TitleAt(i) is not null && OfficeGrammar.Around(scan, i) is { } phrase && TitlePhrase(scan, phrase, i))
            {
                i = phrase.Head;
                continue;
            }

            Description(scan, i);
        }

        _focus.End();
    }

    /// <summary>"Holm and Alm will both be there. He ...": two subjects of one sex are no "he".</summary>
    private static bool IsPair(SentenceScan scan, PersonMention[] named, int at) =>
        at + 1 < named.Length && Joins(scan, named[at], named[at + 1]) || at > 0 && Joins(scan, named[at - 1], named[at]);

    private static bool Joins(SentenceScan scan, PersonMention one, PersonMention other) =>
        scan.Is(one.Last + 1, "and") && other.First - one.Last <= 5 && one.Person != other.Person && IsSubject(scan, one.First, one.Last)
        && (one.Person.Gender == other.Person.Gender || one.Person.Gender == '\0' || other.Person.Gender == '\0');

    private void Name(SentenceScan scan, PersonMention[] named, int at, int[] of)
    {
        var mention = named[at];
        var added = Add(scan, mention.First, mention.Last, mention.Person.Referent, MentionForm.Name);
        foreach (var office in mention.Offices)
        {
            for (var w = office.First; w <= office.Last; w++)
            {
                // The state before a title is a mention of its own.
                if (scan.KnownOf(w) is { Known.Kind: KnownKind.State or KnownKind.Body or KnownKind.Seat } && !scan.InTitle(w))
                {
                    continue;
                }

                for (var t = scan.Words[w].First; t <= scan.Words[w].Last; t++)
                {
                    of[t] = of[t] < 0 ? added : of[t];
                }
            }
        }

        var first = mention.Offices.Where(o => o.Last < mention.First).Select(o => Math.Max(0, o.First)).Append(mention.First).Min();
        // "a spokeswoman for Minister Potts declined": the tree may hang the verb on the master.
        var governed = first > 0 && scan.Tag(first - 1) is Xpos.IN && scan.Words[first - 1].Norm is "for" or "to" or "of" or "with" or "by" or "from";
        if (IsPair(scan, named, at))
        {
            _focus.Joined(mention.Person);
            return;
        }

        if (!governed && Leads(scan, first, mention.Last))
        {
            _focus.Main(mention.Person);
        }

        _focus.Person(mention.Person, !governed && IsSubject(scan, first, mention.Last), _document.IsQuoted(scan.Words[mention.First].Start));
    }

    private static bool IsSubject(SentenceScan scan, int first, int last)
    {
        for (var t = scan.Words[first].First; t <= scan.Words[last].Last; t++)
        {
            if (scan.Syntax[t].Relation is Deprel.Nsubj or Deprel.NsubjPass)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Subject of the main clause, outside of marks, and not one who only asks: "A lawmaker asked why."</summary>
    private bool Leads(SentenceScan scan, int first, int last)
    {
        for (var t = scan.Words[first].First; t <= scan.Words[last].Last; t++)
        {
            if (scan.Syntax[t].Relation is Deprel.Nsubj && scan.Syntax[t].Head is >= 0 and var verb)
            {
                return scan.Syntax[verb].Relation == Deprel.Root && scan.Syntax[verb].Lemma is not ("ask" or "question" or "wonder" or "press") && !_document.IsQuoted(scan.Syntax[t].Start);
            }
        }

        return false;
    }

    private bool KnownPhrase(SentenceScan scan, KnownHit hit)
    {
        var known = hit.Known;
        switch (known.Kind)
        {
            case KnownKind.State:
                if (known.OnlyBesideItsState && !_focus.HasState(known.Country!))
                {
                    return false;
                }

                Add(scan, hit.First, hit.Last, State(known.Country!), MentionForm.Name);
                _focus.Institution(State(known.Country!), IsSubject(scan, hit.First, hit.Last), true);
                return true;
            case KnownKind.Seat:
                if (StatesBeside.IsPlace(scan, hit))
                {
                    return true;
                }

                var referent = new Referent(ReferentKind.State, null, null, known.Country, known.Body, null, None);
                Add(scan, hit.First, hit.Last, referent, MentionForm.Metonym);
                _focus.Institution(referent, IsSubject(scan, hit.First, hit.Last), true);
                return true;
            case KnownKind.Adjective:
                if (IsHead(scan, hit.Last) && scan.Tag(hit.Last) is not (Xpos.JJ) && !Modifies(scan, hit.Last))
                {
                    Add(scan, hit.First, hit.Last, new Referent(ReferentKind.Unnamed, null, null, known.Country, null, null, None), MentionForm.Description);
                    return true;
                }

                _focus.Seen(known.Country!);
                return false;
            case KnownKind.Body:
                var title = scan.TitleAt(hit.First);
                if (title is not null && scan.TitleEnd(hit.First) > hit.Last || Modifies(scan, hit.Last) && scan.Count > hit.Last + 1 && scan.InTitle(hit.Last + 1))
                {
                    return false;
                }

                if (!scan.Words[hit.First].Capital && Modifies(scan, hit.Last))
                {
                    return true;
                }

                var country = BodyCountry(scan, hit);
                var body = known.Body == BodyKind.Ministry && hit.First == hit.Last && country is null ? _focus.LastBody(BodyKind.Ministry) : null;
                var sender = country is null && IsMission(scan.Words[hit.Last].Norm);
                body ??= new Referent(ReferentKind.Body, null, null, sender ? _mission : country ?? _focus.LastBody(known.Body ?? BodyKind.Other)?.Country ?? _home, known.Body,
                    known.Body is BodyKind.Party or BodyKind.Other ? scan.Slice(hit.First, hit.Last) : null, None);
                _mission = IsMission(scan.Words[hit.Last].Norm) ? body.Country : _mission;
                Add(scan, hit.First, hit.Last, body, MentionForm.Name);
                _focus.Institution(body, IsSubject(scan, hit.First, hit.Last), false);
                return true;
            default:
                return true;
        }
    }

    private static bool IsHead(SentenceScan scan, int word) => scan.Syntax[scan.Words[word].Last].Relation is not (Deprel.Amod or Deprel.Compound or Deprel.Flat);

    private static bool Modifies(SentenceScan scan, int word) => scan.Syntax[scan.Words[word].Last].Relation is Deprel.Compound or Deprel.Amod or Deprel.NmodDesc or Deprel.Flat
        && scan.Syntax[scan.Words[word].Last].Head > scan.Words[word].Last;

    /// <summary>The state of a body: named before it ("the South Korean", "Japan's", "Seoul's"), after it ("of Japan"), else its own.</summary>
    private string? BodyCountry(SentenceScan scan, KnownHit hit) =>
        StatesBeside.CountryBefore(scan, hit.First)
        ?? (scan.Is(hit.Last + 1, "in") && (IsMission(scan.Words[hit.Last].Norm) || hit.Known.Countries.Count == 1) ? null : StatesBeside.CountryAfter(scan, hit.Last)) ?? OwnCountry(hit.Known);

    /// <summary>A house of one state in another: "the embassy in Oslo" is not Norway's.</summary>
    private static bool IsMission(string norm) => norm is "embassy" or "consulate";

    private string? OwnCountry(Known known) => known.Countries.Count > 1 && _home is not null && known.Countries.Contains(_home) ? _home : known.Country;

    private bool Pronoun(SentenceScan scan, int i)
    {
        var word = scan.Words[i];
        if (scan.Tag(i) is not (Xpos.PRP or Xpos.PRPPoss or Xpos.DT or Xpos.NN) || word.Norm.Length > 10)
        {
            return false;
        }

        var quoted = _document.IsQuoted(word.Start);
        var token = scan.Syntax[word.Last];
        // "he said" speaks of whoever spoke last; "he wants", in what somebody says, of the sayer.
        var saying = token.Relation == Deprel.Nsubj && token.Head >= 0 && scan.Syntax[token.Head].Relation is Deprel.Root or Deprel.Parataxis or Deprel.Conj
            && CueLexicon.Verb(scan.Syntax[token.Head].Lemma) is { ClosesQuotation: true } && !quoted;
        switch (word.Norm)
        {
            case "he" or "him" or "his" or "himself":
                return Put(_focus.Someone('m', saying, quoted, scan, i));
            case "she" or "her" or "hers" or "herself":
                return Put(_focus.Someone('f', saying, quoted, scan, i));
            case "it" or "its" or "itself":
                return !scan.Syntax.Has(word.Last, Deprel.Expl) && token.Relation != Deprel.Expl && Put(_focus.Institution(saying));
            case "they" or "them" or "their" or "themselves":
                return Put(_focus.Several());
            default:
                return false;
        }

        bool Put(Referent? referent)
        {
            if (referent is null)
            {
                return false;
            }

            Add(scan, i, i, referent, MentionForm.Pronoun);
            if (referent.Kind == ReferentKind.Person && token.Relation == Deprel.Nsubj && _byReferent.GetValueOrDefault(referent) is { } person)
            {
                _focus.Person(person, true, quoted);
            }

            return true;
        }
    }

    private void Description(SentenceScan scan, int i)
    {
        var word = scan.Words[i];
        if (Taken(scan, i) is { } person)
        {
            Add(scan, i, i, person.Referent, MentionForm.Description);
            _focus.Person(person, IsSubject(scan, i, i), _document.IsQuoted(word.Start));
            return;
        }

        if (scan.Tag(i) is not (Xpos.NN or Xpos.NNS or Xpos.NNP))
        {
            return;
        }

        if (GroupNouns.TryGetValue(word.Norm, out var kind) && StatesBeside.NumberBefore(scan, i - 1) is { } number)
        {
            var members = kind == "person"
                ? _focus.RecentPeople(number, _ => true).Select(p => p.Referent).ToList()
                : _focus.RecentStates(_document.Dossier, number).Select(State).ToList();
            if (members.Count == number)
            {
                var group = new Referent(ReferentKind.Group, null, null, null, null, null, members);
                Add(scan, i, i, group, MentionForm.Group);
                _focus.Plural(group, IsSubject(scan, i, i));
            }

            return;
        }

        if (BodyNouns.TryGetValue(word.Norm, out var body))
        {
            var country = StatesBeside.CountryBefore(scan, i) ?? StatesBeside.CountryAfter(scan, i);
            country ??= i > 1 && scan.Words[i - 1].IsPossessive && _mentions.Count > 0 && _mentions[^1].Sentence == scan.Index ? _mentions[^1].Referent.Country : null;
            country ??= i > 0 && scan.Tag(i - 1) == Xpos.PRPPoss ? _mentions.Count > 0 && _mentions[^1].Sentence == scan.Index ? _mentions[^1].Referent.Country : null : null;
            if (country is null && word.Norm is not ("government" or "authorities" or "administration"))
            {
                return;
            }

            var referent = word.Norm is "side" ? State(country!) : new Referent(
                word.Norm is "officials" ? ReferentKind.Unnamed : ReferentKind.Body, null, null, country ?? _home, body, null, None);
            Add(scan, i, i, referent, MentionForm.Description);
            _focus.Institution(referent, IsSubject(scan, i, i), false);
            return;
        }

        if (OfficeLexicon.Role(word.Norm) is "office" && !Modifies(scan, i))
        {
            var country = StatesBeside.CountryBefore(scan, i) ?? StatesBeside.CountryAfter(scan, i) ?? (i > 0 && IsMission(scan.Words[i - 1].Norm) ? _mission : null);
            var again = country is null && i > 0 && scan.Is(i - 1, "the") ? _focus.LastUnnamed(null) : null;
            var referent = again ?? new Referent(ReferentKind.Unnamed, null, null, country, null, null, None);
            Add(scan, i, i, referent, MentionForm.Description);
            _focus.Unnamed(referent, IsSubject(scan, i, i), scan.Tag(i) is Xpos.NN && (again is not null || !(i > 0 && scan.Is(i - 1, "the"))) && Leads(scan, i, i));
        }
    }

    /// <summary>Somebody named, by what he is: "the 71-year-old", "the professor", "the former", "the latter".</summary>
    private PersonEntry? Taken(SentenceScan scan, int i)
    {
        var norm = scan.Words[i].Norm;
        if (norm is "former" or "latter" && scan.Is(i - 1, "the") && scan.Syntax[scan.Words[i].Last].Relation is Deprel.Nsubj or Deprel.Obj or Deprel.Obl or Deprel.NsubjPass or Deprel.Root)
        {
            return _focus.Pair is { } pair ? norm is "former" ? pair.Former : pair.Latter : null;
        }

        if ((norm is "old" && scan.Is(i - 1, "-") || norm.EndsWith("-year-old", StringComparison.Ordinal)) && scan.Syntax[scan.Words[i].Last].Relation is Deprel.Nsubj)
        {
            return _focus.LastSubject;
        }

        if (scan.Tag(i) is not Xpos.NN || OfficeLexicon.Role(norm) is not "person" || scan.Syntax[scan.Words[i].Last].Relation is not Deprel.Nsubj)
        {
            return null;
        }

        var the = i - 1;
        while (the > 0 && i - the < 4 && scan.Tag(the) is Xpos.JJ or Xpos.NN or Xpos.VBN)
        {
            the--;
        }

        return scan.Is(the, "the") && !(scan.Is(i + 1, "of") || scan.Is(i + 1, "who") || scan.Is(i + 1, "for")) ? _focus.Recent(p => !p.IsOfficial || p.Offices.All(o => o.Former)) : null;
    }

    private static Referent State(string country) => new(ReferentKind.State, null, null, country, null, null, None);

    private int Add(SentenceScan scan, int first, int last, Referent referent, MentionForm form, int head = -1)
    {
        var of = _mentionOf[scan.Index];
        var span = new TextSpan(scan.Words[first].Start, scan.Words[last].End);
        var headToken = head >= 0 ? scan.Words[head].Last : HeadOf(scan, first, last);
        var index = _mentions.Count;
        _mentions.Add(new Mention(span, scan.Index, headToken, referent, form));
        for (var t = scan.Words[first].First; t <= scan.Words[last].Last; t++)
        {
            of[t] = of[t] < 0 ? index : of[t];
        }

        of[headToken] = index;
        return index;
    }

    /// <summary>The token of a stretch whose own head lies outside it.</summary>
    private static int HeadOf(SentenceScan scan, int first, int last)
    {
        int from = scan.Words[first].First, to = scan.Words[last].Last;
        for (var t = from; t <= to; t++)
        {
            var head = scan.Syntax[t].Head;
            if (head < from || head > to)
            {
                return t;
            }
        }

        return to;
    }
}

using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Benchmarks.Training;

/// <summary>
/// Makes reported speech of a plain sentence, in the orders that news agencies use (<i>"...," said X</i>; <i>"...," X said</i>; <i>..., X said</i>;
/// <i>X said that ...</i>), with speakers of many shapes, and hangs appositions on nouns for persons. The verb of saying is the root and the speech
/// its <c>ccomp</c>, as in the treebanks.
/// </summary>
internal sealed class SpeechStyle(Dice dice)
{
    private static readonly string[] Given = ["Anna", "Lars", "Jiro", "Maria", "Peter", "Taro", "Kenji", "Laura", "Ivan", "Omar", "David", "Min-seo", "Yuki", "Carlos", "Elena", "Park", "Kim", "Lee", "Chung", "Han"];
    private static readonly string[] Family = ["Lund", "Eide", "Sato", "Costa", "Novak", "Ito", "Rossi", "Haddad", "Weber", "Joon-ho", "Kyung-sook", "Tanaka", "Petrov", "Moreau", "Smith", "Jae-won", "Do-yun", "Abe", "Silva", "Berg"];
    private static readonly string[] Offices = ["minister", "director", "spokesman", "spokeswoman", "official", "lawmaker", "professor", "analyst", "researcher", "envoy", "adviser", "general", "diplomat", "economist"];
    private static readonly string[] Bodies = ["ministry", "office", "government", "party", "university", "embassy", "agency", "committee", "army", "institute"];
    private static readonly string[] Adjectives = ["senior", "deputy", "top", "former", "foreign", "presidential", "military", "chief"];
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Persons = ["minister", "counterpart", "president", "leader", "director", "spokesman", "official", "chief", "head", "chairman", "secretary", "brother", "friend", "wife", "husband", "manager", "colleague", "son", "daughter", "father", "mother", "ambassador", "judge", "doctor", "teacher", "boss", "owner", "founder", "author"];

    public TreebankSentence Vary(TreebankSentence s)
    {
        var roll = dice.Unit();
        return roll < 0.07f ? Speech(s) : roll < 0.14f ? Named(s) : s;
    }

    private T One<T>(T[] of) => of[dice.Below(of.Length)];

    private TreebankSentence Speech(TreebankSentence s)
    {
        var last = s.Count - 1;
        if (s.Count is < 5 or > 45 || s.Tags[last] != Xpos.Stop || s.Heads.Contains(last) || s.Tags.Any(t => t is Xpos.OpenQuote or Xpos.CloseQuote)
            || !Enumerable.Range(0, s.Count).Any(i => s.Heads[i] >= 0 && s.Heads[s.Heads[i]] < 0 && s.Relations[i] is Deprel.Nsubj or Deprel.NsubjPass))
        {
            return s;
        }

        var p = new Phrase();
        switch (dice.Below(6))
        {
            case 0 or 1 or 2:
                {
                    // "...," said X.    ..., said X.
                    var quoted = dice.Below(5) > 0;
                    var root = Content(p, s, last, quoted);
                    var verb = p.Add("said", Upos.Verb, Xpos.VBD, -1, Deprel.Root);
                    p.Heads[root] = verb;
                    Speaker(p, verb, pronoun: false);
                    Circumstance(p, verb);
                    p.Add(".", Upos.Punct, Xpos.Stop, verb, Deprel.Punct);
                    break;
                }

            case 3 or 4:
                {
                    // "...," X said.    ..., X said.
                    var root = Content(p, s, last, dice.Below(4) > 0);
                    var subject = Speaker(p, -1, pronoun: true);
                    var verb = p.Add(One(["said", "said", "added", "told"]), Upos.Verb, Xpos.VBD, -1, Deprel.Root);
                    p.Heads[root] = verb;
                    p.Heads[subject] = verb;
                    if (p.Forms[verb] == "told")
                    {
                        p.Add("reporters", Upos.Noun, Xpos.NNS, verb, Deprel.Iobj);
                    }

                    Circumstance(p, verb);
                    p.Add(".", Upos.Punct, Xpos.Stop, verb, Deprel.Punct);
                    break;
                }

            default:
                {
                    // X said (that) ...    X argues (that) ...
                    var subject = Speaker(p, -1, pronoun: true);
                    var now = p.Forms[subject] is not "they" && dice.Below(2) == 0;
                    var verb = now
                        ? p.Add(One(["says", "argues", "denies", "claims", "insists", "maintains", "demands", "stresses", "warns", "believes", "fears", "hopes", "contends", "notes"]), Upos.Verb, Xpos.VBZ, -1, Deprel.Root)
                        : p.Add(One(["said", "told", "announced", "argued", "denied", "insisted", "warned"]), Upos.Verb, Xpos.VBD, -1, Deprel.Root);
                    p.Heads[subject] = verb;
                    if (p.Forms[verb] == "told")
                    {
                        p.Add("reporters", Upos.Noun, Xpos.NNS, verb, Deprel.Iobj);
                    }

                    Circumstance(p, verb);
                    var that = dice.Below(3) > 0 || p.Forms[verb] is not "said" and not "told" and not "says" ? p.Add("that", Upos.Sconj, Xpos.IN, -1, Deprel.Mark) : -1;
                    var first = p.Count;
                    var root = p.Add(s, last, verb, Deprel.Ccomp);
                    p.Forms[first] = p.Pos[first] is Upos.Propn || p.Forms[first] == "I" ? p.Forms[first] : p.Forms[first].ToLowerInvariant();
                    if (that >= 0)
                    {
                        p.Heads[that] = root;
                    }

                    p.Add(".", Upos.Punct, Xpos.Stop, verb, Deprel.Punct);
                    break;
                }
        }

        return p.Build();
    }

    private static int Content(Phrase p, TreebankSentence s, int last, bool quoted)
    {
        var open = quoted ? p.Add("\"", Upos.Punct, Xpos.OpenQuote, -1, Deprel.Punct) : -1;
        var root = p.Add(s, last, -1, Deprel.Ccomp);
        p.Add(",", Upos.Punct, Xpos.Comma, root, Deprel.Punct);
        if (quoted)
        {
            p.Heads[open] = root;
            p.Add("\"", Upos.Punct, Xpos.CloseQuote, root, Deprel.Punct);
        }

        return root;
    }

    /// <summary>Adds the one who speaks, as subject of <paramref name="verb"/>; returns its head word.</summary>
    private int Speaker(Phrase p, int verb, bool pronoun)
    {
        switch (dice.Below(pronoun ? 8 : 7))
        {
            case 0 or 1:
                {
                    var name = Name(p, verb, Deprel.Nsubj);
                    Role(p, name);
                    return name;
                }

            case 2:
                {
                    // Foreign Minister Anna Lund
                    var title = new List<int>();
                    foreach (var word in One<string[]>([["President"], ["Prime", "Minister"], ["Foreign", "Minister"], ["Defense", "Minister"], ["Secretary"], ["Gen."], ["Ambassador"]]))
                    {
                        title.Add(p.Add(word, word is "Prime" or "Foreign" ? Upos.Adj : Upos.Propn, Xpos.NNP, -1, word is "Prime" or "Foreign" ? Deprel.Amod : Deprel.Compound));
                    }

                    var head = title[^1];
                    p.Relations[head] = Deprel.NmodDesc;
                    title.ForEach(t => p.Heads[t] = head);
                    var name = Name(p, verb, Deprel.Nsubj);
                    p.Heads[head] = name;
                    return name;
                }

            case 3:
                {
                    var family = p.Add(One(Family), Upos.Propn, Xpos.NNP, verb, Deprel.Nsubj);
                    Role(p, family);
                    return family;
                }

            case 4:
                {
                    var article = p.Add("the", Upos.Det, Xpos.DT, -1, Deprel.Det);
                    var body = p.Add(One(Bodies), Upos.Noun, Xpos.NN, verb, Deprel.Nsubj);
                    p.Heads[article] = body;
                    return body;
                }

            case 5:
                return Official(p, verb, Deprel.Nsubj);
            case 6:
                return p.Add(One(NameStyle.Capitals), Upos.Propn, Xpos.NNP, verb, Deprel.Nsubj);
            default:
                return p.Add(One(["he", "she", "they"]), Upos.Pron, Xpos.PRP, verb, Deprel.Nsubj);
        }
    }

    private int Name(Phrase p, int head, Deprel relation)
    {
        var given = p.Add(One(Given), Upos.Propn, Xpos.NNP, head, relation);
        p.Add(One(Family), Upos.Propn, Xpos.NNP, given, Deprel.Flat);
        return given;
    }

    /// <summary>a (senior) official (at the ministry)</summary>
    private int Official(Phrase p, int head, Deprel relation)
    {
        var article = p.Add(dice.Below(2) == 0 ? "a" : "the", Upos.Det, Xpos.DT, -1, Deprel.Det);
        var adjective = dice.Below(2) == 0 ? p.Add(One(Adjectives), Upos.Adj, Xpos.JJ, -1, Deprel.Amod) : -1;
        var compound = dice.Below(3) == 0 ? p.Add(One(Bodies), Upos.Noun, Xpos.NN, -1, Deprel.Compound) : -1;
        var office = p.Add(One(Offices), Upos.Noun, Xpos.NN, head, relation);
        foreach (var part in new[] { article, adjective, compound })
        {
            if (part >= 0)
            {
                p.Heads[part] = office;
            }
        }

        if (compound < 0 && dice.Below(2) == 0)
        {
            var preposition = p.Add(One(["at", "of", "for"]), Upos.Adp, Xpos.IN, -1, Deprel.Case);
            var the = p.Add("the", Upos.Det, Xpos.DT, -1, Deprel.Det);
            var kind = dice.Below(2) == 0 ? p.Add(One(Adjectives), Upos.Adj, Xpos.JJ, -1, Deprel.Amod) : -1;
            var body = p.Add(One(Bodies), Upos.Noun, Xpos.NN, office, Deprel.Nmod);
            p.Heads[preposition] = p.Heads[the] = body;
            if (kind >= 0)
            {
                p.Heads[kind] = body;
            }
        }

        return office;
    }

    /// <summary>, a deputy director at the office,</summary>
    private void Role(Phrase p, int name)
    {
        if (dice.Below(3) == 0)
        {
            var comma = p.Add(",", Upos.Punct, Xpos.Comma, -1, Deprel.Punct);
            var role = Official(p, name, Deprel.Appos);
            p.Heads[comma] = role;
            p.Add(",", Upos.Punct, Xpos.Comma, role, Deprel.Punct);
        }
    }

    private void Circumstance(Phrase p, int verb)
    {
        switch (dice.Below(7))
        {
            case 0 or 1:
                p.Add(One(Days), Upos.Propn, Xpos.NNP, verb, Deprel.OblUnmarked);
                break;
            case 2:
                {
                    var on = p.Add("on", Upos.Adp, Xpos.IN, -1, Deprel.Case);
                    p.Heads[on] = p.Add(One(Days), Upos.Propn, Xpos.NNP, verb, Deprel.Obl);
                    break;
                }

            case 3:
                {
                    var preposition = p.Add("in", Upos.Adp, Xpos.IN, -1, Deprel.Case);
                    var article = p.Add("a", Upos.Det, Xpos.DT, -1, Deprel.Det);
                    p.Heads[preposition] = p.Heads[article] = p.Add(One(["statement", "speech", "report", "briefing"]), Upos.Noun, Xpos.NN, verb, Deprel.Obl);
                    break;
                }
        }
    }

    /// <summary>his counterpart, Lars Eide,</summary>
    private TreebankSentence Named(TreebankSentence s)
    {
        var nouns = Enumerable.Range(0, s.Count - 1).Where(i => s.Pos[i] == Upos.Noun && s.Tags[i] == Xpos.NN && Persons.Contains(s.Lemmas[i])
            && s.Relations[i] is Deprel.Nsubj or Deprel.Obj or Deprel.Obl or Deprel.NsubjPass or Deprel.OblAgent or Deprel.Nmod
            && !s.Heads.Skip(i + 1).Contains(i) && s.Pos[i + 1] != Upos.Part).ToArray();
        if (nouns.Length == 0)
        {
            return s;
        }

        var noun = One(nouns);
        var stop = s.Tags[noun + 1] is Xpos.Stop or Xpos.Comma;
        string[] forms = [",", One(Given), One(Family), ","];
        var n = stop ? 3 : 4;
        return WireStyle.Insert(s, noun + 1, noun, (
            forms[..n],
            new[] { Upos.Punct, Upos.Propn, Upos.Propn, Upos.Punct }[..n],
            new[] { Xpos.Comma, Xpos.NNP, Xpos.NNP, Xpos.Comma }[..n],
            new[] { 1, -1, 1, 1 }[..n],
            new[] { Deprel.Punct, Deprel.Appos, Deprel.Flat, Deprel.Punct }[..n]));
    }
}

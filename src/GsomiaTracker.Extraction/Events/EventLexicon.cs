using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Events;

/// <summary>How a trigger hangs on the word that says what becomes of the thing (first column of events-status.tsv).</summary>
internal enum StatusPlace { Xcomp, Object, Subject, Modifier, Adverb }

/// <summary>What such a word says (second column of events-status.tsv).</summary>
internal enum StatusEffect { Happened, Scheduled, Tentative, Cancelled, Alleged, Drop }

/// <summary>The words and rules of the event reader: general English, as data (<c>Lexicon/en/events-*.tsv</c>).</summary>
internal sealed class EventLexicon
{
    private readonly Dictionary<string, WordSet> _classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known;
    private readonly WordSet _crowds;
    private readonly WordTable<Trigger[]> _nouns;
    private readonly WordTable<Trigger[]> _verbs;
    private readonly WordMemo<string> _mended;
    private readonly WordMemo<string> _singular;
    private readonly WordTable<Trigger[]> _wideNouns;
    private readonly WordTable<Trigger[]> _wideVerbs;
    private readonly Dictionary<(StatusPlace, string), StatusEffect> _status = [];
    private readonly Dictionary<string, HashSet<string>> _phrasal = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _countryOfPlace = new(StringComparer.OrdinalIgnoreCase);

    private EventLexicon()
    {
        foreach (var row in LexiconTable.Rows("events-classes.tsv"))
        {
            _classes[row[0]] = [.. Expand(row[1])];
        }

        Triggers = [.. LexiconTable.Rows("events-triggers.tsv").SelectMany(TriggerRows)];
        _nouns = ByLemma(Triggers, TriggerPart.Noun);
        _verbs = ByLemma(Triggers, TriggerPart.Verb);
        Wide = [.. LexiconTable.Rows("events-wide.tsv").SelectMany(TriggerRows)];
        _wideNouns = ByLemma(Wide, TriggerPart.Noun);
        _wideVerbs = ByLemma(Wide, TriggerPart.Verb);
        foreach (var row in LexiconTable.Rows("events-status.tsv"))
        {
            var place = Enum.Parse<StatusPlace>(row[0], ignoreCase: true);
            var effect = Enum.Parse<StatusEffect>(row[1], ignoreCase: true);
            foreach (var word in LexiconTable.Parts(row[2]))
            {
                _status.TryAdd((place, word), effect);
            }
        }

        foreach (var row in LexiconTable.Rows("events-actions.tsv"))
        {
            foreach (var word in LexiconTable.Parts(row[1]))
            {
                _actions.TryAdd(word, row[0]);
            }
        }

        foreach (var row in LexiconTable.Rows("events-places.tsv"))
        {
            foreach (var place in LexiconTable.Parts(row[1]))
            {
                _countryOfPlace.TryAdd(place, row[0]);
            }
        }

        foreach (var row in LexiconTable.Rows("events-forms.tsv"))
        {
            _forms.TryAdd(row[0], row[1]);
        }

        _known = [.. Triggers.Concat(Wide).Where(t => t.Part == TriggerPart.Verb).Select(t => t.Lemma), .. _classes.Values.SelectMany(c => c), .. _status.Keys.Select(k => k.Item2)];
        _mended = new WordMemo<string>(Mend, 2048);
        _singular = new WordMemo<string>(Singular, 512);
        Light = Class("light");
        Happen = Class("happen");
        Report = Class("report");
        _crowds = Class("crowds");
        Terms = Class("terms");
        Months = Class("month");
        foreach (var (verb, particle) in Class("phrasal").Select(w => (w[..w.IndexOf('-', StringComparison.Ordinal)], w[(w.IndexOf('-', StringComparison.Ordinal) + 1)..])))
        {
            if (!_phrasal.TryGetValue(particle, out var verbs))
            {
                _phrasal[particle] = verbs = new HashSet<string>(StringComparer.Ordinal);
            }

            verbs.Add(verb);
        }
    }

    private static readonly Lazy<EventLexicon> Instance = new(() => new EventLexicon());

    /// <summary>Reads the tables once in the life of the program.</summary>
    public static EventLexicon Load() => Instance.Value;

    /// <summary>All rows in the order of the table: the first that fits a word gives its kind.</summary>
    public IReadOnlyList<Trigger> Triggers { get; }

    /// <summary>Rows that ask for little: what they find is weighed by <see cref="EventChoice"/>, and most of it tells nothing.</summary>
    public IReadOnlyList<Trigger> Wide { get; }

    /// <summary>Whether a noun names what is talked about rather than when: curbs and rulings are no occasions.</summary>
    public bool IsTopic(string noun)
    {
        var rows = Nouns(noun);
        if (rows.IsEmpty && noun.EndsWith('s'))
        {
            rows = Nouns(noun[..^1]);
        }

        return !rows.IsEmpty && rows[0].Kind is EventKind.Measure or EventKind.Ruling;
    }

    /// <summary>Verbs that lend a noun their subject and tense: <i>held talks</i>.</summary>
    public WordSet Light { get; }

    /// <summary>Verbs that say of their subject that it came about.</summary>
    public WordSet Happen { get; }

    public WordSet Report { get; }

    /// <summary>Nouns of what falls due on a day: <i>deadline</i>, <i>departure</i>.</summary>
    public WordSet Terms { get; }

    public WordSet Months { get; }

    /// <summary>Whether the verb, as a crowd's, takes no object: a form of it behind a noun is no passive participle.</summary>
    public bool TakesNoObject(string verb) => _crowds.Contains(verb);

    /// <summary>Whether the verb takes an object behind this particle: <i>hand over</i> a letter.</summary>
    public bool IsPhrasal(string verb, string particle) => _phrasal.TryGetValue(particle, out var verbs) && verbs.Contains(verb);

    public ReadOnlySpan<Trigger> Nouns(string lemma) => _nouns.Find(lemma);

    public ReadOnlySpan<Trigger> Verbs(string lemma) => _verbs.Find(lemma);

    public ReadOnlySpan<Trigger> WideNouns(string lemma) => _wideNouns.Find(lemma);

    public ReadOnlySpan<Trigger> WideVerbs(string lemma) => _wideVerbs.Find(lemma);

    public StatusEffect? Status(StatusPlace place, string lemma) =>
        _status.TryGetValue((place, lemma), out var effect) ? effect : null;

    /// <summary>The verb that a regular form belongs to where rules without a dictionary went wrong: "conven", "expell".</summary>
    public string Mend(string lemma, Xpos tag) => tag is >= Xpos.VB and <= Xpos.VBZ ? _mended.Find(lemma) : tag == Xpos.NN && lemma[^1] == 's' ? _singular.Find(lemma) : lemma;

    /// <summary>"controls" taken for a noun of one: the noun that the tables know, unless they know the plural as a word of its own ("talks").</summary>
    private string Singular(string lemma) =>
        lemma.Length > 4 && Nouns(lemma).IsEmpty && WideNouns(lemma).IsEmpty && !(Nouns(lemma[..^1]).IsEmpty && WideNouns(lemma[..^1]).IsEmpty) ? lemma[..^1] : lemma;

    private string Mend(string lemma)
    {
        if (_forms.TryGetValue(lemma, out var known))
        {
            return known;
        }

        if (lemma.Length < 4 || _known.Contains(lemma))
        {
            return lemma;
        }

        return _known.Contains(lemma + "e") ? lemma + "e" : lemma[^1] == lemma[^2] && _known.Contains(lemma[..^1]) ? lemma[..^1] : lemma;
    }

    /// <summary>An irregular past that can be nothing else: <i>tore, froze</i>.</summary>
    public bool IsPast(string form) => _forms.ContainsKey(form) && form is not ("wound" or "shot" or "lit" or "bore" or "rose" or "struck");

    /// <summary>The course that a verb or noun of doing belongs to, or null.</summary>
    public string? Action(string lemma) => _actions.GetValueOrDefault(lemma);

    public string? CountryOfPlace(string place) => _countryOfPlace.GetValueOrDefault(place);

    public WordSet Class(string name) =>
        _classes.TryGetValue(name, out var words) ? words : throw new InvalidOperationException($"no word class @{name} in events-classes.tsv");

    private IEnumerable<string> Expand(string cell)
    {
        foreach (var word in Words(cell))
        {
            if (word[0] == '@')
            {
                foreach (var inner in Class(word[1..]))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return word;
            }
        }
    }

    private IEnumerable<Trigger> TriggerRows(string[] row)
    {
        if (!Vocabulary.TryParse<EventKind>(row[0], out var kind))
        {
            throw new InvalidOperationException($"no event kind '{row[0]}' in events-triggers.tsv");
        }

        var part = row[1] == "n" ? TriggerPart.Noun : TriggerPart.Verb;
        var needs = new List<Need>();
        var marks = TriggerMarks.None;
        foreach (var item in row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Enum.TryParse<TriggerMarks>(item, ignoreCase: true, out var mark) && !char.IsDigit(item[0]))
            {
                marks |= mark;
            }
            else
            {
                needs.Add(Need.Parse(item, Words, Class));
            }
        }

        return Words(row[2]).Select(word => new Trigger(kind, part, word, [.. needs], marks, row[4], row.Length > 5 ? row[5] : ""));
    }

    private static WordTable<Trigger[]> ByLemma(IEnumerable<Trigger> rows, TriggerPart part)
    {
        var table = new WordTable<Trigger[]>();
        foreach (var group in rows.Where(t => t.Part == part).GroupBy(t => t.Lemma, StringComparer.Ordinal))
        {
            table.Meet(group.Key, group.ToArray);
        }

        return table;
    }

    private static string[] Words(string cell) => cell.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

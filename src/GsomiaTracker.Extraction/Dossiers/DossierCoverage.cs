using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Dates;
using GsomiaTracker.Extraction.Events;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Stances;
using GsomiaTracker.Extraction.Statements;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Extraction.Dossiers;

/// <summary>How much of some texts an issue has.</summary>
/// <param name="Sentences">That name something of it.</param>
/// <param name="Positions">That were read on it.</param>
public sealed record IssueCoverage(string Issue, int Sentences, int Positions);

/// <summary>Words that come often and stand for nothing in the dossier.</summary>
/// <param name="Texts">In how many of the texts.</param>
/// <param name="Sentence">One that has them.</param>
public sealed record UnknownWords(string Words, int Times, int Texts, string Sentence);

/// <summary>Somebody who is quoted and is not in <c>officials.tsv</c>.</summary>
/// <param name="Office">The post that the text gives, or null.</param>
public sealed record UnknownSpeaker(string Name, string? Country, string? Office, int Statements);

/// <summary>What an official says in words of which no issue knows any.</summary>
public sealed record UnknownWishes(string Speaker, string Sentence);

/// <summary>What a dossier knows of some texts, and what it does not: for its author.</summary>
public sealed record CoverageReport(
    int Texts,
    int Sentences,
    int AboutSomething,
    IReadOnlyList<IssueCoverage> Issues,
    IReadOnlyList<UnknownWords> Things,
    IReadOnlyList<UnknownWords> Names,
    IReadOnlyList<UnknownSpeaker> Speakers,
    IReadOnlyList<UnknownWishes> Said);

/// <summary>Gathers what a dossier knows of texts, one after the other.</summary>
public sealed class DossierCoverage(Dossier dossier)
{
    private const int Most = 15;
    private const int Least = 2;

    private static readonly Lazy<HashSet<string>> Plain = new(() => LexiconFile.Rows("dossier-plain.tsv").Select(r => r[0]).ToHashSet(StringComparer.Ordinal));

    private readonly StanceRules _rules = StanceRules.Of(dossier);
    private readonly PhraseTable<bool> _short = Short(dossier);
    private readonly Dictionary<string, int> _named = dossier.Issues.ToDictionary(i => i.Key, _ => 0, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _held = dossier.Issues.ToDictionary(i => i.Key, _ => 0, StringComparer.Ordinal);
    private readonly Tally _things = new();
    private readonly Tally _names = new();
    private readonly List<UnknownWishes> _said = [];
    private readonly Dictionary<string, UnknownSpeaker> _speakers = new(StringComparer.Ordinal);
    private int _texts;
    private int _sentences;
    private int _about;

    public CoverageReport Report => new(
        _texts,
        _sentences,
        _about,
        [.. dossier.Issues.Select(i => new IssueCoverage(i.Key, _named[i.Key], _held[i.Key]))],
        _things.Often(Least, Most),
        _names.Often(Least, Most),
        [.. _speakers.Values.OrderByDescending(s => s.Statements).ThenBy(s => s.Name, StringComparer.Ordinal).Take(Most)],
        [.. _said.Take(Most)]);

    public void Add(string text)
    {
        var wire = WireDesk.Open(text, dossier);
        var document = Document.Open(wire, dossier, SyntaxParser.Load(), wire.Header.Published?.Day ?? dossier.Deadline.LastDay.AddDays(-DossierExamples.DaysBefore));
        var references = ReferenceResolver.Resolve(document);
        var attributions = AttributionFinder.Find(document, references);
        foreach (var stance in new StanceFinder(_rules).Find(document, references, attributions))
        {
            _held[stance.Issue]++;
        }

        Speakers(attributions, references);
        var holders = new Holders(document, references, attributions, _rules);
        var seeding = new Seeding(_rules, StanceLexicon.English.ForOneReading(), holders.CountryOf);
        var seeds = new List<SeedAt>();
        var concepts = new List<ConceptAt>();
        foreach (var sentence in document.Sentences)
        {
            var s = sentence.Syntax;
            seeding.Find(s, sentence.Index, seeds);
            _rules.Concepts.Find(s, concepts);
            var known = new bool[s.Count];
            foreach (var (first, last) in seeds.Select(x => (x.First, x.Last)).Concat(concepts.Select(x => (x.First, x.Last))))
            {
                known.AsSpan(first, last - first + 1).Fill(true);
            }

            foreach (var issue in seeds.Where(x => x.Form is SeedForm.Named or SeedForm.Headed).Select(x => x.Seed.Issue.Key).Concat(concepts.Select(x => x.Seed.Issue.Key)).Distinct(StringComparer.Ordinal))
            {
                _named[issue]++;
            }

            _sentences++;
            _about += seeds.Count + concepts.Count > 0 ? 1 : 0;
            if (seeds.Count + concepts.Count == 0 && Speaker(attributions, sentence) is { } speaker)
            {
                _said.Add(new UnknownWishes(speaker, Plainly(s)));
            }

            Gazetteer(document, sentence, known);
            Things(references, sentence, known);
            Names(references, sentence, known);
        }

        _texts++;
    }

    /// <summary>Short names of subjects, of those too that no issue is about.</summary>
    private static PhraseTable<bool> Short(Dossier dossier)
    {
        var names = new PhraseTable<bool>();
        foreach (var name in dossier.Subjects.SelectMany(s => s.ShortNames))
        {
            names.Add(name, true, anyCase: true);
        }

        return names;
    }

    /// <summary>The official of the dossier who says what stands in a sentence, or null.</summary>
    private string? Speaker(Attributions attributions, DocumentSentence sentence) => attributions.All
        .Where(a => a.Sentence == sentence.Index || a.Content.Any(c => sentence.Span.Contains(c.Start)))
        .Select(a => dossier.Officials.FirstOrDefault(o => o.Id == a.Statement.Speaker)?.Name)
        .FirstOrDefault(n => n is not null);

    private static string Plainly(Sentence s) => s.ToString().ReplaceLineEndings(" ");

    /// <summary>Marks the words that name a state, a body, a subject or a city.</summary>
    private void Gazetteer(Document document, DocumentSentence sentence, bool[] known)
    {
        var words = document.WordsOf(sentence.Index);
        var gazetteer = Officials.Gazetteer.For(dossier);
        for (var w = 0; w < words.Length; w++)
        {
            if (Math.Max(gazetteer.Longest(words, w, out _), _short.Longest(words, w, out _)) is > 0 and var length)
            {
                known.AsSpan(words[w].First, words[w + length - 1].Last - words[w].First + 1).Fill(true);
            }
        }

        foreach (var place in PlaceNames.Load().In(sentence.Syntax))
        {
            known.AsSpan(place.First, place.Last - place.First + 1).Fill(true);
        }
    }

    /// <summary>"the initiative", "the grain corridor": common nouns behind "the" that neither the dossier nor a reference explains.</summary>
    private void Things(References references, DocumentSentence sentence, bool[] known)
    {
        var s = sentence.Syntax;
        for (var i = 0; i < s.Count; i++)
        {
            if (s[i].Norm is not "the" || i + 1 >= s.Count)
            {
                continue;
            }

            var last = i;
            while (last + 1 < s.Count && (s[last + 1].Pos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num || s[last + 1].Norm is "-"))
            {
                last++;
            }

            while (last > i && s[last].Pos != Upos.Noun)
            {
                last--;
            }

            if (last == i || last - i > 4 || Plain.Value.Contains(s[last].Lemma) || Plain.Value.Contains(s[last].Norm) || references.At(sentence.Index, last) is not null
                || known.AsSpan(i, last - i + 1).Contains(true))
            {
                continue;
            }

            _things.Count(s.Text[s[i].Start..s[last].End].ToLowerInvariant(), _texts, s);
        }
    }

    /// <summary>Capitalised names of nobody and nothing that is known.</summary>
    private void Names(References references, DocumentSentence sentence, bool[] known)
    {
        var s = sentence.Syntax;
        for (var i = 0; i < s.Count; i++)
        {
            var last = i;
            while (last < s.Count && IsName(s, last) && !known[last] && !IsExplained(references.At(sentence.Index, last)))
            {
                last++;
            }

            if (last > i)
            {
                _names.Count(s.Text[s[i].Start..s[last - 1].End], _texts, s);
                i = last - 1;
            }
        }
    }

    /// <summary>That an organisation has a name of its own explains nothing.</summary>
    private static bool IsExplained(Mention? mention) => mention is { Referent: not { Kind: ReferentKind.Body, Org: not null } };

    private static bool IsName(Sentence s, int token) =>
        s[token].Pos == Upos.Propn && char.IsUpper(s.Text[s[token].Start]) && s[token].End - s[token].Start > 1 && s.Text[s[token].End - 1] != '.'
        && CalendarNames.Month(s[token].Norm.TrimEnd('.')) == 0 && CalendarNames.Weekday(s[token].Norm.TrimEnd('.')) is null;

    private void Speakers(Attributions attributions, References references)
    {
        foreach (var statement in attributions.All.Select(a => a.Statement))
        {
            if (statement.SpeakerName is not { } name || statement.Speaker is { } id && dossier.Officials.Any(o => o.Id == id))
            {
                continue;
            }

            var office = statement.Speaker is { } speaker ? references.Official(speaker)?.Office : null;
            var before = _speakers.GetValueOrDefault(name);
            _speakers[name] = new UnknownSpeaker(name, statement.Country ?? before?.Country, office ?? before?.Office, (before?.Statements ?? 0) + 1);
        }
    }

    private sealed class Tally
    {
        private readonly Dictionary<string, (int Times, HashSet<int> Texts, string Sentence)> _words = new(StringComparer.Ordinal);

        public void Count(string words, int text, Sentence sentence)
        {
            if (!_words.TryGetValue(words, out var so))
            {
                so = (0, [], Plainly(sentence));
            }

            so.Texts.Add(text);
            _words[words] = (so.Times + 1, so.Texts, so.Sentence);
        }

        public IReadOnlyList<UnknownWords> Often(int least, int most) =>
            [.. _words.Where(w => w.Value.Times >= least).OrderByDescending(w => w.Value.Times).ThenBy(w => w.Key, StringComparer.Ordinal).Take(most)
                .Select(w => new UnknownWords(w.Key, w.Value.Times, w.Value.Texts.Count, w.Value.Sentence))];
    }
}

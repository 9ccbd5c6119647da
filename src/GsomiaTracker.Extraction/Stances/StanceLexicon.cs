using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>General English of wanting, minding, judging, keeping and ending: <c>Lexicon/en/stances.tsv</c>.</summary>
internal sealed class StanceLexicon
{
    /// <summary>Words between the parts of an entry: <i>put</i> the pact <i>on hold</i>.</summary>
    private const int Gap = 4;

    /// <summary>In entries of three words and more: <i>put</i> American soldiers <i>at</i> greater <i>risk</i>.</summary>
    private const int WideGap = 7;

    private static readonly (Phrase Phrase, StanceWord Value, int Last)[] Nothing = [];

    private readonly PatternTable<StanceWord> _words = new();
    private readonly HashSet<string> _decisions;
    private readonly HashSet<string> _urging;
    private (Phrase Phrase, StanceWord Value, int Last)[]?[]? _known;
    private Sentence? _of;

    private StanceLexicon(IReadOnlyList<StanceWordRow> rows)
    {
        Rows = rows;
        _decisions = [.. rows.SelectMany(r => r.Words).Where(w => w.Kind == StanceWordKind.Decide && w.Phrase.Length == 1).Select(w => w.Phrase.Text)];
        _urging = [.. rows.SelectMany(r => r.Words).Where(w => w.Kind == StanceWordKind.Attitude && w.Act is SpeechAct.Urge or SpeechAct.Demand && w.Phrase.Length == 1).Select(w => w.Phrase.Text)];
        foreach (var row in rows)
        {
            foreach (var word in row.Words)
            {
                _words.Add(word.Phrase, word, (word.Classes & StanceWordClass.Verb) != 0 ? Inflection.Forms(word.Phrase.First[0]) : null);
            }
        }
    }

    private StanceLexicon(StanceLexicon shared)
    {
        Rows = shared.Rows;
        _words = shared._words;
        _decisions = shared._decisions;
        _urging = shared._urging;
        _known = [];
    }

    public static StanceLexicon English { get; } = new([.. LexiconTable.Rows("stances.tsv").Select(StanceWordRow.Parse)]);

    /// <summary>The same words for one reading, which asks about a sentence's tokens several times: answers are kept for the sentence at hand.</summary>
    public StanceLexicon ForOneReading() => new(this);

    /// <summary>The rows, for the test that runs their examples.</summary>
    public IReadOnlyList<StanceWordRow> Rows { get; }

    /// <summary>Whether a verb of saying with this lemma makes a course known rather than argues it.</summary>
    public bool IsDecision(string lemma) => _decisions.Contains(lemma);

    /// <summary>Whether a verb with this lemma wants something done by others.</summary>
    public bool IsUrging(string lemma) => _urging.Contains(lemma);

    /// <summary>Entries that the word at this token may be, longest first; empty for most words.</summary>
    public void At(Sentence sentence, int token, List<(Phrase Phrase, StanceWord Value, int Last)> into, bool anyClass = false)
    {
        into.Clear();
        if (_known is null || anyClass)
        {
            Find(sentence, token, into, anyClass);
            return;
        }

        if (!ReferenceEquals(_of, sentence))
        {
            _of = sentence;
            if (_known.Length < sentence.Count)
            {
                _known = new (Phrase Phrase, StanceWord Value, int Last)[]?[sentence.Count * 2];
            }

            Array.Clear(_known);
        }

        if (_known[token] is not { } known)
        {
            Find(sentence, token, into, anyClass);
            _known[token] = into.Count == 0 ? Nothing : [.. into];
            return;
        }

        if (known.Length > 0)
        {
            into.AddRange(known);
        }
    }

    private void Find(Sentence sentence, int token, List<(Phrase Phrase, StanceWord Value, int Last)> into, bool anyClass)
    {
        _words.At(sentence, token, Gap, into, WideGap);
        if (into.Count > 0 && !anyClass)
        {
            KeepClass(sentence[token], into);
        }
    }

    /// <summary>Of a word's entries those of its part of speech.</summary>
    private static void KeepClass(Token token, List<(Phrase Phrase, StanceWord Value, int Last)> into)
    {
        var classes = StanceWord.ClassOf(token) ?? 0;
        if (into.Exists(e => (e.Value.Classes & classes) != 0))
        {
            into.RemoveAll(e => (e.Value.Classes & classes) == 0);
            return;
        }

        // A rare verb in "-s" or "-ed" is easily taken for a noun or a preposition: its form decides.
        var norm = token.Norm;
        var inflected = norm.EndsWith("s", StringComparison.Ordinal) || norm.EndsWith("ed", StringComparison.Ordinal) || norm.EndsWith("ing", StringComparison.Ordinal);
        into.RemoveAll(e => !inflected || (e.Value.Classes & StanceWordClass.Verb) == 0 || string.Equals(e.Phrase.First[0], norm, StringComparison.Ordinal));
    }
}

/// <summary>One row: words that do the same, with sentences that it must and must not read.</summary>
internal sealed record StanceWordRow(string Name, IReadOnlyList<StanceWord> Words, IReadOnlyList<string> Reads, IReadOnlyList<string> ReadsNot)
{
    /// <exception cref="InvalidOperationException">The table is wrong: a fault of the build, never of a text.</exception>
    public static StanceWordRow Parse(string[] cells)
    {
        var name = cells[0];
        if (!Enum.TryParse<StanceWordKind>(cells[1], ignoreCase: true, out var kind) || !Vocabulary.TryParse<SpeechAct>(cells[3], out var act))
        {
            throw new InvalidOperationException($"stances.tsv: row '{name}' has an unknown kind or act");
        }

        StanceWordClass classes = 0;
        foreach (var c in cells[4])
        {
            classes |= c switch { 'v' => StanceWordClass.Verb, 'n' => StanceWordClass.Noun, 'a' => StanceWordClass.Adjective, _ => 0 };
        }

        var value = cells[2] == "-" ? -1 : 1;
        var ofSubject = cells[4].Contains('~', StringComparison.Ordinal);
        var words = LexiconTable.Parts(cells[5]).Select(Phrase.Parse).OfType<Phrase>()
            .Select(p => new StanceWord(name, kind, value, act, classes, ofSubject, p));
        return new StanceWordRow(name, [.. words], Sentences(cells[6]), Sentences(cells[7]));
    }

    private static string[] Sentences(string cell) => cell.Split(" | ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

using System.Collections.Frozen;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// What the words of a clause make of a position: of each word (dictionary form; nouns, verbs, adjectives, adverbs and particles, no names) a weight whatever
/// the position, and one for each position.
/// </summary>
/// <param name="weights">By word and position; null for any position.</param>
internal sealed class WordWeights(IReadOnlyDictionary<(string Word, Position? Position), double> weights)
{
    private const int Kept = 1 << 12;

    private static readonly int Positions = Enum.GetValues<Position>().Length;

    private readonly FrozenDictionary<string, double[]> _of = weights.GroupBy(w => w.Key.Word, StringComparer.Ordinal).ToFrozenDictionary(
        g => g.Key,
        g => Enumerable.Range(0, Positions).Select(p => g.Sum(w => w.Key.Position is { } of && (int)of != p ? 0 : w.Value)).ToArray(),
        StringComparer.Ordinal);

    private WordMemo<double[]?>? _known;

    /// <summary>The words of a stretch of a sentence that have weights, each as often as it stands there.</summary>
    public static IEnumerable<string> In(Sentence s, TextSpan words)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (Counts(s[i].Pos) && s[i].Start >= words.Start && s[i].End <= words.End)
            {
                yield return s[i].Lemma;
            }
        }
    }

    public Sums Reader() => new(_of.Count == 0 ? null : _known ??= new WordMemo<double[]?>(_of.GetValueOrDefault, Kept));

    private static bool Counts(Upos pos) => pos is Upos.Verb or Upos.Noun or Upos.Adj or Upos.Adv or Upos.Aux or Upos.Part;

    /// <summary>Adds up weights over stretches of sentences; each sentence is looked up once as long as its stretches come together.</summary>
    internal sealed class Sums(WordMemo<double[]?>? of)
    {
        private Sentence? _sentence;
        private double[] _upTo = [];

        public double Of(Sentence s, TextSpan words, Position position)
        {
            if (of is null)
            {
                return 0;
            }

            if (_sentence != s)
            {
                Enter(s, of);
            }

            int first = 0, last = s.Count;
            while (first < last && s[first].Start < words.Start)
            {
                first++;
            }

            while (last > first && s[last - 1].End > words.End)
            {
                last--;
            }

            return _upTo[last * Positions + (int)position] - _upTo[first * Positions + (int)position];
        }

        /// <summary>The sums up to each word of the sentence, for each position.</summary>
        private void Enter(Sentence s, WordMemo<double[]?> known)
        {
            _sentence = s;
            if (_upTo.Length < (s.Count + 1) * Positions)
            {
                _upTo = new double[(s.Count + 1) * Positions];
            }

            for (var i = 0; i < s.Count; i++)
            {
                var weights = Counts(s[i].Pos) ? known.Find(s[i].Lemma) : null;
                for (var p = 0; p < Positions; p++)
                {
                    _upTo[(i + 1) * Positions + p] = _upTo[i * Positions + p] + (weights is null ? 0 : weights[p]);
                }
            }
        }
    }
}

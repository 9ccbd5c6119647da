using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>Phrases by the number of their first word (<see cref="WordNumbers"/>), so that one look a token finds those that may begin there. Filled first, then asked.</summary>
internal sealed class PatternTable<T>
    where T : class
{
    private readonly ulong _bit = WordNumbers.TableBit();
    private readonly List<Entry> _entries = [];
    private Index? _index;

    /// <param name="forms">Further spellings of the first word, such as its inflected forms.</param>
    public void Add(Phrase phrase, T value, IEnumerable<string>? forms = null)
    {
        foreach (var first in phrase.First.Concat(forms ?? []).Distinct(StringComparer.Ordinal))
        {
            _entries.Add(new Entry(WordNumbers.Add(first, _bit), phrase, value));
        }

        _index = null;
    }

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>All phrases that begin at this token, each with its last token; those of most words first, else in the order of the data.</summary>
    public void At(Sentence sentence, int token, int gap, List<(Phrase Phrase, T Value, int Last)> into, int wide = -1)
    {
        into.Clear();
        var words = SentenceWords.Of(sentence);
        var (norm, lemma) = (words.Norm(token), words.OtherLemma(token));
        if (((norm.Tables | (lemma?.Tables ?? 0)) & _bit) == 0)
        {
            return;
        }

        wide = Math.Max(gap, wide);
        ReadOnlySpan<ulong> ahead = [ulong.MaxValue, words.Ahead(token, gap), words.Ahead(token, wide), words.Ahead(token, Phrase.MostBetween)];
        var index = _index ??= new Index(_entries);
        Collect(index, norm.Number, ahead, sentence, token, gap, wide, into);
        if (lemma is not null)
        {
            Collect(index, lemma.Number, ahead, sentence, token, gap, wide, into);
        }

        if (into.Count > 1)
        {
            // Stable: the order of the data decides among phrases of one length.
            for (var i = 1; i < into.Count; i++)
            {
                for (var j = i; j > 0 && into[j].Phrase.Length > into[j - 1].Phrase.Length; j--)
                {
                    (into[j], into[j - 1]) = (into[j - 1], into[j]);
                }
            }
        }
    }

    private static void Collect(Index index, int first, ReadOnlySpan<ulong> ahead, Sentence sentence, int token, int gap, int wide, List<(Phrase Phrase, T Value, int Last)> into)
    {
        if (first + 1 >= index.Starts.Length)
        {
            return;
        }

        var end = index.Starts[first + 1];
        for (var i = index.Starts[first]; i < end; i++)
        {
            ref readonly var second = ref index.Seconds[i];
            if ((ahead[(int)second.Next] & second.Bits) == 0)
            {
                continue;
            }

            var (_, phrase, value) = index.Entries[i];
            var last = phrase.MatchAt(sentence, token, phrase.Length > 2 ? wide : gap);
            if (last >= 0 && !Holds(into, value))
            {
                into.Add((phrase, value, last));
            }
        }
    }

    private static bool Holds(List<(Phrase Phrase, T Value, int Last)> found, T value)
    {
        foreach (var entry in found)
        {
            if (ReferenceEquals(entry.Value, value))
            {
                return true;
            }
        }

        return false;
    }

    private static Where Next(Phrase phrase) =>
        phrase.Length == 1 ? Where.Nowhere : phrase.BeginsOpen ? Where.Open : phrase.Length > 2 ? Where.Wide : Where.Gap;

    /// <summary>How far off a phrase's second word may stand.</summary>
    private enum Where : byte
    {
        /// <summary>There is none.</summary>
        Nowhere,

        /// <summary>Behind the words that may stand between two.</summary>
        Gap,

        /// <summary>Behind those that may in a phrase of several words.</summary>
        Wide,

        /// <summary>Behind as many as ever may.</summary>
        Open,
    }

    /// <param name="Bits">Of the spellings of the phrase's second word (<see cref="SentenceWords.Bit"/>); all where it has one word only.</param>
    private readonly record struct Second(ulong Bits, Where Next);

    private readonly record struct Entry(int First, Phrase Phrase, T Value);

    /// <summary>
    /// The phrases in the order of their first words' numbers, those of one word in the order of the data. A look goes to as few places of memory as can be: where a
    /// word's phrases begin, then what turns most of them away, which lies apart from the rest.
    /// </summary>
    private sealed class Index
    {
        public Index(List<Entry> entries)
        {
            Entries = [.. entries.OrderBy(e => e.First)];
            Seconds = Array.ConvertAll(Entries, e => new Second(e.Phrase.SecondBits, PatternTable<T>.Next(e.Phrase)));
            Starts = new int[Entries.Length == 0 ? 0 : Entries[^1].First + 2];
            foreach (var entry in Entries)
            {
                Starts[entry.First + 1]++;
            }

            for (var i = 1; i < Starts.Length; i++)
            {
                Starts[i] += Starts[i - 1];
            }
        }

        /// <summary>By number, the first phrase of a word; the next number's is where they end.</summary>
        public int[] Starts { get; }

        public Second[] Seconds { get; }

        public Entry[] Entries { get; }
    }
}

using System.Runtime.InteropServices;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>Phrases by the number of their first word (<see cref="WordNumbers"/>), so that one look a token finds those that may begin there. Filled first, then asked.</summary>
internal sealed class PatternTable<T>
    where T : class
{
    private readonly ulong _bit = WordNumbers.TableBit();
    private Bucket?[] _byFirst = [];

    /// <param name="forms">Further spellings of the first word, such as its inflected forms.</param>
    public void Add(Phrase phrase, T value, IEnumerable<string>? forms = null)
    {
        foreach (var first in phrase.First.Concat(forms ?? []).Distinct(StringComparer.Ordinal))
        {
            var number = WordNumbers.Add(first, _bit);
            if (number >= _byFirst.Length)
            {
                Array.Resize(ref _byFirst, Math.Max(2 * _byFirst.Length, number + 1));
            }

            (_byFirst[number] ??= new Bucket()).Add(new Second(phrase.SecondBits, Next(phrase)), phrase, value);
        }
    }

    public bool IsEmpty => _byFirst.Length == 0;

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
        Collect(norm.Number, ahead, sentence, token, gap, wide, into);
        if (lemma is not null)
        {
            Collect(lemma.Number, ahead, sentence, token, gap, wide, into);
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

    private void Collect(int first, ReadOnlySpan<ulong> ahead, Sentence sentence, int token, int gap, int wide, List<(Phrase Phrase, T Value, int Last)> into)
    {
        if (first >= _byFirst.Length || _byFirst[first] is not { } list)
        {
            return;
        }

        var seconds = CollectionsMarshal.AsSpan(list.Seconds);
        for (var i = 0; i < seconds.Length; i++)
        {
            if ((ahead[(int)seconds[i].Next] & seconds[i].Bits) == 0)
            {
                continue;
            }

            var (phrase, value) = list.Entries[i];
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

    /// <summary>The phrases of one first word; what turns most of them away lies apart from the rest, so that little memory is looked at.</summary>
    private sealed class Bucket
    {
        public List<Second> Seconds { get; } = [];

        public List<(Phrase Phrase, T Value)> Entries { get; } = [];

        public void Add(Second second, Phrase phrase, T value)
        {
            Seconds.Add(second);
            Entries.Add((phrase, value));
        }
    }
}

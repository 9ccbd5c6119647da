using System.Runtime.InteropServices;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>Phrases by the number of their first word (<see cref="WordNumbers"/>), so that one look a token finds those that may begin there. Filled first, then asked.</summary>
internal sealed class PatternTable<T>
    where T : class
{
    private readonly ulong _bit = WordNumbers.TableBit();
    private List<Entry>?[] _byFirst = [];

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

            (_byFirst[number] ??= []).Add(new Entry(phrase.SecondBits, Next(phrase), phrase, value));
        }
    }

    public bool IsEmpty => _byFirst.Length == 0;

    /// <summary>All phrases that begin at this token, each with its last token; those of most words first, else in the order of the data.</summary>
    public void At(Sentence sentence, int token, int gap, List<(Phrase Phrase, T Value, int Last)> into, int wide = -1)
    {
        into.Clear();
        var words = SentenceWords.Of(sentence);
        if ((words.Tables(token) & _bit) == 0)
        {
            return;
        }

        wide = Math.Max(gap, wide);
        ReadOnlySpan<ulong> ahead = [ulong.MaxValue, words.Ahead(token, gap), words.Ahead(token, wide), words.Ahead(token, Phrase.MostBetween)];
        Collect(words.Norm(token), ahead, sentence, token, gap, wide, into);
        Collect(words.OtherLemma(token), ahead, sentence, token, gap, wide, into);
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

        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(list))
        {
            if ((ahead[(int)entry.Next] & entry.Second) == 0)
            {
                continue;
            }

            var last = entry.Phrase.MatchAt(sentence, token, entry.Phrase.Length > 2 ? wide : gap);
            if (last >= 0 && !Holds(into, entry.Value))
            {
                into.Add((entry.Phrase, entry.Value, last));
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

    /// <param name="Second">Bits of the spellings of the phrase's second word (<see cref="SentenceWords.Bit"/>); all where it has one word only.</param>
    private readonly record struct Entry(ulong Second, Where Next, Phrase Phrase, T Value);
}

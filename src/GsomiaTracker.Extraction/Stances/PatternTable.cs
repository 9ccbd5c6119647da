using System.Runtime.InteropServices;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>Phrases by first word, so that one look-up a token finds those that may begin there.</summary>
internal sealed class PatternTable<T>
    where T : class
{
    private readonly WordTable<List<Entry>> _byFirst = new();

    /// <param name="forms">Further spellings of the first word, such as its inflected forms.</param>
    public void Add(Phrase phrase, T value, IEnumerable<string>? forms = null)
    {
        foreach (var first in phrase.First.Concat(forms ?? []).Distinct(StringComparer.Ordinal))
        {
            _byFirst.Meet(first, static () => []).Add(new Entry(phrase.Length > 1 ? phrase.SecondBits : 0, phrase, value));
        }
    }

    public bool IsEmpty => _byFirst.Count == 0;

    /// <summary>All phrases that begin at this token, each with its last token; those of most words first, else in the order of the data.</summary>
    public void At(Sentence sentence, int token, int gap, List<(Phrase Phrase, T Value, int Last)> into, int wide = -1)
    {
        into.Clear();
        var t = sentence[token];
        Collect(t.Norm, sentence, token, gap, Math.Max(gap, wide), into);
        if (!string.Equals(t.Lemma, t.Norm, StringComparison.Ordinal))
        {
            Collect(t.Lemma, sentence, token, gap, Math.Max(gap, wide), into);
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

    private void Collect(string key, Sentence sentence, int token, int gap, int wide, List<(Phrase Phrase, T Value, int Last)> into)
    {
        if (_byFirst.Find(key) is not { } list)
        {
            return;
        }

        var ahead = list.Count > 1 ? WordsAhead.After(sentence, token) : ulong.MaxValue;
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(list))
        {
            if (entry.Second != 0 && (ahead & entry.Second) == 0)
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

    /// <param name="Second">Bits of the spellings of the phrase's second word (<see cref="WordsAhead.Bit"/>); none where it has one word only.</param>
    private readonly record struct Entry(ulong Second, Phrase Phrase, T Value);
}

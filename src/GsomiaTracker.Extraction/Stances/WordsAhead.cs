using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Which words may follow each token of a sentence, as 64 bits: what a phrase wants next is looked for only where its bit is set.
/// </summary>
internal sealed class WordsAhead
{
    /// <summary>How far the next word of a phrase may lie: as many other words as ever may stand between, and itself.</summary>
    private const int Reach = Phrase.MostBetween + 1;

    // Of the sentence at hand: tables are shared between threads.
    [ThreadStatic]
    private static WordsAhead? _current;

    private ulong[] _own = [];
    private ulong[] _ahead = [];
    private Sentence? _of;

    /// <summary>The bit of a spelling.</summary>
    public static ulong Bit(string word) =>
        word.Length == 0 ? 1 : 1UL << (int)((word[0] * 0x9E3779B1u ^ word[^1] * 0x85EBCA77u ^ (uint)word.Length * 0xC2B2AE3Du ^ word[word.Length / 2] * 0x27D4EB2Fu) >> 26);

    /// <summary>Bits of the forms and lemmas within reach behind this token; passed-over marks do not count as distance.</summary>
    public static ulong After(Sentence sentence, int token)
    {
        var current = _current ??= new WordsAhead();
        if (!ReferenceEquals(current._of, sentence))
        {
            current.Take(sentence);
        }

        return current._ahead[token];
    }

    private void Take(Sentence sentence)
    {
        _of = sentence;
        var count = sentence.Count;
        if (_own.Length < count)
        {
            _own = new ulong[count * 2];
            _ahead = new ulong[count * 2];
        }

        for (var i = 0; i < count; i++)
        {
            _own[i] = Bit(sentence[i].Norm) | Bit(sentence[i].Lemma);
        }

        for (var i = 0; i < count; i++)
        {
            ulong bits = 0;
            for (int at = i + 1, left = Reach; at < count && left > 0; at++)
            {
                bits |= _own[at];
                if (sentence[at].Pos != Upos.Punct)
                {
                    left--;
                }
            }

            _ahead[i] = bits;
        }
    }
}

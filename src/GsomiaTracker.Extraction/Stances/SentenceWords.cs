using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// What tables of phrases ask about a sentence's tokens, made once a sentence: the numbers of their words (<see cref="WordNumbers"/>), and which words may follow, as 64
/// bits, so that what a phrase wants next is looked for only where its bit is set.
/// </summary>
internal sealed class SentenceWords
{
    /// <summary>How far the next word of a phrase may lie: as many other words as ever may stand between, and itself.</summary>
    private const int Reach = Phrase.MostBetween + 1;

    // Of the sentence at hand: tables are shared between threads.
    [ThreadStatic]
    private static SentenceWords? _current;

    private ulong[] _own = [];
    private ulong[] _ahead = [];
    private int[] _norm = [];
    private int[] _lemma = [];
    private Sentence? _of;
    private object? _edition;

    /// <summary>The bit of a spelling.</summary>
    public static ulong Bit(string word) =>
        word.Length == 0 ? 1 : 1UL << (int)((word[0] * 0x9E3779B1u ^ word[^1] * 0x85EBCA77u ^ (uint)word.Length * 0xC2B2AE3Du ^ word[word.Length / 2] * 0x27D4EB2Fu) >> 26);

    /// <summary>Those of a sentence; good until this thread asks for another's.</summary>
    public static SentenceWords Of(Sentence sentence)
    {
        var current = _current ??= new SentenceWords();
        if (!ReferenceEquals(current._of, sentence) || !ReferenceEquals(current._edition, WordNumbers.Edition))
        {
            current.Take(sentence);
        }

        return current;
    }

    /// <summary>The number of the token's form; 0 without one.</summary>
    public int Norm(int token) => _norm[token];

    /// <summary>The number of its lemma where that is not its form; 0 without one.</summary>
    public int OtherLemma(int token) => _lemma[token];

    /// <summary>Bits of the forms and lemmas within reach behind this token; passed-over marks do not count as distance.</summary>
    public ulong Ahead(int token) => _ahead[token];

    private void Take(Sentence sentence)
    {
        _of = sentence;
        _edition = WordNumbers.Edition;
        var count = sentence.Count;
        if (_own.Length < count)
        {
            _own = new ulong[count * 2];
            _ahead = new ulong[count * 2];
            _norm = new int[count * 2];
            _lemma = new int[count * 2];
        }

        for (var i = 0; i < count; i++)
        {
            ref readonly var token = ref sentence[i];
            var (norm, lemma) = (token.Norm, token.Lemma);
            _own[i] = Bit(norm);
            _norm[i] = WordNumbers.Of(norm);
            _lemma[i] = 0;
            if (!string.Equals(norm, lemma, StringComparison.Ordinal))
            {
                _own[i] |= Bit(lemma);
                _lemma[i] = WordNumbers.Of(lemma);
            }
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

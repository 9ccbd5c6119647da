using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// What tables of phrases ask about a sentence's tokens, made once a sentence: what is known of their words (<see cref="WordFacts"/>), and which words may follow, as 64
/// bits, so that what a phrase wants next is looked for only where its bit is set.
/// </summary>
internal sealed class SentenceWords
{
    /// <summary>As many other words as may stand between two of a phrase: from none up.</summary>
    private const int Gaps = Phrase.MostBetween + 1;

    // Of the sentence at hand: tables are shared between threads.
    [ThreadStatic]
    private static SentenceWords? _current;

    private ulong[] _ahead = [];
    private WordFacts[] _norm = [];
    private WordFacts?[] _lemma = [];
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

    /// <summary>What is known of the token's form.</summary>
    public WordFacts Norm(int token) => _norm[token];

    /// <summary>What is known of its lemma where that is not its form.</summary>
    public WordFacts? OtherLemma(int token) => _lemma[token];

    /// <summary>Bits of the forms and lemmas that stand behind this token with at most so many other words between (up to <see cref="Phrase.MostBetween"/>); marks do not count.</summary>
    public ulong Ahead(int token, int between) => _ahead[(token * Gaps) + between];

    private void Take(Sentence sentence)
    {
        _of = sentence;
        _edition = WordNumbers.Edition;
        var count = sentence.Count;
        if (_norm.Length < count)
        {
            _ahead = new ulong[count * 2 * Gaps];
            _norm = new WordFacts[count * 2];
            _lemma = new WordFacts?[count * 2];
        }

        // From the last token to the first: what stands behind a token is the next one, and behind it what that one has.
        Span<ulong> behind = stackalloc ulong[Gaps];
        behind.Clear();
        for (var i = count - 1; i >= 0; i--)
        {
            ref readonly var token = ref sentence[i];
            behind.CopyTo(_ahead.AsSpan(i * Gaps));
            var norm = WordNumbers.Facts(token.Norm);
            var lemma = token.Norm == token.Lemma ? null : WordNumbers.Facts(token.Lemma);
            _norm[i] = norm;
            _lemma[i] = lemma;
            var own = norm.Bit | (lemma?.Bit ?? 0);

            var counts = token.Pos != Upos.Punct;
            for (var between = Gaps - 1; between >= 0; between--)
            {
                behind[between] = own | (!counts ? behind[between] : between > 0 ? behind[between - 1] : 0);
            }
        }
    }
}

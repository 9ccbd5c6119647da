namespace GsomiaTracker.Extraction.Lexicon;

/// <summary>
/// Keeps what a look-up gave for the words of texts. Their strings come from one table (<see cref="Language.Syntax.FormTable"/>) and so are mostly the same
/// objects again and again: the comparison of a word with the one kept is over before it looks at a letter. Of fixed size, a newer word displacing an older; what it answers never
/// depends on what it keeps. Safe for several threads where the look-up is.
/// </summary>
/// <param name="find">The look-up: always the same answer for a word.</param>
/// <param name="slots">How many words it keeps at most: a power of two.</param>
internal sealed class WordMemo<T>(Func<string, T> find, int slots)
{
    private const int LongestKept = 64;

    private readonly Known?[] _known = new Known?[slots];

    public T Find(string word) => Find(word, WordFilter.Place(word));

    /// <summary>The same, of a word whose <see cref="WordFilter.Place"/> is known.</summary>
    public T Find(string word, uint place)
    {
        ref var slot = ref _known[place & (uint)(_known.Length - 1)];
        if (Volatile.Read(ref slot) is { } known && string.Equals(known.Word, word, StringComparison.Ordinal))
        {
            return known.Value;
        }

        var value = find(word);
        if (word.Length <= LongestKept)
        {
            Volatile.Write(ref slot, new Known(word, value));
        }

        return value;
    }

    private sealed class Known(string word, T value)
    {
        public readonly string Word = word;

        public readonly T Value = value;
    }
}

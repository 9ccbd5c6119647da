using System.Numerics;

namespace GsomiaTracker.Extraction.Lexicon;

/// <summary>
/// A dictionary asked about the words of texts: most of them, which no table holds, are turned away by a filter, the others looked up once (<see cref="WordMemo{T}"/>).
/// Filled first, then asked.
/// </summary>
internal sealed class WordTable<T>
    where T : class
{
    private readonly Dictionary<string, T> _entries = new(StringComparer.Ordinal);
    private readonly WordFilter _filter = new();
    private WordMemo<T?>? _known;

    public int Count => _entries.Count;

    public IEnumerable<T> Values => _entries.Values;

    /// <summary>What the word has, made and added where it has nothing yet.</summary>
    public T Meet(string word, Func<T> make)
    {
        if (!_entries.TryGetValue(word, out var value))
        {
            _entries[word] = value = make();
            _filter.Add(word);
        }

        return value;
    }

    /// <summary>What the word has, or null.</summary>
    public T? Find(string word) => Find(word, WordFilter.Place(word));

    /// <summary>The same, of a word whose <see cref="WordFilter.Place"/> is known.</summary>
    public T? Find(string word, uint place)
    {
        if (!_filter.MayHold(place))
        {
            return null;
        }

        _known ??= new WordMemo<T?>(_entries.GetValueOrDefault, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(2 * Count, 16, 4096)));
        return _known.Find(word, place);
    }
}

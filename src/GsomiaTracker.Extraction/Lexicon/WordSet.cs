using System.Collections;

namespace GsomiaTracker.Extraction.Lexicon;

/// <summary>A set of words asked about the words of texts: most are turned away by a few bits before they are hashed (as <see cref="WordFilter"/> does, smaller). Filled first, then asked.</summary>
internal sealed class WordSet : IEnumerable<string>
{
    private const int Bits = 1 << 10;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly uint[] _bits = new uint[Bits / 32];

    public int Count => _words.Count;

    public void Add(string word)
    {
        _words.Add(word);
        var at = Place(word);
        _bits[at >> 5] |= 1u << (int)at;
    }

    public void AddRange(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            Add(word);
        }
    }

    public bool Contains(string word)
    {
        var at = Place(word);
        return (_bits[at >> 5] & 1u << (int)at) != 0 && _words.Contains(word);
    }

    IEnumerator<string> IEnumerable<string>.GetEnumerator() => _words.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _words.GetEnumerator();

    /// <summary>Ten bits of the filter's fifteen.</summary>
    private static uint Place(string word) => WordFilter.Place(word) & (Bits - 1);
}

using System.Collections;

namespace GsomiaTracker.Extraction.Lexicon;

/// <summary>A set of words asked about the words of texts: most are turned away by a few bits before they are hashed (<see cref="WordFilter"/>). Filled first, then asked.</summary>
internal sealed class WordSet : IEnumerable<string>
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly WordFilter _filter = new(size: 10);

    public int Count => _words.Count;

    public void Add(string word)
    {
        _words.Add(word);
        _filter.Add(word);
    }

    public void AddRange(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            Add(word);
        }
    }

    public bool Contains(string word) => _filter.MayHold(word) && _words.Contains(word);

    IEnumerator<string> IEnumerable<string>.GetEnumerator() => _words.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _words.GetEnumerator();
}

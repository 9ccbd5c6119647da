using GsomiaTracker.Extraction.Language;

namespace GsomiaTracker.Extraction.Lexicon;

/// <summary>Finds the longest phrase of a list at a place in a sentence's words; one dictionary step a word.</summary>
internal sealed class PhraseTable<T>
{
    private readonly WordTable<Node> _first = new();

    /// <summary>The number of phrases.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a phrase. With capitals in it, it matches only where its first word is capitalised. The first value given to a phrase stays.</summary>
    public void Add(string phrase, T value, bool anyCase = false)
    {
        Node? node = null;
        foreach (var part in Split(phrase))
        {
            if (node is null)
            {
                node = _first.Meet(part, static () => new Node());
                continue;
            }

            node.Next ??= new Dictionary<string, Node>(StringComparer.Ordinal);
            if (!node.Next.TryGetValue(part, out var next))
            {
                node.Next[part] = next = new Node();
                node.Begins |= WordFilter.Bit(part);
            }

            node = next;
        }

        if (node is null)
        {
            return;
        }

        // "the Diet" is a proper name though "the" is not capitalised.
        var capital = !anyCase && phrase.Any(char.IsUpper);
        var at = capital ? 1 : 0;
        if (!node.Has[at])
        {
            node.Has[at] = true;
            node.Values[at] = value;
            Count++;
        }
    }

    /// <summary>The longest phrase that starts at this word: its length in words (0 for none) and its value.</summary>
    public int Longest(ReadOnlySpan<Word> words, int at, out T value)
    {
        value = default!;
        var length = 0;
        if (at >= words.Length)
        {
            return 0;
        }

        var node = _first.Find(words[at].Norm, words[at].Place);
        var capital = false;
        for (var i = at; node is not null; node = ++i < words.Length ? node.After(words[i]) : null)
        {
            capital |= words[i].Capital;
            for (var c = capital ? 1 : 0; c >= 0; c--)
            {
                if (node.Has[c])
                {
                    length = i - at + 1;
                    value = node.Values[c];
                    break;
                }
            }
        }

        return length;
    }

    /// <summary>The phrase that ends at this word (inclusive) and starts as far left as can be: its first word, or -1.</summary>
    public int LongestEndingAt(ReadOnlySpan<Word> words, int last, int maxWords, out T value)
    {
        for (var start = Math.Max(0, last - maxWords + 1); start <= last; start++)
        {
            if (Longest(words[..(last + 1)], start, out value) == last - start + 1)
            {
                return start;
            }
        }

        value = default!;
        return -1;
    }

    /// <summary>Cut as sentences are cut: possessives, commas and full stops that are no abbreviation's apart.</summary>
    private static IEnumerable<string> Split(string phrase)
    {
        foreach (var raw in phrase.ToLowerInvariant().Replace('\u2019', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var part = raw;
            var comma = part.EndsWith(',');
            part = comma ? part[..^1] : part;
            if (part.EndsWith("'s", StringComparison.Ordinal))
            {
                yield return part[..^2];
                yield return "'s";
            }
            else
            {
                yield return part;
            }

            if (comma)
            {
                yield return ",";
            }
        }
    }

    private sealed class Node
    {
        public Dictionary<string, Node>? Next { get; set; }

        /// <summary>Bits of the words that may follow.</summary>
        public ulong Begins { get; set; }

        /// <summary>[0]: any case; [1]: only with a capital.</summary>
        public bool[] Has { get; } = new bool[2];

        public T[] Values { get; } = new T[2];

        public Node? After(in Word word) => (Begins & WordFilter.Bit(word.Place)) != 0 ? Next!.GetValueOrDefault(word.Norm) : null;
    }
}

namespace GsomiaTracker.Extraction.Lexicon;

/// <summary>
/// A number for every word that a table of phrases begins with, the same for all tables of the process: a sentence's words are numbered once, and every table finds what
/// a word begins by its number. Words of texts get none, so that the numbers stay as few as the lexicon's and the dossiers' words. Safe for several threads.
/// </summary>
internal static class WordNumbers
{
    private const int Kept = 1 << 13;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal);

    // By number, which tables begin something with the word; read and written under the gate.
    private static ulong[] _begun = new ulong[1 << 12];

    private static int _tables;

    // What words of texts were found to have; begun anew when a word is added.
    private static WordMemo<WordFacts>? _found;

    /// <summary>Another object after a word was added: what was numbered before may lack it.</summary>
    public static object Edition => Found;

    private static WordMemo<WordFacts> Found
    {
        get
        {
            if (Volatile.Read(ref _found) is { } found)
            {
                return found;
            }

            lock (Gate)
            {
                return _found ??= new WordMemo<WordFacts>(Look, Kept);
            }
        }
    }

    /// <summary>A bit for a table that is about to be filled: its own, until there are more tables than bits.</summary>
    public static ulong TableBit() => 1UL << (Interlocked.Increment(ref _tables) & 63);

    /// <summary>The word's number, given now where it has none; from 1.</summary>
    /// <param name="table">The bit of the table that begins something with it.</param>
    public static int Add(string word, ulong table = 0)
    {
        lock (Gate)
        {
            if (!Numbers.TryGetValue(word, out var number))
            {
                number = Numbers.Count + 1;
                Numbers.Add(word, number);
            }

            if (number >= _begun.Length)
            {
                var larger = new ulong[2 * _begun.Length];
                _begun.CopyTo(larger, 0);
                _begun = larger;
            }

            _begun[number] |= table;
            Volatile.Write(ref _found, null);
            return number;
        }
    }

    /// <summary>What is known of the word; good as long as <see cref="Edition"/> stays.</summary>
    public static WordFacts Facts(string word) => Found.Find(word);

    private static WordFacts Look(string word)
    {
        lock (Gate)
        {
            var number = Numbers.GetValueOrDefault(word);
            return new WordFacts(word, number, _begun[number]);
        }
    }
}

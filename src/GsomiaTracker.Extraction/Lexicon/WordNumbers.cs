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

    // What words of texts were found to have; begun anew when a word is added.
    private static WordMemo<int>? _found;

    /// <summary>Another object after a word was added: what was numbered before may lack it.</summary>
    public static object Edition => Found;

    private static WordMemo<int> Found
    {
        get
        {
            if (Volatile.Read(ref _found) is { } found)
            {
                return found;
            }

            lock (Gate)
            {
                return _found ??= new WordMemo<int>(Look, Kept);
            }
        }
    }

    /// <summary>The word's number, given now where it has none; from 1.</summary>
    public static int Add(string word)
    {
        lock (Gate)
        {
            if (!Numbers.TryGetValue(word, out var number))
            {
                number = Numbers.Count + 1;
                Numbers.Add(word, number);
                Volatile.Write(ref _found, null);
            }

            return number;
        }
    }

    /// <summary>The word's number; 0 where it has none.</summary>
    public static int Of(string word) => Found.Find(word);

    private static int Look(string word)
    {
        lock (Gate)
        {
            return Numbers.GetValueOrDefault(word);
        }
    }
}

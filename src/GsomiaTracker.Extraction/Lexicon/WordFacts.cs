using GsomiaTracker.Extraction.Stances;

namespace GsomiaTracker.Extraction.Lexicon;

/// <summary>What tables of phrases and ideas ask about a word, found out once (<see cref="WordNumbers.Facts"/>).</summary>
/// <param name="number">See <see cref="Number"/>.</param>
/// <param name="tables">See <see cref="Tables"/>.</param>
internal sealed class WordFacts(string word, int number, ulong tables)
{
    public string Word { get; } = word;

    /// <summary>Its number; 0 where no table begins anything with it.</summary>
    public int Number { get; } = number;

    /// <summary>Bits of the tables that begin something with it, and perhaps of others.</summary>
    public ulong Tables { get; } = tables;

    /// <summary>Its bit among the words that may follow (<see cref="SentenceWords.Bit"/>).</summary>
    public ulong Bit { get; } = SentenceWords.Bit(word);

    /// <summary>The ideas that it tells, of the table that asked last; threads may ask for different ones, each looks whose they are.</summary>
    public WordIdeas? Ideas { get; set; }
}

/// <summary>The ideas that a word tells in one table of concepts.</summary>
internal sealed record WordIdeas(ConceptTable Table, int[] Slots);

using System.Numerics;

namespace GsomiaTracker.Extraction.Lexicon;

/// <summary>
/// Says of most words, without a look into a dictionary, that it does not hold them: a set of bits under the word's length and its first, second, middle and last
/// letter (Bloom 1970, with one hash). Most words of a text are in no table, and asking costs less than hashing all of a word.
/// </summary>
/// <param name="size">How many of a place's fifteen bits count: a small set needs few.</param>
internal sealed class WordFilter(int size = 15)
{
    private readonly uint[] _bits = new uint[1 << (size - 5)];
    private readonly uint _mask = (1u << size) - 1;

    public void Add(string word)
    {
        var at = Place(word) & _mask;
        _bits[at >> 5] |= 1u << (int)at;
    }

    /// <summary>False: surely not added.</summary>
    public bool MayHold(string word) => MayHold(Place(word));

    /// <summary>The same, of a word whose <see cref="Place"/> is known.</summary>
    public bool MayHold(uint place) => (_bits[(place & _mask) >> 5] & 1u << (int)place) != 0;

    /// <summary>One bit of 64 for a word: for sets of a few words.</summary>
    public static ulong Bit(string word) => Bit(Place(word));

    /// <summary>The same, of a word whose <see cref="Place"/> is known.</summary>
    public static ulong Bit(uint place) => 1UL << (int)(place & 63);

    /// <summary>Where a word's bit stands: 15 bits.</summary>
    public static uint Place(string word)
    {
        if (word.Length == 0)
        {
            return 0;
        }

        var second = word[word.Length > 1 ? 1 : 0];
        var third = word[word.Length > 2 ? word.Length / 2 : 0];
        var hash = (uint)word[0] * 0x9E3779B1u ^ (uint)second * 0x85EBCA77u ^ (uint)third * 0xC2B2AE3Du;
        hash = BitOperations.RotateLeft(hash, 13) ^ ((uint)word[^1] + ((uint)word.Length << 8)) * 0x27D4EB2Fu;
        return (hash * 0x165667B1u) >> (32 - 15);
    }
}

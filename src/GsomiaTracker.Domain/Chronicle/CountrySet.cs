using System.Numerics;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>Up to four countries by their codes of two letters as one number, sixteen bits each: most events have no more, and two such sets are compared without a look at a string.</summary>
internal static class CountrySet
{
    private const int Bits = 16;
    private const int Most = 4;

    /// <summary>The set as a number; 0 for none and for one that does not fit.</summary>
    /// <param name="codes">Each once.</param>
    public static ulong Of(IReadOnlyList<string> codes)
    {
        ulong set = 0;
        for (var i = 0; i < codes.Count; i++)
        {
            if (i == Most || codes[i] is not [> '\0' and < '\u0080' and var a, > '\0' and < '\u0080' and var b])
            {
                return 0;
            }

            set |= (ulong)((a << 8) | b) << (i * Bits);
        }

        return set;
    }

    /// <summary>How many countries a set has.</summary>
    public static int Count(ulong set) => (64 - BitOperations.LeadingZeroCount(set) + Bits - 1) / Bits;

    /// <summary>How many countries are in both.</summary>
    public static int Shared(ulong a, ulong b)
    {
        var shared = 0;
        for (; a != 0; a >>= Bits)
        {
            for (var c = b; c != 0; c >>= Bits)
            {
                shared += (ushort)a == (ushort)c ? 1 : 0;
            }
        }

        return shared;
    }
}

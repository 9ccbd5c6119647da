using System.Numerics;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>Up to four countries by their codes of two letters as one number, sixteen bits each: most events have no more, and two such sets are compared without a look at a string.</summary>
internal static class CountrySet
{
    private const int Bits = 16;
    private const int Most = 4;
    private const int KeptBits = 10;
    private const int Kept = 1 << KeptBits;

    [ThreadStatic]
    private static (ulong Set, string Joined)[]? _joined;

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

    /// <summary>The countries with commas between them; of a set that comes again and again the same object.</summary>
    /// <param name="set">What <see cref="Of"/> gave for them.</param>
    public static string Joined(ulong set, IReadOnlyList<string> codes)
    {
        if (codes.Count == 1)
        {
            return codes[0];
        }

        if (set == 0)
        {
            return string.Join(',', codes);
        }

        ref var kept = ref (_joined ??= new (ulong, string)[Kept])[(set * 0x9E3779B97F4A7C15) >> (64 - KeptBits)];
        if (kept.Set != set)
        {
            kept = (set, string.Join(',', codes));
        }

        return kept.Joined;
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

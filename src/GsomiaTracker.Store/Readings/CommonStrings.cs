using System.Text;

namespace GsomiaTracker.Store.Readings;

/// <summary>Short strings that stand in one reading after the other (countries, kinds, officials, places) as one object each: a few thousand, the latest of a place stays. One table a thread.</summary>
internal static class CommonStrings
{
    private const int Places = 4096;
    private const int Longest = 40;

    [ThreadStatic]
    private static string?[]? _kept;

    /// <summary>The string of these UTF-8 bytes.</summary>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > Longest)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = 2166136261u;
        foreach (var b in utf8)
        {
            hash = (hash ^ b) * 16777619u;
        }

        ref var place = ref (_kept ??= new string?[Places])[(hash ^ (hash >> 15)) & (Places - 1)];
        return place is { } kept && Ascii.Equals(utf8, kept) ? kept : place = Encoding.UTF8.GetString(utf8);
    }
}

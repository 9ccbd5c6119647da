using System.Security.Cryptography;
using System.Text;

namespace GsomiaTracker.Store.Queries.Search;

/// <summary>
/// Numbers for the sentences of takes that rise with the time at which the take became known (to the second, from 2000 to 2068) and then with their order in
/// the text. A take's numbers come from itself and not from what else is there: they stay when others come and go, so that a number is a cursor.
/// </summary>
public sealed class SentencePlaces
{
    /// <summary>How many numbers a take has.</summary>
    public const long OfOneTake = 1L << SentenceBits;

    private const int SentenceBits = 17;
    private const int TakeBits = 14;
    private const long LastSecond = (1L << 31) - 1;

    private static readonly DateTimeOffset Start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly HashSet<long> _taken = [];

    /// <summary>The first number of a take. Two takes of one second whose marks happen to be alike get neighbouring ones.</summary>
    public long Take(string article, string revision, DateTimeOffset known)
    {
        var second = Math.Clamp((known - Start).Ticks / TimeSpan.TicksPerSecond, 0, LastSecond);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{article}\n{revision}"), hash);
        for (var mark = BitConverter.ToUInt16(hash) % (1 << TakeBits); ; mark = (mark + 1) % (1 << TakeBits))
        {
            var place = ((second << TakeBits) | (long)mark) << SentenceBits;
            if (_taken.Add(place))
            {
                return place;
            }
        }
    }

    public void Free(long place) => _taken.Remove(place);
}

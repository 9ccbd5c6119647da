using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GsomiaTracker.Web.Desk;

/// <summary>
/// A large set of words of which only the beginnings of their hashes are kept: to ask whether a word is among them, not to list them. Made by <c>tests/known-passwords</c>:
/// a byte that says how many bytes of each SHA-256 (of the word in lower case, UTF-8) are kept, then those, ascending. Of words not in the set, one in
/// 2^(8 * width) / count is taken for one that is: with 5 bytes and 13,000 words one in 85 million, with 4 and 204,000 one in 21,000.
/// </summary>
public sealed class HashedWords
{
    private readonly byte[] _kept;
    private readonly int _width;

    /// <exception cref="InvalidDataException">These are no such bytes.</exception>
    public HashedWords(byte[] kept)
    {
        _kept = kept;
        _width = kept.Length == 0 ? 0 : kept[0];
        if (_width is < 4 or > 8 || (kept.Length - 1) % _width != 0)
        {
            throw new InvalidDataException("No hashed words.");
        }
    }

    public int Count => (_kept.Length - 1) / _width;

    public bool Contains(string word)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(word.ToLowerInvariant()), hash);
        var wanted = Number(hash);
        int low = 0, high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = Number(_kept.AsSpan(1 + (middle * _width)));
            if (found == wanted)
            {
                return true;
            }

            (low, high) = found < wanted ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    private ulong Number(ReadOnlySpan<byte> bytes)
    {
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        bytes[.._width].CopyTo(padded[(sizeof(ulong) - _width)..]);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }
}

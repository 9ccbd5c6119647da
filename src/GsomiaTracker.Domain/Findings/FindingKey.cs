using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace GsomiaTracker.Domain.Findings;

/// <summary>
/// Names a finding of an article so that it outlives a re-reading: made of what kind of finding it is and of the letters of the sentence
/// that carries it, never of offsets. A newer lexicon, a later take or a moved paragraph gives the same sentence the same key.
/// </summary>
public readonly record struct FindingKey(string Value)
{
    /// <param name="type">"event", "stance", "official", "date", "quote", "statement".</param>
    /// <param name="discriminator">What tells apart two findings of one sentence: the event's kind, the stance's holder and issue.</param>
    /// <param name="sentence">The sentence that carries it; letters and digits count, nothing else.</param>
    /// <param name="ordinal">0, or the place among findings that are otherwise alike.</param>
    public static FindingKey Of(string type, string discriminator, ReadOnlySpan<char> sentence, int ordinal = 0)
    {
        var most = type.Length + discriminator.Length + sentence.Length + 2;
        var letters = ArrayPool<char>.Shared.Rent(most);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(most));
        type.CopyTo(letters);
        letters[type.Length] = '\n';
        discriminator.CopyTo(letters.AsSpan(type.Length + 1));
        var count = type.Length + discriminator.Length + 2;
        letters[count - 1] = '\n';
        foreach (var c in sentence)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                // Letters become small by this bit, and figures have it.
                letters[count++] = (char)(c | 0x20);
            }
            else if (c > '\x7F' && char.IsLetterOrDigit(c))
            {
                letters[count++] = char.ToLowerInvariant(c);
            }
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(letters.AsSpan(0, count), bytes)), hash);
        ArrayPool<char>.Shared.Return(letters);
        ArrayPool<byte>.Shared.Return(bytes);
        var key = $"{type}-{Convert.ToHexStringLower(hash[..6])}";
        return new FindingKey(ordinal == 0 ? key : $"{key}-{ordinal}");
    }

    public override string ToString() => Value;
}

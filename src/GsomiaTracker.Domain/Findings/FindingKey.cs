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
        var letters = new StringBuilder(sentence.Length);
        foreach (var c in sentence)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\n{discriminator}\n{letters}"));
        var key = $"{type}-{Convert.ToHexStringLower(bytes.AsSpan(0, 6))}";
        return new FindingKey(ordinal == 0 ? key : $"{key}-{ordinal}");
    }

    public override string ToString() => Value;
}

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>FNV-1a over UTF-16 units, 64 bits: a hash that is the same on every machine and run, which <c>GetHashCode</c> is not.</summary>
public readonly record struct Fnv(ulong Value)
{
    public static Fnv Start => new(14695981039346656037UL);

    public long Long => unchecked((long)Value);

    public int Int => unchecked((int)(Value ^ (Value >> 32)));

    public Fnv With(char c) => new(unchecked((Value ^ c) * 1099511628211UL));

    public Fnv With(int n) => new(unchecked((((Value ^ (uint)n) * 1099511628211UL) ^ 0x9E37UL) * 1099511628211UL));

    /// <summary>The letters, then a mark that ends them, so that "ab" + "c" and "a" + "bc" differ.</summary>
    public Fnv With(ReadOnlySpan<char> text)
    {
        var hash = this;
        foreach (var c in text)
        {
            hash = hash.With(c);
        }

        return hash.With('\uFFFF');
    }
}

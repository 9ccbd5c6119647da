namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>Every four words that follow each other, as one number: whether two texts share words is asked by these. The numbers hold for one run of the program.</summary>
internal static class WordGrams
{
    private const int Gram = 4;

    /// <summary>In their order; none of a text of fewer words.</summary>
    public static IEnumerable<int> Of(string text)
    {
        var last = new int[Gram];
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at == start)
            {
                at++;
                continue;
            }

            last[count++ % Gram] = string.GetHashCode(text.AsSpan(start, at - start), StringComparison.OrdinalIgnoreCase);
            if (count >= Gram)
            {
                yield return HashCode.Combine(last[count % Gram], last[(count + 1) % Gram], last[(count + 2) % Gram], last[(count + 3) % Gram]);
            }
        }
    }
}

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>The article's text as the page's own data give it: whatever on the page repeats it is the article, the rest is not.</summary>
internal sealed class StatedBody
{
    private const int Gram = 4;
    private const int Shortest = 80;
    private readonly HashSet<int> _grams;

    private StatedBody(string text, HashSet<int> grams)
    {
        Text = text;
        _grams = grams;
    }

    public string Text { get; }

    /// <summary>Null where there is too little of it to go by.</summary>
    public static StatedBody? Of(string? body)
    {
        if (body is null)
        {
            return null;
        }

        // Some pages put markup into it.
        var text = body.Contains('<', StringComparison.Ordinal) && body.Contains("</", StringComparison.Ordinal)
            ? string.Join("\n", BlockCutter.Cut(HtmlTree.Parse(body)).Select(b => b.Text))
            : System.Net.WebUtility.HtmlDecode(body);
        var grams = new HashSet<int>(Grams(text));
        return grams.Count < Shortest ? null : new StatedBody(text, grams);
    }

    /// <summary>How much of these words stands in it, 0 to 1; null where there are too few words to say.</summary>
    public double? Holds(string words)
    {
        int all = 0, held = 0;
        foreach (var gram in Grams(words))
        {
            all++;
            held += _grams.Contains(gram) ? 1 : 0;
        }

        return all < 2 ? null : (double)held / all;
    }

    /// <summary>How much of it stands on the page, 0 to 1.</summary>
    public double ShownIn(IEnumerable<Block> blocks)
    {
        var shown = new HashSet<int>();
        foreach (var block in blocks)
        {
            foreach (var gram in Grams(block.Text))
            {
                if (_grams.Contains(gram))
                {
                    shown.Add(gram);
                }
            }
        }

        return (double)shown.Count / _grams.Count;
    }

    private static IEnumerable<int> Grams(string text)
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

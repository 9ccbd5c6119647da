namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>The article's text as the page's own data give it: whatever on the page repeats it is the article, the rest is not.</summary>
internal sealed class StatedBody
{
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
        var grams = new HashSet<int>(WordGrams.Of(text));
        return grams.Count < Shortest ? null : new StatedBody(text, grams);
    }

    /// <summary>How much of these words stands in it, 0 to 1; null where there are too few words to say.</summary>
    public double? Holds(string words)
    {
        int all = 0, held = 0;
        foreach (var gram in WordGrams.Of(words))
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
            foreach (var gram in WordGrams.Of(block.Text))
            {
                if (_grams.Contains(gram))
                {
                    shown.Add(gram);
                }
            }
        }

        return (double)shown.Count / _grams.Count;
    }
}

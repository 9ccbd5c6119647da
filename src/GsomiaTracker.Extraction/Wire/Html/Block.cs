namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>What a stretch of a page's text is by its tags.</summary>
internal enum BlockRole { Paragraph, Heading, Item, Quote, Cell, Caption }

/// <summary>A stretch of text that a page shows on its own: between two block tags, or two line breaks.</summary>
/// <param name="Holder">The block element it stands in.</param>
/// <param name="At">Index of its first text node.</param>
/// <param name="LinkShare">How much of it is links, 0 to 1.</param>
internal sealed record Block(HtmlNode Holder, int At, string Text, double LinkShare, BlockRole Role)
{
    private const string SentenceEnds = ".!?…。！？";
    private const string Closers = "\"'”’)]»」』";

    public int Words { get; } = CountWords(Text);

    public int Length => Text.Length;

    public bool EndsSentence { get; } = Ends(Text);

    /// <summary>Sentences that stand by themselves, not links, nor a linked title with a line under it.</summary>
    public bool IsProse => LinkShare < (Text.Contains('\n', StringComparison.Ordinal) ? 0.25 : 0.5) && Role != BlockRole.Heading && ((Words >= 8 && EndsSentence) || Words >= 25);

    private static bool Ends(string text)
    {
        var last = text.AsSpan().TrimEnd().TrimEnd(Closers).TrimEnd();
        return last.Length > 0 && SentenceEnds.Contains(last[^1], StringComparison.Ordinal);
    }

    /// <summary>Words between spaces; two signs of a script without spaces count as one.</summary>
    private static int CountWords(string text)
    {
        int words = 0, signs = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (c is >= '\u3040' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF')
            {
                signs++;
                inWord = false;
                continue;
            }

            var part = char.IsLetterOrDigit(c) || (inWord && c is '\'' or '’' or '-' or '.' or ',');
            words += part && !inWord ? 1 : 0;
            inWord = part;
        }

        return words + (signs / 2);
    }
}

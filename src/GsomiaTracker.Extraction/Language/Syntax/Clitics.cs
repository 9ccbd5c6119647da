namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>The endings that are words of their own.</summary>
internal static class Clitics
{
    /// <summary>How many characters at the end of <c>text[start..tail)</c>, whose apostrophe stands at <paramref name="apostrophe"/>, are a clitic; else 0.</summary>
    public static int Length(string text, int start, int apostrophe, int tail)
    {
        var after = text.AsSpan(apostrophe + 1, tail - apostrophe - 1);
        if (after.Length == 1 && (after[0] | 0x20) == 't' && apostrophe - start >= 2 && (text[apostrophe - 1] | 0x20) == 'n')
        {
            return 3;
        }

        var whole = after.Length switch
        {
            1 => (after[0] | 0x20) is 's' or 'm' or 'd',
            2 => after.Equals("re", StringComparison.OrdinalIgnoreCase) || after.Equals("ve", StringComparison.OrdinalIgnoreCase) || after.Equals("ll", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
        return whole ? after.Length + 1 : 0;
    }
}

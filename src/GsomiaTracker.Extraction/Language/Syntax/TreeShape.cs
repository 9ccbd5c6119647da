namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>What every sentence's arcs must be, also after a mend: one root, and nobody his own ancestor.</summary>
internal static class TreeShape
{
    /// <summary>Whether the heads of these tokens make one tree.</summary>
    public static bool IsTree(ReadOnlySpan<Token> tokens)
    {
        var roots = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            roots += tokens[i].Head < 0 ? 1 : 0;
            var steps = 0;
            for (var at = i; at >= 0; at = tokens[at].Head)
            {
                if (steps++ > tokens.Length)
                {
                    return false;
                }
            }
        }

        return roots == 1;
    }
}

using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>Tells unnamed officials, who speak for their government, from unnamed others, who speak for nobody: <c>Lexicon/en/stances-nobodies.tsv</c>.</summary>
internal static class UnnamedHolders
{
    private static readonly HashSet<string> Nobodies = [.. LexiconTable.Rows("stances-nobodies.tsv").Select(r => r[0])];

    /// <summary>Whether a noun phrase like <i>an analyst in Seoul</i> or <i>a former official</i> holds no stance.</summary>
    public static bool HoldsNone(string words)
    {
        foreach (var range in words.AsSpan().Split(' '))
        {
            var word = words[range].Trim(',', '.', '"', '“', '”').ToLowerInvariant();
            if (Nobodies.Contains(word) || word.EndsWith('s') && Nobodies.Contains(word[..^1]))
            {
                return true;
            }
        }

        return false;
    }
}

namespace GsomiaTracker.Web.Rendering;

public enum WordChange { Kept, Dropped, Added }

/// <summary>A run of words with one fate, without the blanks around it.</summary>
public sealed record WordRun(WordChange Change, string Words);

/// <summary>What changed within a sentence, word by word: the fewest words dropped and added, in reading order, the dropped before the added.</summary>
public static class WordDifference
{
    /// <summary>Longer ones are shown as dropped and added whole: the table of pairs would hold up the page.</summary>
    private const int Longest = 300;

    public static IReadOnlyList<WordRun> Between(string before, string after)
    {
        var (old, now) = (Split(before), Split(after));
        if (old.Length > Longest || now.Length > Longest)
        {
            return [new WordRun(WordChange.Dropped, string.Join(' ', old)), new WordRun(WordChange.Added, string.Join(' ', now))];
        }

        // common[i, j]: words that old from i on and now from j on have in common, in order.
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var runs = new List<(WordChange Change, List<string> Words)>();
        for (int i = 0, j = 0; i < old.Length || j < now.Length;)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                Take(WordChange.Kept, old[i++]);
                j++;
            }
            else if (i < old.Length && (j == now.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                Take(WordChange.Dropped, old[i++]);
            }
            else
            {
                Take(WordChange.Added, now[j++]);
            }
        }

        return [.. runs.Select(r => new WordRun(r.Change, string.Join(' ', r.Words)))];

        void Take(WordChange change, string word)
        {
            if (runs.Count == 0 || runs[^1].Change != change)
            {
                runs.Add((change, []));
            }

            runs[^1].Words.Add(word);
        }
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

namespace GsomiaTracker.Web.Rendering;

public enum SentenceChange { Kept, Added, Dropped }

public sealed record SentenceLine(SentenceChange Change, string Text);

/// <summary>What changed between two takes of a story, sentence by sentence: the longest common run of sentences is kept, the rest was dropped or added.</summary>
public static class TakeDifference
{
    /// <summary>Beyond this many cells the takes are compared from both ends only, so that a huge text cannot hold up a page.</summary>
    private const int MostCells = 4_000_000;

    public static IReadOnlyList<SentenceLine> Between(string before, string after)
    {
        var (a, b) = (Split(before), Split(after));
        var start = 0;
        while (start < a.Count && start < b.Count && a[start] == b[start])
        {
            start++;
        }

        var end = 0;
        while (end < a.Count - start && end < b.Count - start && a[a.Count - 1 - end] == b[b.Count - 1 - end])
        {
            end++;
        }

        var lines = new List<SentenceLine>();
        lines.AddRange(a.Take(start).Select(s => new SentenceLine(SentenceChange.Kept, s)));
        lines.AddRange(Middle(a.GetRange(start, a.Count - start - end), b.GetRange(start, b.Count - start - end)));
        lines.AddRange(a.Skip(a.Count - end).Select(s => new SentenceLine(SentenceChange.Kept, s)));
        return lines;
    }

    private static List<string> Split(string text) => [.. Sentences.Of(text).Select(s => Sentences.Words(text, s))];

    private static IEnumerable<SentenceLine> Middle(List<string> a, List<string> b)
    {
        if ((long)a.Count * b.Count > MostCells)
        {
            return [.. a.Select(s => new SentenceLine(SentenceChange.Dropped, s)), .. b.Select(s => new SentenceLine(SentenceChange.Added, s))];
        }

        var longest = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var lines = new List<SentenceLine>();
        var (x, y) = (0, 0);
        while (x < a.Count || y < b.Count)
        {
            if (x < a.Count && y < b.Count && a[x] == b[y])
            {
                lines.Add(new SentenceLine(SentenceChange.Kept, a[x]));
                (x, y) = (x + 1, y + 1);
            }
            else if (x < a.Count && (y == b.Count || longest[x + 1, y] >= longest[x, y + 1]))
            {
                lines.Add(new SentenceLine(SentenceChange.Dropped, a[x++]));
            }
            else
            {
                lines.Add(new SentenceLine(SentenceChange.Added, b[y++]));
            }
        }

        return lines;
    }
}

using GsomiaTracker.Domain.Chronicle;

namespace GsomiaTracker.Domain.Articles;

/// <summary>Words by their first letters ("terminate", "termination"), hashed; words under four letters are left out, so no list of words is needed.</summary>
public static class Stems
{
    private const int Letters = 5;
    private const int ShortestWord = 4;

    /// <summary>Sorted, each once; of long texts the first <paramref name="most"/> in reading order.</summary>
    public static int[] Of(ReadOnlySpan<char> text, int most = 64)
    {
        var stems = new SortedSet<int>();
        Collect(text, stems, most);
        return [.. stems];
    }

    public static void Collect(ReadOnlySpan<char> text, SortedSet<int> stems, int most)
    {
        for (var i = 0; i < text.Length && stems.Count < most; i++)
        {
            var start = i;
            var hash = Fnv.Start;
            while (i < text.Length && char.IsLetter(text[i]))
            {
                if (i - start < Letters)
                {
                    hash = hash.With(char.ToLowerInvariant(text[i]));
                }

                i++;
            }

            if (i - start >= ShortestWord)
            {
                stems.Add(hash.Int);
            }
        }
    }

    /// <summary>Share of the smaller set that both have: 0 to 1; 0 where either is empty.</summary>
    public static double Overlap(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Count && j < b.Count)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        var smaller = Math.Min(a.Count, b.Count);
        return smaller == 0 ? 0 : (double)shared / smaller;
    }
}

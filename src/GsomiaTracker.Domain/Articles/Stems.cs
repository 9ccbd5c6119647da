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
        Span<int> stems = stackalloc int[most];
        return Sorted(stems[..Collect(text, stems, 0)]);
    }

    /// <summary>Adds the stems of a text that are not yet among the first <paramref name="count"/> of a buffer, while there is room.</summary>
    /// <returns>How many the buffer holds now.</returns>
    public static int Collect(ReadOnlySpan<char> text, Span<int> stems, int count)
    {
        for (var i = 0; i < text.Length && count < stems.Length; i++)
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

            if (i - start >= ShortestWord && !stems[..count].Contains(hash.Int))
            {
                stems[count++] = hash.Int;
            }
        }

        return count;
    }

    public static int[] Sorted(Span<int> stems)
    {
        stems.Sort();
        return stems.ToArray();
    }

    /// <summary>Share of the smaller set that both have: 0 to 1; 0 where either is empty.</summary>
    public static double Overlap(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
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

        var smaller = Math.Min(a.Length, b.Length);
        return smaller == 0 ? 0 : (double)shared / smaller;
    }
}

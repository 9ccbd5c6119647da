namespace GsomiaTracker.Domain.Articles;

/// <summary>A text's sentences as fingerprints, for telling copies: small enough to be stored beside it and found by an index over the fingerprints.</summary>
/// <param name="Marks">Fingerprints of its sentences of some length, each once, sorted.</param>
/// <param name="Letters">The letters of each, in the same order.</param>
public sealed record TextSketch(long[] Marks, int[] Letters)
{
    /// <summary>Shorter lines (furniture, "(END)", captions' credits) say nothing about whose copy it is.</summary>
    private const int FewestLetters = 40;

    public int Total { get; } = Letters.Sum();

    public static TextSketch Of(string text) => Of(Sentences.Of(text));

    public static TextSketch Of(IReadOnlyList<Sentence> sentences)
    {
        var marks = new long[sentences.Count];
        var letters = new int[sentences.Count];
        var count = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            if (sentences[i].Letters >= FewestLetters)
            {
                marks[count] = sentences[i].Fingerprint;
                letters[count++] = sentences[i].Letters;
            }
        }

        Array.Sort(marks, letters, 0, count);
        var each = 0;
        for (var i = 0; i < count; i++)
        {
            if (i == 0 || marks[i] != marks[i - 1])
            {
                (marks[each], letters[each]) = (marks[i], letters[i]);
                each++;
            }
        }

        return new TextSketch(marks[..each], letters[..each]);
    }

    /// <summary>Sentences that both have, and their letters.</summary>
    public (int Sentences, int Letters) Shared(TextSketch other)
    {
        var (i, j, sentences, letters) = (0, 0, 0, 0);
        while (i < Marks.Length && j < other.Marks.Length)
        {
            var order = Marks[i].CompareTo(other.Marks[j]);
            if (order == 0)
            {
                sentences++;
                letters += Letters[i];
                i++;
                j++;
            }
            else if (order < 0)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (sentences, letters);
    }

    /// <summary>Share of the shorter text that stands in the other as well: 0 to 1.</summary>
    public double Containment(TextSketch other)
    {
        var smaller = Math.Min(Total, other.Total);
        return smaller == 0 ? 0 : (double)Shared(other).Letters / smaller;
    }

    /// <summary>Share of all the letters of both that both have: 0 to 1.</summary>
    public double Resemblance(TextSketch other)
    {
        var shared = Shared(other).Letters;
        var all = Total + other.Total - shared;
        return all == 0 ? 0 : (double)shared / all;
    }
}

namespace GsomiaTracker.Domain.Articles;

/// <summary>A text's sentences as fingerprints, for telling copies: small enough to be stored beside it and found by an index over the fingerprints.</summary>
/// <param name="Marks">Fingerprints of its sentences of some length, each once, sorted.</param>
/// <param name="Letters">The letters of each, in the same order.</param>
public sealed record TextSketch(IReadOnlyList<long> Marks, IReadOnlyList<int> Letters)
{
    /// <summary>Shorter lines (furniture, "(END)", captions' credits) say nothing about whose copy it is.</summary>
    private const int FewestLetters = 40;

    public int Total { get; } = Letters.Sum();

    public static TextSketch Of(string text)
    {
        var marks = new SortedDictionary<long, int>();
        foreach (var sentence in Sentences.Of(text))
        {
            if (sentence.Letters >= FewestLetters)
            {
                marks[sentence.Fingerprint] = sentence.Letters;
            }
        }

        return new TextSketch([.. marks.Keys], [.. marks.Values]);
    }

    /// <summary>Sentences that both have, and their letters.</summary>
    public (int Sentences, int Letters) Shared(TextSketch other)
    {
        var (i, j, sentences, letters) = (0, 0, 0, 0);
        while (i < Marks.Count && j < other.Marks.Count)
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

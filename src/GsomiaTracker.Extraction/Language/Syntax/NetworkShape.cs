namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Sizes of the network and the order of its weight tables. <see cref="Half"/> is the width of one direction of the recurrent layers;
/// a word is <see cref="Width"/> numbers wide everywhere between the layers.
/// </summary>
internal sealed record NetworkShape(int Words, int Half, int Layers, int TagLayer, int Tags, int Arc, int Label)
{
    /// <summary>How far and in which direction a head lies: 10 classes each way, one for the root, padded.</summary>
    public const int Distances = 32;

    public const int RootDistance = 20;

    /// <summary>Where a head of distance 0 stands in <see cref="DistanceClasses"/>; no head is farther away than this.</summary>
    public const int FarthestHead = SentenceSplitter.MostTokens;

    private static readonly byte[] Classes = [.. Enumerable.Range(-FarthestHead, (2 * FarthestHead) + 1).Select(d => (byte)Distance(0, d))];

    public int Width => 2 * Half;

    /// <summary>Six gates: (value, forget, pass) forwards, then backwards.</summary>
    public int Gates => 6 * Half;

    public int TagColumns => Kernel.Padded(Tags);

    public int LabelColumns => Kernel.Padded(Relations);

    public static int Relations { get; } = Enum.GetValues<Deprel>().Length;

    /// <summary>Columns of the projection: dependent, head, dependent's label part, head's label part.</summary>
    public int Projection => (2 * Arc) + (2 * Label);

    /// <summary>Lengths of the weight tables, in the order of <see cref="Network"/>.</summary>
    public int[] Sizes()
    {
        var sizes = new List<int> { Words * Half, WordFeatures.Rows * Half };
        for (var l = 0; l < Layers; l++)
        {
            sizes.Add(Width * Gates);
            sizes.Add(Gates);
            sizes.Add(4 * Half);
        }

        sizes.AddRange(
        [
            Width * TagColumns, TagColumns,
            Width * Projection, Projection,
            Arc * Arc, Arc, Arc, Arc * Distances,
            Label, Distances * Label, Label * LabelColumns, LabelColumns,
        ]);
        return [.. sizes];
    }

    /// <summary><see cref="Distance"/> of every way there is: j - i + <see cref="FarthestHead"/>.</summary>
    public static ReadOnlySpan<byte> DistanceClasses => Classes;

    /// <summary>The class of the way from token i to head j (both counted in the sentence).</summary>
    public static int Distance(int i, int j)
    {
        var d = j - i;
        var steps = d < 0 ? -d : d;
        var bucket = steps switch
        {
            <= 5 => steps - 1,
            <= 7 => 5,
            <= 11 => 6,
            <= 19 => 7,
            <= 39 => 8,
            _ => 9,
        };
        return d < 0 ? bucket : bucket + 10;
    }
}

using System.Globalization;

namespace GsomiaTracker.Web.Rendering;

/// <summary>One measured figure of the reader: what was found against what people found in the same texts.</summary>
/// <param name="Texts">On which texts: how many, and whether the reader's makers had seen them.</param>
/// <param name="Precision">Share of what was found that is right, 0 to 1; null where only the share that is right of all is counted.</param>
/// <param name="F1">Harmonic mean of precision and recall; where there are none, the share that is right.</param>
public sealed record ReadingFigure(string What, string Texts, double? Precision, double? Recall, double F1);

/// <summary>The figures that <c>reading-figures.tsv</c> beside the program holds; <c>tests/score --figures</c> writes them, never a hand.</summary>
public static class ReadingFigures
{
    private static readonly Lazy<IReadOnlyList<ReadingFigure>> Loaded = new(Load);

    public static IReadOnlyList<ReadingFigure> All => Loaded.Value;

    private static IReadOnlyList<ReadingFigure> Load()
    {
        var file = System.IO.Path.Combine(AppContext.BaseDirectory, "reading-figures.tsv");
        if (!File.Exists(file))
        {
            return [];
        }

        return [.. File.ReadLines(file).Skip(1).Select(l => l.Split('\t')).Where(c => c.Length >= 5)
            .Select(c => new ReadingFigure(c[0], c[1], Number(c[2]), Number(c[3]), Number(c[4]) ?? 0))];

        static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}

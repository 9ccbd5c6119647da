using System.Globalization;

namespace GsomiaTracker.Web.Rendering;

/// <summary>One measured figure of the reader: what was found against what people found in the same texts.</summary>
/// <param name="Texts">On which texts: how many, and whether the reader's makers had seen them.</param>
public sealed record ReadingFigure(string What, string Texts, double Precision, double Recall, double F1);

/// <summary>The figures that <c>reading-figures.tsv</c> beside the program holds; they are written there by the scorer, never by hand.</summary>
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
            .Select(c => new ReadingFigure(c[0], c[1], Number(c[2]), Number(c[3]), Number(c[4])))];

        static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}

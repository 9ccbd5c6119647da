using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Extraction;
using GsomiaTracker.Tests.Support;

namespace GsomiaTracker.Tests.Extraction.Events;

/// <summary>
/// A table of sentences of our own, each read by itself as a piece filed from Seoul on Wednesday, Nov. 20, 2019: columns text, tells ("kind days status
/// states", several by ";", "-" for none, "?" for days that cannot be worked out), may (what careful people differ on: no miss when absent, no extra when present).
/// </summary>
internal static class EventBank
{
    private static readonly Lazy<ArticleReader> Reader = new(() => new ArticleReader(DossierFolder.Load(Checkout.File("seeds", "gsomia")).Value));

    /// <returns>By kind alone, and strictly: kind, days, status and states.</returns>
    /// <param name="file">The table.</param>
    /// <param name="miss">Called with each text that was misread, what it tells and what was found.</param>
    public static (TableScore Loose, TableScore Strict) Read(string file, Action<string, string, string>? miss = null)
    {
        var (loose, strict) = (default(TableScore), default(TableScore));
        foreach (var line in File.ReadLines(file).Skip(1).Where(l => l.Length > 0))
        {
            var cells = line.Split('\t');
            var (tells, may) = (Told(cells, 1), Told(cells, 2));
            var found = Found(cells[0]);
            var kinds = Compare([.. tells.Select(Kind)], [.. may.Select(Kind)], [.. found.Select(Kind)], k => k);
            var whole = Compare(tells, may, found, Kind);
            loose = loose.And(kinds);
            strict = strict.And(whole);
            if (whole.Made + whole.Missed > 0)
            {
                miss?.Invoke(cells[0], string.Join("; ", tells), string.Join("; ", found));
            }
        }

        return (loose, strict);
    }

    private static List<string> Found(string text) =>
        [.. Reader.Value.Read($"Ministers weigh treaty\n\nBy Jan Kowal\n\nSEOUL, Nov. 20, 2019 (Yonhap) -- {text}\n").Events.Select(Line)];

    /// <summary>An entry that may be there counts neither way, whatever days and sides it is given.</summary>
    private static TableScore Compare(IReadOnlyList<string> tells, IReadOnlyList<string> may, IReadOnlyList<string> found, Func<string, string> kind)
    {
        var left = found.ToList();
        var right = tells.Count(left.Remove);
        foreach (var each in may)
        {
            var at = left.FindIndex(l => kind(l) == kind(each));
            if (at >= 0)
            {
                left.RemoveAt(at);
            }
        }

        return new TableScore(right, left.Count, tells.Count - right);
    }

    private static string Kind(string told) => told.Split(' ')[0];

    private static List<string> Told(string[] cells, int column) => cells.Length <= column
        ? []
        : [.. cells[column].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(t => t != "-")];

    /// <summary>An event as the tables tell it.</summary>
    internal static string Line(EventReported e) =>
        $"{Vocabulary.Word(e.Kind)} {e.Days?.ToString() ?? "?"} {Vocabulary.Word(e.Status)} {string.Join(' ', e.Countries.Order(StringComparer.Ordinal))}";
}

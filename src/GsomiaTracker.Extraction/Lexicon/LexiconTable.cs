namespace GsomiaTracker.Extraction.Lexicon;

/// <summary>Reads the tables under <c>Lexicon/en</c>: tab-separated, first row the column names, <c>#</c> lines are comments, <c>;</c> parts a cell.</summary>
internal static class LexiconTable
{
    /// <summary>The rows of one table without its heading, each as long as the heading (missing cells are empty).</summary>
    /// <exception cref="InvalidOperationException">There is no such table: a fault of the build, never of a text.</exception>
    public static IEnumerable<string[]> Rows(string file)
    {
        var columns = 0;
        foreach (var row in LexiconFile.Rows(file))
        {
            var cells = row;
            if (columns == 0)
            {
                columns = cells.Length;
                continue;
            }

            if (cells.Length < columns)
            {
                Array.Resize(ref cells, columns);
                for (var i = 0; i < columns; i++)
                {
                    cells[i] ??= "";
                }
            }

            yield return cells;
        }
    }

    /// <summary>The parts of a cell.</summary>
    public static string[] Parts(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

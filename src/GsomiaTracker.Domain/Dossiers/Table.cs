using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Domain.Dossiers;

/// <summary>
/// A tab-separated table with a header line; <c>#</c> starts a comment line, empty lines are skipped. Columns are asked for by name, so that
/// their order does not matter and further ones may stand there.
/// </summary>
public sealed class Table
{
    private readonly Dictionary<string, int> _columns;

    private Table(string name, Dictionary<string, int> columns, IReadOnlyList<Row> rows)
    {
        Name = name;
        _columns = columns;
        Rows = rows;
        foreach (var row in rows)
        {
            row.Owner = this;
        }
    }

    public string Name { get; }

    public IReadOnlyList<Row> Rows { get; }

    /// <summary>Reads a table; a fault names file and line.</summary>
    public static Parsed<Table> Parse(string name, string text, params string[] required)
    {
        Dictionary<string, int>? columns = null;
        var rows = new List<Row>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = [];
                foreach (var (cell, index) in cells.Select((c, i) => (c.Trim(), i)))
                {
                    if (!columns.TryAdd(cell, index))
                    {
                        return Parsed<Table>.No($"column '{cell}' stands twice", $"{name}:{number}");
                    }
                }

                var missing = required.Where(r => !columns.ContainsKey(r)).ToArray();
                if (missing.Length > 0)
                {
                    return Parsed<Table>.No($"column '{missing[0]}' is missing{(cells.Length == 1 ? " (tabs part the columns)" : "")}", $"{name}:{number}");
                }

                continue;
            }

            if (cells.Length > columns.Count)
            {
                return Parsed<Table>.No($"{cells.Length} cells under {columns.Count} columns", $"{name}:{number}");
            }

            rows.Add(new Row(number, cells));
        }

        return columns is null
            ? Parsed<Table>.No("no header line", name)
            : Parsed<Table>.Of(new Table(name, columns, rows));
    }

    /// <summary>One line; <see cref="Line"/> counts from 1.</summary>
    public sealed class Row(int line, string[] cells)
    {
        internal Table Owner { get; set; } = null!;

        public int Line { get; } = line;

        public string At => $"{Owner.Name}:{Line}";

        /// <summary>The cell, trimmed; empty where the line is shorter or has no such column.</summary>
        public string this[string column] =>
            Owner._columns.TryGetValue(column, out var index) && index < cells.Length ? cells[index].Trim() : "";

        /// <summary>The cell's parts between semicolons.</summary>
        public string[] List(string column) =>
            this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}

using System.Globalization;
using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Recording;

/// <summary>Puts rows into a table, many with one statement: what a statement costs to begin and to end is as much as a short row.</summary>
/// <param name="atOnce">So many rows with one statement; what is left over goes one by one.</param>
internal sealed class Inserts(SqliteConnection connection, string table, string[] columns, int atOnce) : IDisposable
{
    private readonly Command _one = Into(connection, table, columns, 1);
    private readonly Command _many = Into(connection, table, columns, atOnce);
    private int _left;
    private int _together;

    /// <summary>So many rows come now.</summary>
    public void Begin(int rows)
    {
        (_left, _together) = (rows, 0);
        _one.Begin();
        _many.Begin();
    }

    /// <summary>The statement that takes the values of the next row, in the order of the columns; then comes <see cref="End"/>.</summary>
    public Command Row()
    {
        if (_together == 0 && _left >= atOnce)
        {
            _together = atOnce;
        }

        return _together > 0 ? _many : _one;
    }

    public void End()
    {
        _left--;
        if (_together == 0)
        {
            _one.Run();
        }
        else if (--_together == 0)
        {
            _many.Run();
        }
    }

    public void Dispose()
    {
        _one.Dispose();
        _many.Dispose();
    }

    private static Command Into(SqliteConnection connection, string table, string[] columns, int rows)
    {
        var row = Enumerable.Range(0, rows).Select(r => $"({string.Join(',', columns.Select((_, c) => string.Create(CultureInfo.InvariantCulture, $"${(r * columns.Length) + c}")))})");
        return new Command(connection, $"""INSERT INTO "{table}" ({string.Join(',', columns.Select(c => $"\"{c}\""))}) VALUES {string.Join(',', row)}""", rows * columns.Length);
    }
}

using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GsomiaTracker.Store.Recording;

/// <summary>
/// One prepared statement of the writer's connection; parameters are named $0, $1, ... in order. It goes straight to SQLite: a row put in takes a microsecond or
/// two, and ADO.NET's own bookkeeping for it would take as much again. All of them run within the transaction that the connection has open.
/// Not for two threads at a time.
/// </summary>
internal sealed class Command : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>The statement without the handle that counts its users: this object alone uses it, until <see cref="Dispose"/>.</summary>
    private readonly nint _pointer;

    /// <summary>Places of $0, $1, ... in the statement's own numbering; 0 for one that it does not use.</summary>
    private readonly int[] _places;

    /// <summary>How many parameters of the next row have been given with <see cref="With(long)"/>.</summary>
    private int _given;

    public Command(SqliteConnection connection, string sql, int parameters)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement, out string _));
        _pointer = _statement.DangerousGetHandle();
        _places = new int[parameters];
        for (var i = 0; i < parameters; i++)
        {
            _places[i] = raw.sqlite3_bind_parameter_index(_statement, string.Create(CultureInfo.InvariantCulture, $"${i}"));
        }
    }

    /// <returns>How many rows were written.</returns>
    public int Run(SqliteTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        Run();
        return raw.sqlite3_changes(_database);
    }

    /// <summary>The next parameter given is the first, whatever was given and never run.</summary>
    public void Begin() => _given = 0;

    /// <summary>The next parameter; for rows of which an article has dozens, without a box for each number.</summary>
    public Command With(long number)
    {
        Check(SqliteCalls.BindInt64(_pointer, _places[_given++], number));
        return this;
    }

    public Command With(DateTimeOffset instant) => With(instant.UtcTicks);

    public Command With(string? text)
    {
        Check(Bind(_places[_given++], text));
        return this;
    }

    public Command With(byte[] bytes)
    {
        Check(Bind(_places[_given++], bytes));
        return this;
    }

    /// <summary>Runs it with what was given.</summary>
    public void Run()
    {
        _given = 0;
        Finish(SqliteCalls.Step(_pointer));
    }

    /// <summary>The first column of the first row, or null.</summary>
    public object? Scalar(SqliteTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var step = SqliteCalls.Step(_pointer);
        var value = step != raw.SQLITE_ROW ? null : raw.sqlite3_column_type(_statement, 0) switch
        {
            raw.SQLITE_NULL => null,
            raw.SQLITE_INTEGER => raw.sqlite3_column_int64(_statement, 0),
            raw.SQLITE_FLOAT => raw.sqlite3_column_double(_statement, 0),
            raw.SQLITE_BLOB => raw.sqlite3_column_blob(_statement, 0).ToArray(),
            _ => (object)raw.sqlite3_column_text(_statement, 0).utf8_to_string(),
        };

        // What the statement writes after its first row is written before it ends.
        while (step == raw.SQLITE_ROW)
        {
            step = SqliteCalls.Step(_pointer);
        }

        Finish(step);
        return value;
    }

    /// <summary>The rows; to be disposed before the statement is used again.</summary>
    public Rows Rows(SqliteTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return new Rows(this);
    }

    public void Dispose() => _statement.Dispose();

    internal sqlite3_stmt Statement => _statement;

    internal nint Pointer => _pointer;

    internal bool Step()
    {
        var step = SqliteCalls.Step(_pointer);
        if (step == raw.SQLITE_ROW)
        {
            return true;
        }

        Finish(step);
        return false;
    }

    internal void Reset() => SqliteCalls.Reset(_pointer);

    private void Finish(int step)
    {
        SqliteCalls.Reset(_pointer);
        if (step != raw.SQLITE_DONE && step != raw.SQLITE_ROW)
        {
            Check(step);
        }
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(_places[i], values[i]));
        }
    }

    private int Bind(int place, object? value) => value switch
    {
        _ when place == 0 => raw.SQLITE_OK,
        null => raw.sqlite3_bind_null(_statement, place),
        long number => SqliteCalls.BindInt64(_pointer, place, number),
        int number => SqliteCalls.BindInt64(_pointer, place, number),
        bool yes => SqliteCalls.BindInt64(_pointer, place, yes ? 1 : 0),
        string text => SqliteCalls.BindText(_pointer, place, text),
        DateTimeOffset instant => SqliteCalls.BindInt64(_pointer, place, instant.UtcTicks),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, place, 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        Enum kind => SqliteCalls.BindInt64(_pointer, place, Convert.ToInt64(kind, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"A {value.GetType()} cannot be stored."),
    };

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            _given = 0;
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}

/// <summary>The rows of a statement, one after the other.</summary>
internal readonly struct Rows(Command command) : IDisposable
{
    public bool Read() => command.Step();

    public bool IsDBNull(int column) => raw.sqlite3_column_type(command.Statement, column) == raw.SQLITE_NULL;

    public long GetInt64(int column) => SqliteCalls.ColumnInt64(command.Pointer, column);

    public int GetInt32(int column) => (int)GetInt64(column);

    public bool GetBoolean(int column) => GetInt64(column) != 0;

    public string GetString(int column) => raw.sqlite3_column_text(command.Statement, column).utf8_to_string();

    public string? GetText(int column) => IsDBNull(column) ? null : GetString(column);

    /// <summary>The bytes of a column, good until the next row.</summary>
    public ReadOnlySpan<byte> GetBytes(int column) => raw.sqlite3_column_blob(command.Statement, column);

    public DateTimeOffset GetInstant(int column) => new(GetInt64(column), TimeSpan.Zero);

    public void Dispose() => command.Reset();
}

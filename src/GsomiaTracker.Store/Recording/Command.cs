using Microsoft.Data.Sqlite;

namespace GsomiaTracker.Store.Recording;

/// <summary>One prepared statement of the writer's connection; parameters are named $0, $1, ... in order.</summary>
internal sealed class Command : IDisposable
{
    private readonly SqliteCommand _command;

    public Command(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}"), Value = DBNull.Value });
        }

        _command.Prepare();
    }

    public int Run(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Bind(transaction, values).ExecuteNonQuery();

    /// <summary>The first column of the first row, or null.</summary>
    public object? Scalar(SqliteTransaction? transaction, params ReadOnlySpan<object?> values) =>
        Bind(transaction, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public SqliteDataReader Rows(SqliteTransaction? transaction, params ReadOnlySpan<object?> values) => Bind(transaction, values).ExecuteReader();

    public void Dispose() => _command.Dispose();

    private SqliteCommand Bind(SqliteTransaction? transaction, ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                DateTimeOffset instant => instant.UtcTicks,
                Enum kind => Convert.ToInt64(kind, System.Globalization.CultureInfo.InvariantCulture),
                var value => value,
            };
        }

        return _command;
    }
}

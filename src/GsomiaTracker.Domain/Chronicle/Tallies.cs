using System.Diagnostics.CodeAnalysis;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>Values by how many reports gave them, in the order in which they were first given. One alone needs no object of its own: a record has a million events, and most are told once.</summary>
internal struct Tallies<T>(IReadOnlyList<Tally<T>> tallies)
    where T : IEquatable<T>
{
    private Tally<T> _only = tallies.Count == 1 ? tallies[0] : default;

    /// <summary>All of them; null while one is all.</summary>
    private Tally<T>[]? _many = tallies.Count > 1 ? [.. tallies] : null;
    private int _count = tallies.Count;

    [UnscopedRef]
    public readonly ReadOnlySpan<Tally<T>> Span => _many is null ? new ReadOnlySpan<Tally<T>>(in _only)[.._count] : _many.AsSpan(0, _count);

    public readonly bool IsEmpty => _count == 0;

    /// <summary>Room for so many, where there are none yet.</summary>
    public void Reserve(int room) => _many ??= room < 2 || _count > 0 ? null : new Tally<T>[room];

    /// <summary>Counts a value; one that is new only while there are fewer than <paramref name="most"/>.</summary>
    public void Count(T value, int most)
    {
        var tallies = _many is null ? new Span<Tally<T>>(ref _only) : _many;
        for (var i = 0; i < _count; i++)
        {
            if (tallies[i].Value.Equals(value))
            {
                tallies[i] = tallies[i] with { Count = tallies[i].Count + 1 };
                return;
            }
        }

        if (_count == most)
        {
            return;
        }

        if (_count == tallies.Length)
        {
            var more = new Tally<T>[Math.Min(most, _count * 2)];
            tallies[.._count].CopyTo(more);
            tallies = _many = more;
            _only = default;
        }

        tallies[_count++] = new Tally<T>(value, 1);
    }
}

using System.Runtime.InteropServices;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>A value and how many reports gave it.</summary>
public readonly record struct Tally<T>(T Value, int Count);

/// <summary>
/// What the fold needs to remember of an event to know it again: tallies of what its reports say, not the reports. It stays small however
/// many reports there are, and can be stored beside the event. Reports must be added in known order.
/// </summary>
public sealed class EventCluster
{
    private const int MostValues = 12;
    private const int MostWords = 64;

    /// <param name="id">Name of the first report.</param>
    /// <param name="kind">All reports of an event are of one kind.</param>
    /// <param name="ordinal">Place among all events in order of their first reports; grows.</param>
    public EventCluster(string id, EventKind kind, long ordinal)
    {
        Id = id;
        Kind = kind;
        Ordinal = ordinal;
    }

    public string Id { get; }

    public EventKind Kind { get; }

    public long Ordinal { get; }

    public int Reports { get; private set; }

    /// <summary>The take that reported it last, and the day (number) on which that was known.</summary>
    public string LastRevision { get; private set; } = "";

    public int FirstKnown { get; private set; }

    public int LastKnown { get; private set; }

    public EventStatus Status { get; private set; }

    /// <summary>The narrowest days that most reports give; null while none gives any.</summary>
    public DayRange? Days { get; private set; }

    public ReadOnlySpan<Tally<DayRange>> DayTallies => CollectionsMarshal.AsSpan(_days);

    /// <summary>Sets of countries as reports have them: "JP,KR".</summary>
    public ReadOnlySpan<Tally<string>> CountryTallies => CollectionsMarshal.AsSpan(_countries);

    public ReadOnlySpan<Tally<string>> ActorTallies => CollectionsMarshal.AsSpan(_actors);

    public ReadOnlySpan<Tally<Participant>> PeopleTallies => CollectionsMarshal.AsSpan(_people);

    public ReadOnlySpan<Tally<string>> PlaceTallies => CollectionsMarshal.AsSpan(_places);

    public ReadOnlySpan<Tally<string>> AboutTallies => CollectionsMarshal.AsSpan(_about);

    public ReadOnlySpan<Tally<string>> ActionTallies => CollectionsMarshal.AsSpan(_actions);

    public ReadOnlySpan<Tally<string>> LevelTallies => CollectionsMarshal.AsSpan(_levels);

    public ReadOnlySpan<Tally<int>> WordTallies => CollectionsMarshal.AsSpan(_words);

    /// <summary>The set of countries that most reports give, sorted; empty while none gives any.</summary>
    public IReadOnlyList<string> Countries { get; private set; } = [];

    /// <summary>The keys under which it is found: those of all its reports, sorted.</summary>
    public IReadOnlyList<long> Keys => _keys;

    /// <summary>The last search that looked at it: a report scores an event once, under however many keys it is found.</summary>
    internal object? Searched { get; set; }

    private string? _most;
    private List<Tally<DayRange>>? _days;
    private List<Tally<string>>? _countries;
    private List<Tally<string>>? _actors;
    private List<Tally<Participant>>? _people;
    private List<Tally<string>>? _places;
    private List<Tally<string>>? _about;
    private List<Tally<string>>? _actions;
    private List<Tally<string>>? _levels;
    private List<Tally<int>>? _words;
    private readonly List<long> _keys = new(12);

    /// <summary>One more key; false where it is found under it already.</summary>
    private bool File(long key)
    {
        var at = _keys.BinarySearch(key);
        if (at < 0)
        {
            _keys.Insert(~at, key);
        }

        return at < 0;
    }

    /// <summary>One more report, in known order; the event is found under its keys from now on.</summary>
    /// <returns>The keys under which it was not found before.</returns>
    public IReadOnlyList<long> Report(Mention m)
    {
        Add(m);
        List<long>? added = null;
        foreach (var key in EventBlocking.Index(m))
        {
            if (File(key))
            {
                (added ??= []).Add(key);
            }
        }

        return added ?? [];
    }

    private void Add(Mention m)
    {
        if (Reports++ == 0)
        {
            FirstKnown = m.Known;
            Status = m.Status;
        }
        else
        {
            Status = StatusPath.Next(Status, m.Status, m.Days ?? Days, m.Known);
        }

        LastKnown = m.Known;
        LastRevision = m.Revision;
        if (m.Days is { } days)
        {
            Count(ref _days, days, MostValues);
            Days = NarrowestMostGiven();
        }

        if (m.Countries.Count > 0)
        {
            Count(ref _countries, m.Countries.Count == 1 ? m.Countries[0] : string.Join(',', m.Countries), MostValues);
            var most = MostGiven(_countries!);
            Countries = ReferenceEquals(most, _most) ? Countries : most.Split(',');
            _most = most;
        }

        if (m.Actor.Length > 0)
        {
            Count(ref _actors, m.Actor, MostValues);
        }

        if (m.Action.Length > 0)
        {
            Count(ref _actions, m.Action, MostValues);
        }

        if (m.Level.Length > 0)
        {
            Count(ref _levels, m.Level, MostValues);
        }

        foreach (var person in m.People)
        {
            Count(ref _people, person, MostValues * 2);
        }

        if (m.Place is { } place)
        {
            Count(ref _places, place, MostValues);
        }

        foreach (var subject in m.About)
        {
            Count(ref _about, subject, MostValues);
        }

        _words ??= m.Words.Length == 0 ? null : new List<Tally<int>>(Math.Min(m.Words.Length, MostWords));
        foreach (var word in m.Words)
        {
            Count(ref _words, word, MostWords);
        }
    }

    /// <summary>What <see cref="Restore"/> needs to bring it back.</summary>
    public ClusterState ToState() => new(
        Id, Kind, Ordinal, Reports, LastRevision, FirstKnown, LastKnown, Status, [.. _days ?? []], [.. _countries ?? []], [.. _actors ?? []], [.. _people ?? []], [.. _places ?? []], [.. _about ?? []], [.. _actions ?? []], [.. _levels ?? []], [.. _words ?? []], [.. _keys]);

    public static EventCluster Restore(ClusterState state)
    {
        var cluster = new EventCluster(state.Id, state.Kind, state.Ordinal)
        {
            Reports = state.Reports,
            LastRevision = state.LastRevision,
            FirstKnown = state.FirstKnown,
            LastKnown = state.LastKnown,
            Status = state.Status,
        };
        cluster._days = Of(state.Days);
        cluster._countries = Of(state.Countries);
        cluster._actors = Of(state.Actors);
        cluster._people = Of(state.People);
        cluster._places = Of(state.Places);
        cluster._about = Of(state.About);
        cluster._actions = Of(state.Actions);
        cluster._levels = Of(state.Levels);
        cluster._words = Of(state.Words);
        cluster._keys.AddRange(state.Keys);
        cluster.Days = cluster._days is null ? null : cluster.NarrowestMostGiven();
        cluster.Countries = cluster._countries is null ? [] : MostGiven(cluster._countries).Split(',');
        return cluster;
    }

    private DayRange NarrowestMostGiven()
    {
        var best = _days![0];
        foreach (var tally in _days)
        {
            if (tally.Value.Days < best.Value.Days || (tally.Value.Days == best.Value.Days && tally.Count > best.Count))
            {
                best = tally;
            }
        }

        return best.Value;
    }

    private static string MostGiven(List<Tally<string>> tallies)
    {
        var best = tallies[0];
        foreach (var tally in tallies)
        {
            if (tally.Count > best.Count)
            {
                best = tally;
            }
        }

        return best.Value;
    }

    private static List<Tally<T>>? Of<T>(IReadOnlyList<Tally<T>> tallies) => tallies.Count == 0 ? null : [.. tallies];

    private static void Count<T>(ref List<Tally<T>>? tallies, T value, int most) where T : IEquatable<T>
    {
        tallies ??= new List<Tally<T>>(1);
        for (var i = 0; i < tallies.Count; i++)
        {
            if (tallies[i].Value.Equals(value))
            {
                tallies[i] = tallies[i] with { Count = tallies[i].Count + 1 };
                return;
            }
        }

        if (tallies.Count < most)
        {
            tallies.Add(new Tally<T>(value, 1));
        }
    }
}

/// <summary>An <see cref="EventCluster"/> as plain values, for a store.</summary>
public sealed record ClusterState(
    string Id,
    EventKind Kind,
    long Ordinal,
    int Reports,
    string LastRevision,
    int FirstKnown,
    int LastKnown,
    EventStatus Status,
    IReadOnlyList<Tally<DayRange>> Days,
    IReadOnlyList<Tally<string>> Countries,
    IReadOnlyList<Tally<string>> Actors,
    IReadOnlyList<Tally<Participant>> People,
    IReadOnlyList<Tally<string>> Places,
    IReadOnlyList<Tally<string>> About,
    IReadOnlyList<Tally<string>> Actions,
    IReadOnlyList<Tally<string>> Levels,
    IReadOnlyList<Tally<int>> Words,
    IReadOnlyList<long> Keys);

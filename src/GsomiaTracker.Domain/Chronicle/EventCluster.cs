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
    internal const int NoSlot = -1;
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

    /// <summary>The take that reported it last, as a number (<see cref="Mention.TakeOf"/>).</summary>
    public long LastTake { get; private set; }

    /// <summary>Days (numbers) on which the first and the last report were known.</summary>
    public int FirstKnown { get; private set; }

    public int LastKnown { get; private set; }

    public EventStatus Status { get; private set; }

    /// <summary>The narrowest days that most reports give; null while none gives any.</summary>
    public DayRange? Days
    {
        get => _firstDay < 0 ? null : new DayRange(DateOnly.FromDayNumber(_firstDay), DateOnly.FromDayNumber(_lastDay));
        private set => (_firstDay, _lastDay) = value is { } days ? (days.From.DayNumber, days.To.DayNumber) : (-1, -1);
    }

    public ReadOnlySpan<Tally<DayRange>> DayTallies => _days.Span;

    /// <summary>Sets of countries as reports have them: "JP,KR".</summary>
    public ReadOnlySpan<Tally<string>> CountryTallies => _countries.Span;

    public ReadOnlySpan<Tally<string>> ActorTallies => _actors.Span;

    public ReadOnlySpan<Tally<Participant>> PeopleTallies => _people.Span;

    public ReadOnlySpan<Tally<string>> PlaceTallies => _places.Span;

    public ReadOnlySpan<Tally<string>> AboutTallies => _about.Span;

    public ReadOnlySpan<Tally<string>> ActionTallies => _actions.Span;

    public ReadOnlySpan<Tally<string>> LevelTallies => _levels.Span;

    /// <summary>Names that reports call it by.</summary>
    public ReadOnlySpan<Tally<string>> NameTallies => _names.Span;

    public ReadOnlySpan<Tally<int>> WordTallies => _words.Span;

    /// <summary>How many countries the set has that most reports give; 0 while none gives any.</summary>
    internal int Countries { get; private set; }

    /// <summary>The keys under which it is found: those of all its reports, sorted.</summary>
    public IReadOnlyList<long> Keys => _keys;

    /// <summary>Its place in the index that holds it.</summary>
    internal int Slot { get; set; } = NoSlot;

    /// <summary>The countries as one number while all reports give the same few; else 0.</summary>
    internal ulong OnlySet { get; private set; }

    internal bool NamesPeople { get; private set; }

    internal bool NamesSubjects { get; private set; }

    internal bool NamesPlaces { get; private set; }

    /// <summary>Day numbers, -1 without days. Numbers, because they come to lie beside the others by which most candidates are turned away: the fold looks at dozens for each report.</summary>
    private int _firstDay = -1;
    private int _lastDay = -1;
    private Tallies<DayRange> _days;
    private Tallies<string> _countries;
    private Tallies<string> _actors;
    private Tallies<Participant> _people;
    private Tallies<string> _places;
    private Tallies<string> _about;
    private Tallies<string> _actions;
    private Tallies<string> _levels;
    private Tallies<string> _names;
    private Tallies<int> _words;
    private readonly List<long> _keys = new(12);

    /// <summary>One more report, in known order; the event is found under its keys from now on.</summary>
    /// <param name="keys">Receives the keys under which it was not found before; empty when given.</param>
    public void Report(Mention m, List<long> keys)
    {
        Add(m);
        EventBlocking.Index(m, keys);
        var added = 0;
        for (var i = 0; i < keys.Count; i++)
        {
            var at = _keys.BinarySearch(keys[i]);
            if (at < 0)
            {
                _keys.Insert(~at, keys[i]);
                keys[added++] = keys[i];
            }
        }

        keys.RemoveRange(added, keys.Count - added);
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
            Status = StatusPath.Next(Status, m.Status, m.Days, m.Days ?? Days, m.Known);
        }

        LastKnown = m.Known;
        LastTake = m.Take;
        if (m.Days is { } days)
        {
            _days.Count(days, MostValues);
            Days = NarrowestMostGiven();
        }

        if (m.Countries.Count > 0)
        {
            _countries.Count(CountrySet.Joined(m.Set, m.Countries), MostValues);
            Countries = CountIn(MostGiven(_countries.Span));
            OnlySet = _countries.Span.Length == 1 ? m.Set : 0;
        }

        if (m.Actor.Length > 0)
        {
            _actors.Count(m.Actor, MostValues);
        }

        if (m.Action.Length > 0)
        {
            _actions.Count(m.Action, MostValues);
        }

        if (m.Level.Length > 0)
        {
            _levels.Count(m.Level, MostValues);
        }

        if (m.Name.Length > 0)
        {
            _names.Count(m.Name, MostValues);
        }

        for (var i = 0; i < m.People.Count; i++)
        {
            _people.Count(m.People[i], MostValues * 2);
        }

        if (m.Place is { } place)
        {
            _places.Count(place, MostValues);
        }

        for (var i = 0; i < m.About.Count; i++)
        {
            _about.Count(m.About[i], MostValues);
        }

        NoteWhatIsNamed();
        _words.Reserve(Math.Min(m.Words.Length, MostWords));
        foreach (var word in m.Words)
        {
            _words.Count(word, MostWords);
        }
    }

    /// <summary>What <see cref="Restore"/> needs to bring it back.</summary>
    public ClusterState ToState() => new(
        Id, Kind, Ordinal, Reports, LastTake, FirstKnown, LastKnown, Status, _days.Span.ToArray(), _countries.Span.ToArray(), _actors.Span.ToArray(), _people.Span.ToArray(), _places.Span.ToArray(), _about.Span.ToArray(), _actions.Span.ToArray(), _levels.Span.ToArray(), _names.Span.ToArray(), _words.Span.ToArray(), [.. _keys]);

    public static EventCluster Restore(ClusterState state)
    {
        var cluster = new EventCluster(state.Id, state.Kind, state.Ordinal)
        {
            Reports = state.Reports,
            LastTake = state.LastTake,
            FirstKnown = state.FirstKnown,
            LastKnown = state.LastKnown,
            Status = state.Status,
        };
        cluster._days = new(state.Days);
        cluster._countries = new(state.Countries);
        cluster._actors = new(state.Actors);
        cluster._people = new(state.People);
        cluster._places = new(state.Places);
        cluster._about = new(state.About);
        cluster._actions = new(state.Actions);
        cluster._levels = new(state.Levels);
        cluster._names = new(state.Names);
        cluster._words = new(state.Words);
        cluster.NoteWhatIsNamed();
        cluster._keys.AddRange(state.Keys);
        cluster.Days = cluster._days.Span.Length == 0 ? null : cluster.NarrowestMostGiven();
        if (cluster._countries.Span.Length > 0)
        {
            cluster.Countries = CountIn(MostGiven(cluster._countries.Span));
            cluster.OnlySet = cluster._countries.Span.Length == 1 ? CountrySet.Of(cluster._countries.Span[0].Value.Split(',')) : 0;
        }

        return cluster;
    }

    private void NoteWhatIsNamed() => (NamesPeople, NamesSubjects, NamesPlaces) = (!_people.IsEmpty, !_about.IsEmpty, !_places.IsEmpty);

    private DayRange NarrowestMostGiven()
    {
        var best = _days.Span[0];
        foreach (var tally in _days.Span)
        {
            if (tally.Value.Days < best.Value.Days || (tally.Value.Days == best.Value.Days && tally.Count > best.Count))
            {
                best = tally;
            }
        }

        return best.Value;
    }

    private static int CountIn(string countries) => countries.AsSpan().Count(',') + 1;

    private static string MostGiven(ReadOnlySpan<Tally<string>> tallies)
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
}

/// <summary>An <see cref="EventCluster"/> as plain values, for a store.</summary>
public sealed record ClusterState(
    string Id,
    EventKind Kind,
    long Ordinal,
    int Reports,
    long LastTake,
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
    IReadOnlyList<Tally<string>> Names,
    IReadOnlyList<Tally<int>> Words,
    IReadOnlyList<long> Keys);

using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Events;

/// <summary>The tellings of one event within a text, and what they add up to.</summary>
internal sealed class EventCluster
{
    private readonly List<Telling> _tellings = [];

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    private bool _marked;
    private bool _supposed;

    public EventCluster(Telling first)
    {
        Kind = first.Kind;
        Sides = new Sides();
        Add(first);
    }

    public EventKind Kind { get; }

    public IReadOnlyList<Telling> Tellings => _tellings;

    public Telling First => _tellings[0];

    public Dated Dated { get; private set; } = Dated.Unknown;

    public DayRange? Days => Dated.Days;

    public EventStatus Status { get; set; }

    /// <summary>Log odds that the text tells it; null where it was not weighed.</summary>
    public double? Odds { get; set; }

    public Sides Sides { get; }

    public string? Place { get; private set; }

    public string? Action { get; private set; }

    public SortedSet<string> About { get; } = new(StringComparer.Ordinal);

    public int Arity { get; private set; }

    public Level Level { get; private set; }

    public string? ProperName { get; private set; }

    /// <summary>An act inside one state: a bill, a petition to a court, a parliament's vote.</summary>
    public bool Domestic => _tellings.Any(t => t.Hit.Frame.Objects.Append(t.Hit.Frame.Trigger).Any(o => t.View.Lemma(o) is "resolution" or "bill" or "law" or "legislation" or "budget" or "ordinance" or "petition" or "motion" or "legislation" or "suit" or "lawsuit" or "detain" or "arrest" or "jail")
        || t.Sides.HasCourt || t.Sides.HasParliament
        || t.Kind == Domain.Findings.EventKind.Agreement && t.Hit.Trigger.Lemma is "put" or "steer" or "concur" or "enact" or "clear" or "vote"
        || t.Kind == Domain.Findings.EventKind.Measure && (t.Hit.Trigger.Lemma is "withdraw" || t.Hit.Frame.Objects.Any(o => t.View.Lemma(o) is "obligation" or "participation" or "membership" or "compliance")));

    /// <summary>Gives it the days that no telling has.</summary>
    public void Date(Dated dated) => Dated = dated;

    /// <summary>Whether a telling used this word.</summary>
    public bool Has(string trigger) => _words.Contains(trigger);

    public void Add(Telling telling)
    {
        var first = _tellings.Count == 0;
        _tellings.Add(telling);
        _words.Add(telling.Hit.Trigger.Lemma);
        if (telling.OnlyPoints && !first)
        {
            return;
        }

        if (telling.Days is { } days && (Days is not { } known || days.Days < known.Days))
        {
            Dated = telling.Dated;
        }

        // "If Norway does not want the pact to end, ..." calls nothing off.
        var supposed = telling.Status == EventStatus.Cancelled && telling.Fact.Conditional;
        if (first || _supposed || !supposed && (telling.Status == EventStatus.Cancelled
            || telling.Status == EventStatus.Happened && Status is not EventStatus.Cancelled && telling.Fact.Status == EventStatus.Happened))
        {
            Status = telling.Status;
            _supposed = supposed;
        }
        else if (!supposed && !_marked && telling.Fact.Status is not null && telling.Dated.Own && Days == telling.Days)
        {
            // "a change" of late December, which "could take effect" then: what grammar marks counts more than what the day alone tells.
            Status = telling.Status;
        }

        _marked |= telling.Fact.Status is not null;

        Sides.Add(telling.Sides);
        Place ??= telling.Place;
        Action ??= telling.Action;
        About.UnionWith(telling.About);
        Arity = Math.Max(Arity, telling.Arity);
        Level = Level == Level.None ? telling.Level : Level;
        ProperName ??= telling.ProperName;
    }
}

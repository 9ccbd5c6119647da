using System.Collections.Concurrent;
using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Corrections;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// The whole record folded once; cut at any moment after that. What is not touched between two moments is shared between their chronicles.
/// Safe for several threads. The chronicle as of a moment holds nothing that became known later; corrections, which editors make with
/// hindsight, hold for every moment.
/// </summary>
public sealed class FoldedRecord
{
    private const int MostPositions = 256;

    /// <summary>Beside one of each event, so many views of earlier moments are kept when the record goes on.</summary>
    private const int MostViews = 4096;

    private readonly Dossier _dossier;
    private readonly Gazetteer _places;
    private readonly List<ArticleRevision> _takes;
    private readonly IReadOnlyList<IReadOnlyList<Told>> _events;
    private readonly Dictionary<string, string> _explained;
    private readonly IReadOnlyList<Orphan> _orphans;
    private ConcurrentDictionary<(int Event, int Known, int Silenced), ChronicleEvent> _views = new();
    private ConcurrentDictionary<int, (IReadOnlyList<StanceHistory> Stances, IReadOnlyList<Condition> Conditions)> _positions = new();

    /// <summary>The fold, until a later record goes on from it.</summary>
    private RecordFold? _fold;

    /// <summary>Takes as they came, and corrected.</summary>
    private Dictionary<ArticleRevision, CorrectedTake> _overlaid = new(ReferenceEqualityComparer.Instance);
    private IReadOnlyList<long> _corrections = [];

    private sealed record CorrectedTake(ArticleRevision Take, Overlaid Overlay);

    private FoldedRecord(Dossier dossier, List<ArticleRevision> takes, IReadOnlyList<IReadOnlyList<Told>> events, Dictionary<string, string> explained, IReadOnlyList<Orphan> orphans)
    {
        _dossier = dossier;
        _places = new Gazetteer(dossier);
        _takes = takes;
        _readings = new(() => takes.GroupBy(t => t.Revision, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Reading, StringComparer.Ordinal));
        _events = events;
        _explained = explained;
        _orphans = orphans;
    }

    private readonly Lazy<Dictionary<string, Reading>> _readings;

    /// <summary>All takes in known order, corrections laid over their readings.</summary>
    public IReadOnlyList<ArticleRevision> Takes => _takes;

    /// <summary>The takes known at a moment, in known order.</summary>
    public IReadOnlyList<ArticleRevision> Known(DateTimeOffset? asOf) => asOf is { } cut ? _takes[..CountKnown(cut)] : _takes;

    /// <summary>Every instant at which something became known, ascending: the steps of the replay.</summary>
    public IEnumerable<DateTimeOffset> Moments => _takes.Select(t => t.KnownSince).Distinct();

    /// <param name="takes">All takes of all stories, in any order.</param>
    /// <param name="corrections">All corrections, in any order; their sequence decides.</param>
    /// <param name="before">The record as it was folded before: where nothing but takes known later than all of its own has come, and these are the same objects, the fold goes on from there.</param>
    public static FoldedRecord Of(IEnumerable<ArticleRevision> takes, IReadOnlyList<Correction> corrections, Dossier dossier, FoldedRecord? before = null)
    {
        var active = ActiveCorrections.Of(corrections);
        var same = before is not null && ReferenceEquals(before._dossier, dossier) && before._corrections.SequenceEqual(corrections.Select(c => c.Sequence));
        var overlaid = same ? before!._overlaid : new(ReferenceEqualityComparer.Instance);
        var (known, orphans) = Correct([.. takes], corrections, active, dossier, overlaid);
        known.Sort(KnownOrder.Instance);

        // The fold goes over to the later record; the earlier one has all that it shows of it.
        var fold = same ? Interlocked.Exchange(ref before!._fold, null) : null;
        var goesOn = fold is not null && fold.Begins(known);
        fold = goesOn ? fold! : new RecordFold(dossier);
        for (var i = fold.Count; i < known.Count; i++)
        {
            fold.Add(known[i]);
        }

        var grouped = EventGroups.Apply(fold.Events, active, fold.PlaceOf);
        orphans.AddRange(grouped.Orphans);
        var record = new FoldedRecord(dossier, known, grouped.Groups, Explanations(active), orphans) { _fold = fold, _overlaid = overlaid, _corrections = [.. corrections.Select(c => c.Sequence)] };
        if (goesOn && before!._views.Count < grouped.Groups.Count + MostViews && !active.Any(c => c.Act is CorrectionAct.Merge or CorrectionAct.Split))
        {
            // An event has the same reports in both, as far as both have them: what was shown of it by so many is shown again.
            record._views = before._views;
            record._positions = before._positions;
        }

        return record;
    }

    /// <summary>The chronicle as known at a moment; null for the whole record.</summary>
    public Chronicle At(DateTimeOffset? asOf)
    {
        var count = asOf is { } cut ? CountKnown(cut) : _takes.Count;
        var lastKnown = count == 0 ? (DateTimeOffset?)null : _takes[count - 1].KnownSince;
        var moment = asOf ?? lastKnown;
        var all = new List<ChronicleEvent>();
        for (var i = 0; i < _events.Count && moment is not null; i++)
        {
            if (View(i, asOf ?? DateTimeOffset.MaxValue, moment.Value) is { } view)
            {
                all.Add(view);
            }
        }

        var events = Firsts.Confront([.. all.Where(e => !e.Withdrawn).Order(ByDay)], _dossier, _explained);
        var (stances, conditions) = Positions(count, events);
        return new Chronicle(
            asOf,
            events,
            stances,
            [.. events.SelectMany(e => e.Disagreements)],
            DeadlineReckoning.Of(events, _dossier.Deadline, moment))
        {
            Withdrawn = [.. all.Where(e => e.Withdrawn).Order(ByDay)],
            Conditions = conditions,
            Orphans = _orphans,
            LastKnown = lastKnown,
        };
    }

    /// <summary>Positions, and what has happened, hang on the takes known alone, so moments between two takes share them.</summary>
    private (IReadOnlyList<StanceHistory> Stances, IReadOnlyList<Condition> Conditions) Positions(int known, IReadOnlyList<ChronicleEvent> events)
    {
        if (_positions.Count > MostPositions)
        {
            _positions.Clear();
        }

        return _positions.GetOrAdd(known, count =>
        {
            var stances = StanceFold.Of(_takes.Take(count));
            return (stances, ConditionsLedger.Of(stances, _explained, events, revision => _readings.Value.GetValueOrDefault(revision)));
        });
    }

    /// <summary>By day, then by becoming known; those without days last.</summary>
    public static Comparer<ChronicleEvent> ByDay { get; } = Comparer<ChronicleEvent>.Create((a, b) =>
    {
        var order = (a.Days ?? Never).CompareTo(b.Days ?? Never);
        order = order != 0 ? order : a.KnownSince.UtcTicks.CompareTo(b.KnownSince.UtcTicks);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    });

    private static readonly Time.DayRange Never = new(DateOnly.MaxValue, DateOnly.MaxValue);

    /// <summary>A finding as a report, with what a page needs to show of its article.</summary>
    public static Report ReportOf(ArticleRevision take, int finding, string? voice)
    {
        var header = take.Reading.Header;
        var reported = take.Reading.Events[finding];
        return new Report(take.Article, take.Revision, header.Agency, header.Headline, header.Published, take.KnownSince, reported, voice)
        {
            FirstSince = Firsts.Since(reported, take.Reading),
        };
    }

    private ChronicleEvent? View(int i, DateTimeOffset cut, DateTimeOffset moment)
    {
        var (known, silenced) = (0, 0);
        foreach (var told in _events[i])
        {
            if (told.Report.KnownSince > cut)
            {
                break;
            }

            known++;
            silenced += told.SilencedAt <= cut ? 1 : 0;
        }

        if (known == 0)
        {
            return null;
        }

        // Reports and silences only grow with the moment, so their counts name the state of an event.
        var view = _views.GetOrAdd((i, known, silenced), key => EventView.At(_events[key.Event], cut, moment, _dossier, _places, _explained));
        var unreported = view.UnreportedFrom is { } from && moment > from;
        return unreported == view.NoReportFound ? view : view with { NoReportFound = unreported };
    }

    private int CountKnown(DateTimeOffset cut)
    {
        var (low, high) = (0, _takes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_takes[middle].KnownSince <= cut)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Retracted articles leave; readings are corrected; a corrected publication moves its take in known time.</summary>
    private static (List<ArticleRevision> Takes, List<Orphan> Orphans) Correct(
        List<ArticleRevision> takes, IReadOnlyList<Correction> corrections, IReadOnlyList<Correction> active, Dossier dossier, Dictionary<ArticleRevision, CorrectedTake> overlaid)
    {
        if (corrections.Count == 0)
        {
            return (takes, []);
        }

        var orphans = ActiveCorrections.Astray(corrections).ToList();
        var found = new HashSet<long>();
        foreach (var retraction in active.Where(c => c.Act == CorrectionAct.Retract))
        {
            var article = retraction.Article ?? retraction.Target;
            if (takes.RemoveAll(t => t.Article == article && (retraction.Field is null || retraction.Field == t.Revision)) > 0)
            {
                found.Add(retraction.Sequence);
            }
        }

        var readings = active.Where(c => c.Act is CorrectionAct.Amend or CorrectionAct.Reject or CorrectionAct.Add or CorrectionAct.Header or CorrectionAct.Accept).ToLookup(c => c.Article);
        for (var i = 0; i < takes.Count; i++)
        {
            var own = readings[takes[i].Article].Concat(readings[null]).ToList();
            if (own.Count == 0)
            {
                continue;
            }

            var take = takes[i];
            if (!overlaid.TryGetValue(take, out var corrected))
            {
                var overlay = CorrectionOverlay.Apply(take.Reading, take.Text, take.Article, own);
                var moved = overlay.Reading.Header.Published is { } published && published != take.Reading.Header.Published;
                overlaid[take] = corrected = new CorrectedTake(
                    take with { Reading = overlay.Reading, KnownSince = moved ? overlay.Reading.Header.Published!.KnownSince(dossier.Zone) : take.KnownSince }, overlay);
            }

            found.UnionWith(corrected.Overlay.Applied);
            found.UnionWith(corrected.Overlay.Faults.Select(f => f.Correction.Sequence));
            orphans.AddRange(corrected.Overlay.Faults);
            takes[i] = corrected.Take;
        }

        var checkedHere = active.Where(c => c.Act is CorrectionAct.Amend or CorrectionAct.Reject or CorrectionAct.Add or CorrectionAct.Header or CorrectionAct.Accept or CorrectionAct.Retract);
        orphans.AddRange(checkedHere.Where(c => !found.Contains(c.Sequence)).Select(c => new Orphan(c, $"nothing on the record goes by {c.Target}")));
        return (takes, [.. orphans.DistinctBy(o => o.Correction.Sequence)]);
    }

    private static Dictionary<string, string> Explanations(IEnumerable<Correction> active)
    {
        var explained = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var c in active.Where(c => c.Act == CorrectionAct.Explain))
        {
            var value = JsonValue.Parse(c.Value);
            explained[c.Target] = value.Ok && value.Value.ValueKind == System.Text.Json.JsonValueKind.String ? value.Value.GetString()! : c.Value ?? c.Reason;
        }

        return explained;
    }
}

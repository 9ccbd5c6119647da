using GsomiaTracker.Domain.Articles;
using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>The fold over the whole record so far, with the reports of each event. What becomes known after all of it is simply added. Not for two threads at a time.</summary>
internal sealed class RecordFold(Dossier dossier)
{
    private readonly ChronicleFold _fold = new(dossier);
    private readonly Voices _voices = new(DateTimeOffset.MinValue);
    private readonly List<ArticleRevision> _takes = [];
    private readonly List<List<Told>> _events = [];
    private readonly Dictionary<EventCluster, int> _places = [];
    private readonly Dictionary<(string Revision, FindingKey Finding), (int Take, int Finding)> _order = [];

    /// <summary>Where the findings of each take went: event and place among its reports.</summary>
    private readonly List<List<(long Link, EventCluster Event, int Report)>> _placed = [];

    /// <summary>The takes of each story so far.</summary>
    private readonly Dictionary<string, List<int>> _stories = new(StringComparer.Ordinal);

    /// <summary>The reports of each event, in order of their first ones.</summary>
    public IEnumerable<IReadOnlyList<Told>> Events => _events;

    public int Count => _takes.Count;

    /// <summary>Place of a report in known order.</summary>
    public (int Take, int Finding) PlaceOf(Report report) => _order[(report.Revision, report.Finding.Key)];

    /// <summary>Whether these takes begin with the very ones that it has.</summary>
    public bool Begins(List<ArticleRevision> takes)
    {
        if (takes.Count < _takes.Count)
        {
            return false;
        }

        for (var i = _takes.Count - 1; i >= 0; i--)
        {
            if (!ReferenceEquals(takes[i], _takes[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The next take in known order.</summary>
    public void Add(ArticleRevision take)
    {
        Dictionary<long, EventCluster>? told = null;
        if (_stories.TryGetValue(take.Article, out var earlier))
        {
            Silence(earlier[^1], take.KnownSince);
            told = [];
            foreach (var (link, cluster, _) in earlier.SelectMany(t => _placed[t]))
            {
                ChronicleFold.Tell(told, link, cluster);
            }
        }
        else
        {
            _stories[take.Article] = earlier = new(1);
        }

        earlier.Add(_takes.Count);
        var voice = _voices.Add(take, TextSketch.Of(take.Text));
        var placed = new List<(long, EventCluster, int)>();
        foreach (var placement in _fold.Add(take, told))
        {
            if (!_places.TryGetValue(placement.Event, out var at))
            {
                _places[placement.Event] = at = _events.Count;
                _events.Add(new(1));
            }

            var reports = _events[at];
            var report = FoldedRecord.ReportOf(take, placement.Finding, voice);
            _order.TryAdd((report.Revision, report.Finding.Key), (_takes.Count, reports.Count));
            placed.Add((placement.Mention.Link, placement.Event, reports.Count));
            reports.Add(new Told(report, null));
        }

        _placed.Add(placed);
        _takes.Add(take);
    }

    /// <summary>A later take of its story speaks in a take's place.</summary>
    private void Silence(int take, DateTimeOffset from)
    {
        foreach (var (_, cluster, report) in _placed[take])
        {
            var reports = _events[_places[cluster]];
            reports[report] = reports[report] with { SilencedAt = from };
        }
    }
}

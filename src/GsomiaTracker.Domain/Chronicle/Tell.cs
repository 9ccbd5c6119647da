namespace GsomiaTracker.Domain.Chronicle;

/// <summary>The reports of an event that give one value: the first and the last of them, and how many voices there are among them.</summary>
internal sealed class Tell
{
    private readonly VoiceSet _voices = new();

    private Tell(Report first) => First = Last = first;

    public Report First { get; }

    public Report Last { get; private set; }

    public int Voices => _voices.Count;

    /// <summary>One for each value that reports give, in the order in which they were first told.</summary>
    public static List<Tell> By(List<Report> reports, Predicate<Report> counts, Func<Report, Report, bool> same)
    {
        var groups = new List<Tell>();
        foreach (var report in reports)
        {
            if (!counts(report))
            {
                continue;
            }

            Tell? group = null;
            foreach (var other in groups)
            {
                if (same(other.Last, report))
                {
                    group = other;
                    break;
                }
            }

            if (group is null)
            {
                group = new Tell(report);
                groups.Add(group);
            }

            group.Last = report;
            group._voices.Add(report.Voice);
        }

        return groups;
    }

    /// <summary>The last report of the group that comes last in an order; of equals the first. Null without one.</summary>
    public static Report? Best(List<Tell> groups, Comparison<Tell> order)
    {
        Tell? best = null;
        foreach (var group in groups)
        {
            best = best is null || order(group, best) > 0 ? group : best;
        }

        return best?.Last;
    }
}

/// <summary>Different voices, capitals aside. Most events have a handful; only a crowd is worth a table.</summary>
internal sealed class VoiceSet
{
    private const int Few = 12;

    private string? _first;

    /// <summary>The others while they are few.</summary>
    private List<string>? _few;
    private HashSet<string>? _many;

    public int Count => _many?.Count ?? (_first is null ? 0 : 1 + (_few?.Count ?? 0));

    public void Add(string voice)
    {
        if (_many is not null)
        {
            _many.Add(voice);
            return;
        }

        _first ??= voice;
        if (string.Equals(_first, voice, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        _few ??= [];
        foreach (var other in _few)
        {
            if (string.Equals(other, voice, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        _few.Add(voice);
        if (_few.Count == Few)
        {
            _many = new HashSet<string>(_few, StringComparer.OrdinalIgnoreCase) { _first };
        }
    }
}

using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Extraction;

/// <summary>Why a reading says what it says: for each finding, by its key, the rules and steps that led to it, in order. Kept only when somebody asks (<see cref="ArticleReader.Explain"/>).</summary>
public sealed class ReadingTrace
{
    private readonly Dictionary<FindingKey, List<string>> _steps = [];

    /// <summary>The steps that led to a finding, as sentences; empty where none were noted.</summary>
    public IReadOnlyList<string> Of(FindingKey key) => _steps.TryGetValue(key, out var steps) ? steps : [];

    internal void Add(FindingKey key, IEnumerable<string> steps)
    {
        if (!_steps.TryGetValue(key, out var all))
        {
            _steps[key] = all = [];
        }

        all.AddRange(steps.Where(s => !all.Contains(s)));
    }
}

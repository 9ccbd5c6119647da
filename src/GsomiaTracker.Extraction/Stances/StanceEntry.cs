using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>Holder, issue and position, with everything in the text that may carry it.</summary>
internal sealed class StanceEntry(Holder holder, IssueRules issue, Position position)
{
    public Holder Holder { get; } = holder;

    public IssueRules Issue { get; } = issue;

    public Position Position { get; } = position;

    /// <summary>The best first once <see cref="StanceChoice"/> has weighed them; before, in the order of the text.</summary>
    public List<Ground> Grounds { get; } = [];

    /// <summary>What was seen of the entry as a whole, with how much of it.</summary>
    public List<(string Sign, double Value)> Signs { get; } = [];

    /// <summary>Log odds that the text reports it.</summary>
    public double Odds { get; set; }
}

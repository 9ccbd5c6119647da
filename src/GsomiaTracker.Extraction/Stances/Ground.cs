using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// What one clause gives for an entry: who would hold what by which words, and the signs by which <see cref="StanceChoice"/> weighs it.
/// Several grounds may speak for one entry, and most speak for none.
/// </summary>
internal sealed class Ground(Holder holder, Stand stand, Position position, TextSpan words, TextSpan? condition, DocumentSentence sentence)
{
    public Holder Holder { get; } = holder;

    public Stand Stand { get; } = stand;

    public Position Position { get; } = position;

    public TextSpan Words { get; } = words;

    public TextSpan? Condition { get; } = condition;

    public DocumentSentence Sentence { get; } = sentence;

    /// <summary>What somebody else was found to hold, where it is only taken over: as likely as that, and no more.</summary>
    public Ground? EchoOf { get; init; }

    /// <summary>Names of what was seen: see docs/READING.md ("The choice").</summary>
    public List<string> Signs { get; } = new(24);

    /// <summary>The signs that every ground has were added.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Log odds that it carries the entry.</summary>
    public double Odds { get; set; }
}

namespace GsomiaTracker.Extraction.Wire;

/// <summary>A reason to hold that a piece was written on some days rather than others.</summary>
/// <param name="Reason">In words, for whoever checks the answer.</param>
/// <param name="Weight">How far it can be trusted, 1 to 8.</param>
internal sealed record DateVote(string Reason, int Weight, Func<DateOnly, bool> Fits)
{
    /// <summary>The first of the known days that it is told after; null for other reasons.</summary>
    public DateOnly? NotBefore { get; init; }
}

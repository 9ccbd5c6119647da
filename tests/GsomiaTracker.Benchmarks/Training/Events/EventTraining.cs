namespace GsomiaTracker.Benchmarks.Training.Events;

/// <summary>How the choice of events is trained.</summary>
internal sealed record EventTraining
{
    /// <summary>L2 penalty of a sign's weight for all kinds.</summary>
    public double Penalty { get; init; } = 2;

    /// <summary>Of its weight for one kind.</summary>
    public double KindPenalty { get; init; } = 4;

    public double WordPenalty { get; init; } = 4;

    /// <summary>F1 is highest where an entry is told from half of that F1 on: with 0.8, from a probability of 0.4, log odds of -0.4.</summary>
    public double Shift { get; init; } = 0.4;

    /// <summary>How much of what a row tells is trained on as if no row had known it.</summary>
    public double Hidden { get; init; } = 0.3;

    public double OptionalWeight { get; init; } = 0.2;
}

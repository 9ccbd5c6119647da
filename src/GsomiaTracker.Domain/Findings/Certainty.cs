namespace GsomiaTracker.Domain.Findings;

/// <summary>How sure a reader is of a finding, in whole percent, as its weights have it: no measured share of right ones, but rising with it.</summary>
public static class Certainty
{
    /// <param name="odds">Natural logarithm of the odds that it is right; 0 is even.</param>
    public static byte OfLogOdds(double odds) => (byte)Math.Round(100 / (1 + Math.Exp(-odds)), MidpointRounding.AwayFromZero);
}

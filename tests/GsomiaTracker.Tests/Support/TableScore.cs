namespace GsomiaTracker.Tests.Support;

/// <summary>What was found right, made up and missed in a table of sentences.</summary>
internal readonly record struct TableScore(int Right, int Made, int Missed)
{
    public double Precision => Right + Made == 0 ? 1 : (double)Right / (Right + Made);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public double F1 => 2.0 * Right / Math.Max(1, 2 * Right + Made + Missed);

    public override string ToString() => FormattableString.Invariant($"P {Precision:F3} R {Recall:F3} F1 {F1:F3} ({Right} right, {Made} made up, {Missed} missed)");

    public TableScore And(TableScore other) => new(Right + other.Right, Made + other.Made, Missed + other.Missed);
}

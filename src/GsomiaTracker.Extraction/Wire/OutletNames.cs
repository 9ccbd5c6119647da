namespace GsomiaTracker.Extraction.Wire;

/// <summary>Outlets by the names that texts call them, for whoever asks whom a text cites.</summary>
public static class OutletNames
{
    /// <summary>The short name ("Kyodo") of the first outlet named in these words ("Kyodo News reported"); null when none is.</summary>
    public static string? FirstIn(ReadOnlySpan<char> words) => Outlets.In(words)?.Outlet.Name;
}

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>What the shape of a token says about the end of the sentence.</summary>
internal enum TokenEnd
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An abbreviation that never ends one: <i>Gen.</i></summary>
    Abbreviation,

    /// <summary>An abbreviation whose full stop may also be the sentence's: <i>U.S.</i></summary>
    MayEnd,
}

/// <summary>A token before anything is known about it; offsets in the whole text.</summary>
internal readonly record struct RawToken(int Start, int End, TokenEnd Ending)
{
    public int Length => End - Start;
}

namespace GsomiaTracker.Web.Rendering;

/// <summary>A good address near to the one that was refused.</summary>
public sealed record Nearest(string Label, string Url);

/// <summary>Why a request was refused, in words for a person (RFC 9457: status, title, detail), and where to go instead.</summary>
/// <param name="Kind">Last part of the problem's type: "bad-asof", "unknown-event".</param>
public sealed record Refusal(int Status, string Kind, string Title, string Detail, IReadOnlyList<Nearest> Nearest)
{
    public static Refusal Bad(string kind, string title, string detail, params Nearest[] nearest) => new(StatusCodes.Status400BadRequest, kind, title, detail, nearest);

    public static Refusal NotFound(string kind, string title, string detail, params Nearest[] nearest) => new(StatusCodes.Status404NotFound, kind, title, detail, nearest);
}

/// <summary>A value or a refusal, never both.</summary>
public readonly record struct Answer<T>(T? Value, Refusal? Refusal) where T : class
{
    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Refusal refusal) => new(null, refusal);
}

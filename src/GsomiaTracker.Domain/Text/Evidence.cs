namespace GsomiaTracker.Domain.Text;

/// <summary>
/// The exact words of one revision that carry a fact: a W3C Web Annotation TextPositionSelector (the span) together with the
/// TextQuoteSelector's <c>exact</c> (the words). Law: <c>revision.Text[Span] == Words</c>; <see cref="In"/> is the only way to make one.
/// </summary>
public readonly record struct Evidence(TextSpan Span, string Words)
{
    public static Evidence In(string text, TextSpan span) => new(span, span.Of(text));
}

using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Language;

/// <summary>A stretch between quotation marks, in one paragraph.</summary>
/// <param name="Outer">With its marks.</param>
/// <param name="Inner">Between them.</param>
/// <param name="Paragraph">Index among the piece's paragraphs.</param>
/// <param name="Closed">False where no closing mark stands: it then runs to the paragraph's end.</param>
/// <param name="Continues">True where it takes up a quotation that the paragraph before left open.</param>
public sealed record Quoted(TextSpan Outer, TextSpan Inner, int Paragraph, bool Closed, bool Continues);

using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>What a stretch of a wire piece is for.</summary>
public enum ParagraphRole { Furniture, Headline, Header, Byline, Deck, Bullet, Body, Caption, Footer }

/// <summary>A paragraph of a piece; for the first one of the body the span starts after the dateline ("BANGKOK, Nov. 17 (Yonhap) -- ").</summary>
public sealed record WireParagraph(TextSpan Span, ParagraphRole Role)
{
    /// <summary>The article's own words: what is read for findings.</summary>
    public bool IsOwn => Role is ParagraphRole.Body or ParagraphRole.Bullet or ParagraphRole.Deck or ParagraphRole.Caption;
}

/// <summary>A piece taken apart: its header facts and its paragraphs in order.</summary>
/// <param name="Text">The text that all spans index.</param>
/// <param name="Flattened">True where <paramref name="Text"/> was flattened from HTML.</param>
public sealed record WireText(
    string Text,
    bool Flattened,
    ReadingHeader Header,
    IReadOnlyList<WireParagraph> Paragraphs,
    IReadOnlyList<string> Warnings)
{
    public IEnumerable<WireParagraph> Own => Paragraphs.Where(p => p.IsOwn);
}

using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Extraction.Language;

/// <summary>A sentence of the article's own text.</summary>
/// <param name="Index">Place among the document's sentences.</param>
/// <param name="Paragraph">Place of its paragraph among the piece's.</param>
public sealed record DocumentSentence(int Index, int Paragraph, ParagraphRole Role, Sentence Syntax)
{
    public TextSpan Span => Syntax.Span;
}

/// <summary>A piece with its grammar: what the stages after the wire desk work on.</summary>
public sealed class Document
{
    private readonly int[] _sentenceStarts;
    private readonly (Word[] Words, int[] OfToken)[] _words;

    private Document(WireText wire, Dossier dossier, DateOnly? anchor, DocumentSentence[] sentences, Quoted[] quoted, ReadingTrace? trace)
    {
        Trace = trace;
        Wire = wire;
        Dossier = dossier;
        Anchor = anchor;
        Sentences = sentences;
        Quoted = quoted;
        _sentenceStarts = [.. sentences.Select(s => s.Span.Start)];
        _words = [.. sentences.Select(s => Words.Of(s.Syntax))];
    }

    public WireText Wire { get; }

    /// <summary>Where stages note what led to their findings; null when nobody asks.</summary>
    public ReadingTrace? Trace { get; }

    public string Text => Wire.Text;

    public Dossier Dossier { get; }

    /// <summary>The day from which the text speaks: its dateline's or publication's; null where unknown.</summary>
    public DateOnly? Anchor { get; }

    public IReadOnlyList<DocumentSentence> Sentences { get; }

    /// <summary>Everything between quotation marks, in order.</summary>
    public IReadOnlyList<Quoted> Quoted { get; }

    /// <param name="anchor">The day the text speaks from; null takes the dateline's or the publication's.</param>
    public static Document Open(WireText wire, Dossier dossier, SyntaxParser parser, DateOnly? anchor = null, ReadingTrace? trace = null)
    {
        var sentences = new List<DocumentSentence>();
        for (var p = 0; p < wire.Paragraphs.Count; p++)
        {
            var paragraph = wire.Paragraphs[p];
            var span = paragraph.IsOwn ? paragraph.Span : SpeakerLabels.Of(wire, p);
            if (span.IsEmpty)
            {
                continue;
            }

            foreach (var sentence in parser.Parse(wire.Text, span))
            {
                if (sentence.Count > 0)
                {
                    sentences.Add(new DocumentSentence(sentences.Count, p, paragraph.Role, sentence));
                }
            }
        }

        var day = anchor ?? wire.Header.Published?.Day ?? wire.Header.Dateline?.Date;
        return new Document(wire, dossier, day, [.. sentences], QuoteScanner.Scan(wire.Text, wire.Paragraphs), trace);
    }

    /// <summary>Index of the sentence that holds this place, or -1.</summary>
    public int SentenceAt(int offset)
    {
        var i = Array.BinarySearch(_sentenceStarts, offset);
        i = i >= 0 ? i : ~i - 1;
        return i >= 0 && Sentences[i].Span.Contains(offset) ? i : -1;
    }

    /// <summary>The quotation whose inside holds this place, or null.</summary>
    public Quoted? QuotedAt(int offset)
    {
        var i = FirstQuotedEndingAfter(offset);
        return i < Quoted.Count && Quoted[i].Inner.Contains(offset) ? Quoted[i] : null;
    }

    /// <summary>The quotations that share something with a stretch of text: first and last index; empty (first &gt; last) when none.</summary>
    public (int First, int Last) QuotedIn(TextSpan span)
    {
        var first = FirstQuotedEndingAfter(span.Start);
        var last = first - 1;
        while (last + 1 < Quoted.Count && Quoted[last + 1].Outer.Start < span.End)
        {
            last++;
        }

        return (first, last);
    }

    public bool IsQuoted(int offset) => QuotedAt(offset) is not null;

    /// <summary>The sentences that a stretch of text touches, first and last index; empty (first &gt; last) when none.</summary>
    public (int First, int Last) SentencesIn(TextSpan span)
    {
        var first = Array.BinarySearch(_sentenceStarts, span.Start);
        first = first >= 0 ? first : ~first - 1;
        if (first < 0 || Sentences[first].Span.End <= span.Start)
        {
            first++;
        }

        var last = first - 1;
        while (last + 1 < Sentences.Count && Sentences[last + 1].Span.Start < span.End)
        {
            last++;
        }

        return (first, last);
    }

    internal Word[] WordsOf(int sentence) => _words[sentence].Words;

    internal int WordOfToken(int sentence, int token) => _words[sentence].OfToken[token];

    private int FirstQuotedEndingAfter(int offset)
    {
        int low = 0, high = Quoted.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Quoted[middle].Outer.End > offset)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}

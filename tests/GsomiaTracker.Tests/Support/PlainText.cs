using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;
using GsomiaTracker.Extraction.Statements;
using GsomiaTracker.Extraction.Wire;

namespace GsomiaTracker.Tests.Support;

/// <summary>A few plain paragraphs as a document, without a wire's head: "¶" parts paragraphs.</summary>
internal sealed class PlainText
{
    public PlainText(string text, Dossier? dossier = null, string? agency = null, DateOnly? anchor = null)
    {
        var paragraphs = new List<WireParagraph>();
        var start = 0;
        foreach (var paragraph in text.Split('¶'))
        {
            paragraphs.Add(new WireParagraph(TextSpan.OfLength(start, paragraph.Length), ParagraphRole.Body));
            start += paragraph.Length + 1;
        }

        var header = new ReadingHeader(agency, null, null, null, [], null, null, PublishedHow.Unknown, "");
        Document = Document.Open(new WireText(text, false, header, paragraphs, []), dossier ?? TestDossier.Gsomia, SyntaxParser.Load(), anchor);
        References = ReferenceResolver.Resolve(Document);
        Attributions = AttributionFinder.Find(Document, References);
        Quotations = QuotationFinder.Find(Document, Attributions);
    }

    public Document Document { get; }

    public References References { get; }

    public Attributions Attributions { get; }

    public IReadOnlyList<Quotation> Quotations { get; }

    /// <summary>Whom these words stand for.</summary>
    public Referent? Who(string words, int nth = 0)
    {
        var at = -1;
        for (var i = 0; i <= nth; i++)
        {
            at = Document.Text.IndexOf(words, at + 1, StringComparison.Ordinal);
        }

        Assert.True(at >= 0, $"no '{words}'");
        var sentence = Document.SentenceAt(at);
        var syntax = Document.Sentences[sentence].Syntax;
        var last = syntax.At(at + words.Length - 1);
        for (var t = last; t >= 0 && syntax[t].End > at; t--)
        {
            if (References.At(sentence, t) is { } mention && mention.Head == t)
            {
                return References.Of(sentence, t);
            }
        }

        return References.Of(sentence, last);
    }
}

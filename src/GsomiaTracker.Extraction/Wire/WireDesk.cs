using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Wire.Html;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>
/// Takes a piece apart as it came off the wire or a web page: header facts, the article's own paragraphs, and what a page prints round them.
/// It knows outlets by name (<c>Lexicon/en/wire</c>) and layouts by their shape; time and memory are linear in the length of the text, and it never throws.
/// </summary>
public static class WireDesk
{
    public static WireText Open(string text, Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(dossier);
        HtmlArticle? page = null;
        IReadOnlyList<TextSpan> captions = [];
        if (HtmlArticle.IsHtml(text))
        {
            page = HtmlArticle.Read(text);
            (text, captions) = page.Flat();
        }

        var lines = LineSorter.Sort(text, HardWrap.Join(text, WireLine.Split(text)));
        lines = captions.Count == 0 ? lines : lines.ConvertAll(l => captions.Any(c => c.Contains(l.Line.Span.Start)) ? l with { Kind = LineKind.Caption, Stamp = null, Dateline = null } : l);
        var layout = Layout.Of(text, lines);
        var header = HeaderReader.Read(text, lines, layout, dossier, page);
        return new WireText(text, page is not null, header.Header, layout.Paragraphs, header.Warnings);
    }
}

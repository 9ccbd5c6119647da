using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Domain.Time;

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
        HtmlHints? hints = null;
        if (HtmlFlattener.IsHtml(text))
        {
            (text, hints) = HtmlFlattener.Flatten(text);
        }

        var lines = LineSorter.Sort(text, HardWrap.Join(text, WireLine.Split(text)));
        var layout = Layout.Of(text, lines);
        var header = HeaderReader.Read(text, lines, layout, dossier, hints);
        return new WireText(text, hints is not null, header.Header, layout.Paragraphs, header.Warnings);
    }
}

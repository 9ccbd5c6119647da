using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;

namespace GsomiaTracker.Extraction.Statements;

/// <summary>
/// Gives each quotation its attribution: a sentence that the marks of an attributed one go on through belongs to it; a quotation that no sentence
/// explains goes with the speaker before it in the paragraph, or with the quotation that it takes up.
/// </summary>
internal static class QuotationLinker
{
    private const int MostSentences = 64;

    public static void Link(Document document, List<Found> found)
    {
        var of = new Found?[document.Quoted.Count];
        var bySentence = found.ToLookup(f => f.Sentence);
        for (var q = 0; q < of.Length; q++)
        {
            of[q] = Attributed(document, document.Quoted[q], bySentence);
            if (of[q] is { } own)
            {
                Cover(own, document.Quoted[q]);
            }
        }

        for (var q = 0; q < of.Length; q++)
        {
            if (of[q] is not null)
            {
                continue;
            }

            var quoted = document.Quoted[q];
            var before = q > 0 ? of[q - 1] : null;
            if (before is null || !Standing(document, quoted))
            {
                continue;
            }

            var same = document.Quoted[q - 1].Paragraph == quoted.Paragraph || quoted.Continues;
            if (same || document.Quoted[q - 1].Paragraph == quoted.Paragraph - 1 && WholeParagraph(document, quoted))
            {
                of[q] = before;
                before.Content.Add(quoted.Outer);
            }
        }
    }

    /// <summary>The attribution whose content meets the quotation: the outermost one from outside the marks.</summary>
    private static Found? Attributed(Document document, Quoted quoted, ILookup<int, Found> bySentence)
    {
        Found? best = null;
        var size = -1;
        var (first, last) = document.SentencesIn(quoted.Outer);
        last = Math.Min(last, first + MostSentences);
        for (var s = first; s <= last; s++)
        {
            foreach (var f in bySentence[s])
            {
                Weigh(f);
            }
        }

        return best;

        void Weigh(Found f)
        {
            if (f.Cue is { } cue && quoted.Inner.Overlaps(cue))
            {
                return;
            }

            foreach (var piece in f.Content)
            {
                if (piece.Overlaps(quoted.Inner) && f.Source is not null && piece.Length > size)
                {
                    (best, size) = (f, piece.Length);
                }
            }
        }
    }

    /// <summary>What stands between the marks is said as a whole.</summary>
    private static void Cover(Found own, Quoted quoted)
    {
        for (var i = 0; i < own.Content.Count; i++)
        {
            if (own.Content[i].Overlaps(quoted.Inner))
            {
                own.Content[i] = own.Content[i].Union(quoted.Outer);
                return;
            }
        }
    }

    /// <summary>A quotation that makes a sentence of its own: its opening mark starts a sentence.</summary>
    private static bool Standing(Document document, Quoted quoted)
    {
        var (first, last) = document.SentencesIn(quoted.Outer);
        return first <= last && document.Sentences[first].Span.Start >= quoted.Outer.Start;
    }

    private static bool WholeParagraph(Document document, Quoted quoted)
    {
        var span = document.Wire.Paragraphs[quoted.Paragraph].Span;
        return document.Text.AsSpan(span.Start, quoted.Outer.Start - span.Start).IsWhiteSpace();
    }
}

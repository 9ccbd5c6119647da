using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>Which line is what: where the story starts and ends, its headline, and each paragraph's role.</summary>
/// <param name="Headline">Index of the headline's line, or -1.</param>
/// <param name="BodyStart">Index of the first line of the story, or the number of lines.</param>
/// <param name="BodyEnd">Index after its last line.</param>
internal sealed record Layout(int Headline, int BodyStart, int BodyEnd, IReadOnlyList<WireParagraph> Paragraphs, IReadOnlyList<ParagraphRole> Roles)
{
    public static Layout Of(string text, List<SortedLine> lines)
    {
        var start = BodyStartOf(lines);
        var end = BodyEndOf(text, lines, start);
        var headline = HeadlineFinder.Find(text, lines, start);
        var roles = new ParagraphRole[lines.Count];
        var listing = false;
        for (var i = 0; i < lines.Count; i++)
        {
            listing = lines[i].Kind switch { LineKind.List => true, LineKind.Prose or LineKind.Stamp or LineKind.Byline => false, _ => listing };
            roles[i] = i == headline ? ParagraphRole.Headline
                : i < start ? BeforeBody(lines, i, headline, listing)
                : i < end && i > start && IsDayHeading(text, lines, i, listing) ? ParagraphRole.Bullet
                : i < end ? InBody(text, lines[i], i == start, i == end - 1, listing)
                : lines[i].Kind is LineKind.Byline or LineKind.Stamp ? ParagraphRole.Header : ParagraphRole.Footer;
        }

        var paragraphs = new List<WireParagraph>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var span = lines[i].Line.Span;
            if (lines[i].Kind == LineKind.Prose && lines[i].Dateline is { } dateline && roles[i] == ParagraphRole.Body)
            {
                var own = WireLine.Trim(text, Math.Min(span.Start + dateline.End, span.End), span.End);
                if (own.IsEmpty)
                {
                    paragraphs.Add(new WireParagraph(span, ParagraphRole.Header));
                    continue;
                }

                span = own;
            }

            paragraphs.Add(new WireParagraph(span, roles[i]));
        }

        return new Layout(headline, start, end, paragraphs, roles);
    }

    /// <summary>
    /// The story starts at its dateline; without one at the first prose, unless a byline or stamp still follows before the next prose (then that prose was a deck).
    /// </summary>
    private static int BodyStartOf(List<SortedLine> lines)
    {
        var datelined = lines.FindIndex(l => l.Kind == LineKind.Prose && l.Dateline is { } d && (d.Outlet is not null || d.Month > 0));
        if (datelined < 0)
        {
            datelined = lines.FindIndex(l => l.Kind == LineKind.Prose && l.Dateline is not null);
        }

        var first = lines.FindIndex(l => l.Kind == LineKind.Prose);
        if (datelined >= 0 && datelined - first <= 12)
        {
            return datelined;
        }

        for (var i = first; i >= 0 && i < lines.Count;)
        {
            var next = lines.FindIndex(i + 1, l => l.Kind == LineKind.Prose);
            if (next < 0 || next - i > 10)
            {
                return i;
            }

            var headed = lines.FindIndex(i + 1, next - i - 1, l => l.Kind is LineKind.Stamp or LineKind.Byline or LineKind.Dateline);
            if (headed < 0)
            {
                return i;
            }

            i = next;
        }

        return first < 0 ? FirstSentence(lines) : first;
    }

    /// <summary>A story of short sentences only.</summary>
    private static int FirstSentence(List<SortedLine> lines)
    {
        var sentence = lines.FindIndex(l => l.Kind == LineKind.Sentence);
        return sentence < 0 ? lines.Count : sentence;
    }

    /// <summary>After the last line that belongs to the story: before a closing mark, or where only furniture follows.</summary>
    private static int BodyEndOf(string text, List<SortedLine> lines, int start)
    {
        var end = start;
        for (var i = start; i < lines.Count; i++)
        {
            switch (lines[i].Kind)
            {
                case LineKind.Tail:
                    return end;
                case LineKind.Prose:
                    end = i + 1;
                    break;
                case LineKind.Caption when end == i || HasProseAfter(lines, i):
                    end = i + 1;
                    break;
                case LineKind.Sentence or LineKind.Bullet when end == i && IsOwnSentence(text, lines[i]):
                    end = i + 1;
                    break;
                case LineKind.Bullet when end == i - 1 && i + 1 < lines.Count && lines[i - 1].Kind is LineKind.Title or LineKind.Sentence && IsEntry(text, lines, i) && IsEntry(text, lines, i + 1):
                    // An agenda below a heading of its own: "What happens next?"
                    end = i + 1;
                    break;
                default:
                    break;
            }
        }

        return end;
    }

    private static bool IsEntry(string text, List<SortedLine> lines, int i) => lines[i].Kind is LineKind.Bullet or LineKind.Prose && DayHeading.IsEntry(lines[i].Line.In(text));

    private static bool HasProseAfter(List<SortedLine> lines, int i) => lines.FindIndex(i, Math.Min(8, lines.Count - i), l => l.Kind == LineKind.Prose) >= 0;

    private static bool IsOwnSentence(string text, SortedLine line) => line.Line.Words >= 3 || line.Line.In(text).IndexOfAny('"', '“', '”') >= 0;

    private static ParagraphRole BeforeBody(List<SortedLine> lines, int i, int headline, bool listing) => lines[i].Kind switch
    {
        LineKind.Stamp or LineKind.Note or LineKind.Credit or LineKind.Dateline => ParagraphRole.Header,
        LineKind.Byline => ParagraphRole.Byline,
        LineKind.Caption when lines[i].Line.Words >= 6 => ParagraphRole.Caption,
        LineKind.Bullet when headline >= 0 && i > headline && !listing => ParagraphRole.Bullet,
        LineKind.Prose => ParagraphRole.Deck,
        LineKind.Title or LineKind.Sentence when headline >= 0 && i > headline && !listing && lines[i].Line.Words >= 6 => ParagraphRole.Deck,
        _ => ParagraphRole.Furniture,
    };

    /// <summary>"Monday, Dec. 16" above the day's entries of a diary: inside the story, with prose right below, and not the only one.</summary>
    private static bool IsDayHeading(string text, List<SortedLine> lines, int i, bool listing) =>
        !listing && DayHeading.Is(lines[i].Line.In(text)) && i + 1 < lines.Count && lines[i + 1].Kind is LineKind.Prose or LineKind.Bullet or LineKind.Sentence
        && lines.FindIndex(l => l != lines[i] && DayHeading.Is(l.Line.In(text))) >= 0;

    private static ParagraphRole InBody(string text, SortedLine line, bool first, bool last, bool listing) => line.Kind switch
    {
        LineKind.Prose => ParagraphRole.Body,
        LineKind.Sentence => first || !listing ? ParagraphRole.Body : ParagraphRole.Furniture,
        LineKind.Bullet => listing ? ParagraphRole.Furniture : ParagraphRole.Bullet,
        // "... he said. (Yonhap)": a reprint's last words end with its source.
        LineKind.Caption when last && line.Line.Words >= 8 && line.Line.LowerWords * 2 >= line.Line.Words && !LineSorter.IsMarkedCaption(line.Line.In(text)) => ParagraphRole.Body,
        LineKind.Caption => line.Line.Words >= 6 ? ParagraphRole.Caption : ParagraphRole.Furniture,
        LineKind.SoundBite => ParagraphRole.Caption,
        LineKind.Stamp or LineKind.Dateline => ParagraphRole.Header,
        LineKind.Byline => ParagraphRole.Byline,
        _ => ParagraphRole.Furniture,
    };
}

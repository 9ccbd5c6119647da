using GsomiaTracker.Domain.Dossiers;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;
using GsomiaTracker.Extraction.Wire.Html;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>Reads the header facts from the sorted lines: agency, headline, take, byline, dateline, publication.</summary>
internal static class HeaderReader
{
    public static (ReadingHeader Header, IReadOnlyList<string> Warnings) Read(string text, List<SortedLine> lines, Layout layout, Dossier dossier, HtmlArticle? page)
    {
        var warnings = new List<string>();
        var (headline, revision) = HeadlineOf(text, lines, layout);
        var outlets = new OutletVotes();
        var byline = Byline(text, lines, layout, outlets);
        var dateline = layout.BodyStart < lines.Count ? lines[layout.BodyStart].Dateline : null;
        dateline ??= lines.FindLast(l => l.Kind == LineKind.Dateline && l.Line.Span.Start < EndOf(lines, layout))?.Dateline;
        Vote(text, lines, layout, outlets, dateline);
        var outlet = dateline?.Outlet ?? outlets.Winner;

        var stamp = StampFinder.Find(text, lines, layout, dossier);
        PublicationTime? published = null;
        var how = PublishedHow.Unknown;
        var from = "";
        if (stamp is { } found)
        {
            var year = found.Stamp.Year != 0 ? found.Stamp.Year : Years.Nearest(found.Stamp.Month, found.Stamp.Day, dossier, null, found.Stamp.Weekday);
            if (year is { } known)
            {
                published = found.Stamp.Published(known, outlet?.Offset ?? outlets.AnyOffset);
                how = PublishedHow.Stated;
                from = found.Words;
            }
        }

        if (page is not null)
        {
            headline ??= page.Title;
            outlet ??= page.Site is { } site ? Outlets.Named(site) ?? Outlets.In(site)?.Outlet : null;
            if (byline.Count == 0 && page.Author is { } author)
            {
                byline = BylineGrammar.Names(author, out _);
            }

            // A page's data and the lines by its headline go before a stamp that stands in its text.
            if (page.Published is { } marked)
            {
                (published, how, from) = (InItsZone(marked, outlet?.Offset ?? outlets.AnyOffset), PublishedHow.Stated, page.PublishedFrom);
            }
        }

        var digest = DigestNote.Read(text, lines);
        var line = Dateline(dateline, digest?.Stamp?.Day ?? published?.Day, dossier);
        if (published is null && line?.Date is { } filed)
        {
            published = new PublicationTime(filed);
            how = PublishedHow.Stated;
            from = "the dateline";
        }

        // A digest became known with the report that it digests, at the minute where that is given.
        if (digest?.Stamp is { } reported && published?.Time is null)
        {
            (published, how, from) = (reported, PublishedHow.Stated, "the report digested");
        }

        if (published is null && PublicationDate.Infer(text, [.. layout.Paragraphs.Where(p => p.IsOwn).Select(p => p.Span)], dossier) is { } inferred)
        {
            (published, how, from) = (new PublicationTime(inferred.Day), PublishedHow.Inferred, inferred.Reasons);
        }

        var agency = digest?.Outlet?.Name ?? outlet?.Name;
        var header = new ReadingHeader(agency, headline, revision, Note(text, lines), byline, line, published, how, from, digest?.Words);
        return (header, warnings);
    }

    /// <summary>A clock without a zone is the outlet's; where that is not known, only the day counts.</summary>
    private static PublicationTime InItsZone(PublicationTime time, TimeSpan? home) =>
        time.Time is null || time.Offset is not null ? time : home is null ? new PublicationTime(time.Day) : time with { Offset = home };

    private static int EndOf(List<SortedLine> lines, Layout layout) => layout.BodyStart < lines.Count ? lines[layout.BodyStart].Line.Span.Start : 0;

    private static (string? Headline, int? Revision) HeadlineOf(string text, List<SortedLine> lines, Layout layout)
    {
        if (layout.Headline < 0)
        {
            return (null, null);
        }

        var words = OnOneLine(lines[layout.Headline].Line.In(text).ToString());

        words = MailHeader.Field(words) == "Subject" ? MailHeader.Value(words) : words;

        // "Headline | Outlet", "Headline - Outlet": a page's title.
        var bar = words.LastIndexOfAny(['|', '–', '—', '-', ':']);
        if (bar > 12 && Outlets.Named(words.AsSpan(bar + 1)) is not null && words[bar - 1] is ' ')
        {
            words = words[..bar].TrimEnd(' ', '|', '-', '–', '—');
        }

        words = words.TrimStart('•', '*', '■', '●', ' ', '\u00A0');
        var (headline, revision) = RevisionTag.Split(words);
        return (headline, revision);
    }

    private static string OnOneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Note(string text, List<SortedLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Kind == LineKind.Note)
            {
                var words = OnOneLine(line.Line.In(text).ToString());
                var at = words.IndexOf("ATTN", StringComparison.Ordinal);
                if (at >= 0)
                {
                    return words[(at + 4)..].Trim(' ', ':', ')', '(');
                }
            }
        }

        return null;
    }

    private static List<string> Byline(string text, List<SortedLine> lines, Layout layout, OutletVotes outlets)
    {
        var names = new List<string>();
        void Add(IEnumerable<string> more)
        {
            foreach (var name in more)
            {
                if (!names.Exists(n => n.Equals(name, StringComparison.OrdinalIgnoreCase)))
                {
                    names.Add(name);
                }
            }
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var inHead = i < layout.BodyStart && i >= layout.Headline - 3;
            var inTail = i >= layout.BodyEnd && i <= layout.BodyEnd + 6;
            if (lines[i].Kind is LineKind.Byline or LineKind.Stamp && (inHead || inTail))
            {
                Add(lines[i].Names);
                if (lines[i].Outlet is { } credited && lines[i].Kind is LineKind.Byline)
                {
                    outlets.Add(credited, inHead ? 200 : 30);
                }
            }
            else if (lines[i].Kind is LineKind.Tail or LineKind.Sentence or LineKind.Prose or LineKind.Title or LineKind.Label && i >= layout.BodyEnd - 1 && i <= layout.BodyEnd + 8 && lines[i].Line.Span.Length < 600)
            {
                Add(BylineGrammar.SignOff(lines[i].Line.In(text).ToString()));
            }
        }

        if (names.Count == 0)
        {
            Add(BareNames(text, lines, layout));
        }

        for (var i = layout.BodyStart; names.Count == 0 && i < Math.Min(lines.Count, layout.BodyStart + 3); i++)
        {
            Add(BylineGrammar.Introduced(lines[i].Line.In(text).ToString()));
        }

        return names;
    }

    /// <summary>A name alone in its line, next to a stamp between headline and story: how some pages print the reporter.</summary>
    private static IEnumerable<string> BareNames(string text, List<SortedLine> lines, Layout layout)
    {
        for (var i = Math.Max(0, layout.Headline); i < layout.BodyStart; i++)
        {
            var near = Enumerable.Range(i - 2, 5).Any(k => k > layout.Headline && k < layout.BodyStart && k != i && lines[k].Kind is LineKind.Stamp);
            if (near && i != layout.Headline && lines[i].Kind is LineKind.Title && lines[i].Line.In(text).ToString() is { } words && BylineGrammar.IsBareName(words))
            {
                yield return words;
                yield break;
            }
        }
    }

    /// <summary>Every place where a page says whose it is, by weight: dateline, byline, credit lines, the end's copyright.</summary>
    private static void Vote(string text, List<SortedLine> lines, Layout layout, OutletVotes outlets, FoundDateline? dateline)
    {
        if (dateline?.Outlet is { } filedBy)
        {
            outlets.Add(filedBy, 100);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var inBody = i >= layout.BodyStart && i < layout.BodyEnd;
            if (inBody || line.Line.Span.Length > 300)
            {
                continue;
            }

            var words = line.Line.In(text);
            if (line.Kind is LineKind.Stamp && line.Outlet is { } stamped)
            {
                outlets.Add(stamped, 45);
            }
            else if (line.Kind is LineKind.Credit && line.Outlet is { } credited)
            {
                if (layout.Headline >= 0 && i > layout.Headline && i < layout.BodyStart && lines[i - 1].Kind != LineKind.Caption)
                {
                    // Where the byline stands.
                    outlets.Add(credited, 150);
                    continue;
                }

                outlets.Add(credited, words.StartsWith("Source", StringComparison.OrdinalIgnoreCase) ? 60 : i < layout.BodyStart ? 40 : words[0] is '(' or '=' or '[' ? 90 : 30);
            }
            else if (line.Kind is LineKind.Tail or LineKind.Label && (Outlets.ByAddress(words) ?? Outlets.In(words)?.Outlet) is { } named)
            {
                outlets.Add(named, line.Kind is LineKind.Tail ? 25 : 10);
            }
            else if (i < layout.BodyStart && i != layout.Headline && line.Kind is LineKind.Title && line.Line.Words <= 12 && Outlets.In(words)?.Outlet is { } brand)
            {
                outlets.Add(brand, 8);
            }
            else if (i >= layout.BodyEnd && Outlets.ByAddress(words) is { } address)
            {
                outlets.Add(address, 30);
            }
        }

        if (layout.BodyEnd - 1 is >= 0 and var last && layout.Roles[last] == ParagraphRole.Body && EndCredit(lines[last].Line.In(text)) is { } closing)
        {
            outlets.Add(closing, 90);
        }
    }

    /// <summary>"... he said. (Yonhap)": the credit of a reprint.</summary>
    private static Outlet? EndCredit(ReadOnlySpan<char> line)
    {
        var open = line.LastIndexOfAny('(', '[');
        return open >= 0 && line.Length - open < 40 && line[^1] is ')' or ']' && open > 2 ? Outlets.Named(line[(open + 1)..^1]) : null;
    }

    private static Dateline? Dateline(FoundDateline? found, DateOnly? published, Dossier dossier)
    {
        if (found is null || (found.Place is null && found.Month == 0))
        {
            return null;
        }

        DateOnly? date = null;
        if (found.Month > 0)
        {
            var year = found.Year != 0 ? found.Year : Years.Nearest(found.Month, found.Day, dossier, published);
            if (year is { } known)
            {
                date = new DateOnly(known, found.Month, Math.Min(found.Day, DateTime.DaysInMonth(known, found.Month)));
            }
        }

        return new Dateline(found.Place, date);
    }
}

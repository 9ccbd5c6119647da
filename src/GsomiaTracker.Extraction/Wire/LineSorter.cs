using System.Buffers;
using System.Text.RegularExpressions;
using GsomiaTracker.Domain.Text;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>Says of each line what it looks like by itself: prose, headline, stamp, byline, caption, furniture.</summary>
internal static partial class LineSorter
{
    /// <summary>Header and furniture lines are short; longer ones are not searched for stamps and names.</summary>
    private const int LongestHeaderLine = 320;

    /// <summary>One of these stands in every caption that the pattern knows.</summary>
    private static readonly SearchValues<string> _captionSigns = SearchValues.Create(
        ["(R)", "(L)", "(C)", "left", "right", "cent", "photo", "image", "picture", "caption", "file", "handout", "provided", "REUTERS", "Getty"], StringComparison.OrdinalIgnoreCase);

    public static List<SortedLine> Sort(string text, List<WireLine> lines)
    {
        var sorted = new List<SortedLine>(lines.Count);
        foreach (var line in lines)
        {
            sorted.Add(Sort(text, line));
        }

        return sorted;
    }

    private static SortedLine Sort(string text, WireLine line)
    {
        var span = line.In(text);
        if (MailHeader.Field(span) is { } field)
        {
            return Mail(line, span, field);
        }

        if (DigestNote.Is(span))
        {
            return Plain(line, LineKind.Note);
        }

        var furniture = Furniture.Of(span);
        if (furniture is FurnitureKind.Tail)
        {
            return Plain(line, LineKind.Tail);
        }

        if (furniture is FurnitureKind.List)
        {
            return Plain(line, LineKind.List);
        }

        var dateline = line.Words >= 8 && line.LowerWords >= 4 ? DatelineGrammar.Find(span) : null;
        if (dateline is null && line.EndsSentence && line.Words >= 6 && line.LowerWords >= 2 && DatelineGrammar.Find(span) is { Outlet: not null } flash)
        {
            // An alert of one short sentence: "SEOUL, Nov. 22 (Yonhap) -- Cabinet meets on pact."
            dateline = flash;
        }

        if (dateline is not null)
        {
            return new SortedLine(line, LineKind.Prose, null, [], null, dateline);
        }

        if (span.StartsWith("(ATTN") || span.StartsWith("ATTN:") || span.StartsWith("Eds:") || span.StartsWith("EDS:") || span.StartsWith("(Eds:"))
        {
            return Plain(line, LineKind.Note);
        }

        if (line.LowerWords >= 4 && line.Words >= 6 && furniture is FurnitureKind.None && DayHeading.IsEntry(span))
        {
            return Plain(line, LineKind.Bullet);
        }

        if (span.Length <= LongestHeaderLine)
        {
            if (!line.IsProse || span.Length <= 120)
            {
                var words = span.ToString();
                if (HeaderLine(line, words) is { } header)
                {
                    return header;
                }

                if (furniture is FurnitureKind.Label or FurnitureKind.Start or FurnitureKind.Has)
                {
                    return Plain(line, LineKind.Label);
                }

                if (Credit(line, words) is { } credit)
                {
                    return credit;
                }

                if (line.IsMenu(text))
                {
                    return Plain(line, LineKind.Label);
                }
            }
        }

        // "Example.com is ...": a page about itself.
        if (furniture is FurnitureKind.Start or FurnitureKind.Has || Outlets.ByAddress(FirstWord(span)) is not null)
        {
            return Plain(line, LineKind.Label);
        }

        if (span[0] == '[' && line.Words >= 4 && SoundBite().IsMatch(span[..Math.Min(60, span.Length)]))
        {
            return Plain(line, LineKind.SoundBite);
        }

        if (IsCaption(span))
        {
            return Plain(line, LineKind.Caption);
        }

        if (span[0] is '•' or '*' or '·' or '▪' or '‣' or '◦' or '●' || span.StartsWith("- ") || span.StartsWith("– "))
        {
            return Plain(line, line.Words >= 6 ? LineKind.Bullet : LineKind.Label);
        }

        return Plain(line, line.IsProse ? LineKind.Prose : (line.EndsSentence || LeadsToWords(span)) && line.LowerWords > 0 ? LineKind.Sentence : line.Words >= 25 ? LineKind.Prose : LineKind.Title);
    }

    /// <summary>"The minister told reporters Wednesday:", on a line of its own: a sentence that what is said finishes.</summary>
    private static bool LeadsToWords(ReadOnlySpan<char> line) => line[^1] == ':' && line.Length <= 200 && SaysSo().IsMatch(line);

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line)
    {
        var space = line.IndexOf(' ');
        return space < 0 ? line : line[..Math.Min(space, 60)];
    }

    private static SortedLine Mail(WireLine line, ReadOnlySpan<char> span, string field) => field switch
    {
        "Subject" => Plain(line, LineKind.Title),
        "Date" => new SortedLine(line, LineKind.Stamp, Timestamp.Find(span), [], null, null),
        "From" => new SortedLine(line, LineKind.Credit, null, [], Outlets.In(span)?.Outlet ?? Outlets.ByAddress(span), null),
        _ => Plain(line, LineKind.Label),
    };

    private static SortedLine Plain(WireLine line, LineKind kind) => new(line, kind, null, [], null, null);

    /// <summary>A stamp, a byline, or both in one line; null for anything else.</summary>
    private static SortedLine? HeaderLine(WireLine line, string words)
    {
        var stamp = words.AsSpan().ContainsAnyInRange('0', '9') ? Timestamp.Find(words) : null;
        // The names of a byline may be many: "By A B and C D   Dec. 28, 2018".
        if (stamp is { } told && line.EndsSentence && told.Time is null && IsSaid(words.AsSpan()[..told.Start]) && !StampLabel().IsMatch(words))
        {
            // "The treaty expires on February 5, 2021.": a paragraph of one short sentence.
            return null;
        }

        if (stamp is { } found && !IsStampLine(words, found) && !(found.Year != 0 && Count(words.AsSpan()[found.End..]) <= 3 && BylineGrammar.AfterBy(words, out _).Count > 0))
        {
            stamp = null;
        }

        if (stamp is { } day && DatelineGrammar.BeforeStamp(words, day) is { } placed)
        {
            return new SortedLine(line, LineKind.Dateline, stamp, [], placed.Outlet, placed);
        }

        if (line.Words <= 8 && DatelineGrammar.Alone(words) is { } filed)
        {
            return new SortedLine(line, LineKind.Dateline, stamp, [], filed.Outlet, filed);
        }

        var names = BylineGrammar.AfterBy(words, out var outlet);
        if (names.Count == 0 && outlet is null && line.Words <= 16 && !line.EndsSentence)
        {
            names = BylineGrammar.WithRole(words, out outlet);
        }

        if (names.Count == 0 && outlet is null && line.Words <= 10)
        {
            names = BylineGrammar.WithOutlet(words);
        }

        if (names.Count == 0 && stamp is { } dated && dated.Start > 5)
        {
            // "Alexis Cruz (The Philippine Star) - February 12, 2020 - 12:00am"
            var before = words[..dated.Start].TrimEnd(' ', '-', '–', '|', '/', ',');
            var open = before.IndexOfAny(['(', '/', '|', ',']);
            if (BylineGrammar.IsBareName(open > 0 ? before[..open].Trim() : before) || BylineGrammar.AreBareNames(before))
            {
                names = BylineGrammar.Names(before, out outlet);
            }
        }

        if (stamp is not null)
        {
            return new SortedLine(line, LineKind.Stamp, stamp, names, outlet ?? Outlets.In(words)?.Outlet, null);
        }

        // "By A B (ab@example.com)": the address tells whose reporter it is.
        outlet ??= names.Count > 0 && words.Contains('@', StringComparison.Ordinal) ? Outlets.ByAddress(words) : null;
        return names.Count > 0 || outlet is not null ? new SortedLine(line, LineKind.Byline, null, names, outlet, null) : null;
    }

    /// <summary>A line is a stamp when little else stands in it than stamps and their labels.</summary>
    private static bool IsStampLine(string words, Timestamp stamp)
    {
        var rest = words.AsSpan()[stamp.End..];
        var before = words.AsSpan()[..stamp.Start];
        if (Timestamp.Find(rest) is { } second)
        {
            rest = rest[second.End..];
            return Count(before) <= 8 && Count(rest) <= 6;
        }

        return Count(before) + Count(rest) <= (stamp.Time is not null ? 12 : StampLabel().IsMatch(words) ? 9 : 5);
    }

    /// <summary>Three words before a day, two of them in small letters: the beginning of a sentence.</summary>
    private static bool IsSaid(ReadOnlySpan<char> before)
    {
        int words = 0, small = 0;
        foreach (var range in before.Split(' '))
        {
            var word = before[range];
            words += word.IsEmpty ? 0 : 1;
            small += !word.IsEmpty && char.IsLower(word[0]) ? 1 : 0;
        }

        return words >= 3 && small >= 2;
    }

    private static int Count(ReadOnlySpan<char> words)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in words)
        {
            var letter = char.IsLetterOrDigit(c);
            count += letter && !inWord ? 1 : 0;
            inWord = letter;
        }

        return count;
    }

    /// <summary>A line that only names an outlet: "• Kyodo", "Source: Xinhua", "NHK WORLD-JAPAN News", "(Yonhap)", "Photo : YONHAP News".</summary>
    private static SortedLine? Credit(WireLine line, string words)
    {
        if (line.Words > 6 || line.EndsSentence)
        {
            return null;
        }

        var outlet = Outlets.Named(words) ?? Outlets.Masthead(words) ?? Outlets.ByAddress(words);
        if (outlet is null && Outlets.In(words) is { } inside && line.Words <= 5)
        {
            outlet = inside.Outlet;
        }

        return outlet is null ? null : new SortedLine(line, PhotoCredit().IsMatch(words) ? LineKind.Label : LineKind.Credit, null, [], outlet, null);
    }

    /// <summary>A caption by its label or the places of people in it, not only by a credit at its end.</summary>
    public static bool IsMarkedCaption(ReadOnlySpan<char> line) => line.Length <= 700 && line.ContainsAny(_captionSigns) && CaptionMark().IsMatch(line);

    /// <summary>Whether a line tells what a picture shows: by its credit, its label, or the places of the people in it.</summary>
    public static bool IsCaption(ReadOnlySpan<char> line)
    {
        if (line.Length > 700)
        {
            return false;
        }

        if (IsMarkedCaption(line))
        {
            return true;
        }

        // A credit at its end: "... on Friday. (Yonhap)", "... / Yonhap", "... [YONHAP]", "... Reuters".
        var tail = line[Math.Max(0, line.Length - 48)..];
        var at = tail.LastIndexOfAny('(', '[', '/');
        at = Math.Max(at, tail.LastIndexOfAny('|', '©', '.'));
        if (line.Length > 40 && at >= 0 && at < tail.Length - 2)
        {
            var credit = tail[(at + 1)..];
            return Outlets.Named(credit) is not null || (credit.Length < 30 && Outlets.In(credit) is { } found && found.End - found.Start >= credit.Trim(" )].").Length - 12);
        }

        return false;
    }

    [GeneratedRegex(@"^\p{Lu}[^:]* (?:said|says|told|tells|asked|asks|added|adds|wrote|replied|answered|continued|explained|warned|tweeted)\b[^:]*:$")]
    private static partial Regex SaysSo();

    // "[Soundbite : (English)] Gen. A B, Chairman", "[Interview : A B, analyst]"
    [GeneratedRegex(@"^\[\s*(?i:sound\s?bite|interview|stand-?up|clip)\b")]
    private static partial Regex SoundBite();

    [GeneratedRegex(@"\b(?i:published|updated|posted|write|written|input|modified|issued|last|first|upload(?:ed)?|date|time|release)\b")]
    private static partial Regex StampLabel();

    [GeneratedRegex(@"(?i:photo|image|picture|pool|courtesy|credit|getty|file)|/")]
    private static partial Regex PhotoCredit();

    [GeneratedRegex(@"^(?i:\[?(?:photo|image|picture|caption)s?\]?\s*[:：/]|file\s*(?:photo|[-–—:])|in this (?:\w+\s){0,3}(?:photo|image|picture))|\((?:[LRC]|left|right|center|2nd from (?:left|right)|(?:second|third|fourth) from (?:left|right))\)|,\s(?:far |second from |third from )?(?:left|right|center|centre),\s|(?i:\bfile photo\b|\(file\)|\bAP Photo\b|\bphoto by\b|\bhandout\b|\bphoto courtesy\b|\bprovided by\b.{0,40}\)\s*$|via REUTERS|REUTERS/|Getty Images)")]
    private static partial Regex CaptionMark();
}

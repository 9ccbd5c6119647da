using System.Text.RegularExpressions;
using GsomiaTracker.Extraction.Dates;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>Names of the reporters, from byline lines and from sign-offs.</summary>
internal static partial class BylineGrammar
{
    /// <summary>The names in a line that begins with "By"; none when what follows are no names. <paramref name="outlet"/>: an outlet that it credits.</summary>
    public static List<string> AfterBy(string line, out Outlet? outlet)
    {
        outlet = null;
        var match = By().Match(line);
        return match.Success ? Names(line[match.Length..], out outlet) : [];
    }

    /// <summary>"(Reporting by A and B in Tokyo; Additional reporting by C; Editing by D)" → A, B; contributors and editors are left out.</summary>
    public static List<string> SignOff(string line)
    {
        var match = ReportingBy().Match(line);
        if (match.Success)
        {
            return Names(match.Groups["names"].Value, out _);
        }

        match = JapaneseOriginal().Match(line);
        return match.Success ? Names(match.Groups["names"].Value, out _) : [];
    }

    /// <summary>
    /// A line that is nothing but a reporter: with a role ("Kim Ji-an, Staff Reporter", "TARO YAMADA/ Staff Writer"), a mail address, or a post ("Correspondent").
    /// </summary>
    public static List<string> WithRole(string line, out Outlet? outlet)
    {
        outlet = null;
        if (line.Length > 120 || !(Role().IsMatch(line) || RoleBetween().IsMatch(line) || Mail().IsMatch(line)))
        {
            return [];
        }

        return Names(line, out outlet);
    }

    /// <summary>"Kim Ji-an, KBS World Radio News.", "Lee So-ra, Arirang News.": how a broadcast report signs off.</summary>
    public static List<string> WithOutlet(string line)
    {
        var comma = line.IndexOf(',', StringComparison.Ordinal);
        return comma is > 4 and < 40 && Outlets.In(line.AsSpan(comma + 1)) is not null && IsBareName(line[..comma].Trim()) ? [line[..comma].Trim()] : [];
    }

    /// <summary>"Our Kim Ji-an reports.", "Correspondent Tom Barrow has more.": how the anchor hands over.</summary>
    public static List<string> Introduced(string paragraph)
    {
        var match = HandedOver().Match(paragraph);
        return match.Success && IsName(match.Groups["name"].Value) ? [match.Groups["name"].Value] : [];
    }

    /// <summary>True for two to four capitalised words that are no ordinary heading: how a page prints a reporter's name without "By".</summary>
    public static bool IsBareName(string line) => line.Length <= 40 && PersonName().IsMatch(line) && IsName(line);

    /// <summary>The same of several: "Kim Ji-an and Tom Barrow".</summary>
    public static bool AreBareNames(string line) => line.Length <= 90 && Separator().Split(line) is { Length: <= 4 } names && Array.TrueForAll(names, IsBareName);

    /// <summary>Splits "A, B and C, Staff Reporters" and the like into names.</summary>
    public static List<string> Names(string words, out Outlet? outlet)
    {
        outlet = null;
        var names = new List<string>();
        words = Mail().Replace(words, " ");
        if (Timestamp.Find(words) is { } stamp)
        {
            words = words[..stamp.Start];
        }

        foreach (var part in Separator().Split(words))
        {
            var name = part.Trim(" \t\u00A0.,;:|()[]<>{}•·*-–—/@".ToCharArray());
            if (name.Length == 0)
            {
                continue;
            }

            if (Outlets.Named(name) is { } credited || (Outlets.In(name) is { } inside && (credited = inside.Outlet) is not null))
            {
                outlet ??= credited;
                continue;
            }

            // What follows a role or a place ("in Tokyo", "Staff Reporter") is no name any more.
            var role = RoleStart().Match(name);
            if (role.Success)
            {
                name = name[..role.Index].TrimEnd(' ', ',', '/');
            }

            if (PersonName().IsMatch(name) && IsName(name))
            {
                names.Add(name);
            }
            else if (names.Count == 0 && name.Length > 0 && !role.Success)
            {
                return [];
            }
        }

        return names;
    }

    private static bool IsName(string name)
    {
        foreach (var word in name.Split(' '))
        {
            if (CalendarNames.Month(word.TrimEnd('.')) > 0 && word.Length > 4 || CalendarNames.Weekday(word) is not null || Furniture.IsNoName(word))
            {
                return false;
            }
        }

        return !Furniture.IsLabel(name);
    }

    [GeneratedRegex(@"^\s*(?:[-–—|•*]\s*)?(?:Written\s+|Reported\s+|Story\s+)?(?:By|BY|by)(?:\s*[:：]\s*|\s+)(?:(?:\p{Lu}[\p{L}-]+\s+){0,2}(?:(?i:staff|special|senior)\s+)?(?i:writers?|reporters?|correspondents?|journalists?)\s+(?=\p{Lu}))?")]
    private static partial Regex By();

    [GeneratedRegex(@"(?<!(?i:additional|further|other|more|also)\s)\b(?i:reporting)\s+(?:by|from\s+\p{Lu}[\w/ ]{2,30}\s+by)\s+(?<names>[^;.()\[\]]+?)(?=\s*(?:;|\.|\)|\]|$|\b[Ee]diting\b|\b[Aa]dditional\b|\b[Ww]riting\b))", RegexOptions.None)]
    private static partial Regex ReportingBy();

    // "(Japanese original by Taro Yamada, Political News Department)"
    [GeneratedRegex(@"\b(?:Japanese|Korean)\s+(?:original|report|article)\s+by\s+(?<names>[^;.()\[\]]+)")]
    private static partial Regex JapaneseOriginal();

    [GeneratedRegex(@"\s*(?:,\s*(?:and\s+|AND\s+)?|;|/|\s\|\s|\s+(?:and|AND|&|with)\s+|\s[-–—]\s|\(|\)|\[|\]|<|>)\s*")]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?:^|\s)(?:(?i:staff|senior|chief|political|diplomatic|foreign|defense|national|special|contributing)\s+)*(?i:reporters?|writers?|correspondents?|journalists?|editors?|columnists?|bureau(?:\s+chief)?|contributors?)\b|\s+(?:in|IN|at|from)\s+\p{Lu}")]
    private static partial Regex RoleStart();

    [GeneratedRegex(@"\b(?i:staff\s+(?:writer|reporter|correspondent)s?|(?:senior|chief|political|diplomatic|foreign|national|special|defense|bureau)\s+(?:reporter|correspondent|writer)s?|reporters?|correspondents?|staff\s+writers?)\s*[\])]?\s*$")]
    private static partial Regex Role();

    // "Ann Berg Diplomatic correspondent, and Tom Barrow in Washington"
    [GeneratedRegex(@"^\p{Lu}[\w'’.-]+(?:\s\p{Lu}[\w'’.-]+){1,3}\s(?i:senior\s|chief\s)?(?i:political|diplomatic|foreign|national|special|defen[cs]e|world|security|europe|asia|washington)\s(?:affairs\s)?(?i:correspondent|editor|reporter|writer)\b\s*(?:,|and\b)")]
    private static partial Regex RoleBetween();

    [GeneratedRegex(@"(?:^|[.?!""”]\s+)(?:(?:Our|\p{Lu}[\p{L}]{1,9}['’]s)\s+(?:(?:own\s+)?(?:[a-z]+\s+)?(?:correspondent|reporter)\s+)?|(?:Correspondent|Reporter)\s+)(?<name>\p{Lu}[\p{L}'’]*(?:-\p{L}+)?(?:\s+\p{Lu}[\p{L}'’.]*(?:-\p{L}+)?){1,2})\s+(?:reports|has\s+(?:more|this\s+report|the\s+(?:story|details|latest))|tells\s+us\s+more|with\s+(?:the|this)\s+(?:story|report))[^.?!]{0,40}\.\s*$")]
    private static partial Regex HandedOver();

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")]
    internal static partial Regex Mail();

    // Initials, hyphens, apostrophes and particles belong to names: "Hyung-jin Kim", "Julie M. Aurelio", "Ronald dela Cruz", "KIM TONG-HYUNG".
    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}'’]*\.?(?:-\p{L}[\p{L}'’]*)*)(?:\s+(?:de|da|del|dela|dos|van|von|der|den|bin|al|la|le|y|\p{Lu}[\p{L}'’]*\.?(?:-\p{L}[\p{L}'’]*)*)){1,4}$")]
    private static partial Regex PersonName();
}

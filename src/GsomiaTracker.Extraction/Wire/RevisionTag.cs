using System.Globalization;
using System.Text.RegularExpressions;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>
/// The tag by which a desk marks a later take of a story: "(4th LD)", "(LEAD)", "2ND LD:", "UPDATE 2-", "3rd Ld-Writethru". The number is 1 where the tag has none.
/// </summary>
internal static partial class RevisionTag
{
    /// <summary>The headline without its tag, with the tag's number; the headline as it is and null without a tag.</summary>
    public static (string Headline, int? Revision) Split(string headline)
    {
        var match = Bracketed().Match(headline);
        if (!match.Success)
        {
            match = Prefixed().Match(headline);
        }

        if (match.Success)
        {
            var rest = headline[match.Length..].TrimStart();
            var number = Number(match);
            var again = Split(rest);
            return again.Revision is null ? (rest, number) : again;
        }

        match = Trailing().Match(headline);
        return match.Success ? (headline[..match.Index].TrimEnd(' ', ',', '-', '–', '—'), Number(match)) : (headline, null);
    }

    private static int Number(Match match) =>
        match.Groups["n"] is { Success: true } number ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) : 1;

    // "(4th LD)", "(LD)", "(LEAD)", "[2nd LD]", "(2nd LD-Writethru)", "(Update 1)"
    [GeneratedRegex(@"^[(\[]\s*(?:(?i:update|wrapup)\s?(?<n>\d{1,2})|(?:(?<n>\d{1,2})\s?(?:st|nd|rd|th)\s+)?(?:LD|LEAD|Ld|Lead)(?:[\s-]*(?i:writethru|writethrough))?)\s*[)\]]\s*:?")]
    private static partial Regex Bracketed();

    // "UPDATE 2-", "UPDATE1:", "WRAPUP 3-", "REFILE-UPDATE 1-", "LEAD:", "2ND LD:", "3rd Ld-Writethru:"
    [GeneratedRegex(@"^(?:(?:REFILE|RPT|CORRECTED|EXCLUSIVE|PIX|POLL)-)?(?:(?:UPDATE|Update|WRAPUP|Wrapup)\s?(?<n>\d{1,2})\s*[-:–—]|(?:(?<n>\d{1,2})\s?(?i:st|nd|rd|th)\s+)?(?:LD|LEAD|Ld|Lead)(?:[\s-]*(?i:writethru|writethrough))?\s*[:-])\s*")]
    private static partial Regex Prefixed();

    // "Koreas-talks, 3rd Ld-Writethru", "... (Writethru)"
    [GeneratedRegex(@"[\s,(\[–—-]+(?:(?:(?<n>\d{1,2})\s?(?i:st|nd|rd|th)\s+)?L[Dd](?:[\s-]*(?i:writethru|writethrough))?|(?i:writethru|writethrough))[)\]]?\s*$")]
    private static partial Regex Trailing();
}

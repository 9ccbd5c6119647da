using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Domain.Chronicle;

/// <summary>
/// Names a report by the text that carries it and its finding's key: ten letters, the same for ever. The first report's name is its event's,
/// and every report's name leads to its event, so a permalink survives merges, earlier reports that turn up late, and re-readings.
/// </summary>
public static class ReportId
{
    private const int Length = 10;
    private const int OnStack = 160;
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Of(Report report) => Of(report.Revision, report.Finding.Key);

    public static string Of(string revision, FindingKey key)
    {
        Span<char> text = stackalloc char[OnStack];
        return text.TryWrite($"{revision}\n{key.Value}", out var length) ? Hash(text[..length]) : Hash($"{revision}\n{key.Value}");
    }

    /// <summary>Ten letters made of any text.</summary>
    public static string Hash(ReadOnlySpan<char> text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = most <= 4 * OnStack ? stackalloc byte[4 * OnStack] : new byte[most];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], digest);
        var bits = BitConverter.ToUInt64(digest);
        Span<char> name = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            name[i] = Letters[(int)(bits & 31)];
            bits >>= 5;
        }

        return name.ToString();
    }

    /// <summary>
    /// An address a person can read: what, who, where, when as the first report has them, then the id, by which alone it is resolved:
    /// "meeting-jp-kr-thailand-2019-11-4k2mz81xqa".
    /// </summary>
    /// <param name="id">Name of the first report: the event's id.</param>
    public static string Slug(Report first, string id)
    {
        var finding = first.Finding;
        var slug = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[OnStack]);
        slug.AppendLiteral(Vocabulary.Word(finding.Kind));
        string[] countries = [.. finding.Countries];
        Array.Sort(countries, static (a, b) => string.CompareOrdinal(a, b));
        for (var i = 0; i < Math.Min(countries.Length, 3); i++)
        {
            Part(ref slug, countries[i].ToLowerInvariant());
        }

        if (finding.Place is { } place)
        {
            Part(ref slug, Plain(place));
        }

        if (finding.Days is { } days)
        {
            Part(ref slug, days.IsOneDay ? DayRange.Iso(days.From)
                : days.From.Year != days.To.Year ? string.Create(CultureInfo.InvariantCulture, $"{days.From.Year}-{days.To.Year}")
                : days.From.ToString(days.From.Month == days.To.Month ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture));
        }

        Part(ref slug, id);
        return slug.ToStringAndClear();
    }

    private static void Part(ref DefaultInterpolatedStringHandler slug, string part)
    {
        if (part.Length > 0)
        {
            slug.AppendLiteral("-");
            slug.AppendLiteral(part);
        }
    }

    /// <summary>The id at the end of a slug; an id alone is its own.</summary>
    public static string FromSlug(string slug) => slug[(slug.LastIndexOf('-') + 1)..];

    /// <summary>Lower-case ASCII letters and digits, the rest as single hyphens.</summary>
    public static string Plain(string words)
    {
        Span<char> plain = words.Length <= OnStack ? stackalloc char[OnStack] : new char[words.Length];
        var length = 0;
        foreach (var c in words)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                plain[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && plain[length - 1] != '-' && c is not ('\'' or '’' or '.'))
            {
                plain[length++] = '-';
            }
        }

        return plain[..length].Trim('-').ToString();
    }
}

using System.Globalization;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>
/// The lines that mark a digest in our own words, at the very top of a text: <c>Digest-Of: OUTLET, 2019-07-01</c> and <c>Note: ...</c>.
/// </summary>
internal static class DigestNote
{
    private const string Of = "Digest-Of:";

    public static bool Is(ReadOnlySpan<char> line) => line.StartsWith(Of) || line.StartsWith("Note: A digest");

    /// <summary>What follows the mark, with its outlet and day where they can be read; null for a text that is no digest.</summary>
    public static (string Words, Outlet? Outlet, DateOnly? Day)? Read(string text, List<SortedLine> lines)
    {
        if (lines.Count == 0 || !lines[0].Line.In(text).TrimStart('\uFEFF').StartsWith(Of))
        {
            return null;
        }

        var words = lines[0].Line.In(text).TrimStart('\uFEFF')[Of.Length..].Trim().ToString();
        var comma = words.LastIndexOf(',');
        var name = comma < 0 ? words : words[..comma].Trim();
        DateOnly? day = comma >= 0 && DateOnly.TryParseExact(words[(comma + 1)..].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return (words, Outlets.Named(name) ?? new Outlet(name, null), day);
    }
}

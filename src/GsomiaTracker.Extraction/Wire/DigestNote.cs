using GsomiaTracker.Domain.Time;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>
/// The lines that mark a digest in our own words, at the very top of a text: <c>Digest-Of: OUTLET, 2019-07-01</c> and <c>Note: ...</c>.
/// </summary>
internal static class DigestNote
{
    private const string Of = "Digest-Of:";

    public static bool Is(ReadOnlySpan<char> line) => line.StartsWith(Of) || line.StartsWith("Note: A digest");

    /// <summary>What follows the mark, with its outlet and day, or minute, where they can be read; null for a text that is no digest.</summary>
    public static (string Words, Outlet? Outlet, PublicationTime? Stamp)? Read(string text, List<SortedLine> lines)
    {
        if (lines.Count == 0 || !lines[0].Line.In(text).TrimStart('\uFEFF').StartsWith(Of))
        {
            return null;
        }

        var words = lines[0].Line.In(text).TrimStart('\uFEFF')[Of.Length..].Trim().ToString();
        var comma = words.LastIndexOf(',');
        var name = comma < 0 ? words : words[..comma].Trim();
        var stamp = comma < 0 ? null : PublicationTime.Parse(words[(comma + 1)..]).Or(null!);
        return (words, Outlets.Named(name) ?? new Outlet(name, null), stamp);
    }
}

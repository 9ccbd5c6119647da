using System.Globalization;
using GsomiaTracker.Domain.Findings;

namespace GsomiaTracker.Store.Recording;

/// <summary>Makes the public id of a take when it is first read: readable, and the same in every tracker that reads it alike.</summary>
public static class ArticleIds
{
    /// <summary><c>yonhap-2019-11-17-3fa9c2d1</c>: agency, day and the head of the text's hash; what is not known is left out.</summary>
    public static string Of(ReadingHeader header, string hash)
    {
        var agency = Slug(header.Agency ?? "article");
        var day = header.Published?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return day is null ? $"{agency}-{hash[..8]}" : $"{agency}-{day}-{hash[..8]}";
    }

    private static string Slug(string words)
    {
        var letters = words.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').ToArray();
        var slug = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "article" : slug;
    }
}

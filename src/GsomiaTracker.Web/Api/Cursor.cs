using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace GsomiaTracker.Web.Api;

/// <summary>Opaque places in a list: one letter says which list, the rest is its own affair.</summary>
public static class Cursor
{
    public static string Write(char list, string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}:{place}"));

    public static string Write(char list, long place) => Write(list, place.ToString(CultureInfo.InvariantCulture));

    /// <summary>The place, or null for what this list did not give out.</summary>
    public static string? ReadText(char list, string cursor)
    {
        if (!Base64Url.IsValid(cursor))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return text.Length > 2 && text[0] == list && text[1] == ':' ? text[2..] : null;
    }

    public static long? Read(char list, string cursor) =>
        ReadText(list, cursor) is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}

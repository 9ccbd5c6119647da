using System.Text;

namespace GsomiaTracker.Extraction.Wire.Html;

/// <summary>White space as a browser shows it.</summary>
internal static class WhiteSpace
{
    public static bool Is(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    /// <summary>Every run of it is one space, none at the ends. Hard spaces stay.</summary>
    public static string Collapsed(string words)
    {
        var text = new StringBuilder(Math.Min(words.Length, 4096));
        foreach (var c in words)
        {
            if (!Is(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        return text.ToString();
    }
}

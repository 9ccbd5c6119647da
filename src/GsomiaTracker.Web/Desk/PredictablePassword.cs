namespace GsomiaTracker.Web.Desk;

/// <summary>
/// Whether a long password is one of those that are guessed first: a common word (letters written as digits or not) with digits and signs round it, or twice; a short piece
/// over and over; a run along the keyboard, the alphabet or the digits. It stands in for most of what a list of breached passwords holds beyond twelve characters.
/// </summary>
public static class PredictablePassword
{
    private const int LongestPiece = 6;
    private const int MostRound = 8;
    private const double RunShare = 0.75;
    private static readonly string[] Rows = ["`1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "abcdefghijklmnopqrstuvwxyz", "qaz", "wsx", "edc", "rfv", "tgb", "yhn", "ujm", "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/"];
    private static readonly HashSet<(char, char)> Steps = [.. Rows.SelectMany(r => r.Zip(r.Skip(1))).SelectMany(p => new[] { (p.First, p.Second), (p.Second, p.First) })];

    /// <param name="isWord">Whether letters, all in lower case, are a common word.</param>
    public static bool Is(string password, Func<string, bool> isWord)
    {
        var text = password.ToLowerInvariant();
        return IsWord(text, isWord) || Repeats(text) || Runs(text);
    }

    private static bool IsWord(string text, Func<string, bool> isWord)
    {
        foreach (var plain in new[] { text, Letters(text) })
        {
            // Without what stands round it, and without blanks, hyphens and dots in it.
            var core = plain.Trim([.. plain.Where(c => !char.IsLetter(c)).Distinct()]);
            var letters = string.Concat(core.Where(char.IsLetter));
            if (letters.Length > 0 && text.Length - letters.Length <= MostRound && core.Length - letters.Length <= 3 && (isWord(letters) || Twice(letters, isWord)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Twice(string letters, Func<string, bool> isWord) => letters.Length % 2 == 0 && letters[..(letters.Length / 2)] == letters[(letters.Length / 2)..] && isWord(letters[..(letters.Length / 2)]);

    /// <summary>"p4ssw0rd" as it is meant. Digits at its end stay digits.</summary>
    private static string Letters(string text)
    {
        var end = text.Length;
        while (end > 0 && !char.IsLetter(text[end - 1]) && text[end - 1] is not ('@' or '$'))
        {
            end--;
        }

        return string.Concat(text[..end].Select(c => c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '@' => 'a', '$' => 's', '!' => 'i', _ => c })) + text[end..];
    }

    private static bool Repeats(string text) => Enumerable.Range(1, LongestPiece).Any(n => text.Length >= 2 * n && Enumerable.Range(n, text.Length - n).All(i => text[i] == text[i - n]));

    private static bool Runs(string text) => text.Length > 1 && text.Zip(text.Skip(1)).Count(p => p.First == p.Second || Steps.Contains(p)) >= RunShare * (text.Length - 1);
}

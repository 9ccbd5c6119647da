using System.Text;

namespace GsomiaTracker.Tests.Support;

/// <summary>Texts that no reader likes: long, deep, unclosed, right to left, broken. Each has a name for the test's report.</summary>
public static class Nasty
{
    private const string Wire = "SEOUL, Nov. 17 (Yonhap) -- The ministers said on Sunday that talks will be held in Bangkok on Nov. 18, 2019. ";

    public static IEnumerable<(string Name, string Text)> Texts(int size)
    {
        yield return ("one long line", Repeat(Wire, size));
        yield return ("one word", new string('a', size));
        yield return ("capitals", Repeat("SEOUL TOKYO ", size));
        yield return ("digits", Repeat("2019-11-23 ", size));
        yield return ("unclosed quotes", Repeat("\u201cHe said ", size));
        yield return ("straight quotes", Repeat("\"", size));
        yield return ("single quotes", Repeat("'s ", size));
        yield return ("deep parentheses", new string('(', size / 2) + new string(')', size / 2));
        yield return ("no spaces", Repeat("Nov.17,", size));
        yield return ("commas", Repeat("Seoul, Tokyo, and ", size));
        yield return ("conjunctions", Repeat("and or but ", size));
        yield return ("relative clauses", Repeat("who said that the minister ", size));
        yield return ("right to left", Repeat("\u202Eقال الوزير \u202C ", size));
        yield return ("zero-width marks", Repeat("N\u200Bo\u200Cv\u200D. \uFEFF17 ", size));
        yield return ("combining marks", "e" + new string('\u0301', size - 1));
        yield return ("lone high surrogates", Repeat("\uD83D said. ", size));
        yield return ("lone low surrogates", Repeat("\uDE00 said. ", size));
        yield return ("NULs", Repeat("Kono\0said\0. ", size));
        yield return ("control characters", Repeat("\u0001\u0007\u001B[31m said. ", size));
        yield return ("line ends of all kinds", Repeat("The minister met.\r\n\r\r\n\n\u2028\u2029\u0085", size));
        yield return ("empty lines", new string('\n', size));
        yield return ("dashes", Repeat("-- \u2014 \u2013 ", size));
        yield return ("dots", new string('.', size));
        yield return ("initials", Repeat("U.S. J.K. a.m. No. ", size));
        yield return ("short lines", Repeat("Home\nNews\nShare\n", size));
        yield return ("two columns interleaved", Repeat("The ministers met in   Stocks fell on\nBangkok on Sunday.     Friday in Seoul.\n", size));
        yield return ("HTML nested", "<html><body>" + Repeat("<div><b><i>", size) + "The minister said so.");
        yield return ("HTML unclosed", "<!doctype html><p " + Repeat("a=\"<", size));
        yield return ("HTML entities", "<html><p>" + Repeat("&amp;&#x1F600;&bogus;", size));
        yield return ("HTML comments", "<html><!--" + Repeat("--!><script>", size));
        yield return ("CJK", Repeat("韓国と日本の防衛相は日曜日に会談した。", size));
        yield return ("emoji", Repeat("👨‍👩‍👧‍👦🇰🇷 ", size));
    }

    /// <summary>Random text made of what wires are made of, in no order: names, dates, cues, marks, line ends.</summary>
    public static string Random(Random random, int pieces)
    {
        string[] bricks =
        [
            "Kono", "Taro Kono", "Jeong Kyeong-doo", "Defense Minister ", "Seoul", "Tokyo", "GSOMIA", "the pact", "said", "told reporters", "will", "was",
            "meet", "held talks", "decided to end", "urged", "if", "not", "on Sunday", "Nov. 23", "Nov. 22-23", "last week", "in 2019", "(LEAD)", "(ATTN: ADDS)",
            "By ", "(Yonhap)", " -- ", "\u201c", "\u201d", "\"", "'", "(", ")", ",", ".", ". ", "?", "\n", "\n\n", "\r\n", "\u2022 ", "<p>", "</p>", "&amp;",
            "https://example.org/a?b", "a@b.kr", "\uD83D", "\u200B", "19:00", "the", "and", "to", "of", "that", "which", "he", "its", "North Korea fired", "missiles",
        ];
        var text = new StringBuilder();
        for (var i = 0; i < pieces; i++)
        {
            text.Append(bricks[random.Next(bricks.Length)]);
            if (random.Next(4) > 0)
            {
                text.Append(' ');
            }
        }

        return text.ToString();
    }

    private static string Repeat(string piece, int size)
    {
        var text = new StringBuilder(size + piece.Length);
        while (text.Length < size)
        {
            text.Append(piece);
        }

        return text.ToString();
    }
}

using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>Whether a sentence looks back: it names a month or says "ago", "earlier", "last year", and no weekday. What it tells is background more often than not.</summary>
internal static class Dated
{
    private const string Sign = "looks back";

    /// <summary>Adds the sign to what the text's own words tell in such sentences.</summary>
    public static void Mark(List<Ground> grounds)
    {
        var (of, back) = (-1, false);
        foreach (var ground in grounds)
        {
            if (ground.Sentence.Index != of)
            {
                (of, back) = (ground.Sentence.Index, LooksBack(ground.Sentence));
            }

            if (back && ground.EchoOf is null && (ground.Signs.Contains("a:told of") || ground.Signs.Contains("a:told by the text") || ground.Signs.Contains("c:told by the text")))
            {
                ground.Signs.Add(Sign);
            }
        }
    }

    private static bool LooksBack(DocumentSentence sentence)
    {
        var s = sentence.Syntax;
        var then = false;
        for (var i = 0; i < s.Count; i++)
        {
            switch (s[i].Norm)
            {
                case "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "today" or "yesterday":
                    return false;
                case "january" or "february" or "march" or "april" or "june" or "july" or "august" or "september" or "october" or "november" or "december"
                    or "jan." or "feb." or "aug." or "sept." or "oct." or "nov." or "dec." or "ago" or "earlier":
                    then = true;
                    break;
                case "month" or "year" or "summer" or "spring" or "autumn" or "winter" when i > 0 && s[i - 1].Norm == "last":
                    then = true;
                    break;
            }
        }

        return then;
    }
}

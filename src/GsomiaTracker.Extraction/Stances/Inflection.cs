namespace GsomiaTracker.Extraction.Stances;

/// <summary>Regular forms of English verbs, so that a verb is known even where the parser took it for another word.</summary>
internal static class Inflection
{
    /// <summary><c>scrap</c> → scraps, scrapped, scrapping. Irregular forms are left to the parser's lemmas.</summary>
    public static IEnumerable<string> Forms(string verb)
    {
        if (verb.Length < 3)
        {
            yield break;
        }

        var last = verb[^1];
        var before = verb[^2];
        if (last == 'e')
        {
            yield return verb + "s";
            yield return verb + "d";
            yield return verb[..^1] + "ing";
        }
        else if (last == 'y' && !IsVowel(before))
        {
            yield return verb[..^1] + "ies";
            yield return verb[..^1] + "ied";
            yield return verb + "ing";
        }
        else
        {
            yield return verb + (last is 's' or 'x' or 'z' || before is 's' or 'c' && last == 'h' ? "es" : "s");
            yield return verb + "ed";
            yield return verb + "ing";
            if (!IsVowel(last) && IsVowel(before) && last is not ('w' or 'x' or 'y') && (verb.Length == 3 || !IsVowel(verb[^3])))
            {
                yield return verb + last + "ed";
                yield return verb + last + "ing";
            }
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}

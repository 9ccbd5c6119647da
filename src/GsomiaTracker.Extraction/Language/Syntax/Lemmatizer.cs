namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Dictionary forms: regular endings by rule, the rest from the model's table (mined from the treebanks by the trainer, which calls
/// <see cref="Rule"/> too and keeps only what it misses).
/// </summary>
internal sealed class Lemmatizer(Dictionary<(string Norm, Upos Pos), string> table, Func<string, bool> known)
{
    /// <summary>The lemma, lower case; the form itself where nothing better is known.</summary>
    public string Lemma(string norm, Upos pos, Xpos tag)
    {
        // A base form is its own lemma; the table has "found" and "left" as past forms.
        if (pos is not (Upos.Aux or Upos.Pron) && char.IsLetter(norm[0]) && tag is Xpos.VB or Xpos.VBP or Xpos.JJ or Xpos.NN or Xpos.NNP)
        {
            return norm;
        }

        if (tag == Xpos.POS)
        {
            return "'s";
        }

        return table.TryGetValue((norm, pos), out var lemma) ? lemma : Rule(norm, tag, known);
    }

    /// <summary>The lemma by endings alone. <paramref name="known"/> says whether a word has been seen.</summary>
    public static string Rule(string norm, Xpos tag, Func<string, bool> known) => tag switch
    {
        Xpos.NNS or Xpos.NNPS => Singular(norm),
        Xpos.VBZ => Singular(norm),
        Xpos.VBD or Xpos.VBN => Stem(norm, "ed", known),
        Xpos.VBG => Stem(norm, "ing", known),
        Xpos.JJR or Xpos.RBR => Stem(norm, "er", known),
        Xpos.JJS or Xpos.RBS => Stem(norm, "est", known),
        _ => norm,
    };

    private static string Singular(string norm)
    {
        if (norm.Length < 3 || norm[^1] != 's' || norm[^2] is 's' or 'u' or '\'')
        {
            return norm;
        }

        if (norm.EndsWith("ies", StringComparison.Ordinal) && norm.Length > 4)
        {
            return string.Concat(norm.AsSpan(0, norm.Length - 3), "y");
        }

        if (norm.EndsWith("sses", StringComparison.Ordinal) || norm.EndsWith("shes", StringComparison.Ordinal) || norm.EndsWith("ches", StringComparison.Ordinal)
            || norm.EndsWith("xes", StringComparison.Ordinal) || norm.EndsWith("zzes", StringComparison.Ordinal) || norm.EndsWith("oes", StringComparison.Ordinal))
        {
            return norm[..^2];
        }

        return norm[..^1];
    }

    private static string Stem(string norm, string ending, Func<string, bool> known)
    {
        if (norm.Length < ending.Length + 2 || !norm.EndsWith(ending, StringComparison.Ordinal))
        {
            return norm;
        }

        var stem = norm[..^ending.Length];
        if (ending is not "ing" && stem.Length > 2 && stem[^1] == 'i')
        {
            return string.Concat(stem.AsSpan(0, stem.Length - 1), "y");
        }

        if (stem.Length > 2 && stem[^1] == stem[^2] && !IsVowel(stem[^1]))
        {
            // "planned", but "pressed", "called".
            return stem[^1] is 's' or 'f' or 'z' || stem[^1] == 'l' && !known(stem[..^1]) && (known(stem) || Syllables(stem) < 2) ? stem : stem[..^1];
        }

        var silent = stem + "e";
        bool bare = known(stem), mute = known(silent);
        if (bare != mute)
        {
            return mute ? silent : stem;
        }

        return NeedsE(stem) ? silent : stem;
    }

    private static bool NeedsE(string stem)
    {
        var last = stem[^1];
        if (last is 'v' or 'u' or 'c' or 'z' || stem.EndsWith("dg", StringComparison.Ordinal) || stem.EndsWith("rg", StringComparison.Ordinal)
            || stem.EndsWith("at", StringComparison.Ordinal) && stem.Length > 3 && stem[^3] is not ('e' or 'o')
            || stem.EndsWith("ur", StringComparison.Ordinal) || stem.EndsWith("ir", StringComparison.Ordinal) || stem.EndsWith("ns", StringComparison.Ordinal)
            || last is 'l' && stem.Length > 2 && !IsVowel(stem[^2]) && stem[^2] is not ('r' or 'l' or 'w')
            || stem.Length > 3 && !IsVowel(stem[^3]) && IsMute(stem[^2], last) || stem.EndsWith("ven", StringComparison.Ordinal)
            || stem.EndsWith("is", StringComparison.Ordinal) || stem.EndsWith("os", StringComparison.Ordinal) || stem.EndsWith("us", StringComparison.Ordinal))
        {
            return true;
        }

        // One vowel between consonants in a short stem: "hop(e)d" was ruled out by the doubled consonant of "hopped".
        return stem.Length is 3 && !IsVowel(stem[0]) && IsVowel(stem[1]) && !IsVowel(last) && last is not ('w' or 'x' or 'y');
    }

    /// <summary>One vowel and one consonant that words rarely end in but before a silent e: "decid(e)", "invok(e)", "determin(e)".</summary>
    private static bool IsMute(char vowel, char consonant) => (vowel, consonant) is ('a' or 'i' or 'o' or 'u', 'd') or ('a' or 'i' or 'o' or 'u', 'k') or ('a' or 'i' or 'u', 'm')
        or ('i' or 'u', 'n') or ('a', 'r') or ('i' or 'u', 'l') or ('i' or 'o', 'b') or ('a' or 'e' or 'i', 'g') or ('u', 't');

    private static int Syllables(string stem)
    {
        var count = 0;
        for (var i = 0; i < stem.Length; i++)
        {
            count += IsVowel(stem[i]) && (i == 0 || !IsVowel(stem[i - 1])) ? 1 : 0;
        }

        return count;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}

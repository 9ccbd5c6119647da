namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>What the network is told about a word besides the word: hashed endings, beginnings and outline. Training and reading share it.</summary>
internal static class WordFeatures
{
    /// <summary>Features of each word.</summary>
    public const int Count = 7;

    /// <summary>Rows of the table they are hashed into.</summary>
    public const int Rows = 1 << 14;

    /// <summary>Writes the <see cref="Count"/> rows of a word. <paramref name="norm"/> is the form in lower case.</summary>
    public static void Write(ReadOnlySpan<char> form, ReadOnlySpan<char> norm, bool first, Span<int> rows)
    {
        rows[0] = Row(1, norm[^Math.Min(2, norm.Length)..]);
        rows[1] = Row(2, norm[^Math.Min(3, norm.Length)..]);
        rows[2] = Row(3, norm[^Math.Min(4, norm.Length)..]);
        rows[3] = Row(4, norm[..Math.Min(2, norm.Length)]);
        rows[4] = Row(5, norm[..Math.Min(4, norm.Length)]);
        Span<char> outline = stackalloc char[16];
        var length = Outline(form, outline);
        rows[5] = Row(6, outline[..length]);
        rows[6] = Row(first ? 7u : 8u, outline[..Math.Min(2, length)]);
    }

    /// <summary>The key of a word in the vocabulary: lower case, digits made 0. Returns its length.</summary>
    public static int Key(ReadOnlySpan<char> norm, Span<char> key)
    {
        var length = Math.Min(norm.Length, key.Length);
        for (var i = 0; i < length; i++)
        {
            key[i] = norm[i] is >= '1' and <= '9' ? '0' : norm[i];
        }

        return length;
    }

    /// <summary>Capitals X, small letters x, digits 0, the rest itself; a run counts twice at most.</summary>
    private static int Outline(ReadOnlySpan<char> form, Span<char> outline)
    {
        var n = 0;
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : Straight(c);
            if (n >= 2 && outline[n - 1] == kind && outline[n - 2] == kind)
            {
                continue;
            }

            if (n == outline.Length)
            {
                break;
            }

            outline[n++] = kind;
        }

        return n;
    }

    /// <summary>Typographic quotation marks and dashes as their ASCII cousins; other characters as they are.</summary>
    public static char Straight(char c) => c switch
    {
        '‘' or '’' or '‚' or '‛' or '`' or '´' or 'ʼ' => '\'',
        '“' or '”' or '„' or '‟' => '"',
        _ => c,
    };

    private static int Row(uint kind, ReadOnlySpan<char> chars)
    {
        var hash = 2166136261u ^ (kind * 0x9E3779B1u);
        foreach (var c in chars)
        {
            hash = (hash ^ c) * 16777619u;
        }

        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 13;
        return (int)(hash & (Rows - 1));
    }
}

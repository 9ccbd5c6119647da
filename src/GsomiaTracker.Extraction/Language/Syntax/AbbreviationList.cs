using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>What a full stop after (or in) a word is.</summary>
internal enum AbbreviationKind
{
    /// <summary>A full stop.</summary>
    None,

    /// <summary>Part of the word, which goes on.</summary>
    Inner,

    /// <summary>The stop of an abbreviation that does not end a sentence.</summary>
    Never,

    /// <summary>The stop of an abbreviation that may end a sentence too.</summary>
    MayEnd,
}

/// <summary>The words of <c>Lexicon/en/abbreviations.tsv</c>, by kind.</summary>
internal sealed class AbbreviationList
{
    private static readonly Lazy<AbbreviationList> Embedded = new(Load);

    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _abbreviations;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _afterHyphen;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _starters;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _saysNext;

    private AbbreviationList(ILookup<string, string> words)
    {
        _abbreviations = words.Where(g => g.Key is "never" or "may" or "number").SelectMany(g => g.Select(w => (Word: w, g.Key)))
            .GroupBy(p => p.Word, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First().Key, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixes = Set("prefix");
        _afterHyphen = Set("after-hyphen");
        _starters = Set("starter");
        _saysNext = Set("says-next");

        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string kind) =>
            words[kind].ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static AbbreviationList English => Embedded.Value;

    public bool IsPrefix(ReadOnlySpan<char> word) => _prefixes.Contains(word);

    public bool IsAfterHyphen(ReadOnlySpan<char> word) => _afterHyphen.Contains(word);

    public bool IsStarter(ReadOnlySpan<char> word) => _starters.Contains(word);

    public bool IsSaysNext(ReadOnlySpan<char> word) => _saysNext.Contains(word);

    /// <summary>What the full stop at <paramref name="dot"/> is, after the word that starts at <paramref name="start"/>, in a paragraph that ends at <paramref name="to"/>.</summary>
    public AbbreviationKind Kind(string text, int start, int dot, int to)
    {
        var word = text.AsSpan(start, dot - start);
        var piece = word[(word.LastIndexOf('.') + 1)..];
        if (dot + 1 < to && char.IsLetterOrDigit(text[dot + 1]))
        {
            return Within(text, start, dot, to, word, piece);
        }

        var next = dot + 1;
        while (next < to && Tokenizer.IsBlank(text[next]))
        {
            next++;
        }

        var follows = next < to ? text[next] : '\0';
        if (dot + 1 - start <= 16 && _abbreviations.TryGetValue(text.AsSpan(start, dot + 1 - start), out var kind))
        {
            switch (kind)
            {
                case "never":
                    return char.IsUpper(text[start]) || word.Length < 3 || !char.IsUpper(follows) ? AbbreviationKind.Never : AbbreviationKind.None;
                case "may":
                    return word.Contains('.') || char.IsUpper(text[start]) || !char.IsUpper(follows) ? AbbreviationKind.MayEnd : AbbreviationKind.None;
                case "number" when char.IsAsciiDigit(follows) || (follows == ',' && char.IsUpper(text[start])):
                    return AbbreviationKind.Never;
            }
        }

        if (piece.Length == 1 && char.IsLetter(piece[0]))
        {
            if (word.Length > 1)
            {
                return AbbreviationKind.MayEnd;
            }

            // An initial: "S. Korean", "John E. Pike"; not "Plan B." before another sentence.
            if (char.IsUpper(piece[0]) && char.IsUpper(follows) && !IsStarter(WordAt(text, next, to)))
            {
                return AbbreviationKind.Never;
            }
        }

        return AbbreviationKind.None;
    }

    private AbbreviationKind Within(string text, int start, int dot, int to, ReadOnlySpan<char> word, ReadOnlySpan<char> piece)
    {
        char before = text[dot - 1], after = text[dot + 1];
        if (char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
        {
            return AbbreviationKind.Inner;
        }

        if (!char.IsLetter(before))
        {
            return AbbreviationKind.None;
        }

        if (char.IsAsciiDigit(after))
        {
            return _abbreviations.ContainsKey(text.AsSpan(start, dot + 1 - start)) ? AbbreviationKind.Never : AbbreviationKind.None;
        }

        if (piece.Length == 1 && char.IsLetter(after) && (dot + 2 >= to || !char.IsLetterOrDigit(text[dot + 2])))
        {
            return AbbreviationKind.Inner;
        }

        var next = dot + 1;
        while (next < to && next < dot + 8 && char.IsLetter(text[next]))
        {
            next++;
        }

        if (next < to && text[next] == '.' && next + 1 - start <= 16 && _abbreviations.ContainsKey(text.AsSpan(start, next + 1 - start)))
        {
            return AbbreviationKind.Inner;
        }

        // "Lt.Gen.", "Mr.Kim": the abbreviation ends here. "name.com": it does not.
        if (char.IsUpper(after))
        {
            return word.Length <= 15 && _abbreviations.TryGetValue(text.AsSpan(start, dot + 1 - start), out var kind) && kind == "never" ? AbbreviationKind.Never : AbbreviationKind.None;
        }

        return AbbreviationKind.Inner;
    }

    private static ReadOnlySpan<char> WordAt(string text, int at, int to)
    {
        var end = at;
        while (end < to && end < at + 20 && char.IsLetter(text[end]))
        {
            end++;
        }

        return text.AsSpan(at, end - at);
    }

    private static AbbreviationList Load()
    {
        using var stream = LexiconFile.Open("abbreviations.tsv");
        using var reader = new StreamReader(stream);
        var words = new List<(string Kind, string Word)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.IndexOf('\t', StringComparison.Ordinal) is var tab and > 0)
            {
                words.Add((line[..tab], line[(tab + 1)..].Trim()));
            }
        }

        return new AbbreviationList(words.ToLookup(w => w.Kind, w => w.Word, StringComparer.Ordinal));
    }
}

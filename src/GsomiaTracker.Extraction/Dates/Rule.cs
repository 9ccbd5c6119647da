namespace GsomiaTracker.Extraction.Dates;

/// <summary>An element of a pattern: a set of classes and words, perhaps optional, perhaps only looked at.</summary>
internal sealed record PatternElement(WordClass Classes, int[] Words, string Marks, char Letter, bool Optional)
{
    public bool Fits(DateToken token, string text)
    {
        if ((token.Classes & Classes) != 0)
        {
            return true;
        }

        if (token.Word != 0 && Array.IndexOf(Words, token.Word) >= 0)
        {
            return true;
        }

        return Marks.Length > 0 && token.End - token.Start == 1 && Marks.Contains(text[token.Start]);
    }

    /// <summary>"m=MONTH", "(and|or)", ".?", "-".</summary>
    public static PatternElement Parse(string element)
    {
        var letter = '\0';
        if (element.Length > 2 && element[1] == '=')
        {
            (letter, element) = (element[0], element[2..]);
        }

        var optional = element.Length > 1 && element[^1] == '?';
        element = optional ? element[..^1] : element;
        var classes = WordClass.None;
        var words = new List<int>();
        var marks = "";
        foreach (var part in Parts(element))
        {
            if (part.Length > 1 && part.All(c => char.IsAsciiLetterUpper(c)) && part is not "No")
            {
                classes |= Enum.Parse<WordClass>(ClassName(part), true);
            }
            else if (char.IsLetter(part[0]))
            {
                words.Add(Dates.Words.Id(part));
            }
            else
            {
                marks += part;
            }
        }

        return new PatternElement(classes, [.. words], marks, letter, optional);
    }

    private static string ClassName(string name) => name == "DECADE" ? nameof(WordClass.DecadeYears) : name;

    private static string[] Parts(string element) =>
        element.Length > 2 && element[0] == '(' && element[^1] == ')' ? element[1..^1].Split('|') : [element];

    /// <summary>The words that an element names, for the word list.</summary>
    public static IEnumerable<string> LiteralsOf(string element)
    {
        element = element.TrimStart('!', '<', '>');
        if (element.Length > 2 && element[1] == '=')
        {
            element = element[2..];
        }

        element = element.Length > 1 ? element.TrimEnd('?') : element;
        return Parts(element).Where(p => p.Length > 0 && char.IsLetter(p[0]) && !(p.Length > 1 && p.All(char.IsAsciiLetterUpper) && p is not "No"));
    }
}

/// <summary>A rule ready to be matched at a token.</summary>
internal sealed class Rule
{
    private readonly PatternElement[] _elements;
    private readonly PatternElement[] _before;
    private readonly PatternElement[] _notBefore;
    private readonly PatternElement[] _after;
    private readonly PatternElement[] _notAfter;

    public Rule(RuleEntry entry, int order)
    {
        Entry = entry;
        Order = order;
        var parts = entry.Pattern.Split(' ');
        _elements = [.. parts.Where(p => p[0] is not ('<' or '>') && !(p[0] == '!' && p.Length > 2) && p[0] != '?').Select(PatternElement.Parse)];
        _before = [.. parts.Where(p => p[0] == '<').Select(p => PatternElement.Parse(p[1..]))];
        _notBefore = [.. parts.Where(p => p.StartsWith("!<", StringComparison.Ordinal)).Select(p => PatternElement.Parse(p[2..]))];
        _after = [.. parts.Where(p => p[0] == '>').Select(p => PatternElement.Parse(p[1..]))];
        _notAfter = [.. parts.Where(p => p.StartsWith("!>", StringComparison.Ordinal)).Select(p => PatternElement.Parse(p[2..]))];
        WantsFuture = parts.Contains("?future");
        WantsPast = parts.Contains("?past");
    }

    public RuleEntry Entry { get; }

    public int Order { get; }

    public bool WantsFuture { get; }

    public bool WantsPast { get; }

    /// <summary>The elements that may stand first: an optional one and those after it.</summary>
    public IEnumerable<PatternElement> Firsts
    {
        get
        {
            foreach (var element in _elements)
            {
                yield return element;
                if (!element.Optional)
                {
                    yield break;
                }
            }
        }
    }

    public Atom? Match(string text, List<DateToken> tokens, int at)
    {
        if (_before.Length > 0 && (at == 0 || !_before[0].Fits(tokens[at - 1], text)))
        {
            return null;
        }

        foreach (var not in _notBefore)
        {
            if (at > 0 && not.Fits(tokens[at - 1], text) && !(not.Classes == WordClass.NameWord && tokens[at - 1].SentenceStart))
            {
                return null;
            }
        }

        Span<int> values = stackalloc int[26];
        values.Fill(Atom.None);
        var end = Match(text, tokens, at, 0, values);
        return end < 0 ? null : new Atom(this, at, end, values.ToArray());
    }

    private int Match(string text, List<DateToken> tokens, int at, int element, Span<int> values)
    {
        if (element == _elements.Length)
        {
            return Follows(text, tokens, at) ? at : -1;
        }

        var wanted = _elements[element];
        if (at < tokens.Count && wanted.Fits(tokens[at], text))
        {
            var before = wanted.Letter == '\0' ? 0 : values[wanted.Letter - 'a'];
            if (wanted.Letter != '\0')
            {
                values[wanted.Letter - 'a'] = tokens[at].Value;
            }

            var end = Match(text, tokens, at + 1, element + 1, values);
            if (end >= 0)
            {
                return end;
            }

            if (wanted.Letter != '\0')
            {
                values[wanted.Letter - 'a'] = before;
            }
        }

        return wanted.Optional ? Match(text, tokens, at, element + 1, values) : -1;
    }

    private bool Follows(string text, List<DateToken> tokens, int at)
    {
        foreach (var wanted in _after)
        {
            if (at >= tokens.Count || !wanted.Fits(tokens[at], text))
            {
                return false;
            }
        }

        foreach (var not in _notAfter)
        {
            // A dash set off by a space belongs to the sentence, not to the figure.
            if (at < tokens.Count && not.Fits(tokens[at], text) && !(text[tokens[at].Start] == '-' && at > 0 && tokens[at].Start > tokens[at - 1].End))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>All rules, found by what a token can begin.</summary>
internal static class RuleBook
{
    private static readonly Rule[] _rules = [.. RuleFile.Entries.Select((e, i) => new Rule(e, i))];
    private static readonly Rule[][] _byClass = ByClass();
    private static readonly Dictionary<int, Rule[]> _byWord = ByWord();
    private static readonly WordClass _firsts = _rules.SelectMany(r => r.Firsts).Aggregate(WordClass.None, (all, e) => all | e.Classes);

    public static Rule Named(string name) => _rules.First(r => r.Entry.Name == name);

    /// <summary>The longest match that begins at a token; among equals the first rule's.</summary>
    public static Atom? LongestAt(string text, List<DateToken> tokens, int at)
    {
        var token = tokens[at];
        Atom? best = null;
        if (token.Word != 0 && _byWord.TryGetValue(token.Word, out var named))
        {
            Try(named, text, tokens, at, ref best);
        }

        for (var classes = (long)(token.Classes & _firsts); classes != 0; classes &= classes - 1)
        {
            Try(_byClass[System.Numerics.BitOperations.TrailingZeroCount(classes)], text, tokens, at, ref best);
        }

        return best;
    }

    private static void Try(Rule[] rules, string text, List<DateToken> tokens, int at, ref Atom? best)
    {
        foreach (var rule in rules)
        {
            if (rule.Match(text, tokens, at) is { } found && (best is null || found.End > best.End || (found.End == best.End && rule.Order < best.Rule.Order)))
            {
                best = found;
            }
        }
    }

    private static Rule[][] ByClass()
    {
        var table = new Rule[64][];
        for (var bit = 0; bit < 64; bit++)
        {
            var one = (WordClass)(1L << bit);
            table[bit] = [.. _rules.Where(r => r.Firsts.Any(e => (e.Classes & one) != 0))];
        }

        return table;
    }

    private static Dictionary<int, Rule[]> ByWord() =>
        _rules.SelectMany(r => r.Firsts.SelectMany(e => e.Words).Distinct().Select(w => (Word: w, Rule: r)))
            .GroupBy(p => p.Word).ToDictionary(g => g.Key, g => g.Select(p => p.Rule).Distinct().ToArray());
}

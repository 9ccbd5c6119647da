using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Wire;

/// <summary>An outlet: the short name that readings give, and the offset of its time stamps where they state none (null: unknown).</summary>
internal sealed record Outlet(string Name, TimeSpan? Offset);

/// <summary>Names by which pages, datelines and credits call the outlets (<c>Lexicon/en/wire/outlets.tsv</c>).</summary>
internal static class Outlets
{
    /// <summary>Longest name in words that is looked up.</summary>
    private const int MostWords = 6;

    private static readonly FrozenDictionary<string, Outlet> _byName;
    private static readonly FrozenDictionary<string, Outlet> _anyCase;
    private static readonly FrozenDictionary<string, Outlet> _byDomain;
    private static readonly FrozenSet<string> _onlyAlone;
    private static readonly FrozenSet<string> _firstWords;

    static Outlets()
    {
        var byName = new Dictionary<string, Outlet>(StringComparer.Ordinal);
        var byDomain = new Dictionary<string, Outlet>(StringComparer.OrdinalIgnoreCase);
        var alone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in LexiconFile.Rows("wire/outlets.tsv"))
        {
            var outlet = new Outlet(row[0], row[1] == "-" ? null : Zones.Offset(row[1]));
            byName.TryAdd(row[0], outlet);
            foreach (var name in row[2].Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                var plain = name.TrimStart('=');
                byName[plain] = outlet;
                if (plain.Length < name.Length)
                {
                    alone.Add(plain);
                }
            }

            foreach (var domain in row[3].Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                byDomain[domain] = outlet;
            }
        }

        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
        _anyCase = byName.Where(p => !alone.Contains(p.Key)).GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(g => g.Key, g => g.First().Value, StringComparer.OrdinalIgnoreCase);
        _byDomain = byDomain.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _onlyAlone = alone.ToFrozenSet(StringComparer.Ordinal);
        _firstWords = byName.Keys.Select(n => n.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The outlet that these words name as a whole, capitals as printed; null when none.</summary>
    public static Outlet? Named(ReadOnlySpan<char> words)
    {
        words = words.Trim(" \t\u00A0.,;:|()[]•·*-–—/©\"'“”");
        return _byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var outlet) ? outlet : null;
    }

    /// <summary>The outlet whose name fills these words in whatever capitals: "the japan times", "arirang"; no short or ordinary word.</summary>
    public static Outlet? Masthead(ReadOnlySpan<char> words)
    {
        words = words.Trim(" \t\u00A0.,;:|()[]•·*-–—/©\"'“”");
        return words.Length >= 6 && _anyCase.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var outlet) ? outlet : null;
    }

    /// <summary>The first outlet whose name stands somewhere in these words, with where it stands; null when none.</summary>
    public static (Outlet Outlet, int Start, int End)? In(ReadOnlySpan<char> words)
    {
        var firsts = _firstWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var names = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        var alone = _onlyAlone.GetAlternateLookup<ReadOnlySpan<char>>();
        var at = 0;
        while (at < words.Length)
        {
            var end = WordEnd(words, at);
            if (end == at)
            {
                at++;
                continue;
            }

            if (char.IsLetter(words[at]) && firsts.Contains(words[at..end]))
            {
                var reach = end;
                var longest = -1;
                Outlet? found = null;
                for (var n = 0; n < MostWords; n++)
                {
                    if (names.TryGetValue(words[at..reach], out var outlet) && !alone.Contains(words[at..reach]))
                    {
                        (found, longest) = (outlet, reach);
                    }

                    if (reach >= words.Length || words[reach] != ' ')
                    {
                        break;
                    }

                    var next = WordEnd(words, reach + 1);
                    if (next == reach + 1)
                    {
                        break;
                    }

                    reach = next;
                }

                if (found is not null)
                {
                    return (found, at, longest);
                }
            }

            at = end;
        }

        return null;
    }

    /// <summary>The outlet whose site or mail address stands in these words; null when none.</summary>
    public static Outlet? ByAddress(ReadOnlySpan<char> words)
    {
        var domains = _byDomain.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var dot = words.IndexOf('.'); dot >= 0;)
        {
            int start = dot, end = dot + 1;
            while (start > 0 && IsHost(words[start - 1]))
            {
                start--;
            }

            while (end < words.Length && IsHost(words[end]))
            {
                end++;
            }

            var host = words[start..end].Trim('.');
            for (var left = 0; left >= 0 && host.Length > 3;)
            {
                if (domains.TryGetValue(host, out var outlet))
                {
                    return outlet;
                }

                left = host.IndexOf('.');
                host = left < 0 ? host : host[(left + 1)..];
            }

            var further = words[end..].IndexOf('.');
            dot = further < 0 ? -1 : end + further;
        }

        return null;
    }

    private static bool IsHost(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-';

    private static int WordEnd(ReadOnlySpan<char> words, int at)
    {
        while (at < words.Length && (char.IsLetterOrDigit(words[at]) || (words[at] is '-' or '.' or '\'' or '&' or '/' && at + 1 < words.Length && char.IsLetterOrDigit(words[at + 1]))))
        {
            at++;
        }

        return at;
    }
}

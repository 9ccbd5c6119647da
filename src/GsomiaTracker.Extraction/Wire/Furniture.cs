using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Wire;

internal enum FurnitureKind { None, Label, List, Start, Tail, Has }

/// <summary>What pages print round an article, by its words (<c>Lexicon/en/wire/furniture.tsv</c>); shape is <see cref="WireLine"/>'s business.</summary>
internal static class Furniture
{
    /// <summary>No label is longer.</summary>
    private const int LongestLabel = 48;

    private static readonly FrozenSet<string> _labels = Words("label");
    private static readonly FrozenSet<string> _lists = Words("list");
    private static readonly FrozenSet<string> _noNames = Words("noname");
    private static readonly Prefixes _starts = new(Words("start"));
    private static readonly Prefixes _tails = new(Words("tail"));
    private static readonly Phrases _has = new([.. Words("has")]);

    private static FrozenSet<string> Words(string kind) =>
        LexiconFile.Rows("wire/furniture.tsv").Where(r => r[0] == kind).Select(r => r[1]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static FurnitureKind Of(ReadOnlySpan<char> line)
    {
        var bare = line.Trim(" \t\u00A0.,;:|()[]<>{}•·*-–—/+▶►▲▼■□●○◆◇★☆→←↑↓»«›‹…!?#0123456789\"'“”‘’".AsSpan());
        if (bare.IsEmpty)
        {
            return FurnitureKind.Label;
        }

        if (bare.Length <= LongestLabel)
        {
            if (_lists.GetAlternateLookup<ReadOnlySpan<char>>().Contains(bare))
            {
                return FurnitureKind.List;
            }

            if (_labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(bare))
            {
                return FurnitureKind.Label;
            }
        }

        var opening = line.TrimStart(" \t\u00A0[<-–—•*▶►■●◆★→»›|".AsSpan());
        if (_tails.Start(opening))
        {
            return FurnitureKind.Tail;
        }

        if (_starts.Start(opening))
        {
            return FurnitureKind.Start;
        }

        // Long lines are stories; what a speaker says between quotation marks is his.
        return line.Length <= 600 && line.IndexOfAny('"', '“', '”') < 0 && _has.StandIn(line) ? FurnitureKind.Has : FurnitureKind.None;
    }

    public static bool IsLabel(ReadOnlySpan<char> words)
    {
        words = words.Trim(" \t\u00A0.,;:|()[]<>{}•·*-–—/");
        return _labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words) || _lists.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);
    }

    /// <summary>A word that no person's name has: "Korea", "News", "Affairs".</summary>
    public static bool IsNoName(ReadOnlySpan<char> word) => _noNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.Trim(".,"));

    /// <summary>
    /// Whether a line has one of the phrases anywhere. A bit for every three letters that begin one passes over most places of a line; the framework's search for several
    /// dozen strings at once finds something to look at in every third.
    /// </summary>
    private sealed class Phrases
    {
        private readonly ulong[] _begin = new ulong[(1 << 15) / 64];
        private readonly Dictionary<int, string[]> _byKey;
        private readonly System.Buffers.SearchValues<string> _anywhere;

        public Phrases(string[] phrases)
        {
            _byKey = phrases.GroupBy(p => Key(p[0], p[1], p[2])).ToDictionary(g => g.Key, g => g.ToArray());
            _anywhere = System.Buffers.SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
            foreach (var key in _byKey.Keys)
            {
                _begin[key >> 6] |= 1UL << key;
            }
        }

        public bool StandIn(ReadOnlySpan<char> line)
        {
            if (!System.Text.Ascii.IsValid(line) && !line.ContainsAny(_anywhere))
            {
                return false;
            }

            for (var i = 0; i + 2 < line.Length; i++)
            {
                var key = Key(line[i], line[i + 1], line[i + 2]);
                if ((_begin[key >> 6] & 1UL << key) != 0 && (i == 0 || !char.IsLetter(line[i - 1])) && StandsAt(_byKey.GetValueOrDefault(key, []), line[i..]))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool StandsAt(string[] phrases, ReadOnlySpan<char> line)
        {
            foreach (var phrase in phrases)
            {
                if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (line.Length == phrase.Length || !char.IsLetter(line[phrase.Length])) && !IsAmerica(phrase, line))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>"sent to follow US President ...": no "follow us".</summary>
        private static bool IsAmerica(string phrase, ReadOnlySpan<char> line) =>
            phrase.EndsWith(" us", StringComparison.Ordinal) && line[phrase.Length - 1] == 'S' && line.ContainsAnyInRange('a', 'z');

        /// <summary>The same for capitals and small letters, as are the last five bits of a letter: 15 bits.</summary>
        private static int Key(char a, char b, char c) => (a & 31) << 10 | (b & 31) << 5 | c & 31;
    }

    /// <summary>Whether a line starts with one of the phrases, by their first two letters.</summary>
    private sealed class Prefixes
    {
        private readonly FrozenDictionary<int, string[]> _byStart;

        public Prefixes(IEnumerable<string> phrases) =>
            _byStart = phrases.GroupBy(p => Key(p)).ToFrozenDictionary(g => g.Key, g => g.ToArray());

        public bool Start(ReadOnlySpan<char> line)
        {
            if (line.Length < 2 || !_byStart.TryGetValue(Key(line), out var phrases))
            {
                return false;
            }

            foreach (var phrase in phrases)
            {
                if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
                    && (line.Length == phrase.Length || !char.IsLetter(phrase[^1]) || !char.IsLetter(line[phrase.Length])))
                {
                    return true;
                }
            }

            return false;
        }

        private static int Key(ReadOnlySpan<char> words) =>
            words.Length < 2 ? char.ToLowerInvariant(words[0]) : (char.ToLowerInvariant(words[0]) << 16) | char.ToLowerInvariant(words[1]);
    }
}

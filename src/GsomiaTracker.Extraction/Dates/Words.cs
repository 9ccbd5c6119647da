using System.Collections.Frozen;
using System.Globalization;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Dates;

/// <summary>What a word can be in a time expression; a word may be several things.</summary>
[Flags]
internal enum WordClass : long
{
    None = 0,
    Number = 1L << 0,
    DayNum = 1L << 1,
    OrdDay = 1L << 2,
    OrdNum = 1L << 3,
    Year = 1L << 4,
    OldYear = 1L << 5,
    YearEnd = 1L << 6,
    DecadeYears = 1L << 7,
    Month = 1L << 8,
    FullMonth = 1L << 9,
    Weekday = 1L << 10,
    FullWeekday = 1L << 11,
    Daypart = 1L << 12,
    Deixis = 1L << 13,
    Part = 1L << 14,
    Edge = 1L << 15,
    UnitWord = 1L << 16,
    AgoUnit = 1L << 17,
    DayWord = 1L << 18,
    YearWord = 1L << 19,
    PeriodWord = 1L << 20,
    PeriodDay = 1L << 21,
    Count = 1L << 22,
    One = 1L << 23,
    Season = 1L << 24,
    Quantity = 1L << 25,
    NameWord = 1L << 26,
    Noun = 1L << 27,
    Holiday = 1L << 28,
}

/// <summary>A word or mark of a paragraph with what it can be.</summary>
/// <param name="Value">Its number: of a month 1–12, of a weekday 0–6 (Sunday 0), of a figure its value.</param>
/// <param name="SentenceStart">First word of a sentence, as far as marks and capitals tell.</param>
internal readonly record struct DateToken(int Start, int End, int Word, WordClass Classes, int Value, int Sentence, bool SentenceStart);

/// <summary>The words of time expressions and of tense, each with a number of its own (<c>Lexicon/en/dates</c>, <c>calendar.tsv</c>).</summary>
internal static class Words
{
    internal readonly record struct Entry(int Id, WordClass Classes, int Value, bool NeedsCapital);

    private static readonly Dictionary<string, Entry> _building = new(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, Entry> _entries = Load();
    private static readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();

    // By length and first letter, the last letters of the words there are, as bits: most words of a text are told apart by that.
    private static readonly uint[] _shapes = Shapes();

    public static bool TryGet(ReadOnlySpan<char> word, out Entry entry)
    {
        if (IsPlain(word) && (_shapes[Shape(word)] & 1u << word[^1]) == 0)
        {
            entry = default;
            return false;
        }

        return _lookup.TryGetValue(word, out entry);
    }

    /// <summary>The number of a word that rules name; 0 for one that no list has.</summary>
    public static int Id(string word) => _entries.TryGetValue(word, out var entry) ? entry.Id : 0;

    private static FrozenDictionary<string, Entry> Load()
    {
        foreach (var row in LexiconFile.Rows("calendar.tsv"))
        {
            var month = row[1] == "MONTH";
            var full = row[0].Length > 4 || row[0] is "june" or "july";
            var classes = month
                ? WordClass.Month | (full && row[0] is not "may" ? WordClass.FullMonth : 0)
                : WordClass.Weekday | (row[0].EndsWith("day", StringComparison.Ordinal) ? WordClass.FullWeekday : 0);
            Add(row[0], classes, int.Parse(row[2], CultureInfo.InvariantCulture), true);
        }

        foreach (var row in LexiconFile.Rows("dates/words.tsv"))
        {
            Add(row[0], Classes(row[1], row[0], row[2]), int.Parse(row[2], CultureInfo.InvariantCulture), false);
        }

        foreach (var word in RuleFile.Literals())
        {
            Add(word, WordClass.None, 0, false);
        }

        foreach (var row in LexiconFile.Rows("dates/tense.tsv"))
        {
            Add(row[1], WordClass.None, 0, false);
        }

        return _building.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static uint[] Shapes()
    {
        var shapes = new uint[LongestPlain * 32];
        foreach (var word in _entries.Keys)
        {
            if (IsPlain(word))
            {
                shapes[Shape(word)] |= 1u << word[^1];
            }
        }

        return shapes;
    }

    private const int LongestPlain = 16;

    private static bool IsPlain(ReadOnlySpan<char> word) => word.Length is > 0 and < LongestPlain && char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(word[^1]);

    /// <summary>The same for capitals and small letters, as are the last five bits of a letter.</summary>
    private static int Shape(ReadOnlySpan<char> word) => (word.Length << 5) | (word[0] & 31);

    private static WordClass Classes(string name, string word, string value) => name switch
    {
        "NUM" => WordClass.Count,
        "ONE" => WordClass.Count | WordClass.One,
        "ORDINAL" => WordClass.OrdNum,
        "UNIT" => Unit(word, value),
        "SEASON" => WordClass.Season,
        "PART" => WordClass.Part,
        "EDGE" => WordClass.Edge,
        "DAYPART" => WordClass.Daypart,
        "DEIXIS" => WordClass.Deixis,
        "QUANTITY" => WordClass.Quantity,
        "HOLIDAYNAME" => WordClass.Holiday,
        _ => WordClass.None,
    };

    private static WordClass Unit(string word, string value)
    {
        var plural = word.EndsWith('s') || word.EndsWith("ies", StringComparison.Ordinal);
        var ago = value is "1" or "2" or "3" or "4" or "5" ? WordClass.AgoUnit : WordClass.None;
        if (plural)
        {
            return ago;
        }

        return ago | value switch
        {
            "1" => WordClass.DayWord | WordClass.PeriodDay,
            "4" => WordClass.YearWord | WordClass.UnitWord | WordClass.PeriodWord | WordClass.PeriodDay,
            "8" => WordClass.UnitWord,
            _ => WordClass.UnitWord | WordClass.PeriodWord | WordClass.PeriodDay,
        };
    }

    private static void Add(string word, WordClass classes, int value, bool capital)
    {
        if (_building.TryGetValue(word, out var known))
        {
            _building[word] = known with { Classes = known.Classes | classes, Value = known.Classes == 0 ? value : known.Value };
        }
        else
        {
            _building[word] = new Entry(_building.Count + 1, classes, value, capital);
        }
    }
}

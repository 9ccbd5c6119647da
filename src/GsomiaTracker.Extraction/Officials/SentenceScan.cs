using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Officials;

/// <summary>A phrase of the gazetteer in a sentence; first and last word inclusive.</summary>
internal readonly record struct KnownHit(int First, int Last, Known Known);

/// <summary>One sentence's words with what the lexicon knows of each: states and bodies, titles, portfolios.</summary>
internal sealed class SentenceScan
{
    private readonly int[] _knownOf;
    private readonly int[] _titleEnd;
    private readonly Title?[] _title;
    private readonly bool[] _inTitle;
    private readonly bool[] _portfolio;
    private readonly string?[] _portfolioName;

    public SentenceScan(Document document, int sentence, Gazetteer gazetteer)
    {
        Index = sentence;
        Syntax = document.Sentences[sentence].Syntax;
        Words = document.WordsOf(sentence);
        var n = Words.Length;
        _knownOf = new int[n];
        _titleEnd = new int[n];
        _title = new Title?[n];
        _inTitle = new bool[n];
        _portfolio = new bool[n];
        _portfolioName = new string?[n];
        Array.Fill(_knownOf, -1);
        for (var i = 0; i < n; i++)
        {
            _titleEnd[i] = i - 1;
            var length = OfficeLexicon.TitleAt(Words, i, out var title);
            if (length > 0)
            {
                _titleEnd[i] = i + length - 1;
                _title[i] = title;
                HasPluralTitle |= title.Plural;
                Array.Fill(_inTitle, true, i, length);
            }

            length = OfficeLexicon.PortfolioAt(Words, i, out var portfolio);
            for (var k = i; k < i + length; k++)
            {
                _portfolio[k] = true;
                _portfolioName[k] ??= portfolio;
            }
        }

        for (var i = 0; i < n;)
        {
            var length = gazetteer.Longest(Words, i, out var known);
            if (length == 0 || length > 1 && gazetteer.Longest(Words, i + 1, out _) >= length)
            {
                // Nothing, or "the South" where "South Korean" begins.
                i++;
                continue;
            }

            Array.Fill(_knownOf, Known.Count, i, length);
            Known.Add(new KnownHit(i, i + length - 1, known));
            i += length;
        }
    }

    public int Index { get; }

    public Sentence Syntax { get; }

    public Word[] Words { get; }

    /// <summary>Whether some title stands in the plural: "Sens.", "ministers".</summary>
    public bool HasPluralTitle { get; }

    public int Count => Words.Length;

    public List<KnownHit> Known { get; } = [];

    public KnownHit? KnownOf(int word) => word >= 0 && word < Count && _knownOf[word] >= 0 ? Known[_knownOf[word]] : null;

    public bool IsKnown(int word) => word >= 0 && word < Count && _knownOf[word] >= 0;

    /// <summary>The longest title that starts here, or null.</summary>
    public Title? TitleAt(int word) => word >= 0 && word < Count ? _title[word] : null;

    /// <summary>Last word of the title that starts here.</summary>
    public int TitleEnd(int word) => _titleEnd[word];

    public bool InTitle(int word) => word >= 0 && word < Count && _inTitle[word];

    public bool IsPortfolio(int word) => word >= 0 && word < Count && _portfolio[word];

    public string Portfolio(int word) => _portfolioName[word] ?? "";

    /// <summary>Penn tag of the word's last token.</summary>
    public Xpos Tag(int word) => Syntax[Words[word].Last].Tag;

    public bool Is(int word, string norm) => word >= 0 && word < Count && string.Equals(Words[word].Norm, norm, StringComparison.Ordinal);

    public bool IsFiniteVerb(int word) => Tag(word) is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD && !Words[word].Capital;

    public string Slice(int first, int last) => Syntax.Text[Words[first].Start..Words[last].End];
}

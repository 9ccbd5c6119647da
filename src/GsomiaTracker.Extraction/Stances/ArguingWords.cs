using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Statements;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>How much each word of a sentence argues: 2 by itself, 1 beside another; titles and names never do (<i>Defense Minister</i>).</summary>
internal sealed class ArguingWords(StanceLexicon lexicon, Document document, Holders holders)
{
    private readonly List<(Phrase Phrase, StanceWord Value, int Last)> _entries = [];
    private readonly List<(Phrase Phrase, Opinion Value, int Last)> _opinions = [];
    private int[] _weight = [];
    private int[] _taking = [];
    private bool[] _reacts = [];
    private bool[] _relates = [];

    /// <summary>How much each token argues.</summary>
    public int[] Weight => _weight;

    /// <summary>The same without what only hints at an argument: modals, denials, words that need another.</summary>
    public int[] Taking => _taking;

    /// <summary>Answers what was told before.</summary>
    public bool Reacts(int token) => _reacts[token];

    /// <summary>Tells how two things belong together.</summary>
    public bool Relates(int token) => _relates[token];

    public void Read(DocumentSentence sentence)
    {
        var s = sentence.Syntax;
        if (_weight.Length < s.Count)
        {
            _weight = new int[Math.Max(64, s.Count * 2)];
            _taking = new int[_weight.Length];
            _reacts = new bool[_weight.Length];
            _relates = new bool[_weight.Length];
        }

        Array.Clear(_weight, 0, s.Count);
        Array.Clear(_taking, 0, s.Count);
        Array.Clear(_reacts, 0, s.Count);
        Array.Clear(_relates, 0, s.Count);
        for (var i = 0; i < s.Count; i++)
        {
            var t = s[i];
            if (t.Pos is Upos.Punct or Upos.Propn or Upos.Det or Upos.Num || holders.At(sentence.Index, i) is not null)
            {
                continue;
            }

            Opinions.English.At(s, i, _opinions);
            foreach (var (_, value, _) in _opinions)
            {
                _weight[i] = Math.Max(_weight[i], value.Weight);
                _reacts[i] |= value.Reacts;
                _relates[i] |= value.Relates;
            }

            lexicon.At(s, i, _entries);
            foreach (var (_, value, _) in _entries)
            {
                var weight = value.Kind switch
                {
                    StanceWordKind.Attitude or StanceWordKind.Evaluation or StanceWordKind.Deontic or StanceWordKind.Turnabout => 2,
                    StanceWordKind.Consequence or StanceWordKind.Effect or StanceWordKind.Hold or StanceWordKind.Stance => 1,
                    _ => 0,
                };
                _weight[i] = Math.Max(_weight[i], weight);
            }

            _taking[i] = _weight[i] >= 2 ? _weight[i] : 0;
            if (t.Tag == Xpos.MD || t.Norm is "not" or "n't" or "never" or "no" or "nothing" or "?")
            {
                _weight[i] = Math.Max(_weight[i], 1);
            }
        }
    }

    /// <summary>How much a verb of saying argues itself: <i>dismissed</i>, <i>insisted</i>.</summary>
    public int OfCue(Attribution statement)
    {
        if (statement.CueToken < 0)
        {
            return 0;
        }

        var s = document.Sentences[statement.Sentence].Syntax;
        var weight = 0;
        Opinions.English.At(s, statement.CueToken, _opinions);
        foreach (var (_, value, _) in _opinions)
        {
            weight = Math.Max(weight, value.Weight);
        }

        return weight;
    }

    /// <summary>How much is argued by the words between a thing and the root of what is said, with their near dependents; -1 and less where it is told in passing only.</summary>
    public static int Near(Sentence s, Utterance utterance, int first, int last, int[] weight)
    {
        var at = HeadIn(s, first, last);
        var sum = 0;
        var below = -1;
        for (var step = 0; step < 24 && at >= 0 && utterance.Holds(at); step++)
        {
            sum += at < first || at > last ? weight[at] : 0;
            foreach (var c in s.Children(at))
            {
                if (c != below && utterance.Holds(c) && s[c].Relation is not (Deprel.Advcl or Deprel.AclRelcl or Deprel.Parataxis))
                {
                    sum += c < first || c > last ? weight[c] : 0;
                    foreach (var d in s.Children(c))
                    {
                        sum += (d < first || d > last) && utterance.Holds(d) ? weight[d] : 0;
                    }
                }
            }

            if (s[at].Relation is Deprel.AclRelcl or Deprel.Parataxis || s[at].Relation == Deprel.Advcl && Clause.MarkOf(s, at) is "after" or "before" or "when" or "while" or "since" or "as"
                || s[at].Relation is Deprel.Obl && Clause.CaseOf(s, at) is "after" or "before" or "since" or "during" or "amid")
            {
                return -sum - 1;
            }

            below = at;
            at = s[at].Head;
        }

        return sum;
    }

    /// <summary>The word of a phrase on which the others hang.</summary>
    public static int HeadIn(Sentence s, int first, int last)
    {
        var at = last;
        while (s[at].Head >= first && s[at].Head <= last && s[at].Head != at)
        {
            at = s[at].Head;
        }

        return at;
    }
}

using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>
/// Which way an argument leans where no tree composes it: what is done to the thing by the word nearest to it, how that is judged by the words
/// round it, and denials. Only where the judging words agree with one another.
/// </summary>
internal sealed class Leaning(StanceLexicon lexicon)
{
    private const int Near = 6;

    private readonly List<(Phrase Phrase, StanceWord Value, int Last)> _entries = [];
    private readonly List<(Phrase Phrase, Opinion Value, int Last)> _opinions = [];
    private readonly List<(Phrase Phrase, IssueAction Value, int Last)> _actions = [];
    private (int Sign, int Last)[] _known = [];
    private Sentence? _of;

    /// <returns>+1 for, -1 against, 0 undecided.</returns>
    public int Of(Sentence s, List<int> tokens, IssueRules issue, int first, int last, int polarity)
    {
        var (effect, by) = Effect(s, tokens, issue, first, last);
        if (effect == 0)
        {
            return 0;
        }

        var judged = 0;
        for (var k = 0; k < tokens.Count; k++)
        {
            var i = tokens[k];
            if (i >= first && i <= last || i == by)
            {
                continue;
            }

            var (sign, end) = Judgement(s, i);
            if (sign == 0)
            {
                continue;
            }

            if (Clause.IsNegated(s, i))
            {
                sign = -sign;
            }

            if (judged == -sign)
            {
                return 0;
            }

            judged = sign;
            while (k + 1 < tokens.Count && tokens[k + 1] <= end)
            {
                k++;
            }
        }

        return judged * effect * polarity;
    }

    /// <summary>Kept for the sentence at hand: every thing in it asks again.</summary>
    private (int Sign, int Last) Judgement(Sentence s, int token)
    {
        if (!ReferenceEquals(_of, s))
        {
            _of = s;
            if (_known.Length < s.Count)
            {
                _known = new (int, int)[s.Count * 2];
            }

            Array.Fill(_known, (0, -1), 0, s.Count);
        }

        if (_known[token].Last < 0)
        {
            _known[token] = Judged(s, token);
        }

        return _known[token];
    }

    private (int Sign, int Last) Judged(Sentence s, int token)
    {
        if (s[token].Pos is Upos.Propn or Upos.Punct or Upos.Det)
        {
            return (0, token);
        }

        Opinions.English.At(s, token, _opinions);
        foreach (var (_, value, last) in _opinions)
        {
            if (value.Weight == 2 && value.Sign != 0)
            {
                return (value.Sign, last);
            }
        }

        lexicon.At(s, token, _entries);
        foreach (var (_, value, last) in _entries)
        {
            if (value.Kind is StanceWordKind.Attitude or StanceWordKind.Evaluation or StanceWordKind.Deontic && value.Rule != "hard")
            {
                return (value.Value, last);
            }
        }

        return (s[token].Tag == Xpos.MD && s[token].Lemma is "should" or "must" or "ought" ? 1 : 0, token);
    }

    /// <summary>What the nearest word does to the thing; loss and absence end it.</summary>
    private (int Sign, int Token) Effect(Sentence s, List<int> tokens, IssueRules issue, int first, int last)
    {
        for (var distance = 1; distance <= Near; distance++)
        {
            foreach (var i in (ReadOnlySpan<int>)[first - distance, last + distance])
            {
                if (i < 0 || i >= s.Count || tokens.BinarySearch(i) < 0)
                {
                    continue;
                }

                if (i < first && s[i].Norm is "without" or "absent" or "losing")
                {
                    return (-1, i);
                }

                issue.Actions.At(s, i, 0, _actions);
                if (_actions.Count > 0)
                {
                    return (_actions[0].Value.Value * (Clause.IsNegated(s, i) ? -1 : 1), i);
                }

                lexicon.At(s, i, _entries);
                foreach (var (_, word, _) in _entries)
                {
                    if (word.Kind == StanceWordKind.Effect && (i > last || !word.OfSubject))
                    {
                        return (word.Value * (Clause.IsNegated(s, i) ? -1 : 1), i);
                    }
                }
            }
        }

        return (0, -1);
    }
}

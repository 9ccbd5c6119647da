using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>What a text has been speaking of, for words that name nothing: <i>Tokyo wants none of that</i>.</summary>
internal sealed class Topics
{
    /// <summary>Sentences after which nothing named is meant any more.</summary>
    private const int Reach = 5;

    /// <summary>The same for what the text is mostly about.</summary>
    private const int MainReach = 12;

    private readonly List<(IssueRules Issue, int Sentence)> _named = [];
    private readonly Dictionary<IssueRules, int> _often = [];

    /// <summary>The issue whose things were named most so far, the earlier one of two; null before any.</summary>
    public IssueRules? Main { get; private set; }

    /// <summary>Takes down the things of a sentence that names some, in order.</summary>
    public void Remember(int sentence, IReadOnlyList<IssueRules> named)
    {
        foreach (var issue in named)
        {
            _named.RemoveAll(n => n.Issue == issue);
            _named.Add((issue, sentence));
            _often[issue] = _often.GetValueOrDefault(issue) + 1;
            if (Main is null || _often[issue] > _often[Main])
            {
                Main = issue;
            }
        }
    }

    public bool Any(int sentence) => _named.Exists(n => IsLate(n, sentence));

    private bool IsLate((IssueRules Issue, int Sentence) named, int sentence) =>
        sentence - named.Sentence is var distance and > 0 && distance <= (named.Issue == Main ? MainReach : Reach);

    /// <summary>What was named in the sentences before, the last one first, with how many sentences lie between and which in that order it is.</summary>
    public IEnumerable<(IssueRules Issue, int Distance, int Rank)> Lately(int sentence)
    {
        var rank = 0;
        for (var k = _named.Count - 1; k >= 0; k--)
        {
            if (IsLate(_named[k], sentence))
            {
                yield return (_named[k].Issue, sentence - _named[k].Sentence, ++rank);
            }
        }
    }

    /// <summary>Whether a token points back without naming: +2 at several, +1 at one, 0 not.</summary>
    public static int Pointer(Sentence s, int token)
    {
        var t = s[token];
        if (t.Relation is Deprel.Expl or Deprel.Mark)
        {
            return 0;
        }

        switch (t.Norm)
        {
            case "them" or "those" or "these":
                return 2;
            case "it" or "its" or "this" or "none" or "neither":
                return 1;
            case "that":
                return t.Relation is Deprel.Obj or Deprel.Nsubj or Deprel.Obl or Deprel.Nmod or Deprel.NsubjPass && t.Tag is not (Xpos.WDT or Xpos.IN) ? 1 : 0;
        }

        if (t.Lemma is "step" or "move" or "measure" or "decision" or "matter" or "subject" or "issue" or "action" or "change" or "demand" or "plan" or "idea" or "question" or "removal" or "framework" or "mechanism" or "instrument" or "policy" or "rules" or "request" or "call" or "proposal" or "offer" or "suggestion")
        {
            foreach (var c in s.Children(token))
            {
                if (s[c].Relation == Deprel.Det && s[c].Norm is "the" or "this" or "that" or "these" or "those" or "such")
                {
                    return t.Tag is Xpos.NNS ? 2 : 1;
                }
            }
        }

        return 0;
    }
}

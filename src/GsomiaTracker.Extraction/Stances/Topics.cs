using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>What a text has been speaking of, for words that name nothing: <i>Tokyo wants none of that</i>.</summary>
internal sealed class Topics
{
    /// <summary>Sentences after which nothing named is meant any more.</summary>
    private const int Reach = 5;

    private readonly List<IssueRules> _issues = [];
    private readonly List<IssueRules> _several = [];
    private int _since = int.MinValue / 2;
    private int _severalSince = int.MinValue / 2;

    /// <summary>Takes down the things of a sentence that names some, in order.</summary>
    public void Remember(Sentence s, int sentence, IReadOnlyList<(IssueRules Issue, int Last)> named)
    {
        if (named.Count == 0)
        {
            return;
        }

        _issues.Clear();
        _since = sentence;
        foreach (var (issue, last) in named)
        {
            if (!_issues.Contains(issue))
            {
                _issues.Add(issue);
            }

            if (s[last].Tag is Xpos.NNS or Xpos.NNPS)
            {
                if (_severalSince != sentence)
                {
                    _several.Clear();
                    _severalSince = sentence;
                }

                if (!_several.Contains(issue))
                {
                    _several.Add(issue);
                }
            }
        }
    }

    /// <summary>What a word that names nothing may mean here; plural pronouns the things that stood in the plural.</summary>
    public IReadOnlyList<IssueRules> At(int sentence, bool several) =>
        several && sentence - _severalSince is > 0 and <= Reach ? _several
        : sentence - _since is > 0 and <= Reach ? _issues.GetRange(0, 1)
        : [];

    public int Distance(int sentence) => sentence - _since;

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

using GsomiaTracker.Extraction.Language.Syntax;
using GsomiaTracker.Extraction.Officials;

namespace GsomiaTracker.Extraction.Stances;

/// <content>
/// Those who say or want something together. Titles and appositions between two names break trees (<i>President X and Japanese Prime Minister Y agreed</i>),
/// so pairs before a verb are read off the words.
/// </content>
internal sealed partial class Holders
{
    private const int LongestTitle = 14;

    /// <summary>Everybody in the pair that this token's name belongs to and whose verb follows; the holders unchanged where it stands alone.</summary>
    private IReadOnlyList<Holder> WithPartner(int sentence, int token, IReadOnlyList<Holder> found)
    {
        if (found.Count != 1 || MentionAt(sentence, token) is not (var own and >= 0))
        {
            return found;
        }

        // This name is the first or the second of the two.
        var (first, second) = Joins(own - 1, own, sentence) ? (own - 1, own) : Joins(own, own + 1, sentence) ? (own, own + 1) : (-1, -1);
        if (first < 0)
        {
            return found;
        }

        var both = new List<Holder>();
        foreach (var k in (ReadOnlySpan<int>)[first, second])
        {
            var mention = _references.Mentions[k];
            foreach (var referent in mention.Referent.Each)
            {
                Add(both, referent, mention.Span);
            }
        }

        return both.Count == 2 && both[0] != both[1] && both.Contains(found[0]) ? both : found;
    }

    /// <summary><i>agreed with her counterpart</i>: whoever it is agreed with agrees too.</summary>
    public IReadOnlyList<Holder> WithCounterpart(int sentence, int subject, IReadOnlyList<Holder> found)
    {
        var s = _document.Sentences[sentence].Syntax;
        var verb = subject < 0 ? -1 : s[subject].Head;
        if (found.Count != 1 || verb < 0 || s[verb].Lemma is not ("agree" or "concur" or "reaffirm" or "share") || Clause.IsNegated(s, verb))
        {
            return found;
        }

        foreach (var c in s.Children(verb))
        {
            if (s[c].Relation != Deprel.Obl || Clause.CaseOf(s, c) != "with")
            {
                continue;
            }

            var name = s.Child(c, Deprel.Appos) is var told and >= 0 && At(sentence, told) is { Referent.Kind: ReferentKind.Person } ? told : c;
            if (Of(sentence, name) is [var other] && other.Country != found[0].Country)
            {
                return [found[0], other];
            }
        }

        return found;
    }

    private int MentionAt(int sentence, int token)
    {
        if (At(sentence, token) is not { } mention)
        {
            return -1;
        }

        for (var k = MentionBefore(mention.Span.End); k >= 0 && _references.Mentions[k].Sentence == sentence; k--)
        {
            if (_references.Mentions[k] == mention)
            {
                return k;
            }
        }

        return -1;
    }

    /// <summary>Two names tied by <i>and</i>, with nothing but titles and appositions between, nothing governing them before and a verb behind.</summary>
    private bool Joins(int first, int second, int sentence)
    {
        if (first < 0 || second >= _references.Mentions.Count)
        {
            return false;
        }

        var (a, b) = (_references.Mentions[first], _references.Mentions[second]);
        if (a.Sentence != sentence || b.Sentence != sentence || a.Referent.Kind is not (ReferentKind.Person or ReferentKind.State) || b.Referent.Kind != a.Referent.Kind)
        {
            return false;
        }

        var s = _document.Sentences[sentence].Syntax;
        int end = s.At(a.Span.End - 1), start = s.At(b.Span.Start);
        if (start <= end || start - end > LongestTitle)
        {
            return false;
        }

        var tied = false;
        for (var i = end + 1; i < start; i++)
        {
            tied |= s[i].Norm == "and";
            if (s[i].Norm != "and" && s[i].Norm != "," && s[i].Pos is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Part or Upos.Num) && s[i].Norm is not ("of" or "for" or "-" or "'s" or "’s"))
            {
                return false;
            }
        }

        return tied && HasVerbBehind(s, s.At(b.Span.End - 1) + 1) && IsFree(s, s.At(a.Span.Start) - 1);
    }

    /// <summary>A finite verb stands here, behind an apposition between commas at most.</summary>
    private static bool HasVerbBehind(Sentence s, int at)
    {
        if (at < s.Count && s[at].Norm == ",")
        {
            var close = at + 1;
            while (close < s.Count && close < at + LongestTitle && s[close].Norm != ",")
            {
                if (Clause.IsVerb(s[close]))
                {
                    return false;
                }

                close++;
            }

            at = close + 1;
        }

        while (at < s.Count && s[at].Pos == Upos.Adv)
        {
            at++;
        }

        return at < s.Count && Clause.IsVerb(s[at]) && s[at].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.VBN or Xpos.MD;
    }

    /// <summary>Left of a name's titles a clause begins: no verb and no preposition has them.</summary>
    private static bool IsFree(Sentence s, int at)
    {
        for (var steps = 0; at >= 0 && steps < LongestTitle; at--, steps++)
        {
            if (s[at].Pos is Upos.Verb or Upos.Aux or Upos.Adp && s[at].Norm is not ("of" or "for"))
            {
                return false;
            }

            if (s[at].Pos is Upos.Punct or Upos.Sconj or Upos.Cconj)
            {
                return true;
            }
        }

        return at < 0;
    }
}

using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>A condition and what hangs on it, as stretches of tokens; read off the words, since long conditional sentences break trees.</summary>
/// <param name="Wanted">+1 where the condition is what the holder wants to see (<i>if</i>, <i>unless</i>, <i>until</i>), -1 where he wants it gone (<i>as long as</i>).</param>
internal readonly record struct Bargain(int From, int To, int Wanted)
{
    /// <summary><i>depends on what Tokyo does</i>: whatever stands before it hangs on it, without a word for giving or withholding.</summary>
    public bool Hangs { get; private init; }

    /// <summary><i>tied the truce to the release</i>.</summary>
    public bool Ties { get; private init; }

    /// <summary>The conditions in a sentence: each from its first word to the next comma, or to the sentence's end.</summary>
    public static IEnumerable<Bargain> In(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (MadePossible(s, i) is { } price)
            {
                yield return price;
                continue;
            }

            var wanted = Marker(s, i);
            if (wanted == 0)
            {
                continue;
            }

            var to = i + 1;
            var phrase = IsPhrase(s, i);
            while (to < s.Count && !(s[to].Pos == Upos.Punct && s[to].Norm is "," or ";" or "." or "\u2014" or "--" or ":" or "?") && !(phrase && to > i + 2 && BeginsClause(s, to)))
            {
                to++;
            }

            if (to - i >= 3)
            {
                yield return new Bargain(i, to, wanted) { Hangs = s[i].Norm is "on" or "upon" or "to", Ties = IsTied(s, i) };
                i = to;
            }
        }
    }

    /// <summary>No clause of its own, or one that stands first and turns what follows round: <i>without an end to it there can be</i>, <i>only after he went will she come</i>.</summary>
    private static bool IsPhrase(Sentence s, int at) => s[at].Norm is "without" or "absent" or "return" or "exchange" || at is > 0 and < 3 && s[at - 1].Norm == "only";

    private static bool BeginsClause(Sentence s, int at) => s[at].Tag is Xpos.MD or Xpos.EX || s[at].Tag == Xpos.PRP && s[at].Relation is Deprel.Nsubj;

    public bool Holds(int token) => From <= token && token < To;

    /// <summary>Its words, from the first of its marker: <i>as long as</i>, <i>only when</i>.</summary>
    public TextSpan Span(Sentence s)
    {
        var first = From > 0 && (s[From].Norm is "long" or "soon" || s[From].Norm is "after" or "when" && s[From - 1].Norm is "only") ? From - 1 : From;
        return new(s[first].Start, s[To - 1].End);
    }

    private static int Marker(Sentence s, int i)
    {
        var next = i + 1 < s.Count ? s[i + 1].Norm : "";
        var before = i > 0 ? s[i - 1].Norm : "";
        switch (s[i].Norm)
        {
            case "if":
                return before is "even" or "as" or "asked" or "see" or "know" || s[i].Relation == Deprel.Mark && Asks(s, i) ? 0 : 1;
            case "unless" or "until" or "once":
                return s[i].Pos is Upos.Sconj or Upos.Adp or Upos.Adv && i + 2 < s.Count ? 1 : 0;
            case "provided" or "providing" when next == "that":
                return 1;
            case "long" when before is "as" or "so" && next == "as":
                return -1;
            case "soon" when before == "as" && next == "as":
                return 1;
            case "without" or "absent" when i + 2 < s.Count && Clause.IsNoun(s[i + 1]) | s[i + 1].Pos is Upos.Det or Upos.Adj:
                return 1;
            case "after" or "when" when before == "only":
                return 1;
            case "return" or "exchange" when before == "in" && next == "for":
                return 1;
            case "to" when before == "subject" || IsTied(s, i):
                return 1;
            case "condition" or "premise" when next is "that" or "of" or ":":
                return 1;
            case "only" when next is "for" or "with" or "after" or "under" or "by" or "in" or "on" && i > 0 && s[i - 1].Lemma is "possible" or "conceivable" or "thinkable" or "acceptable" or "imaginable" or "feasible" or "justified" or "available" or "come" or "agree" or "happen" or "accept" or "sign" or "consider":
                return 1;
            case "day" or "moment" or "minute" or "instant" or "second" when before == "the" && (i < 2 || s[i - 2].Pos is not (Upos.Adp or Upos.Sconj)) && s.Has(i, Deprel.AclRelcl):
                return 1;
            case "on" or "upon" when before is "hang" or "hangs" or "hung" or "depend" or "depends" or "depended" or "depending" or "hinge" or "hinges" or "hinged" or "rest" or "rests" or "conditional" or "contingent" or "entirely" or "turn" or "turns":
                return 1;
            case "were" or "should" or "had" when i == 0 || s[i - 1].Pos == Upos.Punct:
                // "Were Tokyo to withdraw", "Should Tokyo withdraw"
                return i + 1 < s.Count && s[i + 1].Pos is Upos.Propn or Upos.Det or Upos.Pron ? 1 : 0;
            default:
                return 0;
        }
    }

    /// <summary><i>tied the truce to</i>, <i>makes talks subject to</i>: a verb of tying with its object before.</summary>
    private static bool IsTied(Sentence s, int to)
    {
        if (s[to].Norm != "to" || s[to].Relation != Deprel.Case)
        {
            return false;
        }

        for (var j = to - 1; j >= 0 && j > to - 9; j--)
        {
            if (s[j].Pos == Upos.Verb)
            {
                return s[j].Lemma is "tie" or "link" or "peg" or "bind" or "hitch" or "couple" && s.Has(j, Deprel.Obj) && !Clause.IsNegated(s, j);
            }
        }

        return false;
    }

    /// <summary><i>A withdrawal of the curbs would allow us to think again</i>: the subject is the price.</summary>
    private static Bargain? MadePossible(Sentence s, int noun)
    {
        var verb = s[noun].Head;
        if (s[noun].Relation is not (Deprel.Nsubj or Deprel.NsubjOuter) || verb < noun || s[noun].Lemma is not ("withdrawal" or "lifting" or "removal" or "end" or "easing" or "repeal" or "retraction" or "resolution" or "settlement" or "cancellation")
            || s[verb].Lemma is not ("allow" or "enable" or "let" or "permit" or "make" or "pave" or "open" or "clear") || Clause.Modal(s, verb) is not ("would" or "could" or "will" or "can" or "might" or "may"))
        {
            return null;
        }

        int from = s.Leftmost(noun), to = s.Rightmost(noun) + 1;
        return to <= verb && to - from >= 3 ? new Bargain(from, to, 1) : null;
    }

    /// <summary><i>asked if</i>, <i>doubts if</i>: no condition.</summary>
    private static bool Asks(Sentence s, int mark)
    {
        var clause = s[mark].Head;
        return clause >= 0 && s[clause].Relation == Deprel.Ccomp && s[clause].Head >= 0 && s[clause].Head < mark && s[s[clause].Head].Lemma is "ask" or "doubt" or "wonder" or "say" or "tell" or "decide" or "know" or "question";
    }
}

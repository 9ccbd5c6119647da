using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <content>Positions taken over from somebody else: <i>Iwaya is of the same view</i>, <i>Washington agrees</i>, <i>so does Berlin</i>.</content>
internal sealed partial class Argument
{
    /// <summary>Sentences back in which stands what is taken over.</summary>
    private const int EchoReach = 2;

    private readonly List<Ground> _lately = [];

    /// <summary>Whoever takes over what was just said, and that.</summary>
    private void Echo(DocumentSentence sentence)
    {
        var s = sentence.Syntax;
        for (var i = 0; i < s.Count; i++)
        {
            var holder = MayEcho(s[i].Lemma) ? Echoing(s, i) : -1;
            if (holder < 0 || holders.Of(sentence.Index, holder) is not { Count: > 0 } who)
            {
                continue;
            }

            var (start, end) = (Math.Min(holder, i), Math.Max(holder, i));
            foreach (var of in Echoed(sentence, start, who))
            {
                foreach (var one in who)
                {
                    Echo(sentence, one, of, i, new TextSpan(s[start].Start, s[ClauseEnd(s, end)].End));
                }
            }

            return;
        }
    }

    private void Echo(DocumentSentence sentence, Holder holder, Ground of, int at, TextSpan words)
    {
        var stand = new Stand(of.Stand.Issue, of.Stand.Polarity, StandForm.Held, SpeechAct.Agree, -1, at, -1, false, words, "echoed");
        var ground = new Ground(holder, stand, of.Position, words, null, sentence) { EchoOf = of };
        ground.Signs.Add("a:echo");
        Put(ground);
    }

    /// <summary>What others were found to hold just before: in this sentence before the place, else in the nearest one before that has any.</summary>
    private List<Ground> Echoed(DocumentSentence sentence, int before, IReadOnlyList<Holder> who)
    {
        var found = new List<Ground>();
        for (var distance = 0; distance <= EchoReach && found.Count == 0; distance++)
        {
            foreach (var ground in _lately)
            {
                if (sentence.Index - ground.Sentence.Index == distance && (distance > 0 || ground.Words.Start < sentence.Syntax[before].Start)
                    && ground.EchoOf is null && !who.Contains(ground.Holder) && !ground.Signs.Contains("a:topical") && !ground.Signs.Contains("a:told topical"))
                {
                    found.Add(ground);
                }
            }
        }

        return found;
    }

    private static int ClauseEnd(Sentence s, int from)
    {
        var end = from;
        while (end + 1 < s.Count && end < from + 14 && s[end + 1].Norm is not ("," or "." or ";"))
        {
            end++;
        }

        return end;
    }

    private static bool MayEcho(string lemma) =>
        lemma is "agree" or "concur" or "echo" or "second" or "likewise" or "suit" or "same" or "similar" or "mind" or "share" or "so" or "neither" or "nor";

    /// <summary>Token of whoever takes something over by the word at a place, or -1.</summary>
    private static int Echoing(Sentence s, int at)
    {
        if (at + 1 < s.Count && s[at].Lemma != "share" && s[at + 1].Norm is "to" or "that" or "on" or "in" or "upon" or "not" || Clause.Modal(s, at).Length > 0)
        {
            return -1;
        }

        switch (s[at].Lemma)
        {
            case "agree" or "concur" when Clause.IsVerb(s[at]) && !s.Has(at, Deprel.Obj) && !s.Has(at, Deprel.Ccomp) && !s.Has(at, Deprel.Xcomp) && !HasOn(s, at) && !Clause.IsNegated(s, at):
            case "echo" or "second" when Clause.IsVerb(s[at]) && (s.Has(at, Deprel.Obj) || Clause.IsPassive(s, at)):
                return Clause.IsPassive(s, at) ? Clause.Agent(s, at) : Clause.Subject(s, at);
            case "likewise":
                return SubjectOver(s, at);
            case "suit" when at > 0 && s[at - 1].Lemma == "follow":
                return Clause.Subject(s, at - 1);
            case "same" when at + 1 >= s.Count || s[at + 1].Pos is not (Upos.Noun or Upos.Adj) || IsView(s[at + 1].Lemma):
                return at > 1 && s[at - 1].Norm == "the" && (s[at - 2].Norm is "of" or "in" or "on" or "to" or "by" || s[at - 2].Lemma is "say" or "do" or "share" or "take" or "make" or "hold" or "strike" or "sing" or "think" or "see" or "express" or "voice" or "repeat" or "sound" or "issue") && !IsRefused(s, at)
                    ? SubjectOver(s, at) : -1;
            case "similar" when at + 1 < s.Count && IsView(s[at + 1].Lemma):
                return SubjectOver(s, at);
            case "mind" when at > 1 && s[at - 1].Norm == "one" && s[at - 2].Norm == "of":
                return SubjectOver(s, at);
            case "share" when at > 0 && at + 2 < s.Count && s[at + 1].Norm is "that" or "this" or "the" or "his" or "her" or "their" or "its" or "those" or "these" && IsView(s[at + 2].Lemma)
                && (at + 3 >= s.Count || s[at + 3].Norm is not ("that" or "of" or "to")) && !Clause.IsNegated(s, at):
                // "shares" is often taken for a plural behind a name.
                return Clause.IsVerb(s[at]) ? Clause.Subject(s, at) : Clause.IsNoun(s[at - 1]) ? at - 1 : -1;
            case "so" or "neither" or "nor" when at + 2 < s.Count && s[at + 1].Lemma is "do" or "be" or "have" && s[at + 2].Pos is Upos.Propn or Upos.Noun or Upos.Pron or Upos.Det or Upos.Adj:
                for (var i = at + 2; i < s.Count && i < at + 10 && s[i].Pos is not (Upos.Punct or Upos.Verb); i++)
                {
                    if (Clause.IsNoun(s[i]) && (i + 1 >= s.Count || !Clause.IsNoun(s[i + 1])))
                    {
                        return i;
                    }
                }

                return -1;
            default:
                return -1;
        }
    }

    private static bool IsView(string lemma) => lemma is "view" or "opinion" or "assessment" or "mind" or "line" or "vein" or "tune" or "note" or "chord" or "page" or "position" or "sentiment" or "concern" or "offer" or "point"
        or "appeal" or "plea" or "demand" or "argument" or "case" or "call" or "message" or "warning" or "stance" or "stand" or "way" or "feeling" or "thing" or "worry" or "conviction" or "belief" or "hope" or "wish" or "regret" or "request" or "condition" or "disappointment" or "understanding" or "perception" or "spirit";

    /// <summary><i>agreed on a date</i>, <i>agreed to meet</i>: something of its own is agreed.</summary>
    private static bool HasOn(Sentence s, int verb)
    {
        foreach (var c in s.Children(verb))
        {
            if (s[c].Relation is Deprel.Advcl && s[c].Tag == Xpos.VB || s[c].Relation == Deprel.Obl && Clause.CaseOf(s, c) is "on" or "to" or "in" or "upon" or "over" or "about")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRefused(Sentence s, int at)
    {
        for (var (up, step) = (s[at].Head, 0); up >= 0 && step < 4; up = s[up].Head, step++)
        {
            if (Clause.IsNegated(s, up))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The subject of the nearest predicate over a word; -1 where it only might.</summary>
    private static int SubjectOver(Sentence s, int at)
    {
        for (var step = 0; at >= 0 && step < 6; at = s[at].Head, step++)
        {
            if (Clause.OwnSubject(s, at) is var own and >= 0)
            {
                return Clause.Modal(s, at).Length > 0 ? -1 : own;
            }
        }

        return -1;
    }
}

using GsomiaTracker.Domain.Findings;
using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <content>Where the parser hung a clause on the wrong word, and what kind of clause it is.</content>
internal sealed partial class Ascent
{
    /// <summary>
    /// The noun just before a phrase that the parser hung on the verb, where that noun takes such a phrase: <i>its decision not to renew</i>,
    /// <i>the need for cooperation</i>. -1 when it stays where it hangs.
    /// </summary>
    private int Reattached(int from, Deprel relation, int head)
    {
        if (relation is not (Deprel.Xcomp or Deprel.Advcl or Deprel.Obl or Deprel.Ccomp or Deprel.Parataxis or Deprel.AclRelcl))
        {
            return -1;
        }

        var before = s.Leftmost(from) - 1;
        while (before > 0 && s[before].Pos == Upos.Punct && s[before].Norm is "\"" or "''" or "”" or "“")
        {
            before--;
        }

        if (before < 0 || before == head || s[before].Pos is Upos.Punct or Upos.Adp or Upos.Det)
        {
            return -1;
        }

        var tie = relation == Deprel.Obl ? Clause.CaseOf(s, from) : Clause.MarkOf(s, from);
        if (tie == "that")
        {
            // "... and hoped that": a content clause belongs to the word before it.
            return TakesPhrase(before, tie) ? before : -1;
        }

        if (!Clause.IsNoun(s[before]) && s[before].Relation != Deprel.Xcomp || s[before].Head != head || s[before].Relation is Deprel.Nsubj)
        {
            return -1;
        }

        return TakesPhrase(before, tie) ? before : -1;
    }

    /// <summary>The verb's object, where an infinitive further on belongs to it: <i>stepped up pressure on Seoul to keep</i>.</summary>
    private int Carried(int from, Deprel relation, int head)
    {
        if (relation is not (Deprel.Xcomp or Deprel.Advcl) || Clause.MarkOf(s, from) != "to")
        {
            return -1;
        }

        var carried = s.Child(head, Deprel.Obj);
        if (carried < 0 || carried > from || !Clause.IsNoun(s[carried]))
        {
            return -1;
        }

        lexicon.At(s, carried, _entries);
        return _entries.Exists(e => e.Value.Kind is StanceWordKind.Attitude) ? carried : -1;
    }

    private bool TakesPhrase(int noun, string tie)
    {
        if (tie.Length == 0)
        {
            return false;
        }

        if (tie is not ("to" or "of" or "for" or "on" or "over" or "at" or "about" or "that" or "against" or "toward" or "towards"))
        {
            return false;
        }

        lexicon.At(s, noun, _entries);
        foreach (var (_, word, _) in _entries)
        {
            if (word.Kind is StanceWordKind.Attitude or StanceWordKind.Evaluation or StanceWordKind.Stance or StanceWordKind.Decide or StanceWordKind.Effect
                || word.Kind == StanceWordKind.Pass && tie is "to" or "of" || word.Kind == StanceWordKind.Saying && tie == "that")
            {
                return true;
            }
        }

        return false;
    }

    private enum Arrival { Object, Clause, Preposition }

    /// <summary>The verb of saying, still without its clause, over the noun on which a <i>that</i> clause with a subject of its own hangs; -1 without.</summary>
    private int SayingOver(int clause, int noun)
    {
        if (s[s.Leftmost(clause)].Norm != "that" || Clause.OwnSubject(s, clause) is var subject && (subject < 0 || s[subject].Norm == "that"))
        {
            return -1;
        }

        var at = noun;
        for (var step = 0; step < 8 && at >= 0 && !Clause.IsVerb(s[at]); step++)
        {
            at = s[at].Head;
        }

        if (at < 0 || s.Has(at, Deprel.Ccomp))
        {
            return -1;
        }

        lexicon.At(s, at, _entries);
        return _entries.Exists(e => e.Value.Kind is StanceWordKind.Saying or StanceWordKind.Decide) ? at : -1;
    }

    /// <summary>Marked as a content clause, or with a subject besides its <i>that</i>.</summary>
    private bool IsContent(int clause)
    {
        var subjects = 0;
        foreach (var c in s.Children(clause))
        {
            if (s[c].Relation == Deprel.Mark)
            {
                return true;
            }

            subjects += s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass ? 1 : 0;
        }

        return subjects > 1;
    }

    /// <summary><i>no choice but to leave</i>, <i>no way other than ending it</i>: what is left is not denied.</summary>
    private bool IsAllThatIsLeft(int from, int noun) =>
        s[noun].Lemma is "choice" or "option" or "alternative" or "way" or "course" && from > noun && Clause.IsNegated(s, noun) && s.Leftmost(from) is var first && s[first].Norm is "but" or "except" or "than" or "save";

    /// <summary><i>do what we can to save it</i>, <i>did everything in her power to end it</i>.</summary>
    private bool DoesUtmost(int from, int verb) =>
        s[verb].Lemma == "do" && from > verb && Clause.MarkOf(s, from) == "to" && s.Child(verb, Deprel.Obj) is var amount and >= 0 && s[amount].Norm is "what" or "whatever" or "everything" or "all" or "anything" or "utmost" or "best" or "most";

    /// <summary><i>too early to bury it</i>, <i>too late for talks</i>: a measure that is passed denies.</summary>
    private bool IsTooMuch(int word)
    {
        if (s[word].Pos is not (Upos.Adj or Upos.Adv))
        {
            return false;
        }

        foreach (var c in s.Children(word))
        {
            if (c < word && s[c].Norm == "too" && s[c].Relation == Deprel.Advmod)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whose a plan is: <i>Johnson's plan</i>, <i>the Swedish draft</i>; -1 for other nouns, and where nothing tells.</summary>
    private int PlannerOf(int noun)
    {
        if (noun < 0 || s[noun].Lemma is not ("plan" or "proposal" or "bill" or "draft" or "offer" or "scheme" or "blueprint" or "package" or "motion" or "amendment" or "proposition" or "initiative" or "resolution" or "manifesto" or "text" or "paper" or "formula" or "idea" or "law" or "act" or "order"))
        {
            return -1;
        }

        if (Clause.Possessor(s, noun) is var owner and >= 0)
        {
            return owner;
        }

        foreach (var c in s.Children(noun))
        {
            if (s[c].Relation is Deprel.Amod or Deprel.Compound or Deprel.NmodUnmarked && isNational(c))
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>Whether one of these words opens a clause.</summary>
    private bool OpensWith(int clause, params ReadOnlySpan<string> words)
    {
        foreach (var c in s.Children(clause))
        {
            if (s[c].Relation is Deprel.Mark or Deprel.Advmod && words.Contains(s[c].Norm))
            {
                return true;
            }
        }

        return false;
    }
}

using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Stances;

/// <summary>Questions about a word's clause that several steps ask: who does it, is it denied, is it under a modal.</summary>
internal static class Clause
{
    /// <summary>Steps up a tree before a search for a subject gives up.</summary>
    private const int Far = 12;

    public static bool IsNoun(Token t) => t.Pos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num;

    public static bool IsVerb(Token t) => t.Pos is Upos.Verb or Upos.Aux;

    /// <summary>First subject that hangs on this word, active or passive, or -1.</summary>
    public static int OwnSubject(Sentence s, int predicate)
    {
        foreach (var c in s.Children(predicate))
        {
            if (s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.NsubjOuter)
            {
                return c;
            }
        }

        return -1;
    }

    public static bool IsPassive(Sentence s, int verb)
    {
        foreach (var c in s.Children(verb))
        {
            if (s[c].Relation is Deprel.NsubjPass or Deprel.AuxPass or Deprel.CsubjPass)
            {
                return true;
            }
        }

        // "the curbs imposed by Tokyo"; but "Esper called for" is what the parser makes of a name as the whole sentence.
        return s[verb].Tag == Xpos.VBN && s[verb].Relation == Deprel.Acl && !(s[verb].Head is var name && s[name].Relation == Deprel.Root && s[name].Pos == Upos.Propn);
    }

    /// <summary>Who does it in a passive, or -1.</summary>
    public static int Agent(Sentence s, int verb)
    {
        foreach (var c in s.Children(verb))
        {
            if (s[c].Relation == Deprel.OblAgent || s[c].Relation == Deprel.Obl && CaseOf(s, c) == "by")
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>
    /// The noun that is understood as this predicate's subject: its own, or that of the clause it depends on (<i>wants to end</i>), the object
    /// of the verb that directs it (<i>urged Seoul to end</i>), the noun it modifies (<i>officials urging</i>). -1 when there is none.
    /// </summary>
    public static int Subject(Sentence s, int predicate)
    {
        var at = predicate;
        for (var step = 0; step < Far && at >= 0; step++)
        {
            var own = OwnSubject(s, at);
            if (own >= 0)
            {
                return s[own].Tag is Xpos.WP or Xpos.WDT && s[at].Relation == Deprel.AclRelcl ? s[at].Head : own;
            }

            var head = s[at].Head;
            switch (s[at].Relation)
            {
                case Deprel.Conj:
                    break;
                case Deprel.Xcomp:
                    if (Directed(s, head) is var directed && directed >= 0 && directed < at && Directs(s[head].Lemma))
                    {
                        return directed;
                    }

                    break;
                case var _ when s.Has(at, Deprel.Cc):
                    // A second verb behind "and", however the parser tied it.
                    break;
                case Deprel.Advcl when s[at].Tag is Xpos.VBG or Xpos.VBN or Xpos.VB || s[at].Pos == Upos.Adj:
                    break;
                case Deprel.Acl when s[at].Tag == Xpos.VBG || s[head].Relation == Deprel.Root && s[head].Pos == Upos.Propn:
                    return head;
                case Deprel.Acl:
                    return Possessor(s, head) is var owner and >= 0 ? owner : NounHolder(s, head);
                case Deprel.AclRelcl:
                    return head;
                case Deprel.Parataxis when IsNoun(s[head]) && head < at:
                    // A long apposition made the parser lose the subject.
                    return head;
                default:
                    return -1;
            }

            at = head;
        }

        return -1;
    }

    private static bool Directs(string verb) => verb is not ("do" or "make" or "take" or "use" or "give" or "step" or "begin" or "start" or "hold" or "have" or "need" or "spend" or "exert");

    /// <summary>Whom a verb directs: its object, no relative <i>that</i>; -1 without.</summary>
    public static int Directed(Sentence s, int verb)
    {
        foreach (var c in s.Children(verb))
        {
            if (s[c].Relation is Deprel.Obj or Deprel.Iobj && s[c].Tag is not (Xpos.WDT or Xpos.WP))
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>Who a noun of saying or wanting belongs to through the verb that carries it: <i>Kono voiced concern</i>.</summary>
    public static int NounHolder(Sentence s, int noun)
    {
        var head = s[noun].Head;
        var relation = s[noun].Relation;
        for (var step = 0; step < Far && head >= 0 && relation is Deprel.Conj or Deprel.Nmod or Deprel.Appos or Deprel.NmodUnmarked or Deprel.Compound; step++)
        {
            (relation, head) = (s[head].Relation, s[head].Head);
        }

        if (head < 0 || !IsVerb(s[head]))
        {
            return -1;
        }

        return relation switch
        {
            Deprel.Obj or Deprel.Obl or Deprel.OblUnmarked or Deprel.Xcomp => IsPassive(s, head) && relation != Deprel.Obl ? Agent(s, head) : Subject(s, head),
            Deprel.NsubjPass => Agent(s, head),
            _ => -1,
        };
    }

    /// <summary>The noun before <i>'s</i>, a possessive pronoun, or who it is <i>by</i> or <i>from</i>; -1 when there is none.</summary>
    public static int Possessor(Sentence s, int noun)
    {
        var owner = s.Child(noun, Deprel.NmodPoss);
        if (owner >= 0)
        {
            return owner;
        }

        foreach (var c in s.Children(noun))
        {
            if (s[c].Relation is Deprel.Nmod or Deprel.Obl && CaseOf(s, c) is "by" or "from")
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>Lemma of the preposition that hangs on this noun or clause, the first word of a fixed one; "" without.</summary>
    public static string CaseOf(Sentence s, int noun)
    {
        foreach (var c in s.Children(noun))
        {
            if (s[c].Relation == Deprel.Case && s[c].Norm is not "'s" and not "’s" and not "'")
            {
                return s[c].Norm;
            }
        }

        return "";
    }

    /// <summary>Lower-case form of the word that ties a clause to its head (<i>if</i>, <i>to</i>, <i>by</i>); "" without.</summary>
    public static string MarkOf(Sentence s, int clause)
    {
        var found = "";
        foreach (var c in s.Children(clause))
        {
            if (s[c].Relation == Deprel.Mark || s[c].Relation == Deprel.Case
                || s[c].Relation == Deprel.Advmod && s[c].Norm is "when" or "once" or "whenever")
            {
                if (found.Length == 0 || found == "to")
                {
                    found = s[c].Norm;
                }
            }
        }

        return found;
    }

    /// <summary>Whether the word is denied where it stands: <i>not</i>, <i>never</i>, <i>no longer</i>, <i>without</i>; for a noun <i>no</i>.</summary>
    public static bool IsNegated(Sentence s, int word)
    {
        var negative = false;
        foreach (var c in s.Children(word))
        {
            var t = s[c];
            if (t.Lemma is "not" or "never" or "neither" or "nor" or "hardly" or "n't" || t.Norm is "n't" or "n’t" or "cannot")
            {
                // "not only ... but also" denies nothing.
                if (t.Relation is Deprel.Advmod or Deprel.Aux or Deprel.Cc or Deprel.CcPreconj or Deprel.Case or Deprel.Dep
                    && !(c + 1 < s.Count && s[c + 1].Norm is "only" or "just" or "least"))
                {
                    negative = !negative;
                }
            }
            else if (t.Relation == Deprel.Det && t.Lemma is "no" or "neither")
            {
                negative = !negative;
            }
            else if (t.Norm == "without" && t.Relation is Deprel.Mark or Deprel.Case)
            {
                negative = !negative;
            }
            else if (t.Norm == "no" && t.Relation == Deprel.Advmod && c + 1 < s.Count && s[c + 1].Norm == "longer")
            {
                negative = !negative;
            }
            else if (t.Norm == "longer" && t.Relation == Deprel.Advmod && c > 0 && s[c - 1].Norm == "no" && s[c - 1].Head != word)
            {
                negative = !negative;
            }
            else if (t.Relation is Deprel.Nsubj or Deprel.NsubjPass && s.Child(c, Deprel.Det) is var det and >= 0 && s[det].Lemma == "no")
            {
                negative = !negative;
            }
        }

        return negative;
    }

    /// <summary>Lemma-like form of the modal over this predicate ("should", "will"); "" without.</summary>
    public static string Modal(Sentence s, int predicate)
    {
        var at = predicate;
        for (var step = 0; step < Far && at >= 0; step++)
        {
            foreach (var c in s.Children(at))
            {
                if (s[c].Relation == Deprel.Aux && s[c].Tag == Xpos.MD)
                {
                    return s[c].Norm switch { "'ll" or "’ll" or "wo" => "will", "'d" or "’d" => "would", "ca" => "can", "sha" => "shall", _ => s[c].Lemma };
                }
            }

            // "should not be ended or weakened": conjuncts share a modal unless they have a subject of their own.
            if (s[at].Relation != Deprel.Conj || OwnSubject(s, at) >= 0 || s.Has(at, Deprel.Aux) || s.Has(at, Deprel.Mark))
            {
                return "";
            }

            at = s[at].Head;
        }

        return "";
    }

    public static bool IsDeontic(string modal) => modal is "should" or "must" or "ought" or "shall";

    public static bool IsConditional(string mark) =>
        mark is "if" or "unless" or "once" or "until" or "till" or "provided" or "providing" or "as long as" or "so";

    /// <summary>The clause on which this predicate is made to depend (<i>if</i>, <i>unless</i>, <i>until</i>, <i>as long as</i>), or -1.</summary>
    public static int Condition(Sentence s, int predicate)
    {
        foreach (var c in s.Children(predicate))
        {
            if (s[c].Relation is Deprel.Advcl && IsConditionClause(s, c))
            {
                return c;
            }
        }

        return -1;
    }

    public static bool IsConditionClause(Sentence s, int clause)
    {
        foreach (var c in s.Children(clause))
        {
            var t = s[c];
            if (t.Relation is Deprel.Mark or Deprel.Advmod or Deprel.Case)
            {
                if (t.Norm is "if" or "unless" or "once" or "until" or "till" or "provided" or "providing"
                    || t.Norm == "as" && c + 1 < s.Count && s[c + 1].Norm is "long"
                    || t.Norm == "long" && c + 1 < s.Count && s[c + 1].Norm is "as"
                    || t.Norm == "so" && c + 1 < s.Count && s[c + 1].Norm is "long")
                {
                    // "even if", "as if" set no condition.
                    return !(t.Norm == "if" && c > 0 && s[c - 1].Norm is "even" or "as");
                }
            }
        }

        // "should Tokyo lift", "were Tokyo to lift"
        var first = s.Leftmost(clause);
        return s[first].Norm is "should" or "were" or "had" && s[first].Head == clause && first != clause && OwnSubject(s, clause) > first;
    }
}

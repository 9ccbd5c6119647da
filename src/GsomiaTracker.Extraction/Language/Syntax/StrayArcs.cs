namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Arcs that the grammar of English does not have: each word's head is scored for itself, so the network may draw them. A subject has no preposition, "of" behind
/// a subject belongs to it, no name goes on a verb, who is alone given something is its object, and what stands behind "planned for" hangs on "planned".
/// </summary>
internal static class StrayArcs
{
    /// <param name="known">What is known of the tokens' forms, from the sentence's first on.</param>
    public static void Repair(Token[] tokens, ReadOnlySpan<KnownForm> known)
    {
        for (var t = 1; t < tokens.Length; t++)
        {
            if (tokens[t].Relation == Deprel.Appos && t > 1 && known[t].Word == 0 && known[t - 1].Word == 0)
            {
                NameBehind(tokens, t);
            }

            if (Mended(tokens, t) is not { } arc || arc.Head == t)
            {
                continue;
            }

            var before = tokens[t];
            tokens[t] = before with { Head = arc.Head, Relation = arc.Relation };
            if (!TreeShape.IsTree(tokens))
            {
                tokens[t] = before;
            }
        }
    }

    private static (int Head, Deprel Relation)? Mended(Token[] s, int t)
    {
        var head = s[t].Head;
        if (s[t].Relation == Deprel.Case && s[t].Pos == Upos.Adp && head > t + 1 && PhraseBefore(s, t, head) is >= 0 and var noun)
        {
            // "The notice of termination drew criticism": a preposition goes with the noun behind it, not with one beyond the verb.
            return (noun, Deprel.Case);
        }

        if (head < 0 || s[t].Pos is not (Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num))
        {
            return null;
        }

        switch (s[t].Relation)
        {
            case Deprel.Nsubj or Deprel.Compound or Deprel.Obl when head > t && s[head].Pos is Upos.Verb && Child(s, t, Deprel.Case) is >= 1 and var of && of < t
                && s[of].Norm is "of" && s[of - 1].Pos is Upos.Noun or Upos.Propn && Governs(s, of - 1, head):
                // "The minister of trade resigned."
                return (of - 1, Deprel.Nmod);
            case Deprel.Nsubj when head > t && Child(s, t, Deprel.Case) is >= 1 and var preposition && preposition < t && s[preposition].Pos == Upos.Adp && s[preposition - 1].Head == head
                && s[preposition - 1].Pos is Upos.Noun or Upos.Propn && s[preposition - 1].Relation is Deprel.Nsubj:
                // "One aide to Holm said."
                return (preposition - 1, Deprel.Nmod);
            case Deprel.Flat when s[head].Pos is Upos.Verb && t > head && s[t].Pos == Upos.Propn:
                // "recalls Ida Berg"
                return (head, Child(s, head, Deprel.Nsubj) < 0 ? Deprel.Nsubj : Deprel.Obj);
            case Deprel.Iobj when t > head && s[head].Lemma is not ("tell" or "ask" or "teach" or "show") && Child(s, head, Deprel.Obj) < 0 && Child(s, head, Deprel.Ccomp) < 0 && Child(s, head, Deprel.Xcomp) >= 0 && Child(s, head, Deprel.AuxPass) < 0:
                // "urged drivers to stay"
                return (head, Deprel.Obj);
            case Deprel.Obl or Deprel.Nmod when Child(s, t, Deprel.Case) is >= 1 and var on && on < t && s[on].Norm is "for" && s[on - 1].Tag == Xpos.VBN && s[on - 1].Relation == Deprel.Acl
                && on - 1 != head && (head == s[on - 1].Head || head == s[s[on - 1].Head].Head):
                // "canceled a trip planned for Wednesday"
                return (on - 1, Deprel.Obl);
            default:
                return null;
        }
    }

    /// <summary>"his counterpart, Pekka Aho": two words never met behind a comma are a person's name, headed by its first, and no compound.</summary>
    private static void NameBehind(Token[] s, int last)
    {
        if (s[last].Pos == Upos.Propn && s[last - 1] is { Pos: Upos.Propn, Relation: Deprel.Compound } first && first.Head == last && s[last - 2].Norm is "," && s[last].Head is >= 0 and var noun && s[noun].Tag == Xpos.NN)
        {
            s[last - 1] = first with { Head = noun, Relation = Deprel.Appos };
            for (var c = 0; c < s.Length; c++)
            {
                s[c] = s[c].Head == last ? s[c] with { Head = last - 1 } : s[c];
            }

            s[last] = s[last] with { Head = last - 1, Relation = Deprel.Flat };
        }
    }

    /// <summary>The noun behind a preposition that has none of its own, where a finite verb stands between it and the one the preposition hangs on; else -1.</summary>
    private static int PhraseBefore(Token[] s, int preposition, int head)
    {
        var noun = -1;
        for (var c = preposition + 1; c < head; c++)
        {
            if (s[c].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD)
            {
                return noun >= 0 && s[noun].Relation is Deprel.Nmod or Deprel.Obl && Child(s, noun, Deprel.Case) < 0 ? noun : -1;
            }

            noun = s[c].Pos is Upos.Noun or Upos.Propn && s[c].Relation is Deprel.Nmod or Deprel.Obl ? c : noun;
        }

        return -1;
    }

    /// <summary>Whether a noun is the subject of this verb or part of it.</summary>
    private static bool Governs(Token[] s, int noun, int verb)
    {
        for (var steps = 0; noun >= 0 && steps < 8; steps++)
        {
            if (s[noun].Head == verb)
            {
                return s[noun].Relation is Deprel.Nsubj or Deprel.NsubjPass;
            }

            noun = s[noun].Head;
        }

        return false;
    }

    private static int Child(Token[] s, int head, Deprel relation)
    {
        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Head == head && s[c].Relation == relation)
            {
                return c;
            }
        }

        return -1;
    }
}

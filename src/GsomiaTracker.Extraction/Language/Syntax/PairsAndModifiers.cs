namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Words hung before a noun that do not belong there: a finite verb is no modifier ("The ministry <b>voiced</b> concern"), what stands before "and" is the first of a
/// pair ("<b>Anna Lund</b> and Finnish Minister Pekka Aho"), and of "Polish and Danish <b>officials</b>" the officials are the object, not the first adjective.
/// A mend that would leave no tree is not made.
/// </summary>
internal static class PairsAndModifiers
{
    public static void Repair(ref Token[] tokens)
    {
        for (var t = 0; t < tokens.Length; t++)
        {
            var mended = Mended(tokens, t);
            if (mended is not null && TreeShape.IsTree(mended))
            {
                tokens = mended;
            }
        }
    }

    private static Token[]? Mended(Token[] s, int t)
    {
        var head = s[t].Head;
        if (head > t && s[t].Pos == Upos.Verb && s[t].Tag is Xpos.VBD or Xpos.VBZ && s[t].Relation is Deprel.Amod or Deprel.Compound && s[head].Pos is Upos.Noun or Upos.Propn)
        {
            return VerbOverItsObject(s, t, head);
        }

        if (head > t && s[t].Relation == Deprel.NmodDesc && s[t].Pos == Upos.Propn && And(s, t, head) is >= 0 and var and)
        {
            return FirstOfPair(s, t, and, head);
        }

        if (s[t].Tag == Xpos.JJ && s[t].Relation is Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obl && t + 1 < s.Length && s[t + 1].Relation == Deprel.Cc)
        {
            return AdjectiveOfPair(s, t);
        }

        if (s[t].Relation == Deprel.Conj && s[t].Pos == Upos.Noun && head >= 0 && head < t && s[head].Pos == Upos.Verb && Child(s, head, Deprel.Obj) < 0 && Child(s, t, Deprel.Cc) is >= 1 and var cc
            && s[cc - 1].Head == t && s[cc - 1].Relation is Deprel.Amod or Deprel.Compound && cc - 1 > head)
        {
            // "met Polish and Danish officials": the "and" joins the adjectives, so the noun is no second verb.
            var mended = (Token[])s.Clone();
            mended[t] = s[t] with { Relation = Deprel.Obj };
            return mended;
        }

        return null;
    }

    /// <summary>"The ministry voiced strong concern": the noun is the object of the verb that hung on it.</summary>
    private static Token[]? VerbOverItsObject(Token[] s, int verb, int noun)
    {
        if (Child(s, verb, Deprel.Nsubj) < 0 && !(Child(s, noun, Deprel.Nsubj) is >= 0 and var subject && subject < verb) || Child(s, noun, Deprel.Cop) >= 0)
        {
            return null;
        }

        var mended = (Token[])s.Clone();
        mended[verb] = s[verb] with { Head = s[noun].Head, Relation = s[noun].Relation };
        mended[noun] = s[noun] with { Head = verb, Relation = Deprel.Obj };
        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Head == noun && c != verb && (c < verb || c > noun && s[c].Relation is Deprel.Punct or Deprel.Advcl or Deprel.Parataxis or Deprel.Obl or Deprel.OblUnmarked or Deprel.Ccomp or Deprel.Advmod))
            {
                mended[c] = s[c] with { Head = verb };
            }
        }

        return mended;
    }

    private static int And(Token[] s, int first, int second)
    {
        for (var c = first + 1; c < second; c++)
        {
            if (s[c].Head == second && s[c].Relation == Deprel.Cc)
            {
                return c;
            }
        }

        return -1;
    }

    private static Token[] FirstOfPair(Token[] s, int first, int and, int second)
    {
        var mended = (Token[])s.Clone();
        mended[first] = s[first] with { Head = s[second].Head, Relation = s[second].Relation };
        mended[second] = s[second] with { Head = first, Relation = Deprel.Conj };
        for (var c = 0; c < and; c++)
        {
            if (s[c].Head == second && c != first)
            {
                mended[c] = s[c] with { Head = first };
            }
        }

        return mended;
    }

    /// <summary>"brought Polish and Danish officials together"</summary>
    private static Token[]? AdjectiveOfPair(Token[] s, int first)
    {
        for (var c = first + 2; c < s.Length && c - first <= 5; c++)
        {
            if (s[c].Head != first && s[c].Head != s[first].Head || s[c].Relation is not (Deprel.Conj or Deprel.Obj) || s[c].Pos != Upos.Noun || s[first + 1].Head != c)
            {
                continue;
            }

            for (var other = first + 2; other < c; other++)
            {
                if (s[other].Head != c || s[other].Relation != Deprel.Amod)
                {
                    continue;
                }

                var mended = (Token[])s.Clone();
                mended[c] = s[c] with { Head = s[first].Head, Relation = s[first].Relation };
                mended[first] = s[first] with { Head = c, Relation = Deprel.Amod };
                mended[other] = s[other] with { Head = first, Relation = Deprel.Conj };
                mended[first + 1] = s[first + 1] with { Head = other };
                for (var i = 0; i < s.Length; i++)
                {
                    if (i != c && s[i].Head == first && s[i].Relation is not (Deprel.Advmod or Deprel.Conj) && i != other)
                    {
                        mended[i] = s[i] with { Head = c };
                    }
                }

                return mended;
            }

            return null;
        }

        return null;
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

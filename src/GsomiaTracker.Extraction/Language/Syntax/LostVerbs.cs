namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Sentences whose verb and subject the network lost sight of each other: "The meeting that began Monday <b>ends</b> Tuesday" (the verb hung into the relative
/// clause), "In a talk that ran for an hour, <b>Holm</b>, the minister, put it mildly" (the subject hung on the hour), "<b>Alm</b> put it" (an unknown name taken for a verb).
/// A mend that would leave no tree is not made.
/// </summary>
internal static class LostVerbs
{
    /// <param name="known">What is known of the tokens' forms, from the sentence's first on.</param>
    public static void Repair(string text, ref Token[] tokens, ReadOnlySpan<KnownForm> known, FormTable forms)
    {
        for (var t = 0; t < tokens.Length; t++)
        {
            var mended = Mended(text, tokens, t, known, forms);
            if (mended is not null && TreeShape.IsTree(mended))
            {
                tokens = mended;
            }
        }
    }

    private static Token[]? Mended(string text, Token[] s, int t, ReadOnlySpan<KnownForm> known, FormTable forms)
    {
        if (s[t].Relation == Deprel.AclRelcl)
        {
            return EndOfRelative(s, t);
        }

        if (s[t].Relation == Deprel.Ccomp && s[t].Tag == Xpos.VBN && s[t].Head >= 0 && s[t].Head < t)
        {
            return ParticipleOfSpeaker(s, t);
        }

        if (s[t].Relation != Deprel.Root)
        {
            return null;
        }

        if (s[t].Pos == Upos.Propn && VerbBetweenNames(s, t, known, forms) is { } named)
        {
            return named;
        }

        if (s[t].Pos is Upos.Noun or Upos.Propn && VerbBeforeObject(s, t, known, forms) is { } clause)
        {
            return clause;
        }

        return s[t].Pos == Upos.Verb && s[t].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.VB && t > 3 ? BehindAdjunct(s, t)
            : NameAsVerb(text, s, t, known, forms);
    }

    /// <summary>"The meeting that began Monday ends Tuesday", "lawmakers who met with Lie complained".</summary>
    private static Token[]? EndOfRelative(Token[] s, int relative)
    {
        var noun = s[relative].Head;
        if (noun < 0 || noun > relative || s[noun].Pos is not (Upos.Noun or Upos.Propn or Upos.Pron)
            || !(s[noun].Relation is Deprel.Root || s[noun].Relation is Deprel.Nsubj or Deprel.NsubjPass && s[noun].Head < noun))
        {
            return null;
        }

        for (var verb = relative + 1; verb < s.Length; verb++)
        {
            if (s[verb].Norm is "," or ";" or ":" || s[verb].Pos == Upos.Sconj)
            {
                return null;
            }

            if (s[verb].Head != relative || s[verb].Relation is not (Deprel.Ccomp or Deprel.Advcl or Deprel.Parataxis) || s[verb].Tag is not (Xpos.VBD or Xpos.VBZ or Xpos.VBP))
            {
                continue;
            }

            var mended = (Token[])s.Clone();
            for (var c = relative + 1; c < verb; c++)
            {
                if (s[c].Head != verb)
                {
                    continue;
                }

                switch (s[c].Relation)
                {
                    case Deprel.Nsubj when c > relative + 1 && Preposition(s, relative, c, verb) is >= 0 and var preposition:
                        mended[c] = s[c] with { Head = relative, Relation = Deprel.Obl };
                        mended[preposition] = s[preposition] with { Pos = Upos.Adp, Head = c, Relation = Deprel.Case };
                        break;
                    case Deprel.OblUnmarked when c == relative + 1:
                        mended[c] = s[c] with { Head = relative };
                        break;
                    case Deprel.Nsubj or Deprel.NsubjPass or Deprel.Expl or Deprel.Csubj or Deprel.Cc:
                        return null;
                    case Deprel.Mark when s[c].Tag != Xpos.IN || s[c].Norm is "that" or "if" or "as" or "before" or "after" or "since" or "until" or "because":
                        return null;
                }
            }

            mended[verb] = s[verb] with { Head = s[noun].Head, Relation = s[noun].Head < 0 ? Deprel.Root : Deprel.Parataxis };
            mended[noun] = s[noun] with { Head = verb, Relation = Deprel.Nsubj };
            return mended;
        }

        return null;
    }

    /// <summary>"In June Poland proposed talks.": a sentence with a full stop has a verb; where none is found it is the participle between a name, or "the ministry", and the noun.</summary>
    private static Token[]? VerbBeforeObject(Token[] s, int noun, ReadOnlySpan<KnownForm> known, FormTable forms)
    {
        var verb = -1;
        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD)
            {
                return null;
            }

            // An adjective in "-ed" that bears a noun is a participle too: "ministry voiced".
            verb = c > 0 && c < noun && s[c].Relation == Deprel.Amod && s[c].Head == noun
                && (s[c].Tag == Xpos.VBN || s[c].Tag == Xpos.JJ && s[c - 1].Head == c && s[c - 1].Relation == Deprel.Compound && s[c].Norm.EndsWith("ed", StringComparison.Ordinal))
                && (s[c - 1].Pos == Upos.Propn || s[c - 1].Tag == Xpos.NN && c > 1 && s[0].Pos == Upos.Det) ? c : verb;
        }

        var subject = verb - 1;
        if (verb < 0 || s[^1].Tag != Xpos.Stop || s[subject].Head != verb && s[subject].Head != noun)
        {
            return null;
        }

        var mended = (Token[])s.Clone();
        mended[verb] = s[verb] with { Head = -1, Relation = Deprel.Root, Pos = Upos.Verb, Tag = Xpos.VBD, Lemma = forms.Lemma(known[verb], Upos.Verb, Xpos.VBD) };
        mended[noun] = s[noun] with { Head = verb, Relation = Deprel.Obj };
        mended[subject] = s[subject] with { Head = verb, Relation = Deprel.Nsubj };
        var preposition = s[0].Pos == Upos.Adp && s[0].Head == noun ? 0 : -1;
        for (var c = 0; c < s.Length; c++)
        {
            if (c == subject - 1 && preposition >= 0 && c > 0 && s[c].Pos is Upos.Propn or Upos.Noun && s[c].Head == subject)
            {
                // "In June": no part of the name behind it.
                mended[c] = s[c] with { Head = verb, Relation = Deprel.Obl };
                mended[preposition] = s[preposition] with { Head = c, Relation = Deprel.Case };
            }
            else if (s[c].Head == noun && c != verb && c != subject && c != preposition && (c < verb || s[c].Relation is Deprel.Punct))
            {
                mended[c] = s[c] with { Head = c < subject ? subject : verb };
            }
        }

        return mended;
    }

    /// <summary>"Vice Minister Alm summoned Ambassador Jan Holm to protest.": a sentence with a full stop has a verb; between two names it is the participle.</summary>
    private static Token[]? VerbBetweenNames(Token[] s, int name, ReadOnlySpan<KnownForm> known, FormTable forms)
    {
        if (s[^1].Tag != Xpos.Stop)
        {
            return null;
        }

        var verb = -1;
        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD)
            {
                return null;
            }

            verb = verb < 0 && c > name && s[c].Tag == Xpos.VBN && s[c].Relation == Deprel.Amod && s[c].Head > c ? c : verb;
        }

        if (verb < 0)
        {
            return null;
        }

        // The other name: what the participle was hung on, or what that is part of.
        var other = s[verb].Head;
        other = s[other].Relation == Deprel.Flat && s[other].Head > verb ? s[other].Head : other;
        if (s[other].Pos != Upos.Propn || s[other].Head != name || s[other].Relation is not (Deprel.List or Deprel.Appos or Deprel.Conj or Deprel.Parataxis or Deprel.Flat or Deprel.Dep))
        {
            return null;
        }

        var mended = (Token[])s.Clone();
        mended[verb] = s[verb] with { Head = -1, Relation = Deprel.Root, Pos = Upos.Verb, Tag = Xpos.VBD, Lemma = forms.Lemma(known[verb], Upos.Verb, Xpos.VBD) };
        mended[name] = s[name] with { Head = verb, Relation = Deprel.Nsubj };
        mended[other] = s[other] with { Head = verb, Relation = Deprel.Obj };
        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Head == verb && c < verb)
            {
                // "Sei-young": the end of the name.
                mended[c] = s[c] with { Head = name, Relation = Deprel.Flat, Pos = Upos.Propn, Tag = Xpos.NNP };
            }
            else if (s[c].Head == name && c != other && (c > verb || s[c].Relation == Deprel.Nmod && c < name))
            {
                mended[c] = s[c] with { Head = verb, Relation = s[c].Relation switch { Deprel.Nmod => Deprel.Obl, Deprel.Acl => Deprel.Advcl, var same => same } };
            }
        }

        return mended;
    }

    /// <summary>"It works," said a shop owner named Lie: the verb has said its clause already, so the owner says it and is named.</summary>
    private static Token[]? ParticipleOfSpeaker(Token[] s, int participle)
    {
        int said = s[participle].Head, speaker = -1;
        var clause = false;
        for (var c = 0; c < s.Length; c++)
        {
            clause |= c < said && s[c].Head == said && s[c].Relation == Deprel.Ccomp;
            if (s[c].Head == said && s[c].Relation == Deprel.Nsubj || s[c].Head == participle && s[c].Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Mark or Deprel.Cop)
            {
                return null;
            }

            speaker = c > said && c < participle && s[c].Head == participle && s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass ? c : speaker;
        }

        if (!clause || speaker < 0)
        {
            return null;
        }

        var mended = (Token[])s.Clone();
        mended[speaker] = s[speaker] with { Head = said, Relation = Deprel.Nsubj };
        mended[participle] = s[participle] with { Head = speaker, Relation = Deprel.Acl };
        return mended;
    }

    /// <summary>The preposition right before a noun phrase that the network took for a subject.</summary>
    private static int Preposition(Token[] s, int from, int noun, int verb)
    {
        for (var c = noun - 1; c > from; c--)
        {
            if (s[c].Tag == Xpos.IN && (s[c].Head == verb || s[c].Head == noun))
            {
                return s[c].Norm is "with" or "from" or "at" or "in" or "on" or "to" or "by" or "of" or "for" && c == from + 1 ? c : -1;
            }

            if (s[c].Head != noun && s[s[c].Head < 0 ? c : s[c].Head].Head != noun)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>"In a talk that ran for an hour, Holm, the minister, put it mildly": what stands before the verb, set off from the phrase before it, is its subject.</summary>
    private static Token[]? BehindAdjunct(Token[] s, int verb)
    {
        var last = s[verb - 1].Norm is "," ? verb - 2 : verb - 1;
        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Head == verb && s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Expl or Deprel.Csubj or Deprel.Aux or Deprel.AuxPass or Deprel.NsubjOuter)
            {
                return null;
            }
        }

        var subject = -1;
        var steps = 0;
        for (var c = last; c >= 0 && c != verb && steps++ < 12; c = s[c].Head)
        {
            // A name behind a comma that what stands before it does not bear: no person is an hour's or a plan's other name.
            subject = s[c].Relation == Deprel.Appos && s[c].Pos == Upos.Propn && s[c].Head >= 0 && s[s[c].Head].Pos == Upos.Noun && s[s[c].Head].Relation is Deprel.Obl or Deprel.Obj or Deprel.Nmod
                && CommaBefore(s, c) ? c : subject;
        }

        if (subject < 0)
        {
            return null;
        }

        for (var c = s[subject].Head; c != verb; c = s[c].Head)
        {
            if (s[c].Relation is Deprel.Obl or Deprel.Advcl && s[c].Head == verb && c < verb)
            {
                var mended = (Token[])s.Clone();
                mended[subject] = s[subject] with { Head = verb, Relation = Deprel.Nsubj };
                return mended;
            }

            if (c < 0)
            {
                break;
            }
        }

        return null;
    }

    private static bool CommaBefore(Token[] s, int name)
    {
        while (name > 0 && s[name - 1].Head == name && s[name - 1].Relation is not Deprel.Punct)
        {
            name--;
        }

        return name > 0 && s[name - 1].Norm is ",";
    }

    /// <summary>"Alm put it differently": a verb right behind a name that the network never met, taken for a verb that has it as its clause.</summary>
    private static Token[]? NameAsVerb(string text, Token[] s, int t, ReadOnlySpan<KnownForm> known, FormTable forms)
    {
        if (known[t].Word != 0 || !char.IsUpper(text[s[t].Start]) || t + 2 >= s.Length || s[t + 1].Head != t || s[t + 1].Pos != Upos.Verb || s[t + 1].Tag is Xpos.VBG or Xpos.VBN
            || s[t + 1].Relation is not (Deprel.Ccomp or Deprel.Xcomp or Deprel.Parataxis))
        {
            return null;
        }

        var mended = (Token[])s.Clone();
        mended[t] = s[t] with { Pos = Upos.Propn, Tag = Xpos.NNP, Lemma = forms.Lemma(known[t], Upos.Propn, Xpos.NNP), Head = t + 1, Relation = Deprel.Nsubj };
        mended[t + 1] = s[t + 1] with { Head = -1, Relation = Deprel.Root };
        for (var c = 0; c < s.Length; c++)
        {
            if (c != t + 1 && s[c].Head == t)
            {
                mended[c] = s[c] with { Head = t + 1 };
            }
        }

        return mended;
    }
}

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// What a word is by the arc it has: nobody's object is a finite verb ("holds <b>talks</b> with") or an adverb ("began <b>a fast</b>"), what has a possessor is a noun
/// ("Lund's <b>fast</b> goes on"), a subject is passive only beside an auxiliary ("Lund <b>called</b> for a review"), and who is urged "to renew" is urged to do it.
/// A mend that would leave no tree is not made.
/// </summary>
internal static class FormsByArc
{
    /// <param name="known">What is known of the tokens' forms, from the sentence's first on.</param>
    public static void Repair(string text, Token[] tokens, ReadOnlySpan<KnownForm> known, FormTable forms)
    {
        for (var t = 0; t < tokens.Length; t++)
        {
            switch (tokens[t])
            {
                case { Tag: Xpos.VBZ, Pos: Upos.Verb, Relation: Deprel.Obj } verb when t > 0 && verb.Head >= 0 && verb.Head < t && verb.Norm.EndsWith('s') && char.IsLower(text[verb.Start]) && !HasOwnClause(tokens, t):
                    tokens[t] = verb with { Pos = Upos.Noun, Tag = Xpos.NNS, Lemma = forms.Lemma(known[t], Upos.Noun, Xpos.NNS) };
                    Nominal(tokens, t);
                    break;
                case { Tag: Xpos.RB, Relation: Deprel.Obj or Deprel.Nsubj } adverb when t > 0 && Child(tokens, t, Deprel.Det) >= 0:
                    tokens[t] = adverb with { Pos = Upos.Noun, Tag = Xpos.NN };
                    Nominal(tokens, t);
                    break;
                case { Tag: Xpos.RB } adverb when t > 1 && tokens[t - 1].Tag == Xpos.POS && Child(tokens, t, Deprel.NmodPoss) >= 0 && adverb.Head is >= 0 and var over && tokens[over].Pos == Upos.Verb:
                    tokens[t] = adverb with { Pos = Upos.Noun, Tag = Xpos.NN, Relation = over < t ? Deprel.Obj : Child(tokens, over, Deprel.Nsubj) < 0 ? Deprel.Nsubj : adverb.Relation };
                    Owner(tokens, t);
                    break;
                case { Relation: Deprel.NsubjPass, Head: var head } subject when head > t && tokens[head] is { Tag: Xpos.VBN, Relation: Deprel.Root or Deprel.Ccomp or Deprel.Parataxis } verb && !HasAuxiliary(tokens, head) && Ended(tokens) && !ByAgent(tokens, head):
                    tokens[t] = subject with { Relation = Deprel.Nsubj };
                    tokens[head] = verb with { Tag = Xpos.VBD, Lemma = forms.Lemma(known[head], Upos.Verb, Xpos.VBD) };
                    break;
                case { Relation: Deprel.Iobj, Head: >= 0 } asked when asked.Head < t && Child(tokens, asked.Head, Deprel.Obj) < 0 && Child(tokens, asked.Head, Deprel.Xcomp) < 0 && Child(tokens, asked.Head, Deprel.Ccomp) < 0 && Purpose(tokens, asked.Head, t) is >= 0 and var wanted:
                    tokens[t] = asked with { Relation = Deprel.Obj };
                    tokens[wanted] = tokens[wanted] with { Relation = Deprel.Xcomp };
                    break;
            }
        }
    }

    /// <summary>The infinitive behind the one who is asked, taken for a purpose; -1 without one.</summary>
    private static int Purpose(Token[] s, int verb, int asked)
    {
        for (var c = asked + 1; c < s.Length; c++)
        {
            if (s[c].Head == verb && s[c] is { Relation: Deprel.Advcl, Tag: Xpos.VB } && Child(s, c, Deprel.Mark) is >= 0 and var to && s[to].Tag == Xpos.TO && Child(s, c, Deprel.Nsubj) < 0)
            {
                return c;
            }
        }

        return -1;
    }

    private static bool HasOwnClause(Token[] s, int t)
    {
        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Head == t && s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Aux or Deprel.AuxPass or Deprel.Mark or Deprel.Obj or Deprel.Ccomp or Deprel.Cop or Deprel.Expl)
            {
                return true;
            }
        }

        return false;
    }

    private static void Nominal(Token[] s, int t)
    {
        for (var c = t + 1; c < s.Length; c++)
        {
            if (s[c].Head == t && s[c].Relation is Deprel.Obl or Deprel.OblUnmarked)
            {
                s[c] = s[c] with { Relation = Deprel.Nmod };
            }
        }
    }

    /// <summary>"Opposition leader Jan Berg's fast": the title goes with the owner's name, not with what he owns.</summary>
    private static void Owner(Token[] s, int noun)
    {
        var owner = Child(s, noun, Deprel.NmodPoss);
        for (var c = 0; c < owner; c++)
        {
            if (s[c].Head == noun && s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obl or Deprel.Compound && s[owner].Pos == Upos.Propn)
            {
                s[c] = s[c] with { Head = owner, Relation = Deprel.NmodDesc };
            }
        }
    }

    private static bool HasAuxiliary(Token[] s, int verb)
    {
        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Head == verb && (s[c].Relation is Deprel.AuxPass or Deprel.Aux or Deprel.Cop || s[c].Lemma is "be" or "get"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ByAgent(Token[] s, int verb) => Child(s, verb, Deprel.OblAgent) >= 0 || verb + 1 < s.Length && s[verb + 1].Norm is "by";

    /// <summary>Headlines leave "was" out ("Minister fired"); sentences do not.</summary>
    private static bool Ended(Token[] s) => s[^1].Norm is "." || s.Length > 1 && s[^2].Norm is ".";

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

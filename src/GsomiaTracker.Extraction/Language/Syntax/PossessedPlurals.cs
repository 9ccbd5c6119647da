using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// "Oslo's <b>claims</b> are old", "criticized government <b>plans</b>": the reverse of <see cref="VerbsInS"/>. What has a possessor right before it, or stands with a
/// bare noun where the verb before takes a thing and no clause, is a plural; the sentence's verb is the next one that wants a subject.
/// A mend that would leave no tree is not made.
/// </summary>
internal static class PossessedPlurals
{
    private static readonly FrozenSet<string> TakeThings =
        LexiconTable.Rows("verbs-mistaken.tsv").Where(r => r[1] == "thing").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="known">What is known of the tokens' forms, from the sentence's first on.</param>
    public static void Repair(string text, ref Token[] tokens, ReadOnlySpan<KnownForm> known, FormTable forms)
    {
        for (var t = 1; t < tokens.Length; t++)
        {
            if (tokens[t].Tag != Xpos.VBZ || tokens[t].Pos != Upos.Verb || !tokens[t].Norm.EndsWith('s') || char.IsUpper(text[tokens[t].Start]))
            {
                continue;
            }

            var owned = t > 1 && tokens[t - 1].Norm is "'s" && tokens[t - 2].Pos is Upos.Propn or Upos.Noun || tokens[t - 1].Tag == Xpos.PRPPoss;
            if (!owned && !IsBareObject(text, tokens, t))
            {
                continue;
            }

            var mended = (Token[])tokens.Clone();
            mended[t] = mended[t] with { Pos = Upos.Noun, Tag = Xpos.NNS, Lemma = forms.Lemma(known[t], Upos.Noun, Xpos.NNS) };
            Before(mended, t, owned);
            Behind(mended, t);
            if (TreeShape.IsTree(mended))
            {
                tokens = mended;
            }
        }
    }

    /// <summary>"criticized government plans": a lone noun without article, behind a verb that takes no clause.</summary>
    private static bool IsBareObject(string text, Token[] s, int t) =>
        t > 1 && s[t].Head == t - 2 && s[t].Relation is Deprel.Ccomp && s[t - 1].Head == t && s[t - 1].Tag == Xpos.NN && char.IsLower(text[s[t - 1].Start]) && TakeThings.Contains(s[t - 2].Lemma);

    private static void Before(Token[] s, int t, bool owned)
    {
        if (!owned)
        {
            s[t - 1] = s[t - 1] with { Relation = Deprel.Compound };
        }
        else if (s[t - 1].Tag == Xpos.PRPPoss)
        {
            s[t - 1] = s[t - 1] with { Head = t, Relation = Deprel.NmodPoss };
        }
        else
        {
            var owner = s[t - 2].Relation == Deprel.Flat && s[t - 2].Head >= 0 ? s[t - 2].Head : t - 2;
            s[owner] = s[owner] with { Head = t, Relation = Deprel.NmodPoss };
            s[t - 1] = s[t - 1] with { Pos = Upos.Part, Tag = Xpos.POS, Head = owner, Relation = Deprel.Case, Lemma = "'s" };
        }
    }

    /// <summary>What hung on the verb hangs on the noun; a clause behind it that has no subject becomes what the verb was.</summary>
    private static void Behind(Token[] s, int t)
    {
        var verb = -1;
        if (s[t].Relation is Deprel.Root or Deprel.Ccomp or Deprel.Parataxis or Deprel.Conj or Deprel.Advcl)
        {
            for (var c = t + 1; c < s.Length; c++)
            {
                if (s[c].Head == t && s[c].Relation is Deprel.Ccomp or Deprel.Parataxis or Deprel.Conj or Deprel.Xcomp or Deprel.Advcl && WantsSubject(s, c))
                {
                    verb = c;
                }
            }
        }

        if (verb >= 0)
        {
            s[verb] = s[verb] with { Head = s[t].Head, Relation = s[t].Relation };
            s[t] = s[t] with { Head = verb, Relation = Has(s, verb, Deprel.AuxPass) ? Deprel.NsubjPass : Deprel.Nsubj };
        }
        else if (s[t].Relation is Deprel.Ccomp)
        {
            s[t] = s[t] with { Relation = Deprel.Obj };
        }

        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Head == t && verb >= 0 && (c > verb || c < t && s[c].Relation is Deprel.Punct or Deprel.Advmod or Deprel.Obl or Deprel.OblUnmarked or Deprel.Cc or Deprel.Mark))
            {
                s[c] = s[c] with { Head = verb };
            }
            else if (s[c].Head == t && c > t)
            {
                s[c] = s[c] with
                {
                    Relation = s[c].Relation switch
                    {
                        Deprel.Obl => Deprel.Nmod,
                        Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl => Deprel.Acl,
                        Deprel.Obj => Deprel.Appos,
                        var other => other,
                    },
                };
            }
            else if (verb >= 0 && s[c].Head == verb && c > t && c < verb && s[c].Relation == Deprel.Mark && Clause(s, t, c, verb) is >= 0 and var clause)
            {
                // "demands that Oslo apologize were rejected": "that" is the inner clause's.
                s[c] = s[c] with { Head = clause };
            }
        }
    }

    /// <summary>A clause of the noun between this word and the verb.</summary>
    private static int Clause(Token[] s, int t, int mark, int verb)
    {
        for (var c = mark + 1; c < verb; c++)
        {
            if (s[c].Head == t && s[c].Relation is Deprel.Acl or Deprel.Ccomp)
            {
                return c;
            }
        }

        return -1;
    }

    private static bool WantsSubject(Token[] s, int t)
    {
        var finite = s[t].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP;
        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Head == t)
            {
                if (s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Expl or Deprel.Csubj || s[c].Tag == Xpos.TO)
                {
                    return false;
                }

                finite |= s[c].Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Cop && s[c].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD;
            }
        }

        return finite;
    }

    private static bool Has(Token[] s, int head, Deprel relation)
    {
        foreach (var token in s)
        {
            if (token.Head == head && token.Relation == relation)
            {
                return true;
            }
        }

        return false;
    }
}

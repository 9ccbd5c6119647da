using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// "Oslo <b>denies</b> that the cod is its own": the network, which met few such sentences, takes the verb for a plural with a name before it. Where
/// <c>verbs-mistaken.tsv</c> knows the form and the words around it leave no doubt, it is made the verb it is, the name its subject and what follows its clause or object.
/// A mend that would leave no tree is not made.
/// </summary>
internal static class VerbsInS
{
    private static readonly FrozenDictionary<string, bool> Forms =
        LexiconTable.Rows("verbs-mistaken.tsv").Where(r => r[1] is "never" or "noun").ToFrozenDictionary(r => r[0], r => r[1] == "never", StringComparer.Ordinal);

    /// <param name="known">What is known of the tokens' forms, from the sentence's first on.</param>
    public static void Repair(string text, ref Token[] tokens, ReadOnlySpan<KnownForm> known, FormTable forms)
    {
        for (var t = 1; t < tokens.Length; t++)
        {
            if (tokens[t].Tag != Xpos.NNS || !Forms.TryGetValue(tokens[t].Norm, out var never) || char.IsUpper(text[tokens[t].Start]) || !(never || Follows(tokens, t)))
            {
                continue;
            }

            var mended = (Token[])tokens.Clone();
            if (Mend(mended, t) && TreeShape.IsTree(mended))
            {
                mended[t] = mended[t] with { Pos = Upos.Verb, Tag = Xpos.VBZ, Lemma = forms.Lemma(known[t], Upos.Verb, Xpos.VBZ) };
                tokens = mended;
            }
        }
    }

    /// <summary>Whether what stands behind would not stand behind a plural: a noun phrase without a preposition, a clause, an infinitive.</summary>
    private static bool Follows(Token[] s, int t) => t + 1 < s.Length
        && (s[t + 1].Pos is Upos.Det or Upos.Pron || s[t + 1].Norm == "that" || s[t + 1].Tag == Xpos.TO && s[t + 1].Relation == Deprel.Mark || s[t + 1].Tag is Xpos.PRPPoss or Xpos.WP or Xpos.WRB);

    private static bool Mend(Token[] s, int t)
    {
        var subject = Subject(s, t);
        if (subject < 0)
        {
            return false;
        }

        var (head, relation) = (s[t].Head, s[t].Relation);
        if (head == subject)
        {
            // "Oslo, for its part, denies", "Oslo, which denies": what hung behind the name.
            if (s[subject].Pos == Upos.Pron)
            {
                return false;
            }

            s[t] = s[t] with { Head = s[subject].Head, Relation = s[subject].Relation };
            for (var c = t + 1; c < s.Length; c++)
            {
                if (s[c].Head == subject)
                {
                    s[c] = s[c] with { Head = t };
                }
            }
        }
        else if (relation is Deprel.Nsubj or Deprel.NsubjPass && head > t && HasSubjectBetween(s, t, head))
        {
            // "The party demands the pact be kept": two subjects of one verb.
            s[t] = s[t] with { Head = s[head].Head, Relation = s[head].Relation };
            s[head] = s[head] with { Head = t, Relation = Deprel.Ccomp };
            Before(s, head, t);
        }
        else if (relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj or Deprel.Obl or Deprel.Nmod or Deprel.Compound or Deprel.NmodPoss)
        {
            return false;
        }
        else if (relation is Deprel.Conj)
        {
            // "..., and Oslo denies it" goes with the clause before, not with a noun in it.
            for (var steps = 0; steps < 12 && s[head].Pos is Upos.Noun or Upos.Propn && s[head].Head is var up and >= 0; steps++)
            {
                head = up;
            }

            s[t] = s[t] with { Head = head };
        }
        else if (relation is Deprel.Appos && s[subject].Tag is Xpos.WDT or Xpos.WP)
        {
            s[t] = s[t] with { Relation = Deprel.AclRelcl };
        }

        s[subject] = s[subject] with { Head = t, Relation = Deprel.Nsubj };
        Around(s, t, subject);
        return true;
    }

    /// <summary>The noun or name right before the verb, a "which", or, behind commas, the name it was hung on.</summary>
    private static int Subject(Token[] s, int t)
    {
        for (var c = t - 1; c >= 0; c--)
        {
            if (s[c].Head == t && s[c].Relation is Deprel.Compound or Deprel.Nsubj or Deprel.Flat or Deprel.Det or Deprel.Nmod or Deprel.NmodDesc or Deprel.NmodUnmarked
                && (s[c].Pos is Upos.Noun or Upos.Propn || s[c].Tag is Xpos.WDT or Xpos.WP or Xpos.PRP))
            {
                return s[c].Pos is Upos.Noun or Upos.Propn && c != t - 1 && s[t - 1].Norm != "," && !IsUnder(s, t - 1, c) ? -1 : c;
            }
        }

        var head = s[t].Head;
        return s[t].Relation is Deprel.Appos && head >= 0 && head < t && s[t - 1].Norm == "," && s[head].Pos is Upos.Propn ? head : -1;
    }

    private static bool IsUnder(Token[] s, int token, int over)
    {
        for (var steps = 0; token >= 0 && steps < 6; steps++)
        {
            if (token == over)
            {
                return true;
            }

            token = s[token].Head;
        }

        return false;
    }

    private static bool HasSubjectBetween(Token[] s, int t, int verb)
    {
        for (var c = t + 1; c < verb; c++)
        {
            if (s[c].Head == verb && s[c].Relation is Deprel.Nsubj or Deprel.NsubjPass)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stood before the plural and hung on the verb behind it.</summary>
    private static void Before(Token[] s, int verb, int t)
    {
        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Head == verb && (c < t || c > verb && s[c].Relation is Deprel.Punct))
            {
                s[c] = s[c] with { Head = t };
            }
        }
    }

    private static void Around(Token[] s, int t, int subject)
    {
        for (var c = 0; c < s.Length; c++)
        {
            if (s[c].Head != t || c == subject)
            {
                continue;
            }

            if (c < subject && s[c].Relation is Deprel.Det or Deprel.Amod or Deprel.Compound or Deprel.Flat or Deprel.Nummod or Deprel.NmodPoss or Deprel.NmodDesc)
            {
                s[c] = s[c] with { Head = subject };
            }
            else if (c > t)
            {
                s[c] = s[c] with { Relation = Behind(s, c) };
            }
        }
    }

    /// <summary>How what followed the plural hangs on the verb.</summary>
    private static Deprel Behind(Token[] s, int c) => s[c].Relation switch
    {
        Deprel.AclRelcl or Deprel.Acl => Child(s, c, Deprel.Mark) is var mark && mark >= 0 && s[mark].Tag == Xpos.TO ? Deprel.Xcomp : Deprel.Ccomp,
        Deprel.Nmod => Deprel.Obl,
        Deprel.Appos or Deprel.NmodUnmarked when s[c].Pos is Upos.Noun or Upos.Propn or Upos.Pron => Deprel.Obj,
        var other => other,
    };

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

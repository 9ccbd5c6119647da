using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Words that the network takes for adverbs by their endings: a name it never met before a verb without a subject ("<b>Ashwell</b> arrived"), and verbs in "-ly"
/// ("demanded that Oslo <b>comply</b>").
/// </summary>
internal static class NoAdverbs
{
    private static readonly FrozenSet<string> Verbs = LexiconTable.Rows("verbs-mistaken.tsv").Where(r => r[1] == "ly").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="known">What is known of the tokens' forms, from the sentence's first on.</param>
    public static void Repair(string text, Token[] tokens, ReadOnlySpan<KnownForm> known, FormTable forms)
    {
        for (var t = 0; t < tokens.Length; t++)
        {
            if (tokens[t].Tag == Xpos.NN && tokens[t].Norm is "set" && tokens[t].Relation == Deprel.Appos && t + 1 < tokens.Length && tokens[t + 1].Norm is "for" or "to" && tokens[t].Head == t - 1)
            {
                // "a vote set for Thursday"
                tokens[t] = tokens[t] with { Pos = Upos.Verb, Tag = Xpos.VBN, Relation = Deprel.Acl };
                for (var c = t + 1; c < tokens.Length; c++)
                {
                    tokens[c] = tokens[c].Head == t && tokens[c].Relation == Deprel.Nmod ? tokens[c] with { Relation = Deprel.Obl } : tokens[c];
                }
            }

            if (tokens[t].Tag != Xpos.RB)
            {
                continue;
            }

            if (Verbs.Contains(tokens[t].Norm))
            {
                tokens[t] = tokens[t] with { Pos = Upos.Verb, Tag = Xpos.VB, Lemma = forms.Lemma(known[t], Upos.Verb, Xpos.VB) };
            }
            else if (t > 0 && known[t].Word == 0 && char.IsLower(text[tokens[t].Start]) && tokens[t - 1].Pos is Upos.Num or Upos.Det && !tokens[t].Norm.EndsWith("ly", StringComparison.Ordinal)
                && tokens[t].Head == t - 1)
            {
                // "one aide to Lie": it bears what the numeral bore.
                tokens[t] = tokens[t] with { Pos = Upos.Noun, Tag = Xpos.NN, Head = tokens[t - 1].Head, Relation = tokens[t - 1].Relation, Lemma = forms.Lemma(known[t], Upos.Noun, Xpos.NN) };
                tokens[t - 1] = tokens[t - 1] with { Head = t, Relation = tokens[t - 1].Pos == Upos.Num ? Deprel.Nummod : Deprel.Det };
            }
            else if (t + 1 < tokens.Length && known[t].Word == 0 && char.IsUpper(text[tokens[t].Start]) && tokens[t + 1].Tag is Xpos.VBD or Xpos.VBZ
                && tokens[t].Head == t + 1 && tokens[t].Relation == Deprel.Advmod && !HasSubject(tokens, t + 1))
            {
                tokens[t] = tokens[t] with { Pos = Upos.Propn, Tag = Xpos.NNP, Relation = Deprel.Nsubj, Lemma = forms.Lemma(known[t], Upos.Propn, Xpos.NNP) };
            }
        }
    }

    private static bool HasSubject(Token[] tokens, int verb)
    {
        foreach (var t in tokens)
        {
            if (t.Head == verb && t.Relation is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Expl)
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Frozen;
using GsomiaTracker.Extraction.Lexicon;

namespace GsomiaTracker.Extraction.Language.Syntax;

/// <summary>
/// Which form of a verb a word is, where its arcs leave no doubt: what has a subject of its own and no auxiliary is finite ("My father <b>fished</b> here" is no
/// participle, "Holm <b>put</b> it" no infinitive), and so is an "adjective" in "-ed" behind a pronoun ("it <b>rained</b>").
/// </summary>
internal static class FiniteForms
{
    private static readonly FrozenSet<string> Unchanged =
        LexiconTable.Rows("verbs-mistaken.tsv").Where(r => r[1] == "same").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="known">What is known of the tokens' forms, from the sentence's first on.</param>
    public static void Repair(Token[] tokens, ReadOnlySpan<KnownForm> known, FormTable forms)
    {
        for (var t = 1; t < tokens.Length; t++)
        {
            var tag = tokens[t].Tag switch
            {
                Xpos.VBN when tokens[t].Relation is not (Deprel.Acl or Deprel.Amod or Deprel.Xcomp) && IsFinite(tokens, t) => Xpos.VBD,
                Xpos.VB when Unchanged.Contains(tokens[t].Norm) && IsFinite(tokens, t) => Xpos.VBD,
                Xpos.JJ when tokens[t].Norm.EndsWith("ed", StringComparison.Ordinal) && tokens[t - 1].Tag == Xpos.PRP && IsFinite(tokens, t) => Xpos.VBD,
                _ => tokens[t].Tag,
            };
            if (tag != tokens[t].Tag)
            {
                tokens[t] = tokens[t] with { Pos = Upos.Verb, Tag = tag, Lemma = forms.Lemma(known[t], Upos.Verb, tag) };
            }
        }
    }

    /// <summary>A subject before it, and neither auxiliary nor "to" nor copula; what shares them as a second verb does not count.</summary>
    private static bool IsFinite(Token[] tokens, int verb)
    {
        var subject = false;
        for (var c = 0; c < tokens.Length; c++)
        {
            if (tokens[c].Head != verb)
            {
                continue;
            }

            switch (tokens[c].Relation)
            {
                case Deprel.Aux or Deprel.AuxPass or Deprel.Cop or Deprel.NsubjPass or Deprel.Case:
                case Deprel.Mark when tokens[c].Tag == Xpos.TO:
                    return false;
                case Deprel.Nsubj when c < verb:
                    if (HasPreposition(tokens, c))
                    {
                        // "With the pact set to lapse, ..."
                        return false;
                    }

                    subject = true;
                    break;
            }
        }

        return subject;
    }

    private static bool HasPreposition(Token[] tokens, int noun)
    {
        for (var c = 0; c < noun; c++)
        {
            if (tokens[c].Head == noun && tokens[c].Relation == Deprel.Case)
            {
                return true;
            }
        }

        return false;
    }
}

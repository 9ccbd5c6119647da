using GsomiaTracker.Domain.Text;
using GsomiaTracker.Extraction.Language.Syntax;

namespace GsomiaTracker.Extraction.Language;

/// <summary>Questions about clauses that several stages ask of a tree.</summary>
internal static class Clauses
{
    private static readonly HashSet<string> RelativePronouns = new(StringComparer.Ordinal) { "who", "that", "which", "whom" };

    /// <summary>From the first to past the last token under this one.</summary>
    public static TextSpan Subtree(Sentence sentence, int token) => sentence.Subtree(token);

    /// <summary>
    /// Who does what the verb says: its subject; what a relative clause modifies; for a participle, an infinitive or a second verb the subject
    /// of the verb it hangs on. -1 when the tree shows none.
    /// </summary>
    public static int SubjectOf(Sentence sentence, int verb, int reach)
    {
        for (var step = 0; verb >= 0 && step < reach; step++)
        {
            foreach (var child in sentence.Children(verb))
            {
                if (sentence[child].Relation is Deprel.Nsubj or Deprel.NsubjOuter || sentence[child].Relation == Deprel.NsubjPass && step > 0)
                {
                    if (RelativePronouns.Contains(sentence[child].Norm) && sentence[verb].Relation is Deprel.AclRelcl or Deprel.Acl)
                    {
                        return sentence[verb].Head;
                    }

                    return child;
                }
            }

            switch (sentence[verb].Relation)
            {
                case Deprel.Conj or Deprel.Xcomp or Deprel.Advcl:
                    verb = sentence[verb].Head;
                    break;
                case Deprel.Acl:
                    // "the right to claim" is nobody's act.
                    return sentence.Child(verb, Deprel.Mark) is >= 0 and var mark && sentence[mark].Norm is "to" ? -1 : sentence[verb].Head;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>A noun phrase's span cut before ", who ..." or ", which ...".</summary>
    public static TextSpan WithoutRelative(Sentence sentence, int head, TextSpan span)
    {
        for (var t = head + 1; t + 1 < sentence.Count && sentence[t].Start < span.End; t++)
        {
            if (sentence[t].Norm is "," && sentence[t + 1].Norm is "who" or "which" or "whose" or "whom" && sentence[t].Start > span.Start)
            {
                return new TextSpan(span.Start, sentence[t].Start);
            }
        }

        return span;
    }

    /// <summary>Whether a predicate is finite: by its own tag, or by a finite auxiliary or copula.</summary>
    public static bool IsFinite(Sentence sentence, int predicate)
    {
        if (sentence[predicate].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD)
        {
            return true;
        }

        foreach (var child in sentence.Children(predicate))
        {
            if (sentence[child].Relation is Deprel.Aux or Deprel.AuxPass or Deprel.Cop && sentence[child].Tag is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD)
            {
                return true;
            }
        }

        return false;
    }
}
